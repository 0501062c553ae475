/** Edited films cut from made recordings by a random edit list, with the truth of every frame and every 10 ms. */
import { join } from 'node:path'
import { between, type Random, randomFrom } from '../sound/random.ts'
import { music, rate as soundRate, talk } from '../sound/sources.ts'
import { aroundAll, lightFrom, pathAcross, recolour } from './changes.ts'
import { encode } from './ffmpeg.ts'
import {
  type Affine,
  type Box,
  black,
  blank,
  copyOf,
  hide,
  lettering,
  mixed,
  type Picture,
  paint,
  place,
  red,
  warp,
  white,
  yellow,
} from './picture.ts'
import { frameAfter, type MadeRaw } from './raws.ts'

export interface Shown {
  /** Index of the recording. */
  readonly raw: number
  readonly frame: number
}

export interface TrueEdit {
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly factor?: number
  readonly crop?: Box
  readonly region?: Box
  /** Where it is in each frame, for what moves; `region` is around all of it. */
  readonly follows?: readonly Box[]
}

export interface TrueSound {
  readonly kind: 'raw' | 'other' | 'offset' | 'muted' | 'bleep' | 'replaced' | 'voiceover'
  readonly start: number
  readonly end: number
  readonly raw: number | null
  /** Seconds into the recording's sound at `start`. */
  readonly rawStart: number | null
}

export interface MadeFilm {
  readonly file: string
  readonly rate: number
  readonly frames: readonly {
    readonly main: Shown | null
    readonly second: Shown | null
    readonly shot: string
  }[]
  readonly cuts: readonly number[]
  /** Cuts at which one to five frames of a recording are left out. */
  readonly trims: readonly number[]
  readonly edits: readonly TrueEdit[]
  readonly sound: readonly TrueSound[]
  readonly hasSound: boolean
}

export const speeds = ['true', 'slow', 'blended', 'fast', 'freeze', 'reverse'] as const
export const geometries = ['whole', 'crop', 'zoom', 'letterbox', 'mirror', 'rotate', 'pip', 'split'] as const
export const drawings = [
  'none',
  'blur',
  'following-blur',
  'mosaic',
  'box',
  'circle',
  'arrow',
  'thin-arrow',
  'spotlight',
  'caption',
  'lower-third',
] as const
export const transitions = ['cut', 'trim', 'dissolve', 'fade-out', 'fade-in'] as const
export const sounds = ['raw', 'other', 'offset', 'muted', 'bleep', 'replaced', 'voiceover'] as const

export interface FilmPlan {
  readonly seed: number
  readonly shots: number
  /** Share of shots with a geometry, drawing, colour, changed speed. */
  readonly edited: number
  readonly rate: number
  readonly height: number
  readonly video: readonly string[]
}

interface Shot {
  readonly kind: 'raw' | 'title' | 'black' | 'insert'
  readonly raw: number
  readonly shows: readonly number[]
  readonly blendTo: readonly number[] | null
  readonly share: readonly number[]
  readonly speed: (typeof speeds)[number]
  readonly factor: number
  readonly geometry: (typeof geometries)[number]
  readonly drawing: (typeof drawings)[number]
  readonly isRecoloured: boolean
  readonly transition: (typeof transitions)[number]
  readonly from: number
}

