// What is private is planted everywhere, and looked for in every byte of the release.
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { canary, plantedDesk } from '../../../test/cases/case-file/planted.ts'
import { generate } from '../../../test/cases/media/clips.ts'
import {
  baseComposition,
  type Film,
  outputsOf,
  recordingFacts,
  releaseDesk,
  smallRoom,
} from '../../../test/cases/release/desk-release.ts'
import { everythingIn } from '../../../test/cases/release/everything.ts'
import { sampleDetails } from '../../../test/cases/release/sample-detail.ts'
import { readTrust } from '../verify/arguments.ts'
import { verifyRelease } from '../verify/verify-release.ts'
import { tell } from './telling.ts'

const film: Film = { bytes: Buffer.from('a film'), frames: 50, micros: 40_000 }
/** The recording that goes out, one that stays, and the one that the planted cards speak of. */
const [out, stays, planted] = ['1', '2', 'a'].map(digit => digit.repeat(64)) as [string, string, string]

const noneBeside = { settled: new Map(), sounds: new Map(), parted: new Map() }

let dir: string
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'sightline-privacy-'))
})
after(() => rmSync(dir, { recursive: true }))

/** The planted case file with everything else that is private planted beside it. */
function plantedCase() {
  const desk = plantedDesk()
  const more = {
    claimedTimes: [{ tag: 'creation_time', track: null, value: `${canary} 2031`, cautions: [] }],
    device: [{ tag: 'make', track: null, value: `${canary} device` }],
    privateTags: [`${canary}.location`],
  }
  const outputs = outputsOf(film)
  desk.tell(
    ...recordingFacts(out, `${canary} folder/${canary}-Witness.mp4`, film, outputs, more),
    ...recordingFacts(stays, `staying/${canary} stays.mp4`, film, outputs, more),
    { type: 'person-named', detail: { v: 1, person: 'p2', name: `Q. ${canary}`, basis: 'self-declared' } },
  )
  const provenance = {
    ...{
      receivedAs: 'export',
      supplier: `${canary} supplier`,
      receivedOn: '2031-05-01',
      authority: `${canary} order`,
    },
    ...{
      caseNumber: `${canary}-1`,
      evidenceNumber: `${canary}-2`,
      device: `${canary} cam`,
      wearer: `${canary} wearer`,
    },
    note: `${canary} note`,
  }
  for (const recording of [out, stays]) {
    const rev = () => desk.state.recordings.get(recording)?.rev
    desk.done({ do: 'state-provenance', recording, rev: rev(), provenance })
    desk.done({ do: 'clear-recording', recording, rev: rev(), reason: 'nothing in it needs a warning' })
  }
  const mark = (name: string, when: object) =>
    desk.done(
      { do: 'mark-moment', when, region: null, name, description: `asked of ${canary} supplier`, tags: [] },
      'p2',
    )
  mark('open instant', { on: 'recording', recording: out, from: 40_000, to: null })
  mark(`${canary} instant`, { on: 'recording', recording: stays, from: 40_000, to: null })
  const label = (words: string, ...heard: readonly string[]) =>
    desk.done({
      ...{ do: 'label-impulse', is: 'door', words, reason: `told by ${canary} supplier`, result: null },
      hearings: heard.map(recording => ({ recording, at: 40_000, errorMs: 0.5 })),
    })
  label('open sound', out, stays)
  label(`${canary} sound`, stays)
  const rev = desk.state.recordings.get(out)?.rev
  // A part of it is warned of: no thumbnail of it may go out.
  desk.done({
    do: 'warn-span',
    recording: out,
    rev,
    from: 0,
    to: 80_000,
    warning: 'A fall',
    reason: `said by Q. ${canary}`,
  })
  return desk
}

const goingOut = {
  recording: out,
  as: 'proxy',
  title: 'A camera',
  wearer: 'Trainee A',
  redaction: 'done',
} as const

