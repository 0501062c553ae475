import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseMicros, straightMap } from '@sightline/core/time'
import { createEngine } from './engine.ts'
import type { FrameNeeds, FrameProvider, Media } from './frame-provider.ts'

const at = (micros: number) => micros as CaseMicros
const every = (micros: number, count: number, from = 0) => ({
  boundaries: Float64Array.from({ length: count + 1 }, (_, index) => from + index * micros),
})
const turn = () => new Promise<void>(resolve => setImmediate(resolve))

/** An element as far as the engine uses one. */
class FakeElement {
  readonly attributes = new Map<string, string>()
  onSet: (name: string) => void = () => undefined
  setAttribute(name: string, value: string) {
    this.attributes.set(name, value)
    this.onSet(name)
  }
  removeAttribute(name: string) {
    this.attributes.delete(name)
  }
  getAttribute(name: string) {
    return this.attributes.get(name) ?? null
  }
  hasAttribute(name: string) {
    return this.attributes.has(name)
  }
  get asHtml() {
    return this as unknown as HTMLElement
  }
}

/** A canvas that remembers which frame was drawn last; null after it was cleared. */
class FakeCanvas extends EventTarget {
  width = 0
  height = 0
  drawn: number | null = null
  getContext() {
    return {
      isContextLost: () => false,
      drawImage: (image: { index: number }) => {
        this.drawn = image.index
      },
      clearRect: () => {
        this.drawn = null
      },
    }
  }
  get asHtml() {
    return this as unknown as HTMLCanvasElement
  }
}

/** Media whose frames come when the test says so. */
class FakeMedia implements Media, FrameProvider {
  readonly held = new Set<number>()
  readonly failures = new Map<number, string>()
  readonly wanted: number[] = []
  needs: FrameNeeds | null = null
  isGivingAtOnce = false
  rests = 0
  isDisposed = false
  frames(needs: FrameNeeds) {
    this.needs = needs
    return Promise.resolve(this)
  }
  sound() {
    return Promise.resolve(null)
  }
  frame(index: number) {
    const image = { index } as unknown as CanvasImageSource
    const isHeld = this.isGivingAtOnce || this.held.has(index)
    return isHeld ? { image, width: 64, height: 36, turn: 0 as const, isMirrored: false } : null
  }
  failure(index: number) {
    return this.failures.get(index) ?? null
  }
  want(index: number) {
    this.wanted.push(index)
  }
  ready() {
    return Promise.resolve()
  }
  setBudget() {
    // Not of interest here.
  }
  rest() {
    this.rests++
  }
  dispose() {
    this.isDisposed = true
  }
  give(index: number) {
    this.held.add(index)
    this.needs?.onChange(index)
  }
}

function room() {
  const root = new FakeElement()
  let nowMs = 1000
  let ticks: ((nowMs: number) => void)[] = []
  const engine = createEngine({
    root: root.asHtml,
    schedule: tick => ticks.push(tick),
    unschedule: () => {
      ticks = []
    },
    now: () => nowMs,
  })
  const add = (
    id: string,
    frameTimes: { boundaries: Float64Array },
    start = 0,
    drift = 0,
    isGiving = true,
  ) => {
    const [element, canvas, media] = [new FakeElement(), new FakeCanvas(), new FakeMedia()]
    media.isGivingAtOnce = isGiving
    engine.addAngle({
      id,
      element: element.asHtml,
      picture: { canvas: canvas.asHtml, frameTimes },
      map: straightMap(at(start), drift),
      openMedia: () => Promise.resolve(media),
    })
    const shown = () => [element.getAttribute('data-state'), element.getAttribute('data-frame'), canvas.drawn]
    return { element, canvas, media, shown }
  }
  const tick = (ms: number) => {
    nowMs += ms
    const due = ticks
    ticks = []
    for (const each of due) each(nowMs)
  }
  return { root, engine, add, tick, caseTime: () => Number(root.getAttribute('data-case-time')) }
}

test('an angle is loading until its media is open, then ready with frame, PTS, start and drift', async () => {
  const { add } = room()
  const a = add('a', every(40_000, 10, 3_200_000), -3_200_000, 12.25)
  assert.deepEqual(a.shown(), ['absent', null, null])
  const b = add('b', every(40_000, 10))
  assert.deepEqual(b.shown(), ['loading', null, null])
  await turn()
  assert.deepEqual(b.shown(), ['ready', '0', 0])
  assert.equal(a.element.getAttribute('data-case-start'), '-3200000')
  assert.equal(a.element.getAttribute('data-drift-ppm'), '12.25')
  assert.equal(b.element.getAttribute('data-pts'), '0')
})

