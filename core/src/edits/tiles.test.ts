import assert from 'node:assert/strict'
import test from 'node:test'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { plainTiles } from './tile-kernels.ts'
import { TileBasis } from './tiles.ts'

test('what is taken out of some tiles, and of the others later, is what is taken out of all at once', () => {
  const random = randomFrom(5)
  const [width, height] = [70, 40]
  const picture = () => Float32Array.from({ length: width * height }, () => 40 * random())
  const basis = new TileBasis(plainTiles, [picture(), picture()], width, height)
  const of = picture()
  const whole = basis.rest(of)
  const some = basis.restIn(of, [4, 1])
  const isInSome = (n: number) => n % width >= 32 && n % width < 64
  assert.deepEqual(
    some,
    whole.map((value, n) => (isInSome(n) ? value : (of[n] as number))),
  )
  assert.notDeepEqual(some, of)
  assert.deepEqual(basis.restIn(some, [0, 2, 3, 5]), whole)
})
