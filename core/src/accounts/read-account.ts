import { type Attribution, attributionsOf } from './attributions.ts'
import { authorOf } from './author.ts'
import { type Fact, factsOf } from './facts.ts'
import { nameLeads } from './introduced-later.ts'
import { type People, peopleIn } from './people.ts'
import { markedSpans } from './quote-marks.ts'
import { type Quote, quotesOf, type Unit } from './quotes.ts'
import { type Fold, type Paragraph, readText } from './reading.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** One account, read: every span refers to `text`, which is never changed. */
export interface AccountReading {
  readonly text: string
  readonly folds: readonly Fold[]
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly people: People
  readonly quotes: readonly Quote[]
  readonly units: readonly Unit[]
  readonly attributions: readonly Attribution[]
  readonly facts: readonly Fact[]
}

/** Reads one account: folds, quotes before sentences, who says what through whom, what is counted and named. */
export function readAccount(text: string): AccountReading {
  const { folds, paragraphs } = readText(text)
  const marked = markedSpans(text, paragraphs)
  const sentences = sentencesOf(text, paragraphs, marked)
  const labels = paragraphs.flatMap(({ label }) => (label ? [label] : []))
  const people = peopleIn(text, sentences, labels)
  nameLeads(text, sentences, people)
  const { quotes, units } = quotesOf(text, paragraphs, marked, sentences, people, authorOf(text, folds))
  const turns = paragraphs.filter(({ kind }) => kind === 'turn')
  return {
    text,
    folds,
    paragraphs,
    sentences,
    people,
    quotes,
    units,
    attributions: attributionsOf(
      text,
      units,
      quotes,
      turns,
      folds.map(({ start, end }) => text.slice(start, end)).join('\n'),
    ),
    facts: factsOf(text, sentences, people.mentions),
  }
}
