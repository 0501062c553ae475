/** Films of sound alone, cut from made recordings, whose truth is known for every 10 ms. Their pictures are told, not made. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applySection, bell, highPass, lowPass } from '../sound/filters.ts'
import { between, normalFrom, type Random, randomFrom } from '../sound/random.ts'
import { alarm, bangs, inRoom, mixOf, music, talk, traffic } from '../sound/sources.ts'
import { wav } from '../sound/wav.ts'
import type { TrueSound } from './film.ts'

/** What the pictures of a stretch show, by the recordings' and the film's own seconds. */
export interface TruePicture {
  readonly from: number
  readonly to: number
  readonly raw: number
  /** Second of the recording at second 0 of the film, and how fast it runs. */
  readonly start: number
  readonly rate: number
}

export interface SoundFilm {
  readonly file: string
  readonly raws: readonly string[]
  readonly seconds: number
  /** Where the picture changes, seconds. */
  readonly joins: readonly number[]
  readonly pictures: readonly TruePicture[]
  readonly sound: readonly HeardThere[]
}

/** `how` names the way in which it was made. */
interface HeardThere extends TrueSound {
  readonly how: string
}

const made = 8000
const rate = 48_000
const frameRate = 30

const chosen = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** `voices` is a folder of WAV files of 8 kHz that speak; without it speech is made. */
export function makeSoundFilm(dir: string, seed: number, voices: string | null): SoundFilm {
  const random = randomFrom(seed * 7717 + 11)
  const spoken = voices === null ? [] : readdirSync(voices).sort()
  // What is laid over is said nowhere in the recordings.
  const [inRecordings, over] = [0, 1].map(part => spoken.filter((_, n) => n % 2 === part)) as [
    string[],
    string[],
  ]
  const speechOf =
    (words: readonly string[]) =>
    (seconds: number): Float32Array => {
      if (voices === null || random() < 0.2) return talk(Math.floor(random() * 1e9), seconds)
      const out = new Float32Array(Math.round(seconds * made))
      for (let at = Math.round(between(random, 0, 0.5) * made); at < out.length; ) {
        const word = samplesOf(readFileSync(join(voices, chosen(random, words))))
        out.set(word.subarray(0, Math.max(0, out.length - at)), at)
        at += word.length + Math.round(between(random, 0.1, 2.5) * made)
      }
      return out
    }
  const raws = makeRaws(dir, random, speechOf(inRecordings))
  const film = new Cutting(random, raws, speechOf(over))
  for (let n = 0; n < 16; n++) film.addShot()
  const file = join(dir, 'film.m4a')
  const [bits, at] = [chosen(random, ['48k', '64k', '96k', '160k']), chosen(random, [48_000, 48_000, 44_100])]
  code(film.sound(), rate, file, ['-c:a', 'aac', '-b:a', bits, '-ar', String(at)])
  return {
    ...{ file, raws: raws.map(each => each.file), seconds: film.frames / frameRate },
    ...{ joins: film.joins, pictures: film.pictures, sound: film.truth },
  }
}

interface Raw {
  readonly file: string
  /** As an editor's program reads it: 48 kHz. */
  readonly sound: Float32Array
  readonly seconds: number
  /** Second of the file's own clock at which its sound begins: MP3 begins late by what its coder needs. */
  readonly origin: number
  /** Recordings with the same number were made at one place at one time; this one began so many seconds into it. */
  readonly scene: number
  readonly began: number
}

