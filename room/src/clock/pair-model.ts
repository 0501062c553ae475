import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { clockMapOf, placementOf, type Recording, type RecordingId } from '@sightline/core/case'
import type { PairLook } from '@sightline/core/sync'
import type { Room } from '../room-model.ts'
import type { ClockFacts, PairFacts } from './clock-facts.ts'
import { pairKey } from './clock-facts.ts'
import {
  overlapOnA,
  type SampleLine,
  type SoundExtent,
  type Stretch,
  sampleAt,
  sampleLine,
} from './wave-axis.ts'
import { type MediaLine, placedLines, type Way, waysOf } from './ways.ts'

export type LookState =
  | { readonly kind: 'coming' | 'no-sound' | 'failed' }
  | { readonly kind: 'here'; readonly look: PairLook; readonly way: Way }

/** Two recordings that are looked at: how they may lie on each other, how they do now, and what the close look found. */
export interface PairModel {
  readonly a: RecordingId
  readonly b: RecordingId
  readonly facts: ReadonlySignal<PairFacts | null>
  readonly ways: ReadonlySignal<readonly Way[]>
  /** The way in which the lower one lies; null where nothing says one. */
  readonly way: ReadonlySignal<Way | null>
  /** What the close look at that way found; while another comes, the one before. */
  readonly look: ReadonlySignal<LookState>
  /** Samples by which the lower one is moved by hand, later for more. */
  readonly shift: Signal<number>
  readonly line: ReadonlySignal<SampleLine | null>
  /** The overlap in samples of a. */
  readonly overlap: ReadonlySignal<Stretch | null>
  choose(key: string): void
  /** Asks again for a look that did not come. */
  again(): void
  dispose(): void
}

/** `facts` are those of the pair told in its own order; the model turns them where the lower one is named first. */
export function newPairModel(
  room: Room,
  facts: ReadonlySignal<ClockFacts | null>,
  a: RecordingId,
  b: RecordingId,
): PairModel {
  const chosen = signal<string | null>(null)
  const look = signal<LookState>({ kind: 'coming' })
  const shift = signal(0)
  const pair = computed(() => facts.value?.all.get(pairKey(a, b)) ?? null)
  const ways = computed(() => {
    const { recordings } = room.source.state.value
    const [upper, lower] = [recordings.get(a), recordings.get(b)]
    if (!upper || !lower) return []
    const told = pair.value
    const isTurned = told !== null && told.a !== a
    const placed = placedOn(upper, lower)
    if (!isTurned) return waysOf(told?.solved ?? null, told?.result ?? null, placed)
    return waysOf(told.solved, told.result, placed.map(turned)).map(way => ({ ...way, ...turned(way) }))
  })
  const way = computed(() => ways.value.find(({ key }) => key === chosen.value) ?? ways.value[0] ?? null)
  const here = computed(() => (look.value.kind === 'here' ? look.value.look : null))
  const line = computed(() =>
    way.value && here.value ? sampleLine(way.value, here.value.a, here.value.b, shift.value) : null,
  )
  // Every entry of the log makes the ways anew; asked again is only where they differ.
  const wantedAs = computed(() => {
    if (!way.value) return ''
    const { lagSeconds, slopePpm, from, to } = way.value
    return `${lagSeconds} ${slopePpm} ${from} ${to}`
  })
  const tries = signal(0)
  let asked = 0
  const stop = effect(() => {
    const wanted = wantedAs.value === '' ? null : way.peek()
    if (!wanted || tries.value < 0) return
    asked += 1
    const mine = asked
    const work = room.source.pairLook(a, b, wanted).then(found => {
      if (mine !== asked) return
      look.value = found ? { kind: 'here', look: found, way: wanted } : { kind: 'no-sound' }
    })
    // What went wrong is told, and can be tried again.
    room.speaker.heed(work)
    work.catch(() => {
      if (mine === asked) look.value = { kind: 'failed' }
    })
  })
  return {
    a,
    b,
    facts: pair,
    ways,
    way,
    look,
    shift,
    line,
    overlap: computed(() => {
      if (!way.value || !here.value) return null
      // Moving the lower one by hand does not move the view.
      const { a: upper, b: lower } = here.value
      return stretchOf(way.value, sampleLine(way.value, upper, lower), upper, lower)
    }),
    choose(key) {
      shift.value = 0
      chosen.value = key
    },
    again() {
      look.value = { kind: 'coming' }
      tries.value += 1
    },
    dispose() {
      asked += 1
      stop()
    },
  }
}

/** The overlap in samples of a, of a piece only what lies in it. */
function stretchOf(way: Way, line: SampleLine, a: SoundExtent, b: SoundExtent): Stretch {
  const whole = overlapOnA(line, a, b)
  const onA = (seconds: number) => line.lag + (1 + line.slope) * sampleAt(b, seconds * 1e6)
  const from = way.from === undefined ? whole.from : Math.max(whole.from, onA(way.from))
  const to = way.to === undefined ? whole.to : Math.min(whole.to, onA(way.to))
  return to > from ? { from, to } : whole
}

/** How two placements on one clock make the lower lie on the upper; nothing where they share no clock. */
function placedOn(upper: Recording, lower: Recording): readonly MediaLine[] {
  const [a, b] = [placementOf(upper), placementOf(lower)]
  if (a?.kind !== 'placed' || b?.kind !== 'placed' || a.group !== b.group) return []
  return placedLines(clockMapOf(a), clockMapOf(b))
}

/** The same lying, told with the two in the other order. */
export function turned({ lagSeconds, slopePpm, from, to }: MediaLine): MediaLine {
  const scale = 1 + slopePpm * 1e-6
  const onA = (seconds: number) => seconds * scale + lagSeconds
  return {
    lagSeconds: -lagSeconds / scale,
    slopePpm: (1 / scale - 1) * 1e6,
    ...(from === undefined ? {} : { from: onA(from) }),
    ...(to === undefined ? {} : { to: onA(to) }),
  }
}
