import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type CoverDoors, mainGroup, type RecordingId } from '@sightline/core/case'
import { type CaseMicros, caseMicros, caseTimeOn, pieceAtMedia } from '@sightline/core/time'
import { readHash, writeHash } from './deep-link.ts'
import type { Engine } from './engine/engine.ts'
import { type Entering, newEntering } from './entering.ts'
import { type Marks, newMarks } from './marks/marks.ts'
import { newSpeaker, type Speaker } from './notices.ts'
import { newSession, type Session } from './session.ts'
import type { CaseSource } from './source/case-source.ts'
import { spared } from './spared.ts'
import { words } from './strings/index.ts'
import { numbers } from './strings/numbers.ts'
import { timeText } from './time-text.ts'
import type { PictureView } from './viewing/picture-view.ts'
import { newViewing, type Viewing } from './viewing/viewing.ts'
import { newWatch, type OpenUrl, type Watch } from './watch/watch.ts'

/** An instant of one recording, as a cover names it. */
export type CoverInstant = NonNullable<CoverDoors['opensAt']>

/** Everything the room's components draw from and act on. */
export interface Room {
  readonly source: CaseSource
  readonly engine: Engine
  readonly session: Session
  readonly watch: Watch
  readonly speaker: Speaker
  readonly entering: Entering
  readonly marks: Marks
  readonly viewing: Viewing
  /** Where play at another speed than 1× began, to be replayed at true speed. */
  readonly alteredFrom: Signal<CaseMicros | null>
  /** Entries of the log that this version cannot read. */
  readonly unreadable: ReadonlySignal<number>
  /** Passes the cover and opens at an instant; without one, where the link says, else where the cover does, else at the first picture. */
  uncover(at?: CoverInstant): void
  /** The case time of an instant of a recording on the clock in view; null while it has no place there. */
  caseTimeOf(instant: CoverInstant): CaseMicros | null
  select(id: RecordingId): void
  togglePlay(): void
  seek(time: number): void
  step(by: 1 | -1): void
  setSpeed(speed: number): void
  replayAtTrueSpeed(): void
  /** Changes the view of the selected angle, and says what it is now. */
  view(change: (view: PictureView) => Partial<PictureView>): void
  /** Shows every picture untouched, and at the next call again as a person has it. */
  toggleUntouched(): void
  /** Lays the magnifier over the selected angle, or takes it away. */
  toggleLoupe(): void
  hear(id: RecordingId | null): void
  followHash(): void
  link(): string
}

