import { SightlineError } from '@sightline/core/errors'
import { decodePictures } from '../edits/small-pictures.ts'
import { storedFacts } from '../edits/stored-pictures.ts'
import { framesFromBytes } from './frame-bytes.ts'
import type { Made, Recipe, RecipeInput } from './recipe.ts'

/**
 * What a film is held against recordings by: `small`, pictures one after another, `small-facts`, their size and
 * times, and `fingerprints`, what they are looked up by. Made once for each recording, so that a further film costs only its own decoding. Sound is compared by the
 * `samples` of the recipe `sound`. Nothing for mere sound.
 */
export const smallRecipe: Recipe = { version: 2, make: makeSmall }

/** An hour is 6 GB of pictures at the first size, 3.4 GB at the second and 1.5 GB at the last, kept in a quarter of that or less. */
function longestFor(seconds: number): number {
  return seconds <= 20 * 60 ? 256 : seconds <= 60 * 60 ? 192 : 128
}

async function makeSmall({
  recording,
  media,
  workDir,
  signal,
  readStored,
  onFraction,
}: RecipeInput): Promise<Made> {
  const { facts, frames } = recording.probe
  if (!facts.video) return { outputs: [], partial: null, oddities: [] }
  const seconds = facts.start === null || facts.end === null ? 0 : (facts.end - facts.start) / 1e6
  const times = frames ? framesFromBytes(await readStored(frames.sha256)) : null
  try {
    const pictures = await decodePictures(media, facts.video, times, {
      longest: longestFor(seconds),
      workDir,
      name: 'small',
      signal,
      isPacked: true,
      fingerprints: 'thumbs-and-corners',
      onFraction,
    })
    onFraction(1)
    const { fingerprints } = pictures
    return {
      outputs: [
        { name: 'small', source: { kind: 'file', path: pictures.path } },
        { name: 'small-facts', source: { kind: 'bytes', bytes: storedFacts(pictures, pictures.packed) } },
        ...(fingerprints
          ? [{ name: 'fingerprints', source: { kind: 'file', path: fingerprints } } as const]
          : []),
      ],
      partial: pictures.trouble === null ? null : { code: 'media.failed', message: pictures.trouble },
      oddities: [],
    }
  } catch (error) {
    // A recording whose pictures cannot be decoded is compared by its sound.
    if (!(error instanceof SightlineError) || error.code !== 'media.failed') throw error
    return { outputs: [], partial: { code: error.code, message: error.message }, oddities: [] }
  }
}
