/**
 * How right and how costly it is to hold an edited film against recordings, on made films whose truth is known: every row of the table the
 * engine is judged by, and CPU beside ffmpeg decoding the same files. `SIGHTLINE_BENCH_SEED` (1) is the first seed,
 * `SIGHTLINE_BENCH_CASES` (7) how many; `SIGHTLINE_BENCH_FOOTAGE` a folder with vtest.avi and tree.avi of Debian's opencv-doc, where it lies
 * elsewhere; `SIGHTLINE_BENCH_WRONG=1` lists what was wrong.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareFilm } from '../../app/src/edits/compare-film.ts'
import { type FilmPlan, makeFilm } from '../../test/cases/edits/film.ts'
import { makeRaws, type RawKind } from '../../test/cases/edits/raws.ts'
import { emptyTally, judge, report } from '../../test/cases/edits/score.ts'

interface Material {
  readonly kinds: readonly RawKind[]
  /** Share of shots that are edited in each of several ways. */
  readonly edited: number
  readonly rate: number
  readonly coding: readonly string[]
}

const quality = (crf: number) => ['-crf', String(crf)]
const materials: readonly Material[] = [
  { kinds: ['hand-held', 'static', 'night'], edited: 0.3, rate: 30, coding: quality(25) },
  { kinds: ['hand-held', 'second-visit', 'second-camera'], edited: 0.5, rate: 25, coding: quality(25) },
  { kinds: ['variable', 'footage', 'night'], edited: 0.5, rate: 30, coding: quality(25) },
  { kinds: ['hand-held', 'still', 'variable'], edited: 0.4, rate: 30, coding: quality(25) },
  { kinds: ['hand-held', 'footage'], edited: 0.6, rate: 30, coding: ['-b:v', '200k'] },
  { kinds: ['static', 'night', 'hand-held'], edited: 0.7, rate: 30, coding: quality(28) },
  { kinds: ['hand-held', 'variable', 'second-visit'], edited: 0.15, rate: 29.97, coding: quality(25) },
]

