import { bodyWords, groupNouns, roleNouns } from './lexicon/people-words.ts'
import type { SourceWords } from './noun-phrases.ts'
import { headWords } from './source-words.ts'

/** "A joint letter, from the school and the parents' union. They write …": the two that the sentence before ends with. `before` ends where "they" begins. */
export function jointBefore(before: string): SourceWords | null {
  const found = joint.exec(before)
  const [, whole = '', one = '', other = ''] = found ?? []
  if (!found || !canSpeak(one) || !canSpeak(other)) return null
  const start = found.index + found[0].indexOf(whole)
  return { start, end: start + whole.length }
}

/** Whether words name a body, a group or a person by what they are. */
function canSpeak(words: string): boolean {
  const head = headWords(words).at(-1) ?? ''
  return bodyWords.has(head) || groupNouns.has(head) || roleNouns.has(head)
}

const member = String.raw`(?:the|an?|his|her|their|its|la|el|los|las)\s(?:[\p{L}'’-]+\s){0,4}?[\p{L}'’-]+`
const joint = new RegExp(
  String.raw`\b(?:from|by|of|between|de)\s((${member})\s(?:and|y)\s(${member}))\.\s+(?:(?:And|Then|Together|Y),?\s+)?$`,
  'u',
)
