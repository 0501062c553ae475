import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import fc from 'fast-check'
import type { HeldBody } from './body.ts'
import { type ChainReport, chainCheck, type ExpectedHead, faultSentence, verifyChain } from './chain.ts'
import { bodyFileName, emptyHead, headerLine, lineSha256, nextLine, parseHeaderLine } from './header-line.ts'
import { utf8Encode } from './utf8.ts'

// Made with printf, sha256sum and tr in a shell, with nothing of ours: the format is what stock tools say it is.
const known = {
  head: '6c07cac278229ea5349fa44c4b751bfc691723c3c5cb0e247a46e16d66171ca8',
  lines: [
    '{"v":1,"seq":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","bodySha256":"a79ba356ef49ee8c0f01ba613a21b05793e7cbfd4d09888e97f3b409a6057582"}',
    '{"v":1,"seq":2,"prev":"b47c83bb557e62707c05b406538b1871c42a9b57e15876fce3cb1b8a09648adf","bodySha256":"b8535373fa6b5015214b8ddf73bc0f6c28996084102c3fb6c24eeb1d0b3813a7"}',
    '{"v":1,"seq":3,"prev":"691ca0e997731d30665c5b45556b73a81ce498d814a0e42d9498bf07a35e8950","bodySha256":"66afdf77e39741e89d75f7b9e89d894d0ca95ebfaacccfe5fa9c60866bbac8db"}',
  ],
  bodies: [
    '{"v":1,"salt":"00112233445566778899aabbccddeeff","at":"2021-04-15T09:30:00.000Z","type":"case-opened","agent":{"kind":"machine","name":"sightline","version":"0.1.0"},"detail":{"v":1,"title":"Café, 2 recordings"}}',
    '{"v":1,"salt":"ffeeddccbbaa99887766554433221100","at":"2021-04-15T09:30:00.250Z","type":"person-named","agent":{"kind":"person","person":"p1"},"detail":{"v":1,"person":"p1","name":"A. Reviewer","basis":"self-declared"}}',
    '{"v":1,"salt":"0f1e2d3c4b5a69788796a5b4c3d2e1f0","at":"2021-04-15T09:31:07.004Z","type":"intake-begun","agent":{"kind":"machine","name":"sightline","version":"0.1.0"},"detail":{"v":1,"names":0}}',
  ].map(utf8Encode),
} as const

interface Log {
  readonly lines: readonly string[]
  readonly bodies: readonly (HeldBody | null)[]
}

test('a log made with stock tools verifies, and has the head they give', () => {
  assert.deepEqual(verified(known, { kind: 'equals', seq: 3, head: known.head }), {
    seq: 3,
    head: known.head,
    withheld: [],
    expunged: [],
    faults: [],
  })
})

test('the same bodies give the same lines, one after another', () => {
  assert.deepEqual(chainOf(known.bodies).lines, known.lines)
})

test('an empty log verifies, ends in zeros, and extends the empty log', () => {
  assert.deepEqual(verified({ lines: [], bodies: [] }, { kind: 'equals', ...emptyHead }), {
    ...emptyHead,
    withheld: [],
    expunged: [],
    faults: [],
  })
})

test('a line that is read is what was written, and nothing else is a line', () => {
  const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes).toString('hex'))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), hex, hex, (seq, prev, bodySha256) => {
      assert.deepEqual(parseHeaderLine(headerLine({ seq, prev, bodySha256 })), {
        v: 1,
        seq,
        prev,
        bodySha256,
      })
    }),
  )
  fc.assert(
    fc.property(edit, change => {
      const line = change(known.lines[1])
      assert.equal(parseHeaderLine(line) === null || headerLine(parseHeaderLine(line)!) === line, true)
    }),
    { numRuns: 1000 },
  )
})

test('a line with spaces, other key order, more keys, upper case, a sign, a leading zero or a line end is no line', () => {
  const line = known.lines[1]
  const others = [
    line.replace(':', ': '),
    ` ${line}`,
    `${line}\n`,
    `${line}\r`,
    `\uFEFF${line}`,
    line.replace('"v":1,"seq":2,', '"seq":2,"v":1,'),
    line.replace(/\}$/, ',"x":1}'),
    line.replace('b47c', 'B47C'),
    line.replace('"seq":2', '"seq":02'),
    line.replace('"seq":2', '"seq":-2'),
    line.replace('"seq":2', '"seq":2.0'),
    line.replace('"seq":2', '"seq":0'),
    line.replace('"seq":2', '"seq":9007199254740993'),
    `${line}${line}`,
    '',
  ]
  for (const other of others) assert.equal(parseHeaderLine(other), null, other)
})