export async function benchEdits(): Promise<void> {
  // The one reader of these variables: a bench is no part of the product.
  const first = Number(process.env['SIGHTLINE_BENCH_SEED'] ?? 1)
  const cases = Number(process.env['SIGHTLINE_BENCH_CASES'] ?? materials.length)
  const footage = process.env['SIGHTLINE_BENCH_FOOTAGE'] ?? '/usr/share/doc/opencv-doc/examples/data'
  const showsWrong = process.env['SIGHTLINE_BENCH_WRONG'] !== undefined
  const all = emptyTally()
  const dir = mkdtempSync(join(tmpdir(), 'sightline-bench-edits-'))
  try {
    for (let seed = first; seed < first + cases; seed++) {
      const material = materials[seed % materials.length] as Material
      const own = join(dir, String(seed))
      mkdirSync(own)
      const raws = makeRaws(own, material.kinds, { seed, seconds: 16, height: 180, footage })
      const plan: FilmPlan = {
        seed: seed + 1000,
        shots: 11,
        edited: material.edited,
        rate: material.rate,
        height: 180,
        video: ['-c:v', 'libx264', '-preset', 'veryfast', ...material.coding],
      }
      const film = makeFilm(own, raws, plan)
      const compared = await compareFilm(
        film.file,
        raws.map(({ file }) => file),
        { workDir: own, signal: new AbortController().signal, onProgress: () => undefined },
      )
      const wrong = judge(film, raws, compared.account, all)
      console.log(`case ${seed}: ${material.kinds.join(', ')}; ${film.frames.length} frames`)
      if (showsWrong) for (const line of wrong) console.log(`  ${line}`)
      rmSync(own, { recursive: true })
    }
    console.log(report(all))
    for (const height of [360, 1080]) cost(dir, height)
    costOfEdits(dir, footage)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

const seconds = 30

/** CPU of the verb beside that of decoding the same files once to nothing. */
function cost(dir: string, height: number): void {
  const width = (height * 16) / 9
  const raws = [1, 2].map(n => join(dir, `raw-${height}-${n}.mp4`))
  const noise = (n: number) =>
    `testsrc2=size=${width}x${height}:rate=30:duration=${seconds},rotate=a=0.05*sin(${n}*t):c=none,noise=alls=8:allf=t,hue=h=${90 * n}`
  for (const [n, file] of raws.entries())
    cpuOf([
      'ffmpeg',
      '-v',
      'error',
      '-y',
      '-f',
      'lavfi',
      '-i',
      noise(n + 1),
      '-f',
      'lavfi',
      '-i',
      `anoisesrc=seed=${n}:duration=${seconds}`,
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', file],
    ])
  const film = join(dir, `film-${height}.mp4`)
  const cut =
    '[0:v]trim=2:8,setpts=PTS-STARTPTS[a];[1:v]trim=10:16,setpts=PTS-STARTPTS[b];[0:v]trim=20:26,setpts=PTS-STARTPTS[c];[a][b][c]concat=n=3[v]'
  const sound =
    '[0:a]atrim=2:8,asetpts=PTS-STARTPTS[d];[1:a]atrim=10:16,asetpts=PTS-STARTPTS[e];[0:a]atrim=20:26,asetpts=PTS-STARTPTS[f];[d][e][f]concat=n=3:v=0:a=1[s]'
  cpuOf([
    'ffmpeg',
    '-v',
    'error',
    '-y',
    ...raws.flatMap(file => ['-i', file]),
    '-filter_complex',
    `${cut};${sound}`,
    '-map',
    '[v]',
    '-map',
    '[s]',
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-c:a',
    'aac',
    film,
  ])
  tellCost(`${height}p, noisy recordings cut without more`, [film, ...raws])
}

/**
 * The same where there is little to decode and much to find: recordings of half a minute, half of the film's shots changed in each of several ways. Then the same
 * files enlarged: what is found in them costs as much, and decoding more.
 */
function costOfEdits(dir: string, footage: string): void {
  const own = join(dir, 'edits')
  mkdirSync(own)
  const height = 360
  const raws = makeRaws(own, ['hand-held', 'static', 'night'], { seed: 1, seconds, height, footage })
  const video = ['-c:v', 'libx264', '-preset', 'veryfast', ...quality(25)]
  const film = makeFilm(own, raws, { seed: 1001, shots: 11, edited: 0.5, rate: 30, height, video })
  const files = [film.file, ...raws.map(({ file }) => file)]
  tellCost(`${height}p, every other shot edited`, files)
  const enlarged = files.map((file, n) => {
    const large = join(own, `large-${n}.mp4`)
    const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-c:a', 'copy']
    cpuOf([
      'ffmpeg',
      '-v',
      'error',
      '-i',
      file,
      '-fps_mode',
      'passthrough',
      '-vf',
      'scale=-2:1080',
      ...coding,
      large,
    ])
    return large
  })
  tellCost('1080p, the same enlarged', enlarged)
}

function tellCost(what: string, files: readonly string[]): void {
  const decode = files.reduce(
    (sum, file) => sum + cpuOf(['ffmpeg', '-v', 'error', '-i', file, '-f', 'null', '-']),
    0,
  )
  const ours = cpuOf([join(import.meta.dirname, '../../bin/sightline'), 'diff', '--json', ...files])
  console.log(
    `CPU at ${what}: ffmpeg decoding ${decode.toFixed(1)} s, sightline diff ${ours.toFixed(1)} s, ratio ${(ours / decode).toFixed(2)}`,
  )
}

/** CPU seconds of a program and all that it starts, by the shell's own count. */
function cpuOf(words: readonly string[]): number {
  const run = spawnSync('/bin/bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null', '-', ...words], {
    encoding: 'utf8',
  })
  const [user = 0, system = 0] = (run.stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return user + system
}
