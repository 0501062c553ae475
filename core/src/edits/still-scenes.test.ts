import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { accountOfFilm, heldRecording, Levels, type Pictures, referencesOf } from './index.ts'
import { Pairing } from './pairing.ts'
import type { Segment } from './segments.ts'
import { placedInStillScenes } from './still-scenes.ts'

const [width, height] = [128, 72]

/** The same numbers from 0 to 1 for the same seed. */
function noise(seed: number): (n: number) => number {
  return n => {
    const mixed = Math.imul(n * 374761393 + seed * 1442695041, 1274126177)
    return (Math.imul(mixed ^ (mixed >>> 15), 2246822519) >>> 8) / 2 ** 24
  }
}

function pictures(frames: readonly Uint8Array[]): Pictures {
  return {
    ...{ width, height, fullWidth: width, fullHeight: height, count: frames.length },
    times: Float64Array.from({ length: frames.length + 1 }, (_, n) => n / 30),
    luma: frame => frames[frame] as Uint8Array,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  }
}

/** A camera that stands still before a place in which nothing moves: only its noise differs. */
const scene = (() => {
  const cell = noise(7)
  const ground = Float32Array.from({ length: width * height }, (_, n) => {
    const [x, y] = [n % width, Math.floor(n / width)]
    return 60 + 90 * cell((x >> 4) + 57 * (y >> 4)) + 50 * cell(999 + (x >> 2) + 91 * (y >> 2))
  })
  return Array.from({ length: 90 }, (_, frame) => {
    const grain = noise(100 + frame)
    return Uint8Array.from(ground, (value, n) => value + 4 * grain(n))
  })
})()

const card = new Uint8Array(width * height).fill(30)

/** As coding leaves a still scene: the first frame, of which it renews a block now and then. */
function coded(from: number, count: number, rate = 1): readonly Uint8Array[] {
  const frames = [scene[from] as Uint8Array]
  for (let n = 1; n < count; n++) {
    const next = (frames.at(-1) as Uint8Array).slice()
    if (n % 5 === 0)
      for (let y = 16; y < 32; y++) {
        const at = y * width + 8 * ((n % 96) >> 3)
        next.set((scene[from + Math.floor(rate * n)] as Uint8Array).subarray(at, at + 16), at)
      }
    frames.push(next)
  }
  return frames
}

function runOf(frames: readonly Uint8Array[]) {
  const account = accountOf(frames)
  assert.equal(account.shown.length, 1)
  return (account.shown[0] as (typeof account.shown)[number]).segment
}

function accountOf(frames: readonly Uint8Array[], recording: readonly Uint8Array[] = scene) {
  return accountOfFilm(
    {
      film: new Levels(pictures([...Array.from({ length: 12 }, () => card), ...frames])),
      references: referencesOf([heldRecording(new Levels(pictures(recording)))]),
      ...{ sound: null, sounds: [null] },
    },
    {
      ofSize(): never {
        throw new Error('there is no sound here')
      },
    },
    () => false,
  )
}

