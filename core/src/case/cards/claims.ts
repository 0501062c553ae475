import {
  card,
  choice,
  coverage,
  day,
  file,
  line,
  moment,
  moments,
  must,
  recording,
  statement,
  text,
} from './field.ts'
import { kind } from './kind.ts'

export const results = ['shown', 'not-shown', 'contradicted', 'cannot-be-resolved'] as const
export const seenAs = ['seen', 'not-seen', 'unclear', 'not-in-view', 'not-recording'] as const

/** A matter, what was said of it, the moments that bear on it, and what people found. */
export const claimKinds = {
  claim: kind({
    matter: must(line()),
    detail: text(),
    speaksOf: must(choice('one-recording', 'several-recordings', 'no-recording-named', 'not-of-recordings')),
    recording: recording(),
    /** Whether it is asked of each recording: seen, not seen, unclear, not in view, not recording. */
    perRecording: must(choice('yes', 'no')),
  }),
  /** A statement that speaks to a claim: one of an account by its number, or as a person writes it here. */
  speaking: kind(
    {
      claim: must(card('claim')),
      statement: statement(),
      words: text(),
      original: text(),
      speaker: line(),
      /** Through whom the words came, such as speaker → interpreter → outlet. */
      chain: line(),
      file: file(),
      on: day(),
    },
    {
      wrong: ({ statement, words }) =>
        statement === null && words === null ? 'a statement is named by its number or by its words' : null,
    },
  ),
  bearing: kind({ claim: must(card('claim')), moment: must(moment()), how: line() }),
  /** What stood between a camera and what happened, for as long as a marked moment of that recording lasts. */
  obstruction: kind({ moment: must(moment()), hides: must(line()), by: must(line()) }),
  finding: kind(
    {
      claim: must(card('claim')),
      result: must(choice(...results)),
      reason: must(text()),
      /** What the cameras could and could not see then, in the finder's words. */
      couldSee: text(),
      /** The same as it was computed from coverage when the finding was made. */
      coverage: coverage(),
      moments: moments(),
      on: must(day()),
      office: line(),
    },
    {
      isFixed: true,
      wrong: ({ result, couldSee }) =>
        result === 'not-shown' && couldSee === null
          ? 'a finding of “not shown” says what the cameras could and could not see then'
          : null,
    },
  ),
  /** One cell of the matrix: what one recording shows of a claim, as one person sees it. */
  sighting: kind(
    {
      claim: must(card('claim')),
      recording: must(recording()),
      seen: must(choice(...seenAs)),
      moment: moment(),
      reason: line(),
      on: must(day()),
    },
    { isFixed: true },
  ),
}
