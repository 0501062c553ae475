import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Note } from '@sightline/core/api'
import {
  type Command,
  type MomentId,
  type MomentSaid,
  type MomentTime,
  momentTimeAt,
  type RecordingId,
  type Region,
} from '@sightline/core/case'
import { type CaseMicros, mediaMicros, mediaTimeOn, pieceIndexAtCase } from '@sightline/core/time'
import type { Engine } from '../engine/engine.ts'
import type { Session } from '../session.ts'
import type { CaseSource } from '../source/case-source.ts'
import {
  everyMoment,
  filtered,
  type ListedMoment,
  listedMoments,
  type MomentFilter,
  neighbour,
} from './moment-list.ts'

/** A moment that is being worded. `kept` is the time of one that is there already, as long as nobody types another. */
export interface MomentDraft {
  readonly of: { readonly id: MomentId; readonly rev: number } | null
  readonly kept: MomentTime | null
  readonly on: 'case' | 'recording'
  readonly recording: RecordingId | null
  readonly from: CaseMicros | null
  readonly to: CaseMicros | null
  readonly region: Region | null
  readonly name: string
  readonly description: string
  readonly tags: string
  /** The private note it is made from, which is given up once the moment is entered. */
  readonly note: string | null
}

export type RegionKind = Region['kind']

/** A region that is being drawn on an angle. */
export interface Drawing {
  /** The layout that is gone back to: while it is drawn on, an angle is large. */
  readonly layoutBefore: Session['layout']['value']
  readonly recording: RecordingId
  readonly region: Region
}

/** What one person has marked or is about to: the list of moments, the one being worded, measured and counted instants. */
export interface Marks {
  readonly all: ReadonlySignal<readonly ListedMoment[]>
  readonly filter: Signal<MomentFilter>
  readonly shown: ReadonlySignal<readonly ListedMoment[]>
  readonly chosen: Signal<MomentId | null>
  readonly draft: Signal<MomentDraft | null>
  readonly drawing: Signal<Drawing | null>
  readonly measuring: Signal<{ readonly from: Pointed | null; readonly to: Pointed | null }>
  readonly counted: Signal<readonly CaseMicros[]>
  /** Private notes; null until they were asked for. */
  readonly notes: ReadonlySignal<readonly Note[] | null>
  loadNotes(): Promise<void>
  keepNote(note: Note): Promise<void>
  dropNote(id: string): Promise<void>
  /** The instant under the playhead in the selected angle. */
  pointed(): Pointed
  /** Begins to word a moment at the playhead. */
  begin(fields?: Partial<MomentDraft>): void
  edit(listed: ListedMoment): void
  /** The command that a draft comes to, or null where it has no place on this clock. */
  commandOf(draft: MomentDraft): Command | null
  draw(kind: RegionKind): void
  endDrawing(isKept: boolean): void
  go(listed: ListedMoment): void
  goBy(by: 1 | -1): ListedMoment | null
}

/** An instant that a person pointed at: a case time, in an angle where one was selected. */
export interface Pointed {
  readonly at: CaseMicros
  readonly recording: RecordingId | null
}

