/** How the patterns of `matters` are written; all are read on lower case with straight apostrophes. */

/** What one matter is; see `matters.ts`. */
export interface Matter {
  /** Words of which one has to stand in the statement, met by their stems. */
  readonly cues: string
  /** What it has to match besides. */
  readonly about?: RegExp
  /** Answers; the first that matches counts, or all of them in a list of things. */
  readonly answers?: Readonly<Record<string, RegExp>>
  /** Answers that may be true together: several things seen, or one more exact than the other. */
  readonly isList?: true
}

const no = String.raw`\b(?:no|not|never|nobody|none|neither|nor|without|wasn't|weren't|isn't|didn't|doesn't|don't|hadn't|hasn't|haven't|couldn't|aren't|denied|denies|deny|nunca|nadie|jamás|sin|ningun[ao]?|ningún|niegan?|negó|ni)\b`
const gap = (words: number) => String.raw`(?:\s+[\p{L}'-]+){0,${words}}?\s+`

/** Any of the patterns. */
export const re = (...parts: readonly string[]) => new RegExp(parts.join('|'), 'u')

/** A denial with at most so many words between it and what is denied. */
export const denied = (what: string, words = 5) =>
  `${no}${gap(words)}(?:${what})|\\b(?:${what}) (?:(?:was|were|is|are|has|had|did|does|do|would|could)(?:n't| not| never)|no )`
