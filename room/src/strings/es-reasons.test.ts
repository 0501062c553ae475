import assert from 'node:assert/strict'
import test from 'node:test'
import { reasonInSpanish } from './es-reasons.ts'

test('reasons of the comparison are told in Spanish, with their numbers, and unknown ones are not made up', () => {
  assert.equal(reasonInSpanish('no better than chance'), 'no mejor que el azar')
  assert.equal(reasonInSpanish('87 % of 39 windows agree'), 'concuerda el 87 % de 39 ventanas')
  assert.equal(
    reasonInSpanish('contradicts stronger pairs by 0.42 s'),
    'contradice a pares más fuertes por 0,42 s',
  )
  assert.equal(
    reasonInSpanish('2 stretches with cuts between them, in which 98 % of the windows agree'),
    '2 tramos con cortes entre ellos, en los que concuerda el 98 % de las ventanas',
  )
  for (const unknown of ['something new', 'constructor', '']) assert.equal(reasonInSpanish(unknown), null)
})
