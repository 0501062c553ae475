import type { Work } from '@sightline/core/api'
import type { RecordingId } from '@sightline/core/case'
import type { Comparing } from './edit-work.ts'
import type { RecipeName } from './recipe.ts'

/** What one second of a recording costs in each recipe, roughly: sound is read fast, pictures are converted slowly. */
const costs = { sound: 0.05, listening: 0.05, review: 1, small: 0.3 } as const satisfies Record<
  RecipeName,
  number
>
/** Listeners hear at most this often; what changed in between is in the next telling. */
const tellEveryMs = 200
/** Too little was done before this for an estimate to mean anything. */
const shortestRunMs = 2000

/** One thing that is being made or waits to be. `seconds` is the length of the recording. */
export interface WorkItem {
  readonly recording: RecordingId
  readonly recipe: RecipeName
  readonly seconds: number
}

/** Keeps count of what is being made, and tells it. `now` is in milliseconds on any steady clock. */
export class Progress {
  readonly #now: () => number
  readonly #listeners = new Set<(work: Work) => void>()
  readonly #making = new Map<RecordingId, { readonly item: WorkItem; readonly fraction: number }>()
  #reading: Work['reading'] = null
  #left: readonly WorkItem[] = []
  #isPlacing = false
  #comparing: Comparing | null = null
  #stopped: readonly RecordingId[] = []
  #trouble: string | null = null
  #toldAt = Number.NEGATIVE_INFINITY
  /** Where the present run of work began: its cost then, which grows when more is found to do. */
  #run: { readonly since: number; cost: number } | null = null

  constructor(now: () => number) {
    this.#now = now
  }

  listen(listener: (work: Work) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  work(): Work {
    const fraction = this.#run && this.#run.cost > 0 ? 1 - this.#costLeft() / this.#run.cost : null
    return {
      reading: this.#reading,
      making: [...this.#making.values()].map(({ item, fraction }) => ({
        recording: item.recording,
        fraction,
      })),
      waiting: this.#left.length,
      fraction,
      secondsLeft: this.#secondsLeft(fraction),
      isPlacing: this.#isPlacing,
      comparing: this.#comparing,
      stopped: [...this.#stopped],
      trouble: this.#trouble,
    }
  }

  hasTrouble(): boolean {
    return this.#trouble !== null
  }

  reading(reading: Work['reading']): void {
    this.#reading = reading
    this.#tell(reading === null || reading.done === 0)
  }

  /** Everything that is being made or waits to be, as read off the case. */
  left(items: readonly WorkItem[]): void {
    const known = new Set(this.#left.map(nameOf))
    const isChanged = items.length !== this.#left.length || items.some(item => !known.has(nameOf(item)))
    const found = items.filter(item => !known.has(nameOf(item)))
    this.#left = items
    if (items.length === 0) this.#run = null
    else {
      this.#run ??= { since: this.#now(), cost: 0 }
      this.#run.cost += sumOf(found)
    }
    if (isChanged) this.#tell(true)
  }

  making(item: WorkItem, fraction: number): void {
    const isNew = !this.#making.has(item.recording)
    this.#making.set(item.recording, { item, fraction })
    this.#tell(isNew)
  }

  /** Nothing is told here: what is left is read off the case next, and the two change together. */
  finished(recording: RecordingId): void {
    this.#making.delete(recording)
  }

  placing(isPlacing: boolean): void {
    this.#isPlacing = isPlacing
    this.#tell(true)
  }

  /** The film or stand-in that is held against recordings now. */
  comparing(now: Comparing | null): void {
    const isOther = now?.of !== this.#comparing?.of || now?.stage !== this.#comparing?.stage
    this.#comparing = now
    this.#tell(isOther)
  }

  /** Films and stand-ins that a person does not want to be compared now. */
  stopped(films: readonly RecordingId[]): void {
    this.#stopped = films
    this.#tell(true)
  }

  trouble(sentence: string): void {
    this.#trouble = sentence
    this.#tell(true)
  }

  #costLeft(): number {
    let made = 0
    for (const { item, fraction } of this.#making.values()) made += costOf(item) * fraction
    return Math.max(0, sumOf(this.#left) - made)
  }

  /** An estimate from the speed of the present run; null while too little was done to tell. */
  #secondsLeft(fraction: number | null): number | null {
    if (!this.#run || fraction === null || fraction <= 0) return null
    const elapsedMs = this.#now() - this.#run.since
    return elapsedMs < shortestRunMs ? null : Math.round((elapsedMs / 1000) * (1 / fraction - 1))
  }

  #tell(isDue: boolean): void {
    const now = this.#now()
    if (!isDue && now - this.#toldAt < tellEveryMs) return
    this.#toldAt = now
    const work = this.work()
    for (const listener of this.#listeners) listener(work)
  }
}

function nameOf({ recording, recipe }: WorkItem): string {
  return `${recipe} ${recording}`
}

function costOf({ recipe, seconds }: WorkItem): number {
  return costs[recipe] * Math.max(1, seconds)
}

function sumOf(items: readonly WorkItem[]): number {
  return items.reduce((sum, item) => sum + costOf(item), 0)
}
