import { buffer } from 'node:stream/consumers'
import { outputOf, type Recording } from '@sightline/core/case'
import { ListeningResult } from '@sightline/core/listening'
import type { ContentStore } from '../store/content-store.ts'

/** What was found by listening to a recording; null where nobody listened yet, or in a form that this program does not read. */
export async function storedListening(
  recording: Recording,
  content: Pick<ContentStore, 'read'>,
): Promise<ListeningResult | null> {
  const output = outputOf(recording, 'listening')
  if (!output) return null
  const stored: unknown = JSON.parse((await buffer(await content.read(output.sha256))).toString('utf8'))
  const read = ListeningResult.safeParse(stored)
  return read.success ? read.data : null
}