export function makeFilm(dir: string, raws: readonly MadeRaw[], plan: FilmPlan): MadeFilm {
  const random = randomFrom(plan.seed)
  const { rate, height } = plan
  const width = Math.round((height * 16) / 9 / 2) * 2
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const shots: Shot[] = []
  const withPictures = raws.map((_, n) => n).filter(n => (raws[n] as MadeRaw).frames.length > 60)
  for (let n = 0; n < plan.shots; n++) {
    const special = random()
    if (special < 0.12) {
      shots.push(
        unmatched(
          special < 0.05 ? 'title' : special < 0.08 ? 'black' : 'insert',
          Math.round(between(random, 1, 2) * rate),
        ),
      )
      continue
    }
    const before = shots.at(-1)
    const isTrim =
      before?.kind === 'raw' && before.speed === 'true' && before.geometry === 'whole' && random() < 0.22
    const raw = isTrim ? before.raw : pick(withPictures)
    const times = (raws[raw] as MadeRaw).times
    const isEdited = () => random() < plan.edited
    const speed = !isTrim && isEdited() ? pick(speeds) : 'true'
    const factor = {
      true: 1,
      slow: pick([0.25, 0.5]),
      blended: pick([0.25, 0.5]),
      fast: pick([2, 4]),
      freeze: 0,
      reverse: -1,
    }[speed]
    const count = Math.round(between(random, 1.6, 4) * rate)
    const span = (count / rate) * Math.abs(factor)
    const last = times.at(-1) as number
    const skipped = 1 + Math.floor(random() * 5)
    const firstTime = times[0] as number
    let from = between(random, firstTime, Math.max(firstTime, last - span - 0.1))
    if (isTrim) {
      const next = (before.shows.at(-1) as number) + 1 + skipped
      if (next + count >= times.length) continue
      // A little after the frame's start, so that neither rounding nor the film's rate moves it.
      from = (times[next] as number) + 0.2 / rate
    } else if (factor < 0) from += span
    const at = (k: number) => from + (k * factor) / rate
    const current = (t: number) => {
      let frame = times.findLastIndex(each => each <= t + 1e-6)
      if (frame < 0) frame = 0
      return frame
    }
    const shows = Array.from({ length: count }, (_, k) => current(at(k)))
    if ((at(count) > last + 0.05 && factor > 0) || shows.some(each => each >= times.length)) continue
    const blendTo = speed === 'blended' ? shows.map(each => Math.min(times.length - 1, each + 1)) : null
    const share = shows.map((each, k) =>
      Math.min(
        1,
        Math.max(
          0,
          (at(k) - (times[each] as number)) / ((times[each + 1] ?? last + 1) - (times[each] as number)),
        ),
      ),
    )
    const geometry = !isTrim && isEdited() ? pick(geometries) : 'whole'
    shots.push({
      kind: 'raw',
      raw,
      shows,
      blendTo,
      share,
      speed,
      factor,
      from,
      geometry: (geometry === 'pip' || geometry === 'split') && withPictures.length < 2 ? 'crop' : geometry,
      drawing: isEdited() ? pick(drawings) : 'none',
      isRecoloured: random() < plan.edited * 0.4,
      transition: isTrim
        ? 'trim'
        : isEdited()
          ? pick(['dissolve', 'fade-out', 'fade-in', 'cut'] as const)
          : 'cut',
    })
  }
  return render(dir, raws, shots, { random, rate, width, height, video: plan.video, seed: plan.seed })
}

function unmatched(kind: 'title' | 'black' | 'insert', count: number): Shot {
  const shows = Array.from({ length: count }, () => 0)
  return {
    kind,
    raw: -1,
    shows,
    blendTo: null,
    share: shows,
    speed: 'true',
    factor: 1,
    geometry: 'whole',
    drawing: 'none',
    isRecoloured: false,
    transition: 'cut',
    from: 0,
  }
}

interface Studio {
  readonly random: Random
  readonly rate: number
  readonly width: number
  readonly height: number
  readonly video: readonly string[]
  readonly seed: number
}

