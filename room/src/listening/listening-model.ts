import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  clocksOf,
  inNameOrder,
  type RecordingId,
  type Transcript,
  type TranscriptId,
  type TranscriptLayer,
} from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import {
  type CaseMicros,
  caseTimeOn,
  type MediaMicros,
  mediaTimeOn,
  pieceAtMedia,
} from '@sightline/core/time'
import {
  findLines,
  firstFrom,
  pieceSpan,
  type Shown,
  type ShownLine,
  shownTranscript,
  TranscriptDocument,
} from '@sightline/core/transcript'
import { madeOnce } from '../made-once.ts'
import type { Room } from '../room-model.ts'
import { type Lane, lanesOf } from '../watch/lanes.ts'
import type { Microphone } from './mixing.ts'
import { type Processing, suggested, untouched } from './processing.ts'
import { type Heard, longestHeardMicros, newSoundPlayer, type SoundPlayer } from './sound-player.ts'

/** How far the lines of the chosen transcript are. */
export type Arrival = 'none' | 'coming' | 'here' | 'unreadable'

export const speeds = [1, 0.75, 0.5, 0.25, 0.1] as const
export type Speed = (typeof speeds)[number]

/** What there is to listen to: what was said, and sharp sounds. */
export type ListeningPart = 'transcript' | 'impulses'

export type ListeningDialog =
  | { readonly kind: 'bring' }
  | { readonly kind: 'describe' }
  | { readonly kind: 'speakers' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'take-away' }
  | { readonly kind: 'take-sounds' }
  | { readonly kind: 'tie' }

export interface FoundElsewhere {
  readonly transcript: Transcript
  readonly count: number
  readonly first: number
}

export interface ListeningModel {
  readonly room: Room
  /** Those of which there is something, or in which something can be entered. */
  readonly parts: ReadonlySignal<readonly ListeningPart[]>
  readonly part: Signal<ListeningPart>
  readonly dialog: Signal<ListeningDialog | null>
  /** Those that stand, of recordings that nobody walled, in order of names. */
  readonly transcripts: ReadonlySignal<readonly Transcript[]>
  readonly chosen: Signal<TranscriptId | null>
  readonly transcript: ReadonlySignal<Transcript | null>
  readonly arrival: ReadonlySignal<Arrival>
  /** Every standing transcript whose lines are here, as it stands now. */
  readonly shown: ReadonlySignal<ReadonlyMap<TranscriptId, Shown>>
  readonly lines: ReadonlySignal<readonly ShownLine[]>
  /** The place of the selected line. */
  readonly at: Signal<number>
  /** The word of the selected line that is looked at closely; null is the whole line. */
  readonly word: Signal<number | null>
  readonly isEditing: Signal<boolean>
  readonly typed: Signal<string>
  readonly hits: ReadonlySignal<readonly number[]>
  /** Where else in the case it is found: other transcripts, with their first places. */
  readonly elsewhere: ReadonlySignal<readonly FoundElsewhere[]>
  /** Asks the list to bring the selected line into view; counts up. */
  readonly wanted: Signal<number>
  readonly player: SoundPlayer
  readonly speed: Signal<Speed>
  readonly isLooped: Signal<boolean>
  /** Which microphones are heard; none chosen is the transcript's own. */
  readonly heardBy: Signal<readonly RecordingId[]>
  readonly processing: Signal<Processing>
  /** Off, the original is heard, however the processing is set. */
  readonly isProcessed: Signal<boolean>
  /** Lanes of the clock on which a recording lies. */
  lanesWith(id: RecordingId): readonly Lane[]
}

/** What the page holds of a room: made once, so that who comes back finds it as it was left. */
export const listeningModelOf = madeOnce(newModel)

