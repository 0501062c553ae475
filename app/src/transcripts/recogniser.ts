// Words by a program and a model that the operator supplies: whisper.cpp's `whisper-cli`. docs/decisions/recogniser.md says why that one.
import { access, constants, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { RecordingFacts, TranscriptLine } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type MediaMicros, mediaMicros, type Span, span } from '@sightline/core/time'
import { readTranscript, type TranscriptDocument } from '@sightline/core/transcript'
import type { MediaFile } from '../media/media-file.ts'
import { lastLine, runProgram } from '../media/run.ts'
import { decodeStretch } from '../sound/decode-stretch.ts'
import { sha256OfFile } from '../store/sha256.ts'

export interface Recogniser {
  readonly program: string
  readonly model: string
  /** The program by its name and the beginning of its hash: `whisper-cli (3f2a…)`. */
  readonly programName: string
  readonly modelName: string
  readonly modelSha256: string
  /** A language to be assumed, or null: the program tells by itself. */
  readonly language: string | null
}

/** Makes sure that both files are there, and hashes them: what made a transcript is known by its bytes. Throws 'usage.wrong'. */
export async function openRecogniser(
  program: string,
  model: string,
  language: string | null,
): Promise<Recogniser> {
  const [programPath, modelPath] = [resolve(program), resolve(model)]
  const isProgram = await access(programPath, constants.X_OK).then(
    () => true,
    () => false,
  )
  const found = await stat(modelPath).catch(() => null)
  if (!isProgram)
    throw new SightlineError('usage.wrong', `expected a program at ${program}, found none that can be run`)
  if (!found?.isFile())
    throw new SightlineError('usage.wrong', `expected the file of a model at ${model}, found none`)
  if (language !== null && !/^[a-z]{2,3}$/.test(language))
    throw new SightlineError('usage.wrong', `expected a language such as en or es, found ${language}`)
  const programSha256 = await sha256OfFile(programPath)
  return {
    ...{ program: programPath, model: modelPath, language, modelSha256: await sha256OfFile(modelPath) },
    programName: `${basename(programPath)} (${programSha256.slice(0, 12)})`,
    modelName: basename(modelPath),
  }
}

/** What recognisers of speech hear. */
const rate = 16_000
/** Around each span: what tells speech cuts the first and last sounds of words close. */
const aroundMicros = 100_000
/** A window of the model; longer spans are cut, which is rare: people breathe. */
const longestMicros = 28_000_000
/** Below a second the program refuses; what is missing is filled with digital silence, and words placed there are dropped. */
const shortestSamples = 1.1 * rate
/** Loading a model takes seconds: so many stretches are given to one start of the program. */
const stretchesAtOnce = 64
/** Small models on an old processor run at a tenth of real time. */
const secondsForOne = 20

/**
 * Gives the stretches in which speech was found, and nothing else, to the program, and puts its words back on media time. Silence and noise are
 * never sent, so nothing is invented there. Throws 'media.failed' where the program fails, 'transcript.unreadable' for what it writes.
 */
export async function recognise(
  recogniser: Recogniser,
  media: MediaFile,
  track: RecordingFacts['audio'][number] & { readonly start: MediaMicros },
  speech: readonly Span<MediaMicros>[],
  workDir: string,
  signal: AbortSignal,
): Promise<TranscriptDocument> {
  const lines: TranscriptLine[] = []
  const languages = new Map<string, number>()
  const stretches = stretchesOf(speech)
  for (let from = 0; from < stretches.length; from += stretchesAtOnce) {
    const some = stretches.slice(from, from + stretchesAtOnce)
    const names = some.map((_, n) => `${String(from + n).padStart(6, '0')}.wav`)
    for (const [n, stretch] of some.entries())
      await writeFile(join(workDir, names[n] ?? ''), await wavOf(media, track, stretch, signal))
    await hear(recogniser, names, workDir, signal)
    for (const [n, stretch] of some.entries()) {
      const read = await readBack(join(workDir, `${names[n]}.json`), recogniser)
      if (read.language !== null) languages.set(read.language, (languages.get(read.language) ?? 0) + 1)
      lines.push(...read.lines.flatMap(line => placed(line, stretch)))
    }
  }
  const [language] = [...languages].sort((a, b) => b[1] - a[1])[0] ?? [null]
  return { v: 1, language: recogniser.language ?? language, lines, kept: null }
}