export function newMarks(source: CaseSource, engine: Engine, session: Session): Marks {
  const all = computed(() => listedMoments(source.state.value, session.clock.value))
  const filter = signal<MomentFilter>(everyMoment)
  const shown = computed(() => filtered(all.value, filter.value))
  const chosen = signal<MomentId | null>(null)
  const draft = signal<MomentDraft | null>(null)
  const drawing = signal<Drawing | null>(null)
  const notes = signal<readonly Note[] | null>(null)

  const pointed = (): Pointed => {
    const current = session.current.peek()
    const isShown = current !== null && engine.angle(current)?.state.peek().kind !== 'absent'
    return { at: engine.time.peek(), recording: isShown ? current : null }
  }
  const open = (next: MomentDraft) =>
    batch(() => {
      engine.pause()
      draft.value = next
      session.overlay.value = { kind: 'moment' }
    })

  return {
    all,
    filter,
    shown,
    chosen,
    draft,
    drawing,
    measuring: signal({ from: null, to: null }),
    counted: signal([]),
    notes,
    async loadNotes() {
      notes.value = await source.notes()
    },
    async keepNote(note) {
      await source.keepNote(note)
      notes.value = [...(notes.peek() ?? []).filter(each => each.id !== note.id), note]
    },
    async dropNote(id) {
      await source.dropNote(id)
      notes.value = (notes.peek() ?? []).filter(each => each.id !== id)
    },
    pointed,
    begin(fields = {}) {
      const { at, recording } = pointed()
      open({
        of: null,
        kept: null,
        on: recording === null ? 'case' : 'recording',
        recording,
        from: at,
        to: null,
        region: null,
        name: '',
        description: '',
        tags: '',
        note: null,
        ...fields,
      })
    },
    edit({ moment, on, recording }) {
      const { id, rev, when, region, name, description, tags } = moment
      open({
        of: { id, rev },
        kept: when,
        on: when.on,
        recording,
        from: on?.from ?? null,
        to: when.to === null ? null : (on?.to ?? null),
        region,
        name,
        description: description ?? '',
        tags: tags.join(', '),
        note: null,
      })
    },
    commandOf(wanted) {
      const when = timeOf(wanted)
      if (when === null) return null
      const said: MomentSaid = {
        when,
        region: when.on === 'recording' ? wanted.region : null,
        name: wanted.name.trim(),
        description: wanted.description.trim() || null,
        tags: tagsOf(wanted.tags),
      }
      if (wanted.of === null) return { do: 'mark-moment', ...said }
      return { do: 'edit-moment', moment: wanted.of.id, rev: wanted.of.rev, ...said }
    },
    draw(kind) {
      const recording = draft.peek()?.recording ?? null
      const size = recording === null ? null : sizeOf(source, recording)
      if (recording === null || size === null) return
      batch(() => {
        const drawn = draft.peek()?.region
        const region = drawn?.kind === kind ? drawn : firstRegion(kind, size)
        drawing.value = { recording, region, layoutBefore: session.layout.peek() }
        session.layout.value = 'solo'
        session.selected.value = recording
        session.overlay.value = null
      })
    },
    endDrawing(isKept) {
      const drawn = drawing.peek()
      const wanted = draft.peek()
      batch(() => {
        drawing.value = null
        if (drawn) session.layout.value = drawn.layoutBefore
        if (wanted && drawn && isKept) draft.value = { ...wanted, region: drawn.region }
        if (wanted) session.overlay.value = { kind: 'moment' }
      })
    },
    go,
    goBy(by) {
      const next = neighbour(shown.peek(), engine.time.peek(), by)
      if (next) go(next)
      return next
    },
  }

  function go({ moment, on, recording }: ListedMoment): void {
    batch(() => {
      chosen.value = moment.id
      if (on === null && recording !== null) {
        const clock = session.clocks.peek().find(each => each.recordings.includes(recording))
        if (clock) session.chosenClock.value = clock.id
      }
      if (recording !== null) session.selected.value = recording
      const there = all.value.find(each => each.moment.id === moment.id)?.on
      if (!there) return
      engine.pause()
      engine.seek(moment.when.on === 'recording' ? frameAfter(moment.when, there.from) : there.from)
    })
  }

  /** The first whole case time that shows the media time: rounding must not land on the frame before. */
  function frameAfter(when: Extract<MomentTime, { on: 'recording' }>, time: CaseMicros): CaseMicros {
    const lane = session.lanes.peek().find(each => each.id === when.recording)
    const piece = lane?.map[pieceIndexAtCase(lane.map, time)]
    if (!piece || mediaTimeOn(piece, time) >= when.from) return time
    return (time + 1) as CaseMicros
  }

  function timeOf({ kept, on, recording, from, to }: MomentDraft): MomentTime | null {
    const clock = session.clock.peek()
    const state = source.state.peek()
    if (kept && isSameTime(kept, on, from, to)) return kept
    if (clock === null || from === null) return null
    return momentTimeAt(state, clock, { from, to, on, recording })
  }

  function isSameTime(
    kept: MomentTime,
    on: MomentDraft['on'],
    from: CaseMicros | null,
    to: CaseMicros | null,
  ): boolean {
    const was = all.peek().find(each => each.moment.when === kept)?.on ?? null
    return kept.on === on && from === (was?.from ?? null) && to === (kept.to === null ? null : was?.to)
  }
}

/** What is typed in one field: tags between commas. */
export function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map(each => each.trim().slice(0, 40)))]
    .filter(each => each !== '')
    .slice(0, 20)
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** The upright picture of a recording in its own square pixels; null without pictures. */
export function sizeOf(source: Pick<CaseSource, 'state'>, id: RecordingId): Size | null {
  const probe = source.state.peek().recordings.get(id)?.probe
  const video = probe?.kind === 'probed' ? probe.facts.video : null
  return video && video.displayWidth > 0 ? { width: video.displayWidth, height: video.displayHeight } : null
}

/** A region in the middle of the picture, to be moved and sized. */
function firstRegion(kind: RegionKind, { width, height }: Size): Region {
  const [w, h] = [Math.max(1, Math.round(width / 4)), Math.max(1, Math.round(height / 4))]
  const [x, y] = [Math.round((width - w) / 2), Math.round((height - h) / 2)]
  if (kind === 'arrow') return { kind, fromX: x, fromY: y + h, toX: x + w, toY: y }
  return { kind, x, y, width: w, height: h }
}

/** Media time of an instant in an angle, for what is shown beside it. */
export function mediaAt(session: Session, { at, recording }: Pointed): number | null {
  const lane = session.lanes.peek().find(each => each.id === recording)
  const piece = lane?.map[pieceIndexAtCase(lane.map, at)]
  return piece ? mediaMicros(mediaTimeOn(piece, at)) : null
}
