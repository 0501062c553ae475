import { rm } from 'node:fs/promises'
import type { Agent, CaseState, Fact, Previewed, SealedRelease, StoredOutput } from '@sightline/core/case'
import { nextStages } from '@sightline/core/case/cards'
import { SightlineError } from '@sightline/core/errors'
import { Composition, type Stop, type Version } from '@sightline/core/release'
import type { CaseKeeper } from '../case/keeper.ts'
import type { ContentStore } from '../store/content-store.ts'
import { fingerprint, type SigningKey } from './key-file.ts'
import type { ReadLog } from './read-log.ts'
import { overrideOf, stopsOf } from './stops.ts'
import { versionOf } from './telling.ts'
import { type BuiltRelease, type Override, type Sealing, sealRelease } from './write-release.ts'

/** What the next version would be made of, and what stands in its way. */
export interface SealPlan {
  readonly version: number
  /** What went out in the version before; null in a first one. */
  readonly before: Version | null
  readonly stops: readonly Stop[]
  /** The stops that a named person went past, by an entry of the log. */
  readonly overrides: readonly Override[]
}

/** The case as it was when its log had so many entries. */
export type StateAt = (length: number) => CaseState | Promise<CaseState>

/** A version as it was sealed, to be held against what is to go out; null for none. Throws 'case.damaged' as `storedComposition` does. */
export async function versionBefore(
  sealed: SealedRelease | undefined,
  content: ContentStore,
  stateAt: StateAt,
): Promise<Version | null> {
  if (!sealed) return null
  return versionOf(
    await storedComposition(content, sealed.composition.sha256),
    await stateAt(sealed.log.length),
  )
}

/** Throws 'case.damaged' where what was chosen for an earlier version cannot be read. */
export async function planOf(
  state: CaseState,
  content: ContentStore,
  composition: Composition,
  asOf: string,
  stateAt: StateAt,
): Promise<SealPlan> {
  const before = await versionBefore(state.sealedReleases.at(-1), content, stateAt)
  const stops = await stopsOf(state, content, composition, before, asOf)
  return {
    version: state.sealedReleases.length + 1,
    before,
    stops,
    overrides: stops.flatMap(stop => {
      const entered = stop.mayBeOverridden ? overrideOf(state, stop) : null
      return entered ? [{ ...stop, reason: entered.reason, by: toldAs(composition, entered.agent) }] : []
    }),
  }
}

/** Stops that nobody went past. */
export function openStops({ stops }: SealPlan, overrides: readonly Override[]): readonly Stop[] {
  const isPast = ({ code, what, about }: Stop) =>
    overrides.some(each => each.code === code && each.what === what && each.about === about)
  return stops.filter(stop => !isPast(stop))
}

/** Entries that change nothing of what goes out. */
const idleEntries: ReadonlySet<string> = new Set([
  'release-drafted',
  'release-previewed',
  'access-head-entered',
  'person-named',
  'taken-away',
])

/** Whether an entry of a type leaves what would be sealed as it is. */
export function isIdle(type: string): boolean {
  return idleEntries.has(type)
}

/** The last preview, where it is of what is approved and nothing was entered since that could change it; null otherwise. */
export function standingPreview({ state, entries }: Pick<ReadLog, 'state' | 'entries'>): Previewed | null {
  const { previewed, composed, sealedReleases } = state
  if (!previewed || previewed.composition !== composed?.composition.sha256) return null
  if (previewed.version !== sealedReleases.length + 1) return null
  const since = entries.slice(previewed.log.length)
  return since.every(({ entry }) => isIdle(entry.type)) ? previewed : null
}

/**
 * Seals what was built, where it came to the bytes that were looked at before; takes it away otherwise. Throws 'release.differs', and
 * what sealing throws.
 */
export async function sealBuilt(
  built: Pick<BuiltRelease, 'root' | 'sealed'>,
  sealing: Sealing,
  seen: string | null,
): Promise<void> {
  try {
    if (seen !== null && built.sealed !== seen)
      throw new SightlineError(
        'release.differs',
        `expected the bytes that were previewed (${seen}), found others (${built.sealed}): preview it again`,
      )
    await sealRelease(built, sealing)
  } catch (error) {
    await rm(built.root, { recursive: true, force: true })
    throw error
  }
}

/** How the one who acts is named in a release. */
export function toldAs({ people }: Composition, agent: Agent | null | undefined): string {
  if (agent?.kind !== 'person') return 'a person'
  return people.find(each => each.person === agent.person)?.as ?? `Person ${agent.person.slice(1)}`
}

/** How a release names a key: by the identity under which the case knows it. */
export function signerOf(state: CaseState, { wire, comment }: Pick<SigningKey, 'wire' | 'comment'>) {
  const name = fingerprint(wire)
  return { identity: state.sealingKeys.get(name)?.identity ?? comment, fingerprint: name }
}

/** A key that the case does not know is entered before it seals; one that was revoked seals nothing. Throws 'release.key'. */
export async function enterKey(keeper: CaseKeeper, agent: Agent, key: SigningKey): Promise<void> {
  const name = fingerprint(key.wire)
  const known = keeper.state().sealingKeys.get(name)
  if (known?.revoked)
    throw new SightlineError('release.key', `the key ${name} was revoked: ${known.revoked.reason}`)
  if (known) return
  const detail = {
    v: 1,
    fingerprint: name,
    identity: key.comment || 'sightline',
    publicKey: key.wire.toString('base64'),
    replaces: null,
    reason: 'first release sealed with it',
  } as const
  await keeper.enter([{ type: 'sealing-key-entered', detail }], agent)
}

/** Throws 'case.damaged' where it cannot be read. */
export async function storedComposition(
  content: Pick<ContentStore, 'read'>,
  sha256: string,
): Promise<Composition> {
  const bytes = Buffer.concat(await (await content.read(sha256)).toArray())
  const read = Composition.safeParse(JSON.parse(bytes.toString('utf8')))
  if (read.success) return read.data
  throw new SightlineError('case.damaged', `what was chosen to go out (${sha256}) cannot be read`)
}

/** Keeps a composition as content. Nothing is entered by it. */
export async function storeComposition(
  content: Pick<ContentStore, 'put'>,
  composition: Composition,
): Promise<StoredOutput> {
  const bytes = Buffer.from(`${JSON.stringify(composition, null, 2)}\n`)
  const { sha256 } = await content.put({ kind: 'bytes', bytes })
  return { name: 'composition.json', sha256, bytes: bytes.length }
}

export interface SealedVersion {
  readonly composition: StoredOutput
  readonly overrides: readonly Override[]
  readonly sealed: string
  /** Where the log ended that went into it. */
  readonly log: SealedRelease['log']
  readonly timestamp: string | null
  readonly version: number
  readonly key: SigningKey
}

/** Enters that a version was sealed, and moves the release of the case there where its order allows it. */
export async function enterSealed(keeper: CaseKeeper, agent: Agent, sealing: SealedVersion): Promise<void> {
  const { overrides, sealed, log, timestamp, version, key, composition } = sealing
  const sealedFact: Fact = {
    type: 'release-sealed',
    detail: {
      v: 1,
      ...{ version, sealed, composition, key: fingerprint(key.wire), timestamp },
      log: { length: log.length, head: log.head, root: log.root },
      overridden: overrides
        .slice(0, 200)
        .map(({ code, what, reason }) => ({ stop: code, what: what.slice(0, 300), reason })),
    },
  }
  await keeper.enter([sealedFact, ...moves(keeper.state(), sealed, overrides)], agent)
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
