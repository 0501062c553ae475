import { type CaseMicros, type Span, span } from '@sightline/core/time'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { timeText } from '../time-text.ts'

/** Plays a span over and over, or no more: the one between the measure's ends, else that of the chosen moment. */
export function toggleLoop(room: Room): void {
  const { engine, speaker } = room
  const w = words.peek().loop
  if (engine.loop.peek() !== null) {
    engine.setLoop(null)
    speaker.say(w.ended)
    return
  }
  const wanted = spanToLoop(room)
  if (wanted === null) {
    speaker.tell(w.needed)
    return
  }
  engine.setLoop(wanted)
  engine.seek(engine.speed.peek() < 0 ? ((wanted.to - 1) as CaseMicros) : wanted.from)
  engine.play()
  speaker.say(loopWords(wanted))
}

export function loopWords({ from, to }: Span<CaseMicros>): string {
  return words.value.loop.of(timeText(from), timeText(to))
}

function spanToLoop({ marks }: Room): Span<CaseMicros> | null {
  const { from, to } = marks.measuring.peek()
  if (from && to && from.at !== to.at) return span(...inOrder(from.at, to.at))
  const { on } = marks.all.peek().find(({ moment }) => moment.id === marks.chosen.peek()) ?? { on: null }
  return on && on.to > on.from ? on : null
}

function inOrder(a: CaseMicros, b: CaseMicros): readonly [CaseMicros, CaseMicros] {
  return a < b ? [a, b] : [b, a]
}
