import type { ReadonlySignal } from '@preact/signals'
import type { RecordingId } from '@sightline/core/case'
import type { PairResult } from '@sightline/core/sync'
import { useEffect, useMemo } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { AgreementView } from './agreement-view.tsx'
import type { ClockFacts } from './clock-facts.ts'
import { newPairModel, type PairModel } from './pair-model.ts'
import { WavesView } from './waves-view.tsx'
import type { Way } from './ways.ts'
import { Why } from './why.tsx'

interface Props {
  readonly room: Room
  readonly facts: ReadonlySignal<ClockFacts | null>
  readonly a: RecordingId
  readonly b: RecordingId
}

/** Two recordings looked at closely: how they may lie on each other, how well they agree there, and both waveforms. */
export function PairView({ room, facts, a, b }: Props) {
  const model = useMemo(() => newPairModel(room, facts, a, b), [room, facts, a, b])
  useEffect(() => () => model.dispose(), [model])
  const w = clockWords.value
  const pair = model.facts.value
  const state = model.look.value
  const kind = pair?.kind ?? 'unknown'
  return (
    <>
      <p class="pair-verdict">
        {w.verdict[kind]}{' '}
        {pair && kind !== 'none' && (
          <span class="muted">
            <Why why={pair.solved.why} />
          </span>
        )}
      </p>
      {pair?.result && pair.result.cuts.length > 0 && <Cuts room={room} result={pair.result} />}
      <div class="pair-top">
        {model.ways.value.length === 0 ? <p class="muted">{w.noWay}</p> : <Ways model={model} />}
        {state.kind === 'here' && (
          <AgreementView model={model} look={state.look} isStale={state.way.key !== model.way.value?.key} />
        )}
      </div>
      {state.kind === 'failed' && (
        <p role="alert">
          {w.lookFailed}{' '}
          <button type="button" class="button" onClick={() => model.again()}>
            {words.value.opening.again}
          </button>
        </p>
      )}
      {state.kind === 'no-sound' && <p class="muted">{w.noSound}</p>}
      {state.kind === 'coming' && model.way.value && (
        <p class="muted" role="status">
          {w.looking}
        </p>
      )}
      {state.kind === 'here' && <WavesView room={room} model={model} first={state.look} />}
    </>
  )
}

/** Where one piece of the pair ends and the next begins. A jump lies in the recording that lacks something there. */
function Cuts({ room, result }: { readonly room: Room; readonly result: PairResult }) {
  const w = clockWords.value
  const time = (seconds: number) => timeText(Math.round(seconds * 1e6))
  return (
    <p class="small">
      <span class="muted">{w.cuts}:</span>{' '}
      {result.cuts
        .map(cut => {
          const name = room.session.names.value.get(result[cut.on]) ?? ''
          return cut.kind === 'jump' ? w.cut(time(cut[cut.on]), name) : w.bend(time(cut[cut.on]), name)
        })
        .join('; ')}
    </p>
  )
}

/** Every way in which the two may lie: one is in force, the others are there to be looked at and heard. */
function Ways({ model }: { readonly model: PairModel }) {
  const w = clockWords.value
  const n = numbers.value
  const ways = model.ways.value
  const count = (kind: Way['kind']) => ways.filter(way => way.kind === kind).length
  const told = (way: Way) => {
    switch (way.kind) {
      case 'placement':
        return w.way.placement(way.n, count('placement'))
      case 'sound':
        return w.way.sound(way.n, count('sound'))
      case 'rival':
        return w.way.rival(way.n)
    }
  }
  return (
    <fieldset class="ways">
      <legend>{w.lies}</legend>
      {ways.map(way => (
        <label key={way.key} class="way">
          <input
            type="radio"
            name="way"
            checked={model.way.value?.key === way.key}
            onChange={() => model.choose(way.key)}
          />
          <span class="way-name">
            {told(way)}
            {way.kind === 'rival' && way.why && (
              <span class="muted small">
                {' '}
                <Why why={way.why} />
              </span>
            )}
          </span>
          <span class="mono">{timeText(Math.round(way.lagSeconds * 1e6), 6)}</span>
          <span class="mono muted">
            {way.errorMs === null ? '' : `±${n.ms(way.errorMs)} ms`}
            {way.kind === 'rival' && way.score !== null && w.score(n.decimals(way.score, 1))}
          </span>
          <span class="mono muted way-rate">
            {way.kind === 'rival' ? '' : `${n.decimals(way.slopePpm, 1)} ppm`}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
