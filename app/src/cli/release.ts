import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Agent, CaseState, Fact } from '@sightline/core/case'
import { nextStages } from '@sightline/core/case/cards'
import { SightlineError } from '@sightline/core/errors'
import { Composition, checklist, draftComposition, type Stop } from '@sightline/core/release'
import * as z from 'zod'
import { CaseKeeper, logPath } from '../case/keeper.ts'
import type { Config } from '../config.ts'
import { requiredOf } from '../derive/recipe.ts'
import { recipes } from '../derive/recipes.ts'
import { undoneIn } from '../release/heard-out.ts'
import { fingerprint, readKeyFile, type SigningKey } from '../release/key-file.ts'
import { type ReadLog, readLog } from '../release/read-log.ts'
import { readRoomBuild } from '../release/room-files.ts'
import { type Stamping, stampedBy } from '../release/time-stamping.ts'
import { type BuiltRelease, buildRelease, type Override, sealRelease } from '../release/write-release.ts'
import type { ContentStore } from '../store/content-store.ts'
import { fileContentStore } from '../store/file-content-store.ts'
import { toolLabel } from '../version.ts'
import { findCase } from './case-dir.ts'
import { exitCodes, type Io, readArgs } from './io.ts'

export const releaseUsage =
  'sightline release CASE --out DIR --key FILE [--as NAME] [--compose FILE] [--override CODE=REASON]... [--override-all REASON] [--tsa ADDRESS | --tsa-file FILE] [--folder FOLDER] [--version N] [--json]\n  sightline release CASE --draft FILE'