function render(dir: string, raws: readonly MadeRaw[], shots: readonly Shot[], studio: Studio): MadeFilm {
  const { random, rate, width, height } = studio
  const pictures: Picture[] = []
  const frames: { main: Shown | null; second: Shown | null; shot: string }[] = []
  const edits: TrueEdit[] = []
  const cuts: number[] = []
  const trims: number[] = []
  for (const [n, shot] of shots.entries()) {
    const start = pictures.length
    const end = start + shot.shows.length
    if (n > 0) cuts.push(start)
    if (shot.transition === 'trim') trims.push(start)
    const made = drawShot(raws, shot, studio, start, edits)
    const previous = shots[n - 1]
    const isDissolve =
      shot.kind === 'raw' &&
      shot.transition === 'dissolve' &&
      previous?.kind === 'raw' &&
      previous.speed === 'true' &&
      previous.geometry === 'whole'
    const length = Math.round(between(random, 8, 18))
    const partner = isDissolve
      ? Array.from({ length }, (_, k) => (previous.shows.at(-1) as number) + 1 + k)
      : []
    const canDissolve =
      isDissolve &&
      (partner.at(-1) as number) < (raws[previous.raw] as MadeRaw).frames.length &&
      length < made.length / 2
    if (canDissolve) edits.push({ kind: 'dissolve', start, end: start + length })
    if (shot.transition === 'fade-out' && shot.kind === 'raw')
      edits.push({ kind: 'fade', start: end - length, end })
    if (shot.transition === 'fade-in' && shot.kind === 'raw')
      edits.push({ kind: 'fade', start, end: start + length })
    for (const [k, { picture, second }] of made.entries()) {
      let out = picture
      let other = second
      if (canDissolve && k < length) {
        const frame = partner[k] as number
        const below = fitted((raws[previous.raw] as MadeRaw).frames[frame] as Picture, width, height)
        out = mixed(below, picture, (k + 1) / (length + 1))
        other = { raw: previous.raw, frame }
      }
      if (shot.transition === 'fade-out' && shot.kind === 'raw' && k >= made.length - length)
        out = mixed(picture, blank(width, height), (k - (made.length - length) + 1) / (length + 1))
      if (shot.transition === 'fade-in' && shot.kind === 'raw' && k < length)
        out = mixed(blank(width, height), picture, (k + 1) / (length + 1))
      pictures.push(out)
      const main = shot.kind === 'raw' ? { raw: shot.raw, frame: shot.shows[k] as number } : null
      const label =
        shot.kind === 'raw'
          ? `${raws[shot.raw]?.kind}/${shot.speed}/${shot.geometry}/${shot.drawing}${shot.isRecoloured ? '/colour' : ''}/${shot.transition}`
          : shot.kind
      frames.push({ main, second: other, shot: label })
    }
  }
  const { sound, truth } = soundOf(raws, shots, studio, pictures.length)
  const file = join(dir, `film-${studio.seed}.mp4`)
  const hasSound = raws.some(raw => raw.sound !== null)
  encode(file, pictures, hasSound ? sound : null, rate, studio.video)
  return { file, rate, frames, cuts, trims, edits, sound: truth, hasSound }
}

const fitted = (from: Picture, width: number, height: number): Picture =>
  from.width === width && from.height === height
    ? from
    : warp(from, scaleMap(from, width, height), blank(width, height))

/** Pixel centres stay pixel centres. */
function scaleMap(from: Picture, width: number, height: number): Affine {
  const [sx, sy] = [from.width / width, from.height / height]
  return [sx, 0, sx / 2 - 0.5, 0, sy, sy / 2 - 0.5]
}

/** The map that shows a crop of a picture in a box of the film. */
function cropMap([x, y, w, h]: Box, [bx, by, bw, bh]: Box): Affine {
  const [sx, sy] = [w / bw, h / bh]
  return [sx, 0, x - bx * sx + sx / 2 - 0.5, 0, sy, y - by * sy + sy / 2 - 0.5]
}

