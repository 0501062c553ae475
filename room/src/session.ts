import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  type CardId,
  type CaseState,
  type Clock,
  clocksOf,
  compareNames,
  inNameOrder,
  mainGroup,
  placementOf,
  type Recording,
  type RecordingId,
  type WallClock,
  wallClockOf,
} from '@sightline/core/case'
import type { CaseMicros, Span } from '@sightline/core/time'
import { type Mark, marksOf } from './hues.ts'
import type { Layout } from './layouts.ts'
import type { PlacingDialog } from './placing/placing-dialog.ts'
import type { View } from './timeline/geometry.ts'
import { type Lane, lanesOf, movedLane, wholeOf } from './watch/lanes.ts'
import { namesOf } from './watch/names.ts'
import { besides, sideBySide } from './watch/side-by-side.ts'

export const views = [
  'watch',
  'edits',
  'accounts',
  'listening',
  'clock',
  'case',
  'files',
  'custody',
  'release',
] as const
export type ViewName = (typeof views)[number]

export const panelTabs = ['recording', 'moments', 'transcript', 'measure', 'picture', 'clock'] as const
export type PanelTab = (typeof panelTabs)[number]

/** What can lie over the room: at most one at a time. */
export type Overlay =
  | { readonly kind: 'help' }
  | { readonly kind: 'go-to' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'take-away' }
  | { readonly kind: 'spared' }
  /** `start` is what the field holds at first, in case micros. */
  | { readonly kind: 'type-start'; readonly id: RecordingId; readonly start?: number }
  | { readonly kind: 'match-frames'; readonly id: RecordingId }
  | { readonly kind: 'placing'; readonly dialog: PlacingDialog }
  | { readonly kind: 'unpin'; readonly id: RecordingId }
  | { readonly kind: 'move'; readonly id: RecordingId; readonly byMicros: number }

/** The moments of a claim that are played one after another: which, and how often it was asked to play. */
export interface ClaimPlay {
  readonly claim: CardId
  readonly at: number
  readonly round: number
}

export interface Moving {
  readonly id: RecordingId
  readonly byMicros: number
}

/** What one person looks at: nothing of it is part of the case. */
export interface Session {
  readonly isCovered: Signal<boolean>
  readonly view: Signal<ViewName>
  readonly overlay: Signal<Overlay | null>
  readonly layout: Signal<Layout>
  /** The two angles that stand side by side in that layout: the two selected last. */
  readonly pairShown: ReadonlySignal<readonly RecordingId[]>
  readonly isFull: Signal<boolean>
  /** The stop at which the tour of the room stands, counted from 0; null while there is none. */
  readonly tour: Signal<number | null>
  readonly sheet: Signal<'panel' | 'tray' | null>
  readonly tab: Signal<PanelTab>
  readonly chosenClock: Signal<string | null>
  /** The recording that the panel tells of. */
  readonly selected: Signal<RecordingId | null>
  readonly sounding: Signal<RecordingId | null>
  /** True while the playhead is dragged: what nobody has cleared is not heard meanwhile, in play either. */
  readonly isScrubbing: Signal<boolean>
  /** The two recordings that the clock's page looks at closely: the upper and the lower. */
  readonly pair: Signal<readonly [RecordingId, RecordingId] | null>
  /** The recording that is being moved by hand, and how much later it is shown: not entered yet. */
  readonly moving: Signal<Moving | null>
  readonly claimPlay: Signal<ClaimPlay | null>
  readonly clocks: ReadonlySignal<readonly Clock[]>
  readonly clock: ReadonlySignal<Clock | null>
  /** Wall time on the clock that is watched; null while it is not anchored. */
  readonly wallClock: ReadonlySignal<WallClock | null>
  readonly lanes: ReadonlySignal<readonly Lane[]>
  /** The lanes with pictures: each is an angle. */
  readonly angles: ReadonlySignal<readonly Lane[]>
  /** The angle that steps and shortcuts act on. */
  readonly current: ReadonlySignal<RecordingId | null>
  readonly whole: ReadonlySignal<Span<CaseMicros>>
  readonly timeline: Signal<View>
  /** True while what is said stands under the pictures; nothing stands there in a case without transcripts. */
  readonly hasCaptions: Signal<boolean>
  /** True while the spectrogram of the chosen recording is shown. */
  readonly hasSpectrogram: Signal<boolean>
  /** True while the timeline shows the whole clock, whatever its length becomes. */
  readonly isFitted: Signal<boolean>
  readonly tray: ReadonlySignal<readonly Recording[]>
  readonly films: ReadonlySignal<readonly Recording[]>
  readonly marks: ReadonlySignal<ReadonlyMap<RecordingId, Mark>>
  readonly names: ReadonlySignal<ReadonlyMap<RecordingId, string>>
}

