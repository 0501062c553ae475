import type { TakeAway } from '@sightline/core/api'
import {
  type Agent,
  type CaseState,
  clocksOf,
  type Moment,
  mainGroup,
  momentSpanOn,
  placementOf,
  recordingOfMoment,
  wallClockOf,
} from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import { never } from '@sightline/core/errors'
import { momentsAnnotations, momentsChapters, momentsTable, type ToldMoment } from '@sightline/core/moments'
import { toolLabel } from '../version.ts'

/** Moments of a case as a file for other programs, without those on a recording that is held behind a wall. */
export function momentsFile(
  state: CaseState,
  as: Extract<TakeAway, { what: 'moments' }>['as'],
  at: string,
): { readonly name: string; readonly text: string } {
  const walled = walledRecordings(state)
  const told = [...state.moments.values()]
    .filter(({ when }) => !walled.has(recordingOfMoment(when) ?? ''))
    .map(moment => toldMoment(state, moment))
  switch (as) {
    case 'csv':
      return { name: 'moments.csv', text: momentsTable(told, wallClockOf(state)) }
    case 'vtt':
      return { name: 'moments.vtt', text: momentsChapters(told, 0, state.cover?.title ?? state.title) }
    case 'annotations':
      return { name: 'moments.jsonld', text: momentsAnnotations(told, { generator: toolLabel, at }) }
    default:
      return never(as)
  }
}

/** On the clock of the case; a recording that lies on another has its moments by its own time alone. */
function toldMoment(state: CaseState, moment: Moment): ToldMoment {
  const clock = clocksOf(state).find(each => each.id === mainGroup)
  const id = recordingOfMoment(moment.when)
  const recording = id === null ? undefined : state.recordings.get(id)
  const placement = recording && placementOf(recording)
  const video = recording?.probe.kind === 'probed' ? recording.probe.facts.video : null
  return {
    moment,
    on: clock ? momentSpanOn(state, clock, moment) : null,
    recording: recording
      ? {
          name: recording.firstName,
          sha256: recording.id,
          size: video ? { width: video.displayWidth, height: video.displayHeight } : null,
          errorMs: placement?.kind === 'placed' ? placement.errorMs : null,
        }
      : null,
    by: nameOf(state, moment.agent),
  }
}

/** As the case names a person; without a name where that was withheld. */
export function nameOf(state: CaseState, agent: Agent): string {
  if (agent.kind === 'machine') return `${agent.name} ${agent.version}`
  return state.people.get(agent.person)?.name ?? agent.person
}
