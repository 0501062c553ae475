import type { RecordingId } from './ids.ts'
import { compareNames } from './placing.ts'
import type { RecordingFacts } from './recording-facts.ts'

/** What telling a series needs of one recording. */
export interface SeriesInput {
  readonly id: RecordingId
  /** Relative to the folder. */
  readonly name: string
  readonly facts: RecordingFacts
}

/** Files into which a device seems to have cut one recording, in order. A candidate: by name, form and claimed times. */
export interface Series {
  readonly name: string
  readonly parts: readonly RecordingId[]
}

/** Devices round their clocks to whole seconds at both ends. */
const mostApartMicros = 2_500_000

/** How one file's name places it in a series: files of one `key` belong together, `part` gives their order. */
interface PartName {
  readonly key: string
  readonly part: number
  /** Names that devices give to nothing else; others need claimed times that follow on one another. */
  readonly isSure: boolean
}

/**
 * Finds recordings that a device cut into several files: chapters named as action cameras name them, and numbered files
 * of one form whose claimed beginnings follow on one another. Numbered names alone are no series.
 */
export function seriesOf(recordings: readonly SeriesInput[]): readonly Series[] {
  const byKey = new Map<string, (SeriesInput & PartName)[]>()
  for (const recording of recordings) {
    const named = partName(recording.name)
    if (!named) continue
    const key = `${named.key} ${formOf(recording.facts)}`
    const list = byKey.get(key) ?? []
    list.push({ ...recording, ...named })
    byKey.set(key, list)
  }
  const found: Series[] = []
  for (const list of byKey.values()) {
    list.sort((a, b) => a.part - b.part || compareNames(a.name, b.name))
    let run: (SeriesInput & PartName)[] = []
    for (const next of list) {
      const last = run.at(-1)
      if (!last || !follows(last, next)) {
        found.push(...seriesFrom(run))
        run = []
      }
      run.push(next)
    }
    found.push(...seriesFrom(run))
  }
  return found.sort((a, b) => compareNames(a.name, b.name))
}

function seriesFrom(run: readonly SeriesInput[]): readonly Series[] {
  const [first] = run
  return first && run.length > 1 ? [{ name: first.name, parts: run.map(({ id }) => id) }] : []
}

function follows(last: SeriesInput & PartName, next: SeriesInput & PartName): boolean {
  if (next.part !== last.part + 1) return false
  if (last.isSure && next.isSure) return true
  const [begun, then] = [beginningOf(last.facts), beginningOf(next.facts)]
  if (begun === null || then === null || last.facts.start === null || last.facts.end === null) return false
  return Math.abs(then - begun - (last.facts.end - last.facts.start)) <= mostApartMicros
}

const chapter = /^(G[HXL])(\d{2})(\d{4})$/i
const firstChapter = /^GOPR(\d{4})$/i
const laterChapter = /^GP(\d{2})(\d{4})$/i
const numbered = /^(.*?)(\d{1,4})$/

function partName(name: string): PartName | null {
  const slash = name.lastIndexOf('/')
  const dot = name.lastIndexOf('.')
  const folder = name.slice(0, slash + 1)
  const stem = dot > slash ? name.slice(slash + 1, dot) : name.slice(slash + 1)
  const modern = chapter.exec(stem)
  if (modern) return { key: `${folder}${modern[1]} ${modern[3]}`, part: Number(modern[2]), isSure: true }
  const first = firstChapter.exec(stem)
  if (first) return { key: `${folder}GP ${first[1]}`, part: 0, isSure: true }
  const later = laterChapter.exec(stem)
  if (later) return { key: `${folder}GP ${later[2]}`, part: Number(later[1]), isSure: true }
  const plain = numbered.exec(stem)
  return plain ? { key: `${folder}${plain[1]}`, part: Number(plain[2]), isSure: false } : null
}

/** What the files of one device have in common. */
function formOf({ container, video, audio }: RecordingFacts): string {
  const picture = video
    ? `${video.codec} ${video.codedWidth}x${video.codedHeight} ${video.timeBase.den}`
    : 'no picture'
  return [
    container,
    picture,
    ...audio.map(track => `${track.codec} ${track.sampleRate} ${track.channels}`),
  ].join(' ')
}

/** The claimed time of the beginning, as microseconds since 1970; null where none can be read. */
function beginningOf({ claimedTimes }: RecordingFacts): number | null {
  for (const { value, cautions } of claimedTimes) {
    const time = Date.parse(value)
    if (!Number.isNaN(time) && !cautions.includes('never-set')) return time * 1000
  }
  return null
}
