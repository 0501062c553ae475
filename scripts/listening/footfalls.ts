import type { FoundSound } from '../../test/cases/listening/scene.ts'
import { between, type Random } from '../../test/cases/sound/random.ts'

/** Steps of one person: where each begins, in seconds, and what it sounds like at 48 kHz. */
export interface Footfall {
  readonly at: number
  readonly samples: Float32Array
}

const rate = 48_000

/** Somebody walks, stops and walks on: steps of two feet at a pace of their own, on one ground at a time. `found` are small impacts that some of the steps are made of. */
export function footfalls(seconds: number, found: readonly FoundSound[], random: Random): Footfall[] {
  const falls: Footfall[] = []
  let at = between(random, 0.2, 3)
  while (at < seconds - 1) {
    const apart = between(random, 0.28, 0.85)
    const unsteady = between(random, 0.01, 0.09)
    const foot = footOn(found, random)
    const feet = [0, 1].map(() => 10 ** (between(random, -2.5, 2.5) / 20))
    const unlike = between(random, 0.5, 4)
    const count = Math.floor(between(random, 3, 40))
    for (let n = 0; n < count && at < seconds - 1; n++) {
      const gain = (feet[n % 2] as number) * 10 ** (between(random, -unlike, unlike) / 20)
      falls.push({ at, samples: foot(random).map(value => gain * value) })
      at += apart * (1 + between(random, -unsteady, unsteady) + (n % 2 === 0 ? 0.02 : -0.02))
    }
    at += between(random, 0.4, 5)
  }
  return falls
}

/** What each step of one pair of shoes on one ground comes to, of about the same height. */
function footOn(found: readonly FoundSound[], random: Random): (random: Random) => Float32Array {
  const kind = random()
  if (kind < 0.25 && found.length > 0) return foundFoot(found, random)
  if (kind < 0.55) return hardSole(random)
  if (kind < 0.75) return softSole(random)
  return kind < 0.9 ? grit(random) : both(hardSole(random), grit(random), between(random, 0.05, 0.8))
}

function both(a: (random: Random) => Float32Array, b: (random: Random) => Float32Array, share: number) {
  return (random: Random) => {
    const out = a(random)
    const other = b(random)
    return other.length > out.length
      ? other.map((value, n) => share * value + (out[n] ?? 0))
      : out.map((value, n) => value + share * (other[n] ?? 0))
  }
}

/** One found sound or a few of one kind, each time a little slower or faster. */
function foundFoot(found: readonly FoundSound[], random: Random): (random: Random) => Float32Array {
  const first = Math.floor(random() * found.length)
  const count = 1 + Math.floor(3 * random())
  const own = Array.from({ length: count }, (_, n) => found[(first + n) % found.length] as FoundSound)
  const sway = between(random, 0, 0.08)
  return again => {
    const { samples } = own[Math.floor(again() * own.length)] as FoundSound
    const speed = 2 ** between(again, -sway, sway)
    const length = Math.min(Math.floor((samples.length - 1) / speed), rate / 2)
    return ofHeight(Float32Array.from({ length }, (_, n) => samples[Math.floor(n * speed)] as number))
  }
}

/** A heel that strikes: a short blow, what it lets ring in ground and shoe, and the ball of the foot after it. */
function hardSole(random: Random): (random: Random) => Float32Array {
  const modes = Array.from({ length: 3 + Math.floor(6 * random()) }, () => ({
    hz: drawn(random, 90, 5000),
    fall: drawn(random, 0.002, 0.03),
    level: drawn(random, 0.1, 1),
  }))
  const blow = drawn(random, 0.0001, 0.0025)
  const scrape = {
    level: drawn(random, 0.03, 1),
    fall: drawn(random, 0.004, 0.06),
    hz: drawn(random, 800, 9000),
  }
  const ball = { share: random() < 0.75 ? between(random, 0.1, 0.9) : 0, late: between(random, 0.04, 0.17) }
  return again => {
    const strike = () => {
      const out = new Float32Array(Math.round(0.15 * rate))
      for (const { hz, fall, level } of modes) {
        const own = level * 2 ** between(again, -0.6, 0.6)
        const pitch = hz * 2 ** between(again, -0.03, 0.03)
        const phase = again() < 0.5 ? 0 : 0.5 * Math.PI
        for (let n = 0; n < out.length; n++)
          out[n] =
            (out[n] as number) +
            own * Math.exp(-n / rate / fall) * Math.sin((2 * Math.PI * pitch * n) / rate + phase)
      }
      let low = 0
      const kept = Math.exp((-2 * Math.PI * scrape.hz) / rate)
      for (let n = 0; n < out.length; n++) {
        low = kept * low + (1 - kept) * (2 * again() - 1)
        out[n] =
          ((out[n] as number) + 3 * scrape.level * low * Math.exp(-n / rate / scrape.fall)) *
          Math.min(1, (n + 1) / (blow * rate))
      }
      return out
    }
    const out = new Float32Array(Math.round(0.4 * rate))
    add(out, strike(), 0, 1)
    if (ball.share > 0)
      add(out, strike(), ball.late * between(again, 0.85, 1.15), ball.share * between(again, 0.7, 1.3))
    return ofHeight(out)
  }
}

