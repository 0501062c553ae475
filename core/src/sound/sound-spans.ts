import { complement, type MediaMicros, type Span, span, union } from '../time/index.ts'

export const soundStates = ['absent', 'digital-silence', 'present'] as const

/** What a stretch of a recording holds: no samples at all, samples that are all exactly zero, or sound. No cause is implied. */
export interface SoundSpan {
  readonly from: MediaMicros
  readonly to: MediaMicros
  readonly state: (typeof soundStates)[number]
}

/** Names every stretch of `whole`: where the container has no samples, where all are zero, and the rest. Absence wins. */
export function soundSpans(
  whole: Span<MediaMicros>,
  found: { readonly absent: readonly Span<MediaMicros>[]; readonly silent: readonly Span<MediaMicros>[] },
): readonly SoundSpan[] {
  const withoutSamples = complement(whole, complement(whole, found.absent))
  const held = complement(whole, withoutSamples)
  const silent = held.flatMap(each => complement(each, complement(each, found.silent)))
  const present = complement(whole, union([...withoutSamples, ...silent]))
  const named = (spans: readonly Span<MediaMicros>[], state: SoundSpan['state']) =>
    spans.map((each): SoundSpan => ({ ...span(each.from, each.to), state }))
  return [
    ...named(withoutSamples, 'absent'),
    ...named(silent, 'digital-silence'),
    ...named(present, 'present'),
  ].sort((a, b) => a.from - b.from)
}
