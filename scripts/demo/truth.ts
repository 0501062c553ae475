/** What is true of the exercise and its recordings, for every engine's tests: written beside the files it speaks of. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cameras, clockSlowBy, zeroOnTheWall } from './cameras.ts'
import { frameTicks } from './ffmpeg.ts'
import { distance, type Point } from './motion.ts'
import { callFile, publishedFile } from './mux.ts'
import { devices, dispatchCall, transmits } from './sound/devices.ts'
import { speedOfSound } from './sound/hear.ts'
import type { SaidLine, Source } from './sound/sources.ts'
import type { Studio } from './studio.ts'

/** A source of sound that other engines may want to find; steps, birds and the road are left out. */
const told: ReadonlySet<Source['what']> = new Set(['blank', 'whistle', 'impact', 'beep', 'radio'])

export function exerciseTruth(
  out: string,
  work: string,
  sources: readonly Source[],
  said: readonly SaidLine[],
  propSeen: readonly PropSeen[],
) {
  return {
    v: 1,
    about:
      'A staged exercise that never took place: everything here was drawn and synthesised by scripts/demo. Times are seconds. Case time = start + media time × (1 + driftPpm × 1e-6).',
    wallTimeOfCaseZero: new Date(zeroOnTheWall).toISOString(),
    localTime: 'UTC-05:00',
    recordings: [
      ...cameras.map(camera => {
        const device = devices.find(each => each.name === camera.name)
        const { ticks, timescale } = frameTicks(join(out, camera.file))
        for (const [n, tick] of ticks.entries())
          if (!(Math.abs(tick / timescale - camera.ticks(n) / camera.timescale) < 1e-6))
            throw new Error(
              `${camera.file}: expected frame ${n} at ${camera.ticks(n) / camera.timescale} s, found ${tick / timescale} s`,
            )
        if (ticks.length !== camera.frames)
          throw new Error(`${camera.file}: expected ${camera.frames} frames, found ${ticks.length}`)
        return {
          file: camera.file,
          sha256: sha256Of(join(out, camera.file)),
          sha256OfDrawnFrames: readFileSync(join(work, `${camera.name}.frames.sha256`), 'utf8').trim(),
          start: camera.start,
          driftPpm: camera.driftPpm,
          frames: camera.frames,
          sound: device ? { from: device.from, to: device.to } : null,
          burnedInClock: camera.marks === 'none' ? null : { slowBySeconds: clockSlowBy[camera.marks] },
          sameTakeAs: null,
        }
      }),
      {
        file: callFile,
        sha256: sha256Of(join(out, callFile)),
        start: dispatchCall.start,
        driftPpm: dispatchCall.driftPpm,
        frames: 0,
        sound: { from: dispatchCall.from, to: dispatchCall.to },
        yardIsHeard: transmits,
        burnedInClock: null,
        sameTakeAs: null,
      },
      {
        file: publishedFile,
        sha256: sha256Of(join(out, publishedFile)),
        start: cameras[0]?.start,
        driftPpm: cameras[0]?.driftPpm,
        frames: cameras[0]?.frames,
        sound: { from: devices[0]?.from, to: devices[0]?.to },
        burnedInClock: { slowBySeconds: clockSlowBy.body },
        sameTakeAs: cameras[0]?.file,
      },
    ],
    sounds: sources
      .filter(({ what }) => told.has(what))
      .map(source => ({
        kind: source.what,
        label: source.label,
        at: round(source.at),
        from: place(source.place(source.at)),
        arrives: devices.flatMap(device => {
          const { at, metres } = arrival(source, device.microphone)
          const media = (at - device.start) / (1 + device.driftPpm * 1e-6)
          if (media < device.from || media >= device.to) return []
          return [
            {
              recording: `${device.name}.mp4`,
              caseTime: round(at),
              mediaTime: round(media),
              metres: Number(metres.toFixed(2)),
            },
          ]
        }),
      })),
    speech: said.map(({ line, spoken }) => ({
      speaker: line.who,
      text: line.text,
      from: line.at,
      to: round(line.at + spoken.signal.length / 48_000),
      /** Word limits are good to about 60 ms. */
      words: spoken.words.map(word => ({
        text: word.text,
        from: round(line.at + word.from),
        to: round(line.at + word.to),
      })),
    })),
    prop: {
      leavesHand: 43.867,
      /** Pixels of the prop that each camera sees, counted on the drawn picture before it was encoded. */
      seen: propSeen,
    },
  }
}

export interface PropSeen {
  readonly recording: string
  readonly pixels: readonly (readonly [caseTime: number, pixels: number])[]
}

/** Counts the prop's pixels in each picture, ten times a second around its fall and once a second elsewhere. */
export async function propSeenBy(studio: Studio): Promise<readonly PropSeen[]> {
  const times = [
    ...Array.from({ length: 12 }, (_, n) => 30 + n),
    ...Array.from({ length: 34 }, (_, n) => Number((42 + n / 10).toFixed(1))),
    ...Array.from({ length: 5 }, (_, n) => 46 + n * 6),
  ]
  const seen: PropSeen[] = []
  for (const camera of cameras) {
    const pixels: [number, number][] = []
    for (const t of times) {
      const media = (t - camera.start) / (1 + camera.driftPpm * 1e-6)
      if (media < 0 || media >= camera.ticks(camera.frames) / camera.timescale) continue
      pixels.push([
        t,
        await studio.page.evaluate(([name, at]) => window.demo.propPixels(name, at), [
          camera.name,
          t,
        ] as const),
      ])
    }
    seen.push({ recording: camera.file, pixels })
  }
  return seen
}

/** When a sound reaches a microphone that may move, and over what distance. */
function arrival(
  source: Source,
  microphone: (t: number) => Point,
): { readonly at: number; readonly metres: number } {
  const from = source.place(source.at)
  let at = source.at
  for (let turn = 0; turn < 5; turn++) at = source.at + distance(from, microphone(at)) / speedOfSound
  return { at, metres: distance(from, microphone(at)) }
}

function place({ x, y, z }: Point): readonly number[] {
  return [x, y, z].map(value => Number(value.toFixed(2)))
}

function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

function round(seconds: number): number {
  return Number(seconds.toFixed(6))
}