function drawShot(raws: readonly MadeRaw[], shot: Shot, studio: Studio, start: number, edits: TrueEdit[]) {
  const { random, width, height } = studio
  const end = start + shot.shows.length
  const count = shot.shows.length
  if (shot.kind !== 'raw') {
    edits.push({ kind: shot.kind, start, end })
    const foreign = shot.kind === 'insert' ? place(random, 420, 300) : null
    const card = blank(width, height, shot.kind === 'title' ? [40, 140, 120] : black)
    if (shot.kind === 'title')
      for (let row = 0; row < 3; row++) lettering(card, [40, 40 + row * 34, width - 80, 26], random, white)
    return shot.shows.map((_, k) => ({
      picture: foreign
        ? warp(foreign, [0.8, 0.02, 20 + k * 0.9, -0.02, 0.8, 20 + 8 * Math.sin(k / 9)], blank(width, height))
        : card,
      second: null as Shown | null,
    }))
  }
  const raw = raws[shot.raw] as MadeRaw
  const first = raw.frames[0] as Picture
  const size = { w: first.width, h: first.height }
  if (shot.speed === 'slow' || shot.speed === 'blended')
    edits.push({ kind: 'slow', start, end, factor: shot.factor })
  if (shot.speed === 'fast') edits.push({ kind: 'fast', start, end, factor: shot.factor })
  if (shot.speed === 'freeze' || shot.speed === 'reverse') edits.push({ kind: shot.speed, start, end })
  const part = between(random, 0.4, 0.8)
  const crop: Box = [
    Math.round(between(random, 0, size.w * (1 - part))),
    Math.round(between(random, 0, size.h * (1 - part))),
    Math.round(size.w * part),
    Math.round(size.h * part),
  ]
  const whole: Box = [0, 0, width, height]
  const bars = Math.round(between(random, 0.08, 0.16) * (random() < 0.5 ? width : height))
  const pillar = random() < 0.5
  const inner: Box = pillar ? [bars, 0, width - 2 * bars, height] : [0, bars, width, height - 2 * bars]
  const angle = (random() < 0.5 ? -1 : 1) * between(random, 0.035, 0.12)
  const otherRaw = (shot.raw + 1 + Math.floor(random() * (raws.length - 1))) % raws.length
  const other = raws[otherRaw] as MadeRaw
  const otherFrom = Math.floor(between(random, 0, Math.max(0, other.frames.length - count - 1)))
  const inset: Box = [
    Math.round(width * (random() < 0.5 ? 0.04 : 0.66)),
    Math.round(height * (random() < 0.5 ? 0.05 : 0.62)),
    Math.round(width * 0.3),
    Math.round(height * 0.3),
  ]
  const half = Math.floor(width / 2)
  const middle = (picture: Picture): Box => [
    Math.round(picture.width / 4),
    0,
    Math.round(picture.width / 2),
    picture.height,
  ]
  const cropAt = (k: number): Box => {
    if (shot.geometry !== 'zoom') return crop
    const share = k / Math.max(1, count - 1)
    return [
      crop[0] * share,
      crop[1] * share,
      size.w + (crop[2] - size.w) * share,
      size.h + (crop[3] - size.h) * share,
    ]
  }
  if (shot.geometry === 'crop') edits.push({ kind: 'crop', start, end, crop })
  if (shot.geometry === 'zoom') edits.push({ kind: 'zoom', start, end, crop })
  if (shot.geometry === 'letterbox') edits.push({ kind: 'letterbox', start, end, region: inner })
  if (shot.geometry === 'mirror' || shot.geometry === 'rotate')
    edits.push({ kind: shot.geometry, start, end })
  if (shot.geometry === 'pip') edits.push({ kind: 'pip', start, end, region: inset })
  if (shot.geometry === 'split')
    edits.push({ kind: 'split', start, end, region: [half, 0, width - half, height] })
  if (shot.isRecoloured) edits.push({ kind: 'colour', start, end })
  const draw = drawingOf(shot.drawing, studio, start, count, edits)
  const colour = lightFrom(random)
  return shot.shows.map((frame, k) => {
    let source = raw.frames[frame] as Picture
    if (shot.blendTo)
      source = mixed(source, raw.frames[shot.blendTo[k] as number] as Picture, shot.share[k] as number)
    const out = blank(width, height)
    let second: Shown | null = null
    switch (shot.geometry) {
      case 'crop':
      case 'zoom':
        warp(source, cropMap(cropAt(k), whole), out)
        break
      case 'letterbox':
        warp(source, cropMap([0, 0, size.w, size.h], inner), out, inner)
        break
      case 'mirror': {
        const [a, b, c, d, e, f] = scaleMap(source, width, height)
        warp(source, [-a, b, a * (width - 1) + c, d, e, f], out)
        break
      }
      case 'rotate': {
        const s = (size.w / width) * 0.84
        const [cos, sin] = [s * Math.cos(angle), s * Math.sin(angle)]
        warp(
          source,
          [
            cos,
            -sin,
            size.w / 2 - (cos * width - sin * height) / 2,
            sin,
            cos,
            size.h / 2 - (sin * width + cos * height) / 2,
          ],
          out,
        )
        break
      }
      default:
        warp(source, scaleMap(source, width, height), out)
    }
    if (shot.geometry === 'pip' || shot.geometry === 'split') {
      const at = frameAfter(other, otherFrom, k / studio.rate)
      const shown = other.frames[at]
      if (shown) {
        second = { raw: otherRaw, frame: at }
        if (shot.geometry === 'pip')
          warp(shown, cropMap([0, 0, shown.width, shown.height], inset), out, inset)
        else {
          warp(source, cropMap(middle(source), [0, 0, half, height]), out, [0, 0, half, height])
          warp(shown, cropMap(middle(shown), [half, 0, width - half, height]), out, [
            half,
            0,
            width - half,
            height,
          ])
        }
      }
    }
    if (shot.isRecoloured) recolour(out, colour)
    draw(out, k)
    return { picture: out, second }
  })
}

