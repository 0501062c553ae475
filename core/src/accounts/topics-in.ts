import { cuesIn, cueTable } from './cues.ts'
import { topicAnswers } from './lexicon/topic-answers.ts'
import { encounterAnswers } from './lexicon/topic-answers-encounter.ts'
import { topics } from './lexicon/topics.ts'
import type { Word } from './words.ts'

/** What a statement speaks of, 0 to 1.5 each: one plain cue is 1, hints alone less. */
export type Topics = ReadonlyMap<string, number>

/** The answers to a topic, each with the words that give it most fully, as they stand. */
export type TopicAnswers = ReadonlyMap<string, ReadonlyMap<string, string>>

/** The topics of a statement, those that it denies wherever it plainly speaks of them, and the answers it gives. */
export interface TopicsRead {
  readonly topics: Topics
  readonly denied: ReadonlySet<string>
  readonly answers: TopicAnswers
}

/** Made when the first words are read: a third of the time that a quick verb takes to start would go into it. */
const topicTable = once(() =>
  cueTable(
    topics.flatMap(([topic, line]) =>
      line.split(' | ').map((text, at) => [{ topic, isHint: at > 0 }, text] as const),
    ),
  ),
)

const answerTable = once(() =>
  cueTable(
    Object.entries({ ...topicAnswers, ...encounterAnswers }).flatMap(([topic, answers]) =>
      Object.entries(answers).map(([answer, line]) => [{ topic, answer }, line] as const),
    ),
  ),
)

/** `forms` are the words as cues are written, empty for those that only say who tells it; `isDenied` tells of words within the reach of a denial. */
export function topicsIn(
  words: readonly Word[],
  forms: readonly string[],
  isDenied: (at: number) => boolean = () => false,
): TopicsRead {
  const plainly = new Map<string, Set<number>>()
  const hinted = new Map<string, Set<number>>()
  const denied = new Set<string>()
  const said = new Set<string>()
  for (const { cue, at } of cuesIn(topicTable(), forms)) {
    const { topic, isHint } = cue.label
    const table = isHint ? hinted : plainly
    const known = table.get(topic)
    if (known) known.add(cue.id)
    else table.set(topic, new Set([cue.id]))
    if (!isHint) (isDenied(at) ? denied : said).add(topic)
  }
  const found = new Map<string, number>()
  for (const [topic, ids] of plainly)
    found.set(topic, Math.min(1.5, 1 + 0.25 * (ids.size - 1) + 0.1 * (hinted.get(topic)?.size ?? 0)))
  for (const [topic, ids] of hinted)
    if (!plainly.has(topic)) found.set(topic, ids.size >= 3 ? 0.8 : ids.size === 2 ? 0.55 : 0.25)
  return {
    topics: found,
    denied: new Set([...denied].filter(topic => !said.has(topic))),
    answers: answersIn(words, forms, found, isDenied),
  }
}

function answersIn(
  words: readonly Word[],
  forms: readonly string[],
  found: Topics,
  isDenied: (at: number) => boolean,
): TopicAnswers {
  const answers = new Map<string, Map<string, string>>()
  for (const { cue, at, end } of cuesIn(answerTable(), forms)) {
    const { topic, answer } = cue.label
    if (!found.has(topic) || isDenied(at)) continue
    const given = answers.get(topic) ?? new Map<string, string>()
    answers.set(topic, given)
    const told = words
      .slice(at, end)
      .map(({ text }) => text)
      .join(' ')
    if (told.length > (given.get(answer)?.length ?? 0)) given.set(answer, told)
  }
  return answers
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
