/** Recordings of varied make, drawn from nothing (or cut from footage that happens to lie on this machine). */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { between, normalFrom, type Random, randomFrom } from '../sound/random.ts'
import { mixOf, talk, traffic } from '../sound/sources.ts'
import { decode, encode, excerpt, timesOf } from './ffmpeg.ts'
import { blank, type Colour, type Picture, paint, place, warp } from './picture.ts'

export const rawKinds = [
  'hand-held',
  'static',
  'still',
  'night',
  'variable',
  'second-visit',
  'second-camera',
  'footage',
] as const
export type RawKind = (typeof rawKinds)[number]

export interface MadeRaw {
  readonly kind: RawKind
  readonly file: string
  readonly name: string
  /** As decoded again from the file: what an editor would see. */
  readonly frames: readonly Picture[]
  readonly times: readonly number[]
  readonly sound: Float32Array | null
}

/** The frame that a recording shows so many seconds after another, whatever its rate. */
export function frameAfter({ times }: MadeRaw, frame: number, seconds: number): number {
  return times.findLastIndex(each => each <= (times[frame] as number) + seconds + 1e-6)
}

interface World {
  readonly place: Picture
  readonly movers: readonly Mover[]
}

interface Mover {
  readonly colour: Colour
  readonly size: readonly [number, number]
  readonly at: (t: number) => readonly [number, number]
}

function worldOf(random: Random, isBusy: boolean, isPlaceOf: Picture | null = null): World {
  const map = isPlaceOf ?? place(random, 900, 620)
  const movers = Array.from({ length: isBusy ? 7 : 3 }, () => {
    const [x, y] = [between(random, 200, 700), between(random, 150, 450)]
    const [dx, dy] = [between(random, 40, 160), between(random, 10, 80)]
    const [fx, fy, px, py] = [
      between(random, 0.05, 0.35),
      between(random, 0.05, 0.3),
      random() * 6,
      random() * 6,
    ]
    return {
      colour: [between(random, 20, 235), between(random, 80, 176), between(random, 80, 176)] as const,
      size: [between(random, 10, 34), between(random, 16, 60)] as const,
      at: (t: number) =>
        [x + dx * Math.sin(6.28 * fx * t + px), y + dy * Math.sin(6.28 * fy * t + py)] as const,
    }
  })
  return { place: map, movers }
}

interface Shake {
  readonly pan: number
  readonly jitter: number
  readonly turn: number
}

const shakes: Readonly<Record<Exclude<RawKind, 'footage'>, Shake>> = {
  'hand-held': { pan: 130, jitter: 1.6, turn: 0.05 },
  variable: { pan: 110, jitter: 1.2, turn: 0.03 },
  'second-visit': { pan: 120, jitter: 1.6, turn: 0.05 },
  'second-camera': { pan: 80, jitter: 1, turn: 0.02 },
  night: { pan: 90, jitter: 1.2, turn: 0.03 },
  static: { pan: 0, jitter: 0, turn: 0 },
  still: { pan: 0, jitter: 0, turn: 0 },
}

function shoot(
  world: World,
  random: Random,
  kind: Exclude<RawKind, 'footage'>,
  times: readonly number[],
  width: number,
  height: number,
): Picture[] {
  const { pan, jitter, turn } = shakes[kind]
  const normal = normalFrom(random)
  const phases = Array.from({ length: 8 }, () => ({ f: between(random, 0.04, 0.5), p: random() * 6.3 }))
  const zoom = (between(random, 1, 1.3) * 320) / width
  const centre = [between(random, 330, 570), between(random, 230, 390)] as const
  const wave = (from: number, t: number) =>
    phases.slice(from, from + 3).reduce((sum, { f, p }, n) => sum + Math.sin(6.28 * f * t + p) / (n + 1), 0) /
    1.8
  let [jx, jy] = [0, 0]
  return times.map(t => {
    jx = 0.7 * jx + jitter * normal()
    jy = 0.7 * jy + jitter * normal()
    const cx = centre[0] + pan * wave(0, t) + jx
    const cy = centre[1] + 0.6 * pan * wave(2, t) + jy
    const angle = turn * wave(4, t)
    const [c, s] = [zoom * Math.cos(angle), zoom * Math.sin(angle)]
    const out = warp(
      world.place,
      [c, -s, cx - (c * width - s * height) / 2, s, c, cy - (s * width + c * height) / 2],
      blank(width, height),
    )
    if (kind !== 'still')
      for (const { colour, size, at } of world.movers) {
        const [wx, wy] = at(t)
        const x = Math.round((wx - cx) / zoom + width / 2)
        const y = Math.round((wy - cy) / zoom + height / 2)
        const [w, h] = [Math.round(size[0] / zoom), Math.round(size[1] / zoom)]
        paint(
          out,
          colour,
          [x - (w >> 1), y - (h >> 1), w, h],
          (px, py) => ((px - x) / w) ** 2 * 4 + ((py - y) / h) ** 2 * 4 < 1 && (px + py) % 7 !== 0,
        )
      }
    const gain = kind === 'night' ? 0.22 : 1
    const noise = kind === 'night' ? 5 : kind === 'still' ? 0.8 : 1.8
    const luma = out.planes[0]
    for (let n = 0; n < luma.length; n++) luma[n] = 16 + ((luma[n] as number) - 16) * gain + noise * normal()
    return out
  })
}