const options = {
  out: { type: 'string' },
  key: { type: 'string' },
  as: { type: 'string' },
  compose: { type: 'string' },
  draft: { type: 'string' },
  override: { type: 'string', multiple: true },
  'override-all': { type: 'string' },
  tsa: { type: 'string' },
  'tsa-file': { type: 'string' },
  folder: { type: 'string' },
  version: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Seals and writes a release of a case, or says what stands in the way. */
export async function releaseCommand(args: readonly string[], io: Io, config: Config): Promise<number> {
  const { values, positionals } = readArgs(args, options, releaseUsage)
  const [given] = positionals
  if (given === undefined || positionals.length > 1) throw wrong('expected one case')
  const found = await findCase(given)
  if (values.draft !== undefined) return await writeDraft(found.caseDir, values.draft, io)
  const { out, key: keyPath } = values
  if (out === undefined || keyPath === undefined) throw wrong('expected --out and --key')
  const key = await readKeyFile(keyPath)
  const originals = values.folder ?? found.folder
  const stamping = stampingOf(values)
  const room = await readRoomBuild(join(config.root, 'room/dist/release'))
  const again = values.version === undefined ? null : numberOf(values.version)

  const keeper = again === null ? await CaseKeeper.open(found.caseDir, { now: () => new Date() }) : null
  await using _held = keeper ?? nobody
  const agent = keeper && (await agentOf(keeper, values.as))
  if (keeper && agent) await enterKey(keeper, agent, key)
  await using content = await fileContentStore(join(found.caseDir, 'content'), { readOnly: again !== null })
  if (keeper && agent && values.compose !== undefined)
    await enterComposition(keeper, agent, await readComposition(values.compose))
  const whole = await readLog(logPath(found.caseDir), null)
  const sealedAgain =
    again === null ? null : (whole.state.sealedReleases.find(each => each.version === again) ?? null)
  if (again !== null && !sealedAgain) throw wrong(`version ${again} of this case was never sealed`)
  const log = sealedAgain ? await readLog(logPath(found.caseDir), sealedAgain.log.length) : whole
  const cited = sealedAgain?.composition ?? log.state.composed?.composition ?? null
  const composition = cited ? await readStored(content, cited.sha256) : draftComposition(log.state)
  const stops = sealedAgain
    ? []
    : checklist({
        state: log.state,
        composition,
        asOf: new Date().toISOString(),
        undone: await undoneIn(log.state, content, composition),
      })
  const overrides = sealedAgain
    ? sealedAgain.overridden.map(({ stop, what, reason }) => ({
        code: stop as Stop['code'],
        what,
        reason,
        mayBeOverridden: true,
      }))
    : overridesOf(stops, values.override ?? [], values['override-all'])
  const open = stops.filter(
    stop => !overrides.some(each => each.code === stop.code && each.what === stop.what),
  )
  if (open.length > 0) {
    io.out(
      values.json
        ? `${JSON.stringify({ v: 1, tool: toolLabel, ok: false, stops: open })}\n`
        : stopsText(open),
    )
    return exitCodes.no
  }
  const version = again ?? log.state.sealedReleases.length + 1
  const earlier = log.state.sealedReleases.findLast(each => each.version < version)
  const outcome = await buildRelease({
    before: earlier ? await readStored(content, earlier.composition.sha256) : null,
    ...{ out, log, content, originals, composition, version, room, overrides },
    signer: key,
    stampedBy: stampedBy(stamping),
    identity: log.state.sealingKeys.get(fingerprint(key.wire))?.identity ?? key.comment,
    by: nameFor(composition, sealedAgain?.agent ?? agent),
    required: [...requiredOf(recipes)],
    signal: io.signal,
  })
  if (sealedAgain && outcome.sealed !== sealedAgain.sealed) {
    io.err(
      `expected the signed file to have SHA-256 ${sealedAgain.sealed} as when version ${again} was sealed, found ${outcome.sealed}\n`,
    )
    return exitCodes.no
  }
  await sealRelease(outcome, { key, stamping, signal: io.signal }).catch(async (error: unknown) => {
    await rm(out, { recursive: true, force: true })
    throw error
  })
  if (keeper && agent)
    await enterSealed(keeper, agent, log, { composition, cited, overrides, outcome, version, key })
  io.out(values.json ? `${JSON.stringify(answerOf(outcome, out))}\n` : sealedText(outcome, out))
  return exitCodes.done
}

const nobody: AsyncDisposable = { [Symbol.asyncDispose]: () => Promise.resolve() }

async function writeDraft(caseDir: string, path: string, io: Io): Promise<number> {
  const { state } = await readLog(logPath(caseDir), null)
  await writeFile(path, `${JSON.stringify(draftComposition(state), null, 2)}\n`, { flag: 'wx' }).catch(
    (cause: unknown) => {
      throw wrong(
        `expected to write a new file at ${path}, found: ${cause instanceof Error ? cause.message : String(cause)}`,
      )
    },
  )
  io.err(`${path}: what could go out. Change it, and seal it with --compose ${path}\n`)
  return exitCodes.done
}

/** The person who seals: named already, or named now. Entries about a release are never a machine's. */
async function agentOf(keeper: CaseKeeper, name: string | undefined): Promise<Agent> {
  const people = [...keeper.state().people.values()]
  const named = name === undefined ? people.at(-1) : people.find(each => each.name === name)
  if (named) return { kind: 'person', person: named.id }
  if (name === undefined) throw wrong('a release is sealed by a named person: give --as NAME')
  const person = `p${people.length + 1}`
  await keeper.enter([{ type: 'person-named', detail: { v: 1, person, name, basis: 'self-declared' } }], {
    kind: 'person',
    person,
  })
  return { kind: 'person', person }
}

/** A key that the case does not know is entered before it seals; one that was revoked seals nothing. */
async function enterKey(keeper: CaseKeeper, agent: Agent, key: SigningKey): Promise<void> {
  const name = fingerprint(key.wire)
  const known = keeper.state().sealingKeys.get(name)
  if (known?.revoked)
    throw new SightlineError('release.key', `the key ${name} was revoked: ${known.revoked.reason}`)
  if (known) return
  const publicKey = key.wire.toString('base64')
  const identity = key.comment || 'sightline'
  const detail = {
    v: 1,
    fingerprint: name,
    identity,
    publicKey,
    replaces: null,
    reason: 'first release sealed with it',
  } as const
  await keeper.enter([{ type: 'sealing-key-entered', detail }], agent)
}

async function readStored(content: ContentStore, sha256: string): Promise<Composition> {
  const bytes = Buffer.concat(await (await content.read(sha256)).toArray())
  return Composition.parse(JSON.parse(bytes.toString('utf8')))
}

async function readComposition(path: string): Promise<Composition> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SightlineError(
      'intake.unreadable',
      `${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  })
  try {
    return Composition.parse(JSON.parse(text))
  } catch (cause) {
    const found = cause instanceof z.core.$ZodError ? z.prettifyError(cause) : String(cause)
    throw new SightlineError('intake.unreadable', `${path}: expected what is to go out, found: ${found}`, {
      cause,
    })
  }
}

async function enterComposition(keeper: CaseKeeper, agent: Agent, composition: Composition): Promise<void> {
  const stored = await storeComposition(keeper, composition)
  if (keeper.state().composed?.composition.sha256 === stored.sha256) return
  await keeper.enter(
    [{ type: 'release-composed', detail: { v: 1, composition: stored, reason: 'chosen in a file' } }],
    agent,
  )
}

async function storeComposition(keeper: CaseKeeper, composition: Composition) {
  const bytes = Buffer.from(`${JSON.stringify(composition, null, 2)}\n`)
  const { sha256 } = await keeper.content.put({ kind: 'bytes', bytes })
  return { name: 'composition.json', sha256, bytes: bytes.length }
}

interface Sealing {
  readonly composition: Composition
  readonly cited: Awaited<ReturnType<typeof storeComposition>> | null
  readonly overrides: readonly Override[]
  readonly outcome: BuiltRelease
  readonly version: number
  readonly key: SigningKey
}

/** Enters that the version was sealed, and moves the release of the case there where its order allows it. */
async function enterSealed(
  keeper: CaseKeeper,
  agent: Agent,
  { state }: ReadLog,
  sealing: Sealing,
): Promise<void> {
  const { overrides, outcome, version, key, cited } = sealing
  const { sealed, log, document } = outcome
  const composition = cited ?? (await storeComposition(keeper, sealing.composition))
  const sealedFact: Fact = {
    type: 'release-sealed',
    detail: {
      v: 1,
      ...{ version, sealed, composition, key: fingerprint(key.wire), timestamp: document.timestamp },
      log: { length: log.length, head: log.head, root: log.root },
      overridden: overrides
        .slice(0, 200)
        .map(({ code, what, reason }) => ({ stop: code, what: what.slice(0, 300), reason })),
    },
  }
  await keeper.enter([sealedFact, ...moves(state, sealed, overrides)], agent)
}

function moves(state: CaseState, sealed: string, overrides: readonly Override[]): readonly Fact[] {
  if (!nextStages[state.release.stage].includes('sealed')) return []
  const lacked = overrides.map(({ code, what }) => `${code} ${what}`.slice(0, 80))
  const [first] = overrides
  const reason = 'sealed by sightline release'
  return [
    {
      type: 'release-moved',
      detail: { v: 1, to: 'sealed', sealed, reason, lacked, override: first?.reason ?? null },
    },
  ]
}

function overridesOf(
  stops: readonly Stop[],
  given: readonly string[],
  all: string | undefined,
): readonly Override[] {
  const reasons = new Map(
    given.map(each => {
      const at = each.indexOf('=')
      if (at < 1 || at === each.length - 1) throw wrong(`--override takes CODE=REASON, found ${each}`)
      return [each.slice(0, at), each.slice(at + 1)] as const
    }),
  )
  return stops.flatMap(stop => {
    const reason = reasons.get(stop.code) ?? all
    return reason === undefined || !stop.mayBeOverridden ? [] : [{ ...stop, reason: reason.slice(0, 300) }]
  })
}

function stampingOf(values: {
  readonly tsa?: string | undefined
  readonly 'tsa-file'?: string | undefined
}): Stamping {
  const { tsa, 'tsa-file': file } = values
  if (tsa !== undefined && file !== undefined) throw wrong('--tsa and --tsa-file exclude each other')
  if (file !== undefined) return { kind: 'file', path: file, name: 'an authority asked by other means' }
  if (tsa === undefined) return { kind: 'none' }
  if (!URL.canParse(tsa)) throw wrong(`--tsa takes an address, found ${tsa}`)
  return { kind: 'address', address: tsa }
}

function nameFor({ people }: Composition, agent: Agent | null | undefined): string {
  if (agent?.kind !== 'person') return 'a person'
  return people.find(each => each.person === agent.person)?.as ?? `Person ${agent.person.slice(1)}`
}

function stopsText(stops: readonly Stop[]): string {
  const lines = stops.map(
    ({ code, what, mayBeOverridden }) =>
      `  ${code}: ${what}${mayBeOverridden ? '' : ' (nobody may go past this)'}`,
  )
  return `This release lacks:\n${lines.join('\n')}\nPut it right, or go on by name: --override CODE=REASON, or --override-all REASON.\n`
}

function answerOf({ sealed, document, withheldWords }: BuiltRelease, out: string) {
  return {
    v: 1,
    tool: toolLabel,
    ok: true,
    out,
    sealed,
    version: document.version,
    log: document.log,
    withheldWords,
    signer: document.signer,
  }
}

function sealedText({ sealed, document, withheldWords }: BuiltRelease, out: string): string {
  return [
    `${out}: version ${document.version} of "${document.title}", sealed`,
    `signed file: SHA-256 ${sealed}`,
    `custody log: ${document.log.length} entries, head ${document.log.head}`,
    `key: ${document.signer?.fingerprint} (${document.signer?.identity}): publish this fingerprint elsewhere`,
    document.timestamp === null ? 'no time stamp was asked for' : `stamped by ${document.timestamp}`,
    ...(withheldWords > 0 ? [`${withheldWords} places were withheld in words that were to go out`] : []),
    '',
  ].join('\n')
}

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw wrong(`--version takes a number, found ${text}`)
  return Number(text)
}

function wrong(message: string): SightlineError<'usage.wrong'> {
  return new SightlineError('usage.wrong', `${message}\nusage: ${releaseUsage}`)
}
