/** What opening a folder costs beside ffmpeg alone making the same proxies: CPU seconds, and memory of the application. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../steps.ts'

const clips = 3
const secondsEach = 40
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

/** Opens the folder and waits until nothing is left to compute. CPU is the application's with all it started. */
async function openCost(folder: string, caseDir: string): Promise<Cost> {
  const sightline = join(root, 'bin/sightline')
  const began = performance.now()
  const words = ['open', folder, '--case', caseDir, '--as', 'bench', '--no-browser']
  const child = spawn(sightline, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let messages = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    messages += text
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  try {
    for (;;) {
      await wait(500)
      if (child.exitCode !== null) throw new Error(`sightline open ended early:\n${messages}`)
      const listed = spawnSync(sightline, ['list', caseDir, '--json'], { encoding: 'utf8' })
      if (listed.status === 0 && JSON.parse(listed.stdout).settled === true) break
    }
    const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    // Fields 14 to 17 of the line, counted from the state, which is the third: own user and system time, then that of children waited for.
    const ticks = stat.slice(11, 15).map(Number)
    const peakKilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return {
      cpuSeconds: ticks.reduce((sum, each) => sum + each, 0) / ticksPerSecond,
      wallSeconds: (performance.now() - began) / 1000,
      peakMegabytes: Number(peakKilobytes) / 1000,
    }
  } finally {
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
