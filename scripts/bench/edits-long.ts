/**
 * A film against many hours of recordings, by the verb itself: the most memory that it and all it starts hold at once, CPU, and how many frames are right; then
 * another film against the same recordings, with what was read of them kept. `SIGHTLINE_BENCH_HOURS` (10) recordings of an hour each, 640 × 360 at
 * `SIGHTLINE_BENCH_RATE` (5) pictures a second: what is held grows with pictures looked up, which are capped, and not with those decoded. `SIGHTLINE_BENCH_KEEP=1` adds the second film.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DiffReport } from '../../app/src/edits/diff-report.ts'

const [width, height] = [640, 360]
/** Each recording is six minutes of ground that it pans over, ten times over; that is encoded once. */
const unitSeconds = 360
const repeats = 10
/** Pixels from frame to frame. */
const pan = 10
const shots = 6
const shotSeconds = 10

export async function benchLongEdits(): Promise<void> {
  // The one reader of these variables: a bench is no part of the product.
  const hours = Number(process.env['SIGHTLINE_BENCH_HOURS'] ?? 10)
  const rate = Number(process.env['SIGHTLINE_BENCH_RATE'] ?? 5)
  const keeps = process.env['SIGHTLINE_BENCH_KEEP'] === '1'
  const dir = mkdtempSync(join(tmpdir(), 'sightline-bench-long-'))
  try {
    for (let n = 0; n < hours; n++) makeRecording(dir, n, rate)
    const raws = Array.from({ length: hours }, (_, n) => join(dir, `raw${n}.mp4`))
    console.log(`${hours} hours of recordings, ${width} × ${height} at ${rate} a second`)
    const films = [0, 1].map(seed => makeFilm(dir, seed, hours, rate))
    const runs = keeps
      ? ([
          [0, true],
          [1, true],
          [1, false],
        ] as const)
      : ([[0, false]] as const)
    for (const [n, isKept] of runs) {
      const film = films[n] as MadeFilm
      const more = isKept ? ['--keep', join(dir, 'kept')] : []
      const { out, seconds, cpu, peak } = await measured(dir, ['diff', '--json', ...more, film.file, ...raws])
      const right = rightIn(DiffReport.parse(JSON.parse(out)), film, raws, rate)
      console.log(
        `film ${n + 1}${isKept ? ', what is read is kept' : ''}: ${right} of ${film.truth.length} frames right, ${seconds.toFixed(0)} s, CPU ${cpu.toFixed(0)} s, at most ${(peak / 1e6).toFixed(0)} MB in all processes together`,
      )
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function ffmpeg(...args: readonly string[]): void {
  const run = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`expected ffmpeg to end well: ${run.stderr}`)
}

function makeRecording(dir: string, n: number, rate: number): void {
  const ground = join(dir, 'ground.pgm')
  const across = width + pan * rate * unitSeconds
  writeFileSync(ground, groundOf(n + 1, across))
  const picture = `[0:v]loop=loop=-1:size=1:start=0,setpts=N/${rate}/TB,fps=${rate},crop=${width}:${height}:${pan}*n:0,format=yuv420p[v]`
  const unit = join(dir, `unit${n}.mp4`)
  ffmpeg(
    ...['-i', ground, '-f', 'lavfi', '-i', `anoisesrc=r=16000:seed=${n}:duration=${unitSeconds}:color=pink`],
    ...[
      '-filter_complex',
      picture,
      '-map',
      '[v]',
      '-map',
      '1:a',
      '-t',
      String(unitSeconds),
      '-r',
      String(rate),
    ],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-g',
      '50',
      '-crf',
      '30',
      '-c:a',
      'aac',
      '-b:a',
      '32k',
      unit,
    ],
  )
  joined(dir, Array(repeats).fill(unit), join(dir, `raw${n}.mp4`), ['-c', 'copy'])
}

function joined(dir: string, files: readonly string[], to: string, coding: readonly string[]): void {
  const list = join(dir, 'list.txt')
  writeFileSync(list, files.map(file => `file '${file}'\n`).join(''))
  ffmpeg('-f', 'concat', '-safe', '0', '-i', list, ...coding, to)
}

/** Tiles of ten by ten pixels with a little noise, as a PGM. */
function groundOf(seed: number, across: number): Uint8Array {
  let state = (Math.imul(seed, 2654435761) ^ 0x9e3779b9) >>> 0
  const random = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 8
  }
  const columns = Math.ceil(across / 10)
  const cells = Uint8Array.from({ length: columns * Math.ceil(height / 10) }, () => 40 + (random() % 170))
  const head = Buffer.from(`P5\n${across} ${height}\n255\n`)
  const out = new Uint8Array(head.length + across * height)
  out.set(head)
  for (let y = 0, at = head.length; y < height; y++)
    for (let x = 0; x < across; x++, at++)
      out[at] = (cells[Math.floor(y / 10) * columns + Math.floor(x / 10)] as number) + (random() % 8)
  return out
}

