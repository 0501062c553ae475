/** What opening a folder costs beside ffmpeg alone making the same proxies: CPU seconds, and memory of the application. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../steps.ts'

const clips = 2
const secondsEach = 20
const size = '1280x720'
/** Ticks of /proc/PID/stat per second: the same on every Linux that Node.js runs on. */
const ticksPerSecond = 100

/** The encoding of the review proxy (`app/src/media/review-plan.ts`) and nothing else. */
const proxyWords = [
  ...['-c:v', 'libx264', '-preset', 'superfast', '-crf', '24', '-g', '15', '-bf', '0', '-pix_fmt', 'yuv420p'],
  ...['-fps_mode', 'passthrough', '-c:a', 'aac', '-b:a', '80k', '-ar', '48000'],
  ...['-avoid_negative_ts', 'disabled', '-movflags', '+faststart'],
]

/** Moving pictures with grain, as cameras make them, so that encoding costs what it costs in the field. */
function makeClips(folder: string): void {
  for (let clip = 0; clip < clips; clip++) {
    ffmpeg([
      ...['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=30,noise=alls=12:allf=t,hue=h=${clip * 90}`],
      ...['-f', 'lavfi', '-i', `anoisesrc=amplitude=0.2:seed=7,volume=volume='0.5+0.5*sin(t)':eval=frame`],
      ...[
        '-t',
        String(secondsEach),
        '-c:v',
        'libx264',
        '-preset',
        'veryfast',
        '-b:v',
        '6M',
        '-pix_fmt',
        'yuv420p',
      ],
      ...['-c:a', 'aac', '-ac', '1', join(folder, `camera ${clip + 1}.mp4`)],
    ])
  }
}

function ffmpeg(words: readonly string[]): void {
  const done = spawnSync('ffmpeg', ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y', ...words])
  if (done.status !== 0) throw new Error(`ffmpeg: ${done.stderr}`)
}

/** CPU seconds of ffmpeg alone over all clips, as the shell that waited for it counts them. */
function plainCpuSeconds(folder: string, out: string): number {
  const words = proxyWords.map(word => `'${word}'`).join(' ')
  const script = `for clip in "$1"/*.mp4; do ffmpeg -nostdin -loglevel error -y -copyts -i "$clip" ${words} "$2/plain.mp4" || exit 1; done; times`
  const done = spawnSync('sh', ['-c', script, 'sh', folder, out], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`ffmpeg: ${done.stderr}`)
  const children = done.stdout.trim().split('\n').at(-1) ?? ''
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)]
  if (parts.length !== 2) throw new Error(`expected the shell's times, found ${done.stdout}`)
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
}

interface Cost {
  readonly cpuSeconds: number
  readonly wallSeconds: number
  readonly peakMegabytes: number
}

/**
 * CPU of a process and of all it started, by looking every 50 ms: bubblewrap ends before its child is waited for, so the
 * kernel's own sums miss what ran inside. Up to 50 ms of each program at its end are not seen.
 */
class FamilyCpu {
  readonly #eldest: number
  readonly #ticks = new Map<string, number>()
  readonly #timer: NodeJS.Timeout

  constructor(eldest: number) {
    this.#eldest = eldest
    this.#timer = setInterval(() => this.#look(), 50)
  }

  end(): number {
    clearInterval(this.#timer)
    this.#look()
    return [...this.#ticks.values()].reduce((sum, each) => sum + each, 0) / ticksPerSecond
  }

  #look(): void {
    const all = new Map<number, { readonly parent: number; readonly id: string; readonly ticks: number }>()
    for (const name of readdirSync('/proc')) {
      const fields = /^\d+$/.test(name) ? statFields(Number(name)) : null
      if (!fields) continue
      // Counted from the state, the third field of the line: parent, user and system time, start.
      const [parent = 0, user = 0, system = 0, start = 0] = [1, 11, 12, 19].map(at => Number(fields[at]))
      all.set(Number(name), { parent, id: `${name} ${start}`, ticks: user + system })
    }
    for (const [pid, { id, ticks }] of all) {
      let at: number | undefined = pid
      while (at !== undefined && at !== this.#eldest) at = all.get(at)?.parent
      if (at === this.#eldest) this.#ticks.set(id, ticks)
    }
  }
}

function statFields(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null
  } catch {
    return null // it ended meanwhile
  }
}

/** Opens the folder and waits until nothing is left to compute. CPU is the application's with all it started. */
async function openCost(folder: string, caseDir: string): Promise<Cost> {
  const sightline = join(root, 'bin/sightline')
  const began = performance.now()
  const words = ['open', folder, '--case', caseDir, '--as', 'bench', '--no-browser']
  const child = spawn(sightline, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  if (child.pid === undefined) throw new Error('sightline could not be started')
  const cpu = new FamilyCpu(child.pid)
  let messages = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    messages += text
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  try {
    // What it says when nothing is left; asking with `list` would block the looking.
    while (!messages.includes('Everything is made')) {
      await wait(100)
      if (child.exitCode !== null || messages.includes('STOPPED'))
        throw new Error(`sightline open did not finish:\n${messages}`)
    }
    const peakKilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return {
      cpuSeconds: cpu.end(),
      wallSeconds: (performance.now() - began) / 1000,
      peakMegabytes: Number(peakKilobytes) / 1000,
    }
  } finally {
    cpu.end()
    child.kill('SIGTERM')
    await ended
  }
}

export async function benchOpen(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'sightline-bench-'))
  try {
    const folder = join(scratch, 'folder')
    mkdirSync(folder)
    makeClips(folder)
    const plain = plainCpuSeconds(folder, scratch)
    const open = await openCost(folder, join(scratch, 'case'))
    console.log(`${clips} recordings of ${secondsEach} s, ${size}`)
    console.log(`ffmpeg alone, same proxies: ${plain.toFixed(1)} s CPU`)
    console.log(
      `sightline open until settled: ${open.cpuSeconds.toFixed(1)} s CPU, ${open.wallSeconds.toFixed(1)} s`,
    )
    console.log(`ratio: ${(open.cpuSeconds / plain).toFixed(2)}`)
    console.log(`memory of the application at its peak: ${open.peakMegabytes.toFixed(0)} MB`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
