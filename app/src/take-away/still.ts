import type { MediaMicros } from '@sightline/core/time'
import { type FrameRun, squareFilters, takeFrames } from './frames.ts'

/**
 * One frame of the original as PNG, upright, in square pixels, 8 bits a channel. The same throws as `takeFrames`.
 */
export async function takeStill(
  run: Pick<FrameRun, 'file' | 'video' | 'outputDir' | 'signal'> & { readonly at: MediaMicros },
): Promise<Uint8Array> {
  return await takeFrames({
    ...run,
    at: [run.at],
    filters: [...squareFilters(run.video), 'format=rgb24'],
    output: ['-c:v', 'png', '-f', 'image2pipe', 'pipe:1'],
  })
}
