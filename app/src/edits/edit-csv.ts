import { basename } from 'node:path'
import { plain } from '../editors/notes.ts'
import type { DiffReport } from './diff-report.ts'
import { clock, kindWords, levelWords, soundWords } from './summary.ts'

/** One row for each thing that was found, by the film's time: for a spreadsheet. `at` gives seconds of the film for one of its frames. */
export function diffCsv(report: DiffReport, at: (frame: number) => number): string {
  const head = [
    'what',
    'film from',
    'film to',
    'first frame',
    'end frame',
    'recording',
    'recording frame or second',
    'rate',
    'layer',
    'part of the recording',
    'part of the film',
    'score',
    'in words',
  ]
  const box = (of: readonly number[] | undefined) => of?.join(' ') ?? ''
  const seconds = (value: number) => value.toFixed(3)
  const shown = report.segments.map(({ start, end, raw, rawStart, rate, layer, ambiguous, score }) => [
    ...[
      'shown',
      seconds(at(start)),
      seconds(at(end)),
      start,
      end,
      basename(raw),
      ambiguous ? ambiguous.join(' to ') : rawStart,
      rate,
      layer,
      '',
      '',
      score,
    ],
    `${basename(raw)} from frame ${rawStart}`,
  ])
  const edits = report.edits.map(({ kind, start, end, factor, crop, region, score }) => [
    ...[
      kind,
      seconds(at(start)),
      seconds(at(end)),
      start,
      end,
      '',
      '',
      factor ?? '',
      '',
      box(crop),
      box(region),
      score,
    ],
    kindWords[kind] ?? '',
  ])
  const heard = report.audio.map(({ kind, start, end, raw, rawStart, level, score }) => [
    ...[
      `sound: ${kind}`,
      seconds(start),
      seconds(end),
      '',
      '',
      raw === undefined ? '' : basename(raw),
      rawStart ?? '',
      '',
      '',
      '',
      '',
      score,
    ],
    `${soundWords[kind]}${levelWords(level)}`,
  ])
  const left = report.leftOut.map(({ raw, start, end }) => [
    'not shown',
    '',
    '',
    start,
    end,
    basename(raw),
    start,
    '',
    '',
    '',
    '',
    '',
    `frames ${start} to ${end} of ${basename(raw)} are not shown`,
  ])
  return [head, ...shown, ...edits, ...heard, ...left].map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A cell that a spreadsheet will not take for a formula. */
function cell(value: string | number): string {
  const text = plain(String(value))
  const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The list as it is read on a terminal. */
export function diffTable(report: DiffReport, at: (frame: number) => number): string {
  const span = (start: number, end: number) =>
    `${clock(at(start)).padStart(7)} to ${clock(at(end)).padStart(7)}`
  const shown = (name: string) => JSON.stringify(basename(name)).slice(1, -1)
  const pictures = report.segments.map(({ start, end, raw, rawStart, rate, layer, ambiguous, score }) => {
    const where = ambiguous ? `a frame between ${ambiguous[0]} and ${ambiguous[1]}` : `frame ${rawStart}`
    const speed = rate === 1 ? '' : `, ${rate} of true speed`
    return `${span(start, end)}  ${layer === 0 ? '' : 'over or under it: '}${shown(raw)} from ${where}${speed}  (${score})`
  })
  const edits = report.edits.map(({ kind, start, end, factor, crop, region }) => {
    const part = crop
      ? `, part ${crop.join(' ')} of the recording`
      : region
        ? `, at ${region.join(' ')} of the film`
        : ''
    return `${span(start, end)}  ${kind}: ${kindWords[kind] ?? ''}${factor === undefined ? '' : `, ${factor} of true speed`}${part}`
  })
  const sounds = report.audio.map(({ kind, start, end, raw, rawStart, level }) => {
    const source = raw === undefined ? '' : `: ${shown(raw)} from ${clock(Math.max(0, rawStart ?? 0))}`
    return `${clock(Math.max(0, start)).padStart(7)} to ${clock(Math.max(0, end)).padStart(7)}  ${soundWords[kind]}${source}${levelWords(level)}`
  })
  const left = report.leftOut.map(({ raw, start, end }) => `${shown(raw)}: frames ${start} to ${end - 1}`)
  const part = (title: string, rows: readonly string[]) => [
    title,
    ...(rows.length > 0 ? rows.map(row => `  ${row}`) : ['  none found']),
    '',
  ]
  const unread = report.raws
    .filter(({ why }) => why !== null)
    .map(({ file, why }) => `${shown(file)}: ${why}`)
  return [
    report.summary,
    '',
    ...part('Pictures that come from the recordings', pictures),
    ...part('What is different in the pictures', edits),
    ...part('Sound', sounds),
    ...part('Not shown of the recordings', left),
    ...(unread.length > 0 ? part('Not read, or only in part', unread) : []),
    `Candidates found by a program (${report.method}), for a person to check. "Matched to none" means none of the recordings held, not that nothing was recorded.`,
    '',
  ].join('\n')
}
