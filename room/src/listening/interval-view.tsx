import {
  type IntervalEnd,
  intervalBetween,
  intervalLimits,
  isClockChecked,
  soundEnd,
} from '@sightline/core/listening'
import { caseMicros, caseTimeOn, frameAtCase, pieceIndexAtCase, ptsOf } from '@sightline/core/time'
import { words } from '../strings/index.ts'
import { listeningWords } from '../strings/listening-words.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { impulseName } from './impulse-words.ts'
import type { End, ImpulsesModel } from './impulses-model.ts'

/** The time between two marked sounds or frames: the number, the sentence to quote, and the sentence that limits it. */
export function IntervalView({ model }: { readonly model: ImpulsesModel }) {
  const w = listeningWords.value.impulses
  const { room } = model.listening
  const { from, to } = model.ends.value
  const [a, b] = [from && endOf(model, from), to && endOf(model, to)]
  const isWhole = from !== null && to !== null && a !== null && b !== null
  return (
    <section class="section interval" aria-live="polite">
      <h3>{w.interval}</h3>
      {isWhole ? (
        <Told model={model} ends={[from, to]} a={a} b={b} />
      ) : (
        <p class="small muted">{from && a ? w.between(nameOf(model, from), '…') : w.noInterval}</p>
      )}
      <div class="row">
        {room.session.view.value === 'listening' && (
          <button
            type="button"
            class="link small"
            onClick={() => {
              const end: End = {
                kind: 'frame',
                at: room.engine.time.peek(),
                recording: room.session.current.peek(),
              }
              model.ends.value = from === null ? { from: end, to: null } : { from, to: end }
            }}
          >
            {w.frame} ({timeText(room.engine.time.value)})
          </button>
        )}
        {(from !== null || to !== null) && (
          <button
            type="button"
            class="link small"
            onClick={() => {
              model.ends.value = { from: null, to: null }
            }}
          >
            {w.clear}
          </button>
        )}
      </div>
    </section>
  )
}

interface ToldProps {
  readonly model: ImpulsesModel
  readonly ends: readonly [End, End]
  readonly a: IntervalEnd
  readonly b: IntervalEnd
}

function Told({ model, ends, a, b }: ToldProps) {
  const w = listeningWords.value.impulses
  const n = numbers.value
  const { room } = model.listening
  const interval = intervalBetween(a, b, isChecked(model, a) && isChecked(model, b))
  const [first, last] = interval.isReversed ? [ends[1], ends[0]] : ends
  const [one, two] = [nameOf(model, first), nameOf(model, last)]
  const ms = n.decimals(interval.ms, Math.abs(interval.ms) < 100 ? 2 : 1)
  const sentence =
    interval.errorMs === null ? w.quoteOpen(one, two, ms) : w.quote(one, two, ms, n.ms(interval.errorMs))
  const frames = framesBetween(model, a, b)
  const limit = intervalLimits(interval, [a, b], w)
  return (
    <>
      <p class="measure">
        <span class="value">{ms} ms</span>{' '}
        <span class="error">
          {interval.errorMs === null ? w.errorUnknown : w.error(n.ms(interval.errorMs))}
        </span>
      </p>
      <blockquote class="quote">
        <p>
          {sentence} {frames}
        </p>
        <p class="muted small">{limit}</p>
      </blockquote>
      <button
        type="button"
        class="button"
        onClick={() => {
          navigator.clipboard.writeText(`${sentence} ${frames} ${limit}`).then(
            () => room.speaker.say(w.copied),
            () => room.speaker.tell(words.peek().problems.copyFailed),
          )
        }}
      >
        {w.copy}
      </button>
    </>
  )
}

function isChecked(model: ImpulsesModel, { recording }: IntervalEnd): boolean {
  const clock = model.clock.value
  const state = model.listening.room.source.state.value
  return clock !== null && recording !== null && isClockChecked(state, clock, recording.id)
}

/** How many frames of a recording with pictures lie between, where both ends are of one. */
function framesBetween(model: ImpulsesModel, a: IntervalEnd, b: IntervalEnd): string {
  const w = listeningWords.value.impulses
  const { room } = model.listening
  const lane = room.session.lanes.value.find(({ id }) => id === a.recording?.id)
  const times = lane && room.watch.frames.value.get(lane.id)
  if (a.recording?.id !== b.recording?.id || !lane || !times) return ''
  const [one, two] = [
    frameAtCase(times, lane.map, caseMicros(a.at)),
    frameAtCase(times, lane.map, caseMicros(b.at)),
  ]
  if (one.kind !== 'frame' || two.kind !== 'frame') return ''
  return w.frames(
    numbers.value.whole(Math.abs(two.index - one.index)),
    room.session.names.value.get(lane.id) ?? '',
  )
}

function nameOf(model: ImpulsesModel, end: End): string {
  const w = listeningWords.value.impulses
  if (end.kind === 'frame') {
    const name =
      end.recording === null ? '' : (model.listening.room.session.names.value.get(end.recording) ?? '')
    return w.frameAt(timeText(end.at, 6), name)
  }
  const listed = model.all.value.find(({ key }) => key === end.key)
  return listed ? w.soundAt(timeText(listed.at, 6), impulseName(listed)) : ''
}

/** What an end rests on; null where it is not there any more. Two sounds are measured in one recording where one heard both. */
function endOf(model: ImpulsesModel, end: End): IntervalEnd | null {
  const { listening } = model
  if (end.kind === 'frame') return frameEnd(model, end)
  const listed = model.all.value.find(({ key }) => key === end.key)
  const other = otherImpulse(model, end)
  const shared = listed?.hearings.find(heard =>
    other?.hearings.some(each => each.recording === heard.recording),
  )
  const heard = shared ?? listed?.hearings[0]
  if (!heard) return null
  const clock = model.clock.value
  if (!clock) return null
  const errorMs = heard.impulse?.errorMs ?? heard.markErrorMs
  return soundEnd(listening.room.source.state.value, clock, { ...heard, errorMs })
}

function otherImpulse(model: ImpulsesModel, end: End) {
  const { from, to } = model.ends.value
  const other = from === end ? to : from
  return other?.kind === 'impulse' ? model.all.value.find(({ key }) => key === other.key) : undefined
}

function frameEnd(
  model: ImpulsesModel,
  { at, recording }: Extract<End, { kind: 'frame' }>,
): IntervalEnd | null {
  const { room } = model.listening
  const lane = room.session.lanes.value.find(({ id }) => id === recording)
  const times = lane && room.watch.frames.value.get(lane.id)
  const found = lane && times ? frameAtCase(times, lane.map, at) : null
  if (!lane || !times || found?.kind !== 'frame') return null
  const [begin, end] = [ptsOf(times, found.index), ptsOf(times, found.index + 1)].map(pts =>
    caseTimeOn(found.piece, pts),
  )
  if (begin === undefined || end === undefined) return null
  return {
    at: begin,
    of: { kind: 'frame', lastsMs: (end - begin) / 1000 },
    recording: { id: lane.id, piece: pieceIndexAtCase(lane.map, at), placementErrorMs: lane.errorMs },
    distance: null,
  }
}
