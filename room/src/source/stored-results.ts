import { type SoundSpan, soundStates } from '@sightline/core/sound'
import { PairLook, PairResult, SyncResult } from '@sightline/core/sync'
import type { MediaMicros } from '@sightline/core/time'
import * as z from 'zod/mini'
import type { ArchiveContents, Strip } from './case-source.ts'

const Micros = z.custom<MediaMicros>(Number.isFinite)
const Span = z.object({ from: Micros, to: Micros, state: z.enum(soundStates) })
const Spans = z.union([z.array(Span), z.object({ spans: z.array(Span) })])

/** Reads the stored stretches of sound, whose times are media micros. */
export function readSpans(value: unknown): readonly SoundSpan[] {
  const parsed = Spans.parse(value)
  return Array.isArray(parsed) ? parsed : parsed.spans
}

export function readSync(value: unknown): SyncResult {
  return SyncResult.parse(value)
}

const Pairs = z.array(PairResult)

export function readPairs(value: unknown): readonly PairResult[] {
  return Pairs.parse(value)
}

export function readPairLook(value: unknown): PairLook {
  return PairLook.parse(value)
}

const StoredStrip = z.object({
  thumb: z.object({ width: z.number(), height: z.number() }),
  columns: z.number(),
  times: z.array(Micros),
})

export function readStrip(value: unknown, url: string): Strip {
  const { thumb, columns, times } = StoredStrip.parse(value)
  return { url, thumb, columns, times }
}

const Archive = z.object({
  entries: z.array(z.object({ name: z.string(), bytes: z.number(), isEncrypted: z.boolean() })),
  unlisted: z.number(),
})

export function readArchive(value: unknown): ArchiveContents {
  return Archive.parse(value)
}
