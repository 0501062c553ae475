import type { Gender } from './people.ts'
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
  /** Somebody else says it. */
  readonly isReported: boolean
  /** Told of before, and has not spoken. */
  readonly isTold: boolean
}
