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
  readonly started: { readonly when: number; readonly offset: number; readonly rate: number }[] = []
  stopped = 0
  createBufferSource() {
    const playbackRate = { value: 1 }
    return {
      playbackRate,
      buffer: null,
      onended: null,
      connect: () => undefined,
      start: (when: number, offset: number) => this.started.push({ when, offset, rate: playbackRate.value }),
      stop: () => {
        this.stopped++
      },
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

/** Sound in pieces of a tenth of a second from media time `from`. */
function soundFrom(from: number): Media {
  return {
    frames: () => Promise.reject(new Error('only sound')),
    sound: () =>
      Promise.resolve({
        async *pieces(fromSeconds: number): AsyncIterable<SoundPiece> {
          const first = Math.max(0, Math.floor((fromSeconds - from) / 0.1))
          for (let piece = first; piece < 100; piece++)
            yield await Promise.resolve({ buffer: { duration: 0.1 } as AudioBuffer, at: from + piece * 0.1 })
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

test('sound is off, with the reason, at other speeds, before a gesture, without output and without a track', async () => {
  const output = new FakeOutput()
  const map = straightMap(at(0), 0)
  const sound = new Sound(() => output.asOutput)
  assert.deepEqual(sound.state.value, { kind: 'off', why: 'not-chosen' })
  sound.choose(soundFrom(0))
  await turn()
  sound.follow(at(0), 0.5, map)
  assert.deepEqual(sound.state.value, { kind: 'off', why: 'speed' })
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
