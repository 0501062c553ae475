/** A film against many hours of recordings: memory, time, and the room that the kept pictures take. */
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareInThread, type StoredFilm } from '../../app/src/edits/compare-thread.ts'
import { PackedWriter } from '../../app/src/edits/packed-pictures.ts'
import { storedFacts } from '../../app/src/edits/stored-pictures.ts'

const [width, height] = [128, 72]
const rate = 30
/** Ground that a camera pans over before it comes to other ground. */
const groundFrames = 1800
const groundWidth = width + groundFrames
const chroma = (width >> 1) * (height >> 1) * 2
const shotSeconds = 10

export async function benchLongEdits(): Promise<void> {
  // The one reader of these variables: a bench is no part of the product.
  const hours = Number(process.env['SIGHTLINE_BENCH_HOURS'] ?? 10)
  const films = Number(process.env['SIGHTLINE_BENCH_CASES'] ?? 1)
  const dir = mkdtempSync(join(tmpdir(), 'sightline-bench-long-'))
  try {
    const raws: StoredFilm[] = []
    let kept = 0
    for (let n = 0; n < hours; n++) {
      const { stored, bytes } = keep(dir, `raw-${n}`, () => everyFrame(n, 3600 * rate))
      raws.push(stored)
      kept += bytes
    }
    console.log(
      `${hours} hours of recordings, pictures of ${width} × ${height} at ${rate} a second: ${(kept / 1e9).toFixed(2)} GB kept`,
    )
    for (let film = 0; film < films; film++) {
      const shots = Array.from({ length: 6 }, (_, n) => ({
        camera: (3 * n + film) % hours,
        // Whole seconds, as the sound is made.
        from: Math.round(((n + 0.37 + film / 7) % 6) * 590) * rate,
      }))
      const frames = shots.flatMap(({ camera, from }) =>
        Array.from({ length: shotSeconds * rate }, (_, at) => ({ camera, at: from + at })),
      )
      const { stored } = keep(dir, `film-${film}`, () => frames)
      // From here on the most is counted anew: what made the recordings is no part of it.
      writeFileSync('/proc/self/clear_refs', '5')
      const before = process.cpuUsage()
      const began = performance.now()
      const answer = await compareInThread(
        { of: stored, against: raws },
        new AbortController().signal,
        () => undefined,
      )
      if (answer.kind === 'failed') throw new Error(answer.message)
      const { user, system } = process.cpuUsage(before)
      let right = 0
      for (const { segment } of answer.account.shown)
        for (const [n, frame] of segment.frames.entries()) {
          const truth = frames[segment.from + n]
          if (truth && truth.camera === segment.raw && Math.abs(truth.at - frame) <= 1) right++
        }
      console.log(
        `film ${film + 1} of ${frames.length / rate} s: ${right} of ${frames.length} frames right, ${((performance.now() - began) / 1000).toFixed(0)} s, CPU ${((user + system) / 1e6).toFixed(0)} s, at most ${peakMb()} MB of memory`,
      )
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The most that the program has held at once since that was last counted anew, as Linux counts it. */
function peakMb(): string {
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
  return found ? (Number(found[1]) / 1000).toFixed(0) : '?'
}

/** One after another, so that they take no room. */
function* everyFrame(camera: number, count: number): Generator<Shown> {
  for (let at = 0; at < count; at++) yield { camera, at }
}

interface Shown {
  readonly camera: number
  readonly at: number
}

function keep(
  dir: string,
  name: string,
  frames: () => Iterable<Shown>,
): { readonly stored: StoredFilm; readonly bytes: number } {
  const small = join(dir, `${name}.pictures`)
  const file = openSync(small, 'w')
  const writer = new PackedWriter(file, { width, height })
  const picture = new Uint8Array(width * height + chroma).fill(128)
  let held = ''
  let ground: Uint8Array = new Uint8Array(0)
  let count = 0
  for (const { camera, at } of frames()) {
    count++
    const piece = Math.floor(at / groundFrames)
    if (held !== `${camera} ${piece}`) {
      held = `${camera} ${piece}`
      ground = groundOf(camera * 10_007 + piece)
    }
    const left = at % groundFrames
    for (let y = 0; y < height; y++)
      picture.set(ground.subarray(y * groundWidth + left, y * groundWidth + left + width), y * width)
    // A lamp that goes its own way.
    const [x, y] = [(7 * at) % (width - 8), (3 * at) % (height - 8)]
    for (let row = 0; row < 8; row++) picture.fill(230, (y + row) * width + x, (y + row) * width + x + 8)
    writer.add(picture)
  }
  const packed = writer.finish()
  closeSync(file)
  const facts = join(dir, `${name}.facts`)
  const times = Float64Array.from({ length: count + 1 }, (_, n) => n / rate)
  writeFileSync(facts, storedFacts({ width, height, fullWidth: 1280, fullHeight: 720, count, times }, packed))
  return {
    stored: { pictures: { small, facts, fingerprints: null }, sound: soundOf(dir, name, frames()) },
    bytes: statSync(small).size + statSync(facts).size,
  }
}

/** Smooth noise that no other piece of any camera has. */
function groundOf(seed: number): Uint8Array {
  const random = randomOf(seed)
  const cells = Array.from({ length: (groundWidth >> 2) * ((height >> 2) + 1) }, () => 40 + (random() % 170))
  return Uint8Array.from({ length: groundWidth * height }, (_, n) => {
    const [x, y] = [n % groundWidth, Math.floor(n / groundWidth)]
    return (cells[(y >> 2) * (groundWidth >> 2) + (x >> 2)] ?? 0) + (random() % 5)
  })
}

/** Sound of each camera's own second by second, so that a film's sound tells where it is from. */
function soundOf(dir: string, name: string, frames: Iterable<Shown>): StoredFilm['sound'] {
  const samples = join(dir, `${name}.samples`)
  const file = openSync(samples, 'w')
  let length = 0
  const block = new Int16Array(8000)
  let at = 0
  for (const first of frames) {
    if (at++ % rate > 0) continue
    const random = randomOf(first.camera * 1_000_003 + Math.floor(first.at / rate))
    for (let n = 0; n < block.length; n++) block[n] = ((random() % 2001) - 1000) * 4
    writeSync(file, new Uint8Array(block.buffer))
    length += block.length
  }
  closeSync(file)
  return { samples, length, originMicros: 0 }
}

function randomOf(seed: number): () => number {
  let state = (Math.imul(seed + 1, 2654435761) ^ 0x9e3779b9) >>> 0
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 8
  }
}
