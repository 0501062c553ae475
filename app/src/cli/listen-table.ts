import {
  defaultScore,
  type Impulse,
  type ImpulseGroups,
  isCounted,
  type ListeningResult,
  method,
  version,
} from '@sightline/core/listening'
import { secondsOf } from '@sightline/core/time'
import { type HeardFile, isTold } from './listen-report.ts'

/** What was heard, for people: each file with its spans and impulses, and how many impulses several of them heard. */
export function listenTable(files: readonly HeardFile[], groups: ImpulseGroups, isAll: boolean): string {
  const blocks = files.map(file => fileBlock(file, groups, isAll))
  const count = groups.groups.length
  const joined =
    files.length > 1
      ? `${plural(count, 'impulse candidate')}, ${groups.heardByMore} heard by more than one recording.`
      : `${plural(count, 'impulse candidate')}.`
  const notes = [
    `${joined} Method: ${method}, version ${version}.`,
    'An impulse is a sharp sound. What made it, a person has to say. Errors hold 95 times in 100 and leave out the travel of sound.',
  ]
  return `${[...blocks, notes.join('\n')].join('\n\n')}\n`
}

function fileBlock(
  { name, result, placement, duplicateOf }: HeardFile,
  groups: ImpulseGroups,
  isAll: boolean,
): string {
  const place =
    placement?.kind === 'placed'
      ? `, on clock ${placement.group}`
      : placement === null
        ? ''
        : `, without a place on a clock (${placement.why})`
  const copy = duplicateOf === null ? '' : `, the same as ${shown(duplicateOf)}`
  // Of a file without sound it is not to be said that no speech was found in it.
  if (result.rate === null) return `${shown(name)}${place}${copy}\n  no sound: there was nothing to listen to`
  const told = result.impulses.flatMap((impulse, n) => (isTold(impulse, isAll, defaultScore) ? [n] : []))
  return [
    `${shown(name)}${place}${copy}`,
    ...levelLines(result),
    ...speechLines(result),
    ...impulseLines(result.impulses, told, groups, name),
  ].join('\n')
}

function levelLines({ rate, noiseFloorDbfs, clipping }: ListeningResult): readonly string[] {
  const floor = noiseFloorDbfs === null ? 'digital silence throughout' : `noise floor ${noiseFloorDbfs} dBFS`
  const full =
    clipping.length === 0 ? '' : `, at full scale in ${plural(clipping.length, 'stretch', 'stretches')}`
  return [`  ${rate} samples a second, ${floor}${full}`]
}

function speechLines({ speech }: ListeningResult): readonly string[] {
  if (speech.length === 0) return ['  speech: none found']
  const seconds = speech.reduce((sum, { from, to }) => sum + secondsOf(to - from), 0)
  return [
    `  speech: ${plural(speech.length, 'span')}, ${seconds.toFixed(1)} s`,
    ...speech.map(({ from, to }) => `    ${clock(from)} to ${clock(to)}`),
  ]
}

function impulseLines(
  impulses: readonly Impulse[],
  told: readonly number[],
  groups: ImpulseGroups,
  name: string,
): readonly string[] {
  const echoes = impulses.filter(({ score, echoOf }) => score >= defaultScore && echoOf !== null).length
  const faint = impulses.filter(({ score }) => score < defaultScore).length
  const counted = impulses.filter(isCounted).length
  const groupOf = (n: number) =>
    groups.groups.find(({ hearings }) => hearings.some(each => each.recording === name && each.impulse === n))
  return [
    `  impulses: ${counted}; likely echoes: ${echoes}; below the default threshold: ${faint} (--all lists them)`,
    ...told.map(n => {
      const impulse = impulses[n] as Impulse
      const source = impulse.echoOf === null ? null : impulses[impulse.echoOf]
      const group = groupOf(n)
      const others = (group?.hearings.length ?? 1) - 1
      return [
        `    ${clock(impulse.at)} ± ${impulse.errorMs} ms`,
        `${impulse.isClipped ? 'at least ' : ''}${impulse.levelDbfs} dBFS`,
        ...(source ? [`likely an echo of ${clock(source.at)}`] : []),
        ...(impulse.score < defaultScore ? [`score ${impulse.score}`] : []),
        ...(group ? [group.id] : []),
        ...(others > 0 ? [`heard by ${plural(others, 'other')}`] : []),
      ].join(', ')
    }),
  ]
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

function clock(micros: number): string {
  const sign = micros < 0 ? '-' : ''
  const size = Math.abs(secondsOf(micros))
  const hours = Math.floor(size / 3600)
  const minutes = Math.floor((size % 3600) / 60)
  return `${sign}${hours}:${String(minutes).padStart(2, '0')}:${(size % 60).toFixed(4).padStart(7, '0')}`
}

/** Names come from strangers: control characters must not reach the terminal. */
export function shown(name: string): string {
  return JSON.stringify(name).slice(1, -1)
}
