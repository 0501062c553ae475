import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'

/** Why two accounts of one sentence each are a candidate conflict; nothing where they are none. */
function conflict(one: string, two: string): string | undefined {
  const link = compareAccounts([one, two]).links.find(({ relation }) => relation === 'conflict')
  return link?.why[0]
}

test('words that one denies were said and the other quotes are set against each other', () => {
  assert.equal(
    conflict(
      'At no point did the man say that he could not breathe while guards held him.',
      'The man begged, “I can’t breathe,” while guards held him.',
    ),
    'said and denied: what was said',
  )
  assert.equal(
    conflict(
      'The man never said that he could not breathe while guards held him.',
      'The man said nothing while guards held him.',
    ),
    undefined,
  )
})

test('which of a row something was is compared, but for streets and days', () => {
  assert.match(
    conflict(
      'He was the fourth person to die in the county jail this year.',
      'He was the fifth person to die in the county jail this year.',
    ) ?? '',
    /^which of a row differs/,
  )
  assert.equal(
    conflict('A man died in the jail on Fourth Street.', 'A man died in the jail on Fifth Street.'),
    undefined,
  )
})

test('a speed is one in an idiom too, and how somebody was held is compared', () => {
  assert.match(
    conflict('The driver was doing 71 in a 55 zone.', 'The driver was clocked doing 81 in a 55 zone.') ?? '',
    /^number differs/,
  )
  assert.match(
    conflict('Guards held the man on his side for minutes.', 'Guards held the man face down for minutes.') ??
      '',
    /^differs: lying/,
  )
  assert.match(
    conflict('The officer put a knee on the boy’s neck.', 'The officer put a knee on the boy’s back.') ?? '',
    /^differs: kneeOn/,
  )
})

test('speeds in unlike units of words, and how often something was said, are compared by their matter', () => {
  assert.match(
    conflict(
      'Data on board indicate a speed of 31 km/h on entering the platform.',
      'By the speed gauge the tram made 44 kilometres per hour.',
    ) ?? '',
    /^number differs: speed/,
  )
  assert.match(
    conflict('The hospital treated six injured civilians.', 'Twenty-three people were injured.') ?? '',
    /differs/,
  )
})
