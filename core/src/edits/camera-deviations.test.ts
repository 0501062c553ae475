import assert from 'node:assert/strict'
import { it } from 'node:test'
import { CameraDeviations } from './camera-deviations.ts'
import type { Levels } from './pictures.ts'
import { deviationUnits, plainTiles } from './tile-kernels.ts'

const [width, height, count, settling] = [64, 32, 360, 24]
/** Plus or minus one for each pixel. */
const patternOf = (seed: number) =>
  Float32Array.from({ length: width * height }, (_, n) =>
    (Math.imul(n + 1 + 7919 * seed, 2654435761) >>> 13) % 2 === 0 ? 1 : -1,
  )
const [rough, breathing, drifting] = [patternOf(1), patternOf(2), patternOf(3)] as const

/** A still scene whose coding is rough at first, and then gets better and worse slowly in two ways. */
const raw = {
  width: () => width,
  height: () => height,
  frameSeconds: 1 / 30,
  kernels: plainTiles,
  at: (time: number) =>
    Uint8Array.from({ length: width * height }, (_, n) => {
      const early = 8 * Math.max(0, 1 - time / settling) * (rough[n] as number)
      const slow =
        Math.sin(time / 17) * (breathing[n] as number) + Math.cos(time / 23) * (drifting[n] as number)
      return Math.round(128 + 40 * Math.sin(n / 5) + early + 2.4 * slow)
    }),
} as unknown as Levels

it('how the coding of a recording settles says nothing of when a frame was shown', () => {
  const times = Int32Array.from({ length: count }, (_, n) => n)
  const camera = new CameraDeviations(raw, 0, times)
  const { values } = camera.at(3)
  let both = 0
  for (const [n, place] of camera.order.places.entries())
    both += place < 0 ? 0 : ((values[n] as number) / deviationUnits) * (rough[place] as number)
  assert.ok(Math.abs(both / rough.length) < 0.5, `${both / rough.length} of 7 grey levels are left`)
})