function drawingOf(
  kind: Shot['drawing'],
  { random, width, height }: Studio,
  start: number,
  count: number,
  edits: TrueEdit[],
): (picture: Picture, k: number) => void {
  if (kind === 'none') return () => undefined
  const from = Math.round(between(random, 0, count * 0.3))
  const to = Math.round(between(random, count * 0.7, count))
  const w = Math.round(between(random, 0.12, 0.25) * width)
  const h = Math.round(between(random, 0.16, 0.3) * height)
  const x = Math.round(between(random, 4, width - w - 4))
  const y = Math.round(between(random, 4, height - h - 4))
  const isHidden = kind === 'blur' || kind === 'following-blur' || kind === 'mosaic' || kind === 'box'
  const placeAt = pathAcross(random, [x, y, w, h], width, height, from, to)
  const region: Box =
    kind === 'caption'
      ? [
          Math.round(width * 0.2),
          Math.round(height * 0.82),
          Math.round(width * 0.6),
          Math.round(height * 0.12),
        ]
      : kind === 'lower-third'
        ? [0, Math.round(height * 0.74), Math.round(width * 0.55), Math.round(height * 0.2)]
        : [x, y, w, h]
  const follows =
    kind === 'following-blur' ? Array.from({ length: to - from }, (_, n) => placeAt(from + n)) : null
  edits.push({
    kind: isHidden ? 'redaction' : 'overlay',
    start: start + from,
    end: start + to,
    region: follows ? aroundAll(follows) : region,
    ...(follows ? { follows } : {}),
  })
  const letters = blank(width, height, [0, 0, 0])
  if (kind === 'lower-third') paint(letters, [60, 160, 110], region)
  if (kind === 'caption' || kind === 'lower-third') lettering(letters, region, random, white)
  return (picture, k) => {
    if (k < from || k >= to) return
    switch (kind) {
      case 'blur':
      case 'mosaic':
      case 'box':
        hide(picture, region, kind)
        break
      case 'following-blur':
        hide(picture, placeAt(k), 'blur')
        break
      case 'thin-arrow': {
        // A line of two pixels or so, and its head.
        const thick = Math.max(1, height / 180) / Math.min(w, h)
        paint(picture, red, region, (px, py) => {
          const [u, v] = [(px - x) / w, (py - y) / h]
          const isHead = u < 0.3 && v < 0.3 && (u < 2 * thick || v < 2 * thick)
          return Math.abs(u - v) < 1.4 * thick || isHead
        })
        break
      }
      case 'circle': {
        const inside = (px: number, py: number) =>
          Math.hypot((px - x - w / 2) / (w / 2), (py - y - h / 2) / (h / 2))
        paint(picture, red, region, (px, py) => inside(px, py) < 1 && inside(px, py) > 1 - 8 / Math.min(w, h))
        break
      }
      case 'arrow':
        paint(picture, yellow, region, (px, py) => {
          const [u, v] = [(px - x) / w, (py - y) / h]
          return Math.abs(u - v) < 0.13 || (u < 0.45 && v < 0.45 && u + v < 0.5)
        })
        break
      case 'spotlight': {
        const bright = copyOf(picture)
        const luma = picture.planes[0]
        for (let n = 0; n < luma.length; n++) luma[n] = 16 + ((luma[n] as number) - 16) * 0.45
        for (let py = y; py < y + h; py++)
          for (let px = x; px < x + w; px++)
            if (Math.hypot((px - x - w / 2) / (w / 2), (py - y - h / 2) / (h / 2)) < 1)
              luma[py * width + px] = bright.planes[0][py * width + px] as number
        break
      }
      default: {
        const plane = letters.planes[0]
        paint(picture, white, region, (px, py) => plane[py * width + px] === white[0])
        if (kind === 'lower-third')
          paint(picture, [60, 160, 110], region, (px, py) => plane[py * width + px] === 60)
      }
    }
  }
}

