import { SightlineError } from '@sightline/core/errors'
import { defaultScore, type ListeningResult } from '@sightline/core/listening'
import type { Fft } from '@sightline/core/sound'
import { listenAtOnce, listenTo } from '../listening/listen-to.ts'
import { SpeechNetwork } from '../listening/speech-network.ts'
import { endsEarlyWords } from '../media/box-lengths.ts'
import { openMediaFile, targetOf } from '../media/media-file.ts'
import { probeSound } from '../media/probe.ts'
import { loadFft } from '../sound/fft.ts'
import { isAboutTheFile } from './about-the-file.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { lateCompiler } from './late-compiler.ts'
import { groupsOf, type HeardFile, listenReport, type Place } from './listen-report.ts'
import { listenTable, shown } from './listen-table.ts'
import { listenUsage } from './usages.ts'

const options = { json: { type: 'boolean' }, all: { type: 'boolean' } } as const

/** What the verb uses of a terminal. */
export type ListenIo = Pick<Io, 'out' | 'err' | 'signal'> & Partial<Pick<Io, 'isTerminal'>>

interface Tools {
  readonly fft: Fft
  readonly network: SpeechNetwork
  readonly io: ListenIo
}

export interface ListenWords {
  readonly names: readonly string[]
  readonly isJson: boolean
  readonly isAll: boolean
}

/** Throws 'usage.wrong'. */
export function listenWords(args: readonly string[]): ListenWords {
  const { values, positionals } = readArgs(args, options, listenUsage)
  if (positionals.length === 0)
    throw new SightlineError(
      'usage.wrong',
      `expected at least one recording, found none\nusage: ${listenUsage}`,
    )
  return { names: [...new Set(positionals)], isJson: values.json === true, isAll: values.all === true }
}

/** Where several files that were heard lie on a clock. */
export type PlacesOf = (
  names: readonly string[],
  fft: Fft,
  io: ListenIo,
) => Promise<ReadonlyMap<string, Place>>

/**
 * Prints speech spans and impulses of each file as candidates. Several files are placed first, so that hearings of one impulse can be
 * joined. 3 when a file could not be read; the others are still answered.
 */
export async function listenToFiles(
  { names, isJson, isAll }: ListenWords,
  io: ListenIo,
  placesOf: PlacesOf,
): Promise<number> {
  const fft = await loadFft()
  const tools = { fft, network: await SpeechNetwork.load(fft), io }
  const heard = new Map<string, ListeningResult>()
  const compiler = names.length === 1 ? lateCompiler() : null
  for (const [n, name] of names.entries()) {
    const result = await heardIn(name, tools, seconds => {
      compiler?.heard(seconds)
      tell(io, `listening: ${n} of ${names.length} done, ${shown(name)} at ${Math.floor(seconds)} s`)
    })
    if (result) heard.set(name, result)
  }
  const readable = names.filter(name => heard.has(name))
  const places = readable.length > 1 ? await placesOf(readable, fft, io) : null
  tell(io, '')
  const files = readable.map(
    (name): HeardFile => ({
      name,
      result: heard.get(name) as ListeningResult,
      placement: null,
      clockMap: null,
      duplicateOf: null,
      ...places?.get(name),
    }),
  )
  const groups = groupsOf(files)
  if (isJson) io.out(`${JSON.stringify(listenReport(files, groups, { isAll, least: defaultScore }))}\n`)
  // Where nothing could be heard, "0 impulse candidates" would say that there are none.
  else if (files.length > 0) io.out(listenTable(files, groups, isAll))
  return readable.length < names.length ? exitCodes.input : exitCodes.done
}

/** What was heard in one file, or null when it cannot be read: then the reason was told. */
async function heardIn(
  name: string,
  { fft, network, io }: Tools,
  onSeconds: (heard: number) => void,
): Promise<ListeningResult | null> {
  try {
    const target = await targetOf(name)
    await using media = await openMediaFile(target)
    const listenTools = { fft, network, signal: io.signal, onSeconds }
    const atOnce = await listenAtOnce(media, listenTools)
    if (atOnce) {
      if (atOnce.endsEarly) complain(io, `${shown(name)}: read only in part: ${endsEarlyWords}`)
      return atOnce.result
    }
    const probed = await probeSound(media, io.signal)
    if (probed.kind === 'refused')
      throw new SightlineError('media.unreadable', probed.why.message.replaceAll(target, name))
    const { result, trouble } = await listenTo(media, probed, listenTools)
    const why = trouble ?? (probed.endsEarly ? endsEarlyWords : null)
    if (why) complain(io, `${shown(name)}: read only in part: ${why}`)
    return result
  } catch (error) {
    if (!isAboutTheFile(error)) throw error
    complain(io, `${error.code}: ${error.message}`)
    return null
  }
}

/** One line that rewrites itself, on a terminal only. */
export function tell(io: ListenIo, text: string): void {
  if (io.isTerminal) io.err(`\r\u001b[2K${text}`)
}

function complain(io: ListenIo, text: string): void {
  tell(io, '')
  io.err(`${text}\n`)
}
