import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Agent, CaseState, StoredOutput } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type Composition, changesBetween, type ReleasePage } from '@sightline/core/release'
import type { CheckedStop, PreviewState, ReleaseCheck, ReleaseDeskInfo } from '@sightline/core/release-desk'
import type { Logger } from 'pino'
import type { AccessLog } from '../case/access-log.ts'
import { type CaseKeeper, logPath } from '../case/keeper.ts'
import { copyBuilt } from './copy-built.ts'
import { keptCopies } from './kept-copies.ts'
import type { SigningKey } from './key-file.ts'
import { openPreviewDoor, type PreviewDoor } from './preview-door.ts'
import { type ReadLog, readLog } from './read-log.ts'
import { readRoomBuild } from './room-files.ts'
import {
  enterKey,
  enterSealed,
  isIdle,
  openStops,
  planOf,
  type SealPlan,
  sealBuilt,
  signerOf,
  standingPreview,
  storeComposition,
  storedComposition,
} from './sealing.ts'
import { overrideOf } from './stops.ts'
import { versionOf } from './telling.ts'
import { type Stamping, stampedBy } from './time-stamping.ts'
import { type BuiltRelease, buildRelease } from './write-release.ts'

/** With what the operator who starts a room lets it seal, and where it may write releases. */
export interface Releasing {
  readonly key: SigningKey | null
  readonly into: string | null
  readonly stamping: Stamping
  /** Of the door at which a preview is looked at; 0 takes a free one. */
  readonly previewPort: number
}

export interface ReleaseDeskParts extends Releasing {
  readonly keeper: CaseKeeper
  /** Where it is entered who looked at a preview. */
  readonly access: Pick<AccessLog, 'enter'>
  /** Where the files lie as received. */
  readonly folder: string
  /** Where the room lies as it was built for releases. */
  readonly roomDir: string
  readonly listen: string
  readonly required: ReleasePage['required']
  readonly log: Logger
}

/** What a preview shows when somebody opens or plays it; the rest of its files are parts of the page. */
const viewable = /^data\/(?:(?:index|embed)\.html|media\/[^/]+(?<!\.js)|documents\/.+)$/

interface Shown {
  readonly name: string
  readonly sealed: string
  readonly agent: Agent
  readonly seen: Set<string>
}

type Made = Extract<PreviewState, { kind: 'made' }>

/** Composes, previews and publishes releases of one case for its room: one at a time. */
export class ReleaseDesk {
  readonly #parts: ReleaseDeskParts
  #state: PreviewState = { kind: 'none' }
  #door: PreviewDoor | null = null
  #count = 0
  #abort = new AbortController()
  #turn: Promise<void> = Promise.resolve()
  /** Whether something was entered since the preview began that could change what goes out. */
  #isStale = false
  /** The case as it was when the version before went out, once it was asked for. */
  #past: CaseState | null = null
  /** The preview that can be looked at, for whom it was made, and what of it was looked at since its page was opened last. */
  #shown: Shown | null = null
  readonly #deafen: () => void

