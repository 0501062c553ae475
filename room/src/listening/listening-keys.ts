import { pieceSpan, type ShownLine, textOf, textOfPiece } from '@sightline/core/transcript'
import { inaudibleLine, layLines, settleLines } from './editing.ts'
import {
  caseTimeOf,
  goToLine,
  heardAt,
  type ListeningModel,
  loopLine,
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
      toggleLoop(model)
      return true
    case 'ArrowRight':
    case 'ArrowLeft':
      if (line) chooseWord(model, line, key === 'ArrowRight' ? 1 : -1)
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
  if (line) model.room.speaker.heed(playLine(model, line))
}

/** Loops what is looked at and plays it, or goes on without the loop. */
export function toggleLoop(model: ListeningModel): void {
  model.isLooped.value = !model.isLooped.peek()
  const line = model.lines.peek()[model.at.peek()]
  if (line && (model.isLooped.peek() || model.player.state.peek().kind === 'playing'))
    model.room.speaker.heed(playLine(model, line))
}

/** From the word that is looked at, or the beginning of the line. */
function playLine(model: ListeningModel, line: ShownLine): Promise<void> {
  const word = model.word.peek()
  if (model.isLooped.peek()) return loopLine(model, line)
  return playFrom(model, word === null ? line.from : pieceSpan(line, word).from)
}

/** The word beside the one that is looked at; before the first and after the last it is the whole line again. */
function chooseWord(model: ListeningModel, line: ShownLine, by: 1 | -1): void {
  const next = (model.word.peek() ?? (by === 1 ? -1 : line.pieces.length)) + by
  const piece = line.pieces[next]
  model.word.value = piece ? next : null
  model.room.speaker.say(piece ? textOfPiece(piece) : textOf(line))
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
  // What is compared is the same instant: it goes on from where it was.
  const media = heardAt(model)
  model.room.speaker.heed(
    model.isLooped.peek() || media === null ? playLine(model, line) : playFrom(model, media),
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
