import { card, choice, count, day, hashes, line, lines, must, text, wall } from './field.ts'
import { kind } from './kind.ts'

export const startsFrom = ['incident', 'knowledge', 'complaint', 'request'] as const

/** When what has to be published, who has to be told before, and what stands in the way. */
export const releaseKinds = {
  rule: kind({
    name: must(line()),
    days: must(count()),
    countedIn: must(choice('calendar-days', 'working-days')),
    from: must(choice(...startsFrom)),
    extensionDays: count(),
    extensionWords: line(),
    familyFirst: must(choice('required', 'customary', 'not-stated')),
    citation: must(line()),
    applies: must(choice('yes', 'no')),
    /** Who held the rule against the text it cites; null while nobody did. */
    checkedBy: line(),
    checkedOn: day(),
    note: text(),
  }),
  /** The instant that a rule counts from, with its source. */
  'clock-start': kind({ from: must(choice(...startsFrom)), at: must(wall()), source: must(line()) }),
  holiday: kind({ on: must(day()), what: must(line()) }),
  extension: kind({
    rule: must(card('rule')),
    requester: must(line()),
    decider: must(line()),
    reason: must(text()),
    until: must(day()),
    on: must(day()),
    published: must(choice('yes', 'no', 'unknown')),
    document: card('document'),
  }),
  hold: kind({
    what: must(line()),
    orderedBy: must(line()),
    reason: must(text()),
    on: must(day()),
    liftedOn: day(),
    document: card('document'),
  }),
  notice: kind(
    {
      party: must(choice('family', 'officer', 'counsel', 'prosecutor', 'press', 'other')),
      who: must(line()),
      state: must(choice('owed', 'given', 'waived')),
      on: day(),
      how: line(),
      by: line(),
      reason: line(),
    },
    {
      wrong: ({ state, on, reason }) => {
        if (state === 'given' && on === null) return 'a notice given has a day'
        return state === 'waived' && reason === null ? 'a notice waived has a reason' : null
      },
    },
  ),
  'family-viewing': kind(
    {
      outcome: must(choice('held', 'offered', 'declined')),
      /** The sealed set by its hash, or the hash of each item that was shown. */
      hashes: hashes(),
      at: wall(),
      place: line(),
      /** Each with their role: "the mother", "attorney of the family". */
      attended: lines(),
      interpreter: line(),
      support: line(),
      by: must(line()),
      note: text(),
    },
    {
      hidden: { names: lines(), privateNote: text() },
      wrong: ({ outcome, hashes: seen, at, attended }) =>
        outcome === 'held' && (seen === null || at === null || attended === null)
          ? 'a viewing that was held names what was shown by its hash, when, and who attended in what role'
          : null,
    },
  ),
  embargo: kind({
    until: must(wall()),
    withWhom: must(line()),
    terms: text(),
    liftedBy: line(),
  }),
}
