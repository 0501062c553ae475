import assert from 'node:assert/strict'
import test from 'node:test'
import type { EditLine } from '../case/index.ts'
import type { EditList } from './edit-list.ts'
import { filmSummary } from './film-summary.ts'
import { laidOver } from './laid-over.ts'
import { candidate, film, listOf, one, review, seconds, shown, two } from './lines-for-tests.ts'
import { type CopyKind, summaryText } from './summary-text.ts'
import { summaryWordsEn, summaryWordsEs } from './summary-words.ts'

const names: Readonly<Record<string, string>> = { [one]: 'recording A', [two]: 'recording B' }
const picture = { part: 'picture', factor: null, crop: null, region: null } as const
const drawn = (from: number, to: number): EditLine => ({
  ...picture,
  ...{ from: seconds(from), to: seconds(to), kind: 'overlay' },
})

function told(
  list: EditList,
  reviews = [] as Parameters<typeof laidOver>[1],
  copies: Readonly<Record<string, CopyKind>> = {},
) {
  const naming = { nameOf: (raw: string) => names[raw] ?? raw, copyOf: (raw: string) => copies[raw] ?? null }
  const summary = filmSummary(list, laidOver(list, reviews, film))
  return summaryText(summary, [one, two], naming, summaryWordsEn)
}

/** 192 s of film: 100 s of it from recording A, 22 of those a quarter as fast, then 48 s from none and more of A. */
const long = (): EditList => {
  const list = listOf(
    candidate(shown([0, 78], one, 10)),
    candidate(shown([78, 100], one, 88, { rate: 0.25 })),
    candidate({ ...picture, from: seconds(78), to: seconds(100), kind: 'slow', factor: 0.25 }),
    candidate(drawn(62.3, 64)),
    candidate({ part: 'unmatched', from: seconds(100), to: seconds(148) }),
    candidate(shown([148, 192], two, 0)),
    candidate({ part: 'sound', from: seconds(31), to: seconds(34), kind: 'muted', raw: null, rawFrom: null }),
  )
  const held = (recording: string, length: number) => ({
    ...{ recording, frames: length * 25, from: seconds(0), to: seconds(length), hasSound: true },
  })
  return { ...list, of: held(film, 192), against: [held(one, 302), held(two, 44)] }
}

test('a film is told in one paragraph: totals, times, what comes from none, and what is not shown', () => {
  assert.equal(
    told(long(), [], { [two]: 'redacted' }),
    'The film runs 3:12. Compared with 2 recordings as held (1 redacted copy): 2:24 comes from them (1:40 from recording A and 44 s from recording B); ' +
      '22 s of it is slowed to a quarter (1:18–1:40); something is drawn over the picture from 1:02.3 to 1:04; ' +
      'sound is absent from 0:31 to 0:34; 48 s comes from none of them. ' +
      'Of recording A, 3:38.5 of 5:02 is not shown. Every picture of recording B is shown.',
  )
})

test('what lies after the last frame alone is not told', () => {
  const list = long()
  const after = {
    part: 'sound',
    from: seconds(192),
    to: seconds(192.016),
    kind: 'bleep',
    raw: null,
    rawFrom: null,
  } as const
  assert.equal(told({ ...list, candidates: [...list.candidates, candidate(after)] }), told(list))
})

test('recordings without pictures are counted beside the others', () => {
  const base = long()
  const [first] = base.against
  assert.ok(first)
  const list = { ...base, against: [first, { ...base.against[1], recording: two, frames: null }] } as EditList
  assert.match(told(list), /Compared with 2 recordings as held \(1 without pictures\): /)
})

test('what a person dismissed is not told, and many stretches are counted', () => {
  const base = long()
  const many = Array.from({ length: 6 }, (_, n) => candidate(drawn(10 * n, 10 * n + 2)))
  const list = {
    ...base,
    candidates: [...base.candidates.filter(({ line }) => line.part !== 'picture'), ...many],
  }
  assert.match(
    told(list),
    /something is drawn over the picture in 6 stretches, 12 s in all, the first from 0:00 to 0:02;/,
  )
  const dismissed = many.map(({ line }, n) => review(line, { id: `er${n + 1}`, verdict: 'dismissed' }))
  assert.doesNotMatch(told(list, dismissed), /drawn/)
})

test('a film without pictures or sound says so, and none is never said of what was not looked at', () => {
  const base = long()
  const mute = { ...base, of: { ...base.of, hasSound: false }, candidates: [] }
  assert.match(
    told(mute),
    /0 s comes from them; it has no sound that could be read; 3:12 comes from none of them\. No picture of recording A and recording B is shown\.$/,
  )
  const blind = { ...base, of: { ...base.of, frames: null }, candidates: [] }
  assert.match(told(blind), /as held: it has no pictures that could be read\. /)
})

test('stretches that meet are one, what lasts from end to end is throughout, and the words are there in Spanish', () => {
  const whole: EditLine = { ...picture, from: seconds(0), to: seconds(10), kind: 'mirror' }
  const list = listOf(
    candidate(shown([0, 10], one, 0)),
    candidate(whole),
    candidate(drawn(1, 2)),
    candidate(drawn(2.04, 3)),
  )
  assert.match(
    told(list),
    /it is mirrored left to right throughout; something is drawn over the picture from 0:01 to 0:03\. /,
  )
  const naming = { nameOf: () => 'A', copyOf: () => null }
  assert.match(
    summaryText(filmSummary(list, laidOver(list, [], film)), [one, two], naming, summaryWordsEs),
    /^La película dura 0:10\. Comparada con 2 grabaciones tal como se tienen: todas sus imágenes proceden de ellas; /,
  )
})
