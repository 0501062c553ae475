import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import { defaultScore, type ListeningResult } from '@sightline/core/listening'
import type { Fft } from '@sightline/core/sound'
import type { PlaceRecording } from '../derive/place-worker.ts'
import { runPlacing } from '../derive/placer.ts'
import { listenTo } from '../listening/listen-to.ts'
import { SpeechNetwork } from '../listening/speech-network.ts'
import { openMediaFile } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { loadFft } from '../sound/fft.ts'
import { type MeasuredFile, measureFile } from '../sound/measured-file.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { groupsOf, type HeardFile, listenReport } from './listen-report.ts'
import { listenTable, shown } from './listen-table.ts'
import { placedFiles } from './sync-report.ts'

export const listenUsage = 'sightline listen [--json] [--all] FILE...'

const options = { json: { type: 'boolean' }, all: { type: 'boolean' } } as const

/** What the verb uses of a terminal. */
type ListenIo = Pick<Io, 'out' | 'err' | 'signal'> & Partial<Pick<Io, 'isTerminal'>>

interface Tools {
  readonly fft: Fft
  readonly network: SpeechNetwork
  readonly io: ListenIo
}

/**
 * Prints speech spans and impulses of each file as candidates. Several files are placed by their sound first, so that hearings of one impulse can be
 * joined. 3 when a file could not be read; the others are still answered.
 */
export async function listenCommand(args: readonly string[], io: ListenIo): Promise<number> {
  const { values, positionals } = readArgs(args, options, listenUsage)
  if (positionals.length === 0) throw new SightlineError('usage.wrong', `usage: ${listenUsage}`)
  const fft = await loadFft()
  const tools = { fft, network: await SpeechNetwork.load(fft), io }
  const heard = new Map<string, ListeningResult>()
  const names = [...new Set(positionals)]
  for (const [n, name] of names.entries()) {
    const result = await heardIn(name, tools, seconds =>
      tell(io, `listening: ${n} of ${names.length} done, ${shown(name)} at ${Math.floor(seconds)} s`),
    )
    if (result) heard.set(name, result)
  }
  const readable = names.filter(name => heard.has(name))
  const places = readable.length > 1 ? await placesOf(readable, tools) : new Map<string, never>()
  tell(io, '')
  const files = readable.map(
    (name): HeardFile => ({
      name,
      result: heard.get(name) as ListeningResult,
      placement: null,
      duplicateOf: null,
      ...places.get(name),
    }),
  )
  const isAll = values.all === true
  const groups = groupsOf(files)
  io.out(
    values.json
      ? `${JSON.stringify(listenReport(files, groups, { isAll, least: defaultScore }))}\n`
      : listenTable(files, groups, isAll),
  )
  return readable.length < names.length ? exitCodes.input : exitCodes.done
}

/** What was heard in one file, or null when it cannot be read: then the reason was told. */
async function heardIn(
  name: string,
  { fft, network, io }: Tools,
  onSeconds: (heard: number) => void,
): Promise<ListeningResult | null> {
  try {
    const target = await realpath(name).catch(cause => {
      throw new SightlineError('intake.unreadable', `${name} could not be opened`, { cause })
    })
    await using media = await openMediaFile(target)
    const probed = await probe(media, io.signal)
    if (probed.kind === 'refused')
      throw new SightlineError('media.unreadable', probed.why.message.replaceAll(target, name))
    const { result, trouble } = await listenTo(media, probed.facts, {
      fft,
      network,
      signal: io.signal,
      onSeconds,
    })
    if (trouble) complain(io, `${shown(name)}: read only in part: ${trouble}`)
    return result
  } catch (error) {
    if (!isAboutTheFile(error)) throw error
    complain(io, `${error.code}: ${error.message}`)
    return null
  }
}

type Place = Pick<HeardFile, 'placement' | 'duplicateOf'>

/** Where files that were heard lie on a clock, by their sound. */
async function placesOf(names: readonly string[], { fft, io }: Tools): Promise<ReadonlyMap<string, Place>> {
  const workDir = await mkdtemp(join(tmpdir(), 'sightline-listen-'))
  try {
    const measured = new Map<string, MeasuredFile>()
    for (const [n, name] of names.entries()) {
      const onSeconds = (seconds: number) =>
        tell(io, `placing: ${n} of ${names.length} measured, ${shown(name)} at ${Math.floor(seconds)} s`)
      try {
        measured.set(name, await measureFile(name, { fft, workDir, signal: io.signal, onSeconds }))
      } catch (error) {
        // It was heard, and is only too short or too damaged to be placed: it keeps a clock of its own.
        if (!isAboutTheFile(error)) throw error
      }
    }
    const given = names.map(name => ({ name, measured: measured.get(name) ?? null }))
    const { result } = await runPlacing(
      { recordings: distinct(measured), pins: [], anchor: null, knownPairs: null },
      io.signal,
      (done, of) => tell(io, `placing: ${done} of ${of} pairs compared`),
    )
    return new Map(
      placedFiles(given, result).map(({ name, placement, duplicateOf }) => [
        name,
        { placement, duplicateOf },
      ]),
    )
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

function distinct(measured: ReadonlyMap<string, MeasuredFile>): readonly PlaceRecording[] {
  const byHash = new Map<string, PlaceRecording>()
  for (const { sha256, sound } of measured.values())
    if (!byHash.has(sha256))
      byHash.set(sha256, { id: sha256, sound: sound.kind === 'heard' ? sound : null, why: 'no-audio' })
  return [...byHash.values()]
}

function isAboutTheFile(error: unknown): error is SightlineError {
  return (
    error instanceof SightlineError &&
    /^(intake|media)\./.test(error.code) &&
    error.code !== 'media.missing-tool'
  )
}

/** One line that rewrites itself, on a terminal only. */
function tell(io: ListenIo, text: string): void {
  if (io.isTerminal) io.err(`\r\u001b[2K${text}`)
}

function complain(io: ListenIo, text: string): void {
  tell(io, '')
  io.err(`${text}\n`)
}