test('nothing that is private leaves, wherever it was planted, and what is open does', async () => {
  const desk = plantedCase()
  for (const audience of ['public', 'press'] as const) {
    const { root, withheldWords } = await releaseDesk({
      ...{ dir, name: audience, desk, film, room: smallRoom(join(dir, 'room')) },
      composition: baseComposition({ audience, recordings: [goingOut], sounds: null }),
    })
    const all = everythingIn(root)
    for (const [path, text] of all)
      for (const secret of [canary, canary.toUpperCase(), stays, 'Q. zz'])
        assert.ok(
          !text.includes(secret),
          `${path}: ${text.slice(Math.max(0, text.indexOf(secret) - 200)).slice(0, 300)}`,
        )
    const joined = all.map(([, text]) => text).join('\n')
    for (const open of [
      'open instant',
      'open sound',
      'A camera',
      'Trainee A',
      'open participant role',
      'A fall',
      out,
    ])
      assert.ok(joined.includes(open), `${open} goes out`)
    assert.ok(!joined.includes(planted), 'no card tells of a recording that stays')
    assert.ok(
      !joined.includes('a strip of thumbnails') && !joined.includes('a poster'),
      'no thumbnail of a warned stretch',
    )
    assert.ok(withheldWords > 0)
    const { faults } = await verifyRelease(root, readTrust({}, new Date()), {
      worker: new URL('../verify/hash-worker.ts', import.meta.url),
      signal: new AbortController().signal,
    })
    assert.deepEqual(faults, [])
  }
})

test('what somebody typed to go past a stop, and what the stop names, go out without what is private', async () => {
  const past = {
    code: 'no-transcript',
    what: `A camera, lent by ${canary} supplier`,
    reason: `Q. ${canary} asked for it and read it on paper`,
    by: 'Records',
    about: null,
    mayBeOverridden: true,
  } as const
  const { root } = await releaseDesk({
    ...{ dir, name: 'gone-past', desk: plantedCase(), film, room: smallRoom(join(dir, 'room')) },
    composition: baseComposition({ recordings: [goingOut] }),
    overrides: [past],
  })
  const all = everythingIn(root)
  for (const [path, text] of all) assert.ok(!text.includes(canary), path)
  for (const path of ['release.json', 'data/index.html'])
    assert.match(readFileSync(join(root, path), 'utf8'), /asked for it and read it on paper/)
})

test('the same case and choice give the same bytes, seals and all', async () => {
  const desk = plantedCase()
  const made = {
    dir,
    desk,
    film,
    room: smallRoom(join(dir, 'room')),
    composition: baseComposition({ recordings: [goingOut] }),
  }
  const one = await releaseDesk({ ...made, name: 'one' })
  const two = await releaseDesk({ ...made, name: 'two' })
  assert.equal(one.sealed, two.sealed)
  const bytes = (root: string) => everythingIn(root).map(([path, text]) => [path.slice(root.length), text])
  assert.deepEqual(bytes(two.root), bytes(one.root))
})

test('a body leaves only where it is told word for word; the others are named as withheld', async () => {
  const desk = plantedCase()
  const { root, log } = await releaseDesk({
    ...{ dir, name: 'bodies', desk, film, room: smallRoom(join(dir, 'room')) },
    composition: baseComposition({ recordings: [goingOut] }),
  })
  const bodies = readdirSync(join(root, 'custody/bodies')).map(name => Number(name.slice(0, 6)))
  const withheld = log.withheld.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, n) => from + n),
  )
  assert.deepEqual(
    [...bodies, ...withheld].sort((a, b) => a - b),
    desk.entries.map(({ seq }) => seq),
  )
  const types = bodies.map(
    seq =>
      JSON.parse(readFileSync(join(root, `custody/bodies/${String(seq).padStart(6, '0')}.json`), 'utf8'))
        .type,
  )
  assert.ok(types.includes('recording-cleared'))
  for (const closed of [
    'provenance-stated',
    'file-received',
    'recording-probed',
    'person-named',
    'card-hidden-stated',
  ])
    assert.ok(!types.includes(closed), `${closed} stays in the case`)
})

test('of a transcript only lines leave that a reviewer settled', async () => {
  const desk = plantedCase()
  const line = (from: number, text: string) => ({
    ...{ from, to: from + 30_000, speaker: 'S1', heard: stays, cue: null },
    pieces: text
      .split(' ')
      .map(each => ({ kind: 'word', text: each, from: null, to: null, confidence: null })),
  })
  const guess = line(0, `${canary} machine guess`)
  const document = Buffer.from(
    JSON.stringify({ v: 1, language: null, lines: [guess, line(60_000, `${canary} unsettled`)], kept: null }),
  )
  const result = hash('sha256', document)
  const origin = { kind: 'file', name: `${canary}.vtt`, form: 'WebVTT', file: 'f'.repeat(64) }
  const about = { language: 'en', translationOf: null, translator: null, note: `${canary} note` }
  const id = `t${desk.state.seq + 1}`
  const replaced = { from: 0, to: 30_000, text: `${canary} machine guess` }
  desk.tell(
    {
      type: 'transcript-brought',
      detail: { v: 1, id, recording: out, origin, result, lines: 2, words: 5, ...about },
    } as never,
    {
      type: 'transcript-settled',
      detail: {
        v: 1,
        id: `tl${desk.state.seq + 2}`,
        transcript: id,
        result,
        replaces: [replaced],
        by: [line(0, 'plainly settled')],
        note: null,
      },
    } as never,
  )
  const { root } = await releaseDesk({
    ...{ dir, name: 'spoken', desk, film, room: smallRoom(join(dir, 'room')), stored: [document] },
    composition: baseComposition({ recordings: [goingOut] }),
  })
  const all = everythingIn(root)
  for (const [path, text] of all) assert.ok(!text.includes(canary) && !text.includes(stays), path)
  assert.match(readFileSync(join(root, 'data/captions/r1.vtt'), 'utf8'), /plainly settled/)
  assert.match(readFileSync(join(root, 'data/index.html'), 'utf8'), /plainly settled/)
})

