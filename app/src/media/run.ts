// The one door to media tools, and the only file that starts processes.
import { type ChildProcess, spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, lstat, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { SightlineError } from '@sightline/core/errors'
import type { MediaFile } from './media-file.ts'
import { openReusedPipe } from './reused-pipe.ts'
import { fenceWords, firstRun, type Sandbox, sandboxSentence } from './sandbox.ts'

/** Gets bytes in order; the tool waits while the returned promise is open, so memory stays bounded. */
export type ByteReader = (chunk: Uint8Array) => void | Promise<void>

export interface ToolRun {
  readonly tool: 'ffmpeg' | 'ffprobe'
  /** The file that is read, or null when `args` name their own sources (generated pictures and sound). */
  readonly input: MediaFile | null
  /** Options that stand before the input. Those that keep it safe are put there without being asked for. */
  readonly inputOptions?: readonly string[]
  /** Everything after the input. Outputs are named relative to `outputDir`, or `pipe:1`, or `pipe:<n>` of `pipes`. */
  readonly args: readonly string[]
  /** The only folder the tool can write to. */
  readonly outputDir?: string
  /** Readers of the tool's further outputs: the first is `pipe:4`, the next `pipe:5` and so on. */
  readonly pipes?: readonly ByteReader[]
  readonly onStdout?: ByteReader
  /** The reader of standard output keeps nothing of what it is given: each piece may be overwritten by the next. */
  readonly keepsNothing?: boolean
  readonly onStderrLine?: (line: string) => void
  readonly signal: AbortSignal
  readonly timeLimitSeconds: number
  /** Runs at low priority, so that a person's own room stays quick. */
  readonly isBackground?: boolean
}

/** How a tool ended. A failed run is a finding about the file as often as an error: callers decide. */
export type ToolEnd =
  | { readonly kind: 'done'; readonly stderrTail: string }
  | { readonly kind: 'failed'; readonly exitCode: number; readonly stderrTail: string }

/** 100 Mpx: above 8K DCI (8192×4320 = 35 Mpx) with room to spare, below 16000×16000. */
export const maxPixels = 100_000_000

/**
 * The demuxers that may open an original. What is absent is absent on purpose: playlists and other formats that
 * name further files or addresses (hls, dash, concat, image2, sdp, rtsp), raw formats that accept any bytes, games.
 */
export const formatsOpened = [
  ...['mov', 'matroska', 'avi', 'mpegts', 'mpeg', 'asf', 'flv', 'dv', 'mxf', 'ivf', 'obu', 'nut', 'dhav'],
  ...['h264', 'hevc', 'm4v', 'mpegvideo', 'mjpeg', 'yuv4mpegpipe', 'vc1'],
  ...['mp3', 'aac', 'amr', 'amrnb', 'amrwb', 'ogg', 'flac', 'wav', 'w64', 'aiff', 'caf', 'au'],
  ...['ac3', 'eac3', 'dts', 'wv'],
] as const

const inputNumber = 3
const firstPipeNumber = 4
const stderrTailLength = 4096
/** x264, 4K HEVC with frame threads and a deinterlacer stay under 2 GiB; address space counts more than is used. */
const memoryBytes = 8 * 2 ** 30
/** One hour of a 720p proxy is about 1 GB; the limit is for runaway output. */
const outputBytes = 64 * 2 ** 30
const killAfterMs = 2000
/** Fixed, not from the environment: the tools are the system's. */
const toolFolders = ['/usr/local/bin', '/usr/bin', '/bin'] as const

/**
 * Runs ffmpeg or ffprobe fenced in: argument list without a shell, the input as an inherited descriptor, no network,
 * time limit, memory limit. Resolves when the process and all its readers are finished. Throws 'cancelled',
 * 'media.timeout', 'media.missing-tool', 'media.failed' (could not be started), or what a reader threw.
 */
export async function runTool(run: ToolRun): Promise<ToolEnd> {
  const tool = await pathOf(run.tool)
  const priority = run.isBackground ? ['/usr/bin/nice', '-n', '10'] : []
  const runIn = (sandbox: Sandbox, watched: Supervised) => {
    const fence = fenceWords(sandbox, {
      outputDir: run.outputDir ?? null,
      memoryBytes,
      outputBytes,
      isRoot: process.getuid?.() === 0,
    })
    return superviseRun(watched, [...priority, ...fence, tool, ...toolWords(run)])
  }
  if (sandboxFound !== null) return await runIn(await sandboxFound, run)
  const hoped = await hopedSandbox()
  const { end, isProven } = await firstRun(hoped, findSandbox, async sandbox => {
    let hasSpoken = false
    const heard = (reader: ByteReader) => (chunk: Uint8Array) => {
      hasSpoken = true
      return reader(chunk)
    }
    const pipes = (run.pipes ?? []).map(heard)
    const watched = { ...run, onStdout: heard(run.onStdout ?? dropped), pipes }
    return { end: await runIn(sandbox, watched), hasSpoken }
  })
  if (isProven) sandboxFound ??= Promise.resolve(hoped)
  return end
}

/** A program that the operator supplied, such as a recogniser of speech. It is named by its full path and started in its output folder. */
export interface ProgramRun {
  readonly program: string
  readonly args: readonly string[]
  /** What it may read besides the system's own folders: its model, the folder of its libraries. */
  readonly readable: readonly string[]
  readonly outputDir: string
  readonly signal: AbortSignal
  readonly timeLimitSeconds: number
}

/** A large model with its working memory; address space counts more than is used. */
const programMemoryBytes = 64 * 2 ** 30

/** Runs an operator's program behind the same fence, without network, at low priority. Throws as `runTool` does. */
export async function runProgram(run: ProgramRun): Promise<ToolEnd> {
  const fence = fenceWords(await findSandbox(), {
    outputDir: run.outputDir,
    readable: run.readable,
    memoryBytes: programMemoryBytes,
    outputBytes,
    isRoot: process.getuid?.() === 0,
  })
  return await superviseRun({ ...run, input: null }, [
    ...['/usr/bin/nice', '-n', '10'],
    ...fence,
    run.program,
    ...run.args,
  ])
}

/** The words of the tool itself; exported for the test that pins what every run carries. */
export function toolWords(run: Pick<ToolRun, 'tool' | 'input' | 'inputOptions' | 'args'>): readonly string[] {
  const quiet =
    run.tool === 'ffmpeg'
      ? ['-nostdin', '-hide_banner', '-y', '-loglevel', 'level+warning']
      : ['-hide_banner']
  if (run.input === null) return [...quiet, ...run.args]
  const safe = [
    ...['-protocol_whitelist', 'file,pipe'],
    ...['-format_whitelist', formatsOpened.join(',')],
    ...['-max_pixels', String(maxPixels)],
  ]
  return [
    ...quiet,
    ...safe,
    ...(run.inputOptions ?? []),
    ...['-i', `file:/proc/self/fd/${inputNumber}`],
    ...run.args,
  ]
}

/** Throws 'media.failed' with the last words of the tool unless it ended well. `what` says what was being done. */
export function requireDone(end: ToolEnd, what: string): void {
  if (end.kind === 'failed')
    throw new SightlineError('media.failed', `${what} failed: ${lastLine(end.stderrTail)}`, {
      detail: { exitCode: end.exitCode, stderr: end.stderrTail },
    })
}

/** The last line a tool said, for messages. */
export function lastLine(stderrTail: string): string {
  return stderrTail.trim().split('\n').at(-1)?.trim() || 'no message'
}

/** What fences the tools in on this machine, as a sentence for the log. */
export async function sandboxDescription(): Promise<string> {
  return sandboxSentence(await findSandbox())
}

let version: Promise<string> | null = null

/** The version line of ffmpeg, for the log. Throws 'media.missing-tool'. */
export function ffmpegVersion(): Promise<string> {
  version ??= readVersion().catch(error => {
    version = null
    throw error
  })
  return version
}

async function readVersion(): Promise<string> {
  const parts: Uint8Array[] = []
  const end = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: ['-version'],
    onStdout: chunk => {
      parts.push(chunk)
    },
    signal: AbortSignal.timeout(30_000),
    timeLimitSeconds: 30,
  })
  requireDone(end, 'asking ffmpeg for its version')
  return Buffer.concat(parts).toString().split('\n')[0]?.split(' Copyright')[0] ?? 'unknown'
}