interface MadeFilm {
  readonly file: string
  /** Of each frame the recording, and the frame of its six minutes. */
  readonly truth: readonly { readonly raw: number; readonly frame: number }[]
}

function makeFilm(dir: string, seed: number, hours: number, rate: number): MadeFilm {
  const parts = Array.from({ length: shots }, (_, n) => ({
    raw: (3 * n + seed) % hours,
    from: 30 + ((47 * (n + 1) + 31 * seed) % (unitSeconds - 60)),
    file: join(dir, `shot${n}.mp4`),
  }))
  for (const { raw, from, file } of parts)
    ffmpeg(
      ...['-ss', String(from), '-i', join(dir, `unit${raw}.mp4`), '-t', String(shotSeconds)],
      ...['-c:v', 'libx264', '-preset', 'fast', '-g', '20', '-c:a', 'aac', file],
    )
  const file = join(dir, `film${seed}.mp4`)
  joined(
    dir,
    parts.map(each => each.file),
    file,
    ['-c:v', 'libx264', '-preset', 'fast', '-c:a', 'aac'],
  )
  const truth = parts.flatMap(({ raw, from }) =>
    Array.from({ length: shotSeconds * rate }, (_, n) => ({ raw, frame: from * rate + n })),
  )
  return { file, truth }
}

/** A recording shows everything ten times: any of them is right. */
function rightIn(
  { segments }: DiffReport,
  { truth }: MadeFilm,
  raws: readonly string[],
  rate: number,
): number {
  let right = 0
  for (const { start, end, raw, rawStart, layer } of segments) {
    if (layer > 0) continue
    for (let frame = start; frame < end; frame++) {
      const shown = truth[frame]
      const off = ((rawStart + frame - start) % (unitSeconds * rate)) - (shown?.frame ?? 0)
      if (shown && raws[shown.raw] === raw && Math.abs(off) <= 1) right++
    }
  }
  return right
}

/** Runs the verb and looks ten times a second at what it and all that it starts hold: resident bytes, those that are shared counted once. */
async function measured(dir: string, args: readonly string[]) {
  const began = performance.now()
  const bin = join(import.meta.dirname, '../../bin/sightline')
  const child = spawn('/bin/bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', '-', bin, ...args], {
    env: { ...process.env, TMPDIR: dir },
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    err = (err + text).slice(-4000)
  })
  let peak = 0
  const looking = setInterval(() => {
    peak = Math.max(peak, heldBy(child.pid ?? 0))
  }, 100)
  const code = await new Promise<number | null>(resolve => child.on('close', resolve))
  clearInterval(looking)
  if (code !== 0) throw new Error(`expected the verb to end well: ${err}`)
  const [user = 0, system = 0] = (err.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { out, seconds: (performance.now() - began) / 1000, cpu: user + system, peak }
}

function heldBy(pid: number): number {
  try {
    const told = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const own = 1000 * Number(/^Pss:\s+(\d+) kB/m.exec(told)?.[1] ?? 0)
    const children = readdirSync(`/proc/${pid}/task`).flatMap(task =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    )
    return children.reduce((sum, each) => sum + heldBy(Number(each)), own)
  } catch {
    // It ended meanwhile.
    return 0
  }
}
