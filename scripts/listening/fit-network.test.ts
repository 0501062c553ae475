import assert from 'node:assert/strict'
import test from 'node:test'
import { randomFrom } from '../../test/cases/sound/random.ts'
import { fitNetwork, type Row } from './fit-network.ts'

const random = randomFrom(3)
/** Impulses lie in a ring that no straight line cuts out. */
const rows: readonly Row[] = Array.from({ length: 400 }, () => {
  const values = [4 * random() - 2, 4 * random() - 2, random()]
  return { isImpulse: Math.hypot(values[0] as number, values[1] as number) < 1.1, values }
})

test('fitting the score tells what it was shown, and gives the same weights each time', () => {
  const settings = { hidden: 8, steps: 800, impulseWeight: 1, decay: 1e-4, spread: 0.3, leftOut: 0 }
  const weights = fitNetwork(rows, settings)
  assert.deepEqual(fitNetwork(rows, settings), weights)
  const isTaken = ({ values }: Row) => {
    const inputs = values.map(
      (value, n) => (value - (weights.mean[n] as number)) / (weights.width[n] as number),
    )
    const sum = weights.hidden.reduce((all, { bias, weights: each, out }) => {
      const inner = each.reduce((total, weight, n) => total + weight * (inputs[n] as number), bias)
      return all + out * Math.max(0, inner)
    }, weights.bias)
    return sum > 0
  }
  assert.equal(weights.alone, 1, 'nothing was said before')
  const told = fitNetwork(
    rows.map(row => ({ ...row, alone: row.isImpulse ? 2 : -2 })),
    settings,
  )
  assert.ok(told.alone > 1, `what was said before counts: ${told.alone}`)
  const right = rows.filter(row => isTaken(row) === row.isImpulse).length
  assert.ok(right / rows.length > 0.93, `${right} of ${rows.length}`)
})

test('a network that may only take from what was said before takes from what is none, and nothing where it does not count', () => {
  const told = rows.map(row => ({ ...row, alone: 1, share: 1 }))
  const settings = { hidden: 4, steps: 300, impulseWeight: 1, decay: 1e-4, spread: 0.3, leftOut: 0 }
  const weights = fitNetwork(told, { ...settings, onlyLess: true })
  assert.deepEqual([weights.bias, weights.alone], [0, 1])
  assert.ok(weights.hidden.every(({ out }) => out <= 0))
  assert.ok(weights.hidden.some(({ out }) => out < -0.1))
  const uncounted = fitNetwork(
    told.map(row => ({ ...row, share: 0 })),
    { ...settings, decay: 0, onlyLess: true },
  )
  const drawn = fitNetwork(told, { ...settings, decay: 0, steps: 0, onlyLess: true })
  assert.deepEqual(uncounted.hidden, drawn.hidden)
})
