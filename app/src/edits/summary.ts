import { basename } from 'node:path'
import { type CopyKind, filmSummary, laidOver, summaryText, summaryWordsEn } from '@sightline/core/conform'
import type { ComparedFilm } from './compare-film.ts'
import { listOf } from './compared-list.ts'
import type { DiffReport } from './diff-report.ts'
import type { ReadFilm } from './read-film.ts'

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

/** One paragraph on what a film shows of recordings and how it differs. `copyOf` tells of a file what it was said to be held as. */
export function summaryOf(compared: ComparedFilm, copyOf: (name: string) => CopyKind | null): string {
  const list = listOf(compared)
  const summary = filmSummary(list, laidOver(list, [], compared.film.name))
  const raws = compared.raws.map(({ name }) => name)
  const text = summaryText(summary, raws, { nameOf: name => basename(name), copyOf }, summaryWordsEn)
  return [text, ...filesNotCompared(compared)].join(' ')
}

/** What of the files given the comparison does not rest on, or not in full: who quotes the paragraph quotes that too. */
function filesNotCompared({ film, raws, again, unread }: ComparedFilm): readonly string[] {
  const named = (files: readonly { readonly name: string }[]) =>
    files.map(({ name }) => basename(name)).join(', ')
  const inPart = [film, ...raws].filter(({ troubles }) => troubles.length > 0)
  return [
    ...raws
      .filter(({ sha256 }) => sha256 === film.sha256)
      .map(({ name }) => `The film and ${basename(name)} are the same file, byte for byte.`),
    ...again.map(
      ({ name, sameAs }) =>
        `${basename(name)} is the same file as ${basename(sameAs)}, byte for byte, and counts once.`,
    ),
    ...(inPart.length > 0 ? [`Read only in part: ${named(inPart)}.`] : []),
    ...(unread.length > 0 ? [`Not compared, because it could not be read: ${named(unread)}.`] : []),
  ]
}

/** How fast a recording goes, in words; empty where that is its own speed. */
export function speedWords(rate: number): string {
  if (rate === 1) return ''
  if (rate === 0) return 'one frame held'
  if (rate === -1) return 'backwards'
  return `${rate < 0 ? 'backwards ' : ''}at ${Math.abs(rate)} of true speed`
}

/** Levels nearer to the recording's own than this are left unsaid: coding and mixing change as much. */
const leastLevel = 1.5

/** How loud a recording is heard, where that is not as it is held. */
export function levelWords(level: number | undefined): string {
  if (level === undefined || Math.abs(level) < leastLevel) return ''
  return `, ${Math.abs(level).toFixed(1)} dB ${level < 0 ? 'quieter' : 'louder'} than the recording`
}