test('what the office calls the case stays there: a release bears the title and the warning that were approved for it', async () => {
  const desk = plantedCase()
  const composition = { name: 'composition.json', sha256: 'c'.repeat(64), bytes: 1 }
  desk.tell(
    { type: 'case-opened', detail: { v: 1, title: `${canary} shooting` } },
    { type: 'release-composed', detail: { v: 1, composition, reason: 'as discussed' } },
  )
  const worded = { title: 'The yard', warning: 'A fall is seen.', recordings: [goingOut] }
  const { state, entries } = tell(desk, baseComposition(worded), noneBeside)
  const told = [state.title, desk.state.cover?.title ? null : state.cover?.title, state.cover?.warning]
  assert.deepEqual(told, ['The yard', 'The yard', 'A fall is seen.'])
  const opened = entries.filter(({ entry }) => entry.type === 'case-opened')
  assert.deepEqual(
    opened.map(({ isWhole }) => isWhole),
    opened.map(() => false),
    'its body is not the one that was entered',
  )
})

test('a claim or finding that a person keeps back stays, with every card that speaks of it', () => {
  const desk = plantedDesk()
  const claim = (matter: string) =>
    desk.card('claim', { matter, speaksOf: 'no-recording-named', perRecording: 'no' })
  const finding = (of: string, reason: string) =>
    desk.card('finding', { claim: of, result: 'shown', reason, on: '2031-05-04' })
  const [kept, goes] = [claim('a matter kept back'), claim('a matter that goes out')]
  finding(kept, 'of the one kept back')
  const second = finding(goes, 'kept back by itself')
  finding(goes, 'it goes out')
  const words = (staying: readonly string[]) =>
    JSON.stringify(tell(desk, baseComposition({ staying: [...staying] }), noneBeside).entries)
  const all = words([])
  for (const each of ['a matter kept back', 'of the one kept back', 'kept back by itself'])
    assert.ok(all.includes(each) && !words([kept, second]).includes(each), each)
  for (const each of ['a matter that goes out', 'it goes out'])
    assert.ok(words([kept, second]).includes(each), each)
})

/** What is entered for readers, whatever recording there is: words of the case as a whole. */
const openTypes: ReadonlySet<string> = new Set([
  ...['case-opened', 'cover-worded', 'cover-doors-chosen', 'person-named', 'clock-anchor-withdrawn'],
  // Of it the hash is told, which says nothing of what was seen.
  'access-head-entered',
  ...['sealing-key-entered', 'sealing-key-revoked', 'release-moved', 'release-composed', 'release-sealed'],
])

test('no type of entry that the format knows lets a word out about what stays in the case', async () => {
  const desk = plantedCase()
  const unread: string[] = []
  let entered = 0
  for (const [type, detail] of sampleDetails(stays, 'zzword')) {
    if (openTypes.has(type)) continue
    try {
      desk.tell({ type, detail } as never)
      entered++
    } catch {
      unread.push(type) // it speaks of something that this case does not have
    }
  }
  assert.ok(entered > 100, `${entered} entered, not: ${unread}`)
  const { root } = await releaseDesk({
    ...{ dir, name: 'every-type', desk, film, room: smallRoom(join(dir, 'room')) },
    composition: baseComposition({ recordings: [goingOut], sounds: null }),
  })
  for (const [path, text] of everythingIn(root))
    for (const secret of ['zzword', canary, stays])
      assert.ok(
        !text.includes(secret),
        `${path}: ${text.slice(Math.max(0, text.indexOf(secret) - 300)).slice(0, 400)}`,
      )
})

