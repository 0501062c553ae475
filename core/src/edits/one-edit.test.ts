import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Box } from './affine.ts'
import type { Edit } from './kinds.ts'
import { eachOnce } from './one-edit.ts'

const second = 1 / 30
const box: Box = [100, 50, 80, 40]
const edit = (kind: Edit['kind'], start: number, end: number, region?: Box): Edit => ({
  ...{ kind, start, end, score: 0.9 },
  ...(region ? { region } : {}),
})
const always = { isSame: () => true, playsOn: () => true }
const spans = (edits: readonly Edit[], isSame = (_: number) => true, playsOn = isSame) =>
  eachOnce(edits, { isSame, playsOn }, second).map(({ kind, start, end }) => `${kind} ${start}-${end}`)

describe('what is done over several runs', () => {
  it('is one drawing where it stays in its place, and two elsewhere or later', () => {
    assert.deepEqual(spans([edit('overlay', 0, 20, box), edit('overlay', 21, 60, [102, 50, 78, 40])]), [
      'overlay 0-60',
    ])
    assert.equal(spans([edit('overlay', 0, 20, box), edit('overlay', 20, 60, [300, 50, 80, 40])]).length, 2)
    assert.equal(spans([edit('overlay', 0, 20, box), edit('overlay', 40, 80, box)]).length, 2)
    assert.equal(spans([edit('overlay', 0, 20, box), edit('redaction', 20, 60, box)]).length, 2)
  })

  it('is one box that moves on from where it was', () => {
    const moving = (start: number, end: number, from: number, to: number): Edit => ({
      ...edit('redaction', start, end, [from, 50, to - from + 80, 40]),
      follows: [
        [start, from, 50, 80, 40],
        [end - 1, to, 50, 80, 40],
      ],
    })
    const [one, ...rest] = eachOnce([moving(0, 20, 100, 140), moving(20, 40, 142, 180)], always, second)
    assert.deepEqual(rest, [])
    assert.deepEqual(
      one?.follows?.map(([frame]) => frame),
      [0, 19, 20, 39],
    )
    assert.deepEqual(one?.region, [100, 50, 160, 40])
    assert.equal(eachOnce([moving(0, 20, 100, 140), moving(20, 40, 400, 440)], always, second).length, 2)
  })

  it('is one change of colour over one picture, and two over two', () => {
    const colours = [edit('colour', 0, 20), edit('colour', 20, 60)]
    assert.deepEqual(spans(colours), ['colour 0-60'])
    assert.equal(spans(colours, () => false).length, 2)
  })

  it('is one way to lay one picture, also over a few frames of which it is not told, and two ways of two', () => {
    const turned = [edit('rotate', 0, 20), edit('rotate', 24, 60)]
    assert.deepEqual(spans(turned), ['rotate 0-60'])
    assert.equal(spans(turned, () => false).length, 2)
    assert.equal(spans([edit('mirror', 0, 20), edit('mirror', 40, 60)]).length, 2)
    const bars = [edit('letterbox', 0, 20, box), edit('letterbox', 20, 60, [101, 50, 78, 40])]
    assert.deepEqual(spans(bars), ['letterbox 0-60'])
    assert.equal(spans([edit('crop', 0, 20, box), edit('crop', 20, 60, [120, 60, 80, 40])]).length, 2)
  })

  it('is one inset while what it is set into changes its speed, and two where another begins in its place', () => {
    const parts = [edit('pip', 0, 34, box), edit('pip', 26, 60, [100, 51, 80, 40])]
    assert.deepEqual(
      spans(parts, () => false),
      ['pip 0-60'],
    )
    const beside = [edit('pip', 0, 30, box), edit('pip', 30, 60, box)]
    assert.deepEqual(spans(beside), ['pip 0-60'])
    assert.equal(spans(beside, () => false).length, 2)
    assert.equal(spans([edit('pip', 0, 34, box), edit('pip', 26, 60, [300, 50, 80, 40])]).length, 2)
    assert.equal(spans([edit('pip', 0, 20, box), edit('pip', 40, 60, box)]).length, 2)
  })

  it('is one speed where the film plays on, laid otherwise, and two where it jumps', () => {
    const parts = [
      { ...edit('slow', 0, 24), factor: 0.33 },
      edit('crop', 24, 90, box),
      { ...edit('slow', 24, 90), factor: 0.3 },
    ]
    assert.deepEqual(spans(parts), ['slow 0-90', 'crop 24-90'])
    assert.equal(eachOnce(parts, always, second)[0]?.factor, 0.3)
    assert.equal(
      spans(
        parts,
        () => true,
        () => false,
      ).length,
      3,
    )
    assert.deepEqual(spans([edit('freeze', 0, 24), edit('freeze', 24, 50)]), ['freeze 0-50'])
    assert.equal(spans([edit('freeze', 0, 24), edit('reverse', 24, 50)]).length, 2)
    assert.equal(spans([edit('freeze', 0, 24), edit('freeze', 30, 50)]).length, 2)
  })

  it('is no drawing where all of it is there for less than half a second', () => {
    assert.deepEqual(spans([edit('overlay', 0, 12, box), edit('redaction', 0, 12, box)]), ['redaction 0-12'])
  })
})
