/** What fences a media tool in: the commands that are put before it. Which of them work is found out once, in `run.ts`. */
export interface Sandbox {
  /** Path of `prlimit`, or null where it is missing. */
  readonly prlimit: string | null
  /** Path of `setpriv`, or null; only used where bubblewrap is not. */
  readonly setpriv: string | null
  /** Path of `bwrap` and what of the system it shows read-only, or null where it does not work. */
  readonly bubblewrap: { readonly path: string; readonly root: readonly string[] } | null
}

export interface Fence {
  /** The one folder that can be written, or null. */
  readonly outputDir: string | null
  /** Files and folders besides the system's that can be read, under their own names. */
  readonly readable?: readonly string[]
  readonly memoryBytes: number
  readonly outputBytes: number
  readonly isRoot: boolean
}

/** Inside bubblewrap the output folder has this name, so that no path of the machine is known to the tool. */
const insideFolder = '/out'

/**
 * The words that come before the tool's own path. The limits stand outermost: everything inside inherits them.
 * Each of the commands replaces itself by the next one (or, bubblewrap, waits for it and passes its exit code on).
 */
export function fenceWords(sandbox: Sandbox, fence: Fence): readonly string[] {
  const words: string[] = []
  if (sandbox.prlimit)
    words.push(
      sandbox.prlimit,
      `--as=${fence.memoryBytes}`,
      `--fsize=${fence.outputDir === null ? 0 : fence.outputBytes}`,
      '--core=0',
      '--nofile=256',
      '--',
    )
  if (sandbox.bubblewrap) {
    words.push(
      sandbox.bubblewrap.path,
      ...sandbox.bubblewrap.root,
      ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp'],
      ...(fence.readable ?? []).flatMap(path => ['--ro-bind', path, path]),
      ...['--unshare-net', '--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try'],
      // The tool is the first process of its space and waited for by bubblewrap itself: its CPU time is counted as ours.
      ...['--as-pid-1', '--die-with-parent'],
      // Root reads evidence that belongs to other users, as it would without the fence.
      ...(fence.isRoot ? ['--cap-drop', 'ALL', '--cap-add', 'CAP_DAC_OVERRIDE'] : []),
      ...(fence.outputDir === null
        ? ['--chdir', '/tmp']
        : ['--bind', fence.outputDir, insideFolder, '--chdir', insideFolder]),
      '--',
    )
  } else if (sandbox.setpriv) words.push(sandbox.setpriv, '--no-new-privs', '--pdeathsig', 'KILL', '--')
  return words
}

/** One sentence for the custody log about what fenced the tools in. */
export function sandboxSentence(sandbox: Sandbox): string {
  const limits = sandbox.prlimit
    ? 'limits on memory, file size and core dumps'
    : 'no process limits (prlimit is missing)'
  const fence = sandbox.bubblewrap
    ? 'bubblewrap: no network, system folders read-only, nothing else of the disk, own process and message spaces'
    : sandbox.setpriv
      ? 'no bubblewrap (missing or not permitted here): no new privileges, dies with its parent'
      : 'no bubblewrap (missing or not permitted here)'
  return `${fence}; ${limits}`
}

/**
 * The first run behind a fence of which it is not known whether it works tries it out: a trial of its own would cost as much as listing a file.
 * What ended well, or gave any output (`hasSpoken`), had a fence that works. Where it did neither, the file may have been at fault or the
 * fence: `find` tells, and the run is made again in what it found when that has no bubblewrap.
 */
export async function firstRun<End extends { readonly kind: 'done' | 'failed' }>(
  hoped: Sandbox,
  find: () => Promise<Sandbox>,
  run: (sandbox: Sandbox) => Promise<{ readonly end: End; readonly hasSpoken: boolean }>,
): Promise<{ readonly end: End; readonly isProven: boolean }> {
  const { end, hasSpoken } = await run(hoped)
  if (end.kind === 'done' || hasSpoken) return { end, isProven: true }
  const found = await find()
  if (hoped.bubblewrap === null || found.bubblewrap !== null) return { end, isProven: false }
  return { end: (await run(found)).end, isProven: false }
}
