export interface Secrets {
  /** Names that are not told, and those that are: a word that both share is not withheld on its own. */
  readonly names: readonly string[]
  readonly told: readonly string[]
  /** Private words, whole as they were entered. */
  readonly hidden: readonly string[]
}

export interface Withholding {
  /** A copy in which every string lacks what must not be found in it. */
  keep<T>(value: T): T
  count(): number
}

/**
 * Takes words out of whatever people typed into open fields: a name that was typed into a reason is as much a name. A whole name
 * is found in any case, and its last word alone as it is written. It shows that something was taken out and never what.
 */
export function withoutWords({ names, told, hidden }: Secrets, mark: string): Withholding {
  let count = 0
  const toldWords = new Set(told.flatMap(name => name.split(/\s+/)))
  const lasts = names
    .flatMap(name => name.trim().split(/\s+/).slice(1).slice(-1))
    .filter(word => word.length >= 3 && !toldWords.has(word))
  const whole = [...new Set([...names, ...hidden])]
    .map(each => each.trim())
    .filter(each => each.length >= 3)
    .sort((a, b) => b.length - a.length)
  const patterns = [patternOf(whole, 'giu'), patternOf([...new Set(lasts)], 'gu')].filter(
    each => each !== null,
  )
  const clean = (text: string) =>
    patterns.reduce(
      (before, pattern) =>
        before.replace(pattern, () => {
          count += 1
          return mark
        }),
      text,
    )
  const keep = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value)
    if (Array.isArray(value)) return value.map(keep)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, keep(each)]))
  }
  return {
    keep: value => (patterns.length === 0 ? value : (keep(value) as typeof value)),
    count: () => count,
  }
}

/** Words as wholes: not inside a longer word. */
function patternOf(words: readonly string[], flags: string): RegExp | null {
  if (words.length === 0) return null
  const escaped = words.map(word => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, flags)
}
