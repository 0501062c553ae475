// Cards of the fictional case: what a desk would have entered some weeks on. Nothing of it is meant to be anybody.
import type { Command } from '@sightline/core/commands'

type EnterCard = Extract<Command, { do: 'enter-card' }>
type Asked = readonly [
  key: string,
  of: EnterCard['of'],
  said: Record<string, unknown>,
  hidden?: Record<string, unknown>,
]

const bodyCameraA = '01'.repeat(32)
const doorbell = '03'.repeat(32)
const at = (local: string) => ({ local, zone: 'America/Chicago', offsetMinutes: -300 })

/** A value `@key` names the card that was entered under that key. */
export const fictionalCards: readonly Asked[] = [
  [
    'a',
    'participant',
    {
      role: 'Instructor A',
      sort: 'person',
      minor: 'no',
      about: 'Wore body camera A.',
      saidBy: 'the academy',
    },
  ],
  [
    'actor',
    'participant',
    { role: 'the actor', sort: 'person', minor: 'no' },
    { contact: 'through the union' },
  ],
  [
    'boy',
    'participant',
    { role: 'a boy at the fence', sort: 'person', minor: 'yes', saidBy: 'caretaker of the yard' },
  ],
  ['academy', 'participant', { role: 'Lark Yard Academy', sort: 'body', minor: 'no' }],
  [
    'name',
    'name',
    {
      participant: '@a',
      name: 'Pell Hask',
      use: 'official',
      source: 'duty roster',
      audience: 'nobody',
      decision: 'not before the inquiry ends',
      decidedBy: 'the desk',
      on: '2031-05-06',
    },
  ],
  ['label', 'label', { participant: '@a', words: 'the first instructor', usedBy: 'The Yard Herald' }],
  [
    'wore',
    'relation',
    {
      participant: '@a',
      relation: 'wore',
      recording: bodyCameraA,
      assertedBy: 'the academy',
      source: 'evidence list LY-114',
    },
  ],
  [
    'claim',
    'claim',
    {
      matter: 'Was the prop in the hand when the first loud sound is heard?',
      speaksOf: 'no-recording-named',
      perRecording: 'yes',
    },
  ],
  [
    'claim2',
    'claim',
    { matter: 'How many loud sounds are heard?', speaksOf: 'several-recordings', perRecording: 'no' },
  ],
  ['bear', 'bearing', { claim: '@claim', moment: 'm41', how: 'the lamp is lit while the hand is seen' }],
  ['bear2', 'bearing', { claim: '@claim', moment: 'm42', how: 'the sounds themselves' }],
  [
    'hide',
    'obstruction',
    { moment: 'm43', hides: 'a concrete barrier stands before the right hand', by: 'R. Imani' },
  ],
  [
    'find1',
    'finding',
    {
      claim: '@claim',
      result: 'contradicted',
      reason: 'On the doorbell the prop leaves the hand before the first sound, and both are on one clock.',
      on: '2031-05-07',
      moments: ['m42'],
      coverage: [{ recording: doorbell, had: 'pictures' }],
    },
  ],
  [
    'find2',
    'finding',
    {
      claim: '@claim',
      result: 'cannot-be-resolved',
      reason: 'How long the sound took to each microphone was not entered.',
      on: '2031-05-08',
      office: 'Second reader',
    },
  ],
  [
    'see',
    'sighting',
    { claim: '@claim', recording: doorbell, seen: 'not-seen', on: '2031-05-07', reason: 'the hand is open' },
  ],
  [
    'say',
    'speaking',
    {
      claim: '@claim',
      words: 'There appears to be no prop visible.',
      speaker: 'J. Marrow',
      chain: 'J. Marrow → The Yard Herald',
    },
  ],
  [
    'family',
    'party-statement',
    {
      party: 'family',
      who: 'The actor’s family',
      words: 'We have waited for these recordings. Please look at all of them before you speak of any.',
      onCover: 'yes',
      on: '2031-05-14',
    },
  ],
  [
    'agency',
    'party-statement',
    {
      party: 'agency',
      who: 'Lark Yard Academy',
      words:
        'We publish every recording as we received it. The inquiry is not finished, and we draw no conclusion.',
      onCover: 'yes',
      on: '2031-05-14',
    },
  ],
  [
    'pro1',
    'proceeding',
    {
      body: 'Civil oversight board',
      sort: 'administrative-inquiry',
      about: 'the exercise',
      state: 'decided',
      decider: 'Chair of the board',
      standard: 'preponderance',
      decidedOn: '2031-06-02',
      outcome: 'The command came too late to be followed.',
    },
  ],
  [
    'pro2',
    'proceeding',
    {
      body: 'County medical office',
      sort: 'medical-ruling',
      about: 'a grazed arm',
      state: 'decided',
      standard: 'medical-certainty',
      decidedOn: '2031-05-20',
      outcome: 'Superficial.',
    },
  ],
  [
    'pro3',
    'proceeding',
    {
      body: 'Academy',
      sort: 'disciplinary',
      about: 'Instructor A',
      state: 'open',
      standard: 'not-stated',
      openedOn: '2031-05-09',
    },
  ],
  [
    'q',
    'question',
    { question: 'Why was the actor stopped?', askedBy: 'The Yard Herald', askedOn: '2031-05-04' },
  ],
  [
    'ans',
    'answer',
    {
      question: '@q',
      sort: 'declined',
      words: 'That is part of the next lesson.',
      saidBy: 'an instructor',
      on: '2031-05-05',
      source: 'Radio WLKR',
    },
  ],
  [
    'rel',
    'related',
    {
      title: 'Lake exercise',
      relation: 'cited-together',
      how: 'two accounts mention both',
      minorInvolved: 'unknown',
      saidBy: 'State Wire',
    },
  ],
  [
    'doc',
    'document',
    {
      title: 'Call log of the dispatch centre',
      sort: 'call-log',
      rights: 'public-record',
      redaction: 'to-do',
      suppliedBy: 'dispatch centre',
      receivedOn: '2031-05-10',
    },
    { storage: 'cabinet 4' },
  ],
  ['place', 'place', { what: 'the gatehouse door' }],
  [
    'obj',
    'object',
    {
      what: 'orange training prop',
      recoveredAt: 'beside the barrier',
      recoveredBy: 'Instructor B',
      saidBy: 'the academy',
    },
  ],
  [
    'wall',
    'walled',
    {
      category: 'compelled-statement',
      what: 'statement of Instructor A, compelled',
      heldBy: 'counsel of the board',
      maySee: ['the administrative team'],
    },
  ],
  [
    'rule',
    'rule',
    {
      name: 'Chicago: video release policy',
      days: 60,
      countedIn: 'calendar-days',
      from: 'incident',
      extensionDays: 30,
      familyFirst: 'customary',
      citation: 'City of Chicago, Video Release Policy (2016)',
      applies: 'yes',
    },
  ],
  ['start', 'clock-start', { from: 'incident', at: at('2031-05-02T14:06:31'), source: 'call log' }],
  [
    'ext',
    'extension',
    {
      rule: '@rule',
      requester: 'county prosecutor',
      decider: 'law department',
      reason: 'two witnesses are still to be heard',
      until: '2031-07-31',
      on: '2031-06-20',
      published: 'yes',
    },
  ],
  [
    'notice',
    'notice',
    {
      party: 'family',
      who: 'the actor’s family',
      state: 'given',
      on: '2031-05-12',
      how: 'in person, with an interpreter',
    },
  ],
  ['notice2', 'notice', { party: 'officer', who: 'Instructor A', state: 'owed' }],
  [
    'view',
    'family-viewing',
    {
      outcome: 'offered',
      by: 'family liaison',
      interpreter: 'staff interpreter, Spanish',
      support: 'a counsellor',
    },
  ],
]
