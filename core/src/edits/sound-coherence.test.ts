import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drownedScores, type Heard } from './sound-coherence.ts'
import { placesDrowned } from './sound-search.ts'
import { bands } from './spectra-loops.ts'

const hops = 200
/** What unrelated sounds come to on the average, and in some cells of every eighth hop what a recording that is heard does. */
const heardWith = (squared: number): Heard => ({
  lag: { raw: 0, lag: 0 },
  ...{ from: 0, to: hops, scores: new Float32Array(hops) },
  squared: Float32Array.from({ length: hops * bands }, (_, cell) =>
    Math.floor(cell / bands) % 8 === 0 && (cell % bands) % 5 === 0 ? squared : 1 / 16,
  ),
  filmPower: new Float32Array(hops * bands),
  rawPower: new Float32Array(hops * bands),
})
const sumOf = (scores: Float32Array) => scores.reduce((sum, each) => sum + each, 0)

test('a recording that is heard in one cell of forty tells for itself; what is alike by chance tells against it', () => {
  assert.ok(sumOf(drownedScores(heardWith(0.8))) > 30)
  assert.ok(sumOf(drownedScores(heardWith(1 / 16))) < 0)
})

test('only what gains enough is a place to be drowned', () => {
  const places = [0.8, 0.2].map(squared => ({ ...heardWith(squared), isExpected: true }))
  assert.deepEqual(
    placesDrowned(places).map(({ squared, isDrowned }) => [squared, isDrowned]),
    [[places[0]?.squared, true]],
  )
})
