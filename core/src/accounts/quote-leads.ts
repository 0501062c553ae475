/** Marks around words that are a name or a doubt, and no speech. */
export const scareLead =
  /(?:so-called|known as|dubbed|nicknamed|labell?ed|marked|titled|entitled|named|termed|(?<!\b(?:used?|uses|using|uttered|utters|spoke|with|said|wrote|repeated) )(?:the word|the words|the phrase)|a banner|hashtag|llamad[oa]|operation|song|film|album|book|movie|show|series|game|shirt|sweatshirt|hoodie|sticker|stamped|tattoo(?:ed)?|engraved|printed)\s*[,:]?\s*(?:with|that (?:read|said)|reading)?\s*(?:the |an? )?$/i

/** "A woman asking for “…”", "an officer yelling “…”": who utters stands before a participle. */
export const utteringBefore =
  /((?:\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Uu]na?)\s(?:\p{Ll}+\s){0,2}?\p{Ll}+)|(?:\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,2}))\s(?:\p{Ll}+ly\s|then\s|repeatedly\s|kept\s|keeps\s)?(?:asking|saying|shouting|yelling|pleading|screaming|calling|crying|begging|repeating|chanting|diciendo|gritando|pidiendo)(?:\s(?:for|out|to \p{L}+|at \p{L}+|that))?[,:]?\s*$/u

/** What people do as they begin to speak. */
export const gesture =
  /\b(?:interrupt|interven|object|hesitat|(?:cut|broke|butted|chimed|weighed|jumped|stepped) in\b|spoke up\b|shrug|sigh|laugh|nod|smil|paus|winc|frown|disagree|scoff|wept|cried|snort|grimac|bristl|roll(?:s|ed) (?:his|her|their) eyes|(?:shook|shakes) (?:his|her|their) head|st(?:ood|ands) up|(?:was|were|wasn['’]t|isn['’]t) having none|(?:looked|looks) (?:up|away|down)|(?:threw|throws) up|(?:spoke|speaks) (?:last|first|next|up)|(?:leans?|leaned|leant) (?:in|forward|back)|(?:turns?|turned) (?:to|round|around|away|back)|chuckl|giggl|groan|grunt|whistl|(?:cleared|clears) (?:his|her) throat|thinks? (?:about|for)|thought (?:about|for)|hugg|beam|glar|star(?:es|ed) at|points?\b|pointed\b|raised? (?:a|his|her) (?:hand|eyebrow)|negó con|sonr[ií]|asent|asinti|(?:was|were|is) (?:less|more) \p{Ll}+\b|was blunt|encogió|suspir|niega con la cabeza|(?:remember|recall)(?:s|ed)\b|(?:agree|concur|differ|dissent)(?:s|ed|red)\b|(?:was|were|is|are) (?:also |still |just as |equally )?(?:blunt|adamant|clear|certain|sure|defiant|unmoved|unconvinced|emphatic|furious|angry|shaken|grateful|skeptical|sceptical|indignant|incredulous|tearful|apologetic|categorical|direct)\b|(?:does|did|has|have|had) no doubts?\b|(?:has|had|takes|took) (?:another|a different|the opposite) view\b|(?:sees|saw|remembers) it (?:differently|otherwise)|no lo duda|discrepa|coincide|fue (?:rotund[oa]|tajante|clar[oa]|contundente)|lo tiene claro|recuerda)/u

