/** One class of words as one pattern: words parted by blanks, `*` for any ending, `_` for a blank or a hyphen, `(a|b)` for one of several. */
export function wordClass(line: string): RegExp {
  const words = line
    .trim()
    .split(/\s+/)
    .map(word => word.replaceAll('_', '[ -]').replaceAll('*', "[\\p{L}'-]*"))
  return new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\d])`, 'gu')
}

/** In lower case, with straight apostrophes and without accents, which writers leave out. */
export function plainOf(text: string): string {
  const lower = text.toLowerCase().replaceAll('’', "'")
  // biome-ignore lint/suspicious/noControlCharactersInRegex: anything beyond ASCII has to be looked at
  return /[^\u0000-\u007f]/.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower
}
