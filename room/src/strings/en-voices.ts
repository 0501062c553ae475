import type { Ground } from '@sightline/core/side-by-side'

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

/** English words for utterances, people, stated ages and the grounds of links. */
export const enVoices = {
  utterances: 'Utterances',
  utterancesTitle: 'One utterance in several accounts',
  utterancesWhat:
    'Excerpts that may be of one utterance, laid over each other by the words they share. That they are of one is for a person to say; in what order gaps and excerpts were spoken, no account tells.',
  utterancesNone:
    'No excerpts of one utterance were found in two accounts. Quotes of fewer than three words are not looked at.',
  notYet: 'The accounts are compared anew; this comes with it.',
  gap: 'not quoted by any',
  or: 'or ',
  partOf: (n: number) =>
    `Candidate: part of an utterance that ${many(n, 'account quotes', 'accounts quote')}`,
  alsoUtterances: (n: number) => `Also found in ${many(n, 'utterance', 'utterances')}`,
  people: 'People',
  peopleTitle: 'Who the accounts name',
  peopleWhat:
    'Names that accounts use, put together where they seem to mean one person. That they do is for a person to say: put the words to a participant of the case file, and they are one there.',
  peopleNone: 'No names were found in the accounts.',
  namedIn: (name: string, account: string) => `“${name}” in ${account}`,
  age: (age: number, account: string) => `age ${age} in ${account}`,
  agesDiffer: 'The accounts state different ages.',
  minor: 'stated to be under 18',
  minorSign: (ages: string) => `an age under 18 is stated here: ${ages}`,
  minorsHere: (ages: string) =>
    `States ages under 18: ${ages}. Whose they are, and whether a name may be told, is for people to decide.`,
  minorsSomewhere: (names: string) => `Ages under 18 are stated of people in: ${names}.`,
  isParticipant: (role: string) => `in the case file: ${role}`,
  isMinorToo: 'marked there as a minor',
  notMarkedMinor: 'not marked there as a minor',
  sameAs: (role: string) => `the same as ${role}, as people say`,
  toParticipant: 'Put to a participant …',
  toParticipantTitle: (name: string) => `Put “${name}” to a participant`,
  toParticipantWhat: 'Each account’s words become a label of that participant in the case file.',
  participant: 'Participant',
  choose: 'choose one',
  noParticipants: 'The case file has no participants yet. Enter one there first.',
  openCase: 'To the case file',
  isPut: 'Put to the participant.',
  thin: (n: number) => `Weak candidates ${n}`,
  thinWhat:
    'Links that rest on one shared word alone. They are seldom about one matter, so their statements are laid side by side only while this is on; in the review they come last.',
  thinSign: 'weak: one shared word',
  ownWords: (a: string, b: string) => `words of its own: ${a} / ${b}`,
  readAs: (a: string, b: string) => `read as: ${a} / ${b}`,
  sharesNone: 'they share no word',
  sharedWords: (n: number) => many(n, 'shared word', 'shared words'),
  grounds: {
    number: 'a number that differs',
    'how-many': 'a count that differs',
    bound: 'a number with a bound',
    time: 'a time that differs',
    age: 'an age that differs',
    dimension: 'two values of one thing',
    answers: 'two answers to one question',
    'said-denied': 'said by one, denied by the other',
    'not-in-recording': 'said by one, by the other not seen in a recording',
    'who-to-whom': 'who did it to whom',
    order: 'what came first',
    speakers: 'one text, put down to different speakers',
    'same-quoted': 'the same words quoted',
    utterance: 'one utterance in different words',
    shared: 'shared words',
    matter: 'a question both speak to',
    issue: 'an issue both speak to',
  } satisfies Record<Exclude<Ground['kind'], 'words'>, string>,
  inAccounts: 'In the accounts',
  inAccountsFound: (n: number) => `${many(n, 'statement', 'statements')} of accounts`,
} as const
