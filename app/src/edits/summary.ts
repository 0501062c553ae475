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

const listed = 6

export function summaryOf(report: Report, film: ReadFilm, raws: readonly ReadFilm[]): string {
  const at = filmClock(film)
  const { segments, edits, audio, raws: held } = report
  const read = held.filter(({ sha256 }) => sha256 !== null).length
  const lasts = (start: number, end: number) => at(end) - at(start)
  const main = segments.filter(({ layer }) => layer === 0)
  const shown = main.reduce((sum, { start, end }) => sum + lasts(start, end), 0)
  const whole = film.pictures ? at(film.pictures.count) : (report.edited.duration ?? 0)
  const sentences = [`The film runs ${clock(whole)}.`]
  if (film.pictures)
    sentences.push(
      `Compared with ${read} ${read === 1 ? 'recording' : 'recordings'} as held: ${clock(shown)} of its pictures come from ${read === 1 ? 'it' : 'them'}, ${clock(Math.max(0, whole - shown))} were matched to none of them.`,
    )
  else sentences.push('It has no pictures that could be read.')
  const parts = edits
    .filter(({ kind }) => !['title', 'black', 'insert'].includes(kind))
    .map(({ kind, start, end, factor }) => {
      const speed = factor === undefined ? '' : ` (${factor} of true speed)`
      return `${kindWords[kind] ?? kind}${speed} from ${clock(at(start))} to ${clock(at(end))}`
    })
  if (parts.length > 0)
    sentences.push(
      `Differences of picture: ${parts.slice(0, listed).join('; ')}${parts.length > listed ? `; and ${parts.length - listed} more` : ''}.`,
    )
  const heard = audio
    .filter(({ kind }) => kind !== 'raw')
    .map(
      ({ kind, start, end }) =>
        `${soundWords[kind]} from ${clock(Math.max(0, start))} to ${clock(Math.max(0, end))}`,
    )
  if (audio.length === 0) sentences.push('It has no sound that could be read.')
  else if (heard.length > 0)
    sentences.push(
      `Differences of sound: ${heard.slice(0, listed).join('; ')}${heard.length > listed ? `; and ${heard.length - listed} more` : ''}.`,
    )
  for (const raw of raws) {
    const { pictures } = raw
    if (!pictures) continue
    const left = report.leftOut
      .filter(each => each.raw === raw.name)
      .reduce((sum, { start, end }) => sum + (pictures.times[end] ?? 0) - (pictures.times[start] ?? 0), 0)
    const length = (pictures.times[pictures.count] ?? 0) - (pictures.times[0] ?? 0)
    sentences.push(`Of ${raw.name.split('/').at(-1)}, ${clock(left)} of ${clock(length)} is not shown.`)
  }
  return sentences.join(' ')
}
