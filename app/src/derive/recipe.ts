import type { Recording, RequiredRecipe, Why } from '@sightline/core/case'
import type { MediaFile } from '../media/media-file.ts'
import type { ContentSource } from '../store/content-store.ts'

export const recipeNames = ['sound', 'listening', 'review', 'small'] as const
export type RecipeName = (typeof recipeNames)[number]

/** What one derivation gets: the open original, what is known of it, and a folder of its own to write in. */
export interface RecipeInput {
  readonly recording: Recording & { readonly probe: { readonly kind: 'probed' } }
  readonly media: MediaFile
  readonly workDir: string
  readonly signal: AbortSignal
  /** Reads content that the log cites, such as the frame times of the probe. */
  readonly readStored: (sha256: string) => Promise<Uint8Array>
  /** How much is done, 0 to 1. */
  readonly onFraction: (fraction: number) => void
}

/** Files to be stored under their hashes, and what the making of them found out. */
export interface Made {
  readonly outputs: readonly { readonly name: string; readonly source: ContentSource }[]
  readonly partial: Why | null
  readonly oddities: readonly string[]
}

/**
 * A derivation: a pure description of files computed from one recording. `make` may run twice without harm and throws
 * a SightlineError when the recording cannot give the result. A new version makes the result again.
 */
export interface Recipe {
  readonly version: number
  readonly make: (input: RecipeInput) => Promise<Made>
}

export type Recipes = Readonly<Record<RecipeName, Recipe>>

/** What every recording needs before it counts as ready. Small pictures are made only where a film is held against recordings. */
export function requiredOf(recipes: Recipes): readonly RequiredRecipe[] {
  return (['sound', 'listening', 'review'] as const).map(recipe => ({
    recipe,
    version: recipes[recipe].version,
  }))
}

/** The small pictures that films and stand-ins are compared by. */
export function smallPicturesOf(recipes: Recipes): RequiredRecipe {
  return { recipe: 'small', version: recipes.small.version }
}

/** All that films and stand-ins are compared by: small pictures, and sound. */
export function neededForEdits(recipes: Recipes): readonly RequiredRecipe[] {
  return [{ recipe: 'sound', version: recipes.sound.version }, smallPicturesOf(recipes)]
}
