/**
 * What ought to be done is not held against what was: "Standard 7.3 requires a check every 15 minutes". "Checked every 15 minutes, as policy
 * requires" tells what was done.
 */
export const tellsARule = (body: string): boolean => rule.test(body) && !asTheRuleSays.test(body)

const rule =
  /\b(?:polic(?:y|ies)|standards?|rules?|regulations?|guidelines?|manual|handbook|procedures?|protocols?|statutes?|laws?|directives?)\b(?:\.\d|[^.;]){0,40}?\b(?:requires?|says?|states?|calls? for|shall|must|prohibits?|bans?|bars|forbids?|allows?|permits?|directs|limits?|provides|instructs?)\b|\bshall (?:not |only )?be\b|\b(?:are|is) (?:supposed|required|allowed|permitted) (?:not )?to\b|\b(?:políticas?|normas?|reglas?|ley(?:es)?|protocolos?|reglamentos?)\b[^.;]{0,30}\b(?:exigen?|prohíben?|permiten?|establecen?|obligan?|dicen?)\b/iu

const asTheRuleSays =
  /\bas (?:\p{L}+ ){0,2}(?:policy|standards?|rules?|regulations?|guidelines?|procedures?|protocols?|law)\b|\bcomo (?:\p{L}+ ){0,2}(?:norma|ley|protocolo|reglamento)/iu

/** "This story has been corrected to show that …" tells of the story. */
export const tellsOfItself = (body: string): boolean =>
  /^[^.]{0,40}\b(?:story|article|report|headline|version|release|nota|artículo)\b[^.]{0,40}\b(?:corrected|updated|amended|clarified|corregid\p{L}+|actualizad\p{L}+)\b/iu.test(
    body,
  )

/** Whether a statement leaves open what it speaks of: "differ on whether", "would not say whether", "accounts differ". */
export const leavesOpen = (body: string): boolean =>
  /\bwhether\b|\b(?:differ|disagree)s? (?:on|over|about|as to)\b|\b(?:conflicting|differing) accounts\b|\bdifieren (?:sobre|en)\b/iu.test(
    body,
  )
