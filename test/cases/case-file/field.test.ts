// Everything that public stories of one such incident are known to hold, entered by hand in a fictional case and read back: each
// actor, artifact, event, relation and dispute has its place, nothing is judged, and what nobody said stays unsaid.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { CardKind } from '../../../core/src/case/cards/index.ts'
import { cardWordsIn, leavingOf, reportPage, wordsLanguages } from '../../../core/src/case-file/index.ts'
import { toldDues } from '../../../core/src/release-clock/index.ts'
import { chicago, newDesk } from './desk.ts'

const sha = (n: number) => n.toString(16).padStart(64, '0')
const recordings = [
  'body camera one.mp4',
  'body camera two.mp4',
  'house camera.mp4',
  'fuel station.mp4',
  'call.wav',
]

type Entered = readonly [key: string, of: CardKind, said: Record<string, unknown>]

/** `@` names a card by its key, `%` a recording by its name. */
const cards: readonly Entered[] = [
  // Actors: by role, with the bodies they stand for, and what each outlet calls them.
  ['shooter', 'participant', { role: 'the constable who fired', minor: 'no' }],
  ['second', 'participant', { role: 'the second constable', minor: 'no' }],
  ['runner', 'participant', { role: 'the man who ran', minor: 'no' }],
  ['mother', 'participant', { role: 'his mother', minor: 'no' }],
  ['relative', 'participant', { role: 'a relative who translated', minor: 'unknown' }],
  ['lawyer', 'participant', { role: 'lawyer of the family', minor: 'no' }],
  ['provost', 'participant', { role: 'the provost of the town', minor: 'no' }],
  ['chief', 'participant', { role: 'the chief of the watch', minor: 'no' }],
  ['speaker', 'participant', { role: 'a town councillor who spoke for the young', minor: 'no' }],
  ['board', 'participant', { role: 'the civilian board', sort: 'body', minor: 'no' }],
  ['watch', 'participant', { role: 'the town watch', sort: 'body', minor: 'no' }],
  [
    'name',
    'name',
    {
      participant: '@runner',
      name: 'Aldo Verrin',
      use: 'reported',
      source: 'three outlets',
      audience: 'public',
      decision: 'the family asked for it',
      decidedBy: 'the board',
    },
  ],
  [
    'chosen',
    'name',
    {
      participant: '@runner',
      name: 'Aldi',
      use: 'preferred',
      source: 'his mother',
      audience: 'public',
      decision: 'the family asked for it',
      decidedBy: 'the board',
    },
  ],
  ['label1', 'label', { participant: '@runner', words: 'fleeing man', usedBy: 'the morning web page' }],
  ['label2', 'label', { participant: '@runner', words: 'armed suspect', usedBy: 'the wire' }],
  [
    'photo',
    'portrait',
    { participant: '@runner', file: 'photo of him.jpg', chosenBy: 'his mother', audience: 'public' },
  ],
  // Relations, each with who asserted it.
  [
    'rel1',
    'relation',
    { participant: '@lawyer', relation: 'represents', to: '@mother', assertedBy: 'joint statement' },
  ],
  [
    'rel2',
    'relation',
    { participant: '@relative', relation: 'translated-for', to: '@mother', assertedBy: 'the radio' },
  ],
  [
    'rel3',
    'relation',
    { participant: '@shooter', relation: 'wore', recording: '%body camera one.mp4', assertedBy: 'the board' },
  ],
  [
    'rel4',
    'relation',
    {
      participant: '@second',
      relation: 'treated',
      to: '@runner',
      detail: 'tied off the arm',
      assertedBy: 'the radio',
    },
  ],
  [
    'rel5',
    'relation',
    {
      participant: '@second',
      relation: 'followed',
      to: '@runner',
      detail: 'one outlet says one constable gave chase',
      assertedBy: 'the radio',
    },
  ],
  // Places and objects.
  ['place1', 'place', { what: 'the fuel station' }],
  ['place2', 'place', { what: 'the lane behind the houses' }],
  ['place3', 'place', { what: 'the front of a house' }],
  ['gun', 'object', { what: 'a handgun', recoveredAt: 'on the pavement', saidBy: 'the town watch' }],
  ['phone', 'object', { what: 'a mobile telephone, in the left hand', saidBy: 'the radio' }],
  // What is claimed, by whom through whom, and what people found: negative claims and unnamed recordings among them.
  [
    'c1',
    'claim',
    {
      matter: 'Is an object seen in the right hand when the shots begin?',
      speaksOf: 'no-recording-named',
      perRecording: 'yes',
    },
  ],
  [
    'c2',
    'claim',
    {
      matter: 'Does the video show him pointing it at anyone?',
      speaksOf: 'no-recording-named',
      perRecording: 'yes',
    },
  ],
  ['c3', 'claim', { matter: 'How many shots are heard?', speaksOf: 'not-of-recordings', perRecording: 'no' }],
  [
    'c4',
    'claim',
    { matter: 'Which words did he say after the shots?', speaksOf: 'several-recordings', perRecording: 'no' },
  ],
  [
    'c5',
    'claim',
    {
      matter: 'Who issued the statement: both sides, or the provost alone?',
      speaksOf: 'not-of-recordings',
      perRecording: 'no',
    },
  ],
  [
    'c6',
    'claim',
    { matter: 'How many constables gave chase?', speaksOf: 'no-recording-named', perRecording: 'no' },
  ],
  ['s1', 'speaking', { claim: '@c1', words: 'an object in his right hand can be seen', chain: 'the radio' }],
  [
    's2',
    'speaking',
    { claim: '@c1', words: 'nothing can be seen in the video', chain: 'the morning web page' },
  ],
  [
    's3',
    'speaking',
    {
      claim: '@c4',
      words: 'Why did you do that?',
      original: null,
      speaker: 'the man who ran',
      chain: 'the man who ran → body camera → the radio',
    },
  ],
  [
    's4',
    'speaking',
    {
      claim: '@c4',
      words: 'Why are you doing that?',
      speaker: 'the man who ran',
      chain: 'the man who ran → body camera → the morning web page',
    },
  ],
  ['s5', 'speaking', { claim: '@c3', words: 'five', chain: 'the radio' }],
  ['s6', 'speaking', { claim: '@c3', words: 'four', chain: 'an evening paper' }],
  [
    's7',
    'speaking',
    {
      claim: '@c5',
      words: 'We ask for calm.',
      speaker: 'the provost and the lawyers',
      chain: 'joint statement → the radio',
    },
  ],
  [
    'f1',
    'finding',
    { claim: '@c1', result: 'shown', reason: 'for nine frames of one camera', on: '2031-05-20' },
  ],
  [
    'f2',
    'finding',
    { claim: '@c1', result: 'cannot-be-resolved', reason: 'the frames are blurred', on: '2031-05-21' },
  ],
  [
    'f3',
    'finding',
    {
      claim: '@c2',
      result: 'not-shown',
      reason: 'in no recording',
      couldSee: 'no camera faces him in the last second',
      on: '2031-05-21',
    },
  ],
  ['m1', 'sighting', { claim: '@c1', recording: '%house camera.mp4', seen: 'seen', on: '2031-05-20' }],
  [
    'm2',
    'sighting',
    { claim: '@c1', recording: '%body camera two.mp4', seen: 'not-in-view', on: '2031-05-20' },
  ],
  // Proceedings with different outcomes, none crowned; what is not known; what was declined.
  [
    'p1',
    'proceeding',
    {
      body: 'the civilian board',
      sort: 'administrative-inquiry',
      about: 'the use of force',
      state: 'decided',
      standard: 'preponderance',
      outcome: 'Outside the rules.',
    },
  ],
  [
    'p2',
    'proceeding',
    {
      body: 'the watch council',
      sort: 'disciplinary',
      about: 'the constable',
      state: 'decided',
      standard: 'preponderance',
      outcome: 'Within the rules.',
    },
  ],
  [
    'p3',
    'proceeding',
    {
      body: 'the public prosecutor',
      sort: 'prosecution-decision',
      about: 'charges',
      state: 'closed-without-decision',
      standard: 'beyond-reasonable-doubt',
    },
  ],
  [
    'p4',
    'proceeding',
    {
      body: 'the medical office',
      sort: 'medical-ruling',
      about: 'manner of death',
      state: 'decided',
      standard: 'medical-certainty',
      outcome: 'By another’s hand.',
    },
  ],
  [
    'p5',
    'proceeding',
    {
      body: 'the town council',
      sort: 'policy-review',
      about: 'rules for chases on foot',
      state: 'open',
      standard: 'not-stated',
    },
  ],
  ['q1', 'question', { question: 'Why was he stopped?', askedBy: 'his mother' }],
  [
    'a1',
    'answer',
    {
      question: '@q1',
      sort: 'declined',
      words: 'The chief would not say.',
      saidBy: 'the radio',
      onWords: 'Wednesday',
    },
  ],
  [
    'a2',
    'answer',
    {
      question: '@q1',
      sort: 'answer',
      words: 'a small traffic matter',
      saidBy: 'the provost',
      onWords: 'the same day',
    },
  ],
  [
    'rel',
    'related',
    {
      title: 'Another chase, two days before',
      relation: 'cited-together',
      how: 'two outlets mention both',
      minorInvolved: 'yes',
      saidBy: 'the wire',
      onWords: 'two days before',
    },
  ],
  [
    'seen1',
    'footage-seen',
    {
      who: 'his family',
      what: 'all recordings',
      onWords: 'Tuesday',
      beforeStatement: 'no-statement',
      saidBy: 'the radio',
    },
  ],
  [
    'seen2',
    'footage-seen',
    {
      who: 'the chief of the watch',
      what: 'several views, several times',
      onWords: 'weeks ago and since',
      beforeStatement: 'unknown',
      saidBy: 'the chief',
    },
  ],
  // Statements with equal weight; a mother who speaks through a relative.
  [
    'st1',
    'party-statement',
    {
      party: 'joint',
      who: 'the provost and the lawyers of the family',
      words: 'We ask everyone to keep the town calm.',
      onCover: 'yes',
    },
  ],
  [
    'st2',
    'party-statement',
    {
      party: 'family',
      who: 'his mother',
      words: 'Nobody has told me why.',
      language: 'Spanish',
      original: 'Nadie me ha dicho por qué.',
      interpreter: 'a relative',
      onCover: 'yes',
    },
  ],
  // Artifacts: the release with its address, the edited film, papers, a statistic with its source.
  [
    'd1',
    'document',
    {
      title: 'Page of the board with all videos',
      sort: 'other',
      rights: 'public-record',
      redaction: 'not-needed',
    },
  ],
  [
    'd2',
    'document',
    {
      title: 'Edited video of the town watch, with arrows',
      sort: 'edited-film',
      issuer: 'the town watch',
      rights: 'third-party',
      redaction: 'unknown',
    },
  ],
  [
    'd3',
    'document',
    {
      title: 'Rules for chases on foot, draft for comment',
      sort: 'policy',
      rights: 'public-record',
      redaction: 'not-needed',
      about: 'Open for comment in June.',
    },
  ],
  [
    'd4',
    'document',
    {
      title: 'More than ninety young people in six years',
      sort: 'number',
      issuer: 'a network, by one outlet',
      rights: 'third-party',
      redaction: 'not-needed',
      about: 'Numerator, denominator, window and definition are not stated; it cannot be reproduced.',
    },
  ],
  [
    'd5',
    'document',
    { title: 'Photograph with a credit line', sort: 'photograph', rights: 'third-party', redaction: 'to-do' },
  ],
  // The clock of the release, and the family before the public.
  [
    'rule',
    'rule',
    {
      name: 'town rule',
      days: 60,
      countedIn: 'calendar-days',
      from: 'incident',
      familyFirst: 'required',
      citation: 'town rules 12',
      applies: 'yes',
    },
  ],
  ['start', 'clock-start', { from: 'incident', at: chicago('2031-03-31T00:15:00'), source: 'the board' }],
  ['notice', 'notice', { party: 'family', who: 'his mother', state: 'given', on: '2031-04-20' }],
  [
    'viewing',
    'family-viewing',
    {
      outcome: 'held',
      hashes: [sha(99)],
      at: chicago('2031-04-27T17:00:00'),
      place: 'the office of the board',
      attended: ['his mother', 'lawyer of the family'],
      interpreter: 'a relative',
      support: 'a counsellor',
      by: 'the board',
    },
  ],
  ['embargo', 'embargo', { until: chicago('2031-04-28T10:00:00'), withWhom: 'the press' }],
]

