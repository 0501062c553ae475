import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'
import { cuesIn, cueTable, formsOf } from './cues.ts'
import { statementsOf } from './features.ts'
import { topicAnswers } from './lexicon/topic-answers.ts'
import { encounterAnswers } from './lexicon/topic-answers-encounter.ts'
import { broadTopics, topics } from './lexicon/topics.ts'
import { readAccount } from './read-account.ts'
import { topicsIn } from './topics-in.ts'
import { wordsOf } from './words.ts'

const inForms = (text: string) => [wordsOf(text), formsOf(wordsOf(text))] as const

const plainTopics = (text: string) =>
  [...topicsIn(...inForms(text)).topics].filter(([, share]) => share >= 1).map(([topic]) => topic)

test('a topic is met by any of its words, in English and in Spanish', () => {
  for (const text of [
    'She had not touched a drop.',
    'The driver smelled of liquor.',
    'Olía a cerveza, según el parte.',
  ])
    assert.ok(plainTopics(text).includes('alcohol'), text)
})

test('words of a cue follow each other, or stand within a few words where that is allowed', () => {
  assert.ok(plainTopics('They called the chase off.').includes('chase'))
  assert.ok(plainTopics('He stepped slowly out of the car.').includes('out of the car'))
  assert.ok(!plainTopics('He stepped on a nail.').includes('out of the car'))
})

test('one hint says less than a plain word', () => {
  const hinted = topicsIn(...inForms('It was the night shift.')).topics
  assert.ok((hinted.get('hours worked') ?? 0) < 1)
})

test('words that only say who tells it are left out', () => {
  const words = wordsOf('The union said so.')
  assert.ok(topicsIn(words, formsOf(words)).topics.has('union'))
  assert.ok(
    !topicsIn(
      words,
      formsOf(words, at => at < 3),
    ).topics.has('union'),
  )
})

test('two statements that share a topic and no word stand side by side, with the topic as the reason', () => {
  const { links } = compareAccounts([
    'A helicopter circled for an hour.\n\nThe driver smelled of liquor.\n\nIt rained.',
    'Her son was in the back seat.\n\nShe had not touched a drop, her lawyer says.\n\nThe road was closed.',
  ])
  const found = links.find(({ a, b }) => a.start > 20 && b.start > 20)
  assert.equal(found?.relation, 'detail')
  assert.ok(found?.why.some(each => each.startsWith('topic: alcohol')))
})

test('what answers a question, and what is too short to stand alone, goes on about the topic before it', () => {
  const topicsOf = (text: string) =>
    statementsOf(readAccount(text), 0).map(({ topics }) => topics.get('alcohol') ?? 0)
  const [asked = 0, answered = 0] = topicsOf('Was the driver drunk? Not at all, in their view of it.')
  assert.ok(asked >= 1 && answered >= 0.5 && answered < 1)
  const [said = 0, short = 0, long = 1] = topicsOf(
    'The driver smelled of liquor. It was plain. The bridge over the old canal was painted by a firm from the next county in spring.',
  )
  assert.ok(said >= 1 && short >= 0.5 && short < 1)
  assert.equal(long, 0)
})

test('every topic that sets the scene is one of the table', () => {
  const known = new Set(topics.map(([topic]) => topic))
  for (const topic of broadTopics) assert.ok(known.has(topic), topic)
})

test('one matter is met in words that have none in common', () => {
  for (const [topic, texts] of [
    ['knocked or not', ['Nobody rapped first.', 'Aporreaban la madera.', 'They pounded on it.']],
    ['held how long', ['He was pinned for seven minutes.', 'Lo tuvieron sujeto ocho minutos.']],
    ['pulse', ['She felt for a heartbeat.', 'Ya no le latía el corazón.']],
  ] as const)
    for (const text of texts) assert.ok(plainTopics(text).includes(topic), text)
})

test('a guard in Spanish is no vigil, a shot throws nothing out, and nobody swims', () => {
  const told = plainTopics('El vigilante no vio nada: le tiraron a él.')
  for (const topic of ['gatherings after', 'possessions', 'in the water', 'alone or not'])
    assert.ok(!told.includes(topic), topic)
})

