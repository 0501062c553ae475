import type { Statement } from './features.ts'

/** How rare each term is over all statements of all accounts. Issues have `!` before them, topics `:`. */
export type Rarity = ReadonlyMap<string, number>

export function rarityOf(statements: readonly Statement[]): Rarity {
  const counts = new Map<string, number>()
  const add = (term: string, count: number) => counts.set(term, (counts.get(term) ?? 0) + count)
  for (const { terms, issues, topics } of statements) {
    for (const term of terms.keys()) add(term, 1)
    for (const issue of issues) add(`!${issue}`, 1)
    for (const [topic, share] of topics) add(`:${topic}`, Math.min(1, share))
  }
  const total = statements.length
  return new Map([...counts].map(([term, count]) => [term, Math.log(1 + total / (1 + count))]))
}
