import { timeText } from '../time-text.ts'
import type { Lane } from '../watch/lanes.ts'
import { impulseName } from './impulse-words.ts'
import type { ImpulsesModel, ListedImpulse } from './impulses-model.ts'
import { microphonesAt, playAt } from './listening-model.ts'

/** Before the onset and after it, what one press plays, in microseconds. */
const playedBefore = 80_000
const playedAfter = 600_000
const slow = 0.1

/** What a key does among the sharp sounds while nobody types. True when it was used. */
export function impulseKey(model: ImpulsesModel, key: string): boolean {
  const shown = model.shown.peek()
  const current = model.current.peek()
  if (!current) return false
  const at = shown.indexOf(current)
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return choose(model, shown[at + 1])
    case 'ArrowUp':
    case 'k':
      return choose(model, shown[at - 1])
    case 'Home':
      return choose(model, shown[0])
    case 'End':
      return choose(model, shown.at(-1))
    case ' ':
    case 't':
      togglePlay(model, current, key === 't' ? slow : 1)
      return true
    case 'Escape':
      model.listening.player.stop()
      return true
    case 'l':
      if (!model.listening.room.source.can.command) return false
      model.labelling.value = current
      return true
    // As on the page for watching.
    case 'i':
    case 'o':
      setEnd(model, current, key === 'i' ? 'from' : 'to')
      return true
    default:
      return /^[1-9]$/.test(key) && hearBy(model, current, Number(key) - 1)
  }
}

/** The microphones that were running at an impulse, in the order in which they are stacked. */
export function microphonesOf(
  model: ImpulsesModel,
  { hearings: [first], at }: ListedImpulse,
): readonly Lane[] {
  return first ? microphonesAt(model.listening, first.recording, at) : []
}

/** One end of the interval that is measured. */
export function setEnd(model: ImpulsesModel, { key }: ListedImpulse, end: 'from' | 'to'): void {
  model.ends.value = { ...model.ends.peek(), [end]: { kind: 'impulse', key } }
}

/** Plays what one microphone has around an impulse. */
export function playOnset(
  model: ImpulsesModel,
  { at }: ListedImpulse,
  lane: Lane,
  speed: number,
): Promise<void> {
  const stretch = { from: at - playedBefore, to: at + playedAfter, isLooped: false, speed }
  return playAt(model.listening, [lane], stretch)
}

/** At either end of the list the key is used, and nothing changes. */
function choose(model: ImpulsesModel, next: ListedImpulse | undefined): true {
  if (!next) return true
  model.chosen.value = next.key
  model.listening.room.speaker.say(`${timeText(next.at, 6)} ${impulseName(next)}`)
  requestAnimationFrame(bringIntoView)
  return true
}

/** Once what was chosen is marked on the page. The focus goes along where it is in the list: Tab goes on from what is seen. */
function bringIntoView(): void {
  const item = document.querySelector('.impulse-item[aria-current="true"]')
  if (document.activeElement?.closest('.impulse-list'))
    item?.querySelector<HTMLElement>('.impulse-choose')?.focus({ preventScroll: true })
  item?.scrollIntoView({ block: 'nearest' })
}

function togglePlay(model: ImpulsesModel, current: ListedImpulse, speed: number): void {
  const { player, room } = model.listening
  if (player.state.peek().kind !== 'silent') {
    player.stop()
    return
  }
  const lanes = microphonesOf(model, current)
  const wanted = model.heardBy.peek() ?? current.hearings[0]?.recording
  const lane = lanes.find(({ id }) => id === wanted) ?? lanes[0]
  if (lane) room.speaker.heed(playOnset(model, current, lane, speed))
}

function hearBy(model: ImpulsesModel, current: ListedImpulse, n: number): boolean {
  const lane = microphonesOf(model, current)[n]
  if (!lane) return false
  model.heardBy.value = lane.id
  model.listening.room.speaker.heed(playOnset(model, current, lane, 1))
  return true
}
