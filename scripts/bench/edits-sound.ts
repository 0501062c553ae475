/**
 * How right the sound of films is told whose pictures are known: made films of sound alone, coded as films and recordings are. `SIGHTLINE_BENCH_SEED`
 * (1) is the first seed, `SIGHTLINE_BENCH_CASES` (8) how many; `SIGHTLINE_BENCH_VOICES` a folder of WAV files of 8 kHz that speak, without which
 * speech is made too; `SIGHTLINE_BENCH_WRONG=1` lists what was wrong.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heardIn, type PictureThere, type Sound, searchSound } from '@sightline/core/edits'
import { openMediaFile } from '../../app/src/media/media-file.ts'
import { probe } from '../../app/src/media/probe.ts'
import { decodeSound, soundOrigin, soundTrackOf } from '../../app/src/sound/decode.ts'
import { loadFft } from '../../app/src/sound/fft.ts'
import { emptyTally, judgeSound, soundReport } from '../../test/cases/edits/score.ts'
import { makeSoundFilm, type SoundFilm } from '../../test/cases/edits/sound-films.ts'

export async function benchEditsSound(): Promise<void> {
  // The one reader of these variables: a bench is no part of the product.
  const first = Number(process.env['SIGHTLINE_BENCH_SEED'] ?? 1)
  const cases = Number(process.env['SIGHTLINE_BENCH_CASES'] ?? 8)
  const voices = process.env['SIGHTLINE_BENCH_VOICES'] ?? null
  const showsWrong = process.env['SIGHTLINE_BENCH_WRONG'] !== undefined
  const transforms = await loadFft()
  const tally = emptyTally()
  const dir = mkdtempSync(join(tmpdir(), 'sightline-bench-edits-sound-'))
  let micros = 0
  let seconds = 0
  try {
    for (let seed = first; seed < first + cases; seed++) {
      const own = join(dir, String(seed))
      mkdirSync(own)
      const film = makeSoundFilm(own, seed, voices)
      const sound = await soundOf(film.file)
      const sounds: Sound[] = []
      for (const raw of film.raws) sounds.push(await soundOf(raw))
      const before = process.cpuUsage()
      const heard = heardIn(searchSound({ sound, sounds, transforms }), picturesOf(film), film.joins)
      const { user, system } = process.cpuUsage(before)
      micros += user + system
      seconds += film.seconds
      const wrong: string[] = []
      judgeSound({ hasSound: true, sound: film.sound }, { heard }, tally, wrong)
      if (showsWrong) for (const line of wrong) console.log(`  ${seed}: ${line}`)
      rmSync(own, { recursive: true })
    }
    console.log(soundReport(tally))
    console.log(
      `CPU for a second of film, reading its file left out: ${(micros / 1000 / seconds).toFixed(0)} ms`,
    )
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** What the pictures show, and cards where they show nothing. */
function picturesOf({ pictures, joins, seconds }: SoundFilm): readonly PictureThere[] {
  const edges = [0, ...joins, seconds]
  const plain = { slack: [0, 0], frameSeconds: 1 / 30, layer: 0 } as const
  return edges.slice(1).map((to, n) => {
    const from = edges[n] as number
    const shown = pictures.find(each => each.from === from)
    return { ...plain, ...(shown ?? { raw: null, start: 0, rate: 0 }), from, to }
  })
}

async function soundOf(path: string): Promise<Sound> {
  const { signal } = new AbortController()
  await using media = await openMediaFile(path)
  const probed = await probe(media, signal)
  const track = probed.kind === 'refused' ? null : soundTrackOf(probed.facts)
  if (!track) throw new Error(`expected sound in ${path}`)
  const parts: Int16Array[] = []
  const { samples } = await decodeSound(media, track, signal, part => {
    parts.push(part.slice())
  })
  const whole = new Int16Array(samples)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return {
    length: samples,
    origin: soundOrigin(track) / 1e6,
    slice(from, to) {
      const out = new Int16Array(Math.max(0, to - from))
      const [start, end] = [Math.max(0, from), Math.min(samples, to)]
      if (end > start) out.set(whole.subarray(start, end), start - from)
      return out
    },
  }
}
