// Sets up whatever is missing before `npm run demo` and `npm test`. It runs on the system's own Node.js, before anything is
// installed: plain JavaScript, nothing newer than Node 18, no dependencies. A second run finds all in place and does nothing.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean,
 *   os?: string | string[], cpu?: string | string[], libc?: string | string[] }} Package
 * @typedef {{ packages: Record<string, Package> }} LockFile
 * @typedef {{ os: string, cpu: string, libc: string }} Machine
 * @typedef {{ program: string, debian: string, why: string }} Tool
 */

const root = fileURLToPath(new URL('..', import.meta.url))

/** @type {Record<'demo' | 'test', Tool[]>} */
const toolsFor = {
  demo: [{ program: 'ffmpeg', debian: 'ffmpeg', why: 'reads and converts recordings' }],
  test: [
    { program: 'ffmpeg', debian: 'ffmpeg', why: 'reads and converts recordings' },
    { program: 'chromium', debian: 'chromium', why: 'the browser in which the room is tested' },
  ],
}
/** Installed along with the others, never demanded: without it media programs run with resource limits only. */
const optionalTools = [{ program: 'bwrap', debian: 'bubblewrap', why: 'shuts media programs in' }]

/**
 * The first way in which the installed packages (npm's own record in node_modules) are not those of the lock file, or null.
 * Packages for other machines are not expected; an interrupted installation leaves no record at all.
 * @param {LockFile} lock @param {LockFile | null} installed @param {Machine} machine @returns {string | null}
 */
export function lockDifference(lock, installed, machine) {
  if (installed === null) return 'no packages are installed'
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === '' || !runsOn(wanted, machine)) continue
    const found = installed.packages[path]
    if (!found) return `${path} is not installed`
    if (found.version !== wanted.version || found.integrity !== wanted.integrity)
      return `${path} is installed as ${found.version}, not as the locked ${wanted.version}`
  }
  return null
}

/** @param {Package} wanted @param {Machine} machine */
function runsOn(wanted, machine) {
  const names = (/** @type {string | string[] | undefined} */ value) =>
    value === undefined ? null : [value].flat()
  const suits = (/** @type {string[] | null} */ list, /** @type {string} */ name) =>
    list === null || list.includes(name)
  return (
    suits(names(wanted.os), machine.os) &&
    suits(names(wanted.cpu), machine.cpu) &&
    suits(names(wanted.libc), machine.libc)
  )
}

/** @param {string} program @returns {boolean} */
function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder || '.', program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`set-up: ${text}\n`)
}

/** Ends with what a person has to do; 2 is the exit code for "this cannot run as it stands". @param {string[]} lines @returns {never} */
function stop(...lines) {
  for (const line of lines) say(line)
  process.exit(2)
}

/** Runs a program with its output on standard error, so that standard output stays the command's own. @param {string[]} command @param {Record<string, string>} [env] */
function run(command, env = {}) {
  const [program = '', ...rest] = command
  const done = spawnSync(program, rest, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  })
  return done.status === 0
}

/** @param {string} path @returns {LockFile | null} */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'))
  } catch {
    return null
  }
}

/** @returns {Machine} */
function thisMachine() {
  // The report would otherwise look up the names of the machine's network addresses.
  if (process.report) Object.assign(process.report, { excludeNetwork: true })
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (
    process.report?.getReport()
  )
  return {
    os: process.platform,
    cpu: process.arch,
    libc: report?.header?.glibcVersionRuntime ? 'glibc' : 'musl',
  }
}

/** @param {Machine} machine */
function refuseOtherSystems(machine) {
  const fits = machine.os === 'linux' && ['x64', 'arm64'].includes(machine.cpu) && machine.libc === 'glibc'
  if (!fits) {
    stop(
      `Sightline runs on Debian-like Linux (x64 or arm64). This is ${machine.os} on ${machine.cpu} (${machine.libc}).`,
      'Elsewhere use Docker; from this folder:',
      '  docker build -t sightline .',
      '  docker run --rm -p 127.0.0.1:8787:8787 sightline demo --listen 0.0.0.0 --port 8787 --no-browser',
    )
  }
}

