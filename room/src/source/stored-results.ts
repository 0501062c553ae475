import { type SoundSpan, soundStates } from '@sightline/core/sound'
import { SyncResult } from '@sightline/core/sync'
import type { MediaMicros } from '@sightline/core/time'
import * as z from 'zod/mini'

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
