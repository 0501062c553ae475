import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { overlapOf } from './affine.ts'
import {
  accountOfFilm,
  type FilmAccount,
  heldRecording,
  Levels,
  type Pictures,
  referencesOf,
} from './index.ts'
import { placesOf } from './inset-search.ts'

const [width, height] = [128, 72]

/** A place of grey stripes and spots, the same for the same number. */
function place(seed: number): (x: number, y: number) => number {
  const value = (x: number, y: number) => {
    const n = Math.imul(x * 374761393 + y * 668265263 + seed * 1442695041, 1274126177)
    return ((n ^ (n >>> 15)) >>> 24) / 255
  }
  return (x, y) => {
    let sum = 0
    for (const [cell, weight] of [
      [31, 110],
      [9, 70],
      [4, 40],
    ] as const)
      sum += weight * value(Math.floor(x / cell), Math.floor(y / cell))
    return Math.min(255, sum)
  }
}

function pictures(frames: readonly Uint8Array[]): Pictures {
  return {
    width,
    height,
    count: frames.length,
    times: Float64Array.from({ length: frames.length + 1 }, (_, n) => n / 30),
    luma: frame => frames[frame] as Uint8Array,
    colour: () => new Uint8Array((width * height) / 2).fill(118),
    fullWidth: width,
    fullHeight: height,
  }
}

function drawn(at: (x: number, y: number) => number): Uint8Array {
  const out = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[y * width + x] = at(x, y)
  return out
}

/** A camera that looks around in a place. */
function recording(seed: number, count: number, swing = 90): readonly Uint8Array[] {
  const world = place(seed)
  return Array.from({ length: count }, (_, n) => {
    const [left, top] = [
      Math.round(400 + swing * Math.sin(n / 17) + 1.6 * n),
      Math.round(300 + 0.44 * swing * Math.cos(n / 11)),
    ]
    // A sensor's own noise: no other frame is the same picture, shifted.
    const noise = place(1000 + 1000 * seed + n)
    return drawn((x, y) => Math.min(255, world(x + left, y + top) + noise(4 * x, 4 * y) / 20))
  })
}

/** A camera in the hand of somebody who runs: it is moved and rolled from frame to frame. */
function handheld(seed: number, count: number): readonly Uint8Array[] {
  const world = place(seed)
  return Array.from({ length: count }, (_, n) => {
    const [left, top] = [400 + 26 * Math.sin(n / 4) + 2 * n, 300 + 16 * Math.cos(n / 3)]
    const roll = 0.15 * Math.sin(n / 2.9)
    const [cos, sin] = [Math.cos(roll), Math.sin(roll)]
    return drawn((x, y) => {
      const [dx, dy] = [x - width / 2, y - height / 2]
      const [wx, wy] = [left + cos * dx - sin * dy, top + sin * dx + cos * dy]
      const [ix, iy] = [Math.floor(wx), Math.floor(wy)]
      const [fx, fy] = [wx - ix, wy - iy]
      return (
        (world(ix, iy) * (1 - fx) + world(ix + 1, iy) * fx) * (1 - fy) +
        (world(ix, iy + 1) * (1 - fx) + world(ix + 1, iy + 1) * fx) * fy
      )
    })
  })
}

