import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withDissolves, withTails } from './dissolves.ts'
import { smear } from './laid.ts'
import { mixtureLevel, pictureOf } from './mixtures.ts'
import { Pairing } from './pairing.ts'
import { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

const [width, height, count] = [120, 72, 70]
const levels = (at: (x: number, y: number, n: number) => number) =>
  new Levels({
    ...{ width, height, count, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: n => Uint8Array.from({ length: width * height }, (_, p) => at(p % width, Math.floor(p / width), n)),
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  })
const one = (x: number, y: number, n: number) => 110 + 60 * Math.sin(x / 9 + n / 8) * Math.cos(y / 11)
const two = (x: number, y: number, n: number) =>
  120 + 50 * Math.sin(x / 14 - n / 9 + 2) + 30 * Math.cos(y / 6)
const isInset = (x: number, y: number) => x >= 72 && x < 112 && y >= 8 && y < 44
const inset = (x: number, y: number, n: number) =>
  isInset(x, y) ? (((x >> 3) + (y >> 3) + (n >> 4)) % 2) * 200 + 25 : null

function run(from: number, to: number, raw: number, film: Levels, own: Levels): Segment {
  const map = [1, 0, 0, 0, 1, 0] as const
  const frames = Int32Array.from({ length: to - from }, (_, n) => from + n)
  const pairing = new Pairing(film, own, map, [0, 0, width, height])
  const gains = new Float32Array(to - from).fill(1)
  const track = {
    pairing,
    from,
    to,
    gains,
    lifts: new Float32Array(to - from),
    maps: Array.from({ length: to - from }, () => map),
    raw,
  } as unknown as Segment['track']
  const line = { start: 0, rate: 1, from, to, track: 0, raw, moves: 0 }
  return { ...{ from, to, raw, frames, track, line, maps: [map], isBlended: false }, slack: [0, 0] }
}

test('a dissolve into a picture with another set into it is told, as what covers the recording tells nothing of it', () => {
  const [a, b] = [levels(one), levels(two)]
  const film = levels((x, y, n) => {
    const share = Math.max(0, Math.min(1, (n - 33) / 15))
    return (1 - share) * one(x, y, n) + share * (inset(x, y, n) ?? two(x, y, n))
  })
  const runs = [run(0, 40, 0, film, a), run(40, count, 1, film, b)]
  const { edits } = withDissolves(runs, film, [a, b])
  assert.deepEqual(
    edits.map(({ kind }) => kind),
    ['dissolve'],
  )
  const [{ start, end }] = edits as [(typeof edits)[0]]
  assert.ok(Math.abs(start - 34) < 2 && Math.abs(end - 48) < 2, `${start} ${end}`)
  const after = runs[1] as Segment
  const picture = pictureOf(after, film, b)(after, 0)
  assert.equal(picture[(24 >> mixtureLevel) * (width >> mixtureLevel) + (92 >> mixtureLevel)], smear)
})

test('of two runs of one scene with the dark end of a fade between them, the first goes on to where the picture is suddenly bright again', () => {
  const raw = levels((x, y, n) => one(x, y, Math.floor(n / 9)))
  const film = levels((x, y, n) => {
    const shown = one(x, y, Math.floor((n < 30 ? n : n + 4) / 9))
    return n < 30 ? 16 + (shown - 16) * Math.min(1, (30.5 - n) / 12) : shown
  })
  const after = run(30, count - 4, 0, film, raw)
  const later = { ...after, line: { ...after.line, start: 4 / 30 }, frames: after.frames.map(n => n + 4) }
  const told = withTails([run(0, 26, 0, film, raw), later], film, [raw])
  assert.deepEqual(
    told.map(({ from, to }) => [from, to]),
    [
      [0, 30],
      [30, count - 4],
    ],
  )
})

test('a dissolve between two places of one recording is told where it was followed at another speed for as long as it lasts', () => {
  const raw = levels((x, y, n) => (n < 35 ? one(x, y, n) : two(x, y, n)))
  const film = levels((x, y, n) => {
    const share = Math.max(0, Math.min(1, (n - 19) / 11))
    return (1 - share) * one(x, y, n) + share * two(x, y, n + 30)
  })
  const after = run(27, 40, 0, film, raw)
  const later = { ...after, line: { ...after.line, start: 1 }, frames: after.frames.map(n => n + 30) }
  const brief = run(19, 25, 0, film, raw)
  const runs = [run(0, 19, 0, film, raw), { ...brief, line: { ...brief.line, rate: 0.99 } }, later]
  const { edits, segments } = withDissolves(runs, film, [raw])
  const [{ kind, start, end }] = edits as [(typeof edits)[0]]
  assert.ok(kind === 'dissolve' && Math.abs(start - 20) < 2 && Math.abs(end - 30) < 2, `${start} ${end}`)
  assert.deepEqual(
    segments.map(({ from, to }) => [from, to]),
    [
      [0, start],
      [start, 40],
    ],
  )
})
