import { type CaseState, inNameOrder, outputOf, type Recording } from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import { SightlineError } from '@sightline/core/errors'
import { type CaseKeeper, machine } from '../case/keeper.ts'
import { openOriginal } from '../intake/originals.ts'
import { soundTrackOf } from '../sound/decode.ts'
import { speechOf, wordsIn } from './bring.ts'
import { type Recogniser, recognise } from './recogniser.ts'

interface Parts {
  readonly keeper: CaseKeeper
  readonly folder: string
  readonly signal: AbortSignal
  /** What became of a recording, as one line. */
  readonly tell: (line: string) => void
}

/** Recordings in which speech was found, and of which this program and model have made no transcript yet, withdrawn ones counted. */
export function unrecognised(
  state: CaseState,
  { programName, modelSha256 }: Recogniser,
): readonly Recording[] {
  const made = new Set(
    [...state.transcripts.values()].flatMap(({ origin, recording }) =>
      origin.kind === 'recogniser' && origin.program === programName && origin.modelSha256 === modelSha256
        ? recording
        : [],
    ),
  )
  const walled = walledRecordings(state)
  return inNameOrder(state).filter(
    recording =>
      outputOf(recording, 'listening') !== null && !made.has(recording.id) && !walled.has(recording.id),
  )
}

/**
 * Makes the transcripts that a case lacks, one recording after the other, and enters each as the candidate it is. What goes wrong with one is
 * told, and the others are made all the same. Throws 'cancelled' and what storing throws.
 */
export async function recogniseAll(
  recogniser: Recogniser,
  { keeper, folder, signal, tell }: Parts,
): Promise<void> {
  for (const recording of unrecognised(keeper.state(), recogniser)) {
    signal.throwIfAborted()
    try {
      tell(await recogniseOne(recogniser, recording, keeper, folder, signal))
    } catch (error) {
      const isOurs = error instanceof SightlineError
      if (!isOurs || /^(?:cancelled$|store\.)/.test(error.code)) throw error
      tell(`${recording.firstName}: no words made: ${error.message}`)
    }
  }
}

async function recogniseOne(
  recogniser: Recogniser,
  recording: Recording,
  keeper: CaseKeeper,
  folder: string,
  signal: AbortSignal,
): Promise<string> {
  const speech = await speechOf(recording, keeper.content)
  const track = recording.probe.kind === 'probed' ? soundTrackOf(recording.probe.facts) : null
  if (!track || speech.length === 0)
    return `${recording.firstName}: no speech was found, and nothing was sent`
  await using scratch = await keeper.content.makeScratch()
  await using media = await openOriginal(folder, keeper.state(), recording)
  const document = await recognise(recogniser, media, track, speech, scratch.path, signal)
  const { sha256: result } = await keeper.content.put({
    kind: 'bytes',
    bytes: Buffer.from(JSON.stringify(document)),
  })
  const { programName: program, modelName: model, modelSha256 } = recogniser
  const words = wordsIn(document)
  // Decided in its turn: a person may bring one at the same moment, and both have numbers of their own.
  await keeper.command(
    {
      ...{ do: 'bring-transcript', recording: recording.id, result, lines: document.lines.length, words },
      origin: { kind: 'recogniser', program, model, modelSha256 },
      ...{ language: document.language, translationOf: null, translator: null, note: null },
    },
    machine,
  )
  return `${recording.firstName}: ${words} words, as candidates`
}
