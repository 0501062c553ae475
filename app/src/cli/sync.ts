import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import type { PlaceRecording } from '../derive/place-worker.ts'
import { runPlacing } from '../derive/placer.ts'
import { type Arrangement, arrange } from '../editors/arrangement.ts'
import { editorMedia, fileUrl } from '../editors/media.ts'
import { baseName, plain } from '../editors/notes.ts'
import { countingText } from '../editors/rates.ts'
import { editorTargets, type WrittenTarget, writeForEditors } from '../editors/write-files.ts'
import { inParallel } from '../in-parallel.ts'
import { loadFft } from '../sound/fft.ts'
import { type MeasuredFile, measureFile } from '../sound/measured-file.ts'
import { toolLabel } from '../version.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { type GivenFile, type PlacedFile, placedFiles, type SyncReport, syncReport } from './sync-report.ts'
import { syncUsage } from './usages.ts'

const options = { json: { type: 'boolean' }, out: { type: 'string', multiple: true } } as const

/** Two at once: one decodes while the other is measured. */
const filesAtOnce = 2

/**
 * Places files by their sound, prints where each lies and writes it for editors where `--out` asks for it. 3 when a file could not be read, 1 when
 * nothing could be placed.
 */
export async function syncCommand(args: readonly string[], io: SyncIo): Promise<number> {
  const { values, positionals } = readArgs(args, options, syncUsage)
  if (positionals.length === 0) throw new SightlineError('usage.wrong', `usage: ${syncUsage}`)
  const targets = await editorTargets(values.out ?? [], positionals)
  const began = performance.now()
  const workDir = await mkdtemp(join(tmpdir(), 'sightline-sync-'))
  try {
    const given = await measureAll(positionals, workDir, io)
    const recordings = distinct(given)
    const { result } = await runPlacing(
      { recordings, pins: [], anchor: null, knownPairs: null },
      io.signal,
      (done, of) => tell(io, `comparing: ${done} of ${of} pairs done`),
    )
    tell(io, '')
    const seconds = Number(((performance.now() - began) / 1000).toFixed(2))
    const files = placedFiles(given, result)
    const report = syncReport(files, result, { tool: toolLabel, seconds })
    io.out(values.json ? `${JSON.stringify(report)}\n` : table(report))
    if (targets.length > 0) {
      const arrangement = arrangementOf(files)
      const written = await writeForEditors(arrangement, targets, positionals, toolLabel)
      const text = writtenText(arrangement, written)
      if (values.json) io.err(text)
      else io.out(`\n${text}`)
    }
    if (given.some(({ measured }) => measured === null)) return exitCodes.input
    return report.recordings.some(({ placement }) => placement.kind === 'placed')
      ? exitCodes.done
      : exitCodes.no
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

/** The files on one time line, each by its address on this machine. */
function arrangementOf(files: readonly PlacedFile[]): Arrangement {
  return arrange(
    files.map(({ name, measured, placement, duplicateOf }) => {
      const named = { name: plain(baseName(name)), url: fileUrl(resolve(name)) }
      const media = measured && editorMedia({ ...named, sha256: measured.sha256 }, measured.facts)
      return { name, media, placement, duplicateOf }
    }),
  )
}

function writtenText({ tracks, leftOut, counting }: Arrangement, written: readonly WrittenTarget[]): string {
  const recordings = tracks.length === 1 ? '1 track' : `${tracks.length} tracks`
  const without = leftOut.length === 0 ? '' : `, ${leftOut.length} listed as not placed`
  return [
    ...written.flatMap(({ path, format, beside, warnings }) => [
      `written: ${shown(path)} (${format})`,
      ...(beside.length === 0
        ? []
        : [`  and one for each track: ${shown(beside[0] ?? '')} to ${shown(baseName(beside.at(-1) ?? ''))}`]),
      ...warnings.map(warning => `  ${shown(warning)}`),
    ]),
    `${recordings} at ${countingText(counting)}${without}`,
    '',
  ].join('\n')
}

/** What the verb uses of a terminal. */
type SyncIo = Pick<Io, 'out' | 'err' | 'signal'> & Partial<Pick<Io, 'isTerminal'>>

async function measureAll(
  names: readonly string[],
  workDir: string,
  io: SyncIo,
): Promise<readonly GivenFile[]> {
  const fft = await loadFft()
  const measured = new Map<string, MeasuredFile>()
  let done = 0
  await inParallel([...new Set(names)], filesAtOnce, io.signal, async name => {
    const onSeconds = (decoded: number) =>
      tell(io, `listening: ${done} of ${names.length} done, ${shown(name)} at ${Math.floor(decoded)} s`)
    try {
      const file = await measureFile(name, { fft, workDir, signal: io.signal, onSeconds })
      if (file.trouble) complain(io, `${shown(name)}: read only in part: ${file.trouble}`)
      measured.set(name, file)
    } catch (error) {
      if (!isAboutTheFile(error)) throw error
      complain(io, `${error.code}: ${error.message}`)
    }
    done++
  })
  return names.map(name => ({ name, measured: measured.get(name) ?? null }))
}

function isAboutTheFile(error: unknown): error is SightlineError {
  return (
    error instanceof SightlineError &&
    /^(intake|media)\./.test(error.code) &&
    error.code !== 'media.missing-tool'
  )
}

function distinct(given: readonly GivenFile[]): readonly PlaceRecording[] {
  const byHash = new Map<string, PlaceRecording>()
  for (const { measured } of given)
    if (measured && !byHash.has(measured.sha256))
      byHash.set(measured.sha256, {
        id: measured.sha256,
        sound: measured.sound.kind === 'heard' ? measured.sound : null,
        why: 'no-audio',
      })
  return [...byHash.values()]
}

/** One line that rewrites itself, on a terminal only. */
function tell(io: SyncIo, text: string): void {
  if (io.isTerminal) io.err(`\r\u001b[2K${text}`)
}

function complain(io: SyncIo, text: string): void {
  tell(io, '')
  io.err(`${text}\n`)
}

function table(report: SyncReport): string {
  const rows = report.recordings.map(({ file, placement, duplicateOf }) => {
    const name = shown(file)
    const copy = duplicateOf === undefined ? '' : `  same take as ${shown(duplicateOf)}`
    if (placement.kind === 'unplaced') return [name, '-', '', '', '', `${meaning[placement.why]}${copy}`]
    const error = placement.errorMs === null ? '' : `± ${placement.errorMs} ms`
    return [
      name,
      placement.group,
      clockTime(placement.start),
      error,
      `${placement.driftPpm} ppm`,
      `by ${placement.by}${copy}`,
    ]
  })
  const head = ['recording', 'group', 'start', 'error', 'drift', '']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => (row[column] ?? '').length)))
  const lines = [head, ...rows].map(row =>
    row
      .map((cell, column) =>
        column === 2 || column === 4 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  const note =
    'Errors leave out the travel of sound: about 2.9 ms for each metre between microphone and source.'
  return `${[...lines, '', note].join('\n')}\n`
}

const meaning = {
  'no-audio': 'not placed: no sound',
  'no-overlap': 'not placed: no sound in common with another was found',
  ambiguous: 'not placed: more than one place fits, or too little does',
  unreadable: 'not placed: could not be read',
} as const satisfies Record<string, string>

function clockTime(seconds: number): string {
  const sign = seconds < 0 ? '-' : ''
  const size = Math.abs(seconds)
  const hours = Math.floor(size / 3600)
  const minutes = Math.floor((size % 3600) / 60)
  const rest = (size % 60).toFixed(4).padStart(7, '0')
  return `${sign}${hours}:${String(minutes).padStart(2, '0')}:${rest}`
}

/** Names come from strangers: control characters must not reach the terminal. */
function shown(name: string): string {
  return JSON.stringify(name).slice(1, -1)
}
