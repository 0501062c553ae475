import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseMicros, straightMap } from '@sightline/core/time'
import type { Media, SoundPiece } from './frame-provider.ts'
import { type AudioOutput, Sound } from './sound.ts'

const at = (micros: number) => micros as CaseMicros
const turn = () => new Promise<void>(resolve => setImmediate(resolve))

/** An output that notes when each node was to sound; its clock stands where the test puts it. */
class FakeOutput {
  state = 'running'
  currentTime = 5
  outputLatency = 0
  destination = {}
  readonly started: {
    readonly when: number
    readonly offset: number
    readonly rate: number
    readonly seconds: number
  }[] = []
  stopped = 0
  createBufferSource() {
    const playbackRate = { value: 1 }
    const { started } = this
    return {
      playbackRate,
      buffer: null,
      onended: null,
      connect: () => undefined,
      start(when: number, offset: number) {
        const seconds = (this.buffer as AudioBuffer | null)?.duration ?? 0
        started.push({ when, offset, rate: playbackRate.value, seconds })
      },
      stop: () => {
        this.stopped++
      },
    }
  }
  createBuffer(numberOfChannels: number, length: number, sampleRate: number) {
    return {
      numberOfChannels,
      length,
      sampleRate,
      duration: length / sampleRate,
      copyToChannel: () => undefined,
    }
  }
  resume() {
    this.state = 'running'
    return Promise.resolve()
  }
  close() {
    return Promise.resolve()
  }
  get asOutput() {
    return this as unknown as AudioOutput
  }
}

const tenth = (at: number): AudioBuffer => {
  const samples = Float32Array.from({ length: 800 }, (_, each) => Math.sin((at * 8000 + each) / 3))
  const shape = { numberOfChannels: 1, length: 800, sampleRate: 8000, duration: 0.1 }
  return { ...shape, getChannelData: () => samples } as unknown as AudioBuffer
}

