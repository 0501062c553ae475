import { listeningRecipe } from './listening-recipe.ts'
import type { Recipes } from './recipe.ts'
import { reviewRecipe } from './review-recipe.ts'
import { smallRecipe } from './small-recipe.ts'
import { soundRecipe } from './sound-recipe.ts'

/** Every derivation there is. The compiler, not start-up, finds a missing one. */
export const recipes = {
  sound: soundRecipe,
  listening: listeningRecipe,
  review: reviewRecipe,
  small: smallRecipe,
} as const satisfies Recipes
