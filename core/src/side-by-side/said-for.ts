import { wordsIn } from './differing.ts'
import { type Ground, groundsOf } from './grounds.ts'
import type { Column, ShownLink, ShownStatement } from './shown.ts'

/**
 * The engine compares stems ("exercis"): with each term the first word of these statements that begins with it, or null. Two words of one
 * meaning it names as they stand ("sidewalk / pavement").
 */
export function saidFor(
  terms: readonly string[],
  statements: readonly ShownStatement[],
  columns: readonly Column[],
): readonly { readonly term: string; readonly word: string | null }[] {
  const words = statements.flatMap(each => {
    const text = columns.find(({ group }) => group.id === each.group)?.text ?? ''
    return wordsIn(text, each).map(({ lower }) => lower)
  })
  return terms.map(term => {
    const word = term.includes(' / ')
      ? term
      : words.find(each => each.startsWith(term) && each.length <= term.length + 4)
    return { term, word: word?.replace(/['’]s$/, '') ?? null }
  })
}

/** The grounds of a link, what its statements share told in their own words. */
export function groundsAsSaid(link: ShownLink, columns: readonly Column[]): readonly Ground[] {
  return groundsOf(link).map(ground =>
    ground.kind === 'shared'
      ? {
          ...ground,
          terms: saidFor(ground.terms, [link.a, link.b], columns).map(({ term, word }) => word ?? term),
        }
      : ground,
  )
}
