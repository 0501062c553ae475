import { assert, never } from '../errors.ts'
import type { AbsentEntry, Entry, FoundFile } from './entries.ts'
import type { RecordingId } from './ids.ts'
import { unknownProvenance } from './provenance.ts'
import { type CaseState, type Derivation, type Expected, emptyCase, type Recording } from './state.ts'

const collections = ['people', 'files', 'recordings', 'expected'] as const
type Collection = (typeof collections)[number]

type Mutable = { -readonly [K in keyof CaseState]: CaseState[K] }

/** A state under construction. Maps named in `owned` belong to it alone and are changed in place. */
interface Draft {
  readonly state: Mutable
  readonly owned: Set<Collection>
}

type Values<C extends Collection> = CaseState[C] extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never

/** Numbered entries, as a log gives them. */
export interface Numbered {
  readonly seq: number
  readonly entry: Entry | AbsentEntry
}

/** The case after one more entry. `state` is left as it was; only the collections that change are copied. */
export function fold(state: CaseState, next: Numbered): CaseState {
  const draft: Draft = { state: { ...state }, owned: new Set() }
  apply(draft, next)
  return draft.state
}

/** Folds entries as they come. It alone owns the maps it builds, so 100,000 entries take well under a second. */
export interface Folding {
  add(next: Numbered): void
  /** The case so far. Nothing may be added afterwards: the maps now belong to the caller. */
  finish(): CaseState
}

export function startFolding(from: CaseState = emptyCase): Folding {
  const draft: Draft = { state: { ...from }, owned: new Set() }
  let isFinished = false
  return {
    add(next) {
      assert(!isFinished, 'nothing is folded into a finished case')
      apply(draft, next)
    },
    finish() {
      isFinished = true
      return draft.state
    },
  }
}

/** The case after many entries; each collection is copied at most once. */
export function foldAll(entries: Iterable<Numbered>, from: CaseState = emptyCase): CaseState {
  const folding = startFolding(from)
  for (const next of entries) folding.add(next)
  return folding.finish()
}

function own<C extends Collection>(draft: Draft, name: C): Values<C> {
  if (!draft.owned.has(name)) {
    const copies: Partial<Mutable> = { [name]: new Map(draft.state[name] as ReadonlyMap<unknown, unknown>) }
    Object.assign(draft.state, copies)
    draft.owned.add(name)
  }
  return draft.state[name] as unknown as Values<C>
}

