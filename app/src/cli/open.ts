import { SightlineError } from '@sightline/core/errors'
import type { Config } from '../config.ts'
import { readKeyFile } from '../release/key-file.ts'
import type { Releasing } from '../release/release-desk.ts'
import { openRecogniser, type Recogniser } from '../transcripts/recogniser.ts'
import { caseDirOf, requireFolder } from './case-dir.ts'
import { type Io, readArgs } from './io.ts'
import { openRoom } from './room-run.ts'
import { openUsage } from './usages.ts'

/** What a room is let seal with, and where it may write releases. */
export const releasingOptions = {
  key: { type: 'string' },
  releases: { type: 'string' },
  tsa: { type: 'string' },
  'preview-port': { type: 'string' },
} as const

const options = {
  case: { type: 'string' },
  as: { type: 'string' },
  port: { type: 'string' },
  listen: { type: 'string' },
  'no-browser': { type: 'boolean' },
  recogniser: { type: 'string' },
  model: { type: 'string' },
  language: { type: 'string' },
  ...releasingOptions,
} as const

/** Makes or reopens the case of a folder and keeps its room open until the signal. */
export async function openCommand(args: readonly string[], io: Io, config: Config): Promise<number> {
  const { values, positionals } = readArgs(args, options, openUsage)
  const [given] = positionals
  if (given === undefined || positionals.length > 1)
    throw new SightlineError('usage.wrong', `usage: ${openUsage}`)
  const folder = await requireFolder(given)
  return await openRoom(
    {
      folder,
      caseDir: caseDirOf(folder, values.case),
      name: values.as ?? null,
      port: portFrom(values.port),
      listen: values.listen ?? '127.0.0.1',
      wantsBrowser: values['no-browser'] !== true,
      cover: null,
      recogniser: await recogniserFrom(values),
      releasing: await releasingFrom(values, openUsage),
    },
    io,
    config,
  )
}

interface RecogniserAsked {
  readonly recogniser?: string | undefined
  readonly model?: string | undefined
  readonly language?: string | undefined
}

/** The program and the model that make words, where the operator named both. */
async function recogniserFrom({ recogniser, model, language }: RecogniserAsked): Promise<Recogniser | null> {
  if (recogniser === undefined && model === undefined) return null
  if (recogniser === undefined || model === undefined)
    throw new SightlineError('usage.wrong', `--recogniser and --model go together\nusage: ${openUsage}`)
  return await openRecogniser(recogniser, model, language ?? null)
}

interface ReleasingAsked {
  readonly key?: string | undefined
  readonly releases?: string | undefined
  readonly tsa?: string | undefined
  readonly 'preview-port'?: string | undefined
}

/** The key that the operator lets the room seal with, and the folder in which it may write releases. */
export async function releasingFrom(asked: ReleasingAsked, usage: string): Promise<Releasing> {
  const { key, releases, tsa, 'preview-port': port } = asked
  if ((key === undefined) !== (releases === undefined))
    throw new SightlineError('usage.wrong', `--key and --releases go together\nusage: ${usage}`)
  if (tsa !== undefined && (key === undefined || !URL.canParse(tsa)))
    throw new SightlineError(
      'usage.wrong',
      `--tsa takes an address, and goes with --key; found ${tsa}\nusage: ${usage}`,
    )
  return {
    key: key === undefined ? null : await readKeyFile(key),
    into: releases === undefined ? null : await requireFolder(releases, 'a folder for releases'),
    stamping: tsa === undefined ? { kind: 'none' } : { kind: 'address', address: tsa },
    previewPort: portFrom(port),
  }
}

export function portFrom(text: string | undefined): number {
  if (text === undefined) return 0
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new SightlineError(
    'usage.wrong',
    `--port takes a number from 0 to 65535, found ${text}\nusage: ${openUsage}`,
  )
}