function entered() {
  const desk = newDesk()
  const file = (path: string, n: number, kind: 'recording' | 'picture') =>
    desk.tell({
      type: 'file-received',
      detail: {
        v: 1,
        file: {
          path,
          encoded: false,
          kind,
          format: null,
          sha256: sha(n),
          bytes: 1,
          changedMs: null,
          why: null,
          listing: null,
        },
      },
    })
  desk.tell({ type: 'case-opened', detail: { v: 1, title: 'A street at night' } })
  for (const [n, path] of recordings.entries()) file(path, n + 1, 'recording')
  file('photo of him.jpg', 50, 'picture')
  desk.done({
    do: 'expect-recording',
    description: 'a camera of a neighbour',
    saidBy: 'a neighbour',
    note: null,
  })
  const ids = new Map<string, string>()
  for (const [key, of, said] of cards) {
    const resolved = Object.entries(said).map(([name, value]) => {
      if (typeof value !== 'string' || !/^[@%]/.test(value)) return [name, value]
      const found = value.startsWith('@')
        ? ids.get(value.slice(1))
        : sha(recordings.indexOf(value.slice(1)) + 1)
      return [name, found]
    })
    ids.set(key, desk.card(of, Object.fromEntries(resolved)))
  }
  return desk
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

test('every actor, artifact, event, relation and dispute can be entered by hand and stands in the report, in both languages', () => {
  const { state } = entered()
  for (const language of wordsLanguages) {
    const words = cardWordsIn(language)
    const leaving = leavingOf(state, 'public', toldDues(state), words.report.withheld)
    const page = reportPage(leaving, words, { tool: 'test', at: '2031-06-01', language })
    for (const [key, , said] of cards)
      for (const value of Object.values(said).flat())
        if (typeof value === 'string' && !/^[@%]|^[0-9a-f]{64}$/.test(value) && value.includes(' '))
          assert.ok(page.includes(escaped(value)), `${language}, ${key}: ${value}`)
    for (const name of [...recordings, 'a camera of a neighbour']) assert.ok(page.includes(name), name)
    assert.ok(page.includes('= 2031-05-30'), 'the arithmetic is shown')
    assert.ok(page.includes(words.report.notStated), 'what nobody said is told as such')
    assert.ok(page.includes(words.report.minorUnknown), 'who may be a minor is marked')
    assert.equal(leaving.withheld, 0)
  }
})

test('outcomes of bodies that differ stand one after the other in the order of entry, with nothing of ours between them', () => {
  const { state } = entered()
  const words = cardWordsIn('en')
  const page = reportPage(leavingOf(state, 'public', [], '[…]'), words, {
    tool: 't',
    at: '2031-06-01',
    language: 'en',
  })
  const outcomes = ['Outside the rules.', 'Within the rules.', 'By another’s hand.']
  const places = outcomes.map(each => page.indexOf(each))
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  )
  assert.ok(places.every(place => place > 0))
})

test('no word of ours in the report says who is right', () => {
  for (const language of wordsLanguages) {
    const text = JSON.stringify(cardWordsIn(language), (_, value: unknown) =>
      typeof value === 'function' ? String(value) : value,
    )
    const judging =
      /\b(lie[sd]?|liar|guilty|innocent|truth|wrongly|justified|mentira|miente|culpable|inocente|verdad|injusto)\b/i
    assert.doesNotMatch(text, judging, language)
  }
})