export function newRoom(source: CaseSource, engine: Engine, openUrl: OpenUrl, page: Window): Room {
  const session = newSession(source.state)
  const speaker = newSpeaker()
  const watch = newWatch(source, engine, session, openUrl)
  const alteredFrom = signal<CaseMicros | null>(null)

  // Nothing plays unseen: the other views have no pictures.
  session.view.subscribe(view => {
    if (view === 'watch') return
    engine.pause()
    session.moving.value = null
  })

  // What the pictures say of play that falls short, for those who do not see them.
  engine.ease.subscribe(ease => {
    const { ease: w } = words.peek()
    if (ease.kind === 'fewer-angles') speaker.say(w.fewerAngles(ease.live))
    if (ease.kind === 'slower') speaker.say(w.slower)
    if (ease.kind === 'fewer-frames') speaker.say(w.fewerFrames)
  })

  // Whoever wants no sound hears none, at once.
  spared.sound.subscribe(isSpared => {
    if (isSpared) session.sounding.value = null
  })
  // A loop is a span of one clock.
  session.clock.subscribe(clock => {
    engine.setLoop(null)
    // Only on the clock of the case is anything moved by hand.
    if (clock?.id !== mainGroup) session.moving.value = null
  })

  const room: Room = {
    source,
    engine,
    session,
    watch,
    speaker,
    entering: newEntering(source, speaker),
    marks: newMarks(source, engine, session),
    viewing: newViewing(),
    alteredFrom,
    unreadable: computed(() =>
      source.state.value.seq > 0 ? source.log.filter(line => line.entry.type === 'unreadable').length : 0,
    ),
    uncover(at) {
      const instant = at ?? (page.location.hash === '' ? source.state.peek().cover?.doors.opensAt : null)
      session.isCovered.value = false
      source.saw({ saw: 'room' })
      room.followHash()
      if (!instant) return openUnasked()
      session.selected.value = instant.recording
      const time = room.caseTimeOf(instant)
      if (time !== null) engine.seek(time)
    },
    caseTimeOf({ recording, media }) {
      const lane = session.lanes.value.find(each => each.id === recording)
      return lane ? caseMicros(Math.ceil(caseTimeOn(pieceAtMedia(lane.map, media), media))) : null
    },
    select(id) {
      session.selected.value = id
      const at = room.viewing.loupe.peek()
      if (at) room.viewing.loupe.value = { ...at, id }
      speaker.say(words.peek().said.selected(session.names.peek().get(id) ?? ''))
    },
    togglePlay() {
      if (engine.playing.peek()) {
        engine.pause()
        return speaker.say(words.peek().said.paused(timeText(engine.time.peek())))
      }
      if (engine.speed.peek() !== 1) alteredFrom.value = engine.time.peek()
      engine.play()
      if (engine.playing.peek())
        speaker.say(words.peek().said.playing(numbers.peek().speed(engine.speed.peek())))
    },
    seek(time) {
      engine.seek(caseMicros(time))
    },
    step(by) {
      const id = session.current.peek()
      if (id === null || !engine.step(id, by)) return
      speaker.heed(
        engine.settled().then(() => {
          const shown = engine.angle(id)?.shown.peek()
          const name = session.names.peek().get(id) ?? ''
          const time = timeText(engine.time.peek())
          if (shown) speaker.say(words.peek().said.frame(name, String(shown.index), time))
        }),
      )
    },
    setSpeed(speed) {
      if (speed !== 1 && engine.speed.peek() === 1) alteredFrom.value = engine.time.peek()
      engine.setSpeed(speed)
      speaker.say(words.peek().said.speed(numbers.peek().speed(speed)))
    },
    replayAtTrueSpeed() {
      const from = alteredFrom.peek()
      batch(() => {
        engine.setSpeed(1)
        if (from !== null) engine.seek(from)
        alteredFrom.value = null
      })
      engine.play()
      speaker.say(words.peek().said.playing(numbers.peek().speed(1)))
    },
    view(change) {
      const id = session.current.peek()
      if (id === null) return
      room.viewing.change(id, change(room.viewing.kept(id)))
      const { zoom, turn } = room.viewing.kept(id)
      speaker.say(words.peek().said.view(`${numbers.peek().factor(zoom)}×`, `${turn}°`))
    },
    toggleUntouched() {
      const { isSetAside, changed } = room.viewing
      const { said } = words.peek()
      if (changed.peek().size === 0) return speaker.say(said.viewsUntouched)
      isSetAside.value = !isSetAside.peek()
      speaker.say(isSetAside.peek() ? said.viewsUntouched : said.viewsBack)
    },
    toggleLoupe() {
      const id = session.current.peek()
      const { loupe } = room.viewing
      loupe.value = loupe.peek() !== null || id === null ? null : { id, x: 0.5, y: 0.5, power: 8 }
    },
    hear(id) {
      if (id !== null && spared.sound.peek()) return speaker.say(words.peek().spared.sound)
      engine.allowSound()
      session.sounding.value = id
    },
    followHash() {
      const { time, angle, view, layout, beside } = readHash(page.location.hash)
      const named = angle === null ? undefined : idNamed(angle)
      const second = beside === null ? undefined : idNamed(beside)
      if (named !== undefined) {
        const clock = session.clocks.peek().find(each => each.recordings.includes(named))
        if (clock && clock.id !== session.clock.peek()?.id) session.chosenClock.value = clock.id
        // The two selected last stand side by side.
        if (second !== undefined) session.selected.value = second
        session.selected.value = named
      }
      if (layout !== null) session.layout.value = layout
      if (time !== null) engine.seek(time)
      const viewed = named ?? session.current.peek()
      if (view && viewed !== null) room.viewing.change(viewed, view)
    },
    link() {
      const id = session.current.peek()
      const angle = nameOf(id)
      const hash = writeHash({
        time: engine.time.peek(),
        angle,
        view: id === null ? null : room.viewing.kept(id),
        layout: session.layout.peek(),
        beside:
          session.layout.peek() === 'pair'
            ? nameOf(session.pairShown.peek().find(each => each !== id))
            : null,
      })
      page.history.replaceState(null, '', hash)
      return page.location.href
    },
  }
  return room

  /** Nobody said where to open: at time 0 there may be nothing to see. */
  function openUnasked(): void {
    const isUnasked = () => page.location.hash === ''
    if (!isUnasked()) return
    speaker.heed(
      import('./watch/first-picture.ts').then(({ openAtFirstPicture }) =>
        openAtFirstPicture(room, isUnasked),
      ),
    )
  }

  function nameOf(id: RecordingId | null | undefined): string | null {
    return source.state.peek().recordings.get(id ?? '')?.firstName ?? null
  }

  function idNamed(name: string): RecordingId | undefined {
    const { recordings, files } = source.state.peek()
    for (const recording of recordings.values()) if (recording.firstName === name) return recording.id
    const held = files.get(name)?.found.sha256 ?? ''
    return recordings.has(held) ? held : undefined
  }
}
