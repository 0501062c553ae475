/**
 * Accounts made up for practice, with what is true of them written into the text. The marks are taken out and become spans:
 *
 *   {{text}}            is folded
 *   ⟨speaker|words⟩     exact words and whom they are put down to
 *   [n:5|five] [t|noon] [p:Ann Lee|Lee]   a number, a time, a person
 *   word|n|             a fact that may be found or not
 *   ¦                   ends a sentence inside a paragraph
 *   [turn]              a transcript's turn: the words behind it are the speaker's, and every full stop ends a sentence
 *   [c:A>B]             the chain of the sentence it stands in
 *   [k:shots=3]         the matter the sentence speaks to; two values of one matter are a conflict
 */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Marked {
  readonly text: string
  readonly folds: readonly Span[]
  readonly sentences: readonly Span[]
  readonly quotes: readonly (Span & { readonly speaker: string })[]
  readonly facts: readonly (Span & {
    readonly type: 'number' | 'time' | 'person'
    readonly value: string | null
  })[]
  readonly optional: readonly Span[]
  readonly chains: readonly (Span & { readonly chain: readonly string[] })[]
  readonly matters: readonly (Span & { readonly matter: string; readonly value: string | null })[]
}

const types = { n: 'number', t: 'time', p: 'person' } as const
const pattern =
  /\{\{|\}\}|⟨[^|⟩]*\||⟩|\[turn\]|\[c:[^\]]*\]|\[k:[^\]]*\]|\[[ntp](?::[^|\]]*)?\|[^\]]*\]|([\p{L}\p{N},.]+)\|[ntp]\||¦/gu

export function parseMarked(source: string): Marked {
  let text = ''
  let last = 0
  const folds: Span[] = []
  const quotes: Marked['quotes'][number][] = []
  const facts: Marked['facts'][number][] = []
  const optional: Span[] = []
  const points: { readonly at: number; readonly kind: 'c' | 'k'; readonly value: string }[] = []
  const breaks: number[] = []
  const turns: number[] = []
  let foldFrom = 0
  const open: { readonly start: number; readonly speaker: string }[] = []
  for (const match of source.matchAll(pattern)) {
    text += source.slice(last, match.index)
    last = match.index + match[0].length
    const mark = match[0]
    if (mark === '{{') foldFrom = text.length
    else if (mark === '}}') folds.push({ start: foldFrom, end: text.length })
    else if (mark === '[turn]') turns.push(text.length)
    else if (mark.startsWith('⟨')) open.push({ start: text.length, speaker: mark.slice(1, -1) })
    else if (mark === '⟩') {
      const begun = open.pop()
      if (begun) quotes.push({ ...begun, end: text.length })
    } else if (mark === '¦') breaks.push(text.length)
    else if (mark.startsWith('[c:') || mark.startsWith('[k:'))
      points.push({ at: text.length, kind: mark[1] as 'c' | 'k', value: mark.slice(3, -1) })
    else if (match[1] !== undefined) {
      optional.push({ start: text.length, end: text.length + match[1].length })
      text += match[1]
    } else {
      const found = /^\[([ntp])(?::([^|]*))?\|(.*)\]$/.exec(mark)
      const [, type = 'n', value, words = ''] = found ?? []
      facts.push({
        type: types[type as 'n' | 't' | 'p'],
        start: text.length,
        end: text.length + words.length,
        value: value ?? null,
      })
      text += words
    }
  }
  text += source.slice(last)
  const sentences = sentencesIn(text, folds, breaks, turns)
  const at = (offset: number) =>
    sentences.find(({ start, end }) => offset >= start && offset <= end) ?? { start: 0, end: 0 }
  return {
    text,
    folds,
    sentences,
    quotes,
    facts,
    optional,
    chains: [
      ...points
        .filter(({ kind }) => kind === 'c')
        .map(point => ({ ...at(point.at), chain: point.value.split('>') })),
      ...turnChains(text, sentences, quotes, turns),
    ],
    matters: points
      .filter(({ kind }) => kind === 'k')
      .map(point => {
        const [matter = '', value = null] = point.value.split('=')
        return { ...at(point.at), matter, value }
      }),
  }
}

/** In a transcript's turn every sentence goes back to who is named before it. */
function turnChains(
  text: string,
  sentences: readonly Span[],
  quotes: Marked['quotes'],
  marked: readonly number[],
): Marked['chains'] {
  const turns = quotes.filter(({ start }) => /: $/.test(text.slice(Math.max(0, start - 2), start)))
  return sentences.flatMap(sentence => {
    const turn = turns.find(({ start, end }) => start <= sentence.start && sentence.end <= end)
    return turn &&
      (marked.includes(turn.start) ||
        /\n[A-Z ]+: $/.test(text.slice(Math.max(0, turn.start - 24), turn.start)))
      ? [{ ...sentence, chain: [turn.speaker] }]
      : []
  })
}

/** Paragraphs, cut at the marks, without what is folded and without the number of a list. A line that begins in lower case goes on with the one before. Inside a transcript's turn a full stop cuts too. */
function sentencesIn(
  text: string,
  folds: readonly Span[],
  breaks: readonly number[],
  turns: readonly number[],
): readonly Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(/(?:[^\n]|(?<!\n)\n(?=[\p{Ll}]))+/gu)) {
    let from = match.index + (/^(?:\d{1,2}\.|\d{1,2}\/\d{0,2}) /.exec(match[0])?.[0].length ?? 0)
    const end = match.index + match[0].length
    for (const fold of folds) if (fold.start <= from && fold.end > from) from = Math.min(end, fold.end)
    const label = /^[A-Z][A-Z ]+: /.exec(text.slice(from, end))
    const isTurn =
      label !== null &&
      !/WATCH/.test(label[0]) &&
      /^(?:HOST|CORONER|MS |MR |NADIA|WHITCOMB|CALLER|DISPATCH|CHAIR|OFFICER|Q|A)/.test(label[0])
    const turnAt = turns.find(at => at > from && at < end)
    if (turnAt !== undefined) from = turnAt
    else if (isTurn) from += label[0].length
    const cuts = breaks.filter(at => at > from && at < end)
    if (isTurn || turnAt !== undefined || /⁂/.test(match[0]))
      for (const stop of text.slice(from, end).matchAll(/[.?!](?= )/g)) cuts.push(from + stop.index + 1)
    for (const cut of [...cuts.sort((a, b) => a - b), end]) {
      const raw = text.slice(from, cut)
      const start = from + (raw.length - raw.trimStart().length)
      if (raw.trim() !== '') found.push({ start, end: start + raw.trim().length })
      from = cut
    }
  }
  return found
}