test('attributes are set after the draw, in the same task as the seek when the frame is held', async () => {
  const { engine, add, caseTime } = room()
  const { element, canvas, shown } = add('a', every(40_000, 10))
  await turn()
  const seen: [string, number | null][] = []
  element.onSet = name => seen.push([name, canvas.drawn])
  engine.seek(at(85_000))
  assert.deepEqual(shown(), ['ready', '2', 2])
  assert.equal(caseTime(), 85_000)
  assert.deepEqual(seen, [
    ['data-frame', 2],
    ['data-pts', 2],
  ])
})

test('until the frame comes the state is seeking and the old picture keeps its own attributes', async () => {
  const { engine, add } = room()
  const { media, shown, element } = add('a', every(40_000, 10), 0, 0, false)
  await turn()
  media.give(0)
  assert.deepEqual(shown(), ['ready', '0', 0])
  engine.seek(at(200_000))
  assert.deepEqual(shown(), ['seeking', '0', 0])
  media.give(4)
  assert.deepEqual(shown(), ['seeking', '0', 0])
  media.give(5)
  assert.deepEqual(shown(), ['ready', '5', 5])
  assert.equal(element.getAttribute('data-pts'), '200000')
})

test('outside the recording nothing of it is drawn, and the last frame lasts its own duration', async () => {
  const { engine, add } = room()
  const { shown, element } = add('a', every(40_000, 10), 100_000)
  await turn()
  engine.seek(at(499_999))
  assert.deepEqual(shown(), ['ready', '9', 9])
  engine.seek(at(500_000))
  assert.deepEqual(shown(), ['absent', null, null])
  assert.equal(element.getAttribute('data-why'), 'after-end')
  assert.equal(element.hasAttribute('data-pts'), false)
  engine.seek(at(99_999))
  assert.equal(element.getAttribute('data-why'), 'before-start')
  engine.seek(at(100_000))
  assert.deepEqual(shown(), ['ready', '0', 0])
  assert.equal(element.hasAttribute('data-why'), false)
})

test("a step moves the clock to the chosen angle's next frame, others follow, ends do nothing", async () => {
  const { engine, add, caseTime } = room()
  const a = add('a', every(40_000, 3))
  const b = add('b', every(10_000, 20))
  await turn()
  assert.equal(engine.step('a', 1), true)
  assert.deepEqual([caseTime(), a.shown()[1], b.shown()[1]], [40_000, '1', '4'])
  assert.equal(engine.stepAny(1), true)
  assert.deepEqual([caseTime(), a.shown()[1], b.shown()[1]], [50_000, '1', '5'])
  assert.equal(engine.step('a', -1), true)
  assert.equal(engine.step('a', -1), false)
  assert.equal(caseTime(), 0)
  assert.equal(engine.step('nobody', 1), false)
})

test('the clock waits for a late frame, says seeking after a quarter of a second, and goes on from there', async () => {
  const { engine, add, tick, caseTime } = room()
  const a = add('a', every(40_000, 100))
  const b = add('b', every(40_000, 100), 0, 0, false)
  await turn()
  b.media.give(0)
  engine.play()
  tick(16)
  assert.equal(caseTime(), 16_000)
  tick(30)
  assert.deepEqual([caseTime(), a.shown(), b.shown()], [16_000, ['ready', '0', 0], ['ready', '0', 0]])
  tick(200)
  assert.equal(b.shown()[0], 'ready')
  tick(100)
  assert.deepEqual([caseTime(), b.shown()], [16_000, ['seeking', '0', 0]])
  assert.equal(b.media.wanted.at(-1), 1)
  b.media.give(1)
  tick(16)
  assert.deepEqual([caseTime(), a.shown(), b.shown()], [46_000, ['ready', '1', 1], ['ready', '1', 1]])
  tick(10)
  assert.equal(caseTime(), 56_000)
})

test('pausing while the clock waits shows what the final case time demands', async () => {
  const { engine, add, tick, caseTime } = room()
  const { media, shown } = add('a', every(40_000, 100), 0, 0, false)
  await turn()
  media.give(0)
  engine.play()
  for (const ms of [16, 40, 300]) tick(ms)
  engine.pause()
  assert.deepEqual([caseTime(), shown(), engine.playing.value], [16_000, ['ready', '0', 0], false])
})

