import assert from 'node:assert/strict'
import test from 'node:test'
import { stanceSource } from './stance-sources.ts'

test('who stands behind a sentence is found though no verb of saying hands it on', () => {
  const told = [
    ['The fire service puts the figure at nine.', 'The fire service'],
    ['In the ferry line’s version, the gate was locked.', 'the ferry line'],
    ['Moss was adamant that no order had been given.', 'Moss'],
    ['The mayor’s office referred questions to the police.', 'The mayor’s office'],
    ['Police aren’t giving a number.', 'Police'],
    ['The suit names eight officers and seeks $2.5 million.', 'The suit'],
    ['The intake form bears no signature.', 'The intake form'],
    ['The coroner ruled the death a homicide.', 'The coroner'],
    ['The family asks for privacy.', 'The family'],
    ['The department would not come on the program.', 'The department'],
    ['City records list four other bites.', 'City records'],
    ['The flight record has it hovering at 212 feet.', 'The flight record'],
    ['La alcaldía lo desmiente.', 'La alcaldía'],
  ] as const
  for (const [sentence, source] of told) assert.equal(stanceSource(sentence), source, sentence)
})

test('nobody is made a source who only did something', () => {
  const done = [
    'No officer apologized on any recording.',
    'He was certain to fall.',
    'The driver lost control and hit the gate.',
    'The dog found a glove.',
    'Nobody could say why.',
    'WKRV is not naming her because of her age.',
    'Nine people were treated.',
  ]
  for (const sentence of done) assert.equal(stanceSource(sentence), null, sentence)
})