export function newSession(state: ReadonlySignal<CaseState>): Session {
  const chosenClock = signal<string | null>(null)
  const selected = signal<RecordingId | null>(null)
  const lastAngle = signal<RecordingId | null>(null)
  const clocks = computed(() => clocksOf(state.value))
  const clock = computed(
    () => clocks.value.find(each => each.id === chosenClock.value) ?? clocks.value[0] ?? null,
  )
  const moving = signal<Moving | null>(null)
  const lanes = computed(() => {
    const placed = clock.value ? lanesOf(state.value, clock.value) : []
    const { value: moved } = moving
    return moved
      ? placed.map(lane => (lane.id === moved.id ? movedLane(lane, moved.byMicros) : lane))
      : placed
  })
  const angles = computed(() => lanes.value.filter(lane => lane.hasPictures))
  const current = computed(() => {
    const isAngle = (id: RecordingId | null) => angles.value.some(lane => lane.id === id)
    if (isAngle(selected.value)) return selected.value
    return isAngle(lastAngle.value) ? lastAngle.value : (angles.value[0]?.id ?? null)
  })
  selected.subscribe(id => {
    if (angles.peek().some(lane => lane.id === id)) lastAngle.value = id
  })
  const lastTwo = signal<readonly RecordingId[]>([])
  const pairShown = computed(() =>
    sideBySide(
      lastTwo.value,
      angles.value.map(lane => lane.id),
    ),
  )
  let before: RecordingId | null = null
  current.subscribe(id => {
    if (id !== null) lastTwo.value = besides(pairShown.peek(), id, before)
    before = id
  })
  return {
    isCovered: signal(true),
    view: signal('watch'),
    overlay: signal(null),
    layout: signal<Layout>('grid'),
    pairShown,
    isFull: signal(false),
    tour: signal(null),
    sheet: signal(null),
    tab: signal<PanelTab>('recording'),
    chosenClock,
    selected,
    sounding: signal(null),
    isScrubbing: signal(false),
    pair: signal(null),
    timeline: signal({ from: 0, perPx: 1e4, width: 0 }),
    isFitted: signal(true),
    hasCaptions: signal(true),
    hasSpectrogram: signal(false),
    moving,
    claimPlay: signal(null),
    clocks,
    clock,
    wallClock: computed(() => (clock.value?.id === mainGroup ? wallClockOf(state.value) : null)),
    lanes,
    angles,
    current,
    whole: computed(() => wholeOf(lanes.value)),
    tray: computed(() => trayOf(state.value)),
    films: computed(() => filmsOf(state.value)),
    marks: computed(() => marksOf(state.value)),
    names: computed(() => namesOf(state.value)),
  }
}

/** What has no place on a clock, in order of names. Edited films have none by nature and are told apart. */
export function trayOf(state: CaseState): readonly Recording[] {
  return inNameOrder(state).filter(recording => !recording.film && placementOf(recording)?.kind !== 'placed')
}

export function filmsOf(state: CaseState): readonly Recording[] {
  return inNameOrder(state).filter(recording => recording.film)
}

/** Every name in the folder under which a recording's bytes are held. */
export function heldAs(state: CaseState, id: RecordingId): readonly string[] {
  return [...state.files.values()]
    .filter(file => file.found.sha256 === id)
    .map(file => file.found.path)
    .sort(compareNames)
}