function apply(draft: Draft, { seq, entry }: Numbered): void {
  const { state } = draft
  assert(seq === state.seq + 1, `entries are folded in order: expected ${state.seq + 1}, found ${seq}`)
  state.seq = seq
  switch (entry.type) {
    case 'withheld':
    case 'expunged':
      return
    case 'case-opened':
      state.title = entry.detail.title
      state.openedAt = entry.at
      return
    case 'person-named': {
      const { person, name } = entry.detail
      own(draft, 'people').set(person, { id: person, name, rev: seq })
      return
    }
    case 'intake-begun':
      state.intake = { kind: 'reading' }
      return
    case 'intake-completed':
      state.intake = { kind: 'read', ...entry.detail }
      return
    case 'file-received':
      receive(draft, seq, entry.detail.file, [])
      return
    case 'file-altered': {
      const before = state.files.get(entry.detail.file.path)
      receive(draft, seq, entry.detail.file, [
        ...(before?.was ?? []),
        ...(entry.detail.was ? [entry.detail.was] : []),
      ])
      return
    }
    case 'file-missing': {
      const file = state.files.get(entry.detail.path)
      if (file) own(draft, 'files').set(entry.detail.path, { ...file, isMissing: true, rev: seq })
      return
    }
    case 'file-found-again': {
      const file = state.files.get(entry.detail.path)
      if (!file) return
      const found = { ...file.found, changedMs: entry.detail.changedMs }
      own(draft, 'files').set(entry.detail.path, { ...file, found, isMissing: false, rev: seq })
      return
    }
    case 'recording-probed': {
      const { facts, frames } = entry.detail
      note(draft, entry.detail.recording, { probe: { kind: 'probed', facts, frames } })
      return
    }
    case 'recording-refused':
      note(draft, entry.detail.recording, { probe: { kind: 'refused', why: entry.detail.why } })
      return
    case 'derivation-made': {
      const { recipe, version, key, outputs, partial, oddities } = entry.detail
      derive(draft, entry.detail.recording, {
        kind: 'made',
        recipe,
        version,
        key,
        outputs,
        partial,
        oddities,
      })
      return
    }
    case 'derivation-failed': {
      const { recipe, version, key, why } = entry.detail
      derive(draft, entry.detail.recording, { kind: 'failed', recipe, version, key, why })
      return
    }
    case 'sync-computed': {
      const { method, version, inputs, result, pairs } = entry.detail
      state.sync = { method, version, inputs, result, pairs }
      return
    }
    case 'placement-computed':
      note(draft, entry.detail.recording, { computed: entry.detail.placement })
      return
    case 'placement-pinned': {
      const { start, driftPpm, errorMs, evidence, reason } = entry.detail
      const pin = { start, driftPpm, errorMs, evidence, reason, agent: entry.agent, at: entry.at }
      change(draft, seq, entry.detail.recording, { pin })
      return
    }
    case 'placement-unpinned':
      change(draft, seq, entry.detail.recording, { pin: null })
      return
    case 'provenance-stated':
      change(draft, seq, entry.detail.recording, { provenance: entry.detail.provenance })
      return
    case 'recording-expected': {
      const { expected, description, saidBy, note } = entry.detail
      own(draft, 'expected').set(expected, {
        id: expected,
        description,
        saidBy,
        note,
        state: { kind: 'expected' },
        rev: seq,
      })
      return
    }
    case 'expectation-met':
      expect(draft, seq, entry.detail.expected, { kind: 'met', recording: entry.detail.recording })
      return
    case 'expectation-withdrawn':
      expect(draft, seq, entry.detail.expected, { kind: 'withdrawn', reason: entry.detail.reason })
      return
    case 'stand-in-bound': {
      const { standsFor, tool, madeBy } = entry.detail
      change(draft, seq, entry.detail.recording, { standIn: { standsFor, tool, madeBy } })
      return
    }
    case 'stand-in-unbound':
      change(draft, seq, entry.detail.recording, { standIn: null })
      return
    case 'recording-cleared':
    case 'recording-warned':
      change(draft, seq, entry.detail.recording, { isCleared: entry.type === 'recording-cleared' })
      return
    case 'cover-worded':
      state.cover = { title: entry.detail.title, warning: entry.detail.warning, rev: seq }
      return
    case 'access-head-entered':
      state.access = { head: entry.detail.head, length: entry.detail.length, at: entry.at }
      return
    default:
      never(entry)
  }
}

function receive(draft: Draft, seq: number, found: FoundFile, was: readonly string[]): void {
  own(draft, 'files').set(found.path, { found, was, isMissing: false, rev: seq })
  if (found.kind !== 'recording' || !found.sha256 || draft.state.recordings.has(found.sha256)) return
  own(draft, 'recordings').set(found.sha256, {
    id: found.sha256,
    firstName: found.path,
    probe: { kind: 'waiting' },
    derivations: [],
    computed: null,
    pin: null,
    provenance: unknownProvenance,
    standIn: null,
    isCleared: false,
    rev: seq,
  })
}

/** What a person decided about a recording. It moves the revision, so that a decision made on older knowledge is refused. */
function change(draft: Draft, seq: number, id: RecordingId, fields: Partial<Recording>): void {
  note(draft, id, { ...fields, rev: seq })
}

/**
 * What a machine found about a recording. It leaves the revision alone: a proxy that gets ready while a person types
 * must not undo their typing. A recording whose receipt was expunged is not in the state; nothing about it is kept.
 */
function note(draft: Draft, id: RecordingId, fields: Partial<Recording>): void {
  const recording = draft.state.recordings.get(id)
  if (recording) own(draft, 'recordings').set(id, { ...recording, ...fields })
}

/** A later result of the same recipe replaces the earlier one. */
function derive(draft: Draft, id: RecordingId, derivation: Derivation): void {
  const kept =
    draft.state.recordings.get(id)?.derivations.filter(each => each.recipe !== derivation.recipe) ?? []
  note(draft, id, { derivations: [...kept, derivation] })
}

function expect(draft: Draft, seq: number, id: Expected['id'], state: Expected['state']): void {
  const expected = draft.state.expected.get(id)
  if (expected) own(draft, 'expected').set(id, { ...expected, state, rev: seq })
}
