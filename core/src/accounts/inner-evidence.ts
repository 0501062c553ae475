import { recordingNouns, statementNouns } from './lexicon/reporting.ts'

/**
 * What somebody goes by in what they tell: "said doorbell video shows …", "stated that the hospital diagnosed …", "tests found none, said his
 * lawyer". `before` is the sentence up to its verb of telling, `behind` what follows the verb; quoted words are blanked.
 */
export function evidenceIn(before: string, behind: string): string | null {
  const told = inside.exec(behind)?.groups ?? leading.exec(before)?.groups
  const head = told?.['head']?.toLowerCase() ?? ''
  return told && (recordingNouns.has(head) || statementNouns.has(head) || more.test(head))
    ? (told['what']?.trim() ?? null)
    : null
}

/** What finds and shows things, and is neither paper nor recording. */
const more =
  /^(?:tests?|results?|scans?|x-?rays?|hospital|clinic|doctors?|medics|paramedics|surgeons?|pathologists?|examiner|coroner|toxicology|examination|investigation|review|audit|gps|tracker|telemetry|clock|readings?|pruebas?|médicos?|forenses?|análisis)$/u

const noun = "(?:[\\p{L}\\d’'-]+)"
const what = `(?<what>(?:(?:the|an?|his|her|their|its|two|three|several|some|both|one|other|el|la|los|las|un|una|su|sus) )?(?:${noun} ){0,3}?(?<head>${noun})(?: (?:from|of|at|on|in|by|de|del) (?:(?:the|a|an|his|her|their|la|el) )?${noun}(?: ${noun})?)?)`
const finds =
  '(?:also |clearly |later |had |has |have |will |did not |does not |no )?(?:shows?|showed|shown|finds?|found|records?|recorded|captures?|captured|confirms?|confirmed|lists?|listed|diagnosed|concludes?|concluded|reveals?|revealed|indicates?|indicated|suggests?|suggested|proves?|proved|put|puts|muestra[n]?|mostró|mostraron|revela[n]?|reveló|indica[n]?|confirma[n]?|confirmó|registra[n]?|hall(?:ó|aron)|encontr(?:ó|aron)|detect(?:ó|aron)|conclu(?:yó|yeron)|arroj(?:ó|aron))\\b'
const inside = new RegExp(
  `^,?(?: (?:reporters|us|me|them|investigators|the \\p{L}+))?(?: (?:that|how|que))? ${what} ${finds}`,
  'iu',
)
const leading = new RegExp(`^(?:But |And )?${what} ${finds}.*,\\s*$`, 'iu')
