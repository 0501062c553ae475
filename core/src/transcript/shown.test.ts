import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { Command, decide, inverse } from '../case/commands.ts'
import { type CaseState, type Entry, emptyCase, type Fact, fold, layerRev, readEntry } from '../case/index.ts'
import { mediaMicros } from '../time/index.ts'
import { findLines } from './find.ts'
import { isSettled, pieceSpan, replacedBy, shownTranscript } from './shown.ts'
import { piecesOf, textOf, wordPiece } from './typed-text.ts'

const id = 'a'.repeat(64)
const [first, second] = ['b'.repeat(64), 'c'.repeat(64)]
const person = { kind: 'person', person: 'p1' } as const
const at = '2031-05-03T09:00:00.000Z'

function after(state: CaseState, facts: readonly Fact[]): CaseState {
  return facts.reduce((before, fact) => {
    const read = readEntry({ v: 1, salt: 'x', at, agent: person, ...fact })
    assert.ok(!('kind' in read), `what is entered can be read back: ${JSON.stringify(read)}`)
    return fold(before, { seq: before.seq + 1, entry: read as Entry })
  }, state)
}

function done(state: CaseState, command: Command): CaseState {
  const decision = decide(state, Command.parse(command))
  assert.equal(decision.kind, 'enter', JSON.stringify(decision))
  return decision.kind === 'enter' ? after(state, decision.facts) : state
}

const file = {
  ...({ path: 'a.mp4', encoded: false, kind: 'recording', format: null, sha256: id } as const),
  ...({ bytes: 1, changedMs: null, why: null, listing: null } as const),
}
const nothingSaid = { language: 'en', translationOf: null, translator: null, note: null }
const brought = done(after(emptyCase, [{ type: 'file-received', detail: { v: 1, file } }]), {
  ...{ do: 'bring-transcript', recording: id, result: first, lines: 3, words: 6, ...nothingSaid },
  origin: { kind: 'file', name: 'a.vtt', form: 'WebVTT', file: second },
})

const line = (from: number, to: number, text: string, speaker: string | null = null) => ({
  ...{
    from: mediaMicros(from * 1e6),
    to: mediaMicros(to * 1e6),
    speaker,
    heard: null,
    pieces: piecesOf(text),
    cue: null,
  },
})
const base = [line(1, 2, 'Stay there'), line(1.5, 3, 'who is that', 'Guard B'), line(4, 5, 'drop the gum')]
const layersOf = (state: CaseState) => [...state.transcriptLayers.values()]
const shown = (state: CaseState, lines = base) => shownTranscript(lines, layersOf(state)).lines
const texts = (state: CaseState, lines = base) => shown(state, lines).map(each => textOf(each))

/** The command that puts lines in the place of others, as the room asks for it. */
function layer(
  state: CaseState,
  was: typeof base,
  by: typeof base,
  what: 'revise' | 'settle' = 'revise',
): Command {
  const said = {
    transcript: 't2',
    result: state.transcripts.get('t2')?.result ?? '',
    replaces: replacedBy(was),
    by,
    note: null,
  }
  const times = [...was, ...by]
  const extent = {
    from: Math.min(...times.map(each => each.from)),
    to: Math.max(...times.map(each => each.to)),
  }
  return { do: `${what}-transcript`, rev: layerRev(state, 't2', extent), ...said }
}

const corrected = line(4, 5, 'drop the [gun / gum]')

test('a change lies over the lines it was made on, and no other, though two speak at once', () => {
  const state = done(brought, layer(brought, [base[0] as never], [line(1, 2, 'Stay where you are')]))
  assert.deepEqual(texts(state), ['Stay where you are', 'who is that', 'drop the gum'])
})

test('a reviewer settles lines by name, and a later change of them is not settled any more', () => {
  const once = done(brought, layer(brought, [base[2] as never], [corrected], 'settle'))
  const [, , settled] = shown(once)
  assert.ok(settled && isSettled(settled))
  assert.deepEqual(settled.layer?.agent, person)
  const again = done(once, layer(once, [corrected], [line(4, 5, 'drop the gun')]))
  assert.deepEqual(
    shown(again).map(each => [textOf(each), isSettled(each)]),
    [
      ['Stay there', false],
      ['who is that', false],
      ['drop the gun', false],
    ],
  )
})

test('every change is undone by its withdrawal, and what lay below is there again', () => {
  const command = layer(brought, [base[2] as never], [corrected])
  const state = done(brought, command)
  const back = inverse(brought, command, state.seq)
  assert.ok(back)
  assert.deepEqual(texts(done(state, back)), texts(brought))
})

test('of two people who change the same line the second is told; lines elsewhere do not matter', () => {
  const [one, two] = [
    layer(brought, [base[2] as never], [corrected]),
    layer(brought, [base[2] as never], [line(4, 5, 'x')]),
  ]
  const state = done(brought, one)
  assert.deepEqual(decide(state, two), { kind: 'stale', noun: 't2', rev: 3 })
  assert.equal(decide(state, layer(brought, [base[0] as never], [])).kind, 'enter')
})

