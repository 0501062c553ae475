import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  type DeclaredDifference,
  type EditLine,
  editJobs,
  type Recording,
  type RecordingId,
} from '@sightline/core/case'
import { EditList, type LeftOut, laidOver, leftOut, type StandingLine } from '@sightline/core/conform'
import { type FrameTimes, frameCount, type MediaMicros, ptsOf, type Span } from '@sightline/core/time'
import { madeOnce } from '../made-once.ts'
import type { Room } from '../room-model.ts'
import { editsWords } from '../strings/edits-words.ts'
import type { BoxDraft } from './box-draft.ts'
import { foundLines } from './line-words.ts'

export const tabs = ['lines', 'left-out', 'proof', 'declared'] as const
export type Tab = (typeof tabs)[number]
export const whiches = ['all', 'different', 'open', 'decided', 'dismissed'] as const
export type Which = (typeof whiches)[number]

/** What is asked for in a dialog before something is entered. `ends` are those that a person dragged to. */
export type Asking =
  | {
      readonly kind: 'correct'
      readonly line: StandingLine
      /** The line as a person drew it on the picture. */
      readonly first?: EditLine
      readonly ends?: { readonly from: MediaMicros; readonly to: MediaMicros }
    }
  | { readonly kind: 'dismiss'; readonly line: StandingLine }
  | { readonly kind: 'add' }
  | { readonly kind: 'declare' }
  | { readonly kind: 'withdraw'; readonly line: StandingLine }
  | { readonly kind: 'withdraw-declared'; readonly declared: DeclaredDifference }
  | { readonly kind: 'take-away' }

/** How far the stored list is. */
export type Arrival = 'none' | 'coming' | 'here' | 'unreadable'

/** An instant of a recording that a person looks at by itself, apart from the film. */
export interface Loose {
  readonly raw: RecordingId
  readonly at: MediaMicros
}

export interface EditsModel {
  readonly room: Room
  /** Films and stand-ins that are held against something. */
  readonly subjects: ReadonlySignal<readonly Recording[]>
  readonly film: ReadonlySignal<Recording | null>
  readonly choose: (id: RecordingId) => void
  readonly arrival: ReadonlySignal<Arrival>
  readonly list: ReadonlySignal<EditList | null>
  /** The film's own time from its first frame to its end: also before it was compared. */
  readonly whole: ReadonlySignal<Span>
  readonly lines: ReadonlySignal<readonly StandingLine[]>
  /** All but sound that goes with its picture and that nobody has decided on. */
  readonly told: ReadonlySignal<readonly StandingLine[]>
  readonly left: ReadonlySignal<readonly LeftOut[]>
  /** Those that fit what is chosen and typed. */
  readonly listed: ReadonlySignal<readonly StandingLine[]>
  readonly which: Signal<Which>
  readonly typed: Signal<string>
  readonly tab: Signal<Tab>
  readonly selected: Signal<string | null>
  /** An instant of the film to go to once it is open. */
  readonly wanted: Signal<MediaMicros | null>
  readonly loose: Signal<Loose | null>
  readonly isDifference: Signal<boolean>
  readonly asking: Signal<Asking | null>
  /** A part of a picture that was put elsewhere and is not entered yet. */
  readonly boxed: Signal<BoxDraft | null>
  /** Given with every line that is accepted; null until a person words it, and then the first wording is in their language. */
  readonly acceptReason: Signal<string | null>
  /** Recordings and films whose hidden pictures a person has asked for. */
  readonly asked: Signal<ReadonlySet<RecordingId>>
  readonly times: ReadonlySignal<ReadonlyMap<RecordingId, FrameTimes>>
  readonly needTimes: (id: RecordingId) => void
}

/** What the page of edited films holds of a room: made once, so that who comes back finds it as it was left. */
export const editsModelOf = madeOnce(newModel)

