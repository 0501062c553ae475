/** A word of a sentence, and whether the other sentence has it in the same order. */
export interface ComparedWord {
  readonly text: string
  readonly isShared: boolean
}

/**
 * The words of `text` with those marked that `other` does not share, by the longest common run of words in order
 * (dynamic programming; both are one line long). Case and punctuation at the ends of words do not count.
 */
export function differingWords(text: string, other: string): readonly ComparedWord[] {
  const own = text.split(/\s+/).filter(word => word !== '')
  const theirs = other
    .split(/\s+/)
    .filter(word => word !== '')
    .map(bare)
  const longest = Array.from({ length: own.length + 1 }, () => new Uint16Array(theirs.length + 1))
  for (let i = own.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--)
      longest[i]![j] =
        bare(own[i] as string) === theirs[j]
          ? (longest[i + 1]![j + 1] as number) + 1
          : Math.max(longest[i + 1]![j] as number, longest[i]![j + 1] as number)
  let j = 0
  return own.map((word, i) => {
    const at = theirs.indexOf(bare(word), j)
    const isShared = at >= 0 && longest[i]![j] === (longest[i + 1]![at + 1] as number) + 1
    if (isShared) j = at + 1
    return { text: word, isShared }
  })
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
