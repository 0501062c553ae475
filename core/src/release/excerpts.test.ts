import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseState, emptyCase, type Passage } from '../case/index.ts'
import { excerptsOf } from './excerpts.ts'

const [one, two] = ['1', '2'].map(digit => digit.repeat(64)) as [string, string]
const text =
  'The van came at nine. Nobody saw who drove it. The gate was shut, a guard said. All else stays untold.'
const passage = (account: string, exact: string): Passage => {
  const start = text.indexOf(exact)
  return { account, start, end: start + exact.length, exact, prefix: 'before', suffix: 'after' } as Passage
}
const standing = { agent: { kind: 'person', person: 'p1' }, at: '', withdrawn: null, rev: 1 }
const van = passage(one, 'The van came at nine.')
const came = passage(one, 'came at nine. Nobody saw')
const gate = passage(one, 'The gate was shut')
const other = passage(two, 'a guard said')
const state = {
  ...emptyCase,
  statements: new Map([
    ['s1', { ...standing, id: 's1', passage: van }],
    ['s2', { ...standing, id: 's2', passage: passage(one, 'All else stays') }],
  ]),
  statementLinks: new Map([['l1', { ...standing, id: 'l1', a: gate, b: other }]]),
  matters: new Map([['mt1', { ...standing, id: 'mt1', passages: [came] }]]),
} as unknown as CaseState
const excerpts = (accounts: readonly string[], keep = (each: string) => each) =>
  excerptsOf({ state, accounts: new Set(accounts), statements: new Set(['s1']), keep })

test('what goes out of an account are its quotes in order, overlapping ones once, and each is found in them', () => {
  const found = excerpts([one, two]).get(one)
  assert.equal(found?.text, 'The van came at nine. Nobody saw\n\n[…]\n\nThe gate was shut')
  for (const each of [van, came, gate]) {
    const placed = found?.placed(each)
    assert.deepEqual([placed?.exact, placed?.prefix], [each.exact, ''])
    assert.equal(found?.text.slice(placed?.start, placed?.end), each.exact)
  }
  assert.equal(found?.placed(passage(one, 'All else stays')), null, 'not among those that go out')
})

test('a link with an account that stays gives no quote; withheld words leave the whole quote meant', () => {
  assert.equal(excerpts([one]).get(one)?.text.includes('gate'), false)
  const found = excerpts([one], each => each.replace('nine', '[withheld]')).get(one)
  assert.equal(found?.placed(van)?.exact, 'The van came at [withheld]. Nobody saw')
})

test('what is no short quote stays', () => {
  const long = { ...van, start: 0, end: 600, exact: 'a'.repeat(600) }
  const matters = new Map([['mt1', { ...standing, id: 'mt1', passages: [long] }]])
  const input = { accounts: new Set([one]), statements: new Set<string>(), keep: (each: string) => each }
  assert.equal(excerptsOf({ ...input, state: { ...emptyCase, matters } as never }).size, 0)
})
