import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type CaseState, impulseKinds, layerRev, passageAt, type Transcript } from '@sightline/core/case'
import { cardsOf } from '@sightline/core/case/cards'
import { SightlineError } from '@sightline/core/errors'
import { mediaMicros } from '@sightline/core/time'
import { replacedBy, retyped, type ShownLine } from '@sightline/core/transcript'
import * as z from 'zod'
import type { CaseKeeper } from '../case/keeper.ts'
import { readBrought } from '../transcripts/bring.ts'
import { storedTranscript } from '../transcripts/stored.ts'

const seconds = z.number()
const text = z.nullable(z.string())

/** What people of a prepared case have entered about words and sounds, by the names of its files; see `about` in the file itself. */
export const PreparedListening = z.strictObject({
  v: z.literal(1),
  about: z.string(),
  transcripts: z.array(
    z.strictObject({
      ...{ file: z.string(), recording: z.string(), by: z.string(), language: text },
      ...{ translationOf: text, translator: text, note: text },
    }),
  ),
  speakers: z.array(
    z.strictObject({ transcript: z.string(), speaker: z.string(), role: z.string(), by: z.string() }),
  ),
  changes: z.array(
    z.strictObject({
      ...{ by: z.string(), transcript: z.string(), at: seconds, settles: z.boolean() },
      ...{ text: z.string(), speaker: text },
    }),
  ),
  labels: z.array(
    z.strictObject({
      ...{ by: z.string(), is: z.enum(impulseKinds), words: text, reason: z.string(), errorMs: z.number() },
      hearings: z.array(z.strictObject({ recording: z.string(), media: seconds })),
    }),
  ),
  quotes: z.array(
    z.strictObject({
      by: z.string(),
      file: z.string(),
      words: z.string(),
      transcript: z.string(),
      at: seconds,
    }),
  ),
})
export type PreparedListening = z.infer<typeof PreparedListening>

export async function readPreparedListening(path: string): Promise<PreparedListening> {
  return PreparedListening.parse(JSON.parse(await readFile(path, 'utf8')))
}

/**
 * Enters what people have to say of words and sounds, through the same commands as a person in the room; transcripts lie in `dir`. Once any
 * transcript is there, everything is left alone. Throws 'case.unknown' where a file, a line or a person is not there.
 */
export async function enterListening(
  keeper: CaseKeeper,
  prepared: PreparedListening,
  dir: string,
): Promise<void> {
  if (keeper.state().transcripts.size > 0) return
  const as = (name: string) => ({ kind: 'person', person: personOf(keeper.state(), name) }) as const
  const brought = new Map<string, string>()
  const held = (file: string): Transcript => {
    const transcript = keeper.state().transcripts.get(brought.get(file) ?? '')
    return transcript ?? absent(file, 'transcripts')
  }
  for (const { file, recording, by, translationOf, ...said } of prepared.transcripts) {
    const id = recordingOf(keeper.state(), recording)
    const bytes = await readFile(join(dir, file))
    const read = await readBrought(keeper.state(), keeper.content, {
      recording: id,
      name: basename(file),
      bytes,
    })
    const { result, lines, words, form } = read
    const of = translationOf === null ? null : held(translationOf).id
    const origin = { kind: 'file', name: basename(file), form, file: read.file } as const
    const seq = await keeper.command(
      { do: 'bring-transcript', recording: id, origin, result, lines, words, translationOf: of, ...said },
      as(by),
    )
    brought.set(file, `t${seq}`)
  }
  for (const { transcript, speaker, role, by } of prepared.speakers) {
    const { id, rev } = held(transcript)
    const participant = cardsOf(keeper.state(), 'participant').find(({ said }) => said.role === role)?.id
    if (!participant) absent(role, 'participants')
    await keeper.command({ do: 'name-transcript-speaker', id, rev, speaker, participant }, as(by))
  }
  for (const { by, transcript, at, settles, text: typed, speaker } of prepared.changes) {
    const { id, result } = held(transcript)
    const line = await lineAt(keeper, held(transcript), at)
    const { key: _, layer: __, isFitted: ___, ...plain } = line
    const rev = layerRev(keeper.state(), id, { from: line.from, to: line.to })
    const next = { ...plain, speaker, pieces: [...retyped(line.pieces, typed)] }
    await keeper.command(
      {
        do: settles ? 'settle-transcript' : 'revise-transcript',
        ...{ rev, transcript: id, result, note: null, replaces: replacedBy([line]), by: [next] },
      },
      as(by),
    )
  }
  for (const { by, errorMs, hearings, ...said } of prepared.labels) {
    const heard = hearings.map(({ recording, media }) => ({
      recording: recordingOf(keeper.state(), recording),
      at: mediaMicros(media * 1e6),
      errorMs,
    }))
    await keeper.command({ do: 'label-impulse', ...said, result: null, hearings: heard }, as(by))
  }
  for (const { by, file, words, transcript, at } of prepared.quotes) {
    const line = await lineAt(keeper, held(transcript), at)
    const passage = await passageOf(keeper, file, words)
    const { from, to } = line
    await keeper.command(
      { do: 'tie-quote', passage, transcript: held(transcript).id, from, to, note: null },
      as(by),
    )
  }
}

async function lineAt(keeper: CaseKeeper, transcript: Transcript, at: number): Promise<ShownLine> {
  const { shown } = await storedTranscript(keeper.state(), keeper.content, transcript)
  const line = shown.lines.find(({ from }) => Math.abs(from - at * 1e6) < 50_000)
  return line ?? absent(`a line at ${at} s`, `those of ${transcript.id}`)
}

async function passageOf(keeper: CaseKeeper, file: string, words: string) {
  const id = keeper.state().files.get(file)?.found.sha256 ?? ''
  const account = keeper.state().accounts.get(id)
  if (account?.reading.kind !== 'read') return absent(file, 'accounts that were read')
  const whole = (await buffer(await keeper.content.read(account.reading.text))).toString('utf8')
  const start = whole.indexOf(words)
  return passageAt(id, whole, { start, end: start + words.length }) ?? absent(words, `the words of ${file}`)
}

function recordingOf(state: CaseState, name: string): string {
  const id = state.files.get(name)?.found.sha256 ?? ''
  return state.recordings.has(id) ? id : absent(name, 'recordings')
}

function personOf(state: CaseState, name: string): string {
  return [...state.people.values()].find(each => each.name === name)?.id ?? absent(name, 'people')
}

function absent(what: string, where: string): never {
  throw new SightlineError('case.unknown', `expected ${what} among the ${where} of the case, found none`)
}
