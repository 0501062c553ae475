import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Agent } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { Composition, draftComposition, type Stop } from '@sightline/core/release'
import * as z from 'zod'
import { CaseKeeper, logPath } from '../case/keeper.ts'
import type { Config } from '../config.ts'
import { requiredOf } from '../derive/recipe.ts'
import { recipes } from '../derive/recipes.ts'
import { keptCopies } from '../release/kept-copies.ts'
import { readKeyFile } from '../release/key-file.ts'
import { type ReadLog, readLog, stateAfter } from '../release/read-log.ts'
import { readRoomBuild } from '../release/room-files.ts'
import {
  enterKey,
  enterSealed,
  openStops,
  planOf,
  type SealPlan,
  sealBuilt,
  signerOf,
  standingPreview,
  storeComposition,
  storedComposition,
  toldAs,
  versionBefore,
} from '../release/sealing.ts'
import { type Stamping, stampedBy } from '../release/time-stamping.ts'
import { type BuildInput, type BuiltRelease, buildRelease, type Override } from '../release/write-release.ts'
import { fileContentStore } from '../store/file-content-store.ts'
import { toolLabel } from '../version.ts'
import { brokenJson } from './broken-json.ts'
import { findCase } from './case-dir.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { releaseUsage } from './usages.ts'

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
  const signer = signerOf(whole.state, key)
  const made = {
    ...{ content, originals, room, out, signer, stampedBy: stampedBy(stamping), signal: io.signal },
    keptCopies: keptCopies(found.caseDir),
  }
  const sealing = { key, stamping, signal: io.signal }
  const answer = (built: BuiltRelease) =>
    io.out(values.json ? `${JSON.stringify(answerOf(built, out))}\n` : sealedText(built, out))
  if (again !== null) {
    const built = await buildAgain(whole, found.caseDir, again, made)
    if (typeof built === 'string') {
      io.err(built)
      return exitCodes.no
    }
    await sealBuilt(built, sealing, null)
    answer(built)
    return exitCodes.done
  }
  if (!keeper || !agent) throw wrong('a release is sealed by a named person: give --as NAME')
  const cited = whole.state.composed?.composition ?? null
  const composition = cited ? await storedComposition(content, cited.sha256) : draftComposition(whole.state)
  const plan = await planOf(whole.state, content, composition, new Date().toISOString(), length =>
    stateAfter(whole, length),
  )
  const by = toldAs(composition, agent)
  const overrides = overridesOf(plan, values.override ?? [], values['override-all'], by)
  const open = openStops(plan, overrides)
  if (open.length > 0) {
    io.out(
      values.json
        ? `${JSON.stringify({ v: 1, tool: toolLabel, ok: false, stops: open })}\n`
        : stopsText(open),
    )
    return exitCodes.no
  }
  const preview = standingPreview(whole)
  const isOfIt =
    preview?.key === signer.fingerprint &&
    preview.timestamp === made.stampedBy &&
    overrides.length === plan.overrides.length
  if (preview && !isOfIt)
    io.err(
      'what was previewed had another key, time stamp or overridden stops: this is made anew from the whole log\n',
    )
  const seen = isOfIt ? preview : null
  const outcome = await buildRelease({
    ...made,
    ...{ composition, overrides, version: plan.version, before: plan.before },
    log: seen ? await readLog(logPath(found.caseDir), seen.log.length) : whole,
    required: [...requiredOf(recipes)],
  })
  await sealBuilt(outcome, sealing, seen?.sealed ?? null)
  await enterSealed(keeper, agent, {
    composition: cited ?? (await storeComposition(keeper.content, composition)),
    ...{ overrides, version: plan.version, key, sealed: outcome.sealed, log: outcome.log },
    timestamp: made.stampedBy,
  })
  answer(outcome)
  return exitCodes.done
}