test('body files are named by number, and sort in order as long as there are six digits', () => {
  assert.deepEqual([1, 42, 999_999, 1_000_000].map(bodyFileName), [
    '000001.json',
    '000042.json',
    '999999.json',
    '1000000.json',
  ])
})

test('withheld and expunged bodies leave the chain whole and are listed', () => {
  const { withheld, expunged, faults } = verified({ ...known, bodies: ['expunged', 'withheld', 'expunged'] })
  assert.deepEqual({ withheld, expunged, faults }, { withheld: [2], expunged: [1, 3], faults: [] })
})

test('each kind of damage is told apart and placed', () => {
  const { lines, bodies } = known
  const [one = '', two = '', three = ''] = lines
  const other = utf8Encode('{}')
  assert.deepEqual(kinds({ lines, bodies: [bodies[0]!, null, bodies[2]!] }), ['2 body-missing'])
  assert.deepEqual(kinds({ lines, bodies: [bodies[0]!, bodies[1]!, other] }), ['3 body-differs'])
  assert.deepEqual(kinds({ lines, bodies: [bodies[1]!, bodies[0]!, bodies[2]!] }), [
    '1 body-differs',
    '2 body-differs',
  ])
  assert.deepEqual(kinds({ lines: [one, 'x', three], bodies }), ['2 bad-line', '3 bad-prev'])
  assert.deepEqual(kinds({ lines: [one, two.replace('"v":1', '"v":2'), three], bodies }), [
    '2 newer-version',
    '3 bad-prev',
  ])
  assert.deepEqual(kinds({ lines: [one, three], bodies }), ['2 gap', '3 bad-prev'])
  assert.deepEqual(kinds({ lines: [two, three], bodies }), ['1 gap', '2 bad-prev'])
  assert.deepEqual(kinds({ lines: [one, one, two, three], bodies }), ['2 gap', '1 bad-prev'])
  assert.deepEqual(kinds({ lines: [one, three, two], bodies }), [
    '2 gap',
    '3 bad-prev',
    '4 gap',
    '2 bad-prev',
  ])
  const long = new Uint8Array(65_537)
  assert.deepEqual(kinds(chainOf([long])), ['1 body-too-long'])
})

test('a log that grew from a saved head extends it, and does not equal it', () => {
  const saved = { seq: 2, head: lineSha256(known.lines[1], sha256) }
  assert.deepEqual(kinds(known, { kind: 'extends', ...saved }), [])
  assert.deepEqual(kinds(known, { kind: 'equals', ...saved }), ['3 longer'])
  assert.deepEqual(kinds(known, { kind: 'extends', seq: 4, head: known.head }), ['3 shorter'])
  const rewritten = chainOf([known.bodies[0]!, utf8Encode('{}'), known.bodies[2]!, utf8Encode('[]')])
  assert.deepEqual(kinds(rewritten), [])
  assert.deepEqual(kinds(rewritten, { kind: 'extends', ...saved }), ['2 head-differs'])
})

test('any change of a line or body is detected against the head that was saved', () => {
  fc.assert(
    fc.property(someLog, fc.nat(), fc.nat(), tampering, (log, at, otherAt, tamper) => {
      const expected: ExpectedHead = { kind: 'equals', ...verified(log) }
      const changed = tamper(log, at % log.lines.length, otherAt % log.lines.length)
      fc.pre(!isSame(log, changed))
      assert.notDeepEqual(verified(changed, expected).faults, [])
    }),
    { numRuns: 2000 },
  )
})

test('a log rewritten whole from some entry on is detected by the head alone', () => {
  fc.assert(
    fc.property(someLog, fc.nat(), fc.uint8Array({ maxLength: 9 }), (log, at, body) => {
      const expected: ExpectedHead = { kind: 'extends', ...verified(log) }
      const i = at % log.bodies.length
      fc.pre(!Buffer.from(body).equals(log.bodies[i] as Uint8Array))
      const forged = chainOf((log.bodies as Uint8Array[]).with(i, body))
      assert.deepEqual(verified(forged).faults, [])
      assert.deepEqual(kinds(forged, expected), [`${log.lines.length} head-differs`])
    }),
  )
})

test('a check that is fed line by line finds what a check of the whole finds', () => {
  const check = chainCheck(sha256)
  for (const [i, line] of known.lines.entries()) check.add(line, i === 1 ? null : known.bodies[i]!)
  assert.deepEqual(check.report(), verified({ ...known, bodies: [known.bodies[0]!, null, known.bodies[2]!] }))
})