test('at the end of the span it pauses on the last frame, and playing again starts over', async () => {
  const { engine, add, tick, caseTime } = room()
  const { shown } = add('a', every(40_000, 5))
  await turn()
  engine.seek(at(150_000))
  engine.play()
  tick(10)
  tick(500)
  assert.deepEqual([caseTime(), shown(), engine.playing.value], [199_999, ['ready', '4', 4], false])
  engine.play()
  assert.equal(caseTime(), 0)
  engine.pause()
  engine.setSpeed(-2)
  engine.seek(at(20_000))
  engine.play()
  tick(5)
  assert.equal(caseTime(), 10_000)
  tick(50)
  assert.deepEqual([caseTime(), engine.playing.value], [0, false])
})

test('an angle without media, or whose media failed, holds nobody up and says so', async () => {
  const { engine, add, tick, caseTime } = room()
  add('a', every(40_000, 100))
  const element = new FakeElement()
  const unopened = {
    element: element.asHtml,
    picture: { canvas: new FakeCanvas().asHtml, frameTimes: every(40_000, 100) },
    map: straightMap(at(0), 0),
  }
  engine.addAngle({ id: 'b', openMedia: null, ...unopened })
  await turn()
  assert.deepEqual([...element.attributes].slice(2), [
    ['data-state', 'loading'],
    ['data-why', 'preparing'],
  ])
  await engine.replaceMedia('b', () => Promise.reject(new Error('frames differ: by one')))
  assert.deepEqual(engine.angleStates.value.get('b'), { kind: 'absent', why: 'frames differ: by one' })
  assert.deepEqual(engine.angle('b')?.media.value, { kind: 'failed', why: 'frames differ: by one' })
  engine.play()
  tick(16)
  assert.equal(caseTime(), 16_000)
})

test('a proxy takes over from the original without a gap; a bad one leaves the original in use', async () => {
  const { engine, add } = room()
  const { media, shown } = add('a', every(40_000, 100))
  await turn()
  assert.equal(await engine.replaceMedia('a', () => Promise.reject(new Error('no'))), false)
  assert.deepEqual([shown(), media.isDisposed], [['ready', '0', 0], false])
  const proxy = new FakeMedia()
  const replaced = engine.replaceMedia('a', () => Promise.resolve(proxy))
  assert.deepEqual(shown(), ['ready', '0', 0])
  assert.equal(await replaced, true)
  assert.equal(media.isDisposed, true)
  proxy.give(0)
  assert.deepEqual(shown(), ['ready', '0', 0])
})

test('in play, the first frame of a recording that is about to begin is asked for beforehand', async () => {
  const { engine, add, tick } = room()
  add('a', every(40_000, 200))
  const { media } = add('b', every(40_000, 100), 2_000_000)
  await turn()
  engine.play()
  tick(400)
  assert.deepEqual(media.wanted, [])
  tick(200)
  assert.deepEqual(media.wanted, [0])
})

test('a hidden angle lets go of its decoder and does not hold the clock', async () => {
  const { engine, add, tick, caseTime } = room()
  add('a', every(40_000, 100))
  const b = add('b', every(40_000, 100), 0, 0, false)
  await turn()
  engine.setVisible('b', false)
  assert.deepEqual([b.shown(), b.media.rests], [['absent', null, null], 1])
  engine.play()
  tick(50)
  assert.equal(caseTime(), 50_000)
  engine.pause()
  engine.setVisible('b', true)
  assert.equal(b.shown()[0], 'seeking')
  b.media.give(1)
  assert.deepEqual(b.shown(), ['ready', '1', 1])
})

test('a placement changed live moves the angle at once and the span with it', async () => {
  const { engine, add } = room()
  const { shown, element } = add('a', every(40_000, 10))
  await turn()
  engine.setMap('a', straightMap(at(-100_000), 0))
  assert.deepEqual(shown(), ['ready', '2', 2])
  assert.deepEqual(engine.span.value, { from: -100_000, to: 300_000 })
  engine.setMap('a', null)
  assert.deepEqual(shown(), ['absent', null, null])
  assert.equal(element.getAttribute('data-why'), 'unplaced')
  assert.equal(element.hasAttribute('data-case-start'), false)
  assert.equal(engine.span.value, null)
})