type Made = Pick<
  BuildInput,
  'content' | 'keptCopies' | 'originals' | 'room' | 'out' | 'signer' | 'stampedBy' | 'signal'
>

/**
 * Builds a version that was sealed before once more, from the log as it was then, and holds it against what was signed. Gives the
 * sentence that says how they differ, where they do; what was built stays to be looked into.
 */
async function buildAgain(
  whole: ReadLog,
  caseDir: string,
  version: number,
  made: Made,
): Promise<BuiltRelease | string> {
  const sealed = whole.state.sealedReleases.find(each => each.version === version)
  if (!sealed) throw wrong(`version ${version} of this case was never sealed`)
  const log = await readLog(logPath(caseDir), sealed.log.length)
  const composition = await storedComposition(made.content, sealed.composition.sha256)
  const earlier = log.state.sealedReleases.findLast(each => each.version < version)
  const built = await buildRelease({
    ...made,
    ...{ log, composition, version },
    before: await versionBefore(earlier, made.content, length => stateAfter(log, length)),
    overrides: sealed.overridden.map(({ stop, what, reason }) => {
      const by = toldAs(composition, whoWentPast(log, version, { stop, what, reason }) ?? sealed.agent)
      return { code: stop as Stop['code'], what, reason, by, about: null, mayBeOverridden: true }
    }),
    required: [...requiredOf(recipes)],
  })
  return built.sealed === sealed.sealed
    ? built
    : `expected the signed file to have SHA-256 ${sealed.sealed} as when version ${version} was sealed, found ${built.sealed}\n`
}

/** Who went past a stop by an entry of the log; null where whoever sealed did so then. */
function whoWentPast(
  { state }: ReadLog,
  version: number,
  past: { readonly stop: string; readonly what: string; readonly reason: string },
): Agent | null {
  const entered = [...state.stopOverrides.values()].find(
    each =>
      each.withdrawn === null &&
      each.version === version &&
      each.stop === past.stop &&
      each.what === past.what &&
      each.reason === past.reason,
  )
  return entered?.agent ?? null
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

async function readComposition(path: string): Promise<Composition> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SightlineError(
      'intake.unreadable',
      `${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  })
  const refused = (found: string, cause: unknown) =>
    new SightlineError(
      'intake.unreadable',
      `${path}: expected what is to go out, as --draft writes it, found ${found}`,
      { cause },
    )
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (cause) {
    throw refused(brokenJson(text, cause), cause)
  }
  const parsed = Composition.safeParse(given)
  if (!parsed.success) throw refused(`something else:\n${z.prettifyError(parsed.error)}`, parsed.error)
  return parsed.data
}

async function enterComposition(keeper: CaseKeeper, agent: Agent, composition: Composition): Promise<void> {
  const stored = await storeComposition(keeper.content, composition)
  if (keeper.state().composed?.composition.sha256 === stored.sha256) return
  await keeper.enter(
    [{ type: 'release-composed', detail: { v: 1, composition: stored, reason: 'chosen in a file' } }],
    agent,
  )
}

/** Stops that somebody goes past: by an entry of the log, or now, by an argument. */
function overridesOf(
  { stops, overrides }: SealPlan,
  given: readonly string[],
  all: string | undefined,
  by: string,
): readonly Override[] {
  const reasons = new Map(
    given.map(each => {
      const at = each.indexOf('=')
      if (at < 1 || at === each.length - 1) throw wrong(`--override takes CODE=REASON, found ${each}`)
      return [each.slice(0, at), each.slice(at + 1)] as const
    }),
  )
  return stops.flatMap(stop => {
    const entered = overrides.find(
      ({ code, what, about }) => code === stop.code && what === stop.what && about === stop.about,
    )
    if (entered) return [entered]
    const reason = reasons.get(stop.code) ?? all
    return reason === undefined || !stop.mayBeOverridden
      ? []
      : [{ ...stop, by, reason: reason.slice(0, 300) }]
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
