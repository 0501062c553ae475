import type { ByPlace } from './by-place.ts'
import type { Gender, Mention, People } from './people.ts'
import type { Source } from './speakers.ts'

/** Somebody who has said something, and where. */
export interface Spoken {
  readonly at: number
  readonly source: Source
  readonly gender: Gender
  readonly isGroup: boolean
  readonly manner: Manner
}

/** How somebody says something. */
export interface Manner {
  /** Inside what somebody else says: "Lee said the officer shouted". */
  readonly isInner?: boolean
  /** They ask something, which others answer. */
  readonly isAsking?: boolean
  /** The words at hand are a question asked: whoever spoke last has hardly asked it. */
  readonly isQuestion?: boolean
  /** "She told him": whom they speak to. */
  readonly to?: Gender
  /** ", she said" behind a sentence of its own: whom that is about does not say it. */
  readonly isAside?: boolean
}

/** Whom a sentence is about. */
export interface Subject {
  readonly at: number
  readonly source: Source
  readonly gender: Gender
  readonly isGroup: boolean
  /** "A courtly man named Dabney": their name alone says no more that they are somebody. */
  readonly isCalledSo?: boolean
  /** Somebody else says it. */
  readonly isReported: boolean
  /** Told of before, and has not spoken. */
  readonly isTold: boolean
}

/** Whether who spoke did so in the sentence before `at`, of what they themselves say. */
export function isRightBefore(text: string, { at: spoken, ...each }: Spoken | Subject, at: number): boolean {
  const between = text
    .slice(spoken, at)
    .replace(/[“‘"«][^”’"»\n]*[”’"»](?![\p{L}])/gu, ' ')
    .replace(/\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|Capt|Det|Insp|Rev|Sra?|Dra?|\p{Lu}|[ap]\.m)\.\s/gu, ' ')
  const isInner = 'manner' in each && each.manner.isInner === true
  return !isInner && !between.includes('\n') && (between.match(/[.!?]\s/g)?.length ?? 0) <= 1
}

/** Whether no sentence ends, and no quote begins or ends, between two places. */
export function isSameSentence(text: string, from: number, at: number): boolean {
  return !/[.!?][’”"»)]?\s|[“”"«»\n;]/.test(
    text.slice(from, at).replace(/\b(?:Mr|Mrs|Ms|Dr|Sgt|Lt|\p{Lu})\.\s/gu, ' '),
  )
}

/** What is known of an account as far as it has been read: who is named, who has spoken, and whom sentences were about. */
export interface Memory {
  readonly text: string
  readonly people: People
  readonly mentions: ByPlace<Mention>
  /** Places in headlines, where nobody is introduced. */
  readonly heads: ReadonlySet<number>
  /** Whether a place lies in a headline. */
  readonly isHeaded: (at: number) => boolean
  readonly spoken: Spoken[]
  readonly subjects: Subject[]
  /** What pronouns have told of those without a name. */
  readonly genders: Map<string, Gender>
  /** Whose turn it is in a transcript. */
  turn: Source | null
  /** Whoever says the words around: no "she" in them is hers. */
  except: Source | null
  manner: Manner
}
