import { mainGroup, momentSpanOn } from '@sightline/core/case'
import { cardOf } from '@sightline/core/case/cards'
import { caseMicros } from '@sightline/core/time'
import { useEffect } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import type { ClaimPlay } from '../session.ts'
import { caseWords } from '../strings/case-words.ts'
import { timeText } from '../time-text.ts'
import { deskOf } from './case-desk.ts'
import { momentsOfClaim } from './claim-play.ts'

/** An instant is played with this much before and after it, so that there is something to see. */
const aroundMicros = 500_000

/** The moments of a claim one after another; each is played once at true speed and then waits. */
export function ClaimBar({ room, play }: { readonly room: Room; readonly play: ClaimPlay }) {
  const { session, engine } = room
  const w = caseWords.value.claim
  const state = room.source.state.value
  const claim = cardOf(state, play.claim, 'claim')
  const moments = momentsOfClaim(room, play.claim)
  const at = ((play.at % moments.length) + moments.length) % moments.length
  const moment = moments[at]
  const clock = session.clocks.value.find(({ id }) => id === mainGroup)
  const on = moment && clock ? momentSpanOn(state, clock, moment) : null
  const [from, to] = on
    ? on.to > on.from
      ? [on.from, on.to]
      : [caseMicros(on.from - aroundMicros), caseMicros(on.from + aroundMicros)]
    : []
  useEffect(() => {
    if (from === undefined || to === undefined) return
    engine.setLoop(null)
    engine.pause()
    room.setSpeed(1)
    room.seek(from)
    engine.play()
    return engine.time.subscribe(time => {
      if (time < to || !engine.playing.peek()) return
      // A slow machine hears of it late: what is shown in the end is where the moment ends.
      engine.pause()
      engine.seek(to)
    })
  }, [play.claim, at, play.round, from, to])
  if (!claim) return null
  const go = (by: number) => {
    session.claimPlay.value = { ...play, at: at + by, round: play.round + 1 }
  }
  return (
    <section class="claim-bar" aria-label={claim.said.matter}>
      <p>
        <strong>{claim.said.matter}</strong>
        <span class="muted">
          {w.playing(at + 1, moments.length)}: {moment?.name ?? w.momentGone} {on && timeText(on.from)}
        </span>
      </p>
      <p class="row">
        <button type="button" class="button" onClick={() => go(-1)}>
          {w.previous} <kbd>PgUp</kbd>
        </button>
        <button type="button" class="button" onClick={() => go(0)}>
          {w.again}
        </button>
        <button type="button" class="button" onClick={() => go(1)}>
          {w.next} <kbd>PgDn</kbd>
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            session.claimPlay.value = null
            const desk = deskOf(room)
            desk.part.value = 'claims'
            desk.open.value = play.claim
            session.view.value = 'case'
          }}
        >
          {w.back}
        </button>
      </p>
    </section>
  )
}
