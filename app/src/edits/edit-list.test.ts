import assert from 'node:assert/strict'
import test from 'node:test'
import { mostPlaces } from '@sightline/core/case'
import { EditList } from '@sightline/core/conform'
import { editListOf, type HeldForEdits } from './edit-list.ts'
import type { PictureFacts } from './stored-pictures.ts'

const pictures: PictureFacts = {
  ...{ width: 64, height: 32, fullWidth: 640, fullHeight: 320, count: 1000 },
  times: Float64Array.from({ length: 1001 }, (_, n) => 5 + n / 25),
}
const film: HeldForEdits = { id: 'f'.repeat(64), fromMicros: 0, toMicros: 45e6, pictures, hasSound: false }

test('what moves is told by the film’s own time, and by no more places than an entry of the log holds', () => {
  const follows = Array.from({ length: 900 }, (_, n): [number, number, number, number, number] => [
    n,
    n,
    10,
    20,
    30,
  ])
  const list = editListOf(
    {
      ...{ shown: [], cuts: [], heard: [], leftOut: [] },
      edits: [{ kind: 'redaction', start: 0, end: 900, region: [0, 10, 919, 30], follows, score: 0.9 }],
    },
    film,
    [],
  )
  const [candidate] = EditList.parse(JSON.parse(JSON.stringify(list))).candidates
  assert.ok(candidate?.line.part === 'picture')
  const places = candidate.line.follows ?? []
  assert.equal(places.length, mostPlaces)
  assert.deepEqual(places[0], { at: 5_000_000, box: [0, 10, 20, 30] })
  assert.deepEqual(places.at(-1), { at: 5_000_000 + 899 * 40_000, box: [899, 10, 20, 30] })
  assert.ok(JSON.stringify(candidate.line).length < 32_000)
})