test('a frame that cannot be decoded is absent with its reason, and its neighbours are not', async () => {
  const { engine, add } = room()
  const { media, shown, element } = add('a', every(40_000, 10), 0, 0, false)
  await turn()
  media.give(0)
  engine.seek(at(40_000))
  media.failures.set(1, 'decode failed: bad data')
  media.needs?.onChange(1)
  assert.deepEqual(shown(), ['absent', null, null])
  assert.equal(element.getAttribute('data-why'), 'decode failed: bad data')
  engine.seek(at(0))
  assert.deepEqual(shown(), ['ready', '0', 0])
})

test('a canvas that lost its content is drawn again', async () => {
  const { add } = room()
  const { canvas, shown } = add('a', every(40_000, 10))
  await turn()
  canvas.drawn = null
  canvas.dispatchEvent(new Event('contextrestored'))
  assert.deepEqual(shown(), ['ready', '0', 0])
})

test('after dispose nothing is open and late frames change nothing', async () => {
  const { engine, add, root } = room()
  const { media, shown } = add('a', every(40_000, 10), 0, 0, false)
  await turn()
  engine.dispose()
  const before = [...root.attributes]
  media.give(0)
  assert.deepEqual([shown(), media.isDisposed, [...root.attributes]], [['seeking', null, null], true, before])
})

test('a loop is played over and over, forward and backward; play outside of it is not drawn into it', async () => {
  const { engine, add, tick, caseTime } = room()
  add('a', every(40_000, 25))
  await turn()
  engine.setLoop({ from: at(200_000), to: at(400_000) })
  engine.seek(at(360_000))
  engine.play()
  const times: number[] = []
  for (let ticks = 0; ticks < 6; ticks++) {
    tick(50)
    times.push(caseTime())
  }
  assert.deepEqual(times, [200_000, 250_000, 300_000, 350_000, 200_000, 250_000])
  engine.setSpeed(-1)
  engine.seek(at(230_000))
  tick(0)
  tick(50)
  assert.equal(caseTime(), 399_999)
  assert.equal(engine.playing.value, true)
  engine.setSpeed(1)
  engine.seek(at(900_000))
  tick(0)
  tick(200)
  assert.equal(caseTime(), 999_999)
  assert.equal(engine.playing.value, false)
})

test('in play that comes too late fewer angles are live, the chosen one last, and paused all are exact again', async () => {
  const { engine, add, tick, caseTime } = room()
  const [a, b, c] = ['a', 'b', 'c'].map(id => add(id, every(40_000, 500), 0, 0, false)) as ReturnType<
    typeof add
  >[] as [ReturnType<typeof add>, ReturnType<typeof add>, ReturnType<typeof add>]
  await turn()
  for (const { media } of [a, b, c]) media.give(0)
  engine.setFront('b')
  engine.play()
  const eased: string[] = []
  engine.ease.subscribe(ease => eased.push(ease.kind === 'fewer-angles' ? `${ease.live} live` : ease.kind))
  // Every frame takes two ticks of 30 ms to come, however many angles there are.
  for (let ticks = 0; ticks < 160; ticks++) {
    const wanted = [a, b, c].map(({ media }) => media.wanted.at(-1) ?? 0)
    tick(30)
    for (const [at, { media }] of [a, b, c].entries()) media.give(wanted[at] as number)
  }
  assert.deepEqual(eased.slice(0, 2), ['none', '1 live'])
  const frame = Math.floor(caseTime() / 40_000)
  assert.deepEqual(b.shown(), ['ready', String(frame), frame])
  for (const held of [a, c]) {
    assert.equal(held.element.getAttribute('data-state'), 'seeking')
    assert.equal(held.element.getAttribute('data-why'), 'held')
    assert.ok(
      Number(held.element.getAttribute('data-frame')) < frame,
      'its own last picture stays, with its own number',
    )
    assert.equal(held.canvas.drawn, Number(held.element.getAttribute('data-frame')))
  }
  engine.pause()
  assert.equal(engine.ease.value.kind, 'none')
  for (const { media } of [a, c]) media.give(frame)
  for (const { shown } of [a, b, c]) assert.deepEqual(shown(), ['ready', String(frame), frame])
})

test('angles that keep up are all live, and another speed tries all of them again', async () => {
  const { engine, add, tick } = room()
  for (const id of ['a', 'b']) add(id, every(40_000, 500))
  await turn()
  engine.play()
  for (let ticks = 0; ticks < 300; ticks++) tick(30)
  assert.equal(engine.ease.value.kind, 'none')
  engine.setSpeed(0.5)
  assert.equal(engine.ease.value.kind, 'none')
})