function makeRaws(dir: string, random: Random, speech: (seconds: number) => Float32Array): readonly Raw[] {
  const raws: Raw[] = []
  for (let scene = 0; scene < 4; scene++) {
    const seconds = 26
    const whole = seconds + 6
    const [voice, second] = [speech(whole), speech(whole)]
    const events = Array.from({ length: 3 }, () => between(random, 0, whole))
    const seed = Math.floor(random() * 1e9)
    const siren = random() < 0.25 ? alarm(seed, whole, { from: between(random, 0, 20) }) : null
    const radio = random() < 0.2 ? music(seed, whole) : null
    const happens = mixOf(
      [between(random, 0.1, 0.4), voice],
      [between(random, 0.02, 0.3), second],
      [random() < 0.5 ? 0.3 : 0, bangs(seed, whole, events)],
      ...(siren ? [[between(random, 0.02, 0.1), siren] as const] : []),
      ...(radio ? [[between(random, 0.02, 0.2), radio] as const] : []),
    )
    for (let mic = 0; mic < (scene === 0 ? 2 : 1); mic++) {
      const began = mic === 0 ? 0 : between(random, 0.5, 5)
      const heard = inRoom(seed + mic, happens.slice(Math.round(began * made)), {
        ...{ seconds: between(random, 0.1, 0.4), level: random() < 0.5 ? 0.1 : 0.6 },
      }).slice(0, seconds * made)
      const noise = traffic(seed + 7 * mic + 1, seconds)
      const hiss = Float32Array.from(noise, normalFrom(randomFrom(seed + mic + 2)))
      applySection(hiss, lowPass(between(random, 1000, 3800), made))
      const level = 10 ** -between(random, 0, 2)
      const sound = mixOf([1, heard], [0.5 * level, noise], [0.1 * level * random(), hiss])
      if (random() < 0.2) sound.fill(0, 9 * made, Math.round(between(random, 9.2, 12) * made))
      applySection(sound, bell(between(random, 500, 2500), made, 1.5, between(random, -6, 6)))
      const file = join(dir, `raw-${scene}-${mic}.${chosen(random, ['m4a', 'm4a', 'm4a', 'wav', 'mp3'])}`)
      const ownRate = chosen(random, [48_000, 48_000, 44_100, 16_000, 8000])
      const coded = file.endsWith('wav')
        ? ['-c:a', 'pcm_s16le']
        : ['-b:a', chosen(random, ['48k', '64k', '128k'])]
      code(sound, made, file, [...coded, '-ar', String(file.endsWith('mp3') ? 44_100 : ownRate)])
      raws.push({
        file,
        sound: decoded(file),
        seconds,
        origin: file.endsWith('mp3') ? 1105 / 44_100 : 0,
        scene,
        began,
      })
    }
  }
  return raws
}

const modes = [
  ...['raw', 'raw', 'raw', 'raw', 'coloured', 'muted', 'hole', 'offset', 'offset', 'other', 'other', 'mic'],
  ...[
    'replaced',
    'tune',
    'voiceover',
    'voiceover',
    'voiceover',
    'narrator',
    'bleep',
    'bleep',
    'split',
    'bed',
    'room',
  ],
] as const
const atOtherSpeed = ['muted', 'muted', 'muted', 'narrator', 'replaced', 'tune', 'kept', 'stretched'] as const
const withoutPicture = ['muted', 'narrator', 'replaced', 'tune', 'other'] as const

class Cutting {
  readonly #random: Random
  readonly #raws: readonly Raw[]
  readonly #speech: (seconds: number) => Float32Array
  readonly #parts: Float32Array[] = []
  readonly joins: number[] = []
  readonly pictures: TruePicture[] = []
  readonly truth: HeardThere[] = []
  frames = 0

  constructor(random: Random, raws: readonly Raw[], speech: (seconds: number) => Float32Array) {
    this.#random = random
    this.#raws = raws
    this.#speech = speech
  }

  sound(): Float32Array {
    const length = this.#parts.reduce((sum, each) => sum + each.length, 0)
    const out = new Float32Array(length)
    let at = 0
    for (const each of this.#parts) {
      out.set(each, at)
      at += each.length
    }
    return out.map(value => Math.max(-1, Math.min(1, value)))
  }

