import { inaudibleLine, layLines, settleLines } from './editing.ts'
import {
  caseTimeOf,
  goToLine,
  type ListeningModel,
  microphonesAt,
  playFrom,
  playStretch,
  speeds,
} from './listening-model.ts'

/** What a key does on the page while nobody types. True when it was used. */
export function listeningKey(model: ListeningModel, key: string): boolean {
  if (model.part.peek() !== 'transcript') return false
  const { room } = model
  const at = model.at.peek()
  const line = model.lines.peek()[at]
  const can = room.source.can.command
  switch (key) {
    case 'ArrowDown':
    case 'j':
      goToLine(model, at + 1)
      return true
    case 'ArrowUp':
    case 'k':
      goToLine(model, at - 1)
      return true
    case 'PageDown':
    case 'PageUp':
      goToLine(model, at + (key === 'PageDown' ? 12 : -12))
      return true
    case 'Home':
    case 'End':
      goToLine(model, key === 'Home' ? 0 : Number.MAX_SAFE_INTEGER)
      return true
    case ' ':
      togglePlay(model)
      return true
    case 'l':
      if (line) room.speaker.heed(playStretch(model, line, { isLooped: true }))
      return true
    case '[':
    case ']':
      changeSpeed(model, key === '[' ? 1 : -1)
      return true
    case 'o':
      toggleProcessed(model)
      return true
    case 'Enter':
      if (!line || !can) return false
      model.isEditing.value = true
      return true
    case 's':
      if (!line || !can) return false
      room.speaker.heed(settleLines(model, [line]).then(isIn => isIn && goToLine(model, at + 1)))
      return true
    case 'x':
      if (!line || !can) return false
      room.speaker.heed(layLines(model, 'revise', [line], [inaudibleLine(line)]))
      return true
    case '/':
      document.querySelector<HTMLInputElement>('#find-words')?.focus()
      return true
    case 'n':
    case 'b':
      goToHit(model, key === 'n' ? 1 : -1)
      return true
    case 'Escape':
      model.player.stop()
      model.isEditing.value = false
      return true
    default:
      return /^[1-9]$/.test(key) && chooseMicrophone(model, Number(key) - 1)
  }
}

export function togglePlay(model: ListeningModel): void {
  if (model.player.state.peek().kind !== 'silent') {
    model.player.stop()
    return
  }
  const line = model.lines.peek()[model.at.peek()]
  if (line)
    model.room.speaker.heed(
      model.isLooped.peek() ? playStretch(model, line, { isLooped: true }) : playFrom(model, line.from),
    )
}

/** Slower counts up in the list of speeds; what plays begins anew from its line. */
function changeSpeed(model: ListeningModel, by: 1 | -1): void {
  const next = speeds[speeds.indexOf(model.speed.peek()) + by]
  if (next === undefined) return
  model.speed.value = next
  playAgain(model)
}

export function toggleProcessed(model: ListeningModel): void {
  model.isProcessed.value = !model.isProcessed.peek()
  playAgain(model)
}

/** Plays what plays now once more, as things are set by now. */
export function playAgain(model: ListeningModel): void {
  const line = model.lines.peek()[model.at.peek()]
  const now = model.player.state.peek()
  if (now.kind !== 'playing' || !line) return
  model.room.speaker.heed(
    now.heard.isLooped ? playStretch(model, line, { isLooped: true }) : playFrom(model, line.from),
  )
}

/** Goes to the next place of what is looked for, from the selected line on, and round. */
export function goToHit(model: ListeningModel, by: 1 | -1): void {
  const hits = model.hits.peek()
  const at = model.at.peek()
  const next =
    by === 1 ? (hits.find(hit => hit > at) ?? hits[0]) : (hits.findLast(hit => hit < at) ?? hits.at(-1))
  if (next !== undefined) goToLine(model, next)
}

function chooseMicrophone(model: ListeningModel, n: number): boolean {
  const transcript = model.transcript.peek()
  const line = model.lines.peek()[model.at.peek()]
  if (!transcript || !line) return false
  const time = caseTimeOf(model, transcript.recording, line.from)
  const lane = time === null ? undefined : microphonesAt(model, transcript.recording, time)[n]
  if (!lane) return false
  model.heardBy.value = [lane.id]
  model.room.speaker.heed(playStretch(model, line, { isLooped: model.isLooped.peek() }))
  return true
}
