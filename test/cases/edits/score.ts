/** Holds an account of a film against the truth it was made by. */
import type { FilmAccount } from '../../../core/src/edits/index.ts'
import type { MadeFilm, TrueEdit } from './film.ts'
import type { Box } from './picture.ts'
import type { RawKind } from './raws.ts'

interface Share {
  hit: number
  of: number
}

const share = (): Share => ({ hit: 0, of: 0 })

export interface Tally {
  readonly mapped: Share
  readonly plain: Share
  readonly still: Share
  readonly recording: Share
  readonly unmatched: Share
  readonly second: Share
  readonly joinsFound: Share
  readonly joinsTrue: Share
  readonly joinsExact: Share
  readonly trims: Share
  readonly kinds: Map<string, { found: number; truth: number; right: number }>
  readonly crop: Share
  readonly region: Share
  readonly falsely: Share
  readonly sound: Share
  readonly offsetsMs: number[]
}

export function emptyTally(): Tally {
  return {
    mapped: share(),
    plain: share(),
    still: share(),
    recording: share(),
    unmatched: share(),
    second: share(),
    joinsFound: share(),
    joinsTrue: share(),
    joinsExact: share(),
    trims: share(),
    kinds: new Map(),
    crop: share(),
    region: share(),
    falsely: share(),
    sound: share(),
    offsetsMs: [],
  }
}

const add = (to: Share, isHit: boolean | number) => {
  to.of++
  to.hit += Number(isHit)
}