async function pathOf(tool: ToolRun['tool']): Promise<string> {
  const path = await firstExecutable(tool)
  if (path) return path
  throw new SightlineError(
    'media.missing-tool',
    `${tool} was not found in ${toolFolders.join(', ')}. Install it: sudo apt-get update && sudo apt-get install -y ffmpeg`,
    { detail: { tool } },
  )
}

async function firstExecutable(name: string): Promise<string | null> {
  for (const folder of toolFolders) {
    const path = join(folder, name)
    const works = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (works) return path
  }
  return null
}

let sandboxFound: Promise<Sandbox> | null = null

function findSandbox(): Promise<Sandbox> {
  sandboxFound ??= probeSandbox()
  return sandboxFound
}

let sandboxHoped: Promise<Sandbox> | null = null

/** The fence of what is installed, which need not work. */
function hopedSandbox(): Promise<Sandbox> {
  sandboxHoped ??= installedSandbox()
  return sandboxHoped
}

async function installedSandbox(): Promise<Sandbox> {
  const [prlimit, setpriv, bwrap] = await Promise.all([
    firstExecutable('prlimit'),
    firstExecutable('setpriv'),
    firstExecutable('bwrap'),
  ])
  return { prlimit, setpriv, bubblewrap: bwrap ? { path: bwrap, root: await systemFolders() } : null }
}

