import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { shiftBack } from './tones-back.ts'

const [width, height] = [96, 64]
const normal = normalFrom(randomFrom(9))
/** A picture of slow waves under much detail, and what is left of it where the detail is gone. */
const waves = Float32Array.from({ length: width * height }, (_, p) => 120 + 25 * Math.sin((p % width) / 20))
const own = waves.map(value => value + 22 * normal())
const softened = Uint8Array.from(waves, Math.round)

/** Mean distance of what each of the recording's tones became in the film. */
function shiftOn(seen: Uint8Array): number {
  const sums = new Map<number, [sum: number, count: number]>()
  for (const [at, value] of own.entries()) {
    const [sum, count] = sums.get(value >> 3) ?? [0, 0]
    sums.set(value >> 3, [sum + (seen[at] as number) - value, count + 1])
  }
  return [...sums.values()].reduce((all, [sum]) => all + Math.abs(sum), 0) / own.length
}

test('lost detail looks like less contrast from the tones of the recording, and like nothing from those of the film', () => {
  assert.ok(shiftOn(softened) > 8)
  assert.ok(shiftBack([{ own, seen: softened }]) < 2)
})

test('another contrast is told from the tones of the film too, with its detail and without', () => {
  for (const [gain, least] of [
    [1.4, 9],
    [0.7, 6],
  ] as const)
    for (const plane of [own, waves]) {
      const seen = Uint8Array.from(plane, value => Math.round((value - 120) * gain + 120))
      const shift = shiftBack([{ own, seen }])
      assert.ok(shift > (plane === own ? least : least / 2), `${gain} ${shift}`)
    }
  const brighter = Uint8Array.from(waves, value => value + 12)
  assert.ok(Math.abs(shiftBack([{ own, seen: brighter }]) - 12) < 2)
})

test('where the film shows none of the recording nothing is told', () => {
  assert.equal(shiftBack([{ own: new Float32Array(width * height).fill(-1000), seen: softened }]), 0)
})
