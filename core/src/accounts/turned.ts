import { plainOf } from './word-classes.ts'

/** Whether a statement says nothing but that the one before it holds, or that it does not: "It was not.", "She denies it.", "Yes." */
export function turnOf(body: string): 'yes' | 'no' | null {
  if (body.length > longest) return null
  const text = plainOf(body)
    .replace(/[^\p{L}' ]+/gu, ' ')
    .trim()
    .replace(/ {2,}/g, ' ')
  return no.test(text) ? 'no' : yes.test(text) ? 'yes' : null
}

const longest = 60

const who = '(?:it|he|she|they|that|this|there|we|i|you|none of (?:it|this|that)|(?:the )?[a-z]+(?: [a-z]+)?)'
const helping = '(?:was|were|is|are|did|does|do|had|has|have|would|could|can|ca|wo|will|am)'

const no = new RegExp(
  `^(?:(?:and|but|no) )*(?:no|never|not (?:true|so|once|at all|ever|really)|no,? never|of course not|${who} ${helping}(?:n't| not| never)|${who} never (?:did|was|were|has|had)|(?:that|it|this)(?:'s| is| was)(?: just| simply)? (?:not (?:true|so|right|what happened)|false|untrue|a lie|lies|nonsense|wrong)|${who} (?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?) (?:it|this|that)|no es (?:cierto|verdad)|(?:eso )?es (?:falso|mentira)|${who}? ?lo (?:niegan?|nego|negaron|desmienten?)|no fue asi|nunca|jamas|tampoco)$`,
  'u',
)
const yes = new RegExp(
  `^(?:(?:and|but|yes) )*(?:yes|yeah|yep|of course|${who} ${helping}|(?:that|it)(?:'s| is| was)(?: just| simply)? (?:true|right|so|what happened)|${who} (?:confirms?|confirmed|admits?|admitted) (?:it|this|that)|si|es (?:cierto|verdad)|asi fue|${who}? ?lo (?:confirman?|admiten?|reconocen?))$`,
  'u',
)
