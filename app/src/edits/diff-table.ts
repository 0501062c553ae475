import { basename } from 'node:path'
import type { ComparedFilm } from './compare-film.ts'
import type { DiffReport } from './diff-report.ts'
import { clock, filmClock, kindWords, levelWords, soundWords, speedWords } from './summary.ts'

type Edit = DiffReport['edits'][number]
type Heard = DiffReport['audio'][number]

/** The list as it is read on a terminal. */
export function diffTable(report: DiffReport, compared: ComparedFilm): string {
  const at = filmClock(compared.film)
  const first = compared.film.pictures?.times[0] ?? 0
  const span = (from: number, to: number) =>
    `${clock(Math.max(0, from)).padStart(7)} to ${clock(Math.max(0, to)).padStart(7)}`
  const pictures = report.segments.map(segment => {
    const { start, end, raw, rate, layer, score } = segment
    const speed = speedWords(rate)
    return `${span(at(start), at(end))}  ${layer === 0 ? '' : 'over or under it: '}${shown(raw)}, ${placeWords(segment, compared)}${speed === '' ? '' : `, ${speed}`}; score ${score}`
  })
  const edits = editsToRead(report).map(
    ({ pieces, ...edit }) =>
      `${span(at(edit.start), at(edit.end))}  ${edit.kind}: ${editWords(edit)}${pieces > 1 ? `, in ${pieces} pieces` : ''}`,
  )
  const sounds = soundToRead(report).map(({ kind, start, end, raw, rawStart, level }) => {
    const source = raw === undefined ? '' : `: ${shown(raw)} from ${clock(Math.max(0, rawStart ?? 0))}`
    return `${span(start - first, end - first)}  ${soundWords[kind]}${source}${levelWords(level)}`
  })
  const left = report.leftOut.map(
    ({ raw, start, end }) => `${shown(raw)}, ${stretchWords(raw, start, end, compared)}`,
  )
  const part = (title: string, rows: readonly string[]) => [
    title,
    ...(rows.length > 0 ? rows.map(row => `  ${row}`) : ['  none found']),
    '',
  ]
  const unread = report.raws.flatMap(({ file, why }) => {
    if (why === null) return []
    return [why.startsWith(basename(file)) || why.startsWith(file) ? why : `${shown(file)}: ${why}`]
  })
  return [
    report.summary,
    '',
    ...part('Pictures that come from the recordings', pictures),
    ...part('What is different in the pictures', edits),
    ...part('Sound', sounds),
    ...part('Not shown of the recordings', left),
    ...(unread.length > 0 ? part('Not compared, or only in part', unread) : []),
    `Candidates found by a program (${report.method}), for a person to check. "Matched to none" means none of the recordings held, not that nothing was recorded.`,
    '',
  ].join('\n')
}

function shown(name: string): string {
  return JSON.stringify(basename(name)).slice(1, -1)
}

/** Which stretch of its recording a segment shows, in the recording's own time and frames, both ends included. */
export function placeWords(
  { start, end, raw, rawStart, frames, ambiguous }: DiffReport['segments'][number],
  compared: ComparedFilm,
): string {
  if (ambiguous) return `from one of its frames ${ambiguous[0]} to ${ambiguous[1]}, which look alike`
  const low = frames?.reduce((a, b) => Math.min(a, b), rawStart) ?? rawStart
  const high = frames?.reduce((a, b) => Math.max(a, b), rawStart) ?? rawStart + end - start - 1
  return stretchWords(raw, low, high + 1, compared)
}

/** A stretch of a recording by its own times and by its frames: the end is left out of `end`, and taken into the words. */
export function stretchWords(
  raw: string,
  start: number,
  end: number,
  { raws }: Pick<ComparedFilm, 'raws'>,
): string {
  const times = raws.find(({ name }) => name === raw)?.pictures?.times
  const [from, to] = [times?.[start], times?.[end]]
  const frames = end - start === 1 ? `frame ${start}` : `frames ${start} to ${end - 1}`
  if (from === undefined || to === undefined) return frames
  if (end - start === 1) return `${frames} at its ${clock(Math.max(0, from))}`
  return `its ${clock(Math.max(0, from))} to ${clock(Math.max(0, to))} (${frames})`
}

/** What an edit is, how much, and in which part of which picture. */
function editWords({ kind, factor, crop, region }: Edit): string {
  const box = (of: readonly number[]) => `${of[2]} × ${of[3]} pixels at ${of[0]}, ${of[1]}`
  // Backwards at its own speed, and a frame held, are what their kinds say.
  const speed = factor === undefined || factor === -1 || factor === 0 ? '' : speedWords(factor)
  const part = crop ? `, ${box(crop)} of the recording` : region ? `, ${box(region)} of the film` : ''
  return `${kindWords[kind] ?? ''}${speed === '' ? '' : `, ${speed}`}${part}`
}

/** For reading: what goes on past a join without anything of its own to tell there is one line. */
function editsToRead({ edits }: DiffReport): readonly (Edit & { readonly pieces: number })[] {
  const read: (Edit & { readonly pieces: number })[] = []
  for (const edit of edits) {
    const before = read.findIndex(each => each.kind === edit.kind && each.end === edit.start)
    const last = read[before]
    if (last && isBare(last) && isBare(edit))
      read[before] = {
        ...last,
        end: edit.end,
        pieces: last.pieces + 1,
        score: Math.min(last.score, edit.score),
      }
    else read.push({ ...edit, pieces: 1 })
  }
  return read
}

function isBare({ factor, crop, region }: Edit): boolean {
  return factor === undefined && crop === undefined && region === undefined
}

/** Of sound from no recording, the same. */
export function soundToRead({ audio }: DiffReport): readonly Heard[] {
  const read: Heard[] = []
  for (const heard of audio) {
    const last = read.at(-1)
    const goesOn =
      last &&
      last.kind === heard.kind &&
      last.raw === undefined &&
      heard.raw === undefined &&
      Math.abs(heard.start - last.end) < 0.011
    if (goesOn) read[read.length - 1] = { ...last, end: heard.end, score: Math.min(last.score, heard.score) }
    else read.push(heard)
  }
  return read
}
