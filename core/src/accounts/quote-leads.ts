/** Marks around words that are a name or a doubt, and no speech. */
export const scareLead =
  /(?:so-called|known as|dubbed|nicknamed|labell?ed|marked|titled|entitled|named|termed|(?<!\b(?:used?|uses|using|uttered|utters|spoke|with|said|wrote|repeated) )(?:the word|the words|the phrase)|a banner|hashtag|llamad[oa]|operation|song|film|album|book|movie|show|series|game|shirt|sweatshirt|hoodie|sticker|stamped|tattoo(?:ed)?|engraved|printed)\s*[,:]?\s*(?:with|that (?:read|said)|reading)?\s*(?:the |an? )?$/i

/** "A woman asking for “…”", "an officer yelling “…”": who utters stands before a participle. */
export const utteringBefore =
  /((?:\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Uu]na?)\s(?:\p{Ll}+\s){0,2}?\p{Ll}+)|(?:\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,2}))\s(?:\p{Ll}+ly\s|then\s|repeatedly\s|kept\s|keeps\s)?(?:asking|saying|shouting|yelling|pleading|screaming|calling|crying|begging|repeating|chanting|diciendo|gritando|pidiendo)(?:\s(?:for|out|to \p{L}+|at \p{L}+|that))?[,:]?\s*$/u

/** What people do as they begin to speak. */
export const gesture =
  /\b(?:shrug|sigh|laugh|nod|smil|paus|winc|frown|disagree|scoff|wept|cried|snort|grimac|bristl|roll(?:s|ed) (?:his|her|their) eyes|(?:shook|shakes) (?:his|her|their) head|st(?:ood|ands) up|(?:was|were|is) (?:less|more) \p{Ll}+\b|was blunt|encogió|suspir|niega con la cabeza)/u

/** Who puts out a paper, and who refers to one: what stands before it owns its words. */
export const issuing =
  /\b(?:issued?|issuing|released?|releasing|published?|put out|posted|wrote|circulated|emitió|publicó|difundió|shared|read|sent|mailed|addressed|texted|envió|mandó|publicaron|emitieron)\s+(?:an?|the|their|his|her|its|un|una)\s+(?:\p{L}+\s+){0,3}(?:statement|letter|e-?mail|comunicado|memo|post|message|release)\b|\b(?:referred|pointed|directed|steered)\s+(?:[\p{L}’'-]+\s+){0,6}?to\s+(?:its|his|her|their|an?)\s+(?:\p{L}+\s+){0,3}(?:statement|letter|post|release)\b/iu
