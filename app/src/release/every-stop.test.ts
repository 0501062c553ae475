// Every stop of the checklist is provoked, put right, and gone past: by itself, in a case that has all of them.
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { type Fact, foldAll, type RecordingFacts } from '@sightline/core/case'
import { type Composition, incidentals, type StopCode, stopCodes } from '@sightline/core/release'
import { chicago, type Desk, newDesk } from '../../../test/cases/case-file/desk.ts'
import { baseComposition, recordingFacts } from '../../../test/cases/release/desk-release.ts'
import type { ContentStore } from '../store/content-store.ts'
import { sha256 } from '../store/sha256.ts'
import { openStops, planOf } from './sealing.ts'

const asOf = '2031-06-01T12:00:00.000Z'
const film = { bytes: new Uint8Array(1), frames: 50, micros: 40_000 }
const [camera, copy, original, walledFile, briefing] = ['a', 'b', 'c', 'd', '7'].map(each =>
  each.repeat(64),
) as [string, string, string, string, string]
const goingOut = [camera, copy, briefing]
const rule = {
  ...{ name: 'A rule', days: 30, countedIn: 'calendar-days', from: 'incident', familyFirst: 'required' },
  ...{ citation: 'a code', applies: 'yes', checkedBy: 'counsel', checkedOn: '2031-01-01' },
}

/** Content that lies in memory, by its hash. */
function memory() {
  const held = new Map<string, Uint8Array>()
  const put = (value: unknown) => {
    const bytes = Buffer.from(JSON.stringify(value))
    held.set(sha256(bytes), bytes)
    return { sha256: sha256(bytes), bytes }
  }
  const read = (hash: string) => Promise.resolve(Readable.from([held.get(hash) ?? assert.fail(hash)]))
  return { put, content: { read } as unknown as ContentStore }
}

const line = (from: number) => ({
  ...{ from, to: from + 200_000, speaker: 'S1', heard: null, cue: null },
  pieces: [{ kind: 'word', text: 'Halt', from: null, to: null, confidence: null }],
})

interface Case {
  readonly desk: Desk
  readonly composition: Composition
  readonly content: ContentStore
  /** Cards by what they are. */
  readonly cards: Readonly<Record<string, string>>
  readonly settle: (recording: string) => void
}

const going = (recording: string, title: string, more: object = {}) => ({
  ...{ recording, as: 'proxy', title, wearer: null, redaction: 'done' },
  ...more,
})

/** Nothing was done yet, and nothing was chosen. */
function emptyCase(): Case {
  const { content } = memory()
  const composition = baseComposition({ caseFile: false })
  return { desk: newDesk(), composition, content, cards: {}, settle: () => undefined }
}

