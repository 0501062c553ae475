import { conductQuestions } from './questions-conduct.ts'
import { outcomeQuestions } from './questions-outcome.ts'

/**
 * What accounts are asked about, told by classes of words instead of patterns: what `matters.ts` asks narrowly is asked widely here,
 * and whatever fits one of the words will do. Words are in lower case, without accents; `*` stands for any ending, `_` for a blank,
 * `(a|b)` for one of several. English first, Spanish in the same lists. Editable; nothing here may be about one incident.
 */
export interface Question {
  /** Ways of speaking to it. In one with " + ", a word of each side has to stand near one of the other. */
  readonly about: readonly string[]
  readonly answers?: Readonly<Record<string, string>>
  /** What an answer comes to when it is denied; without, a denied answer is none. */
  readonly denied?: Readonly<Record<string, string>>
  /** Numbers of these kinds are of this question, whatever they count in. */
  readonly counts?: readonly Counted[]
}

export type Counted = 'people' | 'things' | 'times' | 'time' | 'length' | 'speed' | 'money'

export const questions: Readonly<Record<string, Question>> = { ...conductQuestions, ...outcomeQuestions }
