/** Words that stand in one text and not in the other, by the longest common run of words in order. */
export interface WordDifference {
  readonly onlyA: readonly string[]
  readonly onlyB: readonly string[]
  /** Words in common over the words of the longer text, 0 to 1. */
  readonly likeness: number
  /** Words in common over the words of the shorter text, 0 to 1. */
  readonly containment: number
}

/** Long lists are compared over their first words: quotes are shorter. */
export const mostCompared = 400

/** Compares two lists of words. */
export function wordDifference(a: readonly string[], b: readonly string[]): WordDifference {
  const left = a.slice(0, mostCompared)
  const right = b.slice(0, mostCompared)
  const width = right.length + 1
  const table = new Uint16Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      table[i * width + j] =
        left[i] === right[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0)
  const onlyA: string[] = []
  const onlyB: string[] = []
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) {
      i++
      j++
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
      onlyA.push(left[i++] ?? '')
    else onlyB.push(right[j++] ?? '')
  }
  onlyA.push(...left.slice(i))
  onlyB.push(...right.slice(j))
  const common = table[0] ?? 0
  return {
    onlyA,
    onlyB,
    likeness: common / Math.max(left.length, right.length, 1),
    containment: common / Math.max(1, Math.min(left.length, right.length)),
  }
}

/** The longest run that two lists have in common, in order, as pairs of places. Of either list the first 2000 are compared. */
export function commonPairs(
  ofA: readonly string[],
  ofB: readonly string[],
): readonly (readonly [number, number])[] {
  const left = ofA.slice(0, 2000)
  const right = ofB.slice(0, 2000)
  const width = right.length + 1
  const table = new Uint16Array((left.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      table[i * width + j] =
        left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: (readonly [number, number])[] = []
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    if (left[i] === right[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}
