import { randomUUID } from 'node:crypto'
import { access, constants, rename, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import type { Work } from '@sightline/core/api'
import type { Fact, PersonId } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import pino, { type Logger } from 'pino'
import { AccessLog } from '../case/access-log.ts'
import { CaseKeeper, machine } from '../case/keeper.ts'
import { Notes } from '../case/notes.ts'
import type { Config } from '../config.ts'
import { accountWork } from '../derive/account-work.ts'
import { editWork } from '../derive/edit-work.ts'
import { soundPlacer } from '../derive/placer.ts'
import { neededForEdits, requiredOf } from '../derive/recipe.ts'
import { recipes } from '../derive/recipes.ts'
import { Workshop } from '../derive/workshop.ts'
import { startRoomServer } from '../http/server.ts'
import { takeIn } from '../intake/intake.ts'
import { mediaProber } from '../intake/prober.ts'
import { ffmpegVersion, sandboxDescription } from '../media/run.ts'
import { ReleaseDesk, type Releasing } from '../release/release-desk.ts'
import { TakeAwayDesk } from '../take-away/desk.ts'
import { recogniseAll } from '../transcripts/recognise-all.ts'
import type { Recogniser } from '../transcripts/recogniser.ts'
import { toolLabel } from '../version.ts'
import { openBrowser } from './browser.ts'
import { exitCodes, type Io } from './io.ts'
import { progressTeller } from './progress-lines.ts'

/** What `open` was asked for, after reading its arguments. */
export interface Opening {
  readonly folder: string
  readonly caseDir: string
  readonly name: string | null
  readonly port: number
  readonly listen: string
  readonly wantsBrowser: boolean
  /** What a new case is called, and what its cover says until its owner words it. */
  readonly cover: { readonly title: string; readonly warning: string } | null
  /** What makes words of speech, where the operator supplied one. */
  readonly recogniser?: Recogniser | null
  /** With what releases are sealed in the room, and where it may write them; null for a room that only composes. */
  readonly releasing?: Releasing | null
  /** What is entered once the folder is read; it may be called at every opening. */
  readonly onRead?: (keeper: CaseKeeper, signal: AbortSignal) => Promise<void>
}

/** Opens the room, prints its address when it answers, works until everything is made, and waits for the signal. */
export async function openRoom(opening: Opening, io: Io, config: Config): Promise<number> {
  const { folder, caseDir } = opening
  const clock = { now: () => new Date() }
  await using held = new AsyncDisposableStack()
  const tool = `${await ffmpegVersion()}; ${await sandboxDescription()}`
  const keeper = held.use(await openKeeper(caseDir, folder, clock))
  const log = pino(
    { level: config.logLevel, redact: ['token', 'name'] },
    pino.destination({ dest: join(caseDir, 'room.log'), sync: true }),
  )
  const accessLog = held.use(AccessLog.open(caseDir, clock))
  const person = await nameOpener(keeper, opening, io)
  await accessLog.enterHead(keeper)
  const workshop = held.use(
    new Workshop({
      keeper,
      folder,
      recipes,
      placer: soundPlacer(),
      accounts: accountWork(),
      edits: editWork(neededForEdits(recipes)),
      atOnce: Math.min(4, Math.max(1, availableParallelism())),
      tool,
      now: () => performance.now(),
      log,
    }),
  )
  const desk = held.use(new TakeAwayDesk({ keeper, folder, now: clock.now, log }))
  const releaseDesk = held.use(
    new ReleaseDesk({
      ...(opening.releasing ?? { key: null, into: null, stamping: { kind: 'none' }, previewPort: 0 }),
      ...{
        keeper,
        access: accessLog,
        folder,
        log,
        listen: opening.listen,
        required: [...requiredOf(recipes)],
      },
      roomDir: join(config.root, 'room/dist/release'),
    }),
  )
  const server = held.use(
    await startRoomServer(
      {
        keeper,
        workshop,
        access: accessLog,
        desk,
        notes: new Notes(caseDir),
        releaseDesk,
        folder,
        person,
        required: requiredOf(recipes),
        tool: toolLabel,
        pageDir: join(config.root, 'room/dist'),
        log,
      },
      opening,
    ),
  )
  held.use(await noteAddress(caseDir, server.address))
  held.defer(tellProgress(workshop, keeper, io))
  const stopping = io.signal
  let isAnnounced = false
  const announce = () => {
    if (isAnnounced) return
    isAnnounced = true
    io.out(`room: ${server.address}\n`)
    if (opening.wantsBrowser && config.isInteractive) openBrowser(server.address, log)
  }
  try {
    await readFolder({ keeper, workshop, folder, tool, signal: stopping, onBegun: announce }, io)
    await opening.onRead?.(keeper, stopping)
    await workshop.idle(stopping)
    const { recogniser } = opening
    if (recogniser && !stopping.aborted)
      await recogniseAll(recogniser, { keeper, folder, signal: stopping, tell: line => io.err(`${line}\n`) })
    if (!stopping.aborted) io.err(closingLine(workshop.work()))
    await aborted(stopping)
  } catch (error) {
    if (!stopping.aborted) throw error
  }
  io.err('Closing the room.\n')
  return exitCodes.done
}

async function openKeeper(caseDir: string, folder: string, clock: { now: () => Date }): Promise<CaseKeeper> {
  try {
    return await CaseKeeper.open(caseDir, clock)
  } catch (error) {
    if (!(error instanceof SightlineError) || error.code !== 'store.failed') throw error
    const isWritable = await access(folder, constants.W_OK).then(
      () => true,
      () => false,
    )
    if (isWritable) throw error
    const message = `${folder} cannot be written; keep the case elsewhere with --case DIR. ${error.message}`
    throw new SightlineError('store.failed', message, { cause: error })
  }
}

interface Reading {
  readonly keeper: CaseKeeper
  readonly workshop: Workshop
  readonly folder: string
  readonly tool: string
  readonly signal: AbortSignal
  readonly onBegun: () => void
}

async function readFolder(
  { keeper, workshop, folder, tool, signal, onBegun }: Reading,
  io: Io,
): Promise<void> {
  const stop = keeper.onEntries(() => workshop.wake())
  try {
    const summary = await takeIn({
      keeper,
      folder,
      probe: mediaProber(keeper.content, tool),
      signal,
      onProgress: (done, of) => {
        workshop.reading({ done, of })
        onBegun()
      },
    })
    if (summary.missing > 0)
      io.err(`WARNING: ${summary.missing} files that were received are no longer in the folder.\n`)
    if (summary.altered > 0)
      io.err(`WARNING: ${summary.altered} files are not the bytes that were received before.\n`)
  } finally {
    stop()
    workshop.reading(null)
  }
}

/** Enters that the case was opened for the first time, and who works in it now. */
async function nameOpener(keeper: CaseKeeper, opening: Opening, io: Io): Promise<PersonId> {
  const facts: Fact[] = []
  if (keeper.state().seq === 0) {
    const title = opening.cover?.title ?? (basename(opening.folder).slice(0, 300) || 'case')
    facts.push({ type: 'case-opened', detail: { v: 1, title } })
    if (opening.cover) facts.push({ type: 'cover-worded', detail: { v: 1, ...opening.cover } })
  }
  const people = [...keeper.state().people.values()]
  const asked =
    opening.name === null && people.length === 0 && io.ask
      ? await io.ask('Your name, as it shall stand in the log: ')
      : opening.name
  const name = asked?.trim().slice(0, 300) || null
  const known = name === null ? people.at(-1) : people.find(each => each.name === name)
  const person = known?.id ?? `p${people.length + 1}`
  if (!known)
    facts.push({
      type: 'person-named',
      detail: { v: 1, person, name: name ?? 'unnamed', basis: 'self-declared' },
    })
  await keeper.enter(facts, machine)
  return person
}

/** Leaves the room's address in the case folder for its owner, so that a second opening can tell it. */
async function noteAddress(caseDir: string, address: string): Promise<AsyncDisposable> {
  const path = join(caseDir, 'room.address')
  const part = `${path}.${randomUUID()}`
  await writeFile(part, `${address}\n`, { mode: 0o600 })
  await rename(part, path)
  return { [Symbol.asyncDispose]: () => rm(path, { force: true }) }
}

function tellProgress(workshop: Workshop, keeper: CaseKeeper, io: Io): () => void {
  const teller = progressTeller(io, id => keeper.state().recordings.get(id)?.firstName ?? id)
  const stop = workshop.onWork(teller.tell)
  return () => {
    stop()
    teller.end()
  }
}

function closingLine(work: Work): string {
  return work.trouble === null
    ? 'Everything is made. The room stays open; Ctrl+C closes it.\n'
    : `STOPPED: ${work.trouble}\nThe room stays open with what was made. Mend it and open the folder again.\n`
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

export type { Logger }
