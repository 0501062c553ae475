import type { Matter } from './lexicon/matter-patterns.ts'
import { matters } from './lexicon/matters.ts'
import { turnOf } from './turned.ts'
import { stemOf, type Word, wordSet } from './words.ts'

/** What a statement answers, and the words that answer it, as they stand. */
export interface Given {
  readonly answer: string
  readonly words: string
  /** Only that somebody did not hear or see it: it may have been there all the same. */
  readonly isPerceived?: true
}

/** The matters a statement speaks to, each with the answers it gives; without any where it only raises the matter. */
export type Answers = Map<string, readonly Given[]>

/** Without accents: a word boundary of a pattern knows plain letters only, and writers leave accents out. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: anything beyond ASCII has to be looked at
  /[^\u0000-\u007f]/.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text

const plainPattern = ({ source }: RegExp) => new RegExp(plain(source), 'u')

interface Compiled {
  readonly about: RegExp | null
  readonly answers: readonly (readonly [string, RegExp])[]
  readonly isList: boolean
}

const compiled: ReadonlyMap<string, Compiled> = new Map(
  Object.entries(matters).map(([id, { about, answers, isList }]: [string, Matter]) => [
    id,
    {
      about: about ? plainPattern(about) : null,
      answers: Object.entries(answers ?? {}).map(
        ([answer, pattern]) => [answer, plainPattern(pattern)] as const,
      ),
      isList: isList ?? false,
    },
  ]),
)

const byCue = new Map<string, string[]>()
for (const [id, { cues }] of Object.entries(matters))
  for (const cue of wordSet(cues)) {
    const stem = stemOf(plain(cue))
    const known = byCue.get(stem)
    if (known === undefined) byCue.set(stem, [id])
    else if (!known.includes(id)) known.push(id)
  }

/** The matters that a word may raise. "Warnings" are met as "warning", and that as "warn". */
function matterIds(lower: string): readonly string[] {
  const known = idsOfWord.get(lower)
  if (known) return known
  const stem = stemOf(plain(lower))
  const ids = byCue.get(stem) ?? byCue.get(stemOf(stem)) ?? []
  if (idsOfWord.size >= mostForms) idsOfWord.clear()
  idsOfWord.set(lower, ids)
  return ids
}

/** Words come again and again; no more of them are remembered than a large case has. */
const idsOfWord = new Map<string, readonly string[]>()
const mostForms = 20_000

/** Whether a stem is one of a matter's cues: "three warnings" count the warning. */
export const isCueOf = (id: string, stem: string): boolean =>
  (byCue.get(stem) ?? byCue.get(stemOf(stem)))?.includes(id) ?? false