const sizeOf = (height: number) => [Math.round((height * 16) / 9 / 2) * 2, height] as const

/** Films that may lie on this machine; nothing of them is part of the project. */
function footageFiles(folder: string): readonly string[] {
  return existsSync(folder)
    ? ['vtest.avi', 'tree.avi', 'Megamind.avi']
        .filter(name => readdirSync(folder).includes(name))
        .map(name => join(folder, name))
    : []
}

export interface RawPlan {
  readonly seed: number
  readonly seconds: number
  readonly height: number
  readonly footage: string | null
}

/** Makes the recordings of one case: the kinds in order, `seconds` each, in `dir`. `footage` is a folder in which real films may lie. */
export function makeRaws(
  dir: string,
  kinds: readonly RawKind[],
  { seed, seconds, height, footage }: RawPlan,
): readonly MadeRaw[] {
  const random = randomFrom(seed)
  const [width, tall] = sizeOf(height)
  const made: MadeRaw[] = []
  let shared: World | null = null
  let sharedSound: Float32Array | null = null
  for (const [n, kind] of kinds.entries()) {
    const name = `raw-${n}-${kind}.mp4`
    const file = join(dir, name)
    if (kind === 'footage') {
      const files = footage === null ? [] : footageFiles(footage)
      const from = files[Math.floor(random() * files.length)]
      if (from === undefined) continue
      // A short one is taken from its beginning: past its end there is no picture.
      const latest = Math.max(0, Math.min(12, (timesOf(from).at(-1) ?? 0) - seconds))
      excerpt(from, file, between(random, 0, latest), seconds, width, tall)
      made.push({ kind, name, file, frames: decode(file, width, tall), times: timesOf(file), sound: null })
      continue
    }
    const rate = kind === 'static' ? 25 : kind === 'night' && random() < 0.5 ? 15 : 30
    const isSecond = kind === 'second-visit' || kind === 'second-camera'
    const world: World =
      isSecond && shared !== null
        ? kind === 'second-visit'
          ? worldOf(random, true, shared.place)
          : shared
        : worldOf(random, kind !== 'static')
    shared ??= world
    const count = Math.round(seconds * rate)
    const nominal = Array.from({ length: count }, (_, f) => f / rate)
    const own = mixOf([0.3, talk(seed * 31 + n, seconds)], [0.05, traffic(seed * 37 + n, seconds)])
    const sound: Float32Array =
      kind === 'second-camera' && sharedSound
        ? mixOf([0.6, sharedSound], [0.06, traffic(seed * 41 + n, seconds)])
        : own
    sharedSound ??= sound
    const uneven = [
      '-vf',
      `setpts=(N/${rate}+0.012*sin(N*1.7))/TB`,
      '-fps_mode',
      'vfr',
      '-video_track_timescale',
      '90000',
    ]
    const quality =
      kind === 'still' ? ['-b:v', '150k'] : ['-crf', String(Math.round(between(random, 20, 27)))]
    encode(file, shoot(world, random, kind, nominal, width, tall), sound, rate, [
      ...(kind === 'variable' ? uneven : []),
      ...['-c:v', 'libx264', '-preset', 'veryfast', ...quality],
    ])
    made.push({ kind, name, file, frames: decode(file, width, tall), times: timesOf(file), sound })
  }
  return made
}