test('a change survives a new result: it is fitted in by time, says so, and takes no other words away', () => {
  const state = done(brought, layer(brought, [base[2] as never], [corrected], 'settle'))
  const remade = after(state, [
    {
      type: 'transcript-remade',
      detail: {
        ...{ v: 1, id: 't2', result: second, lines: 2, words: 7 },
        origin: { kind: 'recogniser', program: 'x', model: 'y', modelSha256: first },
      },
    },
  ])
  const whole = line(3, 6, 'now drop that gum please')
  const timed = {
    ...whole,
    pieces: ['now', 'drop', 'that', 'gum', 'please'].map((text, n) =>
      wordPiece(text, mediaMicros(3.2e6 + n * 5e5), mediaMicros(3.4e6 + n * 5e5), 0.5),
    ),
  }
  const lines = shown(remade, [line(1, 2, 'Stay there'), timed])
  assert.deepEqual(
    lines.map(each => [textOf(each), isSettled(each), each.isFitted]),
    [
      ['Stay there', false, false],
      ['now drop please', false, false],
      ['drop the [gun / gum]', true, true],
    ],
  )
})

test('lines are made anew from another file by command, and the way back brings the first again', () => {
  const remake: Command = {
    ...{ do: 'remake-transcript', id: 't2', rev: 2, result: second, lines: 1, words: 1 },
    origin: { kind: 'file', name: 'b.vtt', form: 'WebVTT', file: second },
  }
  const state = done(brought, remake)
  assert.equal(state.transcripts.get('t2')?.result, second)
  const back = inverse(brought, remake, state.seq)
  assert.ok(back)
  assert.equal(done(state, back).transcripts.get('t2')?.result, first)
})

test('one more layer laid over what is shown gives the same as beginning anew', () => {
  const words = fc.constantFrom('one', 'two three', '[inaudible]', '')
  const change = fc.record({
    at: fc.nat(5),
    count: fc.nat(2),
    by: fc.array(fc.record({ from: fc.nat(6), text: words }), { maxLength: 2 }),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), changes => {
      let state = brought
      let grown = shownTranscript(base, [])
      for (const { at: place, count, by } of changes) {
        const was = shown(state).slice(place, place + count)
        const next = by.map(each => line(each.from, each.from + 1, each.text))
        if (was.length + next.length === 0) continue
        state = done(state, layer(state, was as never, next))
        grown = shownTranscript(base, layersOf(state), grown)
        assert.deepEqual(grown.lines, shown(state))
        assert.ok(grown.lines.every((each, n) => n === 0 || each.from >= (grown.lines[n - 1]?.from ?? 0)))
      }
    }),
    { numRuns: 100 },
  )
})

test('a word without times lies between its neighbours, by its share of the letters, and says that it is estimated', () => {
  const pieces = [
    wordPiece('drop', mediaMicros(0), mediaMicros(100), null),
    ...piecesOf('the gun'),
    wordPiece('now', mediaMicros(500), mediaMicros(600), null),
  ]
  const within = { from: mediaMicros(0), to: mediaMicros(1000), pieces }
  assert.deepEqual(pieceSpan(within, 0), { from: 0, to: 100, isEstimated: false })
  assert.deepEqual(pieceSpan(within, 1), { from: 100, to: 300, isEstimated: true })
  assert.deepEqual(pieceSpan(within, 2), { from: 300, to: 500, isEstimated: true })
})

test('a search finds words whatever their capitals, accents and apostrophes', () => {
  const lines = shown(brought, [line(0, 1, 'Suéltelo, don’t move'), ...base])
  assert.deepEqual(findLines(lines, "sueltelo, DON'T"), [0])
  assert.deepEqual(findLines(lines, 'guard b: who'), [2])
  assert.deepEqual(findLines(lines, ' '), [])
})

test('speakers are placeholders until a person ties one to a participant of the case', () => {
  const refused = decide(brought, {
    do: 'name-transcript-speaker',
    id: 't2',
    rev: 2,
    speaker: 'Guard B',
    participant: 'k9',
  })
  assert.deepEqual(refused, { kind: 'unknown', noun: 'k9' })
  const state = done(brought, {
    do: 'name-transcript-speaker',
    id: 't2',
    rev: 2,
    speaker: 'Guard B',
    participant: null,
  })
  assert.equal(state.transcripts.get('t2')?.speakers.size, 0)
})

test('a label of an impulse is a named person’s, with what they went by, and is taken back', () => {
  const label: Command = {
    ...{ do: 'label-impulse', is: 'blank', words: null, reason: 'sharp on both cameras', result: null },
    hearings: [{ recording: id, at: mediaMicros(5) }],
  }
  const state = done(brought, label)
  assert.deepEqual(state.impulseLabels.get('il3')?.agent, person)
  assert.equal(decide(state, { ...label, is: 'other' }).kind, 'impossible')
  const back = inverse(brought, label, 3)
  assert.ok(back)
  assert.equal(done(state, back).impulseLabels.get('il3')?.withdrawn, 'undone')
})