/** Tries the whole fence with a harmless command: bubblewrap is often installed where it may not make namespaces. */
async function probeSandbox(): Promise<Sandbox> {
  const fenced = await hopedSandbox()
  const plain: Sandbox = { ...fenced, bubblewrap: null }
  if (fenced.bubblewrap === null) return plain
  const ffmpeg = await firstExecutable('ffmpeg')
  const words = fenceWords(fenced, {
    outputDir: null,
    memoryBytes,
    outputBytes,
    isRoot: process.getuid?.() === 0,
  })
  const trial = ffmpeg ? [ffmpeg, '-version'] : ['/usr/bin/true']
  const end = await superviseRun({ input: null, signal: AbortSignal.timeout(30_000), timeLimitSeconds: 30 }, [
    ...words,
    ...trial,
  ]).catch(() => null)
  return end?.kind === 'done' ? fenced : plain
}

/** Only what a program needs to start; folders that are links on this system (merged /usr) stay links. */
async function systemFolders(): Promise<readonly string[]> {
  const words: string[] = ['--ro-bind', '/usr', '/usr']
  for (const folder of ['/bin', '/sbin', '/lib', '/lib64', '/lib32']) {
    const found = await lstat(folder).catch(() => null)
    if (found?.isSymbolicLink()) words.push('--symlink', await readlink(folder), folder)
    else if (found) words.push('--ro-bind', folder, folder)
  }
  for (const path of ['/etc/alternatives', '/etc/ld.so.cache', '/etc/fonts'])
    words.push('--ro-bind-try', path, path)
  return words
}

type Supervised = Pick<
  ToolRun,
  | 'input'
  | 'outputDir'
  | 'pipes'
  | 'onStdout'
  | 'keepsNothing'
  | 'onStderrLine'
  | 'signal'
  | 'timeLimitSeconds'
>

