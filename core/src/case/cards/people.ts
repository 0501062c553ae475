import { card, choice, day, file, line, must, recording, text } from './field.ts'
import { kind } from './kind.ts'

/** Who is in the incident, as roles; names, portraits, relations and what outlets call them are cards of their own. */
export const peopleKinds = {
  participant: kind(
    {
      role: must(line()),
      sort: choice('person', 'body'),
      minor: must(choice('yes', 'no', 'unknown')),
      about: text(),
      saidBy: line(),
    },
    { hidden: { contact: text(), privateNote: text() } },
  ),
  /** A name bound to a role: alone in its entry, so that expunging that one body is enough. */
  name: kind({
    participant: must(card('participant')),
    name: must(line()),
    use: must(choice('reported', 'official', 'preferred')),
    source: must(line()),
    audience: must(choice('nobody', 'family', 'press', 'public')),
    decision: must(line()),
    decidedBy: must(line()),
    on: day(),
    /** On what ground the name of a minor may be told; without it, it never leaves. */
    minorGround: line(),
  }),
  portrait: kind({
    participant: must(card('participant')),
    file: must(file()),
    chosenBy: must(line()),
    audience: must(choice('nobody', 'family', 'press', 'public')),
    on: day(),
    note: text(),
  }),
  /** What an outlet calls a person: kept apart from who the person is. */
  label: kind({
    participant: must(card('participant')),
    words: must(line()),
    usedBy: must(line()),
    file: file(),
  }),
  relation: kind(
    {
      participant: must(card('participant')),
      relation: must(
        choice(
          'represents',
          'translated-for',
          'wore',
          'used',
          'lives-at',
          'related-to',
          'works-for',
          'worked-with',
          'called',
          'treated',
          'followed',
          'other',
        ),
      ),
      to: card('participant', 'place', 'object'),
      recording: recording(),
      detail: line(),
      assertedBy: must(line()),
      source: line(),
    },
    {
      wrong: ({ to, recording: worn, detail }) =>
        to === null && worn === null && detail === null
          ? 'a relation names what it is to: a card, a recording, or words'
          : null,
    },
  ),
  /** That two cards are one participant, or that one card holds two. Taking it back is withdrawing it. */
  identity: kind(
    {
      what: must(choice('same', 'two')),
      participant: must(card('participant')),
      other: must(card('participant')),
      reason: must(text()),
      saidBy: line(),
    },
    {
      wrong: ({ participant, other }) =>
        participant === other ? 'a participant is not merged with or split from itself' : null,
    },
  ),
}
