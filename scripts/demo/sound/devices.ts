/** How each device turns pressure into samples: its band, its own noise, its automatic gain, its clipping, its clock. */
import { cameraNamed, onCase } from '../cameras.ts'
import { type Point, seeded } from '../motion.ts'
import { type PersonName, speedOf } from '../story.ts'
import { between, heardAt } from './hear.ts'
import { highPass, lowPass, noise, peaking, rate, wind } from './signals.ts'
import { type SaidLine, type Source, soundSeconds } from './sources.ts'

export interface Device {
  readonly name: string
  readonly start: number
  readonly driftPpm: number
  /** Media time of the first and the end after the last sample. */
  readonly from: number
  readonly to: number
  microphone(t: number): Point
}

interface Chain {
  readonly low: number
  readonly high: number
  /** Pressure of full scale before gain, pascals. */
  readonly fullScale: number
  readonly mostGain: number
  readonly ownNoise: number
  readonly windSeed: number
  readonly windShare: number
  readonly wornBy: PersonName | null
}

const length = (name: string) => {
  const camera = cameraNamed(name)
  return camera.ticks(camera.frames) / camera.timescale
}

const worn = (name: string, from: number): Device => {
  const camera = cameraNamed(name)
  return {
    name,
    start: camera.start,
    driftPpm: camera.driftPpm,
    from,
    to: length(name),
    microphone: t => camera.view(t).eye,
  }
}

/** Where the call's open key lets the yard be heard: trainee A's microphone transmits, seconds of case time. */
export const transmits: readonly (readonly [number, number])[] = [
  [25, 27.6],
  [32.6, 52.2],
  [57.6, 60.8],
]

export const dispatchCall = { name: 'dispatch-call', start: 20, driftPpm: -18, from: 0, to: 42 } as const

export const devices: readonly Device[] = [
  // Twelve seconds of pictures are kept before the wearer starts the camera; sound begins there.
  worn('body-camera-a', 12),
  worn('body-camera-b', 0),
  worn('doorbell', 0),
  worn('phone', 0),
]

const chains: Readonly<Record<string, Chain>> = {
  'body-camera-a': {
    low: 110,
    high: 7800,
    fullScale: 6,
    mostGain: 9,
    ownNoise: 0.0012,
    windSeed: 21,
    windShare: 0.5,
    wornBy: 'traineeA',
  },
  'body-camera-b': {
    low: 150,
    high: 7000,
    fullScale: 6,
    mostGain: 9,
    ownNoise: 0.0015,
    windSeed: 22,
    windShare: 0.7,
    wornBy: 'traineeB',
  },
  doorbell: {
    low: 260,
    high: 5600,
    fullScale: 3,
    mostGain: 14,
    ownNoise: 0.0022,
    windSeed: 23,
    windShare: 0.35,
    wornBy: null,
  },
  phone: {
    low: 90,
    high: 14_000,
    fullScale: 3,
    mostGain: 11,
    ownNoise: 0.0008,
    windSeed: 24,
    windShare: 0.8,
    wornBy: null,
  },
}

/** Samples of a device in −1…1 at 48 kHz of its own clock, from media time `from`. */
export function recordedBy(device: Device, sources: readonly Source[]): Float32Array {
  const chain = chains[device.name]
  if (!chain) throw new Error(`expected how ${device.name} hears`)
  const pressure = heardAt(t => device.microphone(t), sources)
  const gusts = wind(soundSeconds, chain.windSeed)
  const rustle = chain.wornBy ? rustleOf(chain.wornBy, chain.windSeed + 100) : null
  const hiss = noise(soundSeconds, chain.windSeed + 200)
  for (let n = 0; n < pressure.length; n++)
    pressure[n] =
      (pressure[n] as number) +
      chain.windShare * (gusts[n] as number) +
      (rustle?.[n] ?? 0) +
      chain.ownNoise * (hiss[n] as number)
  const band = lowPass(highPass(pressure, chain.low, 2), chain.high, 2)
  return onOwnClock(device, levelled(band, chain))
}

/** The dispatcher's line: telephone band, the dispatcher close by, the yard whenever the radio's key is pressed. */
export function recordedCall(sources: readonly Source[], said: readonly SaidLine[]): Float32Array {
  const yard = heardAt(
    t => cameraNamed('body-camera-a').view(t).eye,
    sources.filter(({ what }) => what !== 'radio'),
  )
  const open = new Float32Array(yard.length)
  for (const [from, to] of transmits)
    for (let n = Math.round(from * rate); n < to * rate; n++) {
      const t = n / rate
      open[n] = Math.min(1, (t - from) / 0.01, (to - t) / 0.01)
    }
  const hiss = noise(soundSeconds, 801)
  const mixed = Float32Array.from(yard, (value, n) => {
    const key = open[n] as number
    // Radio limits hard: a blank comes through as a burst, not as a bang.
    return key * Math.tanh(value * 2.2) * 0.5 + (0.0018 + 0.006 * key) * (hiss[n] as number)
  })
  for (const { line, spoken } of said) {
    if (line.who !== 'dispatcher') continue
    const from = Math.round(line.at * rate)
    const near = peaking(spoken.signal, 0.5)
    for (let n = 0; n < near.length; n++) mixed[from + n] = (mixed[from + n] ?? 0) + (near[n] as number)
  }
  const band = lowPass(highPass(mixed, 320, 3), 3300, 4)
  return onOwnClock(dispatchCall, peaking(band, 0.8))
}

/** Clothes move with every step: broad noise that only the wearer's own microphone hears. */
function rustleOf(person: PersonName, seed: number): Float32Array {
  const cloth = peaking(highPass(lowPass(noise(soundSeconds, seed), 2600), 180), 1)
  const random = seeded(seed)
  const turns = Array.from({ length: 80 }, () => random())
  return cloth.map((value, n) => {
    const t = n / rate
    const step = (turns[Math.floor(t)] ?? 0) * (0.5 + 0.5 * Math.sin(2 * Math.PI * 1.9 * t))
    return 0.05 * value * Math.min(1.2, speedTable(person, t)) * step
  })
}

const speeds = new Map<PersonName, Float32Array>()

function speedTable(person: PersonName, t: number): number {
  let table = speeds.get(person)
  if (!table) {
    table = Float32Array.from({ length: soundSeconds * 20 }, (_, n) => speedOf(person, n / 20))
    speeds.set(person, table)
  }
  return table[Math.min(table.length - 1, Math.floor(t * 20))] as number
}

/** Automatic gain that gives way at once and comes back slowly, then hard clipping, as cheap recorders do. */
function levelled(signal: Float32Array, chain: Chain): Float32Array {
  const target = 0.16
  const fall = 1 - Math.exp(-1 / (0.004 * rate))
  const rise = 1 - Math.exp(-1 / (1.4 * rate))
  let level = target / chain.mostGain
  return signal.map(value => {
    const scaled = value / chain.fullScale
    const size = Math.abs(scaled)
    level += (size > level ? fall : rise) * (size - level)
    const gain = Math.min(chain.mostGain * 6, target / Math.max(level, 1e-4))
    return Math.max(-1, Math.min(1, scaled * gain))
  })
}

function onOwnClock(device: Omit<Device, 'microphone'>, heard: Float32Array): Float32Array {
  return Float32Array.from({ length: Math.round((device.to - device.from) * rate) }, (_, n) =>
    between(heard, onCase(device, device.from + n / rate) * rate),
  )
}