  constructor(parts: ReleaseDeskParts) {
    this.#parts = parts
    this.#deafen = parts.keeper.onEntries(entries => {
      if (entries.some(({ body }) => typeof body === 'string' || !isIdle(String(body['type']))))
        this.#isStale = true
    })
  }

  info(): ReleaseDeskInfo {
    const { key, into, stamping, keeper, folder } = this.#parts
    const { sealingKeys } = keeper.state()
    const known = [...sealingKeys.values()].findLast(each => each.revoked === null)
    const named = known ? { identity: known.identity, fingerprint: known.fingerprint } : null
    return {
      v: 1,
      signer: key ? signerOf(keeper.state(), key) : named,
      holdsKey: key !== null,
      stampedBy: stampedBy(stamping),
      into,
      caseDir: keeper.dir,
      folder: dirname(keeper.dir) === folder ? null : folder,
    }
  }

  keep(composition: Composition): Promise<StoredOutput> {
    return storeComposition(this.#parts.keeper.content, composition)
  }

  /** Throws 'case.unknown' for one that the case does not cite. */
  async composition(sha256: string): Promise<Composition> {
    const { keeper } = this.#parts
    const { releaseDraft, composed, sealedReleases } = keeper.state()
    const cited = [
      releaseDraft?.draft,
      composed?.composition,
      ...sealedReleases.map(each => each.composition),
    ]
    if (!cited.some(each => each?.sha256 === sha256))
      throw new SightlineError('case.unknown', 'the case cites no such composition')
    return await storedComposition(keeper.content, sha256)
  }

  async check(composition: Composition): Promise<ReleaseCheck> {
    const { version, before, stops } = await this.#plan(composition)
    const state = this.#parts.keeper.state()
    return {
      version,
      stops: stops.map((stop): CheckedStop => ({ ...stop, override: overrideOf(state, stop)?.id ?? null })),
      changes: before ? changesBetween(before, versionOf(composition, state)) : null,
    }
  }

  /** How far the one preview is, and whether it would still be what goes out. */
  state(): PreviewState {
    const state = this.#state
    if (state.kind !== 'made') return state
    const { previewed, composed } = this.#parts.keeper.state()
    const isApproved = composed?.composition.sha256 === state.composition
    return { ...state, isCurrent: isApproved && !this.#isStale && previewed?.sealed === state.sealed }
  }

  /** Begins to build what would be sealed; what was built before is taken away. Throws 'usage.wrong' while something is built. */
  begin(composition: string, agent: Agent): PreviewState {
    return this.#begin('preview', signal => this.#preview(composition, agent, signal))
  }

  /** Begins to write a sealed release. Throws 'usage.wrong' while something is built, or where the room may not. */
  publish(sealed: string, name: string, agent: Agent): PreviewState {
    const { key, into } = this.#parts
    if (!key || into === null)
      throw new SightlineError(
        'usage.wrong',
        'this room was started without --key and --releases: publish with sightline release',
      )
    const made = this.#state
    if (made.kind !== 'made' || made.sealed !== sealed)
      throw new SightlineError('release.differs', 'what is to be published is not what was previewed last')
    return this.#begin('release', signal => this.#publish(made, join(into, name), key, agent, signal))
  }

  /** Stops what is being built, and takes the preview away. */
  async giveUp(): Promise<void> {
    this.#abort.abort(new SightlineError('cancelled', 'it was given up'))
    await this.#turn
    this.#state = { kind: 'none' }
    await this.#sweep()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#deafen()
    await this.giveUp()
    await this.#door?.[Symbol.asyncDispose]()
  }

  #begin(what: 'preview' | 'release', work: (signal: AbortSignal) => Promise<PreviewState>): PreviewState {
    if (this.#state.kind === 'making')
      throw new SightlineError('usage.wrong', 'a release is being made already; wait for it or give it up')
    const before = this.#state
    this.#abort = new AbortController()
    const { signal } = this.#abort
    this.#state = { kind: 'making', what, files: 0, bytes: 0 }
    this.#turn = work(signal).then(
      state => {
        this.#state = state
      },
      (error: unknown) => {
        const code = error instanceof SightlineError ? error.code : 'internal'
        if (code === 'internal') this.#parts.log.error({ err: error }, 'making a release failed')
        const failure = { code, message: error instanceof Error ? error.message : String(error) }
        // What was looked at can still be looked at when publishing it did not succeed.
        if (what === 'release' && before.kind === 'made')
          this.#state = { ...before, failure: signal.aborted ? null : failure }
        else this.#state = signal.aborted ? { kind: 'none' } : { kind: 'failed', failure }
      },
    )
    return this.#state
  }

  async #preview(sha256: string, agent: Agent, signal: AbortSignal): Promise<PreviewState> {
    const { keeper, key, stamping } = this.#parts
    await this.#sweep()
    const composition = await this.composition(sha256)
    if (key) await enterKey(keeper, agent, key)
    this.#isStale = false
    const log = await this.#log(null)
    const plan = await this.#plan(composition)
    const name = `p${++this.#count}`
    const out = join(this.#previews(), name)
    const built = await this.#build({ log, composition, plan, out, signal })
    this.#shown = { name, sealed: built.sealed, agent, seen: new Set() }
    const isApproved = keeper.state().composed?.composition.sha256 === sha256
    if (isApproved) {
      const { length, head, root } = built.log
      const detail = {
        v: 1,
        ...{ version: plan.version, composition: sha256, sealed: built.sealed },
        ...{ key: built.document.signer?.fingerprint ?? null, timestamp: stampedBy(stamping) },
        log: { length, head, root },
      } as const
      await keeper.enter([{ type: 'release-previewed', detail }], agent)
    }
    return {
      kind: 'made',
      address: (await this.#opened()).addressOf(name),
      ...{ composition: sha256, version: plan.version, sealed: built.sealed, isCurrent: isApproved },
      ...{ files: built.files, bytes: built.bytes, withheldWords: built.withheldWords },
      failure: null,
    }
  }

  async #publish(
    made: Made,
    out: string,
    key: SigningKey,
    agent: Agent,
    signal: AbortSignal,
  ): Promise<PreviewState> {
    const { keeper, stamping } = this.#parts
    const preview = standingPreview(await this.#log(null))
    if (preview?.sealed !== made.sealed)
      throw new SightlineError(
        'release.differs',
        'the case changed since this was previewed, or it was never approved: preview it again',
      )
    const composition = await this.composition(preview.composition)
    const plan = await this.#plan(composition)
    const open = openStops(plan, plan.overrides)
    if (open.length > 0)
      throw new SightlineError(
        'release.stopped',
        `this release lacks: ${open.map(({ code, what }) => `${code}: ${what}`).join('; ')}`,
      )
    let [files, bytes] = [0, 0]
    await copyBuilt(join(this.#previews(), nameIn(made)), out, preview.sealed, size => {
      files += 1
      bytes += size
      this.#state = { kind: 'making', what: 'release', files, bytes }
      signal.throwIfAborted()
    })
    await sealBuilt({ root: out, sealed: preview.sealed }, { key, stamping, signal }, preview.sealed)
    const { sealed, log, timestamp, version } = preview
    const { composed } = keeper.state()
    if (!composed) throw new SightlineError('case.unknown', 'nothing is approved to go out')
    await enterSealed(keeper, agent, {
      ...{ composition: composed.composition, overrides: plan.overrides },
      ...{ version, key, sealed, log, timestamp },
    })
    return { ...made, kind: 'published', folder: out }
  }

  async #build(asked: {
    readonly log: ReadLog
    readonly composition: Composition
    readonly plan: SealPlan
    readonly out: string
    readonly signal: AbortSignal
  }): Promise<BuiltRelease & { readonly files: number; readonly bytes: number }> {
    const { log, composition, plan, out, signal } = asked
    const { keeper, folder, roomDir, required, stamping } = this.#parts
    let [files, bytes] = [0, 0]
    const built = await buildRelease({
      ...{ out, log, composition, required, signal, content: keeper.content, originals: folder },
      ...{ version: plan.version, before: plan.before, overrides: plan.overrides },
      keptCopies: keptCopies(keeper.dir),
      signer: this.info().signer,
      stampedBy: stampedBy(stamping),
      room: await readRoomBuild(roomDir),
      onWritten: size => {
        files += 1
        bytes += size
        this.#state = { kind: 'making', what: 'preview', files, bytes }
        signal.throwIfAborted()
      },
    })
    return { ...built, files, bytes }
  }

  #plan(composition: Composition): Promise<SealPlan> {
    const { keeper } = this.#parts
    return planOf(keeper.state(), keeper.content, composition, new Date().toISOString(), length =>
      this.#stateAt(length),
    )
  }

  /** The case as it was when its log had so many entries: what once went out is asked for at each change of what is to go out. */
  async #stateAt(length: number): Promise<CaseState> {
    if (this.#past?.seq !== length) this.#past = (await this.#log(length)).state
    return this.#past
  }

  #log(upTo: number | null): Promise<ReadLog> {
    return readLog(logPath(this.#parts.keeper.dir), upTo)
  }

  async #opened(): Promise<PreviewDoor> {
    const { listen, previewPort: port } = this.#parts
    const onAsked = (name: string, file: string) => this.#seen(name, file)
    this.#door ??= await openPreviewDoor(this.#previews(), { listen, port }, onAsked)
    return this.#door
  }

  /** Enters that a preview was looked at: its page each time it is opened, a recording once for each opening. */
  async #seen(name: string, file: string): Promise<void> {
    const shown = this.#shown
    if (shown?.name !== name || !viewable.test(file)) return
    const isPage = file.endsWith('.html')
    if (isPage) shown.seen.clear()
    else if (shown.seen.has(file)) return
    shown.seen.add(file)
    const { agent, sealed } = shown
    const person = agent.kind === 'person' ? agent.person : null
    await this.#parts.access.enter({ saw: 'preview', sealed, file }, person)
  }

  #previews(): string {
    return join(this.#parts.keeper.dir, 'previews')
  }

  /** Previews are for the eyes of those who work here, and for one run of the room. */
  async #sweep(): Promise<void> {
    await rm(this.#previews(), { recursive: true, force: true })
    await mkdir(this.#previews(), { mode: 0o700 })
  }
}

/** The folder that a preview lies in, from its address. */
function nameIn({ address }: Made): string {
  return address.split('/').at(-2) ?? ''
}