/** Adds one film to a tally; the lines say what went wrong where. `raws` are as they were made, in the order they were given. */
export function judge(
  film: MadeFilm,
  raws: readonly { readonly kind: RawKind }[],
  account: FilmAccount,
  tally: Tally,
): string[] {
  const lines: string[] = []
  const count = film.frames.length
  const main = new Array<{ raw: number; frame: number; low: number; high: number } | null>(count).fill(null)
  const second = new Array<{ raw: number; frame: number } | null>(count).fill(null)
  for (const { segment, layer } of account.shown)
    for (const [n, frame] of segment.frames.entries()) {
      if (segment.from + n >= count) break
      if (layer === 0)
        main[segment.from + n] = {
          raw: segment.raw,
          frame,
          low: frame + segment.slack[0],
          high: frame + segment.slack[1],
        }
      else second[segment.from + n] = { raw: segment.raw, frame }
    }
  const shots = [0, ...film.cuts, count]
  for (const [k, from] of shots.slice(0, -1).entries()) {
    const to = shots[k + 1] as number
    const label = film.frames[from]?.shot ?? ''
    const counts = { right: 0, raw: 0, none: 0 }
    for (let n = from; n < to; n++) {
      const truth = film.frames[n]
      if (!truth) continue
      const found = main[n] ?? null
      if (!truth.main) {
        add(tally.unmatched, found === null)
        if (found === null) counts.right++
        continue
      }
      // Two halves of a split screen have no order.
      const asTold = [truth.main, ...(label.includes('/split/') && truth.second ? [truth.second] : [])]
      const isRight =
        found !== null &&
        asTold.some(each => each.raw === found.raw && Math.abs(each.frame - found.frame) <= 1)
      const isRaw = found !== null && asTold.some(each => each.raw === found.raw)
      counts.right += Number(isRight)
      counts.raw += Number(isRaw)
      counts.none += Number(found === null)
      add(tally.mapped, isRight)
      add(tally.recording, isRaw)
      const isStill = ['still', 'static'].includes(raws[truth.main.raw]?.kind ?? '')
      if (isStill) {
        const isInside =
          found !== null &&
          isRaw &&
          found.low <= truth.main.frame &&
          found.high >= truth.main.frame &&
          found.high - found.low <= 30
        add(tally.still, isRight || isInside)
      } else if (/^[^/]+\/[^/]+\/(whole|letterbox)\//.test(label)) add(tally.plain, isRight)
      if (truth.second) {
        const other = second[n] ?? null
        const told = label.includes('/split/') ? asTold : [truth.second]
        add(
          tally.second,
          other !== null &&
            told.some(each => each.raw === other.raw && Math.abs(each.frame - other.frame) <= 1),
        )
      }
    }
    if (counts.right < 0.97 * (to - from))
      lines.push(
        `${from}-${to} ${label}: right ${counts.right}, of the recording ${counts.raw}, unmatched ${counts.none}, of ${to - from}; true ${film.frames[from]?.main?.raw}:${film.frames[from]?.main?.frame}..${film.frames[to - 1]?.main?.frame}, found ${main[(from + to) >> 1]?.raw}:${main[from + 1]?.frame}..${main[to - 2]?.frame} (${main[(from + to) >> 1]?.low}..${main[(from + to) >> 1]?.high})`,
      )
  }
  judgeJoins(film, account, tally, lines)
  judgeEdits(film, account, tally, lines)
  judgeSound(film, account, tally, lines)
  return lines
}

function judgeJoins(film: MadeFilm, account: FilmAccount, tally: Tally, lines: string[]): void {
  const free = [...account.cuts]
  for (const cut of film.cuts) {
    const near = free
      .filter(each => Math.abs(each - cut) <= 3)
      .sort((a, b) => Math.abs(a - cut) - Math.abs(b - cut))[0]
    add(tally.joinsTrue, near !== undefined)
    if (film.trims.includes(cut)) add(tally.trims, near !== undefined)
    if (near === undefined) {
      lines.push(`join at ${cut} (${film.frames[cut]?.shot}) was not found`)
      continue
    }
    add(tally.joinsExact, near === cut)
    if (near !== cut)
      lines.push(
        `join at ${cut} (${film.frames[cut - 1]?.shot} | ${film.frames[cut]?.shot}) was found at ${near}`,
      )
    free.splice(free.indexOf(near), 1)
  }
  for (const cut of account.cuts) add(tally.joinsFound, !free.includes(cut))
  if (free.length > 0) lines.push(`joins that are none: ${free.join(' ')}`)
}

function judgeEdits(film: MadeFilm, account: FilmAccount, tally: Tally, lines: string[]): void {
  const free = [...account.edits]
  const of = (kind: string) => {
    const known = tally.kinds.get(kind) ?? { found: 0, truth: 0, right: 0 }
    tally.kinds.set(kind, known)
    return known
  }
  for (const edit of account.edits) of(edit.kind).found++
  for (const edit of film.edits) {
    of(edit.kind).truth++
    const best = free
      .filter(each => each.kind === edit.kind && timeOverlap(each, edit) > 0.3)
      .sort((a, b) => timeOverlap(b, edit) - timeOverlap(a, edit))[0]
    if (best) {
      of(edit.kind).right++
      free.splice(free.indexOf(best), 1)
    } else
      lines.push(
        `${edit.kind} ${edit.start}-${edit.end} ${JSON.stringify(edit.region ?? edit.crop ?? '')} (${film.frames[edit.start]?.shot}) was not found`,
      )
    for (const key of ['crop', 'region'] as const) {
      const box = edit[key]
      if (!box || edit.kind === 'zoom') continue
      for (let n = edit.start; n < edit.end; n++) {
        const found = account.edits.filter(
          each => each.start <= n && each.end > n && each[key] && each.kind === edit.kind,
        )
        tally[key].of++
        const there = (key === 'region' && edit.follows?.[n - edit.start]) || box
        tally[key].hit += Math.max(
          0,
          ...found.map(each => boxOverlap(key === 'region' ? placeOf(each, n) : (each[key] as Box), there)),
        )
      }
      if (best?.[key] && boxOverlap(best[key] as Box, box) < 0.7)
        lines.push(
          `${edit.kind} ${edit.start}-${edit.end}: ${key} ${JSON.stringify(box)} was found as ${JSON.stringify(best[key])}`,
        )
    }
  }
  for (const edit of free)
    lines.push(
      `${edit.kind} ${edit.start}-${edit.end} ${JSON.stringify(edit.region ?? edit.crop ?? '')} (${film.frames[Math.min(edit.start + 1, film.frames.length - 1)]?.shot}) is none`,
    )
  for (let n = 0; n < film.frames.length; n++) {
    const isEdited = film.edits.some(each => each.start <= n && each.end > n)
    if (!isEdited)
      add(
        tally.falsely,
        account.edits.some(each => each.start <= n && each.end > n),
      )
  }
}

/** Where a region lies in a frame: what moves is told for some frames, and is evenly in between. */
function placeOf({ region, follows }: FilmAccount['edits'][number], frame: number): Box {
  const after = follows?.find(each => each[0] >= frame)
  const before = follows?.findLast(each => each[0] <= frame)
  if (!after || !before) return region as Box
  const part = after[0] > before[0] ? (frame - before[0]) / (after[0] - before[0]) : 0
  const at = (side: 1 | 2 | 3 | 4) => before[side] + (after[side] - before[side]) * part
  return [at(1), at(2), at(3), at(4)]
}

function timeOverlap(one: Pick<TrueEdit, 'start' | 'end'>, two: Pick<TrueEdit, 'start' | 'end'>): number {
  const both = Math.min(one.end, two.end) - Math.max(one.start, two.start)
  return Math.max(0, both) / (Math.max(one.end, two.end) - Math.min(one.start, two.start))
}

function boxOverlap(one: Box, two: Box): number {
  const w = Math.max(0, Math.min(one[0] + one[2], two[0] + two[2]) - Math.max(one[0], two[0]))
  const h = Math.max(0, Math.min(one[1] + one[3], two[1] + two[3]) - Math.max(one[1], two[1]))
  return (w * h) / (one[2] * one[3] + two[2] * two[3] - w * h)
}

/** Every 10 ms of a film's sound against what was found; adds to the tally, and to `lines` what is wrong. */
export function judgeSound(
  film: Pick<MadeFilm, 'hasSound' | 'sound'>,
  account: Pick<FilmAccount, 'heard'>,
  tally: Pick<Tally, 'sound' | 'offsetsMs'>,
  lines: string[],
): void {
  if (!film.hasSound) return
  for (const truth of film.sound) {
    const wrong = new Map<string, number>()
    let count = 0
    for (let at = truth.start + 0.005; at < truth.end; at += 0.01) {
      const found = account.heard.find(each => each.from <= at && at < each.to)
      const isRight = found?.kind === truth.kind && (found.raw ?? null) === truth.raw
      add(tally.sound, isRight)
      count++
      if (!isRight)
        wrong.set(
          `${found?.kind ?? 'nothing'} ${found?.raw ?? ''}`,
          (wrong.get(`${found?.kind ?? 'nothing'} ${found?.raw ?? ''}`) ?? 0) + 1,
        )
      if (isRight && found.rawStart !== null && truth.rawStart !== null)
        tally.offsetsMs.push(
          1000 * Math.abs(found.rawStart + at - found.from - (truth.rawStart + at - truth.start)),
        )
    }
    const bad = [...wrong].sort((a, b) => b[1] - a[1])[0]
    if (bad && bad[1] > 0.1 * count)
      lines.push(
        `sound ${truth.start.toFixed(2)}-${truth.end.toFixed(2)} ${truth.kind} ${truth.raw ?? ''}: ${bad[0]} for ${bad[1]} of ${count}`,
      )
  }
}

const percent = ({ hit, of }: Share, digits = 1) =>
  of === 0 ? 'none' : `${((100 * hit) / of).toFixed(digits)} % of ${of}`

const overlap = ({ hit, of }: Share) => (of === 0 ? 'none' : (hit / of).toFixed(3))

/** Every row of the table by which the engine is judged. */
export function report(tally: Tally): string {
  const precision = tally.joinsFound.hit / Math.max(1, tally.joinsFound.of)
  const recall = tally.joinsTrue.hit / Math.max(1, tally.joinsTrue.of)
  const kinds = [...tally.kinds].map(([kind, { found, truth, right }]) => ({
    kind,
    found,
    truth,
    right,
    f1: (2 * right) / Math.max(1, found + truth),
  }))
  const sum = (of: 'found' | 'truth' | 'right') => kinds.reduce((total, each) => total + each[of], 0)
  return [
    `frames mapped to the right frame ±1, all material: ${percent(tally.mapped)}`,
    `the same without geometry edits and still scenes: ${percent(tally.plain)}`,
    `still and static scenes: right ±1 or inside a stated range of at most 1 s: ${percent(tally.still)}`,
    `right recording: ${percent(tally.recording)}; unmatched left unmapped: ${percent(tally.unmatched)}`,
    `second layer (inset, split, dissolve) right ±1: ${percent(tally.second)}`,
    `joins F1 (±3): ${((2 * precision * recall) / Math.max(1e-9, precision + recall)).toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}); exact of those found: ${percent(tally.joinsExact)}`,
    `trims of 1-5 frames found: ${percent(tally.trims)}`,
    `edit kinds F1 micro: ${((2 * sum('right')) / Math.max(1, sum('found') + sum('truth'))).toFixed(3)}, macro: ${(kinds.reduce((total, each) => total + each.f1, 0) / Math.max(1, kinds.length)).toFixed(3)}`,
    `  ${kinds.map(({ kind, found, truth, right, f1 }) => `${kind} ${f1.toFixed(2)} (${right} right, ${truth} true, ${found} found)`).join('; ')}`,
    `overlap per frame: crop ${overlap(tally.crop)}, region ${overlap(tally.region)}`,
    `frames falsely called different: ${percent(tally.falsely, 2)}`,
    soundReport(tally),
  ].join('\n')
}

/** The row of the table that tells of sound. */
export function soundReport({ sound, offsetsMs }: Pick<Tally, 'sound' | 'offsetsMs'>): string {
  const offsets = offsetsMs.toSorted((a, b) => a - b)
  const quantile = (part: number) =>
    offsets[Math.min(offsets.length - 1, Math.floor(part * offsets.length))]?.toFixed(2) ?? 'none'
  return `sound labels on a 10 ms grid: ${percent(sound)}; source offset error median ${quantile(0.5)} ms, 95 % ${quantile(0.95)} ms`
}
