/** The devices: what each records, on its own clock, from where. Media time m lies at case time start + m·(1 + drift). */
import { eased, type Point, through, wander } from './motion.ts'
import {
  facingOf,
  groundOf,
  loweredBy,
  moments,
  type PersonName,
  speedOf,
  strideMetres,
  walkedBy,
} from './story.ts'

/** What a lens sees along: radians; yaw 0 looks south, pitch up is positive. */
export interface View {
  readonly eye: Point
  readonly yaw: number
  readonly pitch: number
  readonly roll: number
}

export interface Camera {
  readonly name: string
  readonly file: string
  /** Upright size in pixels. */
  readonly width: number
  readonly height: number
  /** Vertical angle of view, degrees. */
  readonly fov: number
  /** Case time in seconds of media time 0. */
  readonly start: number
  readonly driftPpm: number
  readonly frames: number
  /** Ticks a second in which the container counts. */
  readonly timescale: number
  /** Media time of frame n, in ticks. */
  ticks(n: number): number
  view(t: number): View
  /** Whose chest it is worn on: it does not see that body. */
  readonly wornBy: PersonName | null
  readonly marks: 'body' | 'doorbell' | 'cctv' | 'none'
}

const steady = (perFrame: number) => (n: number) => n * perFrame

export const cameras: readonly Camera[] = [
  {
    name: 'body-camera-a',
    file: 'body-camera-a.mp4',
    width: 854,
    height: 480,
    fov: 54,
    start: 2,
    driftPpm: 11,
    frames: 2220,
    timescale: 30000,
    ticks: steady(1000),
    view: t => worn('traineeA', t),
    wornBy: 'traineeA',
    marks: 'body',
  },
  {
    name: 'body-camera-b',
    file: 'body-camera-b.mp4',
    width: 854,
    height: 480,
    fov: 54,
    start: 8,
    driftPpm: 84,
    frames: 2044,
    timescale: 30000,
    ticks: steady(1001),
    view: t => worn('traineeB', t),
    wornBy: 'traineeB',
    marks: 'body',
  },
  {
    name: 'doorbell',
    file: 'doorbell.mp4',
    width: 800,
    height: 600,
    fov: 60,
    start: 0,
    driftPpm: -37,
    frames: 1160,
    timescale: 90000,
    // Fifteen a second as it happens to come: jitter, and one gap of 0.2 s where the device was busy.
    ticks: n => Math.round(90000 * (n / 15 + 0.011 * (1 + Math.sin(n * 1.7)) + (n >= 430 ? 0.2 : 0))),
    view: () => toward({ x: -4.74, y: 1.42, z: -3.3 }, { x: 1.2, y: 0.72, z: -1.75 }),
    wornBy: null,
    marks: 'doorbell',
  },
  {
    name: 'yard-cctv',
    file: 'yard-cctv.mp4',
    width: 704,
    height: 480,
    fov: 47,
    start: 1,
    driftPpm: 140,
    frames: 760,
    timescale: 10000,
    ticks: steady(1000),
    view: () => toward({ x: -11.2, y: 6.05, z: -14.2 }, { x: 0.2, y: 0.2, z: -0.8 }),
    wornBy: null,
    marks: 'cctv',
  },
  {
    name: 'phone',
    file: 'phone.mp4',
    width: 480,
    height: 854,
    fov: 46,
    start: 51.4,
    driftPpm: 6,
    frames: 768,
    timescale: 90000,
    ticks: n => Math.round(90000 * (n / 29.94 + 0.0016 * (1 + Math.sin(n * 0.9)))),
    view: handHeld,
    wornBy: null,
    marks: 'none',
  },
]

export function cameraNamed(name: string): Camera {
  const found = cameras.find(camera => camera.name === name)
  if (!found) throw new Error(`expected one of ${cameras.map(each => each.name).join(', ')}, found ${name}`)
  return found
}

