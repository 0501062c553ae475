/** The lines of the exercise, spoken by espeak-ng: a different voice for each role, and when each word is said. */
import { execFileSync } from 'node:child_process'
import type { Line } from '../story.ts'
import { lowPass, rate } from './signals.ts'

interface Voice {
  readonly words: readonly string[]
  /** Root mean square pressure at one metre, pascals: talk is about 0.03, a shout ten times that. */
  readonly pascals: number
}

const voices: Readonly<Record<Line['who'], Voice>> = {
  traineeA: { words: ['-v', 'en-us', '-p', '38', '-s', '160', '-a', '100'], pascals: 0.13 },
  traineeB: { words: ['-v', 'en-gb-x-rp+f2', '-p', '58', '-s', '158', '-a', '100'], pascals: 0.11 },
  actor: { words: ['-v', 'en-gb-scotland', '-p', '52', '-s', '150', '-a', '100'], pascals: 0.11 },
  dispatcher: { words: ['-v', 'en-us+f3', '-p', '46', '-s', '150', '-a', '100'], pascals: 0.05 },
  instructor: { words: ['-v', 'en-gb-x-gbcwmd', '-p', '30', '-s', '150', '-a', '100'], pascals: 0.35 },
}

const shouts: Readonly<Record<string, number>> = { 'Drop it!': 0.42, 'Academy! Stop there, please!': 0.3 }

export interface SpokenWord {
  readonly text: string
  /** Seconds from the line's first sound. Measured on the line spoken up to each word: good to about 60 ms. */
  readonly from: number
  readonly to: number
}

export interface Spoken {
  readonly signal: Float32Array
  readonly words: readonly SpokenWord[]
}

export function spoken({ who, text }: Pick<Line, 'who' | 'text'>): Spoken {
  const voice = voices[who]
  const signal = said(voice, text)
  let sum = 0
  for (const value of signal) sum += value * value
  const gain = (shouts[text] ?? voice.pascals) / Math.sqrt(sum / signal.length)
  const whole = signal.length / rate
  const words = text.split(' ')
  const ends = words.map((_, at) =>
    at === words.length - 1
      ? whole
      : Math.min(whole, said(voice, bare(words.slice(0, at + 1).join(' '))).length / rate),
  )
  // A line spoken in part is drawn out at its end: scale so that the parts add up to the whole.
  const longest = said(voice, bare(text)).length / rate
  const scaled = ends.map((end, at) =>
    at === words.length - 1 ? whole : (end * whole) / Math.max(whole, longest),
  )
  return {
    signal: lowPass(
      signal.map(value => value * gain),
      7500,
    ),
    words: words.map((word, at) => ({
      text: bare(word),
      from: at === 0 ? 0 : Math.min(scaled[at - 1] as number, scaled[at] as number),
      to: scaled[at] as number,
    })),
  }
}

function bare(text: string): string {
  return text.replace(/[!?.,]+$/, '')
}

/** Speech without the silence at both ends. */
function said(voice: Voice, text: string): Float32Array {
  const wav = execFileSync('espeak-ng', [...voice.words, '--stdout', text], { maxBuffer: 1 << 26 })
  const raw = execFileSync(
    'ffmpeg',
    [
      '-nostdin',
      '-loglevel',
      'error',
      '-i',
      'pipe:0',
      '-f',
      'f32le',
      '-ac',
      '1',
      '-ar',
      String(rate),
      '-bitexact',
      'pipe:1',
    ],
    { input: wav, maxBuffer: 1 << 26 },
  )
  const signal = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length))
  const isLoud = (value: number) => Math.abs(value) > 0.006
  const from = signal.findIndex(isLoud)
  const to = signal.findLastIndex(isLoud)
  return signal.slice(Math.max(0, from), to + 1)
}