/** Who puts out a paper, and who refers to one: what stands before it owns its words. */
export const issuing =
  /\b(?:issued?|issuing|released?|releasing|published?|put out|posted|wrote|circulated|emitió|publicó|difundió|shared|read|sent|mailed|addressed|texted|envió|mandó|publicaron|emitieron)\s+(?:an?|the|their|his|her|its|un|una)\s+(?:\p{L}+\s+){0,3}(?:statement|letter|e-?mail|comunicado|memo|post|message|release)\b|\b(?:referred|pointed|directed|steered)\s+(?:[\p{L}’'-]+\s+){0,6}?to\s+(?:its|his|her|their|an?)\s+(?:\p{L}+\s+){0,3}(?:statement|letter|post|release)\b/iu

/** "I asked Lee", "we've just spoken to Lee": whom those who write it asked stands behind. */
export const askedBefore =
  /\b(?:(?:I|[Ww]e)['’](?:ve|d)|I|[Ww]e|reporters?|journalists?|counsel|coroner) (?:then |later |also |just |have |had )*(?:(?:spoke|spoken|talked|sat down|caught up|met up) (?:to|with)|heard from|interviewed|asked|ask|called|phoned|reached|pressed|told|visited|met|put (?:this|that|it) to) (?=\p{Lu}|him\b|her\b|the \p{Ll}|his \p{Ll}|her \p{Ll})/u

/** "There was another man in the van.", "That isn't how Ann Lee sees it.": of whom the next sentences tell. */
export const broughtIn =
  /^(?:(?:And|But|Then|So) )?[Tt]here(?:['’]s| is| was) (?:also |then )?(?=(?:an?|another|one)\s)|\b(?:how|what) (?=\p{Lu}[\p{L}.'’-]+ (?:\p{Lu}[\p{L}.'’-]+ ){0,2}(?:sees|saw|remembers|remembered|recalls|tells) (?:it|things)\b)/u

/** "That was echoed by Ann Lee.": who is brought in speaks next. */
export const joinedBy =
  /\b(?:was|were|is|are|been) (?:\p{Ll}+ly )?(?:echoed|backed|supported|shared|disputed|contradicted|joined|followed|seconded|rejected|challenged|interrupted|questioned|answered|criti[ck]i[sz]ed|condemned|praised|welcomed|dismissed) by (?=\p{Lu}|the \p{Ll}|an? \p{Ll}|his \p{Ll}|her \p{Ll})|\b(?:drew|drawn|brought|prompted|got|won|provoked|earned|met with) (?:an? )?(?:\p{Ll}+ ){0,2}?(?:reply|response|rebuke|retort|answer|criticism|condemnation|objection|objections|protest|applause|praise|laugh|laughter|scorn|skepticism|outcry|reaction|question|questions|pushback|ire) from (?=\p{Lu}|the \p{Ll}|an? \p{Ll}|his \p{Ll}|her \p{Ll})/u

/** "The officer's account is brief. “…,” he said.": whose account it is. */
export const accountOwner =
  /^(.{3,60})['’]s?\s(?:\p{Ll}+\s)?(?:account|statement|answer|explanation|report|version|testimony|story|letter|recollection|words|response|reply|evidence|interview|speech|voice)(?=\s|$)/u

/** "Her evidence was challenged. “…,” she said." */
export const ownAccount =
  /^(?:his|her)(?=\s(?:\p{Ll}+\s)?(?:account|statement|version|testimony|story|letter|recollection|answer|reply|evidence|interview)$)/iu

/** Whom “told her” speaks to. */
export const genderOfPronoun = (words: string | null) =>
  words === 'her' ? 'female' : words === 'him' ? 'male' : 'unknown'

/** “We had nowhere to go”: students describe the night. */
export const describing =
  /^:\s+((?:the |a |an )?[^.;:“”"]{3,60}?)\s+(?:describes?|speaks?|says?|recalls?|tells?|remembers?|slams?|demands?|fears?|recuerda|habla)\b/iu

/** "Lee was asked why." */
export const wasAsked =
  /((?:\p{Lu}[\p{L}.’'-]+ ){1,3}|\b(?:[Tt]he|[Aa]n?) \p{Ll}+ )(?:was|were|is) (?:then |later |also )?asked\b/u

/** “…,” comes the reply. */
export const answered =
  /^,? (?:came|comes|come) (?:back )?(?:the|an?|his|her) (?:\p{Ll}+ )?(?:reply|answer|response)\b/u
