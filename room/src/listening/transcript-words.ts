import type { Transcript } from '@sightline/core/case'
import { never } from '@sightline/core/errors'
import type { ShownLine } from '@sightline/core/transcript'
import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import { listeningWords } from '../strings/listening-words.ts'

/** Where a transcript came from, in words. */
export function originWords({ origin }: Transcript): string {
  const w = listeningWords.value.origin
  switch (origin.kind) {
    case 'file':
      return w.file(origin.name, origin.form)
    case 'recogniser':
      return w.recogniser(origin.program, origin.model)
    case 'person':
      return w.person
    default:
      return never(origin)
  }
}

/** What a line rests on, in words. */
export function stateWords(room: Room, { layer }: ShownLine): string {
  const w = listeningWords.value.state
  if (layer === null) return w.given
  const who = agentName(room, layer.agent)
  return layer.kind === 'settled' ? w.settled(who) : w.revised(who)
}