function newModel(room: Room): ListeningModel {
  const { source, speaker } = room
  const chosen = signal<TranscriptId | null>(null)
  const walled = computed(() => walledRecordings(source.state.value))
  const transcripts = computed(() => {
    const state = source.state.value
    const order = new Map(inNameOrder(state).map(({ id }, n) => [id, n]))
    return [...state.transcripts.values()]
      .filter(
        ({ withdrawn, recording }) =>
          withdrawn === null && order.has(recording) && !walled.value.has(recording),
      )
      .sort(
        (a, b) =>
          (order.get(a.recording) ?? 0) - (order.get(b.recording) ?? 0) ||
          Number(a.translationOf !== null) - Number(b.translationOf !== null) ||
          Number(a.id.slice(1)) - Number(b.id.slice(1)),
      )
  })
  const transcript = computed(
    () => transcripts.value.find(({ id }) => id === chosen.value) ?? transcripts.value[0] ?? null,
  )

  /** Lines by their own hash. Null: they cannot be read. */
  const documents = signal<ReadonlyMap<string, TranscriptDocument | null>>(new Map())
  const asked = new Set<string>()
  const fetchLines = async (result: string) => {
    const stored = await source.transcriptLines(result)
    const read = stored === null ? null : TranscriptDocument.safeParse(stored)
    documents.value = new Map(documents.peek()).set(result, read?.success ? read.data : null)
  }
  effect(() => {
    for (const { result } of transcripts.value) {
      if (asked.has(result)) continue
      asked.add(result)
      speaker.heed(fetchLines(result))
    }
  })

  let before: ReadonlyMap<TranscriptId, Shown> = new Map()
  const layersOf = computed(() => {
    const { transcriptLayers } = source.state.value
    const layers = new Map<TranscriptId, TranscriptLayer[]>()
    for (const layer of transcriptLayers.values()) {
      const held = layers.get(layer.transcript)
      if (held) held.push(layer)
      else layers.set(layer.transcript, [layer])
    }
    return layers
  })
  const shown = computed(() => {
    const next = new Map<TranscriptId, Shown>()
    for (const { id, result } of transcripts.value) {
      const document = documents.value.get(result)
      if (document)
        next.set(id, shownTranscript(document.lines, layersOf.value.get(id) ?? [], before.get(id) ?? null))
    }
    before = next
    return next
  })
  const lines = computed(() => (transcript.value && shown.value.get(transcript.value.id)?.lines) ?? [])
  const typed = signal('')
  const lanes = computed(() => {
    const state = source.state.value
    return clocksOf(state).map(clock => lanesOf(state, clock))
  })
  const { can } = source
  const parts = computed((): readonly ListeningPart[] => {
    const { impulseLabels } = source.state.value
    if (can.hear) return ['transcript', 'impulses']
    return [
      ...(transcripts.value.length > 0 ? (['transcript'] as const) : []),
      ...(impulseLabels.size > 0 ? (['impulses'] as const) : []),
    ]
  })
  const model: ListeningModel = {
    room,
    parts,
    part: signal(parts.peek()[0] ?? 'transcript'),
    dialog: signal(null),
    transcripts,
    chosen,
    transcript,
    arrival: computed(() => {
      if (transcript.value === null) return 'none'
      const document = documents.value.get(transcript.value.result)
      return document === undefined ? 'coming' : document === null ? 'unreadable' : 'here'
    }),
    shown,
    lines,
    at: signal(0),
    word: signal(null),
    isEditing: signal(false),
    typed,
    hits: computed(() => findLines(lines.value, typed.value)),
    elsewhere: computed(() =>
      transcripts.value.flatMap((each): FoundElsewhere[] => {
        if (each.id === transcript.value?.id) return []
        const [first, ...more] = findLines(shown.value.get(each.id)?.lines ?? [], typed.value)
        return first === undefined ? [] : [{ transcript: each, first, count: more.length + 1 }]
      }),
    ),
    wanted: signal(0),
    player: newSoundPlayer((id, first, count) => source.heardSound(id, first, count)),
    speed: signal<Speed>(1),
    isLooped: signal(false),
    heardBy: signal([]),
    processing: signal(suggested),
    isProcessed: signal(false),
    lanesWith: id => lanes.value.find(each => each.some(lane => lane.id === id)) ?? [],
  }
  return model
}

/** The clock time of an instant of a recording; its own time where it lies on no clock with others. */
export function caseTimeOf(model: ListeningModel, id: RecordingId, media: MediaMicros): CaseMicros | null {
  const lane = model.lanesWith(id).find(each => each.id === id)
  return lane ? (caseTimeOn(pieceAtMedia(lane.map, media), media) as CaseMicros) : null
}

/** The media time of a recording at a time of its clock; null where it was not running then. */
export function mediaTimeOf(lane: Lane, time: number): MediaMicros | null {
  const cover = lane.covers.find(each => time >= each.from && time < each.to)
  return cover ? (Math.round(mediaTimeOn(cover.piece, time)) as MediaMicros) : null
}

/** The recordings with sound that were running at a time of the clock of `id`, its own first. */
export function microphonesAt(model: ListeningModel, id: RecordingId, time: number): readonly Lane[] {
  const running = model.lanesWith(id).filter(lane => lane.hasSound && mediaTimeOf(lane, time) !== null)
  return [...running.filter(lane => lane.id === id), ...running.filter(lane => lane.id !== id)]
}

interface HowPlayed {
  readonly isLooped?: boolean
  readonly by?: readonly RecordingId[]
  readonly onEnd?: () => void
}

/** A stretch of the chosen transcript's recording as the microphones that are chosen have it; null where it was not running. */
function heardIn(
  model: ListeningModel,
  stretch: { readonly from: MediaMicros; readonly to: MediaMicros },
  { isLooped = false, by = model.heardBy.peek() }: HowPlayed,
): Heard | null {
  const transcript = model.transcript.peek()
  if (!transcript) return null
  const { recording } = transcript
  const [from, to] = [caseTimeOf(model, recording, stretch.from), caseTimeOf(model, recording, stretch.to)]
  if (from === null || to === null) return null
  const running = microphonesAt(model, recording, from)
  const wanted = running.filter(({ id }) => by.includes(id))
  return heardOf(model, wanted.length > 0 ? wanted : running.slice(0, 1), { from, to, isLooped })
}