/** The middle part of a picture as large as the whole was. */
function zoomed(from: Uint8Array, part: number): Uint8Array {
  return drawn((x, y) => {
    const sx = (x + 0.5 - width / 2) * part + width / 2 - 0.5
    const sy = (y + 0.5 - height / 2) * part + height / 2 - 0.5
    const [ix, iy] = [
      Math.max(0, Math.min(width - 2, Math.floor(sx))),
      Math.max(0, Math.min(height - 2, Math.floor(sy))),
    ]
    const [fx, fy] = [sx - ix, sy - iy]
    const at = (n: number, m: number) => from[(iy + m) * width + ix + n] as number
    return (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy
  })
}

const raw = recording(1, 240)
const other = recording(2, 120)
const calm = recording(4, 120, 12)
const card = drawn((x, y) => (y > 30 && y < 40 && x > 20 && x < 100 && (x >> 2) % 2 === 0 ? 230 : 40))
const noTransforms = {
  ofSize(): never {
    throw new Error('there is no sound here')
  },
}

const lookedAt = (own: Pictures) => heldRecording(new Levels(own))

function accountOf(frames: readonly Uint8Array[], raws: readonly (readonly Uint8Array[])[]): FilmAccount {
  return accountOfFilm(
    {
      film: new Levels(pictures(frames)),
      references: referencesOf(raws.map(each => lookedAt(pictures(each)))),
      sound: null,
      sounds: raws.map(() => null),
    },
    noTransforms,
    () => false,
  )
}

const shownFrames = ({ shown }: FilmAccount, count: number) => {
  const out = new Array<string | null>(count).fill(null)
  for (const { segment, layer } of shown)
    if (layer === 0)
      for (const [n, frame] of segment.frames.entries()) out[segment.from + n] = `${segment.raw}:${frame}`
  return out
}

describe('the account of a film', () => {
  it('tells of no join where every other picture is left out and each that is left is shown twice', () => {
    const plan = Array.from({ length: 60 }, (_, n) => (n < 20 ? 150 + n : 40 + 2 * (n >> 1)))
    const account = accountOf(
      plan.map(n => raw[n] as Uint8Array),
      [raw],
    )
    assert.deepEqual(
      shownFrames(account, plan.length),
      plan.map(n => `0:${n}`),
    )
    assert.deepEqual([account.cuts, account.edits], [[20], []])
  })

  it('finds a small part of what a camera sees that is turned about fast', () => {
    const shaken = handheld(5, 60)
    const account = accountOf(
      Array.from({ length: 24 }, (_, n) => zoomed(shaken[22 + n] as Uint8Array, 1 / 2)),
      [shaken],
    )
    assert.deepEqual(
      shownFrames(account, 24),
      Array.from({ length: 24 }, (_, n) => `0:${22 + n}`),
    )
  })

  it('names the recording and the frame of every frame, across a cut, a frame left out and a card', () => {
    const plan: readonly (readonly [number, number] | null)[] = [
      ...Array.from({ length: 40 }, (_, n) => [0, 20 + n] as const),
      // One frame is left out here.
      ...Array.from({ length: 40 }, (_, n) => [0, 61 + n] as const),
      ...Array.from({ length: 30 }, () => null),
      ...Array.from({ length: 40 }, (_, n) => [1, 70 + n] as const),
    ]
    const film = plan.map(each =>
      each === null ? card : ((each[0] === 0 ? raw : other)[each[1]] as Uint8Array),
    )
    const account = accountOf(film, [raw, other])
    assert.deepEqual(
      shownFrames(account, plan.length),
      plan.map(each => each && `${each[0]}:${each[1]}`),
    )
    assert.deepEqual(account.cuts, [40, 80, 110])
    assert.deepEqual(
      account.edits.map(({ kind, start, end }) => [kind, start, end]),
      [['title', 80, 110]],
    )
  })

  it('finds a card where a recording begins with it', () => {
    const held = [...Array.from({ length: 40 }, () => card), ...raw.slice(0, 60)]
    const film = [...Array.from({ length: 30 }, () => card), ...held.slice(50, 80)]
    const told = shownFrames(accountOf(film, [held, other]), film.length)
    for (const [n, each] of told.slice(0, 30).entries()) {
      const [of, frame] = (each ?? '').split(':').map(Number)
      assert.ok(of === 0 && (frame ?? 40) < 40, `frame ${n}: ${each}`)
    }
  })

  it('tells half speed, a held frame and playing backwards by their kinds', () => {
    const film = [
      ...Array.from({ length: 60 }, (_, n) => raw[30 + (n >> 1)]),
      ...Array.from({ length: 40 }, () => raw[120]),
      ...Array.from({ length: 50 }, (_, n) => raw[220 - n]),
    ] as Uint8Array[]
    const account = accountOf(film, [raw])
    assert.deepEqual(
      account.edits.map(({ kind, start, end }) => [kind, start, end]),
      [
        ['slow', 0, 60],
        ['freeze', 60, 100],
        ['reverse', 100, 150],
      ],
    )
    assert.equal(account.edits[0]?.factor, 0.5)
  })

  it('tells a frame held of a standing camera where only a small thing moves', () => {
    const ground = place(7)
    const standing = Array.from({ length: 120 }, (_, n) => {
      const noise = place(9000 + n)
      return drawn((x, y) => {
        const isThing = x >= 8 + n && x < 14 + n && y >= 40 && y < 48
        return isThing ? 250 : Math.min(240, 0.8 * ground(x, y) + noise(4 * x, 4 * y) / 40)
      })
    })
    const film = [...standing.slice(20, 49), ...Array.from({ length: 40 }, () => standing[49] as Uint8Array)]
    const account = accountOf(film, [standing])
    assert.deepEqual(
      account.edits.map(({ kind, start, end }) => [kind, start, end]),
      [['freeze', 29, film.length]],
    )
    assert.equal(shownFrames(account, film.length)[60], '0:49')
  })

  it('follows a zoom into a moving picture at half speed as one run, to the frame', () => {
    const count = 60
    const film = Array.from({ length: count }, (_, n) =>
      zoomed(calm[60 + (n >> 1)] as Uint8Array, 1 - (0.3 * n) / count),
    )
    const account = accountOf(film, [other, calm])
    assert.deepEqual(account.cuts, [])
    assert.deepEqual(
      shownFrames(account, count),
      Array.from({ length: count }, (_, n) => `1:${60 + (n >> 1)}`),
    )
    const kinds = account.edits.map(({ kind }) => kind)
    assert.ok(kinds.includes('slow') && kinds.includes('zoom'), kinds.join(' '))
  })

  it('leaves pictures from elsewhere unmatched', () => {
    const account = accountOf(recording(3, 60), [raw, other])
    assert.deepEqual(account.shown, [])
    assert.deepEqual(
      account.edits.map(({ kind }) => kind),
      ['insert'],
    )
  })

  it('says where a black box lies and over which frames', () => {
    const film = Array.from({ length: 60 }, (_, n) => {
      const from = raw[40 + n] as Uint8Array
      if (n < 15 || n >= 45) return from
      return drawn((x, y) => (x >= 40 && x < 72 && y >= 20 && y < 44 ? 16 : (from[y * width + x] as number)))
    })
    const [edit, ...more] = accountOf(film, [raw]).edits
    assert.deepEqual(more, [])
    assert.equal(edit?.kind, 'redaction')
    assert.deepEqual(edit?.region, [40, 20, 32, 24])
    assert.ok(Math.abs((edit?.start ?? 0) - 15) <= 2 && Math.abs((edit?.end ?? 0) - 45) <= 2)
  })

  it('says of a blurred part that it was made unrecognisable, and where it lies', () => {
    const film = Array.from({ length: 60 }, (_, n) => {
      const from = raw[40 + n] as Uint8Array
      if (n < 15) return from
      return drawn((x, y) => {
        if (x < 30 || x >= 78 || y < 16 || y >= 52) return from[y * width + x] as number
        let sum = 0
        for (let dy = -4; dy <= 4; dy++)
          for (let dx = -4; dx <= 4; dx++) sum += from[(y + dy) * width + x + dx] as number
        return sum / 81
      })
    })
    const [edit, ...more] = accountOf(film, [raw]).edits
    assert.deepEqual(more, [])
    assert.equal(edit?.kind, 'redaction')
    assert.ok(overlapOf(edit?.region ?? [0, 0, 0, 0], [30, 16, 48, 36]) > 0.8, String(edit?.region))
    assert.ok(Math.abs((edit?.start ?? 0) - 15) <= 1 && edit?.end === 60)
  })

  it('calls a thin arrow that stays something drawn, and no copy with its own noise anything', () => {
    const film = Array.from({ length: 60 }, (_, n) => {
      const from = raw[100 + n] as Uint8Array
      const noise = place(9000 + n)
      return drawn((x, y) => {
        const isArrow = n >= 20 && x >= 50 && x < 90 && Math.abs(y - 30 - (x - 50) / 4) < 1.5
        return isArrow ? 235 : (from[y * width + x] as number) + noise(5 * x, 5 * y) / 60
      })
    })
    const { edits } = accountOf(film, [raw])
    assert.deepEqual(
      edits.map(({ kind, start, end }) => [kind, start, end]),
      [['overlay', 20, 60]],
    )
    assert.ok(overlapOf(edits[0]?.region ?? [0, 0, 0, 0], [50, 29, 40, 12]) > 0.7, String(edits[0]?.region))
    const plain = film.slice(0, 20).concat(raw.slice(150, 190))
    assert.deepEqual(accountOf(plain, [raw]).edits, [])
  })

  it('tells two drawings that touch apart where they come and go at other times', () => {
    const film = Array.from({ length: 60 }, (_, n) => {
      const from = raw[100 + n] as Uint8Array
      return drawn((x, y) => {
        const isFrame =
          n >= 8 &&
          n < 40 &&
          x >= 40 &&
          x < 70 &&
          y >= 16 &&
          y < 40 &&
          !(x >= 43 && x < 67 && y >= 19 && y < 37)
        const isLine = n >= 24 && x >= 70 && x < 100 && Math.abs(y - 38 - (x - 70) / 3) < 2
        return isFrame || isLine ? 250 : (from[y * width + x] as number)
      })
    })
    const told = accountOf(film, [raw]).edits
    assert.deepEqual(
      told.map(({ kind, start, end }) => [kind, start, end]),
      [
        ['overlay', 8, 40],
        ['overlay', 24, 60],
      ],
    )
    assert.ok(overlapOf(told[0]?.region ?? [0, 0, 0, 0], [40, 16, 30, 24]) > 0.6, String(told[0]?.region))
    assert.ok(overlapOf(told[1]?.region ?? [0, 0, 0, 0], [70, 36, 30, 14]) > 0.6, String(told[1]?.region))
  })

  it('finds the recording and the moment that a small picture within the picture shows', () => {
    // A frame that is looked up, at six a second of thirty.
    const film = Array.from({ length: 1 }, () => {
      const from = raw[30] as Uint8Array
      const inner = other[62] as Uint8Array
      return drawn((x, y) => {
        if (x < 60 || x >= 124 || y < 32 || y >= 68) return from[y * width + x] as number
        const at = 2 * (y - 32) * width + 2 * (x - 60)
        return [0, 1, width, width + 1].reduce((sum, more) => sum + (inner[at + more] as number) / 4, 0)
      })
    })
    const references = referencesOf([raw, other].map(each => lookedAt(pictures(each))))
    const [place] = placesOf(new Levels(pictures(film)), 0, [60, 32, 64, 36], references)
    assert.equal(place?.raw, 1)
    assert.equal(place?.frame, 62)
    assert.ok(Math.abs((place?.map[0] ?? 0) - 0.5) < 0.1)
  })

  it('calls colours that are half as strong a change of colour, with the same grey', () => {
    const tinted = (strength: number) => (frame: number) =>
      Uint8Array.from({ length: (width * height) / 2 }, (_, n) =>
        Math.round(128 + strength * (20 * Math.sin((n % (width / 2)) / 7 + frame) + 8)),
      )
    const film = { ...pictures(raw.slice(60, 110)), colour: (n: number) => tinted(0.5)(60 + n) }
    const source = { ...pictures(raw), colour: tinted(1) }
    const account = accountOfFilm(
      {
        film: new Levels(film),
        references: referencesOf([lookedAt(source)]),
        sound: null,
        sounds: [null],
      },
      noTransforms,
      () => false,
    )
    assert.deepEqual(
      account.edits.map(({ kind, start, end }) => [kind, start, end]),
      [['colour', 0, 50]],
    )
  })

  it('lists what of a recording is not shown', () => {
    const account = accountOf(raw.slice(100, 160), [raw])
    assert.deepEqual(account.leftOut, [
      { raw: 0, from: 0, to: 100 },
      { raw: 0, from: 160, to: 240 },
    ])
  })
})