  addShot(): void {
    const random = this.#random
    const frames = 24 + Math.floor(random() * 57)
    const from = this.frames / frameRate
    const to = (this.frames + frames) / frameRate
    if (this.frames > 0) this.joins.push(from)
    this.frames += frames
    const raw = Math.floor(random() * this.#raws.length)
    const own = this.#raws[raw] as Raw
    const speed = random() < 0.7 ? 1 : chosen(random, [0, 0.25, 0.5, 2, -1, null])
    const first = Math.floor(between(random, 1, own.seconds - 2 * (to - from) - 1) * frameRate) / frameRate
    const start = speed === -1 ? first + (to - from) : first
    if (speed !== null)
      this.pictures.push({ from, to, raw, start: own.origin + start - speed * from, rate: speed })
    const mode =
      speed === null
        ? chosen(random, withoutPicture)
        : speed === 1 || speed === 0
          ? chosen(random, modes)
          : chosen(random, atOtherSpeed)
    this.#hear(mode, from, to, { raw, first, speed: speed ?? 0, from })
  }

  /** Fills the film's sound from `from` to `to`, and says what was last put there. */
  #hear(
    mode: (typeof modes)[number] | (typeof atOtherSpeed)[number],
    from: number,
    to: number,
    shot: { readonly raw: number; readonly first: number; readonly speed: number; readonly from: number },
  ): HeardThere {
    const random = this.#random
    const { raw, first } = shot
    const at = (time: number) => first + time - shot.from
    const length = to - from
    const others = this.#raws.map((_, n) => n).filter(n => this.#raws[n]?.scene !== this.#raws[raw]?.scene)
    const tell = (
      kind: TrueSound['kind'],
      [start, end]: readonly [number, number],
      source: readonly [raw: number, rawStart: number | null] | null,
      sound: Float32Array,
    ): HeardThere => {
      const told = {
        ...{ kind, start, end, how: shot.speed === 1 ? mode : `${mode} ×${shot.speed}` },
        ...{
          raw: source?.[0] ?? null,
          rawStart:
            source === null || source[1] === null ? null : source[1] + (this.#raws[source[0]] as Raw).origin,
        },
      }
      this.truth.push(told)
      this.#parts.push(sound)
      return told
    }
    const span = (start: number, end: number) => Math.round(end * rate) - Math.round(start * rate)
    const silence = (start: number, end: number) => new Float32Array(span(start, end))
    const of = (which: number, second: number, start: number, end: number) =>
      this.#read(which, second, span(start, end))
    const narration = (start: number, end: number) =>
      toFilmRate(this.#speech(end - start + 0.1), span(start, end))
    const loud = between(random, 0.4, 1)
    switch (mode) {
      case 'raw':
      case 'kept':
        return tell('raw', [from, to], [raw, at(from)], of(raw, at(from), from, to))
      case 'coloured': {
        const sound = of(raw, at(from), from, to)
        applySection(sound, highPass(between(random, 80, 300), rate))
        applySection(sound, bell(between(random, 600, 3000), rate, 1, between(random, -10, 10)))
        const gain = between(random, 0.2, 1.8)
        return tell(
          'raw',
          [from, to],
          [raw, at(from)],
          sound.map(value => gain * value),
        )
      }
      case 'room': {
        const dry = of(raw, at(from), from, to)
        const delay = Math.round(between(random, 0.03, 0.12) * rate)
        return tell(
          'raw',
          [from, to],
          [raw, at(from)],
          dry.map((value, n) => value + 0.5 * (dry[n - delay] ?? 0)),
        )
      }
      case 'stretched': {
        const sound = Float32Array.from({ length: span(from, to) }, (_, n) => {
          const read =
            (first +
              (shot.speed < 0
                ? shot.speed * (from - shot.from) + (to - shot.from)
                : shot.speed * (from - shot.from))) *
              rate +
            shot.speed * n
          const [whole, part] = [Math.floor(read), read - Math.floor(read)]
          const { sound: own } = this.#raws[raw] as Raw
          return (1 - part) * (own[whole] ?? 0) + part * (own[whole + 1] ?? 0)
        })
        return tell('raw', [from, to], [raw, null], sound)
      }
      case 'muted':
        return tell('muted', [from, to], null, silence(from, to))
      case 'hole': {
        const [a, b] = [from + length / 3, from + length * between(random, 0.45, 0.8)]
        tell('raw', [from, a], [raw, at(from)], of(raw, at(from), from, a))
        tell('muted', [a, b], null, silence(a, b))
        return tell('raw', [b, to], [raw, at(b)], of(raw, at(b), b, to))
      }
      case 'offset': {
        const shift = between(random, 0.2, 0.9) * (random() < 0.5 ? -1 : 1)
        const second = Math.max(0, at(from) + shift)
        return tell('offset', [from, to], [raw, second], of(raw, second, from, to))
      }
      case 'mic':
      case 'other': {
        const own = this.#raws[raw] as Raw
        const twin = this.#raws.findIndex((each, n) => n !== raw && each.scene === own.scene)
        if (mode === 'mic' && twin >= 0) {
          const second = at(from) + own.began - (this.#raws[twin] as Raw).began
          if (second > 0 && second + length < (this.#raws[twin] as Raw).seconds)
            return tell('other', [from, to], [twin, second], of(twin, second, from, to))
        }
        const which = chosen(random, others)
        const second = between(random, 0, (this.#raws[which] as Raw).seconds - length)
        return tell('other', [from, to], [which, second], of(which, second, from, to))
      }
      case 'replaced': {
        const bed = traffic(Math.floor(random() * 1e9), length + 0.1)
        const said = this.#speech(length + 0.1)
        const sound = mixOf([between(random, 0.2, 0.6), bed], [between(random, 0.3, 1), said])
        return tell('replaced', [from, to], null, toFilmRate(sound, span(from, to)))
      }
      case 'tune': {
        const sound = music(Math.floor(random() * 1e9), length + 0.1)
        return tell(
          'replaced',
          [from, to],
          null,
          toFilmRate(sound, span(from, to)).map(value => 0.6 * value),
        )
      }
      case 'narrator':
        return tell(
          'voiceover',
          [from, to],
          null,
          narration(from, to).map(value => loud * value),
        )
      case 'voiceover':
      case 'bed': {
        const [duck, over] = mode === 'bed' ? [1, 0.3] : [between(random, 0.08, 0.5), loud]
        const second =
          mode === 'bed'
            ? toFilmRate(music(Math.floor(random() * 1e9), length + 0.1), span(from, to))
            : narration(from, to)
        const sound = of(raw, at(from), from, to)
        return tell(
          'voiceover',
          [from, to],
          [raw, at(from)],
          sound.map((value, n) => duck * value + over * (second[n] ?? 0)),
        )
      }
      case 'bleep': {
        const a = from + length * between(random, 0.2, 0.4)
        const b = Math.min(to, a + between(random, 0.25, 0.8))
        const [hz, under, level] = [
          between(random, 350, 2500),
          random() < 0.3 ? 0.3 : 0,
          between(random, 0.08, 0.5),
        ]
        const isSquare = random() < 0.2
        tell('raw', [from, a], [raw, at(from)], of(raw, at(from), from, a))
        const tone = of(raw, at(a), a, b).map((value, n) => {
          const wave = Math.sin((2 * Math.PI * hz * n) / rate)
          return under * value + level * (isSquare ? Math.sign(wave) : wave)
        })
        tell('bleep', [a, b], null, tone)
        return tell('raw', [b, to], [raw, at(b)], of(raw, at(b), b, to))
      }
      case 'split': {
        // Another recording's sound comes in before the shot is over, as where the next shot is heard first.
        const which = chosen(random, others)
        const b = Math.max(from + 0.3, to - between(random, 0.2, 0.7))
        const second = between(random, 0, (this.#raws[which] as Raw).seconds - length)
        tell('raw', [from, b], [raw, at(from)], of(raw, at(from), from, b))
        return tell('other', [b, to], [which, second], of(which, second, b, to))
      }
    }
  }

  #read(raw: number, second: number, length: number): Float32Array {
    const { sound } = this.#raws[raw] as Raw
    const at = second * rate
    const [whole, part] = [Math.floor(at), at - Math.floor(at)]
    // Editors' programs cut sound at whole samples.
    return Float32Array.from({ length }, (_, n) => sound[whole + (part < 0.5 ? 0 : 1) + n] ?? 0)
  }
}

function ffmpeg(args: readonly string[], input?: Uint8Array): Buffer {
  const run = spawnSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args], {
    ...(input === undefined ? {} : { input }),
    maxBuffer: 2 ** 31 - 1,
  })
  if (run.status !== 0) throw new Error(`ffmpeg ${args.join(' ')}: ${run.stderr}`)
  return run.stdout
}

function code(sound: Float32Array, at: number, file: string, how: readonly string[]): void {
  writeFileSync(
    `${file}.pcm.wav`,
    wav(
      Int16Array.from(sound, value => Math.max(-1, Math.min(1, value)) * 32767),
      at,
    ),
  )
  ffmpeg(['-i', `${file}.pcm.wav`, ...how, file])
}

function decoded(file: string): Float32Array {
  const bytes = ffmpeg(['-i', file, '-ar', String(rate), '-ac', '1', '-f', 'f32le', 'pipe:1'])
  return new Float32Array(Uint8Array.from(bytes).buffer)
}

/** From 8 to 48 kHz by straight lines between samples, evened out: what is above 4 kHz is not looked at. */
function toFilmRate(sound: Float32Array, length: number): Float32Array {
  const out = Float32Array.from({ length }, (_, n) => {
    const at = (n * made) / rate
    const [whole, part] = [Math.floor(at), at - Math.floor(at)]
    return (1 - part) * (sound[whole] ?? 0) + part * (sound[whole + 1] ?? 0)
  })
  applySection(out, lowPass(3900, rate))
  return out
}

function samplesOf(bytes: Uint8Array): Float32Array {
  const at = 44
  const view = new DataView(bytes.buffer, bytes.byteOffset + at)
  return Float32Array.from(
    { length: Math.floor((bytes.length - at) / 2) },
    (_, n) => view.getInt16(2 * n, true) / 32768,
  )
}
