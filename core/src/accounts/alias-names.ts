/** How an account says by what one name it will call somebody. */
const introducing =
  /\b(?:whom? (?:we|I) (?:know|knew) (?:only |just )?as|whom? (?:we|I)(?: are|['’]re|['’]ll| will| am|['’]m| shall)? call(?:ing)?|(?:we|I)(?: are|['’]re|['’]ll| will| am|['’]m) call(?:ing)? (?:him|her|them)|who (?:asked|wanted|wished|agreed|asks|wants|gave permission|chose|prefers|preferred) to be (?:identified|named|known|called|quoted|referred to) (?:only |just |here )?(?:as|by)(?: (?:his|her|their) first name,?)?|who (?:gave|would give) (?:his|her|their) name (?:only |just )?as|who (?:identified|introduced) (?:himself|herself|themselves) (?:only |just )?as|a quien llamaremos|que se identificó (?:solo |únicamente |sólo )?como|que pidió ser (?:identificad[oa]|llamad[oa]) (?:solo |únicamente |sólo )?como)\s(\p{Lu}\p{L}+)(?=[\s,.;)]|$)(?! \p{Lu}\p{Ll})/gu

/** Names of one word that an account gives to somebody in so many words: "whom we are calling Teo", "who asked to be identified as Theo". */
export const namesGiven = (text: string): readonly string[] =>
  [...text.matchAll(introducing)].map(([, name = '']) => name)
