import assert from 'node:assert/strict'
import test from 'node:test'
import { mixOf, type Plane, scaledMap, warp } from './warp.ts'

const plane = (width: number, height: number, value: (x: number, y: number) => number): Plane => ({
  width,
  height,
  values: Uint8Array.from({ length: width * height }, (_, n) => value(n % width, Math.floor(n / width))),
})
const ramp = plane(32, 16, (x, y) => 3 * x + 5 * y)

test('a picture laid where it lies is itself, and reaches all of it', () => {
  const into = plane(32, 16, () => 0)
  const reached = new Uint8Array(32 * 16)
  warp(ramp, [1, 0, 0, 0, 1, 0], into, reached)
  assert.deepEqual(into.values, ramp.values)
  assert.ok(reached.every(each => each === 1))
})

test('a part laid larger covers the whole, and a whole laid smaller leaves bars that are not reached', () => {
  const into = plane(32, 16, () => 7)
  const reached = new Uint8Array(32 * 16)
  warp(ramp, [2, 0, -16, 0, 2, -8], into, reached)
  assert.ok(reached.every(each => each === 1))
  assert.equal(into.values[8 * 32 + 16], Math.round(3 * 15.75 + 5 * 7.75))
  const small = plane(32, 16, () => 7)
  const some = new Uint8Array(32 * 16)
  warp(ramp, [0.5, 0, 8, 0, 1, 0], small, some)
  assert.equal(
    some.reduce((sum, each) => sum + each, 0),
    16 * 16,
  )
  assert.equal(small.values[0], 7)
})

test('mirrored is mirrored, and a box keeps what lies outside of it', () => {
  const into = plane(32, 16, () => 0)
  const reached = new Uint8Array(32 * 16)
  warp(ramp, [-1, 0, 32, 0, 1, 0], into, reached, [0, 0, 16, 16])
  assert.equal(into.values[0], ramp.values[31])
  assert.equal(reached[20], 0)
})

test('a map told for the files’ pixels holds for smaller pictures of both', () => {
  assert.deepEqual(scaledMap([2, 0, 100, 0, 2, 50], [0.5, 0.5], [0.25, 0.25]), [4, 0, 50, 0, 4, 25])
})

test('how much of each picture is in a mixture is found', () => {
  const other = ramp.values.map(value => 255 - value)
  const mixed = ramp.values.map((value, n) => Math.round(0.3 * value + 0.7 * (other[n] as number)))
  assert.ok(Math.abs(mixOf(mixed, ramp.values, other) - 0.3) < 0.01)
  assert.equal(mixOf(ramp.values, ramp.values, ramp.values), 1)
})
