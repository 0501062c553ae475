import type { Fact, StoredOutput } from '@sightline/core/case'
import type { FrameTimes } from '@sightline/core/time'
import { frameBytes } from '../derive/frame-bytes.ts'
import { probe } from '../media/probe.ts'
import type { ContentStore } from '../store/content-store.ts'
import type { Prober } from './intake.ts'

/**
 * Probes media and stores when each frame is shown. Tools that fail on one file are a finding about it; a missing tool or a full disk is thrown.
 */
export function mediaProber(content: ContentStore, tool: string): Prober {
  return async (media, signal) => {
    const probed = await probe(media, signal)
    return async (recording): Promise<Fact> => {
      if (probed.kind === 'refused') {
        return { type: 'recording-refused', detail: { v: 1, recording, why: probed.why, tool } }
      }
      const { facts, frameTimes } = probed
      const frames = frameTimes ? await storeFrames(content, frameTimes) : null
      return { type: 'recording-probed', detail: { v: 1, recording, facts, frames, tool } }
    }
  }
}

async function storeFrames(content: ContentStore, times: FrameTimes): Promise<StoredOutput> {
  const { sha256, bytes } = await content.put({ kind: 'bytes', bytes: frameBytes(times) })
  return { name: 'frames', sha256, bytes }
}
