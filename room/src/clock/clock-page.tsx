import { type ReadonlySignal, type Signal, useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { isNarrow } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'
import { type ClockFacts, clockFactsOf } from './clock-facts.ts'
import { ClockList } from './clock-list.tsx'
import { PairChoice } from './pair-choice.tsx'
import { PairView } from './pair-view.tsx'

/** The clock at large: what shares it and why, and two recordings looked at closely. On a phone one after the other. */
export function ClockPage({ room }: { readonly room: Room }) {
  const { session } = room
  const facts = useClockFacts(room)
  const w = clockWords.value
  const chosen = useComputed(() => {
    if (session.pair.value) return session.pair.value
    const strongest = facts.value?.pairs[0]
    return strongest && !isNarrow.value ? ([strongest.a, strongest.b] as const) : null
  })
  const pair = chosen.value
  // A release holds neither the sound that pairs are compared by nor what came of it.
  const isReleased = room.source.can.check
  useFocusThatFollows(pair?.join(' ') ?? null)
  return (
    <main
      class="page clock-page"
      id="clock"
      tabIndex={-1}
      data-pair={pair ? '' : undefined}
      data-released={isReleased ? '' : undefined}
    >
      <div class="clock-side">
        <header class="page-head">
          <h2>{w.title}</h2>
          <p class="lead">{isReleased ? w.released : w.lead}</p>
        </header>
        <ClockList room={room} facts={facts.value} pair={pair} />
      </div>
      {!isReleased && (
        <section class="clock-pair" aria-label={w.closeLook}>
          <h2 class="unseen">{w.closeLook}</h2>
          <PairChoice room={room} pair={pair} />
          {pair && <PairView key={pair.join(' ')} room={room} facts={facts} a={pair[0]} b={pair[1]} />}
        </section>
      )}
    </main>
  )
}

/** On a phone the list gives way to a pair and comes back: the focus goes along, unless it stands on something still there. */
function useFocusThatFollows(pair: string | null): void {
  const before = useRef(pair)
  useEffect(() => {
    const last = before.current
    before.current = pair
    const focused = document.activeElement
    const isThere =
      focused instanceof HTMLElement && focused !== document.body && focused.offsetParent !== null
    if (last === pair || isThere || !isNarrow.peek()) return
    const place = pair === null ? `[data-pair-key="${last}"]` : '.pair-choice .phone-only'
    document.querySelector<HTMLElement>(place)?.focus()
  }, [pair])
}

/** The result of the last run and of its pairs, asked for again whenever there is a new one. */
function useClockFacts(room: Room): ReadonlySignal<ClockFacts | null> {
  const facts: Signal<ClockFacts | null> = useSignal(null)
  useSignalEffect(() => {
    // The log names each result by its hash.
    if (room.source.state.value.sync?.result === undefined) return
    room.speaker.heed(
      Promise.all([room.source.syncResult(), room.source.syncPairs()]).then(([result, pairs]) => {
        facts.value = result && clockFactsOf(result, pairs ?? [])
      }),
    )
  })
  return facts
}