test('every fault reads as a sentence that names its entry or length', () => {
  const damaged = { lines: [known.lines[0], 'x', known.lines[2]], bodies: [null, null, utf8Encode('{}')] }
  const sentences = verified(damaged, { kind: 'equals', seq: 2, head: known.head }).faults.map(faultSentence)
  assert.equal(sentences[0], 'entry 1: the body is missing, and is not marked as withheld or expunged')
  assert.equal(sentences[1], 'entry 2: expected a header line in its exact form, found "x"')
  assert.equal(sentences.length, 6)
  for (const sentence of sentences) assert.match(sentence, /^(entry \d|the log has \d)/)
})

const someLog = fc
  .array(fc.uint8Array({ maxLength: 20 }), { minLength: 1, maxLength: 6 })
  .map(bodies => chainOf(bodies))

/** One change to a text: a character replaced, inserted or left out, or the end cut off. */
const edit = fc
  .tuple(
    fc.constantFrom('replace', 'insert', 'drop', 'cut'),
    fc.nat(),
    fc.constantFrom(...'0123456789abcdef",:{} \n'),
  )
  .map(([how, where, char]) => (text: string) => {
    const at = where % text.length
    const rest = how === 'cut' ? '' : text.slice(how === 'insert' ? at : at + 1)
    return `${text.slice(0, at)}${how === 'replace' || how === 'insert' ? char : ''}${rest}`
  })

type Tampering = (log: Log, at: number, otherAt: number) => Log

const tampering: fc.Arbitrary<Tampering> = fc.oneof(
  edit.map(
    (change): Tampering =>
      ({ lines, bodies }, at) => ({ lines: lines.with(at, change(lines[at]!)), bodies }),
  ),
  fc.constant<Tampering>(({ lines, bodies }, at) => ({ lines: lines.toSpliced(at, 1), bodies })),
  fc.constant<Tampering>(({ lines, bodies }, at) => ({
    lines: lines.toSpliced(at, 1),
    bodies: bodies.toSpliced(at, 1),
  })),
  fc.constant<Tampering>(({ lines, bodies }, at) => ({
    lines: lines.slice(0, at),
    bodies: bodies.slice(0, at),
  })),
  fc.constant<Tampering>(({ lines, bodies }, at, other) => ({ lines: swapped(lines, at, other), bodies })),
  fc.constant<Tampering>(({ lines, bodies }, at, other) => ({
    lines: swapped(lines, at, other),
    bodies: swapped(bodies, at, other),
  })),
  fc.constant<Tampering>(({ lines, bodies }, at, other) => ({ lines, bodies: swapped(bodies, at, other) })),
  fc.constant<Tampering>(({ lines, bodies }, at, other) => ({
    lines: lines.toSpliced(other, 0, lines[at]!),
    bodies,
  })),
  fc.constant<Tampering>(({ lines, bodies }, at) => ({ lines, bodies: bodies.with(at, null) })),
  fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(
    ([where, bits]): Tampering =>
      ({ lines, bodies }, at) => {
        const body = (bodies[at] as Uint8Array).slice()
        if (body.length > 0) body[where % body.length]! ^= bits
        return { lines, bodies: bodies.with(at, body) }
      },
  ),
  fc.nat().map(
    (where): Tampering =>
      ({ lines, bodies }, at) => {
        const body = bodies[at] as Uint8Array
        return { lines, bodies: bodies.with(at, body.slice(0, where % (body.length + 1))) }
      },
  ),
  fc.uint8Array({ maxLength: 5 }).map(
    (more): Tampering =>
      ({ lines, bodies }) => {
        const last = { seq: lines.length, head: lineSha256(lines.at(-1)!, sha256) }
        return { lines: [...lines, nextLine(last, more, sha256).line], bodies: [...bodies, more] }
      },
  ),
)

function isSame(a: Log, b: Log): boolean {
  const text = ({ lines, bodies }: Log) =>
    JSON.stringify([
      lines,
      bodies.map(body => (body instanceof Uint8Array ? Buffer.from(body).toString('hex') : body)),
    ])
  return text(a) === text(b)
}

function swapped<T>(all: readonly T[], i: number, j: number): readonly T[] {
  return all.with(i, all[j]!).with(j, all[i]!)
}

function chainOf(bodies: readonly Uint8Array[]): {
  readonly lines: readonly string[]
  readonly bodies: readonly Uint8Array[]
} {
  let head = emptyHead
  const lines = bodies.map(body => {
    const next = nextLine(head, body, sha256)
    head = next.head
    return next.line
  })
  return { lines, bodies }
}

function verified({ lines, bodies }: Log, expected?: ExpectedHead): ChainReport {
  return verifyChain(lines, seq => bodies[seq - 1] ?? null, { sha256, ...(expected ? { expected } : {}) })
}

function kinds(log: Log, expected?: ExpectedHead): string[] {
  return verified(log, expected).faults.map(({ seq, kind }) => `${seq} ${kind}`)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
