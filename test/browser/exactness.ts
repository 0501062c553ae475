// Every clip with burned-in frame numbers, stepped, sought, played and paused in a real browser; each picture is compared with
// its attributes and with what the clock demands. The suite runs a little of it, `scripts/exactness.ts` much.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePictureClips, type PictureClip, pictureClips } from '../cases/pictures/clips.ts'
import { type Harness, type Meeting, openHarness, pageAngle, run } from './engine-harness.ts'
import type { Outcome } from './engine-page.ts'

/** Clips seen together on one clock, each with its start in micros and its drift in ppm. */
export const groups: readonly (readonly (readonly [PictureClip, number, number])[])[] = [
  [
    ['ntsc', 0, 0],
    ['variableProxy', 250_000, 100],
    ['sixty', 1_000_000, -100],
    ['startsLateProxy', -2_900_000, 37.5],
  ],
  [
    ['thirty', 0, 0],
    ['pal', 333_333, -100],
    ['rotated', 777_777, 100],
    ['startsLate', -2_950_000, 99.999],
  ],
  [
    ['editList', 0, 0],
    ['vp9', 10_001, 100],
    ['openGop', -500_000, -63.21],
    ['variable', 123_457, 12],
  ],
  [
    ['anamorphic', 0, 0],
    ['startsLateMkv', -3_000_000, -100],
    ['av1', 250_000, 50],
  ],
]

/** The same without WebCodecs: an open group of pictures is refused by Chromium's own seeking. */
export const videoGroups: typeof groups = groups.map(group => group.filter(([name]) => name !== 'openGop'))

export interface Exactness {
  readonly name: string
  readonly outcome: Outcome
}

export async function withHarness<T>(
  names: readonly PictureClip[],
  use: (harness: Harness, folder: string) => Promise<T>,
  meeting: Meeting = 'webcodecs',
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-pictures-'))
  try {
    await makePictureClips(folder, names)
    const args = ['--autoplay-policy=no-user-gesture-required']
    const harness = await openHarness(folder, 'test/browser/engine-page.ts', args, meeting)
    try {
      return await use(harness, folder)
    } finally {
      await harness.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Puts a group of clips into the page. */
export async function openGroup(
  { page }: Harness,
  folder: string,
  group: (typeof groups)[number],
  budgetBytes?: number,
): Promise<void> {
  const angles = await Promise.all(
    group.map(([name, startMicros, driftPpm]) =>
      pageAngle(name, join(folder, pictureClips[name].file), { startMicros, driftPpm }),
    ),
  )
  await run(page, (engine, given) => engine.start(given.angles, given.budgetBytes), { angles, budgetBytes })
}

/** Steps through every clip of a group, wanders at random and plays at several speeds. */
export async function exactnessOf(
  harness: Harness,
  folder: string,
  group: (typeof groups)[number],
  { steps, operations, playMs, seed }: { steps: number; operations: number; playMs: number; seed: number },
): Promise<readonly Exactness[]> {
  const { page } = harness
  const names = group.map(([name]) => name).join(', ')
  await openGroup(harness, folder, group)
  const all: Exactness[] = []
  const add = (doing: string, outcome: Outcome) => all.push({ name: `${doing} of ${names}`, outcome })
  add('steps', await run(page, (engine, limit) => engine.stepThrough(limit), steps))
  const wander = { seed, operations }
  add('wandering', await run(page, (engine, how) => engine.wander(how.seed, how.operations), wander))
  for (const speed of [1, -1, 4])
    add(
      `play at ${speed}`,
      await run(
        page,
        (engine, how) => engine.playFor(how.speed < 0 ? 2_500_000 : 700_000, how.ms, how.speed),
        {
          speed,
          ms: playMs,
        },
      ),
    )
  return all
}