/** Everything that a checklist can find but what the empty case has. */
function troubledCase(): Case {
  const desk = newDesk()
  const { put, content } = memory()
  const audio: RecordingFacts['audio'] = [
    {
      ...{ track: 1, codec: 'aac', profile: null, sampleRate: 48_000, channels: 1, language: null },
      ...{ isDefault: true, start: 0 as never, end: 2e6 as never, gaps: { spans: [], leftOut: 0 } },
    },
  ]
  const receive = (id: string, path: string, soundTo: number, privateTags: string[] = []) => {
    const sound = put({ spans: [{ from: 0, to: soundTo, state: 'present' }] }).bytes
    const placed = { kind: 'placed', group: 'g1', start: 0, driftPpm: 0, errorMs: 0.5, by: 'sound' }
    desk.tell(...recordingFacts(id, path, film, new Map([['sound', sound]]), { audio, privateTags }), {
      type: 'placement-computed',
      detail: { v: 1, recording: id, placement: placed as never, inputs: 'c'.repeat(64) },
    })
  }
  receive(camera, 'camera.mp4', 2e6, ['com.example.serial'])
  receive(copy, 'copy.mp4', 1e6)
  receive(original, 'native.mp4', 2e6)
  receive(briefing, 'briefing.mp4', 2e6)
  desk.tell(
    {
      type: 'stand-in-bound',
      detail: { v: 1, recording: copy, standsFor: original, tool: 't', madeBy: 'm', reason: 'r' },
    },
    {
      type: 'edited-film-declared',
      detail: { v: 1, recording: briefing, title: 'A film', maker: 'A department', reason: 'it says so' },
    },
    {
      type: 'edit-list-made',
      detail: {
        v: 1,
        of: briefing,
        method: 'm',
        version: '1',
        inputs: '8'.repeat(64),
        result: '9'.repeat(64),
      },
    },
  )
  const unsettled = put({ v: 1, language: null, lines: [line(0)], kept: null }).sha256
  const bring = (recording: string, result: string) => {
    const transcript = `t${desk.state.seq + 1}`
    const about = { recording, result, language: 'en', translationOf: null, translator: null, note: null }
    const origin = { kind: 'file', name: 'a.vtt', form: 'WebVTT', file: 'f'.repeat(64) }
    const detail = { v: 1, id: transcript, lines: 0, words: 0, origin, ...about }
    desk.tell({ type: 'transcript-brought', detail } as unknown as Fact)
    return transcript
  }
  bring(camera, unsettled)
  const settle = (recording: string) => {
    const result = put({ v: 1, language: null, lines: [], kept: null }).sha256
    const transcript = bring(recording, result)
    const id = `tl${desk.state.seq + 1}`
    const detail = { v: 1, id, transcript, result, replaces: [], by: [line(500_000)], note: null }
    desk.tell({ type: 'transcript-settled', detail } as unknown as Fact)
  }
  const file = { path: 'paper.txt', encoded: false, kind: 'document', format: 'text', sha256: walledFile }
  desk.tell({
    type: 'file-received',
    detail: { v: 1, file: { ...file, bytes: 9, changedMs: 1, why: null, listing: null } },
  } as Fact)
  const person = desk.card('participant', { role: 'Officer A', minor: 'no' })
  const decided = { decision: 'stays', decidedBy: 'the desk', audience: 'press' }
  desk.card('name', {
    participant: person,
    name: 'Jo Fictional',
    use: 'official',
    source: 'roster',
    ...decided,
  })
  const ruleCard = desk.card('rule', rule)
  const walled = { category: 'legal-advice', what: 'A note', heldBy: 'counsel', maySee: ['counsel'] }
  const on = '2031-05-20'
  const cards = {
    rule: ruleCard,
    walled: desk.card('walled', { ...walled, file: 'paper.txt' }),
    document: desk.card('document', { title: 'A letter', sort: 'letter', rights: 'own', redaction: 'to-do' }),
    hold: desk.card('hold', { what: 'all', orderedBy: 'a court', reason: 'an order', on }),
    notice: desk.card('notice', { party: 'officer', who: 'Officer A', state: 'owed' }),
    embargo: desk.card('embargo', { until: chicago('2031-07-01T08:00:00'), withWhom: 'the press' }),
    extension: desk.card('extension', {
      ...{ rule: ruleCard, requester: 'an officer', decider: 'the office', reason: 'more time' },
      ...{ until: '2031-07-20', on, published: 'no' },
    }),
  }
  const before = put(
    baseComposition({ documents: [{ file: 'e'.repeat(64), title: 'A map', rights: 'ours' }] }),
  )
  const log = { length: 1, head: '1'.repeat(64), root: '2'.repeat(64) }
  const composed = { name: 'composition.json', sha256: before.sha256, bytes: before.bytes.length }
  const key = `SHA256:${'A'.repeat(43)}`
  desk.tell({
    type: 'release-sealed',
    detail: {
      ...{ v: 1, version: 1, sealed: '3'.repeat(64), composition: composed, key, timestamp: null, log },
      overridden: [],
    },
  } as Fact)
  const composition = baseComposition({
    recordings: [
      going(camera, 'Camera A', { as: 'original', redaction: 'unknown' }),
      going(copy, 'Camera B', { as: 'stand-in' }),
      going(briefing, 'The briefing'),
    ] as never,
    documents: [{ file: walledFile, title: 'A paper', rights: 'ours' }],
    statements: [{ by: 'The office', text: 'We thank Jo Fictional.' }],
  })
  return { desk, composition, content, cards, settle }
}

interface Trouble {
  readonly in: () => Case
  /** Puts it right, in the case or in what was chosen. */
  readonly right: (troubled: Case) => Partial<Composition> | undefined
}

const described = ({ desk }: Case) => {
  for (const recording of goingOut) {
    const when = { on: 'recording', recording, from: 400_000, to: null }
    desk.done({ do: 'mark-moment', when, region: null, name: 'A door', description: 'It opens.', tags: [] })
  }
  return undefined
}

const changed = (name: string, said: object) => ({
  in: troubledCase,
  right: ({ desk, cards }: Case) => {
    const card = cards[name] ?? assert.fail(name)
    desk.change(card, { ...desk.state.cards.get(card)?.said, ...said })
    return undefined
  },
})