function pinnedNodeVersion() {
  const name = `node-linux-${process.arch}`
  const wanted = readLock('package-lock.json')?.packages[`node_modules/${name}`]?.version
  const found = spawnSync(join(root, 'node_modules', name, 'bin/node'), ['--version'], { encoding: 'utf8' })
  return { wanted: `v${wanted}`, found: found.stdout?.trim() ?? 'nothing' }
}

/** @param {Machine} machine */
function installPackages(machine) {
  const lock = readLock('package-lock.json')
  if (lock === null) stop('package-lock.json is missing or cannot be read; check the folder out again.')
  const why = lockDifference(lock, readLock('node_modules/.package-lock.json'), machine)
  const node = pinnedNodeVersion()
  if (why === null && node.found === node.wanted) return
  say(`installing packages (${why ?? `the pinned Node.js answers ${node.found}, not ${node.wanted}`})`)
  // The npm that called us, so that one program and one configuration serve the whole run.
  const caller = process.env['npm_execpath']
  const npm = caller && /npm-cli\.c?js$/.test(caller) ? [process.execPath, caller] : ['npm']
  if (!run([...npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']))
    stop('npm could not install the packages; its message is above. Is there a network?')
  const after = pinnedNodeVersion()
  if (after.found !== after.wanted)
    stop(`the pinned Node.js was installed but answers ${after.found}, not ${after.wanted}.`)
}

/** @param {Tool[]} wanted */
function installTools(wanted) {
  const missing = wanted.filter(tool => !isOnPath(tool.program))
  if (missing.length === 0) return
  const names = [...missing, ...optionalTools.filter(tool => !isOnPath(tool.program))].map(
    tool => tool.debian,
  )
  const steps = [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...names],
  ]
  const byHand = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`
  const list = missing.map(tool => `${tool.debian} (${tool.why})`).join(', ')
  if (!isOnPath('apt-get'))
    stop(`missing: ${list}. Install with this system's package manager and run again.`)

  const isRoot = process.getuid?.() === 0
  const maySudo =
    !isRoot && isOnPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
  if (!isRoot && !maySudo) {
    stop(
      `missing: ${list}.`,
      'Run this as an administrator, then run the same npm command again:',
      `  ${byHand}`,
    )
  }
  say(`installing ${names.join(', ')} with apt-get`)
  const quiet = { DEBIAN_FRONTEND: 'noninteractive', NEEDRESTART_MODE: 'a' }
  for (const step of steps) {
    // A failed update is not the end: the lists already present may do.
    run(isRoot ? step : ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND,NEEDRESTART_MODE', ...step], quiet)
  }
  const still = missing.filter(tool => !isOnPath(tool.program))
  if (still.length > 0)
    stop(`apt-get did not install ${still.map(tool => tool.debian).join(', ')}. Run by hand:`, `  ${byHand}`)
}

function buildRoom() {
  if (!run([join(root, 'bin/node'), join(root, 'scripts/build-room.ts'), '--if-changed']))
    stop('the room could not be built; the message is above.')
}

/** Without it a release is checked all the same, and the check starts later. */
function buildQuickVerifier() {
  if (!run([join(root, 'bin/node'), join(root, 'scripts/build-verifier.ts'), '--quick']))
    say('what starts the check of releases quickly could not be built; the message is above.')
}

function main() {
  const purpose = process.argv[2]
  if (purpose !== 'demo' && purpose !== 'test') stop('usage: node scripts/setup.mjs demo|test')
  const machine = thisMachine()
  refuseOtherSystems(machine)
  installPackages(machine)
  installTools(toolsFor[purpose])
  buildRoom()
  buildQuickVerifier()
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main()
