import { basename } from 'node:path'
import { plain } from '../editors/notes.ts'
import type { ComparedFilm } from './compare-film.ts'
import type { DiffReport } from './diff-report.ts'
import { placeWords, stretchWords } from './diff-table.ts'
import { filmClock, kindWords, levelWords, soundWords, speedWords } from './summary.ts'

/** One row for each thing that was found, by the film's time: for a spreadsheet. */
export function diffCsv(report: DiffReport, compared: ComparedFilm): string {
  const at = filmClock(compared.film)
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
  const shown = report.segments.map(segment => {
    const { start, end, raw, rawStart, rate, layer, ambiguous, score } = segment
    return [
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
      [`${basename(raw)}, ${placeWords(segment, compared)}`, speedWords(rate)]
        .filter(each => each !== '')
        .join(', '),
    ]
  })
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
    `not shown of ${basename(raw)}: ${stretchWords(raw, start, end, compared)}`,
  ])
  return [head, ...shown, ...edits, ...heard, ...left].map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A cell that a spreadsheet will not take for a formula. */
function cell(value: string | number): string {
  const text = plain(String(value))
  const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