/** The compiler asks for every stop. */
const troubles: Readonly<Record<StopCode, Trouble>> = {
  'nothing-goes-out': {
    in: emptyCase,
    right: () => ({ documents: [{ file: walledFile, title: 'A paper', rights: 'ours' }] }),
  },
  'not-reviewed': {
    in: emptyCase,
    right: ({ desk }) => {
      const move = { do: 'move-release', rev: desk.state.release.rev, to: 'reviewing', sealed: null, asOf }
      desk.done({ ...move, reason: 'begun', override: 'no rule is known yet' })
      return undefined
    },
  },
  walled: { in: troubledCase, right: () => ({ documents: [] }) },
  'redaction-unknown': {
    in: troubledCase,
    right: ({ composition }) => ({
      recordings: composition.recordings.map(each => ({ ...each, redaction: 'done' as const })),
    }),
  },
  'original-with-tags': {
    in: troubledCase,
    right: ({ composition }) => ({
      recordings: composition.recordings.map(each => ({ ...each, as: 'proxy' as const })),
    }),
  },
  'placement-unapproved': {
    in: troubledCase,
    right: ({ desk }) => {
      const placed = { start: 0, driftPpm: 0, errorMs: null, evidence: { how: 'typed' }, segments: [] }
      for (const recording of goingOut)
        desk.tell({
          type: 'placement-pinned',
          detail: { v: 1, recording, ...placed, reason: 'seen' },
        } as unknown as Fact)
      return undefined
    },
  },
  'not-looked-for': {
    in: emptyCase,
    right: () => ({ lookedFor: incidentals.map(what => ({ what, by: 'The records desk' })) }),
  },
  'no-transcript': {
    in: troubledCase,
    right: ({ settle }) => {
      goingOut.forEach(settle)
      return undefined
    },
  },
  'transcript-unreviewed': { in: troubledCase, right: () => ({ transcripts: [] }) },
  'no-description': { in: troubledCase, right: described },
  'film-unreviewed': {
    in: troubledCase,
    right: ({ desk }) => {
      const shown = { part: 'unmatched', from: 0, to: 1_000_000 }
      const review = { of: briefing, list: '9'.repeat(64), line: shown, verdict: 'accepted', said: null }
      desk.done({ do: 'review-edit-line', ...review, reason: 'compared' })
      return undefined
    },
  },
  'name-told': {
    in: troubledCase,
    right: () => ({ statements: [{ by: 'The office', text: 'We thank Officer A.' }] }),
  },
  'removed-unexplained': {
    in: troubledCase,
    right: () => ({ gone: [{ lastIn: 1, what: 'A map', reason: 'a court ordered it' }] }),
  },
  'sound-undoes-mute': {
    in: troubledCase,
    right: ({ composition }) => ({ recordings: composition.recordings.slice(1) }),
  },
  'no-rule': {
    in: emptyCase,
    right: ({ desk }) => {
      desk.card('rule', rule)
      return undefined
    },
  },
  'no-clock-start': {
    in: troubledCase,
    right: ({ desk }) => {
      desk.card('clock-start', { from: 'incident', at: chicago('2031-05-01T10:00:00'), source: 'call log' })
      return undefined
    },
  },
  'redaction-open': changed('document', { redaction: 'done' }),
  'hold-stands': changed('hold', { liftedOn: '2031-05-25' }),
  'no-viewing': {
    in: troubledCase,
    right: ({ desk }) => {
      desk.card('family-viewing', { outcome: 'declined', by: 'family liaison' })
      return undefined
    },
  },
  'notice-owed': changed('notice', { state: 'given', on: '2031-05-22' }),
  'extension-not-published': changed('extension', { published: 'yes' }),
  'embargo-stands': changed('embargo', { liftedBy: 'the office' }),
}

const plan = ({ desk, content, composition }: Case, more: Partial<Composition> = {}) =>
  planOf(desk.state, content, { ...composition, ...more }, asOf, length =>
    foldAll(desk.entries.slice(0, length)),
  )

for (const code of stopCodes)
  test(`${code} stops a release until it is put right`, async () => {
    const troubled = troubles[code].in()
    const codes = async (more?: Partial<Composition>) =>
      (await plan(troubled, more)).stops.map(stop => stop.code)
    assert.ok((await codes()).includes(code), String(await codes()))
    const more = troubles[code].right(troubled)
    assert.equal((await codes(more)).includes(code), false)
  })

test('each stop is gone past only by an entry of its own, which can be withdrawn; what is walled by none', async () => {
  for (const troubled of [emptyCase(), troubledCase()]) {
    const { desk } = troubled
    const { stops, version } = await plan(troubled)
    assert.equal(openStops(await plan(troubled), (await plan(troubled)).overrides).length, stops.length)
    for (const { code, what, about } of stops)
      desk.done({ do: 'override-stop', version, stop: code, what, about, reason: 'as ordered' }, 'p2')
    const past = await plan(troubled)
    assert.deepEqual(
      openStops(past, past.overrides).map(({ code }) => code),
      stops.filter(({ mayBeOverridden }) => !mayBeOverridden).map(({ code }) => code),
      'only what nobody may go past is left, whatever is entered',
    )
    assert.ok(past.overrides.every(({ by, reason }) => by === 'Person 2' && reason === 'as ordered'))
    const [standing] = desk.state.stopOverrides.values()
    assert.ok(standing)
    desk.done({ do: 'withdraw-stop-override', id: standing.id, rev: standing.rev, reason: 'too early' })
    const again = await plan(troubled)
    assert.ok(openStops(again, again.overrides).some(({ code }) => code === standing.stop))
  }
})