function newModel(room: Room): EditsModel {
  const { source } = room
  const chosen = signal<RecordingId | null>(null)
  const subjects = computed(() =>
    editJobs(source.state.value)
      .map(({ of }) => of)
      .sort((a, b) => Number(!a.film) - Number(!b.film)),
  )
  const film = computed(
    () => subjects.value.find(({ id }) => id === chosen.value) ?? subjects.value[0] ?? null,
  )
  const arrival = signal<Arrival>('none')
  const list = signal<EditList | null>(null)
  const times = signal<ReadonlyMap<RecordingId, FrameTimes>>(new Map())
  const askedTimes = new Set<RecordingId>()
  const needTimes = (id: RecordingId) => {
    if (askedTimes.has(id)) return
    askedTimes.add(id)
    room.speaker.heed(
      source.frameTimes(id).then(found => {
        if (found) times.value = new Map(times.peek()).set(id, found)
        else askedTimes.delete(id)
      }),
    )
  }

  let wanted = ''
  const fetchList = async (id: RecordingId, result: string) => {
    const stored = await source.editList(id)
    if (wanted !== `${id} ${result}`) return
    const read = EditList.safeParse(stored)
    list.value = read.success ? read.data : null
    arrival.value = read.success ? 'here' : 'unreadable'
  }
  effect(() => {
    const id = film.value?.id ?? ''
    const run = source.state.value.editLists.get(id)
    const result = run?.kind === 'made' ? run.result : ''
    if (wanted === `${id} ${result}`) return
    wanted = `${id} ${result}`
    list.value = null
    arrival.value = result === '' ? 'none' : 'coming'
    if (result !== '')
      fetchList(id, result).catch(() => {
        arrival.value = 'unreadable'
      })
  })
  effect(() => {
    if (!film.value) return
    needTimes(film.value.id)
    for (const { recording, frames } of list.value?.against ?? []) if (frames !== null) needTimes(recording)
  })

  const lines = computed(() =>
    film.value === null ? [] : laidOver(list.value, source.state.value.editReviews.values(), film.value.id),
  )
  // Sound that goes with its picture is no difference: it is listed when it is searched for.
  const told = computed(() =>
    lines.value.filter(
      ({ line, status }) => line.part !== 'sound' || line.kind !== 'raw' || status !== 'candidate',
    ),
  )
  const selected = signal<string | null>(null)
  // A line that is decided on gets another key, and stays chosen.
  let chosenLine: StandingLine | null = null
  effect(() => {
    const all = lines.value
    const found = all.find(({ key }) => key === selected.value)
    const was = chosenLine
    if (found || selected.value === null || was === null) {
      chosenLine = found ?? null
      return
    }
    const same = all.find(({ candidate, line }) =>
      was.candidate
        ? candidate === was.candidate
        : line.part === was.line.part && line.from === was.line.from,
    )
    if (same) selected.value = same.key
  })
  const which = signal<Which>('all')
  const typed = signal('')
  return {
    room,
    subjects,
    film,
    choose: id => {
      chosen.value = id
    },
    arrival,
    list,
    whole: computed((): Span => {
      const { from = null, to = null } = list.value?.of ?? {}
      if (from !== null && to !== null) return { from, to }
      const own = times.value.get(film.value?.id ?? '')
      return own ? { from: ptsOf(own, 0), to: ptsOf(own, frameCount(own)) } : { from: 0, to: 1 }
    }),
    lines,
    told,
    left: computed(() => (list.value ? leftOut(list.value, lines.value) : [])),
    listed: computed(() => {
      const all = typed.value.trim() === '' ? told.value : lines.value
      const fitting = all.filter(({ status, line }) => {
        if (which.value === 'different')
          return status !== 'dismissed' && !(line.part === 'shown' && line.rate === 1 && line.layer === 0)
        if (which.value === 'open') return status === 'candidate'
        if (which.value === 'decided')
          return status === 'accepted' || status === 'corrected' || status === 'added'
        return which.value === 'all' || status === 'dismissed'
      })
      return foundLines(room, editsWords.value, fitting, typed.value)
    }),
    which,
    typed,
    tab: signal<Tab>('lines'),
    selected,
    wanted: signal(null),
    loose: signal(null),
    isDifference: signal(false),
    asking: signal(null),
    boxed: signal(null),
    acceptReason: signal(null),
    asked: signal(new Set()),
    times,
    needTimes,
  }
}

/** The line that is chosen; the chosen one of another film is none here. */
export function selectedLine(model: EditsModel): StandingLine | null {
  const key = model.selected.value
  return model.lines.value.find(each => each.key === key) ?? null
}