/** What leaves a matter open: a question, or that nobody can tell. */
const isOpen =
  /\?["”’]?\s*$|\b(?:not clear|unclear|can't tell|cannot tell|hard to tell|whether|asked if|should(?:n't| not| never| have)?|may (?:only|not)|(?:polic(?:y|ies)|rules?|guidelines|law) (?:only )?(?:permits?|requires?|allows?|prohibits?|bans?|says?)|you (?:do not|don't|can't|should)|would not say|wouldn't say|did not say|declined to|not say|disputed|no está claro)\b/u

/** Reads the matters off the words of a statement. `body` is the statement with blanks for who says it. */
export function mattersIn(body: string, words: readonly Word[]): Answers {
  const text = plain(body.toLowerCase().replaceAll('’', "'"))
  const found = new Map<string, readonly Given[]>()
  const isUnanswered = isOpen.test(text)
  for (const { lower } of words) {
    for (const id of matterIds(lower)) {
      if (found.has(id)) continue
      const matter = compiled.get(id)
      if (!matter || (matter.about && !matter.about.test(text))) continue
      found.set(id, isUnanswered ? [] : answersTo(matter, text, body))
    }
  }
  return found
}

/** What an answer says of a matter that was asked about: its own words, or plain yes and no. */
export function answerTo(id: string, body: string): readonly Given[] {
  const matter = compiled.get(id)
  const text = plain(body.toLowerCase().replaceAll('’', "'"))
  if (!matter || isOpen.test(text)) return []
  const turned = turnOf(body)
  const plainly =
    /^["“”'«\s]*(no|yes|sí|nobody|never|not|he did not|she did not|they did not|he didn't|she didn't|they didn't|he did|she did|they did|he was not|she was not)\b[\s,.;]/u.exec(
      text,
    )
  if (turned || plainly) {
    const isNo = turned ? turned === 'no' : /^(?:no|nobody|never)|not|n't/.test(plainly?.[1] ?? '')
    const wanted = isNo ? /^(?:no|none|nothing|not\b.*)$/ : /^(?:yes|given|some)$/
    const answer = matter.answers.find(([name]) => wanted.test(name))?.[0]
    const words = turned ? body.trim() : (plainly?.[1] ?? '')
    if (answer !== undefined) return [{ answer, words }]
  }
  return answersTo(matter, text, body)
}

/** The matters that a short question raises by a noun alone: "And the window?" */
export const raisedBy = (words: readonly Word[]): readonly string[] =>
  words.length > 6
    ? []
    : [...new Set(words.flatMap(({ lower }) => matterIds(lower)))].filter(id =>
        /^(?:window|warning|hood|camera|helmet|taser|alarm|interpreter|warrant|cuffed|weather|dog|rope|speed)$/.test(
          id,
        ),
      )

function answersTo({ answers, isList }: Compiled, text: string, body: string): readonly Given[] {
  const given: Given[] = []
  for (const [answer, pattern] of answers) {
    const match = pattern.exec(text)
    if (!match) continue
    // "Doesn't show him pointing a gun" says of no gun that it was held.
    if (
      isList &&
      answer !== 'nothing' &&
      answer !== 'none' &&
      isDeniedBefore.test(text.slice(0, match.index))
    )
      continue
    // "She didn't trip" does not say that she tripped.
    if (!negative.has(answer) && !answer.startsWith('not') && isDeniedAtOnce.test(text.slice(0, match.index)))
      continue
    if (!negative.has(answer) && isUnshownBefore.test(text.slice(0, match.index))) continue
    const words = wordsAround(body, text, match.index, match.index + match[0].length)
    if (!negative.has(answer) && isContestedBefore.test(text.slice(0, match.index))) {
      // Who disputes that it was so says that it was not; where there is no such answer, none is given.
      const denied = answers.find(([name]) => negative.has(name))?.[0]
      return denied === undefined ? [] : [{ answer: denied, words }]
    }
    const lead = text.slice(Math.max(0, match.index - 24), match.index + match[0].length)
    const behind = text.slice(match.index + match[0].length)
    given.push(
      (negative.has(answer) || answer === 'off') && (perceived.test(lead) || unperceived.test(behind))
        ? { answer, words, isPerceived: true }
        : { answer, words },
    )
    if (!isList || answer === 'nothing' || answer === 'none') break
  }
  return given
}

const isDeniedBefore = /(?:\b(?:no|not|never|without|nobody|sin|nunca|ningun[ao]?)\b|n't\b)[^,.;]{0,40}$/u

const isDeniedAtOnce =
  /(?:\b(?:did|do|does|was|were|is|are|had|has|have) not|\b(?:never|nunca)|n't|\bno se) $/u

/** "The video doesn't show him pointing …", "he is never seen …": no answer, whatever stands behind it. */
const isUnshownBefore =
  /\b(?:(?:(?:do(?:es)?|did)(?:n't| not)|cannot|can't|never) (?:show|depict|capture|reveal)\w*|(?:not|never) (?:seen|shown)|no (?:muestran?|se ve))\b[^,.;]{0,50}$/u

/** "Heard no warning", "saw none thrown". */
const perceived =
  /\b(?:hear|heard|see|saw|notice|noticed|make out|aware|oyo|oyeron|escuch\p{L}+|vio|vieron)\b/u

/** "No siren can be heard". */
const unperceived = /^ (?:can|could) be (?:heard|seen|made out)\b|^ se (?:oye|ve|escucha)\b/u

const negative: ReadonlySet<string> = new Set(['nothing', 'none', 'no'])

/** "Disputes that", "rejected the union's claim that": what follows is what somebody else says. */
const isContestedBefore =
  /\b(?:disput(?:e|es|ing)|reject(?:s|ed|ing)?|contest(?:s|ed|ing)?|refut(?:e|es|ed|ing)|rechaz(?:a|an|o|aron)|desm(?:iente|ienten|intio))\b(?: [\p{L}']+){0,4}? (?:that|claims?|allegations?|suggestions?|accusations?|reports?|idea|notion|que)\b[^,.;]{0,60}$/u

const mostWords = 8

/** Whole words of the statement; a letter that changes its length in lower case leaves those of the text compared. */
function wordsAround(body: string, text: string, from: number, to: number): string {
  const source = body.length === text.length ? body : text
  let [start, end] = [from, to]
  while (start > 0 && /[\p{L}\p{N}'’]/u.test(source[start - 1] ?? '')) start--
  while (end < source.length && /[\p{L}\p{N}'’]/u.test(source[end] ?? '')) end++
  return source.slice(start, end).trim().split(/\s+/).slice(0, mostWords).join(' ')
}
