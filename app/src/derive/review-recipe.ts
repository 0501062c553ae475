import { join } from 'node:path'
import type { Why } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { makeReview, type Review } from '../media/review.ts'
import { frameBytes, framesFromBytes } from './frame-bytes.ts'
import type { Made, Recipe, RecipeInput } from './recipe.ts'

/**
 * What a recording is looked at by, from one decode: `proxy` (H.264 with a key frame every 15 frames, the original's
 * times), `frames` (when each decoded frame is shown), `poster`, `strip` with `strip-times`. Nothing for mere sound
 * but its `proxy`.
 */
export const reviewRecipe: Recipe = { version: 1, make: makeReviewFiles }

async function makeReviewFiles(input: RecipeInput): Promise<Made> {
  const { facts, frames } = input.recording.probe
  const review = await makeReview({
    file: input.media,
    facts,
    frameTimes: frames ? framesFromBytes(await input.readStored(frames.sha256)) : null,
    outputDir: input.workDir,
    onProgress: input.onFraction,
    signal: input.signal,
    isBackground: true,
  })
  if (review.kind === 'refused') throw new SightlineError('media.unsupported', review.why.message)
  const whyNotExact = whyNotProven(review)
  return {
    outputs: outputsOf(review, input.workDir, whyNotExact === null),
    partial: whyNotExact ?? review.partial,
    oddities: review.decodeErrors > 0 ? ['damaged'] : [],
  }
}

/** A proxy whose times are not the original's would show the wrong frame with a right number: it is not kept. */
function whyNotProven({ proof }: Review): Why | null {
  if (proof === null || proof.firstDifference === null) return null
  const message = `the review copy's frame times differ from the original's from frame ${proof.firstDifference.frame} on, so it is not used`
  return { code: 'media.failed', message }
}

function outputsOf(review: Review, workDir: string, isProven: boolean): Made['outputs'] {
  const { proxy, poster, strip, frameTimes } = review
  const file = (name: string, path: string) =>
    ({ name, source: { kind: 'file', path: join(workDir, path) } }) as const
  const bytes = (name: string, value: Uint8Array) =>
    ({ name, source: { kind: 'bytes', bytes: value } }) as const
  return [
    ...(isProven ? [file('proxy', proxy.name)] : []),
    ...(frameTimes ? [bytes('frames', frameBytes(frameTimes))] : []),
    ...(poster ? [file('poster', poster.name)] : []),
    ...(strip
      ? [file('strip', strip.name), bytes('strip-times', Buffer.from(JSON.stringify({ v: 1, ...strip })))]
      : []),
  ]
}
