import { card, choice, day, file, line, must, text } from './field.ts'
import { kind } from './kind.ts'

export const standards = [
  'probable-cause',
  'substantial-evidence',
  'preponderance',
  'clear-and-convincing',
  'beyond-reasonable-doubt',
  'medical-certainty',
  'other',
  'not-stated',
] as const

/** What bodies look into and rule, what is not known yet, what is linked, and what the parties say. */
export const proceedingKinds = {
  proceeding: kind({
    body: must(line()),
    sort: must(
      choice(
        'administrative-inquiry',
        'criminal-inquiry',
        'medical-ruling',
        'prosecution-decision',
        'disciplinary',
        'civil-suit',
        'inquest',
        'policy-review',
        'other',
      ),
    ),
    about: must(line()),
    state: must(choice('open', 'decided', 'closed-without-decision', 'unknown')),
    decider: line(),
    standard: must(choice(...standards)),
    standardWords: line(),
    openedOn: day(),
    decidedOn: day(),
    /** In the body's own words. */
    outcome: text(),
    document: card('document'),
    source: line(),
  }),
  question: kind({ question: must(line()), askedBy: line(), askedOn: day(), source: line() }),
  answer: kind(
    {
      question: must(card('question')),
      /** A refusal to say is an answer of its own kind. */
      sort: must(choice('answer', 'declined', 'not-known')),
      words: must(text()),
      saidBy: must(line()),
      on: day(),
      onWords: line(),
      source: line(),
      file: file(),
    },
    { isFixed: true },
  ),
  /** Another incident: linked by a stated relation and never mixed with this one. */
  related: kind({
    title: must(line()),
    relation: must(
      choice(
        'cited-together',
        'same-place',
        'same-people',
        'same-body',
        'same-policy',
        'near-in-time',
        'other',
      ),
    ),
    how: must(line()),
    on: day(),
    onWords: line(),
    minorInvolved: must(choice('yes', 'no', 'unknown')),
    saidBy: must(line()),
    source: line(),
  }),
  /** What the agency, the family or somebody else asks to have told, in their own words. */
  'party-statement': kind({
    party: must(choice('family', 'agency', 'joint', 'other')),
    who: must(line()),
    words: must(text()),
    language: line(),
    original: text(),
    interpreter: line(),
    on: day(),
    source: line(),
    onCover: must(choice('yes', 'no')),
  }),
  /** Who saw which footage and when: above all before giving a statement. */
  'footage-seen': kind({
    who: must(line()),
    what: must(line()),
    on: day(),
    onWords: line(),
    beforeStatement: must(choice('before', 'after', 'no-statement', 'unknown')),
    saidBy: must(line()),
  }),
}
