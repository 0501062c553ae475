import type { TranscriptRead } from '@sightline/core/api'
import type { CaseState, Recording, RecordingId } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type MediaMicros, mediaMicros, type Span, span } from '@sightline/core/time'
import { readTranscript, type TranscriptDocument } from '@sightline/core/transcript'
import { decodeText } from '../accounts/text-encoding.ts'
import { storedListening } from '../listening/stored-result.ts'
import type { ContentStore } from '../store/content-store.ts'

/**
 * Reads a file that a person brings as the transcript of a recording, and stores both the file as received and its lines. Nothing is entered: the
 * person looks at what was read first. Throws 'transcript.unreadable' or 'case.unknown'.
 */
export async function readBrought(
  state: CaseState,
  content: ContentStore,
  {
    recording: id,
    name,
    bytes,
  }: { readonly recording: RecordingId; readonly name: string; readonly bytes: Buffer },
): Promise<TranscriptRead> {
  const recording = state.recordings.get(id)
  if (!recording) throw new SightlineError('case.unknown', 'there is no such recording in this case')
  const text = textOf(name, bytes)
  const read = readTranscript(text, name, {
    speech: await speechOf(recording, content),
    whole: wholeOf(recording),
  })
  const { document } = read
  const [file, result] = [
    await content.put({ kind: 'bytes', bytes }),
    await content.put({ kind: 'bytes', bytes: Buffer.from(JSON.stringify(document)) }),
  ]
  const [first, last] = [document.lines[0], document.lines.at(-1)]
  return {
    file: file.sha256,
    result: result.sha256,
    form: read.dialect,
    language: document.language?.trim() || null,
    lines: document.lines.length,
    words: wordsIn(document),
    from: first?.from ?? null,
    to: last?.to ?? null,
    isEstimated: document.lines.some(line => line.estimated === true),
    problems: [...read.problems],
  }
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes)
  } catch (cause) {
    throw new SightlineError('transcript.unreadable', `${name}: expected text, found other bytes`, { cause })
  }
}

export function wordsIn({ lines }: TranscriptDocument): number {
  return lines.reduce((sum, { pieces }) => sum + pieces.length, 0)
}

/** Where speech was found in a recording; nothing where nobody listened yet. */
export async function speechOf(
  recording: Recording,
  content: Pick<ContentStore, 'read'>,
): Promise<readonly Span<MediaMicros>[]> {
  const found = await storedListening(recording, content)
  return (found?.speech ?? []).map(({ from, to }) => span(from, to))
}

function wholeOf({ probe }: Recording): Span<MediaMicros> {
  const facts = probe.kind === 'probed' ? probe.facts : null
  return span(facts?.start ?? mediaMicros(0), facts?.end ?? facts?.start ?? mediaMicros(0))
}