describe('a camera that stands still before a place in which nothing moves', () => {
  it('is placed by its noise, though coding carries the first frame of a shot through all of it', () => {
    const { from, frames, line } = runOf(coded(37, 40))
    assert.deepEqual([from, line.rate, frames[0], frames[39]], [12, 1, 37, 76])
  })

  it('is told as slow motion where its noise comes at half the speed', () => {
    const { frames, line } = runOf(coded(37, 40, 0.5))
    assert.equal(line.rate, 0.5)
    assert.ok(Math.abs((frames[0] as number) - 37) <= 1 && Math.abs((frames[39] as number) - 56) <= 1)
  })

  it('is told at the speed at which a lamp has come on, and had not come on before', () => {
    const lit = scene.map((frame, n) => {
      const out = frame.slice()
      if (n >= 40 && n < 46) for (let y = 40; y < 48; y++) out.fill(250, y * width + 96, y * width + 104)
      return out
    })
    // All else stays as the first frame was.
    const frames = Array.from({ length: 60 }, (_, n) => {
      const [out, shown] = [(lit[29] as Uint8Array).slice(), lit[29 + Math.floor(n / 4)] as Uint8Array]
      for (let at = 40 * width + 96; at < 48 * width; at += width) out.set(shown.subarray(at, at + 8), at)
      return out
    })
    const [run, ...more] = accountOf(frames, lit).shown.map(({ segment }) => segment)
    assert.ok(run && more.length === 0)
    assert.deepEqual([run.line.rate, run.frames[43], run.frames[44]], [0.25, 39, 40])
  })

  it('is placed by all that its frames say, whatever one of them says much louder', () => {
    const odd = scene[80] as Uint8Array
    const frames = coded(37, 40).map((frame, n) => {
      const out = frame.slice()
      if (n >= 22)
        for (let at = 40 * width; at < 64 * width; at += width)
          out.set(odd.subarray(at + 40, at + 64), at + 40)
      return out
    })
    const { frames: shown, line } = runOf(frames)
    assert.deepEqual([line.rate, shown[0], shown[39]], [1, 37, 76])
  })

  it('is told as one frame held, and which, where the film comes to rest', () => {
    const { frames, line, slack } = runOf(Array.from({ length: 40 }, () => scene[37] as Uint8Array))
    assert.deepEqual([line.rate, frames[0], frames[39]], [0, 37, 37])
    assert.ok((slack[1] ?? 0) - (slack[0] ?? 0) <= 4, `within ${slack}`)
  })

  it('is told as one frame held, and which, where coding shifts a pixel now and then', () => {
    const held = Array.from({ length: 40 }, (_, n) => {
      const frame = (scene[37] as Uint8Array).slice()
      frame[n] = (frame[n] as number) + 1
      return frame
    })
    const { frames, line, slack } = runOf(held)
    assert.deepEqual([line.rate, frames[0], frames[39]], [0, 37, 37])
    assert.ok((slack[1] ?? 0) - (slack[0] ?? 0) <= 4, `within ${slack}`)
  })

  it('is told with every speed in its range where only its first frame tells', () => {
    const frozen = Array.from({ length: 40 }, (_, n) => {
      const frame = (scene[37] as Uint8Array).slice()
      // Coding comes to no rest, and renews nothing.
      for (let k = 0; k < 40; k++) {
        const at = (61 * n + 977 * k) % frame.length
        frame[at] = (frame[at] as number) + 1
      }
      return frame
    })
    const { frames, slack } = runOf(frozen)
    const last = frames[39] as number
    assert.ok(last + slack[0] <= 47 && last + slack[1] >= 76, `told as ${last} within ${slack}`)
  })

  it('is told with the whole range that it could be from where its noise was lost', () => {
    const mean = Uint8Array.from(scene[0] as Uint8Array, (_, n) => {
      let sum = 0
      for (const frame of scene) sum += frame[n] as number
      return sum / scene.length
    })
    const { frames, slack } = runOf(Array.from({ length: 40 }, () => mean))
    const first = frames[0] as number
    assert.ok(first + slack[0] <= 0 && first + slack[1] >= 49, `told as ${first} within ${slack}`)
  })

  it('is told as slow motion where it is faded in', () => {
    const frames = coded(37, 60, 0.5).map((frame, n) =>
      frame.map(value => 16 + (value - 16) * Math.min(1, (n + 1) / 13)),
    )
    const { frames: shown, line } = runOf(frames)
    assert.equal(line.rate, 0.5)
    assert.ok(Math.abs((shown[59] as number) - 66) <= 1, `told as ${shown[59]}`)
  })

  it('is told as slow motion where a picture that moves is set into it', () => {
    const frames = coded(37, 60, 0.5).map((frame, n) => {
      const out = frame.slice()
      const cell = noise(5)
      for (let y = 34; y < 68; y++)
        for (let x = 60; x < 122; x++) out[y * width + x] = 230 * cell(((x + 3 * n) >> 3) + 71 * (y >> 3))
      return out
    })
    const account = accountOf(frames)
    assert.deepEqual(
      account.edits.map(({ kind }) => kind).filter(kind => kind === 'pip' || kind === 'slow'),
      ['pip', 'slow'],
    )
    const { line, frames: shown } = (account.shown[0] as (typeof account.shown)[number]).segment
    assert.equal(line.rate, 0.5)
    assert.ok(Math.abs((shown[59] as number) - 66) <= 1, `told as ${shown[59]}`)
  })

  it('is told as one frame held from where the film comes to rest, after the same scene played', () => {
    const held = Array.from({ length: 40 }, () => scene[20] as Uint8Array)
    const account = accountOf([...coded(5, 70), ...held])
    assert.deepEqual(
      account.shown.map(({ segment: { from, to, line, frames } }) => [from, to, line.rate, frames[0]]),
      [
        [12, 82, 1, 5],
        [82, 122, 0, 20],
      ],
    )
  })

  it('is placed shot by shot where something is drawn that moves', () => {
    const frames = [...coded(10, 30), ...coded(58, 30)].map((frame, n) => {
      const out = frame.slice()
      for (let y = 52; y < 64; y++) out.fill(235, y * width + n, y * width + n + 14)
      return out
    })
    const [one, two, ...more] = accountOf(frames).shown.map(({ segment }) => segment)
    assert.ok(one && two && more.length === 0)
    assert.deepEqual([one.from, one.frames[0], two.to - 1, two.frames.at(-1)], [12, 10, 71, 87])
    assert.ok(one.to === two.from && Math.abs(two.from - 42) <= 3, `cut at ${two.from}`)
  })
})

describe('a camera that stands still before something that moves', () => {
  it('is told at true speed where it was followed at a speed that nobody offers', () => {
    const moving = scene.map((frame, n) => {
      const out = frame.slice()
      for (let y = 30; y < 46; y++) out.fill(240, y * width + n, y * width + n + 16)
      return out
    })
    const [raw, film] = [new Levels(pictures(moving)), new Levels(pictures(moving.slice(10, 70)))]
    const map = [1, 0, 0, 0, 1, 0] as const
    const pairing = new Pairing(film, raw, map, [0, 0, width, height])
    const [rate, start] = [1.05, 9.5 / 30]
    const followed: Segment = {
      ...{ from: 0, to: 60, raw: 0, slack: [0, 0], maps: [map], isBlended: false },
      line: { ...{ track: 0, raw: 0, start, rate, from: 0, to: 60 }, moves: 0 },
      track: {
        ...{ raw: 0, pairing, from: 0, to: 60, maps: [map] },
        gains: new Float32Array(60),
      } as unknown as Segment['track'],
      frames: Int32Array.from({ length: 60 }, (_, n) => raw.frameAt(start + (rate * n) / 30)),
    }
    const [run] = placedInStillScenes([followed], film, [raw], [0, 60], [])
    assert.deepEqual([run?.line.rate, run?.frames[0], run?.frames[59]], [1, 10, 69])
  })
})