/** Spans with a little around them, joined where they meet, cut where they are longer than a window of the model. */
export function stretchesOf(speech: readonly Span<MediaMicros>[]): readonly Span<MediaMicros>[] {
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of [...speech].sort((a, b) => a.from - b.from)) {
    const [begin, end] = [from - aroundMicros, to + aroundMicros]
    const last = joined.at(-1)
    if (last && begin <= last.to) last.to = Math.max(last.to, end)
    else joined.push({ from: begin, to: end })
  }
  return joined.flatMap(({ from, to }) => {
    const parts = Math.ceil((to - from) / longestMicros)
    const length = (to - from) / parts
    return Array.from({ length: parts }, (_, n) =>
      span(mediaMicros(from + n * length), mediaMicros(from + (n + 1) * length)),
    )
  })
}

async function wavOf(
  media: MediaFile,
  track: Parameters<typeof decodeStretch>[1],
  { from, to }: Span<MediaMicros>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const first = Math.round((from * rate) / 1e6)
  const count = Math.round(((to - from) * rate) / 1e6)
  const samples = await decodeStretch(media, track, { first, count, rate }, signal)
  const bytes = Buffer.alloc(44 + 2 * Math.max(count, shortestSamples))
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(2 * rate, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(bytes.length - 44, 40)
  for (const [n, sample] of samples.entries()) bytes.writeInt16LE(sample, 44 + 2 * n)
  return bytes
}

async function hear(
  { program, model, language, programName }: Recogniser,
  names: readonly string[],
  workDir: string,
  signal: AbortSignal,
): Promise<void> {
  const end = await runProgram({
    program,
    args: [
      ...['--model', model, '--language', language ?? 'auto'],
      // Full JSON has each token with its times and its probability; nothing is printed.
      ...['--output-json-full', '--no-prints'],
      ...names,
    ],
    readable: [dirname(program), model],
    outputDir: workDir,
    signal,
    timeLimitSeconds: 120 + secondsForOne * names.length,
  })
  if (end.kind === 'failed')
    throw new SightlineError(
      'media.failed',
      `${programName} ended with ${end.exitCode}: ${lastLine(end.stderrTail)}`,
    )
}

async function readBack(path: string, { programName }: Recogniser): Promise<TranscriptDocument> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SightlineError(
      'transcript.unreadable',
      `${programName}: expected ${basename(path)}, found no such file`,
      {
        cause,
      },
    )
  })
  const whole = span(mediaMicros(0), mediaMicros(0))
  const read = readTranscript(text, `${programName}, ${basename(path)}`, { speech: [], whole })
  if (read.format !== 'json')
    throw new SightlineError('transcript.unreadable', `${programName}: expected JSON, found ${read.dialect}`)
  return read.document
}

/** A line on media time, within its stretch. Words that the program puts behind its end were in no sound, and are dropped. */
function placed(line: TranscriptLine, { from, to }: Span<MediaMicros>): readonly TranscriptLine[] {
  const at = (time: MediaMicros) => mediaMicros(Math.min(to, from + time))
  const isHeard = (time: MediaMicros | null) => time === null || from + time < to
  const pieces = line.pieces
    .filter(piece => isHeard(piece.from))
    .map(piece => ({
      ...piece,
      from: piece.from === null ? null : at(piece.from),
      to: piece.to === null ? null : at(piece.to),
    }))
  if (pieces.length === 0 || !isHeard(line.from)) return []
  return [{ ...line, from: at(line.from), to: at(line.to), pieces, cue: null }]
}