test('every answer is to a topic of the table, and to one table of answers', () => {
  const known = new Set(topics.map(([topic]) => topic))
  for (const topic of [...Object.keys(topicAnswers), ...Object.keys(encounterAnswers)])
    assert.ok(known.has(topic), topic)
  for (const topic of Object.keys(encounterAnswers)) assert.ok(!Object.hasOwn(topicAnswers, topic), topic)
})

test('a cue is not read into longer words and names that it begins', () => {
  const spoken = (text: string) => [...(statementsOf(readAccount(text), 0)[0]?.topics.keys() ?? [])]
  const none = (text: string, topic: string) => assert.ok(!spoken(text).includes(topic), `${topic}: ${text}`)
  none('It was a tragic mistake.', 'neck held')
  none('It was a tragic mistake.', 'dark')
  none('The foot chase ended in an alley.', 'height')
  none('Correctional officers opened the book.', 'earlier version')
  none('Correctional officers opened the book.', 'mood of the crowd')
  none('The authorities smashed a window.', 'weather')
  none('The authorities smashed a window.', 'permit')
  none('Mayor Lena Lightfoot spoke on Monday. Lightfoot said little.', 'dark')
  assert.ok(spoken('He fell forty feet onto the road.').includes('height'))
  assert.ok(spoken('The street was not well lit and it was misty.').includes('dark'))
})

test('what somebody can see is no can that is held', () => {
  const conflicts = (...texts: string[]) =>
    compareAccounts(texts).links.filter(({ relation }) => relation === 'conflict').length
  const gun = 'The man held a pistol in his right hand.'
  assert.equal(conflicts(gun, 'In the video you can see the prop in his right hand.'), 0)
  assert.equal(conflicts(gun, 'The man held a can in his right hand.'), 1)
})

test('alternatives of a cue are one of it, of one word or of several, at its beginning, within and at its end', () => {
  const table = cueTable([['door', '(kicked|took_off|broke*)+(door|gate)_(in|#)']])
  const foundIn = (text: string) => cuesIn(table, formsOf(wordsOf(text))).map(({ cue }) => cue.id)
  assert.deepEqual(foundIn('He kicked the door in.'), [0])
  assert.deepEqual(foundIn('They took off the back gate 4 of the yard.'), [0])
  assert.deepEqual(foundIn('Broken was the gate in it.'), [0])
  assert.deepEqual(foundIn('He took the door in.'), [])
  assert.deepEqual(foundIn('The door was kicked in.'), [])
  assert.deepEqual(foundIn('A kilometre an hour a/c door.'), [])
})

test('one topic is met in plain, official and oblique words', () => {
  for (const [topic, texts] of [
    ['entry', ['They took the door off with a ram.', 'Reventaron la cerradura y se metieron.']],
    ['reason for the stop', ['It began with a rolled stop sign.', 'La pararon por llevar una luz fundida.']],
    ['what was found', ['The board cleared both.', 'The review faulted the captain.']],
    ['could swim', ['He could not keep himself afloat.', 'No sabía nadar.']],
    ['how they are doing', ['She is in critical condition.', 'Está grave pero fuera de peligro.']],
    ['radio message', ['He radioed for help.', 'Lo avisaron por radio.']],
  ] as const)
    for (const text of texts) assert.ok(plainTopics(text).includes(topic), `${topic}: ${text}`)
})

test('what comes after, what was known and how somebody waited are met in other words', () => {
  for (const [topic, texts] of [
    ['recording or not', ['It was never switched on.', 'La cámara no grababa.']],
    ['findings', ['The board cleared her.', 'The inquiry faulted the firm.']],
    ['names withheld', ['Their names are being kept back.', 'No ha trascendido su identidad.']],
    ['knew beforehand', ['Nobody could have foreseen it.', 'Ya lo habían avisado.']],
    ['waiting to be seen', ['Nobody saw her until morning.', 'Nadie la atendió.']],
  ] as const)
    for (const text of texts) assert.ok(plainTopics(text).includes(topic), `${topic}: ${text}`)
})

test('what only sounds like a topic of crowds, cells and what comes after is none', () => {
  for (const [topic, text] of [
    ['age', 'The bridge was 52 metres long.'],
    ['oversold', 'He sold more bread than usual.'],
    ['staffing', 'She posted two letters that night.'],
  ] as const)
    assert.ok(!plainTopics(text).includes(topic), `${topic}: ${text}`)
})