/** Sound in pieces of a tenth of a second from media time `from`. */
function soundFrom(from: number): Media {
  return {
    frames: () => Promise.reject(new Error('only sound')),
    sound: () =>
      Promise.resolve({
        async *pieces(fromSeconds: number): AsyncIterable<SoundPiece> {
          const first = Math.max(0, Math.floor((fromSeconds - from) / 0.1))
          for (let piece = first; piece < 100; piece++)
            yield await Promise.resolve({ buffer: tenth(from + piece * 0.1), at: from + piece * 0.1 })
        },
      }),
    dispose: () => undefined,
  }
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6

test('every piece is scheduled where start and drift put it on the case clock', async () => {
  const output = new FakeOutput()
  const sound = new Sound(() => output.asOutput)
  sound.choose(soundFrom(3.2))
  await turn()
  // Media 3.2 s is case 1.20032 s at 100 ppm; at case 1.25 s the first piece has been sounding for 50 ms.
  sound.follow(at(1_250_000), 1, straightMap(at(-2_000_000), 100))
  await turn()
  const { started } = output
  assert.deepEqual(sound.state.value, { kind: 'on' })
  assert.equal(rounded((started[0]?.when ?? 0) - 5), 0)
  assert.equal(rounded(started[0]?.offset ?? 0), rounded((1.25 - 1.20032) / 1.0001))
  for (const [piece, { when, rate }] of started.slice(1).entries()) {
    const caseSeconds = -2 + (3.2 + (piece + 1) * 0.1) * 1.0001
    assert.equal(rounded(when - 5), rounded(caseSeconds - 1.25))
    assert.equal(rate, 1 / 1.0001)
  }
  assert.ok(started.length >= 10 && started.length <= 12, 'about a second is scheduled ahead, not everything')
})

test('the clock is led along gently while the sound is near, and the sound starts anew when it is not', async () => {
  const output = new FakeOutput()
  const sound = new Sound(() => output.asOutput)
  const map = straightMap(at(0), 0)
  sound.choose(soundFrom(0))
  await turn()
  sound.follow(at(0), 1, map)
  output.currentTime = 5.015
  sound.follow(at(10_000), 1, map)
  assert.equal(Math.round(sound.nudge()), 25)
  assert.equal(output.stopped, 0)
  await turn()
  output.currentTime = 6
  sound.follow(at(900_000), 1, map)
  await turn()
  assert.ok(output.stopped > 0)
  const again = output.started.at(-1)
  assert.ok(again && again.when >= 6)
  assert.deepEqual(sound.state.value, { kind: 'on' })
  assert.equal(sound.nudge(), 0)
})

for (const speed of [0.25, 2])
  test(`at ${speed} times the speed the sound lies on the clock to the sample, piece by piece, at its own pitch`, async () => {
    const output = new FakeOutput()
    const sound = new Sound(() => output.asOutput)
    const map = straightMap(at(-2_000_000), 100)
    sound.choose(soundFrom(3.2))
    await turn()
    sound.follow(at(1_250_000), speed, map)
    while (output.started.length < 3) await turn()
    assert.deepEqual(sound.state.value, { kind: 'on' })
    // 1.25 s is inside the first piece of sound: the first sample heard is the one of that instant, to an eighth of a ms.
    const [first] = output.started
    let expected = (first?.when ?? 0) - (first?.offset ?? 0)
    assert.ok(Math.abs(expected - 5) <= 0.5 / 8000 / speed, `begins at ${expected}`)
    for (const { when, offset, rate, seconds } of output.started) {
      assert.equal(rounded(when - offset), rounded(expected))
      assert.equal(rate, 1)
      expected += seconds
    }
    // The clock is followed in what is heard: 10 ms of it are less of the case at a quarter of the speed.
    output.currentTime = 5.02
    sound.follow(at(1_250_000 + 10_000 * speed), speed, map)
    assert.equal(rounded(sound.nudge()), rounded(50 * speed))
    sound.follow(at(1_250_000), 1, map)
    assert.ok(output.stopped > 0, 'another speed begins anew')
  })

test('stretched sound begins anew where the recorder left a gap, and nothing fills the gap', async () => {
  const output = new FakeOutput()
  const sound = new Sound(() => output.asOutput)
  const gapped: Media = {
    ...soundFrom(0),
    sound: () =>
      Promise.resolve({
        async *pieces(): AsyncIterable<SoundPiece> {
          for (const from of [0, 0.1, 0.4, 0.5])
            yield await Promise.resolve({ buffer: tenth(from), at: from })
        },
      }),
  }
  sound.choose(gapped)
  await turn()
  sound.follow(at(0), 2, straightMap(at(0), 0))
  const covered = () => output.started.reduce((sum, { seconds }) => sum + seconds, 0)
  while (covered() < 0.2) await turn()
  assert.equal(rounded(covered()), 0.2)
  const after = output.started.find(({ when }) => when - 5 > 0.1 + 1e-6)
  assert.equal(rounded((after?.when ?? 0) - 5), 0.2)
})

test('sound is off, with the reason, backward, before a gesture, without output and without a track', async () => {
  const output = new FakeOutput()
  const map = straightMap(at(0), 0)
  const sound = new Sound(() => output.asOutput)
  assert.deepEqual(sound.state.value, { kind: 'off', why: 'not-chosen' })
  sound.choose(soundFrom(0))
  await turn()
  for (const speed of [-1, -0.5, -8]) {
    sound.follow(at(0), speed, map)
    assert.deepEqual(sound.state.value, { kind: 'off', why: 'reverse' })
  }
  output.state = 'suspended'
  sound.follow(at(0), 1, map)
  assert.deepEqual(sound.state.value, { kind: 'off', why: 'blocked' })
  sound.allow()
  sound.follow(at(0), 1, map)
  assert.deepEqual(sound.state.value, { kind: 'on' })
  sound.choose({ ...soundFrom(0), sound: () => Promise.resolve(null) })
  await turn()
  assert.deepEqual(sound.state.value, { kind: 'off', why: 'no-sound' })
  const deaf = new Sound(() => {
    throw new Error('no device')
  })
  deaf.choose(soundFrom(0))
  await turn()
  deaf.follow(at(0), 1, map)
  assert.deepEqual(deaf.state.value, { kind: 'off', why: 'no-output' })
})
