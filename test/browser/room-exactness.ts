// Drives a real room at random and compares what its canvases show with what the clock demands. The arithmetic here is
// written again from the definition, on ffprobe's own times, so that it can disagree with the product's.
import type { OpenRoom } from './open-room.ts'
import { counterReader } from './page-counter.ts'
import { randomFrom } from './random.ts'

/** One recording of the room: its frame boundaries by ffprobe, in media micros, and the number each frame shows, by ffmpeg. */
export interface Truth {
  readonly boundaries: readonly number[]
  readonly counters: readonly (number | null)[]
}

export interface Look {
  readonly time: number
  readonly angles: readonly {
    readonly name: string
    readonly state: string
    readonly frame: number | null
    readonly pts: number | null
    readonly start: number
    readonly drift: number
    /** The number burned into the picture on the canvas; null where none can be read. */
    readonly counter: number | null
    readonly why: string | null
  }[]
}

export interface Exactness {
  readonly looks: number
  readonly wrong: readonly string[]
  /** Looks at an angle that showed a frame, so that "nothing wrong" cannot mean "nothing shown". */
  readonly shown: number
}

/** Looks at every angle in one animation frame: attributes and canvas as they are together. */
export async function look(room: OpenRoom): Promise<Look> {
  return await room.page.evaluate<Look>(counterReader)
}

/** The frame whose interval on the case clock holds `time`, by search; null outside the recording. */
export function demanded(
  { boundaries }: Truth,
  start: number,
  driftPpm: number,
  time: number,
): number | null {
  const at = (media: number) => start + media * (1 + driftPpm * 1e-6)
  for (let frame = 0; frame + 1 < boundaries.length; frame++) {
    if (time >= at(boundaries[frame] as number) && time < at(boundaries[frame + 1] as number)) return frame
  }
  return null
}

/** What is wrong with one look. While the room plays or seeks, only what is said to be ready is held to it. */
export function faultsOf(
  seen: Look,
  truths: ReadonlyMap<string, Truth>,
  isSettled: boolean,
): readonly string[] {
  const faults: string[] = []
  for (const angle of seen.angles) {
    const truth = truths.get(angle.name)
    if (!truth) continue
    const frame = demanded(truth, angle.start, angle.drift, seen.time)
    const told = `${angle.name} at ${seen.time}`
    if (isSettled && angle.state !== (frame === null ? 'absent' : 'ready')) {
      faults.push(`${told}: ${angle.state} (${angle.why}) where frame ${frame} is demanded`)
    }
    if (angle.state === 'ready') {
      if (angle.frame !== frame) faults.push(`${told}: data-frame ${angle.frame}, demanded ${frame}`)
      if (angle.frame !== null && angle.pts !== truth.boundaries[angle.frame])
        faults.push(`${told}: data-pts ${angle.pts}`)
    }
    if (angle.frame !== null && angle.state !== 'absent' && angle.counter !== truth.counters[angle.frame]) {
      faults.push(
        `${told}: the picture says ${angle.counter}, frame ${angle.frame} says ${truth.counters[angle.frame]}`,
      )
    }
    if (angle.state === 'absent' && angle.frame !== null) faults.push(`${told}: absent with a frame`)
  }
  return faults
}

/** Steps, seeks, plays and pauses at random, `operations` times, looking after each and all through play. */
export async function drive(
  room: OpenRoom,
  truths: ReadonlyMap<string, Truth>,
  { seed, operations }: { readonly seed: number; readonly operations: number },
): Promise<Exactness> {
  const random = randomFrom(seed)
  const wrong: string[] = []
  let looks = 0
  let shown = 0
  const judge = (seen: Look, isSettled: boolean) => {
    looks++
    shown += seen.angles.filter(angle => angle.frame !== null).length
    wrong.push(...faultsOf(seen, truths, isSettled))
  }
  const names = [...truths.keys()]
  const end = await room.page.evaluate(() =>
    Number(document.querySelector('[role="slider"]')?.getAttribute('aria-valuemax') ?? 0),
  )
  for (let operation = 0; operation < operations; operation++) {
    const kind = random()
    if (kind < 0.55) await step(room, random() < 0.5 ? '.' : ',')
    else if (kind < 0.95) {
      const name = names[Math.floor(random() * names.length)] as string
      await goTo(room, Math.floor(random() * Math.max(end, 6e6)), name)
    } else {
      await room.page.keyboard.press('Space')
      for (let frame = 0; frame < 30; frame++) judge(await look(room), false)
      await room.page.keyboard.press('Space')
    }
    await quiet(room)
    judge(await look(room), true)
  }
  return { looks, wrong, shown }
}

async function step(room: OpenRoom, key: string): Promise<void> {
  await room.page.keyboard.press(key)
}

async function goTo(room: OpenRoom, micros: number, name: string): Promise<void> {
  const hash = `#t=${(micros / 1e6).toFixed(6)}&angle=${encodeURIComponent(name)}`
  await room.page.evaluate(to => {
    location.hash = to
  }, hash)
}

/** Waits until no angle is seeking or loading. */
export async function quiet(room: OpenRoom): Promise<void> {
  await room.page.waitForFunction(() => {
    const angles = [...document.querySelectorAll<HTMLElement>('[data-recording]')]
    return (
      angles.length > 0 && angles.every(angle => ['ready', 'absent'].includes(angle.dataset['state'] ?? ''))
    )
  })
}
