import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { acrossEvents, type Coherent } from './two-events.ts'

/** Every pair of recordings, each worth so much; pairs of two different events share only `share` of what either hears. */
function linksOf(
  worth: readonly number[],
  eventOf: (n: number) => number,
  share: number,
): readonly Coherent[] {
  return worth.flatMap((one, a) =>
    worth.slice(a + 1).map((other, n) => {
      const b = a + 1 + n
      const common = eventOf(a) === eventOf(b) ? 1 : share
      return { a: `r${a}`, b: `r${b}`, coherence: one * other * common }
    }),
  )
}

const worths = (least: number) =>
  fc.array(fc.double({ min: 0.15, max: 0.9, noNaN: true }), { minLength: least, maxLength: 9 })

test('law: recordings of one event are never told apart, however unlike their microphones', () => {
  fc.assert(
    fc.property(
      worths(2),
      fc.array(fc.double({ min: 0.8, max: 1.25, noNaN: true }), { minLength: 36, maxLength: 36 }),
      (worth, noise) => {
        const links = linksOf(worth, () => 0, 1).map((link, n) => ({
          ...link,
          coherence: link.coherence * (noise[n] as number),
        }))
        assert.deepEqual(acrossEvents(links), [])
      },
    ),
    { seed: 5, numRuns: 200 },
  )
})

test('law: two sets that share half of what each hears are told apart, and all their links with them', () => {
  fc.assert(
    fc.property(worths(5), worth => {
      const links = linksOf(worth, n => n % 2, 0.5)
      const across = acrossEvents(links)
      assert.equal(
        across.length,
        links.filter(({ a, b }) => (Number(a.slice(1)) + Number(b.slice(1))) % 2 === 1).length,
      )
    }),
    { seed: 6, numRuns: 200 },
  )
})

test('a single recording that agrees less than the others may be far away: it stays', () => {
  assert.deepEqual(acrossEvents(linksOf([0.8, 0.7, 0.6, 0.1], () => 0, 1)), [])
})
