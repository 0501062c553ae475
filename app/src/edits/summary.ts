import type { DiffReport } from './diff-report.ts'
import type { ReadFilm } from './read-film.ts'

type Report = Omit<DiffReport, 'summary'>

/** Minutes and seconds, with tenths below a minute's worth of precision: 0:07.3. */
export function clock(seconds: number): string {
  const tenths = Math.round(seconds * 10)
  const minutes = Math.floor(tenths / 600)
  const rest = ((tenths - minutes * 600) / 10).toFixed(1).padStart(4, '0')
  return `${minutes}:${rest.replace(/\.0$/, '')}`
}

/** Told in words of what is different, never of why. */
export const kindWords: Readonly<Record<string, string>> = {
  slow: 'slower than recorded',
  fast: 'faster than recorded',
  freeze: 'one frame held',
  reverse: 'played backwards',
  crop: 'a part of the picture shown larger',
  zoom: 'moving into or out of the picture',
  letterbox: 'shown smaller, with bars',
  mirror: 'mirrored left to right',
  rotate: 'turned',
  pip: 'another picture set into the picture',
  split: 'two pictures side by side',
  redaction: 'a part of the picture made unrecognisable',
  overlay: 'something drawn over the picture',
  title: 'a card',
  black: 'black',
  insert: 'pictures that match none of the recordings held',
  dissolve: 'one picture fading into the next',
  fade: 'fading from or to black',
  colour: 'brightness, contrast or colour changed',
}

export const soundWords = {
  raw: 'sound of the recording shown',
  other: 'sound of another recording',
  offset: 'sound of the recording shown, from another time',
  muted: 'no sound',
  bleep: 'a steady tone',
  replaced: 'sound that matches none of the recordings held',
  voiceover: 'a voice or other sound that matches none of the recordings held, or over one of them',
} as const satisfies Record<DiffReport['audio'][number]['kind'], string>

/** Times of the film's frames in seconds from its first. */
export function filmClock(film: ReadFilm): (frame: number) => number {
  const times = film.pictures?.times
  const first = times?.[0] ?? 0
  return frame => (times?.[Math.min(frame, (times.length ?? 1) - 1)] ?? 0) - first
}

/** More stretches than this are counted, and the first is named. */
const mostNamed = 3

/** One paragraph on what a film shows of recordings and how it differs: totals and times, never a reason. */
export function summaryOf(report: Report, film: ReadFilm, raws: readonly ReadFilm[]): string {
  const at = filmClock(film)
  const lasts = ({ start, end }: Stretch) => at(end) - at(start)
  const whole = film.pictures ? at(film.pictures.count) : (report.edited.duration ?? 0)
  const left = raws.flatMap(raw => leftOf(report, raw))
  return [
    `The film runs ${clock(whole)}.`,
    film.pictures ? shownSentence(report, whole, lasts) : 'It has no pictures that could be read.',
    ...pictureSentences(report, at),
    ...soundSentences(report, film.pictures?.times[0] ?? 0),
    ...(left.length > 0 ? [`Not shown: ${left.join('; ')}.`] : []),
  ].join(' ')
}

interface Stretch {
  readonly start: number
  readonly end: number
}

function shownSentence(
  { segments, raws }: Report,
  whole: number,
  lasts: (stretch: Stretch) => number,
): string {
  const read = raws.filter(({ sha256 }) => sha256 !== null).length
  const main = segments.filter(({ layer }) => layer === 0)
  const shown = main.reduce((sum, each) => sum + lasts(each), 0)
  const each = [...new Set(main.map(({ raw }) => raw))].map(raw => {
    const own = main.filter(segment => segment.raw === raw).reduce((sum, one) => sum + lasts(one), 0)
    return `${clock(own)} from ${shortName(raw)}`
  })
  const from = each.length > 1 ? ` (${each.join(', ')})` : ''
  const held = read === 1 ? 'it' : 'them'
  return `Compared with ${read} ${read === 1 ? 'recording' : 'recordings'} as held: ${clock(shown)} of its pictures come from ${held}${from}; ${clock(Math.max(0, whole - shown))} come from ${read === 1 ? 'no part of it' : 'none of them'}.`
}

/** Each kind once, in the order in which it first occurs: for how long in all, and where. */
function pictureSentences({ edits }: Report, at: (frame: number) => number): readonly string[] {
  const told = edits.filter(({ kind }) => !['title', 'black', 'insert'].includes(kind))
  const kinds = new Map<string, (typeof told)[number][]>()
  for (const edit of told) {
    const key = `${kindWords[edit.kind] ?? edit.kind}${edit.factor === undefined ? '' : ` (${edit.factor} of true speed)`}`
    kinds.set(key, [...(kinds.get(key) ?? []), edit])
  }
  const parts = [...kinds].map(([words, own]) =>
    stretchWords(
      words,
      own.map(({ start, end }) => ({ start: at(start), end: at(end) })),
    ),
  )
  return parts.length > 0 ? [`In its pictures: ${parts.join('; ')}.`] : []
}

function soundSentences({ audio }: Report, first: number): readonly string[] {
  if (audio.length === 0) return ['It has no sound that could be read.']
  const kinds = new Map<string, Stretch[]>()
  for (const { kind, start, end } of audio) {
    if (kind === 'raw') continue
    const stretch = { start: Math.max(0, start - first), end: Math.max(0, end - first) }
    kinds.set(soundWords[kind], [...(kinds.get(soundWords[kind]) ?? []), stretch])
  }
  const parts = [...kinds].map(([words, own]) => stretchWords(words, own))
  return parts.length > 0 ? [`In its sound: ${parts.join('; ')}.`] : []
}

/** What is said of stretches in seconds: each named, or how many there are, how long in all, and where the first begins. */
function stretchWords(words: string, stretches: readonly Stretch[]): string {
  const whole = stretches.reduce((sum, { start, end }) => sum + end - start, 0)
  const named = stretches.map(({ start, end }) => `${clock(start)} to ${clock(end)}`)
  if (named.length <= mostNamed) return `${words} ${named.length === 1 ? 'from ' : 'at '}${named.join(', ')}`
  return `${words} in ${named.length} stretches, ${clock(whole)} in all, the first at ${named[0]}`
}

function leftOf(report: Report, { name, pictures }: ReadFilm): readonly string[] {
  if (!pictures) return []
  const left = report.leftOut
    .filter(each => each.raw === name)
    .reduce((sum, { start, end }) => sum + (pictures.times[end] ?? 0) - (pictures.times[start] ?? 0), 0)
  const length = (pictures.times[pictures.count] ?? 0) - (pictures.times[0] ?? 0)
  return [`${clock(left)} of ${clock(length)} of ${shortName(name)}`]
}

function shortName(path: string): string {
  return path.split('/').at(-1) ?? path
}
