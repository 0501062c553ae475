import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Clock, type ImpulseLabel, inNameOrder, outputOf, type RecordingId } from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import {
  groupImpulses,
  type Impulse,
  isCounted,
  ListeningResult,
  type PlacedImpulse,
} from '@sightline/core/listening'
import { type CaseMicros, caseTimeOn, type MediaMicros, pieceAtMedia } from '@sightline/core/time'
import { madeOnce } from '../made-once.ts'
import { caseTimeOf, type ListeningModel, mediaTimeOf } from './listening-model.ts'

/** Where one recording heard an impulse. */
export interface HeardImpulse {
  readonly recording: RecordingId
  readonly media: MediaMicros
  /** On the clock that the recording lies on. */
  readonly at: CaseMicros
  /** The candidate; null where a person marked it by hand. */
  readonly impulse: Impulse | null
  /** How far off a mark by hand may be, as the person who set it judged. */
  readonly markErrorMs: number | null
}

/** One impulse as the list has it: its hearings, the first of which the sound reached first. */
export interface ListedImpulse {
  readonly key: string
  /** The clock that all its hearings lie on. */
  readonly clock: Clock['id']
  readonly hearings: readonly HeardImpulse[]
  readonly at: CaseMicros
  readonly errorMs: number | null
  readonly label: ImpulseLabel | null
  /** How many microphones: a copy of a recording is the same one. */
  readonly microphones: number
  /** Below the default threshold, or likely an echo: listed only when asked for. */
  readonly isWeak: boolean
}

export interface ImpulsesModel {
  readonly listening: ListeningModel
  /** Null while results are on their way. */
  readonly results: ReadonlySignal<ReadonlyMap<RecordingId, ListeningResult> | null>
  /** Clocks on which something was found: times of two of them cannot be compared. */
  readonly clocks: ReadonlySignal<readonly Clock[]>
  readonly clock: ReadonlySignal<Clock | null>
  /** Everything on that clock. */
  readonly all: ReadonlySignal<readonly ListedImpulse[]>
  readonly isWeakShown: Signal<boolean>
  /** True while only those are listed that more than one microphone heard, or that a person labelled. */
  readonly isSharedOnly: Signal<boolean>
  /** Of candidates only those that some microphone heard so loud, in dB of full scale; null for all. */
  readonly leastDbfs: Signal<number | null>
  readonly order: Signal<ImpulseOrder>
  readonly shown: ReadonlySignal<readonly ListedImpulse[]>
  readonly chosen: Signal<string | null>
  readonly current: ReadonlySignal<ListedImpulse | null>
  /** Half of what is shown around the onset, in milliseconds. */
  readonly halfMs: Signal<number>
  readonly ends: Signal<{ readonly from: End | null; readonly to: End | null }>
  /** The microphone that keys play; null for the one that the sound reached first. */
  readonly heardBy: Signal<RecordingId | null>
  /** The impulse that is being labelled: one of the list, or a sound that a person points at. */
  readonly labelling: Signal<ListedImpulse | null>
}

export const impulseOrders = ['time', 'level', 'score'] as const
/** What comes first in the list: the earliest, the loudest, or what is most like an impulse to the method. */
export type ImpulseOrder = (typeof impulseOrders)[number]

/** An end of an interval: a sound in the list, or the frame that an angle showed. */
export type End =
  | { readonly kind: 'impulse'; readonly key: string }
  | { readonly kind: 'frame'; readonly at: CaseMicros; readonly recording: RecordingId | null }

export const impulsesModelOf = madeOnce(newModel)

