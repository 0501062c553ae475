import { type Agent, placementOf, type Recording } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'

/** Why a recording has no place, in words. */
export function unplacedWords(room: Room, recording: Recording): string {
  const w = words.value.recording
  const placement = placementOf(recording)
  if (recording.standIn && placement === null)
    return w.standInUnplaced(room.session.names.value.get(recording.standIn.standsFor) ?? '')
  if (placement?.kind === 'unplaced') return w.unplaced[placement.why]
  return recording.probe.kind === 'waiting' ? w.notProbed : w.waiting
}

/** The name of a person of the case; null bodies were withheld. */
export function personName(room: Pick<Room, 'source'>, id: string): string {
  const person = room.source.state.value.people.get(id)
  return person?.name ?? words.value.custody.nameless
}

/** Who made an entry: a person by name, a program by name and version. */
export function agentName(room: Pick<Room, 'source'>, agent: Agent): string {
  return agent.kind === 'person' ? personName(room, agent.person) : `${agent.name} ${agent.version}`
}