async function superviseRun(run: Supervised, words: readonly string[]): Promise<ToolEnd> {
  if (run.signal.aborted) throw cancelled(run.signal)
  const [command = '', ...rest] = words
  const readers = run.pipes ?? []
  const onStdout = run.onStdout ?? dropped
  const reused = run.keepsNothing ? await openReusedPipe(onStdout) : null
  const child = spawn(command, rest, {
    shell: false,
    // An own process group, so that a kill reaches everything in it; also no controlling terminal.
    detached: true,
    cwd: run.outputDir ?? '/',
    env: { LC_ALL: 'C', PATH: toolFolders.join(':'), HOME: '/nonexistent', AV_LOG_FORCE_NOCOLOR: '1' },
    stdio: [
      'ignore',
      reused?.end ?? 'pipe',
      'pipe',
      run.input?.descriptor ?? 'ignore',
      ...readers.map(() => 'pipe' as const),
    ],
  })
  // The child has its own: it is read to its end once nobody else could write.
  reused?.end.destroy()
  const tail = new LineTail(stderrTailLength, run.onStderrLine)
  const timeLimit = AbortSignal.timeout(run.timeLimitSeconds * 1000)
  let stopping: NodeJS.Timeout | null = null
  const stop = () => {
    signalGroup(child, 'SIGTERM')
    stopping ??= setTimeout(() => signalGroup(child, 'SIGKILL'), killAfterMs)
  }
  const stopSignal = AbortSignal.any([run.signal, timeLimit])
  stopSignal.addEventListener('abort', stop, { once: true })
  try {
    const streams: Promise<void>[] = [
      reused?.read ?? readAll(child.stdout as Readable, onStdout),
      readAll(child.stderr as Readable, chunk => tail.add(chunk)),
      ...readers.map((reader, at) => readAll(child.stdio[firstPipeNumber + at] as Readable, reader)),
    ]
    for (const stream of streams) stream.catch(stop)
    const exitCode = await exitOf(child)
    const ends = await Promise.allSettled(streams)
    if (run.signal.aborted) throw cancelled(run.signal)
    if (timeLimit.aborted)
      throw new SightlineError(
        'media.timeout',
        `the media tool was stopped after ${run.timeLimitSeconds} s`,
        {
          detail: { stderr: tail.end() },
        },
      )
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    const stderrTail = tail.end()
    return exitCode === 0 ? { kind: 'done', stderrTail } : { kind: 'failed', exitCode, stderrTail }
  } finally {
    stopSignal.removeEventListener('abort', stop)
    if (stopping) clearTimeout(stopping)
  }
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', cause =>
      reject(new SightlineError('media.failed', 'the media tool could not be started', { cause })),
    )
    // A death by signal counts like the shell counts it: 128 and more.
    child.once('exit', code => resolve(code ?? 128))
  })
}

async function readAll(stream: Readable, reader: ByteReader): Promise<void> {
  for await (const chunk of stream) await reader(chunk as Uint8Array)
}

function dropped(): void {
  // Nobody asked for standard output; it is read so that the tool does not wait.
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    // Gone between the check and the call.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function cancelled(signal: AbortSignal): SightlineError {
  return new SightlineError('cancelled', 'the media work was cancelled', { cause: signal.reason })
}

/** Splits what a tool says into lines (`\r` too: progress) and keeps the last few kilobytes. */
class LineTail {
  readonly #limit: number
  readonly #onLine: ((line: string) => void) | undefined
  #tail = ''
  #open = ''

  constructor(limit: number, onLine: ((line: string) => void) | undefined) {
    this.#limit = limit
    this.#onLine = onLine
  }

  add(chunk: Uint8Array): void {
    const lines = (this.#open + Buffer.from(chunk).toString('latin1')).split(/[\r\n]+/)
    this.#open = (lines.pop() ?? '').slice(-this.#limit)
    for (const line of lines) this.#keep(line)
  }

  end(): string {
    this.#keep(this.#open)
    this.#open = ''
    return this.#tail
  }

  #keep(line: string): void {
    if (!line) return
    this.#tail = `${this.#tail}${line}\n`.slice(-this.#limit)
    this.#onLine?.(line)
  }
}

/** Starts a program of the person's desktop and leaves it alone. It is here because only this file starts processes. */
export function startDesktopProgram(
  program: string,
  args: readonly string[],
  onError: (error: Error) => void,
): void {
  const child = spawn(program, args, { shell: false, detached: true, stdio: 'ignore' })
  child.once('error', onError)
  child.unref()
}
