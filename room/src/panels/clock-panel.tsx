import { useSignal, useSignalEffect } from '@preact/signals'
import { mainGroup } from '@sightline/core/case'
import type { SyncResult } from '@sightline/core/sync'
import { zeroWords } from '../clock/placed-by.ts'
import { Why } from '../clock/why.tsx'
import { WallTimeSection } from '../placing/wall-time-section.tsx'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { clockName } from './choices.tsx'
import { closeSheet } from './sheets.ts'
import { Tick } from './tick.tsx'

/** The clocks of the case, who shares them, and which comparisons of sound support that. */
export function ClockPanel({ room }: { readonly room: Room }) {
  const result = useSignal<SyncResult | null>(null)
  const { session, source } = room
  useSignalEffect(() => {
    // Asked again for each new result of the engine, which the log names by hash.
    if (source.state.value.sync?.result === undefined) return
    room.speaker.heed(
      source.syncResult().then(found => {
        result.value = found
      }),
    )
  })
  const w = words.value.clockPanel
  const groups = session.clocks.value.filter(clock => clock.kind === 'group')
  const { sync } = source.state.value
  const open = (pair: readonly [string, string] | null) => {
    if (pair) session.pair.value = pair
    closeSheet(room)
    session.view.value = 'clock'
  }
  return (
    <>
      <div class="section">
        <button type="button" class="button" onClick={() => open(null)}>
          {clockWords.value.open}
        </button>
      </div>
      {session.clock.value?.kind === 'own' && <p class="section muted">{words.value.clock.watchingAlone}</p>}
      <h2 class="unseen">{words.value.panel.clock}</h2>
      <WallTimeSection room={room} />
      {groups.map(clock => (
        <section class="section" key={clock.id}>
          <h3>
            {clockName(room, clock)}
            {clock.id !== session.clock.value?.id && (
              <button
                type="button"
                class="link"
                onClick={() => {
                  session.chosenClock.value = clock.id
                }}
              >
                {words.value.top.watch}
              </button>
            )}
          </h3>
          <Members room={room} ids={clock.recordings} />
          {clock.id === mainGroup && <p class="muted small">{zeroWords(room)}</p>}
        </section>
      ))}
      <section class="section">
        <h3>{w.pairs}</h3>
        {result.value && result.value.pairs.length > 0 ? (
          <Pairs room={room} result={result.value} onOpen={open} />
        ) : (
          <p class="muted">{w.none}</p>
        )}
        {result.value && <Conflicts room={room} result={result.value} />}
        {sync && <p class="muted small">{w.method(sync.method, sync.version)}</p>}
        <p class="muted small">{w.soundTravels}</p>
      </section>
    </>
  )
}

function Members({ room, ids }: { readonly room: Room; readonly ids: readonly string[] }) {
  const { session } = room
  return (
    <ul>
      {ids.map(id => (
        <li key={id} class="row">
          <Tick mark={session.marks.value.get(id)} />
          <button type="button" class="link" onClick={() => room.select(id)}>
            {session.names.value.get(id)}
          </button>
        </li>
      ))}
    </ul>
  )
}

interface PairsProps {
  readonly room: Room
  readonly result: SyncResult
  readonly onOpen: (pair: readonly [string, string]) => void
}

function Pairs({ room, result, onOpen }: PairsProps) {
  const w = words.value.clockPanel
  const n = numbers.value
  const names = room.session.names.value
  return (
    <table class="pairs">
      <thead>
        <tr>
          <th scope="col">{w.pair}</th>
          <th scope="col" class="number">
            {w.lag}
          </th>
          <th scope="col" class="number">
            {w.score}
          </th>
        </tr>
      </thead>
      <tbody>
        {result.pairs.map(pair => (
          <tr key={`${pair.a} ${pair.b}`} class={pair.used ? undefined : 'muted'}>
            <td>
              <button type="button" class="link" onClick={() => onOpen([pair.a, pair.b])}>
                {names.get(pair.a) ?? pair.a} – {names.get(pair.b) ?? pair.b}
              </button>
              <br />
              <span class="muted">
                {pair.used ? w.used : w.notUsed}: <Why why={pair.why} />
              </span>
            </td>
            <td class="number mono">
              {pair.lagSeconds === null ? '–' : timeText(Math.round(pair.lagSeconds * 1e6))}
              <br />
              {pair.errorMs === null ? '' : `±${n.ms(pair.errorMs)} ms`}
            </td>
            <td class="number mono">{n.decimals(pair.score, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where a person's placement and the sound disagree, both are told. */
function Conflicts({ room, result }: { readonly room: Room; readonly result: SyncResult }) {
  const n = numbers.value
  const names = room.session.names.value
  return (
    <>
      {result.conflicts.map(each => (
        <p key={`${each.a} ${each.b}`}>
          {words.value.clockPanel.conflict(
            names.get(each.a) ?? each.a,
            names.get(each.b) ?? each.b,
            n.ms(Math.abs(each.differenceMs)),
            n.ms(each.errorMs),
          )}
        </p>
      ))}
    </>
  )
}
