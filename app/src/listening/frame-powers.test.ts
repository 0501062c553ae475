import assert from 'node:assert/strict'
import test from 'node:test'
import { plainFramePowers } from '@sightline/core/listening'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { loadFft } from '../sound/fft.ts'
import { loadFramePowers } from './frame-powers.ts'

const fft = await loadFft()
const plain = plainFramePowers(fft)
const vectors = await loadFramePowers(fft)
const normal = normalFrom(randomFrom(12))
const samples = Int16Array.from({ length: 9000 }, (_, n) =>
  Math.max(-32_768, Math.min(32_767, Math.round((n < 5000 ? 300 : 20_000) * normal()))),
)

for (const size of [96, 256, 512])
  test(`powers by vectors are those of plain loops, but for rounding, in frames of ${size}`, () => {
    const taper = Float32Array.from({ length: size }, (_, n) => Math.sin((Math.PI * (n + 0.5)) / size))
    const [slow, fast] = [plain(taper), vectors(taper)]
    for (const starts of [[1], [700, 1300, 4800], [-200, 40], [8900], [9100]]) {
      const wanted = slow.sum(samples, starts)
      const found = fast.sum(samples, starts)
      const most = Math.max(...wanted.subarray(1))
      for (let bin = 1; bin < size / 2; bin++) {
        const [a, b] = [wanted[bin] as number, found[bin] as number]
        assert.ok(Math.abs(a - b) <= 1e-5 * a + 1e-9 * most, `${starts}, bin ${bin}: ${a} and ${b}`)
      }
    }
  })
