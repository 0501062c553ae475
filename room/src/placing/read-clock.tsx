import { useSignal } from '@preact/signals'
import {
  type Command,
  caseAt,
  claimedClocksOf,
  type Recording,
  type RecordingId,
  type WallReading,
  wallClockOf,
  wallOfReading,
} from '@sightline/core/case'
import { type MediaMicros, mediaMicros, microsFromDecimal } from '@sightline/core/time'
import { mediaAt } from '../marks/marks.ts'
import { Dialog } from '../panels/dialog.tsx'
import { Field, Form, ReasonField } from '../panels/form.tsx'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { placingWords } from '../strings/placing-words.ts'
import { secondsText } from '../time-text.ts'
import { mapThrough } from '../watch/placing-by-hand.ts'
import type { PlacingDialog } from './placing-dialog.ts'
import { numberTyped, readingTyped } from './reading-typed.ts'
import { readingText } from './zone-text.ts'
import { knownZones, ownZone } from './zones.ts'

type ReadDialog = Extract<PlacingDialog, { what: 'read-clock' }>

interface Props {
  readonly room: Room
  readonly dialog: ReadDialog
  readonly onClose: () => void
}

interface Wrong {
  readonly frame?: string
  readonly reading?: string
  readonly zone?: string
  readonly error?: string
}

/** Asks what a clock shows at a frame: to be noted, to anchor the case clock, or to place the recording by it. */
export function ReadClock({ room, dialog: { id, use }, onClose }: Props) {
  const wrong = useSignal<Wrong>({})
  const w = placingWords.value.readClock
  const { state } = room.source
  const recording = state.value.recordings.get(id)
  if (!recording) return null
  const name = room.session.names.value.get(id) ?? ''
  const anchor = state.value.wallTime.anchor
  if (use === 'place' && !wallClockOf(state.value))
    return (
      <Dialog title={w.placeTitle(name)} onClose={onClose}>
        <p>{w.notAnchored}</p>
        <div class="row end">
          <button type="button" class="button" onClick={onClose}>
            {words.value.close}
          </button>
        </div>
      </Dialog>
    )
  const titles = { note: w.noteTitle, anchor: w.anchorTitle, place: w.placeTitle }
  const whats = { note: w.noteWhat, anchor: w.anchorWhat, place: w.placeWhat }
  const submits = { note: w.note, anchor: w.anchor, place: words.value.placing.place }
  return (
    <Dialog title={titles[use](name)} onClose={onClose}>
      <p class="muted">{whats[use]}</p>
      <Form
        submit={submits[use]}
        onCancel={onClose}
        onSubmit={filled => {
          const w = placingWords.peek().readClock
          const media = microsFromDecimal(filled('frame').replace(',', '.'))
          const reading = readingTyped(filled('reading'), filled('zone'))
          const errorMs = numberTyped(filled('error'))
          const zoneFault = reading === 'notAZone' || reading === 'skipped' || reading === 'twice'
          wrong.value = {
            ...(media === null ? { frame: w.notAFrame } : {}),
            ...(reading === 'notATime' ? { reading: w.notATime } : {}),
            ...(zoneFault ? { zone: w[reading] } : {}),
            ...(errorMs === 'wrong' ? { error: w.notMs } : {}),
          }
          if (media === null || typeof reading === 'string' || errorMs === 'wrong') return
          const said = { media: mediaMicros(media), reading, errorMs, reason: filled('reason') }
          const command = commandOf(room, recording, use, said)
          if (command === null) return
          const told = { note: w.noted(name), anchor: w.anchored, place: words.peek().placing.entered(name) }
          room.speaker.heed(
            room.entering.enter(command, told[use]).then(isEntered => {
              if (isEntered) onClose()
            }),
          )
        }}
      >
        <Field
          name="frame"
          label={w.frame}
          value={secondsText(mediaNow(room, recording), 6)}
          hint={wrong.value.frame}
          isRequired
          isMono
        />
        <Field
          name="reading"
          label={w.reading}
          value={firstReading(room, recording)}
          hint={wrong.value.reading ?? w.readingHint}
          isRequired
          isMono
        />
        <ZoneField value={anchor?.reading.zone ?? ownZone()} hint={wrong.value.zone ?? w.zoneHint} />
        <Field name="error" label={w.error} hint={wrong.value.error ?? w.errorHint} isMono />
        <ReasonField />
      </Form>
    </Dialog>
  )
}

function ZoneField({ value, hint }: { readonly value: string; readonly hint: string }) {
  return (
    <label class="field">
      <span>{placingWords.value.readClock.zone}</span>
      <input
        type="text"
        name="zone"
        list="known-zones"
        defaultValue={value}
        maxLength={64}
        autocomplete="off"
        spellcheck={false}
        required
      />
      <span>{hint}</span>
      <datalist id="known-zones">
        {knownZones().map(zone => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </label>
  )
}

interface Said {
  readonly media: MediaMicros
  readonly reading: WallReading
  readonly errorMs: number | null
  readonly reason: string
}

function commandOf(room: Room, recording: Recording, use: ReadDialog['use'], said: Said): Command | null {
  const state = room.source.state.peek()
  const { id, rev } = recording
  if (use === 'note') return { do: 'read-clock', recording: id, ...said }
  if (use === 'anchor') return { do: 'anchor-clock', rev: state.wallTime.rev, recording: id, ...said }
  const wallClock = wallClockOf(state)
  if (!wallClock) return null
  const { media, reading, errorMs, reason } = said
  return {
    do: 'pin-placement',
    recording: id,
    rev,
    ...mapThrough(recording, media, caseAt(wallClock, wallOfReading(reading))),
    errorMs,
    evidence: { how: 'device-clock', clock: { media, reading, tag: null, against: 'anchor' } },
    reason,
  }
}

/** The frame that is looked at; where the recording shows none, its first time. */
function mediaNow(room: Room, { id, probe }: Recording): number {
  const view = room.engine.angle(id)
  const shown = view?.state.peek().kind === 'absent' ? null : view?.shown.peek()
  if (shown) return shown.pts
  const first = probe.kind === 'probed' ? (probe.facts.start ?? 0) : 0
  const end = probe.kind === 'probed' ? (probe.facts.end ?? first) : first
  const under = mediaAt(room.session, { at: room.engine.time.peek(), recording: id as RecordingId })
  return under !== null && under >= first && under < end ? under : first
}

/** A date to start from, so that only the time has to be typed: of the anchor, or of what the file claims. */
function firstReading(room: Room, recording: Recording): string {
  const state = room.source.state.peek()
  const claimed = claimedClocksOf(state, recording)[0]?.taken[0].reading.local
  const local = state.wallTime.anchor?.reading.local ?? claimed
  return local ? `${readingText(local).slice(0, 11)}` : ''
}