function newModel(listening: ListeningModel): ImpulsesModel {
  const { source, speaker, session } = listening.room
  /** By the hash of the result: one that is made anew has another. */
  const fetched = signal<ReadonlyMap<string, ListeningResult | null>>(new Map())
  const wanted = computed(() => {
    const state = source.state.value
    const walled = walledRecordings(state)
    return inNameOrder(state).flatMap(recording => {
      const output = outputOf(recording, 'listening')
      return output && !walled.has(recording.id) ? [{ id: recording.id, sha256: output.sha256 }] : []
    })
  })
  const asked = new Set<string>()
  effect(() => {
    for (const { id, sha256 } of wanted.value) {
      if (asked.has(sha256)) continue
      asked.add(sha256)
      speaker.heed(
        source.listening(id).then(stored => {
          const read = stored === null ? null : ListeningResult.safeParse(stored)
          fetched.value = new Map(fetched.peek()).set(sha256, read?.success ? read.data : null)
        }),
      )
    }
  })
  const results = computed(() => {
    const held = new Map<RecordingId, ListeningResult>()
    for (const { id, sha256 } of wanted.value) {
      const result = fetched.value.get(sha256)
      if (result === undefined) return null
      if (result) held.set(id, result)
    }
    return held
  })
  const isWeakShown = signal(false)
  const chosen = signal<string | null>(null)
  const everywhere = computed(() => listedImpulses(listening, results.value ?? new Map()))
  const clocks = computed(() => {
    const heard = new Set(everywhere.value.map(each => each.clock))
    return session.clocks.value.filter(({ id }) => heard.has(id))
  })
  const clock = computed(
    () => clocks.value.find(({ id }) => id === session.clock.value?.id) ?? clocks.value[0] ?? null,
  )
  const all = computed(() => everywhere.value.filter(each => each.clock === clock.value?.id))
  const isSharedOnly = signal(false)
  const leastDbfs = signal<number | null>(null)
  const order = signal<ImpulseOrder>('time')
  const shown = computed(() => {
    const least = leastDbfs.value
    const listed = all.value.filter(
      ({ label, isWeak, microphones, hearings }) =>
        label !== null ||
        ((isWeakShown.value || !isWeak) &&
          (!isSharedOnly.value || microphones > 1) &&
          (least === null || hearings.some(({ impulse }) => impulse !== null && impulse.levelDbfs >= least))),
    )
    return inOrder(listed, order.value)
  })
  return {
    listening,
    ...{ results, clocks, clock, all, isWeakShown, isSharedOnly, leastDbfs, order },
    shown,
    chosen,
    current: computed(() => shown.value.find(({ key }) => key === chosen.value) ?? shown.value[0] ?? null),
    halfMs: signal(60),
    ends: signal({ from: null, to: null }),
    labelling: signal(null),
    heardBy: signal(null),
  }
}

/** Whether a person alone found it: no method suggested it. */
export function isByHand({ hearings, label }: Pick<ListedImpulse, 'hearings' | 'label'>): boolean {
  return hearings.every(({ impulse }) => impulse === null) && (label?.result ?? null) === null
}

/** The largest level (dBFS) or score that a microphone has of it; null where a person alone marked it. */
export function mostOf({ hearings }: ListedImpulse, of: 'levelDbfs' | 'score'): number | null {
  const values = hearings.flatMap(({ impulse }) => (impulse ? [impulse[of]] : []))
  return values.length > 0 ? Math.max(...values) : null
}

/**
 * `listed` is in order of time; what has no level or score comes last. Of what reads alike (whole decibels, hundredths of a score) that comes first which more
 * microphones heard.
 */
function inOrder(listed: readonly ListedImpulse[], order: ImpulseOrder): readonly ListedImpulse[] {
  if (order === 'time') return listed
  const rank = (each: ListedImpulse) => {
    const most = mostOf(each, order === 'level' ? 'levelDbfs' : 'score')
    return most === null ? Number.NEGATIVE_INFINITY : Math.round(order === 'level' ? most : 100 * most)
  }
  const ranked = listed.map(each => ({ each, rank: rank(each) }))
  ranked.sort(
    (a, b) =>
      (a.rank === b.rank ? 0 : b.rank - a.rank) ||
      b.each.microphones - a.each.microphones ||
      a.each.at - b.each.at,
  )
  return ranked.map(({ each }) => each)
}

/** What an angle's recording holds at the playhead, as an impulse to be labelled; null where it has no sound there. */
export function soundAtPlayhead({ listening }: ImpulsesModel): ListedImpulse | null {
  const { engine, session } = listening.room
  const clock = session.clock.peek()?.id ?? ''
  const at = engine.time.peek() as CaseMicros
  const recording = session.selected.peek() ?? session.current.peek()
  const lane = session.lanes.peek().find(({ id, hasSound }) => id === recording && hasSound)
  const media = lane && mediaTimeOf(lane, at)
  if (!lane || media == null) return null
  const heard = { recording: lane.id, media, at, impulse: null, markErrorMs: null }
  return {
    ...{ key: `by hand ${at}`, clock, hearings: [heard], at, errorMs: null, label: null },
    ...{ microphones: 1, isWeak: false },
  }
}

/** A person's hearing and a candidate within this are one: less than any two impulses are told apart by. */
const sameMicros = 10_000

