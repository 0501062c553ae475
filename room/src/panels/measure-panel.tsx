import { type Measure, type MeasuredInstant, measureBetween } from '@sightline/core/moments'
import { caseTimeOn, frameAtCase, pieceIndexAtCase, ptsOf } from '@sightline/core/time'
import { copyText, setEnd } from '../marks/marking.ts'
import type { Pointed } from '../marks/marks.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText, timeText } from '../time-text.ts'
import { CountSection } from './count-section.tsx'
import { Tick } from './tick.tsx'

/** The time between two instants, with what it rests on, in words that can be quoted. */
export function MeasurePanel({ room }: { readonly room: Room }) {
  const { marks } = room
  const w = words.value.measure
  const { from, to } = marks.measuring.value
  const [a, b] = [from && instantAt(room, from), to && instantAt(room, to)]
  const chosen = marks.all.value.find(each => each.moment.id === marks.chosen.value)
  return (
    <>
      <h2 class="unseen">{w.tab}</h2>
      <section class="section">
        <p class="muted small">{w.lead}</p>
        <End room={room} end="from" pointed={from} instant={a} />
        <End room={room} end="to" pointed={to} instant={b} />
        <div class="row">
          {chosen?.on && chosen.moment.when.to !== null && (
            <button
              type="button"
              class="link small"
              onClick={() => {
                const { on, recording } = chosen
                if (on)
                  marks.measuring.value = {
                    from: { at: on.from, recording },
                    to: { at: on.to, recording },
                  }
              }}
            >
              {w.useMoment}
            </button>
          )}
          {(from || to) && (
            <button
              type="button"
              class="link small"
              onClick={() => {
                marks.measuring.value = { from: null, to: null }
              }}
            >
              {w.clear}
            </button>
          )}
        </div>
      </section>
      {a && b && <Result room={room} a={a} b={b} />}
      <CountSection room={room} />
    </>
  )
}

interface EndProps {
  readonly room: Room
  readonly end: 'from' | 'to'
  readonly pointed: Pointed | null
  readonly instant: MeasuredInstant | null
}

function End({ room, end, pointed, instant }: EndProps) {
  const { session } = room
  const w = words.value.measure
  const seen = instant?.seen ?? null
  return (
    <div class="measure-end">
      <span class="muted small">{w[end]}</span>
      {pointed === null ? (
        <span class="muted">{w.notSet}</span>
      ) : (
        <button type="button" class="link mono" title={w.goThere} onClick={() => room.seek(pointed.at)}>
          {timeText(pointed.at, 6)}
        </button>
      )}
      <button type="button" class="button" onClick={() => setEnd(room, end)}>
        {end === 'from' ? w.setFrom : w.setTo}
      </button>
      {pointed !== null && (
        <span class="measure-seen small muted">
          {seen === null ? (
            w.noFrame
          ) : (
            <>
              <Tick mark={session.marks.value.get(seen.recording)} />
              {session.names.value.get(seen.recording)},{' '}
              {w.frame(String(seen.frame), secondsText(seen.pts, 6))}
            </>
          )}
        </span>
      )}
    </div>
  )
}

function Result({
  room,
  a,
  b,
}: {
  readonly room: Room
  readonly a: MeasuredInstant
  readonly b: MeasuredInstant
}) {
  const w = words.value.measure
  const measure = measureBetween(a, b)
  const sentence = quote(room, measure, a, b)
  const limit = limits(measure)
  return (
    <section class="section" aria-live="polite">
      <p class="measure">
        <span class="value">{secondsText(measure.micros, 6)} s</span>
        {measure.frames !== null && (
          <span class="error">{w.frames(numbers.value.whole(measure.frames))}</span>
        )}
      </p>
      <p class="small">{errorWords(room, measure, a)}</p>
      {measure.isReversed && <p class="small muted">{w.swap}</p>}
      <h3>{w.quote}</h3>
      <blockquote class="quote">
        <p>{sentence}</p>
        <p class="muted small">{limit}</p>
      </blockquote>
      <div>
        <button type="button" class="button" onClick={() => copyText(room, `${sentence} ${limit}`)}>
          {w.copy}
        </button>
      </div>
    </section>
  )
}

function errorWords(room: Room, { error }: Measure, a: MeasuredInstant): string {
  const w = words.value.measure
  switch (error.kind) {
    case 'same-recording':
      return w.same(room.session.names.value.get(a.seen?.recording ?? '') ?? '')
    case 'placements':
      return w.error(numbers.value.ms(error.ms))
    case 'unknown':
      return w.unknownError
  }
}

function quote(room: Room, measure: Measure, a: MeasuredInstant, b: MeasuredInstant): string {
  const w = words.value.measure
  const [first, last] = measure.isReversed ? [b, a] : [a, b]
  const named = ({ at, seen }: MeasuredInstant) =>
    seen === null
      ? w.endOfClock(timeText(at, 6))
      : w.end(room.session.names.value.get(seen.recording) ?? '', String(seen.frame), timeText(at, 6))
  const { error } = measure
  const off = error.kind === 'placements' ? w.errorInSentence(numbers.value.ms(error.ms)) : ''
  return w.sentence(secondsText(measure.micros, 6), off, named(first), named(last))
}

function limits({ error, framesMicros }: Measure): string {
  const w = words.value.measure
  const frames = framesMicros === null ? '' : w.framesTogether(numbers.value.ms(framesMicros / 1000))
  return `${w.limits[error.kind]} ${w.notIncluded(frames)}`
}

/** What an angle showed at an instant that was pointed at. */
function instantAt(room: Room, { at, recording }: Pointed): MeasuredInstant {
  const lane = room.session.lanes.value.find(each => each.id === recording)
  const times = recording === null ? undefined : room.watch.frames.value.get(recording)
  const found = lane && times ? frameAtCase(times, lane.map, at) : null
  if (!lane || !times || found?.kind !== 'frame') return { at, seen: null }
  const { index, piece } = found
  const [pts, next] = [ptsOf(times, index), ptsOf(times, index + 1)]
  return {
    at,
    seen: {
      recording: lane.id,
      piece: pieceIndexAtCase(lane.map, at),
      frame: index,
      pts,
      lastsMicros: caseTimeOn(piece, next) - caseTimeOn(piece, pts),
      errorMs: lane.errorMs,
    },
  }
}
