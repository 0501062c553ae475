import { useSignal } from '@preact/signals'
import type { RecordingId } from '@sightline/core/case'
import { Tick } from '../panels/tick.tsx'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'
import { numbers } from '../strings/numbers.ts'
import { type ClockFacts, pairKey } from './clock-facts.ts'
import { Why } from './why.tsx'

interface Props {
  readonly room: Room
  readonly facts: ClockFacts
  readonly pair: readonly [RecordingId, RecordingId] | null
}

/** Fifty recordings have twelve hundred pairs. */
const pageLength = 60

/** The pairs in words, strongest first: what the arcs show, for eyes, keyboards and screen readers alike. */
export function PairList({ room, facts, pair }: Props) {
  const shown = useSignal(pageLength)
  const { session } = room
  const w = clockWords.value
  const n = numbers.value
  const names = session.names.value
  const chosen = pair ? pairKey(...pair) : null
  const without = facts.all.size - facts.pairs.length
  return (
    <section class="clock-group">
      <h3>{w.pairs}</h3>
      <p class="muted small">{facts.pairs.length > 0 ? w.pairsWhat : w.noPairs}</p>
      <ul class="pair-list">
        {facts.pairs.slice(0, shown.value).map(({ key, a, b, kind, solved }) => (
          <li key={key} data-kind={kind}>
            <button
              type="button"
              class="pair-button"
              data-pair-key={`${a} ${b}`}
              aria-current={key === chosen || undefined}
              onClick={() => {
                session.pair.value = [a, b]
              }}
            >
              <span class="pair-ends">
                <span class="pair-end">
                  <Tick mark={session.marks.value.get(a)} />
                  {names.get(a) ?? a}
                </span>
                <span class="muted"> – </span>
                <span class="pair-end">
                  <Tick mark={session.marks.value.get(b)} />
                  {names.get(b) ?? b}
                </span>
              </span>
              <span class="mono">
                <span class="unseen">{w.scoreName} </span>
                {n.decimals(solved.score, 1)}
              </span>
              <span class="mono muted">{solved.errorMs === null ? '' : `±${n.ms(solved.errorMs)} ms`}</span>
              <span class="pair-why muted small">
                {kind === 'used' ? w.used : w.setAside}: <Why why={solved.why} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {facts.pairs.length > shown.value && (
        <button
          type="button"
          class="link"
          onClick={() => {
            shown.value += pageLength
          }}
        >
          {w.more(Math.min(pageLength, facts.pairs.length - shown.value))}
        </button>
      )}
      {without > 0 && <p class="muted small">{w.without(without)}</p>}
    </section>
  )
}
