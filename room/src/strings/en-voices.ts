import { groundWords } from '@sightline/core/side-by-side'

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

/** English words for utterances, people, stated ages and the grounds of links. */
export const enVoices = {
  utterances: 'Utterances',
  utterancesTitle: 'One utterance in several accounts',
  utterancesWhat:
    'Excerpts that may be of one utterance, laid over each other by the words they share. That they are of one is for a person to say; what lies in a gap, and whether the parts around it were said in this order, no account tells.',
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
  maybe: (name: string) => `Words that may mean ${name}`,
  maybeWhy: {
    quote: (of: string) => `the same words are put down to both: “${of}”`,
    office: (of: string) => `nobody else is named in that office: ${of}`,
    only: (of: string) => `nobody else who is named is called so: ${of}`,
    kin: (of: string) => `by whose relative or lawyer they are: ${of}`,
    age: (of: string) => `nobody else is named of that age: ${of}`,
    act: (of: string) => `linked statements tell the same of both: ${of}`,
    report: (of: string) => `linked statements put the same down to both: ${of}`,
    several: (of: string) => `against it: accounts tell of more than one (${of})`,
    called: (of: string) => `against it: called otherwise where named (${of})`,
    other: (of: string) => of,
  },
  maybeSure: 'candidate; hardly anybody else can be meant:',
  maybeOpen: 'candidate:',
  maybePut: (words: string, name: string) => `“${words}” means ${name} …`,
  maybeNot: (words: string, name: string) => `“${words}” does not mean ${name} …`,
  maybeNotWhat:
    'The suggestion is set aside with your reason, for these words in this account. It can be taken up again.',
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
  newParticipant: 'a new participant',
  newRole: 'Role (not a name)',
  isMinor: 'Under 18',
  minorIs: { unknown: 'not known', no: 'no', yes: 'yes' },
  whichWords: 'Words that mean this participant',
  calledBy: (words: string, account: string) => `“${words}” in ${account}`,
  takeBackLabel: (words: string, account: string) =>
    `Withdraw: “${words}” in ${account} means this participant`,
  describedTitle: 'Sources told without a name',
  describedWhat:
    'What accounts put down to somebody or something they do not name. Two that sound alike need not be one: put them to a participant when somebody has established who it is.',
  words: (words: string) => `“${words}”`,
  whoIsMeant: 'Say who is meant',
  isPut: 'Put to the participant.',
  further: (n: number) => `Further candidates ${n}`,
  furtherShown: 'Further candidates',
  linkedElsewhere: 'linked, not in this row',
  furtherWhat:
    'Weaker links that stand in no row: those that rest on at most one shared word, and those whose two statements both stand in rows by stronger ones. While this is on each makes a row of its own; in the review they are offered in any case.',
  thinSign: 'weak: at most one shared word',
  ownWords: (a: string, b: string) => `words of its own: ${a} / ${b}`,
  readAs: (a: string, b: string) => `read as: ${a} / ${b}`,
  sharesNone: 'they share no word',
  sharedWords: (n: number) => many(n, 'shared word', 'shared words'),
  grounds: groundWords,
  inAccounts: 'In the accounts',
  inAccountsFound: (n: number) => `${many(n, 'statement', 'statements')} of accounts`,
} as const
