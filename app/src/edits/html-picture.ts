import { basename } from 'node:path'
import type { ProofFrame } from '@sightline/core/conform'
import type { DiffReport } from './diff-report.ts'
import { differenceHeight, differenceRow, differenceRows } from './html-differences.ts'
import { escaped, hues } from './html-text.ts'
import type { ReadFilm } from './read-film.ts'
import { clock } from './summary.ts'

const width = 1000
const names = 150
const rowsTop = 24
const barHeight = 26
const ribbons = 120
const laneHeight = 18
const laneGap = 9

/** Numbers and hues of the recordings that the film shows, in the order in which it shows them first. */
export function numbered({ segments }: DiffReport): readonly string[] {
  return [...new Set(segments.map(({ raw }) => raw))]
}

/**
 * The picture of a conform: the film above, below it each recording that it shows on its own time, and between them a ribbon for
 * each stretch. The lists on the page say the same.
 */
export function conformPicture(
  report: DiffReport,
  at: (frame: number) => number,
  { film, raws }: { readonly film: ReadFilm; readonly raws: readonly ReadFilm[] },
): string {
  const shown = numbered(report)
  const rows = differenceRows(report, at, film.pictures?.times[0] ?? 0)
  const barTop = rowsTop + rows.length * differenceHeight + 2
  const whole = Math.max(1e-6, at(report.edited.frames))
  const x = (seconds: number) => names + ((width - names - 8) * seconds) / whole
  const lanes = shown.map((name, n) => {
    const times = raws.find(each => each.name === name)?.pictures?.times
    const first = times?.[0] ?? 0
    const lasts = Math.max(1e-6, (times?.at(-1) ?? 1) - first)
    const placeOf = (frame: number) =>
      names + ((width - names - 8) * ((times?.[Math.min(frame, times.length - 1)] ?? first) - first)) / lasts
    return { name, n, lasts, placeOf, top: barTop + barHeight + ribbons + n * (laneHeight + laneGap) }
  })
  const bottom = barTop + barHeight
  const drawn = report.segments.map(({ start, end, raw, rawStart, frames, layer }) => {
    const lane = lanes.find(({ name }) => name === raw)
    if (!lane) return ''
    const last = rawStart + end - start - 1
    const low = frames ? frames.reduce((a, b) => Math.min(a, b), rawStart) : rawStart
    const high = frames ? frames.reduce((a, b) => Math.max(a, b), rawStart) : last
    const [a, b, c, d] = [
      x(at(start)),
      x(at(end)),
      lane.placeOf(low),
      Math.max(lane.placeOf(low) + 1, lane.placeOf(high + 1)),
    ]
    const middle = (bottom + lane.top) / 2
    const f = (value: number) => value.toFixed(1)
    const hue = `r${lane.n % hues}`
    const bar =
      layer === 0
        ? `<rect class="${hue}" x="${f(a)}" y="${barTop}" width="${f(Math.max(1, b - a - 0.8))}" height="${barHeight}"/>${b - a > 16 ? `<text x="${f((a + b) / 2)}" y="${barTop + 17}" text-anchor="middle" style="fill:#fff">${lane.n + 1}</text>` : ''}`
        : ''
    return `<path class="ribbon ${hue}" d="M${f(a)} ${bottom}C${f(a)} ${middle} ${f(c)} ${middle} ${f(c)} ${lane.top}L${f(d)} ${lane.top}C${f(d)} ${middle} ${f(b)} ${middle} ${f(b)} ${bottom}Z"/>${bar}<rect class="${hue}" x="${f(c)}" y="${lane.top}" width="${f(d - c)}" height="${laneHeight}"/>`
  })
  const laneRows = lanes.map(
    ({ name, n, lasts, top }) =>
      `<rect class="lane" x="${names}" y="${top}" width="${width - names - 8}" height="${laneHeight}"/><text x="8" y="${top + 13}">${n + 1} ${escaped(shortened(basename(name)))}</text><text class="quiet" x="${width - 12}" y="${top + 13}" text-anchor="end">${clock(lasts)}</text>`,
  )
  const height = barTop + barHeight + ribbons + lanes.length * (laneHeight + laneGap) + 4
  return `<div class="wide" role="region" tabindex="0" aria-label="The film and what it shows"><svg class="conform" viewBox="0 0 ${width} ${height}" role="img" aria-label="Above, what differs; then the film; below it the recordings that it shows, each on its own time; between them a ribbon for each stretch">
<text class="quiet" x="${names}" y="16">0:00</text><text class="quiet" x="${width - 12}" y="16" text-anchor="end">${clock(whole)}</text><text x="8" y="${barTop + 17}">The film</text><rect class="lane" x="${names}" y="${barTop}" width="${width - names - 8}" height="${barHeight}"/>${rows.map((row, n) => differenceRow(row, rowsTop + n * differenceHeight, x)).join('')}${laneRows.join('')}${drawn.join('')}</svg></div>
<ul class="key">${shown.map((name, n) => `<li class="r${n % hues}"><i></i>${n + 1}: ${escaped(basename(name))}</li>`).join('')}<li><i></i>no number: from none of the recordings held</li></ul>`
}

function shortened(name: string): string {
  return name.length > 22 ? `${name.slice(0, 21)}…` : name
}

const curveWidth = 1000
const curveHeight = 110

/** What remains at each frame: a column for each pixel, as high as the worst frame in it. */
export function residualCurve(frames: readonly ProofFrame[]): string {
  const columns: (number | null)[] = Array.from({ length: curveWidth }, () => null)
  for (const [n, { mean }] of frames.entries()) {
    if (mean === null) continue
    const first = Math.floor((curveWidth * n) / frames.length)
    const end = Math.max(first + 1, Math.floor((curveWidth * (n + 1)) / frames.length))
    for (let x = first; x < end; x++) columns[x] = Math.max(columns[x] ?? 0, mean)
  }
  const top = Math.max(4, ...columns.map(each => each ?? 0))
  const drawn = columns.map((mean, x) =>
    mean === null
      ? { gap: `<rect x="${x}" y="0" width="1" height="${curveHeight}"/>`, line: '' }
      : {
          gap: '',
          line: `M${x} ${curveHeight}V${(curveHeight - ((curveHeight - 6) * mean) / top).toFixed(1)}h1V${curveHeight}Z`,
        },
  )
  return `<svg class="curve" viewBox="0 0 ${curveWidth} ${curveHeight}" preserveAspectRatio="none" role="img" aria-label="What remains at each frame, from 0 to ${top.toFixed(1)} of 255">${drawn.map(({ gap }) => gap).join('')}<path d="${drawn.map(({ line }) => line).join('')}"/></svg><p class="note">From the film’s first frame to its last; 0 to ${top.toFixed(1)} of 255. Shaded: not made again, because it comes from none of the recordings.</p>`
}
