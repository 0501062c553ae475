import { roleNouns } from './lexicon/people-words.ts'

/**
 * ‘He was already on the ground’: Mother wants answers. «No se movía»: un paciente desmiente al hospital. Who stands behind the colon of
 * a headline, before the verb; places are counted in `rest`, which begins behind the quoted words. `isRole` where a word says what they are.
 */
export function headedBy(
  rest: string,
): { readonly start: number; readonly end: number; readonly isRole: boolean } | null {
  const found = english.exec(rest) ?? spanish.exec(rest) ?? onIt.exec(rest)
  const words = found?.[1]
  if (!found || words === undefined) return null
  const start = found[0].indexOf(words)
  const called =
    words
      .split(/\s(?:of|whose|who|de|del|que)\b/)[0]
      ?.toLowerCase()
      .split(/\s/) ?? []
  // In Spanish the noun stands before what kind of one it is.
  const nouns = english.test(rest) ? called.slice(-1) : called
  return { start, end: start + words.length, isRole: nouns.some(noun => roleNouns.has(noun)) }
}

const who = "((?:\\p{Lu}[\\p{L}’'-]*|[\\p{Ll}-]+)(?:\\s(?:\\p{L}[\\p{L}’'-]*)){0,5}?)"
const english = new RegExp(
  `^[’'”"]?:\\s+${who}\\s(?:wants?|sues?|seeks?|blasts?|blames?|accuses?|breaks?|relives?|reveals?|opens?|pleads?|mourns?|asks?|questions?|reacts?|responds?|warns?|admits?|denies|insists?|claims?|hits?)\\b`,
  'u',
)
/** “A failure”: Ann Lee on the night of the fire. */
const onIt =
  /^[’'”"]?:\s+(\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3})\s(?:on|about|over|sobre|tras|after|as|recalls|looks back)(?=\s)/u
const spanish = new RegExp(
  `^[»’”"]?:\\s+${who}\\s(?:acusan?|desmienten?|denuncian?|exigen?|piden?|reclaman?|culpan?|responden?|niegan?|rechazan?|relatan?|cuentan?|recuerdan?|responsabilizan?|habla|hablan|revive|reviven)(?=\\s|[.,]|$)`,
  'u',
)
