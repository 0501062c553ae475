import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  isUntouched,
  type Offset,
  type PictureView,
  panned,
  pictureAt,
  placeOf,
  scaleOf,
  screenAt,
  turnedOn,
  turns,
  untouched,
  zoomedAt,
} from './picture-view.ts'

const picture = { width: 640, height: 360 }
const place = { width: 800, height: 450 }

/** The point of the picture, in its own pixels, that a point of the screen shows. */
function seenAt(view: PictureView, at: Offset): Offset {
  const { x, y } = placeOf(view, picture, place)
  const scale = scaleOf(view, picture, place)
  const angle = (-view.turn * Math.PI) / 180
  const [dx, dy] = [(at.x - x) / scale, (at.y - y) / scale]
  return {
    x: picture.width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
    y: picture.height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
  }
}

const isClose = (a: Offset, b: Offset) => Math.hypot(a.x - b.x, a.y - b.y) < 1e-6

test('an untouched picture lies in the middle, as large as its place allows', () => {
  assert.deepEqual(placeOf(untouched, picture, place), { x: 0, y: 0, enlarged: 1 })
  assert.equal(scaleOf(untouched, picture, place), 1.25)
})

test('a picture on its side fits the height of its place', () => {
  const side = { ...untouched, turn: 90 } as const
  assert.equal(scaleOf(side, picture, place), 450 / 640)
  assert.equal(placeOf(side, picture, place).enlarged, 450 / 640 / 1.25)
})

test('zooming keeps what lies under the pointer under the pointer, however the picture is turned', () => {
  const offset = fc.record({ x: fc.integer({ min: -150, max: 150 }), y: fc.integer({ min: -80, max: 80 }) })
  fc.assert(
    fc.property(
      offset,
      fc.constantFrom(...turns),
      fc.double({ min: 1, max: 4, noNaN: true }),
      (at, turn, factor) => {
        // From far enough in that no edge of the picture comes near.
        const before = { ...untouched, turn, zoom: 8 }
        const after = zoomedAt(before, factor, at, picture, place)
        assert.ok(isClose(seenAt(before, at), seenAt(after, at)))
      },
    ),
  )
})

test('a picture follows the pointer that drags it', () => {
  for (const turn of turns) {
    const before = { ...untouched, turn, zoom: 8 }
    const after = panned(before, { x: 30, y: -12 }, picture, place)
    assert.ok(isClose(seenAt(before, { x: 5, y: 7 }), seenAt(after, { x: 35, y: -5 })), String(turn))
  }
})

test('no edge of an enlarged picture can be dragged into its place', () => {
  const far = panned({ ...untouched, zoom: 2 }, { x: 1e6, y: 1e6 }, picture, place)
  const corner = seenAt(far, { x: -400, y: -225 })
  assert.ok(isClose(corner, { x: 0, y: 0 }))
  assert.deepEqual(placeOf({ ...untouched, x: 0, y: 1 }, picture, place), { x: 0, y: 0, enlarged: 1 })
})

test('zooming out again ends at the whole picture, and four turns at the upright one', () => {
  const near = zoomedAt(untouched, 3, { x: 100, y: 50 }, picture, place)
  const back = zoomedAt(near, 0.3, { x: -80, y: 20 }, picture, place)
  assert.deepEqual([back.zoom, back.x, back.y, isUntouched(back)], [1, 0.5, 0.5, true])
  assert.equal(zoomedAt(near, 1e9, { x: 0, y: 0 }, picture, place).zoom, 64)
  assert.equal(turnedOn(turnedOn(turnedOn(turnedOn(0)))), 0)
})

test('a point of the screen and the point of the picture it shows are each other’s, however it is turned and enlarged', () => {
  const point = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -225, max: 225 }) })
  fc.assert(
    fc.property(
      fc.constantFrom(...turns),
      fc.double({ min: 1, max: 60, noNaN: true }),
      point,
      (turn, zoom, at) => {
        const view = { ...untouched, turn, zoom, x: 0.3, y: 0.8 }
        const found = pictureAt(view, at, picture, place)
        const seen = seenAt(view, at)
        assert.ok(Math.hypot(found.x - seen.x, found.y - seen.y) < 1e-6)
        const back = screenAt(view, found, picture, place)
        assert.ok(Math.hypot(back.x - at.x, back.y - at.y) < 1e-6)
      },
    ),
  )
})