/** Plays a stretch of the chosen transcript's recording, by the microphones that are chosen. */
export async function playStretch(
  model: ListeningModel,
  stretch: { readonly from: MediaMicros; readonly to: MediaMicros },
  how: HowPlayed = {},
): Promise<void> {
  const heard = heardIn(model, stretch, how)
  if (heard) await play(model, heard, how.onEnd)
}

interface Stretched {
  readonly from: number
  readonly to: number
  readonly isLooped: boolean
  readonly speed?: number
}

/** Plays lanes from one time of their clock to another. */
export function playAt(model: ListeningModel, lanes: readonly Lane[], stretch: Stretched): Promise<void> {
  return play(model, heardOf(model, lanes, stretch))
}

function heardOf(
  model: ListeningModel,
  lanes: readonly Lane[],
  { from, to, isLooped, speed = model.speed.peek() }: Stretched,
): Heard {
  const microphones = lanes.flatMap((lane): Microphone[] => {
    const cover = lane.covers.find(each => from >= each.from && from < each.to)
    return cover ? [{ recording: lane.id, piece: cover.piece, share: 1 }] : []
  })
  const processing = model.isProcessed.peek() ? model.processing.peek() : untouched
  return { microphones, from, to: Math.max(to, from + 1000), isLooped, speed, processing }
}

async function play(model: ListeningModel, heard: Heard, onEnd?: () => void): Promise<void> {
  const { source } = model.room
  if (!source.can.hear) {
    const [first] = heard.microphones
    if (!first) return
    watchAt(model, first.recording, heard.from)
    if (!model.room.engine.playing.peek()) model.room.togglePlay()
    return
  }
  for (const { recording } of heard.microphones)
    source.saw({ saw: 'recording', recording, version: 'original' })
  await model.player.play(heard, onEnd)
}

/** Where in the chosen transcript's recording the sound is now; null in silence. */
export function heardAt(model: ListeningModel): MediaMicros | null {
  const time = model.player.position()
  const transcript = model.transcript.peek()
  if (time === null || !transcript) return null
  const lane = model.lanesWith(transcript.recording).find(each => each.id === transcript.recording)
  return lane ? mediaTimeOf(lane, time) : null
}

/** A word is heard with a little around it: what was cut off at its edges is often what tells. */
const aroundWordMicros = 120_000

/** Loops the word that is looked at, or else the whole line. */
export function loopLine(model: ListeningModel, line: ShownLine): Promise<void> {
  const word = model.word.peek()
  if (word === null) return playStretch(model, line, { isLooped: true })
  const { from, to } = pieceSpan(line, word)
  const stretch = {
    from: (from - aroundWordMicros) as MediaMicros,
    to: (to + aroundWordMicros) as MediaMicros,
  }
  return playStretch(model, stretch, { isLooped: true })
}

/** Sound that is worked on is worked on in shorter stretches: a page that computes does not answer. */
const longestProcessedMicros = 10e6

/** Plays from a time of the recording on, one stretch after the other until it ends; the next is made ready meanwhile. */
export async function playFrom(model: ListeningModel, from: MediaMicros): Promise<void> {
  const recording = model.transcript.peek()?.recording
  const end = model.lanesWith(recording ?? '').find(({ id }) => id === recording)?.media.to ?? from
  const longest = model.isProcessed.peek() ? longestProcessedMicros : longestHeardMicros
  const to = Math.min(end, from + longest) as MediaMicros
  if (to <= from) return
  const onEnd = () => model.room.speaker.heed(playFrom(model, to))
  await playStretch(model, { from, to }, { onEnd })
  const next = { from: to, to: Math.min(end, to + longest) as MediaMicros }
  const heard = next.to > next.from ? heardIn(model, next, {}) : null
  if (heard) model.player.prepare(heard)
}

/** Shows an instant of the clock that is watched, with the sound of a recording. */
export function watchAt({ room }: ListeningModel, recording: RecordingId, time: number): void {
  const clock = room.session.clocks.peek().find(({ recordings }) => recordings.includes(recording))
  if (clock) room.session.chosenClock.value = clock.id
  room.session.view.value = 'watch'
  room.select(recording)
  room.seek(time as CaseMicros)
}

/** Selects a line and brings it into view. */
export function goToLine(model: ListeningModel, at: number): void {
  const last = model.lines.peek().length - 1
  model.isEditing.value = false
  model.word.value = null
  model.at.value = Math.max(0, Math.min(at, last))
  model.wanted.value += 1
}

/** The line that is heard at a time of the recording: the last that has begun. */
export function lineAt(lines: readonly ShownLine[], media: number): number {
  return Math.max(0, firstFrom(lines, media + 1) - 1)
}