function listedImpulses(
  listening: ListeningModel,
  results: ReadonlyMap<RecordingId, ListeningResult>,
): readonly ListedImpulse[] {
  const { source, session } = listening.room
  const { value: state } = source.state
  const { value: clocks } = session.clocks
  const labels = [...state.impulseLabels.values()].filter(({ withdrawn }) => withdrawn === null)
  const used = new Set<string>()
  const labelOf = (hearings: readonly HeardImpulse[]) => {
    const label = labels.find(each =>
      each.hearings.some(({ recording, at }) =>
        hearings.some(heard => heard.recording === recording && Math.abs(heard.media - at) < sameMicros),
      ),
    )
    if (label) used.add(label.id)
    return label ?? null
  }
  const onClock = (each: Omit<ListedImpulse, 'clock' | 'microphones'>): ListedImpulse => {
    const [first] = each.hearings
    const takes = each.hearings.map(({ recording: id }) => state.recordings.get(id)?.standIn?.standsFor ?? id)
    const clock = clocks.find(({ recordings }) => first && recordings.includes(first.recording))?.id ?? ''
    return { ...each, clock, microphones: new Set(takes).size }
  }
  const listed = new Map<string, ListedImpulse>()
  for (const { hearings, at, errorMs } of joined(listening, results)) {
    const [first] = hearings
    const label = labelOf(hearings)
    const isWeak = hearings.every(({ impulse }) => impulse !== null && !isCounted(impulse))
    const key = label?.id ?? `${first?.recording} ${first?.media}`
    const before = listed.get(key)
    const each = { key, hearings, at, errorMs, label, isWeak }
    // A person who labels several hearings says that they are of one sound, whatever the method joined.
    listed.set(key, onClock(before ? withHearings(before, each) : each))
  }
  const byHand = labels
    .filter(({ id }) => !used.has(id))
    .flatMap((label): ListedImpulse[] => {
      const hearings = label.hearings.flatMap(({ recording, at: media, errorMs }): HeardImpulse[] => {
        const at = caseTimeOf(listening, recording, media)
        return at === null ? [] : [{ recording, media, at, impulse: null, markErrorMs: errorMs ?? null }]
      })
      const first = hearings.toSorted((a, b) => a.at - b.at)[0]
      return first
        ? [
            onClock({
              key: label.id,
              hearings,
              at: first.at,
              errorMs: first.markErrorMs,
              label,
              isWeak: false,
            }),
          ]
        : []
    })
  return [...listed.values(), ...byHand].sort((a, b) => a.at - b.at)
}

/** Two entries of the list as one: a recording hears one sound once, and what came first tells when it was. */
function withHearings<Of extends Pick<ListedImpulse, 'at' | 'hearings' | 'isWeak'>>(one: Of, two: Of): Of {
  const [first, second] = one.at <= two.at ? [one, two] : [two, one]
  const held = new Set(first.hearings.map(({ recording }) => recording))
  const more = second.hearings.filter(({ recording }) => !held.has(recording))
  return { ...first, hearings: [...first.hearings, ...more], isWeak: one.isWeak && two.isWeak }
}

interface JoinedImpulse {
  readonly hearings: readonly HeardImpulse[]
  readonly at: CaseMicros
  readonly errorMs: number | null
}

/** Hearings of one impulse joined over the recordings of each clock; what is weak or an echo stands by itself. */
function joined(
  listening: ListeningModel,
  results: ReadonlyMap<RecordingId, ListeningResult>,
): readonly JoinedImpulse[] {
  const placed: PlacedImpulse[] = []
  const alone: JoinedImpulse[] = []
  for (const [recording, { impulses }] of results) {
    const lanes = listening.lanesWith(recording)
    const lane = lanes.find(({ id }) => id === recording)
    if (!lane) continue
    for (const [n, impulse] of impulses.entries()) {
      const at = caseTimeOn(pieceAtMedia(lane.map, impulse.at), impulse.at)
      if (isCounted(impulse))
        placed.push({
          ...{ recording, take: lane.recording.standIn?.standsFor ?? recording, impulse: n, at },
          // Recordings that share lanes share a clock; what lies on none has its own.
          clock: lanes[0]?.id ?? recording,
          ...{ onsetErrorMs: impulse.errorMs, placementErrorMs: lane.errorMs },
        })
      else {
        const heard = { recording, media: impulse.at, at: at as CaseMicros, impulse, markErrorMs: null }
        alone.push({ hearings: [heard], at: heard.at, errorMs: impulse.errorMs })
      }
    }
  }
  const { groups } = groupImpulses(placed)
  const together = groups.map(({ at, errorMs, hearings }): JoinedImpulse => {
    const heard = hearings.flatMap(({ recording, impulse: n, at: time }): HeardImpulse[] => {
      const impulse = results.get(recording)?.impulses[n]
      return impulse ? [{ recording, media: impulse.at, at: time, impulse, markErrorMs: null }] : []
    })
    return { hearings: heard, at, errorMs }
  })
  return [...together, ...alone]
}
