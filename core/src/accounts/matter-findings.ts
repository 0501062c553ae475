import { areAboutOthers } from './about-others.ts'
import type { Nearness } from './align.ts'
import { whyWeaker } from './bound-to-recordings.ts'
import { cannotMakeOut } from './denial-runs.ts'
import type { Statement } from './features.ts'
import { roleNouns } from './lexicon/people-words.ts'
import type { Given } from './matters-in.ts'
import type { Found } from './related.ts'
import { contentOf } from './shared-content.ts'
import { wordSet } from './words.ts'

/** One question that two statements answer differently. */
export function matterFindings(near: Nearness): readonly Found[] {
  const { a, b } = near
  if (a.isDeclining || b.isDeclining || areAboutOthers(a, b) || near.quoteLikeness >= 0.8) return []
  const found: Found[] = []
  for (const [id, left] of a.answers) {
    const right = b.answers.get(id)
    const [one, two] = [left[0], right?.[0]]
    if (one === undefined || two === undefined) continue
    // "not:off" and "not:none" are one answer, told more exactly.
    const plain = ({ answer }: Given) => answer.split(':')[0]
    if (left.some(answer => right?.some(other => plain(other) === plain(answer)))) continue
    // What a recording does not show is less than a denial, against a claim that is bound to none.
    const weaker =
      (isUnseen(a, id, one.answer) ? whyWeaker(a, b, wordsIn(two.words)) : null) ??
      (isUnseen(b, id, two.answer) ? whyWeaker(b, a, wordsIn(one.words)) : null)
    if (weaker !== null) {
      found.push({
        relation: 'detail',
        kind: 'presence',
        differing: [one.words, two.words],
        why: [`${weaker}: ${id}`],
        rank: 50,
      })
      continue
    }
    if (ambiguous.has(id) && !isBacked(near)) continue
    if (id === 'injury' && areOfTwoSides(a, b)) continue
    const isHeard = (one.isPerceived ?? false) !== (two.isPerceived ?? false)
    const isMadeOut = !cannotMakeOut(a.words) && !cannotMakeOut(b.words)
    const isPresence = /^(?:present|alone|medical\.staff|camera|recovered|held)$/.test(id)
    found.push({
      // What a recording does not let anybody hear is less than what somebody who was there did not hear.
      relation: isHeard && !isMadeOut ? 'detail' : 'conflict',
      kind: isPresence ? 'presence' : 'fact',
      differing: [one.words, two.words],
      // What somebody did not hear or see may have been there all the same: the reason says so.
      why: [
        isHeard
          ? `not perceived against said: ${id}`
          : `answers differ: ${id} (${one.answer} / ${two.answer})`,
      ],
      rank: isHeard && !isMadeOut ? 50 : 79,
    })
  }
  return found
}

const wordsIn = (words: string) => words.toLowerCase().split(/\s+/)

/** Cues of these mean many things: they set two statements against each other only where more than the cue is shared. */
const ambiguous = wordSet(
  'approach held thrown vehicle.stopped resisted chase commands arrested posture notified fled medical.staff',
)

/** Three officers' scratches and a woman's hip: injuries of two sides differ in nothing. */
function areOfTwoSides(a: Statement, b: Statement): boolean {
  const sides = [a, b].map(
    ({ words }) =>
      new Set(words.filter(({ lower }) => roleNouns.has(lower)).map(({ lower }) => official.test(lower))),
  )
  return sides.every(({ size }) => size === 1) && sides[0]?.has(true) !== sides[1]?.has(true)
}

const official =
  /^(?:officers?|deput(?:y|ies)|policem[ae]n|policewom[ae]n|police|troopers?|guards?|agents?|sergeants?|constables?|soldiers?|oficial(?:es)?|polic[ií]as?|agentes?|guardias?)$/

const isBacked = (near: Nearness) => near.sharedIssues.length > 0 || contentOf(near).length > 1

/** Whether a statement denies by what a recording shows. Of a camera's own state that says nothing. */
function isUnseen(statement: Statement, id: string, answer: string): boolean {
  return (
    statement.recording !== null &&
    /^(?:no|none|nothing|not\b.*|light:none)$/.test(answer) &&
    !/^(?:camera|released|clip)$/.test(id)
  )
}