/** Rubber, grass, carpet, snow: noise that rises within milliseconds, over a thump. */
function softSole(random: Random): (random: Random) => Float32Array {
  const [low, high] = [drawn(random, 60, 900), drawn(random, 900, 8000)]
  const [rise, fall] = [drawn(random, 0.0005, 0.025), drawn(random, 0.01, 0.09)]
  const thump = { hz: drawn(random, 40, 160), fall: drawn(random, 0.008, 0.05), level: drawn(random, 0.1, 4) }
  const ball = random() < 0.6 ? between(random, 0.2, 1) : 0
  const late = between(random, 0.05, 0.2)
  return again => {
    const press = () => {
      const out = noise(again, 0.25, low, high)
      for (let n = 0; n < out.length; n++) {
        const t = n / rate
        const body = thump.level * Math.sin(2 * Math.PI * thump.hz * t) * Math.exp(-t / thump.fall)
        out[n] = (body + (out[n] as number) * Math.exp(-t / fall)) * Math.min(1, (t + 1e-5) / rise)
      }
      return out
    }
    const out = new Float32Array(Math.round(0.5 * rate))
    add(out, press(), 0, 1)
    if (ball > 0) add(out, press(), late * between(again, 0.85, 1.15), ball * between(again, 0.7, 1.3))
    return ofHeight(out)
  }
}

/** Gravel, leaves, broken glass: many small blows, most of them soon after the first. */
function grit(random: Random): (random: Random) => Float32Array {
  const count = Math.floor(drawn(random, 8, 150))
  const spread = between(random, 0.03, 0.2)
  const [low, high] = [drawn(random, 400, 3000), drawn(random, 3000, 14_000)]
  const heel = random() < 0.6 ? drawn(random, 1, 8) : 0
  const fall = drawn(random, 0.0003, 0.004)
  return again => {
    const out = new Float32Array(Math.round(0.45 * rate))
    for (let grain = 0; grain < count; grain++) {
      const from = Math.round(
        spread * (again() + again() + again() - (heel > 0 ? 0.4 : 0.9)) ** 2 * rate * 0.6,
      )
      const level = (grain === 0 ? Math.max(1, heel) : 1) * drawn(again, 0.05, 1)
      const hz = drawn(again, low, high)
      const length = Math.min(Math.round(8 * fall * rate), out.length)
      for (let n = 0; n < length && from + n < out.length; n++)
        out[from + n] =
          (out[from + n] as number) +
          level *
            Math.exp(-n / rate / fall) *
            (Math.sin((2 * Math.PI * hz * n) / rate) + 0.7 * (2 * again() - 1))
    }
    return ofHeight(out)
  }
}

function noise(random: Random, seconds: number, lowHz: number, highHz: number): Float32Array {
  const [slow, fast] = [Math.exp((-2 * Math.PI * lowHz) / rate), Math.exp((-2 * Math.PI * highHz) / rate)]
  let [once, twice, low] = [0, 0, 0]
  const out = new Float32Array(Math.round(seconds * rate))
  let power = 1e-9
  for (let n = 0; n < out.length; n++) {
    once = fast * once + (1 - fast) * (random() + random() + random() - 1.5)
    twice = fast * twice + (1 - fast) * once
    low = slow * low + (1 - slow) * twice
    out[n] = twice - low
    power += (twice - low) ** 2
  }
  const gain = Math.sqrt(out.length / power)
  return out.map(value => gain * value)
}

/** Of power 1 in its loudest 20 ms. */
function ofHeight(sound: Float32Array): Float32Array {
  const count = 0.02 * rate
  let [power, most] = [0, 1e-9]
  for (let n = 0; n < sound.length; n++) {
    power += (sound[n] as number) ** 2 - (n < count ? 0 : (sound[n - count] as number) ** 2)
    if (power > most) most = power
  }
  const gain = Math.sqrt(count / most)
  return sound.map(value => gain * value)
}

/** As likely in each octave between two numbers. */
function drawn(random: Random, low: number, high: number): number {
  return low * (high / low) ** random()
}

function add(out: Float32Array, sound: Float32Array, seconds: number, gain: number): void {
  const from = Math.round(seconds * rate)
  for (let n = 0; n < sound.length && from + n < out.length; n++)
    out[from + n] = (out[from + n] as number) + gain * (sound[n] as number)
}
