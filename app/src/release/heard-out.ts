import { buffer } from 'node:stream/consumers'
import { type CaseState, clockMapOf, placementOf, type Recording } from '@sightline/core/case'
import { type Composition, type HeardOut, undoneMutes } from '@sightline/core/release'
import { type MediaMicros, overlap, type Span, span } from '@sightline/core/time'
import * as z from 'zod'
import type { ContentStore } from '../store/content-store.ts'

const Stored = z.object({
  spans: z.array(z.object({ from: z.number(), to: z.number(), state: z.string() })),
})

/** Sound that was taken out of a stand-in and is heard in another recording that goes out, by what was measured of both. */
export async function undoneIn(
  state: CaseState,
  content: Pick<ContentStore, 'read'>,
  { recordings }: Composition,
): Promise<ReturnType<typeof undoneMutes>> {
  const out: HeardOut[] = []
  for (const { recording, title, parts } of recordings) {
    const held = state.recordings.get(recording)
    if (!held) continue
    const original = held.standIn ? state.recordings.get(held.standIn.standsFor) : undefined
    // A stand-in that nobody placed lies where the recording lies that it stands for.
    const own = placementOf(held)
    const placement = own?.kind === 'placed' || !original ? own : placementOf(original)
    out.push({
      title,
      map: placement?.kind === 'placed' ? clockMapOf(placement) : null,
      sound: within(await soundOf(held, content), parts),
      original: original ? within(await soundOf(original, content), parts) : null,
    })
  }
  return undoneMutes(out)
}

/** Of sound only what lies in the parts that go out; all of it where all of it does. */
function within(
  sound: readonly Span<MediaMicros>[],
  parts: readonly Span<MediaMicros>[] | undefined,
): readonly Span<MediaMicros>[] {
  if (parts === undefined) return sound
  return sound.flatMap(each => parts.flatMap(part => overlap(each, part) ?? []))
}

/** Where a recording was measured to have sound. */
async function soundOf(
  recording: Recording,
  content: Pick<ContentStore, 'read'>,
): Promise<readonly Span<MediaMicros>[]> {
  const output = recording.derivations
    .flatMap(made => (made.kind === 'made' ? made.outputs : []))
    .find(({ name }) => name === 'sound')
  if (!output) return []
  const { spans } = Stored.parse(
    JSON.parse((await buffer(await content.read(output.sha256))).toString('utf8')),
  )
  return spans
    .filter(each => each.state === 'present')
    .map(({ from, to }) => span(from as MediaMicros, to as MediaMicros))
}
