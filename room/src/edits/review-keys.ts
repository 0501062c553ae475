import type { StandingLine } from '@sightline/core/conform'
import { correcting } from './box-draft.ts'
import { acceptLine } from './decide.ts'
import { type EditsModel, selectedLine } from './edits-model.ts'
import type { TiedPlayer } from './tied-player.ts'

/** What a key does in the review; false where it means nothing here. */
export function reviewKey(model: EditsModel, player: TiedPlayer, key: string): boolean {
  const lines = model.listed.peek()
  const at = lines.findIndex(each => each.key === model.selected.peek())
  const go = (by: 1 | -1): boolean => {
    const next = lines[at < 0 ? 0 : Math.max(0, Math.min(lines.length - 1, at + by))]
    if (!next) return false
    model.tab.value = 'lines'
    model.selected.value = next.key
    player.seek(next.line.from)
    return true
  }
  if (key === 'j') return go(1)
  if (key === 'k') return go(-1)
  const line = selectedLine(model)
  if (!line || model.tab.peek() !== 'lines') return false
  if (key === 'o') return goToPair(model, player, line)
  if (!model.room.source.can.command) return false
  switch (key) {
    case 'a':
      // What a person added is theirs already.
      if (line.status === 'added' || line.status === 'accepted') return true
      model.room.speaker.heed(
        acceptLine(model, line).then(isDone => {
          if (isDone) keepOrGo(model, line, go)
        }),
      )
      return true
    case 'c':
      model.asking.value = correcting(model, line)
      return true
    case 'x':
      model.asking.value = line.status === 'added' ? { kind: 'withdraw', line } : { kind: 'dismiss', line }
      return true
    default:
      return false
  }
}

/** After a decision the next line is chosen; where only open lines are listed it has slid into the same place. */
function keepOrGo(model: EditsModel, line: StandingLine, go: (by: 1 | -1) => boolean): void {
  const lines = model.listed.peek()
  const now = lines.findIndex(
    each =>
      each.candidate === line.candidate &&
      each.line.from === line.line.from &&
      each.line.part === line.line.part,
  )
  if (now < 0) {
    model.selected.value =
      lines.find(each => each.line.from >= line.line.from)?.key ?? lines.at(-1)?.key ?? null
    return
  }
  model.selected.value = lines[now]?.key ?? null
  go(1)
}

/** Shows the pair of frames that a line rests on; false where it rests on none. */
export function goToPair(model: EditsModel, player: TiedPlayer, { candidate }: StandingLine): boolean {
  const times = model.times.peek().get(model.film.peek()?.id ?? '')
  if (!candidate?.pair || !times) return false
  player.seek(Math.ceil(times.boundaries[candidate.pair[0]] ?? 0))
  return true
}
