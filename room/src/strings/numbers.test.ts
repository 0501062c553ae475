import assert from 'node:assert/strict'
import test from 'node:test'
import { numbersIn } from './numbers.ts'

test('a minus is a minus and no hyphen, and what is rounded to nothing has no sign', () => {
  const [en, es] = [numbersIn('en'), numbersIn('es')]
  assert.equal(en.decimals(-18.25, 1), '−18.3')
  assert.equal(es.decimals(-18.25, 1), '−18,3')
  assert.equal(en.decimals(-0.04, 1), '0.0')
  assert.equal(en.signed(12.34, 1), '+12.3')
  assert.equal(en.signed(-12.34, 1), '−12.3')
  assert.equal(en.signed(-0.04, 1), '0.0')
  assert.equal(en.stops(-1.5), '−1.5')
  assert.equal(en.speed(-0.25), '−0.25×')
})