function soundOf(
  raws: readonly MadeRaw[],
  shots: readonly Shot[],
  { random, rate, seed }: Studio,
  frames: number,
) {
  const out = new Float32Array(Math.ceil((frames / rate) * soundRate))
  const truth: TrueSound[] = []
  const withSound = raws.map((_, n) => n).filter(n => raws[n]?.sound)
  const narrator = talk(seed * 97 + 5, frames / rate + 1)
  const score = music(seed * 89 + 3, frames / rate + 1)
  let frame = 0
  for (const shot of shots) {
    const start = frame / rate
    frame += shot.shows.length
    const end = frame / rate
    const own = shot.kind === 'raw' && shot.factor === 1 ? raws[shot.raw]?.sound : null
    const kinds = own
      ? random() < 0.5
        ? sounds
        : (['raw'] as const)
      : (['muted', 'voiceover', 'replaced'] as const)
    const kind = kinds[Math.floor(random() * kinds.length)] as (typeof sounds)[number]
    const put = (
      label: TrueSound['kind'],
      from: number,
      to: number,
      raw: number | null,
      rawStart: number | null,
      gain: number,
      over: Float32Array | null,
      overGain: number,
    ) => {
      const sound = raw === null ? null : (raws[raw]?.sound ?? null)
      for (let n = Math.round(from * soundRate); n < Math.min(out.length, Math.round(to * soundRate)); n++) {
        const at = Math.round(((rawStart ?? 0) + n / soundRate - from) * soundRate)
        out[n] = gain * (sound?.[at] ?? 0) + overGain * (over?.[n] ?? 0)
      }
      truth.push({ kind: label, start: from, end: to, raw, rawStart })
    }
    const others = withSound.filter(n => n !== shot.raw)
    const third = (end - start) / 3
    if (kind === 'muted') {
      if (!own) put('muted', start, end, null, null, 0, null, 0)
      else {
        put('raw', start, start + third, shot.raw, shot.from, 1, null, 0)
        put('muted', start + third, start + 2 * third, null, null, 0, null, 0)
        put('raw', start + 2 * third, end, shot.raw, shot.from + 2 * third, 1, null, 0)
      }
    } else if (kind === 'bleep' && own) {
      const tone = Float32Array.from(out, (_, n) => Math.sin((2 * Math.PI * 1000 * n) / soundRate))
      put('raw', start, start + third, shot.raw, shot.from, 1, null, 0)
      put('bleep', start + third, start + third + 0.5, null, null, 0, tone, 0.3)
      put('raw', start + third + 0.5, end, shot.raw, shot.from + third + 0.5, 1, null, 0)
    } else if (kind === 'other' && others.length > 0) {
      const raw = others[Math.floor(random() * others.length)] as number
      const length = (raws[raw]?.sound?.length ?? 0) / soundRate
      put('other', start, end, raw, between(random, 0, length - (end - start)), 1, null, 0)
    } else if (kind === 'offset' && own && shot.from > 1)
      put('offset', start, end, shot.raw, shot.from - between(random, 0.2, 0.9), 1, null, 0)
    else if (kind === 'voiceover' && own)
      put('voiceover', start, end, shot.raw, shot.from, 0.25, narrator, 0.35)
    else if (kind === 'voiceover') put('voiceover', start, end, null, null, 0, narrator, 0.35)
    else if (kind === 'replaced') put('replaced', start, end, null, null, 0, score, 0.3)
    else if (own) put('raw', start, end, shot.raw, shot.from, 1, null, 0)
    else put('muted', start, end, null, null, 0, null, 0)
  }
  return { sound: out, truth }
}