/** Case time, in seconds, at which frame n of a camera is taken. */
export function caseTimeOf(camera: Camera, n: number): number {
  return onCase(camera, camera.ticks(n) / camera.timescale)
}

export function onCase({ start, driftPpm }: Pick<Camera, 'start' | 'driftPpm'>, media: number): number {
  return start + media * (1 + driftPpm * 1e-6)
}

/** A camera on the chest sways with each step and looks where the body turns. */
function worn(person: PersonName, t: number): View {
  const ground = groundOf(person, t)
  const seed = person === 'traineeA' ? 41 : 57
  const lowered = loweredBy(person, t)
  const speed = Math.min(1.6, speedOf(person, t) / 1.3)
  const phase = (walkedBy(person, t) / strideMetres) * Math.PI
  const yaw = facingOf(person, t) + 0.035 * speed * Math.sin(phase) + 0.05 * wander(seed, t * 0.8)
  const back = person === 'traineeB' ? 0.05 * (eased(43.6, 44.2, t) - eased(46.4, 47.2, t)) : 0
  let kick = 0
  if (person === 'traineeB')
    for (const blank of moments.blanks) if (t >= blank) kick += 0.035 * Math.exp(-(t - blank) * 10)
  return {
    eye: {
      x: ground.x + 0.2 * Math.sin(yaw),
      y: 1.31 - 0.46 * lowered + 0.02 * speed * Math.cos(2 * phase),
      z: ground.z + 0.2 * Math.cos(yaw),
    },
    yaw,
    pitch:
      -0.03 -
      0.34 * lowered +
      0.02 * speed * Math.sin(2 * phase + 0.6) +
      0.025 * wander(seed + 1, t) +
      back +
      kick,
    roll: 0.022 * speed * Math.sin(phase) + 0.02 * wander(seed + 2, t * 0.7),
  }
}

/** The bystander stands by the containers, finds the group, and follows the actor when he gets up. */
function handHeld(t: number): View {
  const eye = {
    x: 10.7 + 0.05 * wander(71, t),
    y: 1.58 + 0.03 * wander(72, t * 1.2),
    z: -0.45 + 0.05 * wander(73, t),
  }
  const aim = {
    x: through(
      [
        { t: 51.4, v: 6.4 },
        { t: 53.4, v: 1.8 },
        { t: 66, v: 1.5 },
        { t: 69.5, v: 1.7 },
        { t: 78, v: 1.9 },
      ],
      t,
    ),
    y: through(
      [
        { t: 51.4, v: 0.2 },
        { t: 53.4, v: 0.85 },
        { t: 66.5, v: 0.85 },
        { t: 69.5, v: 1.15 },
        { t: 78, v: 1.15 },
      ],
      t,
    ),
    z: through(
      [
        { t: 51.4, v: -1.2 },
        { t: 53.4, v: -3 },
        { t: 66, v: -2.9 },
        { t: 69.5, v: -2.9 },
        { t: 78, v: -2.9 },
      ],
      t,
    ),
  }
  const view = toward(eye, aim)
  return {
    eye,
    yaw: view.yaw + 0.016 * wander(74, t * 1.6),
    pitch: view.pitch + 0.014 * wander(75, t * 1.5),
    roll: 0.025 * wander(76, t),
  }
}

function toward(eye: Point, aim: Point): View {
  const [dx, dy, dz] = [aim.x - eye.x, aim.y - eye.y, aim.z - eye.z]
  return { eye, yaw: Math.atan2(dx, dz), pitch: Math.atan2(dy, Math.hypot(dx, dz)), roll: 0 }
}

/** Case time 0 on the wall: invented, as everything here. The academy's local time is five hours behind UTC. */
export const zeroOnTheWall = Date.UTC(2026, 5, 12, 22, 46, 50)
/** How much slower than the wall each burned-in clock runs, in seconds. */
export const clockSlowBy = { body: 0, doorbell: 192, cctv: -1.4 } as const
