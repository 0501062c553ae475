import { useComputed, useSignal } from '@preact/signals'
import { inNameOrder, mainGroup, placementOf, type Recording } from '@sightline/core/case'
import { type FrameTimes, frameAtCase, ptsOf } from '@sightline/core/time'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { commandsOf, matchOf, type PointedFrame } from '../watch/placing-by-hand.ts'
import { Dialog } from './dialog.tsx'
import { Form, ReasonField } from './form.tsx'
import { FrameStepper } from './frame-stepper.tsx'

interface Props {
  readonly room: Room
  readonly id: string
  readonly onClose: () => void
}

interface Chosen {
  readonly index: number
  readonly times: FrameTimes
}

/** Places a recording by two frames, one of it and one of a recording on the clock, that show the same instant. */
export function MatchFrames({ room, id, onClose }: Props) {
  const w = words.value.placing
  const { state } = room.source
  const names = room.session.names.value
  const references = referencesFor(inNameOrder(state.value), id)
  const reference = useSignal(startingReference(room, references))
  const there = useSignal<Chosen | null>(null)
  const here = useSignal<Chosen | null>(null)
  const recording = state.value.recordings.get(id)
  const referenced = state.value.recordings.get(reference.value ?? '')
  const pointed = useComputed(() => pointedAt(referenced, there.value))
  const own = useComputed(() => pointedAt(recording, here.value))
  if (!recording || !referenced)
    return (
      <Dialog title={w.matchTitle} onClose={onClose}>
        <p>{w.noReference}</p>
      </Dialog>
    )
  const match = pointed.value && own.value ? matchOf(pointed.value, own.value) : null
  const submit = async (reason: string) => {
    if (!pointed.peek() || !own.peek()) return
    for (const command of commandsOf(pointed.peek() as PointedFrame, own.peek() as PointedFrame, reason))
      if (!(await room.entering.enter(command, w.entered(names.get(id) ?? '')))) return
    onClose()
  }
  return (
    <Dialog title={w.matchTitle} isWide onClose={onClose}>
      <p class="muted">{w.matchWhat}</p>
      <div class="match">
        <FrameStepper
          key={referenced.id}
          room={room}
          recording={referenced}
          label={w.reference}
          startAt={times => frameNow(room, referenced, times)}
          onFrame={(index, times) => {
            there.value = { index, times }
          }}
        >
          <select
            aria-label={w.reference}
            value={referenced.id}
            onChange={event => {
              there.value = null
              reference.value = event.currentTarget.value
            }}
          >
            {references.map(each => (
              <option key={each.id} value={each.id}>
                {names.get(each.id)}
              </option>
            ))}
          </select>
        </FrameStepper>
        <FrameStepper
          room={room}
          recording={recording}
          label={w.thisOne}
          startAt={() => 0}
          onFrame={(index, times) => {
            here.value = { index, times }
          }}
        >
          <strong>{names.get(id)}</strong>
        </FrameStepper>
      </div>
      {match && (
        <p>
          {match.startsClock && `${w.firstOfClock(names.get(referenced.id) ?? '')} `}
          {w.wouldStart(timeText(match.start, 6), `± ${numbers.value.ms(match.errorMs)}`)}{' '}
          <span class="muted">{w.errorFromFrames}</span>
        </p>
      )}
      <Form
        submit={w.place}
        onCancel={onClose}
        onSubmit={filled => room.speaker.heed(submit(filled('reason')))}
      >
        <ReasonField />
      </Form>
    </Dialog>
  )
}

/** Recordings with pictures on the clock of the case; while there is none, any other recording may begin it. */
function referencesFor(recordings: readonly Recording[], id: string): readonly Recording[] {
  const others = recordings.filter(
    each => each.id !== id && each.probe.kind === 'probed' && each.probe.facts.video !== null,
  )
  const placed = others.filter(each => {
    const placement = placementOf(each)
    return placement?.kind === 'placed' && placement.group === mainGroup
  })
  return placed.length > 0 ? placed : others
}

function startingReference(room: Room, references: readonly Recording[]): string | null {
  const current = room.session.current.peek()
  return references.some(each => each.id === current) ? current : (references[0]?.id ?? null)
}

/** The frame under the playhead, so that a person starts from what they were looking at. */
function frameNow(room: Room, recording: Recording, times: FrameTimes): number {
  const lane = room.session.lanes.peek().find(each => each.id === recording.id)
  const at = lane && frameAtCase(times, lane.map, room.engine.time.peek())
  return at?.kind === 'frame' ? at.index : 0
}

function pointedAt(recording: Recording | undefined, chosen: Chosen | null): PointedFrame | null {
  if (!recording || !chosen) return null
  const pts = ptsOf(chosen.times, chosen.index)
  return { recording, pts, lastsMicros: ptsOf(chosen.times, chosen.index + 1) - pts }
}