test('of a recording that goes out in parts nothing leaves that lies outside them', async () => {
  const whole = mkdtempSync(join(dir, 'parts-'))
  await generate(
    whole,
    'film.mp4',
    `-f lavfi -i color=black:size=64x48:rate=25:duration=2,geq=lum='30+N*4':cb=128:cr=128 -f lavfi -i sine=frequency=440:sample_rate=48000:duration=2 -metadata title=${canary} -metadata location=${canary} -c:v libx264 -preset ultrafast -g 15 -bf 0 -c:a aac`,
  )
  const grey: Film = { bytes: readFileSync(join(whole, 'film.mp4')), frames: 50, micros: 40_000 }
  const desk = plantedDesk()
  desk.tell(...recordingFacts(out, 'camera.mp4', grey, outputsOf(grey)), {
    type: 'placement-computed',
    detail: {
      ...{ v: 1, recording: out, inputs: 'c'.repeat(64) },
      placement: { kind: 'placed', group: 'g1', start: 0, driftPpm: 0, errorMs: 0.5, by: 'sound' } as never,
    },
  })
  const rev = () => desk.state.recordings.get(out)?.rev
  desk.done({ do: 'clear-recording', recording: out, rev: rev(), reason: 'nothing in it needs a warning' })
  const mark = (name: string, when: object) =>
    desk.done({ do: 'mark-moment', when, region: null, name, description: null, tags: [] })
  mark('open instant', { on: 'recording', recording: out, from: 440_000, to: 480_000 })
  mark(`${canary} later`, { on: 'recording', recording: out, from: 440_000, to: 900_000 })
  const seen = { recording: out, media: 1_000_000 }
  mark(`${canary} on the clock`, { on: 'case', from: 1_000_000, to: null, seen })
  const stretch = { recording: out, from: 1_000_000, to: 1_200_000, reason: 'seen' }
  desk.done({ do: 'warn-span', rev: rev(), ...stretch, warning: `${canary} fall` })
  desk.done({ do: 'state-cause', of: 'sound', ...stretch, cause: `${canary} cause` })
  const reading = { local: '2031-05-02T14:06:31', zone: '+00:00', offsetMinutes: 0 }
  desk.done({
    ...{ do: 'anchor-clock', rev: 0, recording: out, media: 1_000_000, reading, errorMs: null },
    reason: `${canary} reading`,
  })
  const line = (from: number, text: string) => ({
    ...{ from, to: from + 40_000, speaker: 'S1', heard: null, cue: null },
    pieces: [{ kind: 'word', text, from: null, to: null, confidence: null }],
  })
  const lines = [line(420_000, 'inside'), line(580_000, canary), line(1_000_000, canary)]
  const document = Buffer.from(JSON.stringify({ v: 1, language: null, lines: [], kept: null }))
  const result = hash('sha256', document)
  const id = `t${desk.state.seq + 1}`
  desk.tell(
    {
      type: 'transcript-brought',
      detail: {
        ...{ v: 1, id, recording: out, result, lines: 0, words: 0, language: 'en', translationOf: null },
        ...{ origin: { kind: 'file', name: 'a.vtt', form: 'WebVTT', file: 'f'.repeat(64) }, note: null },
        translator: null,
      },
    } as never,
    {
      type: 'transcript-settled',
      detail: {
        ...{
          v: 1,
          id: `tl${desk.state.seq + 2}`,
          transcript: id,
          result,
          replaces: [],
          by: lines,
          note: null,
        },
      },
    } as never,
  )
  const parts = [{ from: 400_000 as never, to: 600_000 as never }]
  const { root, document: told } = await releaseDesk({
    ...{
      dir: whole,
      name: 'release',
      desk,
      film: grey,
      room: smallRoom(join(whole, 'room')),
      stored: [document],
    },
    composition: baseComposition({ recordings: [{ ...goingOut, parts }] }),
  })
  for (const [path, text] of everythingIn(root))
    assert.ok(
      !text.includes(canary),
      `${path}: ${text.slice(Math.max(0, text.indexOf(canary) - 200)).slice(0, 300)}`,
    )
  const page = readFileSync(join(root, 'data/index.html'), 'utf8')
  for (const open of ['open instant', 'inside', '0.400000 to 0.600000 s', 'its frames 10 to 14'])
    assert.ok(page.includes(open), open)
  assert.deepEqual(told.recordings[0]?.parts, [{ fromMicros: 400_000, toMicros: 600_000, frames: [10, 14] }])
  assert.equal(told.recordings[0]?.of, out, 'whose parts they are is told by the hash of the whole')
  assert.match(readFileSync(join(root, 'data/captions/r1.vtt'), 'utf8'), /00:00:00\.020 --> 00:00:00\.060/)
  assert.deepEqual(readdirSync(join(root, 'data/media')).sort(), [
    'r1-frames.js',
    'r1-sound.js',
    'r1-waveform.js',
    'r1.mp4',
  ])
})
