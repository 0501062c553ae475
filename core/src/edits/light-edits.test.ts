import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colourSpans, isDimEndOf, withDarkEnds } from './light-edits.ts'
import { Levels } from './pictures.ts'
import { regionsOf } from './regions.ts'
import type { Segment } from './segments.ts'

const [width, height, count] = [160, 96, 48]
const hues = (x: number, y: number) => [40 * Math.sin(x / 5), 30 * Math.cos(y / 4)] as const

/** Alike in all frames but for how strong their colours are, and how bright they. */
function levels(strengthAt: (n: number) => number, lightAt: (n: number) => number = () => 1): Levels {
  const [w, h] = [width >> 1, height >> 1]
  const luma = Uint8Array.from({ length: width * height }, (_, p) => 120 + 40 * Math.sin((p % width) / 3))
  return new Levels({
    ...{ width, height, count, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: n => luma.map(value => 16 + lightAt(n) * (value - 16)),
    colour: n => {
      const own = (plane: 0 | 1) =>
        Array.from({ length: w * h }, (_, p) => 128 + strengthAt(n) * hues(p % w, Math.floor(p / w))[plane])
      return Uint8Array.from([...own(0), ...own(1)])
    },
  })
}

function toldOf(strengthAt: (n: number) => number) {
  const film = levels(strengthAt)
  const raw = levels(() => 1)
  const segment = {
    ...{ from: 0, to: count, raw: 0, line: { start: 0, rate: 1 }, isBlended: false, slack: [0, 0] },
    frames: Int32Array.from({ length: count }, (_, n) => n),
    maps: [[1, 0, 0, 0, 1, 0]],
  } as unknown as Segment
  const { regions, run, lights, samples } = regionsOf(segment, film, raw)
  const spans = colourSpans(segment, run, lights, samples, film, () => false)
  return { regions: regions.length, spans: spans.map(([from, to]) => [from, to]) }
}

test('a part of a run shown in weaker or stronger colours is told as such, to the frame, and not as a drawing', () => {
  const part = (strength: number) => (n: number) => (n >= 17 && n < 40 ? strength : 1)
  assert.deepEqual(toldOf(part(0)), { regions: 0, spans: [[17, 40]] })
  assert.deepEqual(toldOf(part(1.8)), { regions: 0, spans: [[17, 40]] })
  // Coding takes so much of colours, and gives it back.
  assert.deepEqual(toldOf(part(0.88)), { regions: 0, spans: [] })
  assert.deepEqual(
    toldOf(n => (n < 33 ? 0.4 : 1)),
    { regions: 0, spans: [[0, 33]] },
  )
})

/** As `toldOf`, of brighter frames; in `spotlit` ones a spotlight says why they are darker. */
function spansOf(
  strengthAt: (n: number) => number,
  lightAt: (n: number) => number,
  isSpotlit: (n: number) => boolean = () => false,
): readonly (readonly number[])[] {
  const film = levels(strengthAt, lightAt)
  const raw = levels(() => 1)
  const segment = {
    ...{ from: 0, to: count, raw: 0, line: { start: 0, rate: 1 }, isBlended: false, slack: [0, 0] },
    frames: Int32Array.from({ length: count }, (_, n) => n),
    maps: [[1, 0, 0, 0, 1, 0]],
  } as unknown as Segment
  const { run, lights, samples } = regionsOf(segment, film, raw)
  return colourSpans(segment, run, lights, samples, film, isSpotlit, isSpotlit).map(([from, to]) => [
    from,
    to,
  ])
}

test('a part of a run that is hardly brighter is how it was coded; a whole run, and what is clearly brighter, is told', () => {
  const part = (light: number) => (n: number) => (n >= 12 && n < 30 ? light : 1)
  const asItWas = () => 1
  assert.deepEqual(spansOf(asItWas, part(1.035)), [])
  assert.deepEqual(spansOf(asItWas, part(1.06)), [[12, 30]])
  assert.deepEqual(
    spansOf(asItWas, () => 1.035),
    [[0, 48]],
  )
})

test('what is grey under a spotlight is told, what has lost as much colour as light is not', () => {
  const dark = () => 0.4
  const always = () => true
  assert.deepEqual(
    spansOf(() => 0, dark, always),
    [[0, 48]],
  )
  assert.deepEqual(spansOf(dark, dark, always), [])
})

test('frames in their own light and colours before a part that is dark and weak in colour for most of a run are none of it', () => {
  const dark = (most: number) => (n: number) => (n >= 10 ? most : 1)
  assert.deepEqual(spansOf(dark(0.3), dark(0.4)), [[10, 48]])
})

test('black frames at the dark end of a fade are of it, also where a card follows them; a longer black is told', () => {
  const score = 0.8
  const fade = { kind: 'fade', start: 80, end: 90, score } as const
  const card = { kind: 'title', start: 93, end: 120, score } as const
  const dark = { kind: 'black', start: 90, end: 93, score } as const
  assert.deepEqual(
    withDarkEnds([fade], [dark, card], () => false),
    { edits: [{ ...fade, end: 93 }, card], inside: [90] },
  )
  const long = { ...dark, end: 110 }
  // A white frame, which looks like a card by itself.
  const white = { ...card, start: 90, end: 91 }
  assert.deepEqual(
    withDarkEnds([fade], [white], () => true),
    { edits: [{ ...fade, end: 91 }], inside: [90] },
  )
  // A dark place shows nothing for half of its fade.
  const half = { ...dark, end: 99 }
  assert.deepEqual(
    withDarkEnds([fade], [half], () => false),
    { edits: [{ ...fade, end: 99 }], inside: [90] },
  )
  assert.deepEqual(
    withDarkEnds([fade], [long], () => true),
    { edits: [fade, long], inside: [] },
  )
})

test('frames in which a picture grows up to its fade are of it; another picture, and one that stays as it is, are not', () => {
  const score = 0.8
  const film = (lightAt: (n: number) => number) => levels(() => 1, lightAt)
  const fade = { kind: 'fade', start: 12, end: 22, score } as const
  const before = { kind: 'insert', start: 10, end: 12, score } as const
  const ramp = (n: number) => Math.max(0, Math.min(1, (n - 9) / 13))
  const isDim = (lightAt: (n: number) => number) => isDimEndOf(before, fade, film(lightAt))
  assert.equal(isDim(ramp), true)
  assert.equal(
    isDim(n => (n < 12 ? 0.8 : ramp(n))),
    false,
  )
  assert.equal(
    isDim(n => (n < 12 ? 0.2 : ramp(n))),
    false,
  )
  const after = { ...before, start: 22, end: 24 }
  assert.equal(
    isDimEndOf(
      after,
      fade,
      film(n => ramp(33 - n)),
    ),
    true,
  )
})
