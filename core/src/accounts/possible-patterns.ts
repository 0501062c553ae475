/**
 * Which of many patterns may match a text, told by one walk over it: most of a table ask for some words that hardly any text has, and trying each
 * took up to a quarter of the time that reading took. What is not possible surely does not match; what is may still not.
 */
export function possiblePatterns(patterns: readonly RegExp[]): (text: string) => Uint8Array {
  const always = new Uint8Array(patterns.length)
  const byMark = new Map<number, number[]>()
  const isMark = new Uint8Array(placesOfMarks)
  for (const [index, { source }] of patterns.entries()) {
    const needed = neededIn(source)
    if (needed === null) always[index] = 1
    for (const mark of new Set((needed ?? []).map(rarestMark))) {
      isMark[mark % placesOfMarks] = 1
      const known = byMark.get(mark)
      if (known) known.push(index)
      else byMark.set(mark, [index])
    }
  }
  return text => {
    const possible = always.slice()
    // A pattern that ignores capitals takes the long s for an s.
    const lower = text.toLowerCase().replaceAll('ſ', 's')
    let letters = 0
    for (let at = 0; at < lower.length; at++) {
      letters = withLetter(letters, lower.charCodeAt(at))
      const short = letters & threeLetters
      if (isMark[letters % placesOfMarks] === 1)
        for (const index of byMark.get(letters) ?? []) possible[index] = 1
      if (isMark[short % placesOfMarks] === 1)
        for (const index of byMark.get(short) ?? []) possible[index] = 1
    }
    return possible
  }
}

/** By three letters little is told, by four too few patterns are. */
const [shortMark, longMark] = [3, 4]
/** The last four letters, seven bits each. */
const withLetter = (letters: number, code: number) => ((letters << 7) | (code & 0x7f)) & 0xfffffff
const threeLetters = 0x1fffff
/** Most letters of a text end no mark, which a small table tells at once. */
const placesOfMarks = 1 << 14

const byFrequency = ' etaoinshrdlcumwfgypbvkjxqz'

/** Of a stretch of words those four letters that are seldom met; of three letters these. */
function rarestMark(words: string): number {
  const length = Math.min(longMark, words.length)
  let [best, most] = [0, -1]
  for (let at = 0; at + length <= words.length; at++) {
    const letters = [...words.slice(at, at + length)]
    const rarity = letters.reduce((sum, letter) => sum + Math.max(0, byFrequency.indexOf(letter)), 0)
    if (rarity <= most) continue
    most = rarity
    best = letters.reduce((mark, letter) => withLetter(mark, letter.charCodeAt(0)), 0)
  }
  return best
}

/** In lower case, what one of must stand in whatever a pattern matches; null where it may be without any that is long enough. */
export function neededIn(source: string): readonly string[] | null {
  return alternatives(source, 0).needed
}

interface Part {
  readonly needed: readonly string[] | null
  readonly end: number
}

/** From `at` to the bracket that closes, or the end: one of several. */
function alternatives(source: string, at: number): Part {
  const all: (readonly string[] | null)[] = []
  let end = at - 1
  do {
    const part = sequence(source, end + 1)
    all.push(part.needed)
    end = part.end
  } while (source[end] === '|')
  return { needed: all.some(each => each === null) ? null : all.flatMap(each => each ?? []), end }
}

/** One thing behind the other; what may be left out counts for nothing. */
function sequence(source: string, from: number): Part {
  const found: (readonly string[])[] = []
  let run = ''
  const endRun = () => {
    if (run.length >= shortMark) found.push([run])
    run = ''
  }
  let at = from
  while (at < source.length && source[at] !== '|' && source[at] !== ')') {
    const one = atom(source, at)
    at = one.end
    const [quantifier = '', least] = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(source.slice(at, at + 12)) ?? []
    at += quantifier.length
    const isOptional = quantifier !== '' && (/^[*?]/.test(quantifier) || Number(least ?? 1) === 0)
    if (one.letter !== null && !isOptional) run += one.letter
    if (one.letter === null || quantifier !== '') endRun()
    if (one.needed !== null && !isOptional) found.push(one.needed)
  }
  endRun()
  const [best] = found.toSorted((a, b) => a.length - b.length || shortest(b) - shortest(a))
  return { needed: best ?? null, end: at }
}

const shortest = (words: readonly string[]) =>
  words.reduce((least, { length }) => Math.min(least, length), 99)

/** One letter, class, bracket or mark of a place. */
function atom(source: string, at: number): Part & { readonly letter: string | null } {
  const none = { needed: null, letter: null }
  const char = source[at] ?? ''
  if (char === '[') {
    let end = at + 1
    while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1
    return { ...none, end: end + 1 }
  }
  if (char === '(') {
    const opening = /^\((?:\?(?:<?[=!]|:|<[^>]*>))?/.exec(source.slice(at, at + 40))?.[0] ?? '('
    const { needed, end } = alternatives(source, at + opening.length)
    return { ...none, needed: opening.endsWith('!') ? null : needed, end: end + 1 }
  }
  if (char === '\\') {
    const escaped = /^\\(?:[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|k<[^>]*>|.)/su.exec(
      source.slice(at, at + 40),
    )
    const written = escaped?.[0] ?? char
    const letter = /^\\[^\p{L}\p{N}]$/u.test(written) ? written.slice(1) : null
    return { ...none, letter, end: at + written.length }
  }
  // Beyond ASCII a letter may have more than one form.
  const isPlain = /^[ -~]$/.test(char) && !/[.^$]/.test(char)
  return { ...none, letter: isPlain ? char.toLowerCase() : null, end: at + 1 }
}
