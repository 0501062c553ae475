import { quoteFiller, type SourceWords } from './noun-phrases.ts'
import type { Word } from './words.ts'

/** "An officer can be heard shouting": without the words it hands nothing on. */
export const isNoise = (frame: string, verb: Word) =>
  /^(?:yell|shout|scream|bark|bellow|holler|shriek|howl|wail|chant|sang|sings?$|core|cantab|cried|cries|crying|cry$|grit)/.test(
    verb.lower,
  ) && !frame.includes(quoteFiller)

/** "Told the man to show his hands": an order in the event, and no words handed on. */
export const isOrder = (frame: string, verb: Word) =>
  /^(?:told|tells|tell|asked|asks|warned|urged)$/.test(verb.lower) &&
  /^\s+(?:[\p{L}'’-]+\s){1,4}?(?:not )?to \p{Ll}+/u.test(frame.slice(verb.end)) &&
  !/^\s+(?:[\p{L}'’-]+\s){1,4}?(?:that|he|she|they|it|we|I)\s/u.test(frame.slice(verb.end)) &&
  !frame.includes(quoteFiller)

/** "What trainees say before they begin": nobody says anything there. "What police said was a gun" is put down to them. */
export function isAskedFor(frame: string, subject: SourceWords, verb: Word): boolean {
  return (
    /\b(?:what|how|why|whatever|where|when|(?:thing|things|words|all|everything)(?: that)?)\s+$/i.test(
      frame.slice(0, subject.start),
    ) &&
    subject.start < verb.start &&
    !/^\s+(?:was|is|were|are|to be|as|looked|appeared)\b/.test(frame.slice(verb.end))
  )
}
