import type { FoldKind } from './lexicon/boilerplate-rules.ts'

/** A stretch of the text that is folded, with the rule that did it. UTF-16, half-open. */
export interface Fold {
  readonly start: number
  readonly end: number
  readonly kind: FoldKind
  readonly rule: string
}

/** A line with its place in the text and among the lines. */
export interface Line {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly isAfterBlank: boolean
}

export const endsSentence = /[.!?…:;]["”’'»)\]]*$/
export const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length
