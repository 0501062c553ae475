import {
  type Agent,
  type CaseState,
  type Entry,
  type EntryDetail,
  type EntryType,
  type Fact,
  type ImpulseLabel,
  isSamePassage,
  type Matter,
  type Moment,
  type Numbered,
  type Passage,
  type Placement,
  type RecordingFacts,
  type RecordingId,
  type StoredOutput,
  type Transcript,
  type TranscriptLine,
  unknownProvenance,
} from '../case/index.ts'
import { never } from '../errors.ts'
import type { MediaMicros } from '../time/index.ts'
import { type Composition, isSoundChosen, isTranscriptChosen } from './composition.ts'
import type { Excerpt } from './excerpts.ts'
import { isWithinParts, keptWithin, type PartOut } from './parts.ts'

/** A recording of which only parts go out, with what was read and made of the file that holds them. */
export interface PartedRecording {
  readonly parts: readonly PartOut[]
  readonly facts: RecordingFacts
  readonly frames: StoredOutput | null
  readonly outputs: readonly StoredOutput[]
}

/** What decides what of each entry is told. `keep` takes withheld words out of a text, and out of everything in a value. */
export interface Telling {
  readonly state: CaseState
  readonly composition: Composition
  /** What the cards that leave say, by their number. */
  readonly cards: ReadonlyMap<string, Readonly<Record<string, unknown>>>
  /** Statements of accounts that a card which leaves cites. */
  readonly statements: ReadonlySet<string>
  /** Lines of transcripts that a named reviewer stands for, by the change that put them there. */
  readonly settled: ReadonlyMap<string, readonly TranscriptLine[]>
  /** Named sounds that stand, by the number of the entry that gave each its present name, with where it was heard. */
  readonly sounds: ReadonlyMap<number, Pick<ImpulseLabel, 'id' | 'hearings'>>
  /** Quotes that go out of accounts whose text stays, with the hash of each text. */
  readonly excerpts: ReadonlyMap<string, Excerpt & { readonly sha256: string }>
  /** Recordings of which only parts go out. */
  readonly parted: ReadonlyMap<string, PartedRecording>
  readonly keep: <T>(value: T) => T
}

/** One entry of the custody log as a release tells it. */
export interface ToldEntry {
  readonly seq: number
  readonly entry: Entry
  /** True where it is told word for word as it was entered, so that its body can go out and be checked. */
  readonly isWhole: boolean
}

/**
 * The log as it goes out: each entry whole, in part, or not at all. What a release shows is folded from this alone, so that
 * nothing can be in it that no line here lets through. Types of entries that are not named below stay in the case.
 */
export function toldEntries(entries: Iterable<Numbered>, telling: Telling): readonly ToldEntry[] {
  const teller = newTeller(telling)
  const told: ToldEntry[] = []
  for (const { seq, entry } of entries) {
    if (!('detail' in entry)) continue
    const fact = teller(seq, entry)
    if (fact === null) continue
    const kept = { ...fact, detail: telling.keep(fact.detail) } as Fact
    const isWhole = kept.type === entry.type && JSON.stringify(kept.detail) === JSON.stringify(entry.detail)
    told.push({ seq, entry: { ...kept, at: entry.at, agent: entry.agent } as Entry, isWhole })
  }
  return told
}

type Arms = {
  readonly [T in EntryType]?: (detail: EntryDetail<T>, seq: number) => Fact | null
}

function newTeller({ state, composition, cards, statements, settled, sounds, excerpts, parted }: Telling) {
  const going = new Map(composition.recordings.map(each => [each.recording, each]))
  const accounts = new Map(composition.accounts.map(each => [each.account, each]))
  const people = new Map(composition.people.map(each => [each.person, each.as]))
  const isOut = (id: RecordingId) => going.has(id)
  const isOutAt = (id: RecordingId, from: number, to: number | null) =>
    isOut(id) && isWithinParts(parted.get(id)?.parts ?? everything, from, to)
  /** Frames of a recording are counted in the whole of it: what counts them goes out with nothing less. */
  const whole = { has: (id: string) => going.has(id) && !parted.has(id) }
  const wanted = composition.moments && new Set<string>(composition.moments)
  const received = new Set<string>()
  const titles = new Map<string, string>()
  for (const { recording, title } of composition.recordings) titles.set(recording, title)
  for (const { account, title } of composition.accounts) titles.set(account, title)

  const ifOut = <T extends EntryType>(type: T) => ({
    [type]: (detail: { readonly recording: RecordingId }) =>
      isOut(detail.recording) ? ({ type, detail } as unknown as Fact) : null,
  })
  /** Of a stretch that reaches into what was left out, only what lies within is told. */
  const ifOutWithin = <T extends 'span-cleared' | 'span-warned'>(type: T) => ({
    [type]: (detail: EntryDetail<'span-cleared'> | EntryDetail<'span-warned'>) => {
      if (!isOut(detail.recording)) return null
      const kept = keptWithin(parted.get(detail.recording)?.parts ?? everything, detail)
      return kept && ({ type, detail: { ...detail, ...kept } } as unknown as Fact)
    },
  })
  const asItIs = <T extends EntryType>(type: T) => ({
    [type]: (detail: unknown) => ({ type, detail }) as unknown as Fact,
  })

  const receive = (file: EntryDetail<'file-received'>['file']): Fact | null => {
    const { sha256, kind, format, bytes } = file
    const title = sha256 === null ? undefined : titles.get(sha256)
    if (sha256 === null || title === undefined || received.has(sha256)) return null
    received.add(sha256)
    const told = { path: title, encoded: false, kind, format, sha256, bytes }
    return {
      type: 'file-received',
      detail: { v: 1, file: { ...told, changedMs: null, why: null, listing: null } },
    }
  }

  const arms = {
    // What the office calls the case, often after its folder, stays there.
    'case-opened': () => ({ type: 'case-opened', detail: { v: 1, title: composition.title } }),
    ...asItIs('access-head-entered'),
    ...asItIs('release-moved'),
    ...asItIs('sealing-key-entered'),
    ...asItIs('sealing-key-revoked'),
    // Where nobody worded a cover for the case, whoever approved what goes out worded this one.
    'release-composed': detail => {
      if (state.cover?.title || composition.warning === null) return { type: 'release-composed', detail }
      const { title, warning } = composition
      return { type: 'cover-worded', detail: { v: 1, title, warning } }
    },
    ...asItIs('release-sealed'),
    ...ifOut('placement-computed'),
    ...ifOut('placement-unpinned'),
    ...ifOut('edited-film-declared'),
    ...ifOut('edited-film-revoked'),
    // What stays in the case is not named as what something stands for.
    'stand-in-bound': detail =>
      isOut(detail.recording) && isOut(detail.standsFor) ? { type: 'stand-in-bound', detail } : null,
    ...ifOut('stand-in-unbound'),
    ...ifOut('recording-cleared'),
    ...ifOut('recording-warned'),
    ...ifOutWithin('span-cleared'),
    ...ifOutWithin('span-warned'),
    ...ifOut('distance-stated'),
    ...ifOut('distance-withdrawn'),
    'clock-anchored': detail =>
      isOutAt(detail.recording, detail.media, null) ? { type: 'clock-anchored', detail } : null,
    ...asItIs('clock-anchor-withdrawn'),
    'person-named': ({ person, basis }) => {
      const name = people.get(person) ?? `Person ${person.slice(1)}`
      return { type: 'person-named', detail: { v: 1, person, name, basis } }
    },
    'cover-worded': detail => ({
      type: 'cover-worded',
      detail: { v: 1, title: composition.title, warning: composition.warning ?? detail.warning },
    }),
    'cover-doors-chosen': ({ question, opensAt }) => ({
      type: 'cover-doors-chosen',
      detail: {
        v: 1,
        question,
        opensAt: opensAt && isOutAt(opensAt.recording, opensAt.media, null) ? opensAt : null,
        wordings: null,
      },
    }),
    'file-received': ({ file }) => receive(file),
    'file-altered': ({ file }) => receive(file),
    'recording-probed': ({ recording, tool, ...probed }) => {
      if (!isOut(recording)) return null
      const { facts, frames } = parted.get(recording) ?? probed
      const told = { ...facts, claimedTimes: [], device: [], privateTags: [] }
      return { type: 'recording-probed', detail: { v: 1, recording, facts: told, frames, tool } }
    },
    'derivation-made': detail => {
      if (!isOut(detail.recording) || !isRecipeTold(detail.recipe)) return null
      const outputs = detail.outputs.filter(each => outputsTold.has(each.name))
      const parts = parted.get(detail.recording)
      if (!parts) return { type: 'derivation-made', detail: { ...detail, outputs } }
      // What was met in making the whole says something of what was left out.
      const own = parts.outputs.filter(({ name }) => outputs.some(each => each.name === name))
      return { type: 'derivation-made', detail: { ...detail, outputs: own, partial: null, oddities: [] } }
    },
    'placement-pinned': detail => {
      if (!isOut(detail.recording)) return null
      if (isEvidenceOut(detail.recording, detail.evidence)) return { type: 'placement-pinned', detail }
      // What it was matched with stays in the case; that a person placed it does not.
      return { type: 'placement-pinned', detail: { ...detail, evidence: { how: 'typed' } } }
    },
    'provenance-stated': ({ recording, provenance }) => {
      const { wearer } = going.get(recording) ?? {}
      if (wearer === undefined) return null
      const told = { ...unknownProvenance, receivedAs: provenance.receivedAs, wearer }
      return { type: 'provenance-stated', detail: { v: 1, recording, provenance: told } }
    },
    'moment-marked': ({ moment }) => {
      const last = state.moments.get(moment)
      if (!last || !isMomentOut(last)) return null
      return { type: 'moment-marked', detail: { v: 1, moment, ...momentTold(last) } }
    },
    'cause-stated': detail =>
      isOutAt(detail.recording, detail.from, detail.to) && state.causes.get(detail.why)?.withdrawn === null
        ? { type: 'cause-stated', detail }
        : null,
    'account-described': detail =>
      accounts.has(detail.account)
        ? { type: 'account-described', detail: { ...detail, versionOf: null, note: null } }
        : null,
    'account-read': detail => {
      if (accounts.get(detail.account)?.whole === true) return { type: 'account-read', detail }
      const excerpt = excerpts.get(detail.account)
      if (!excerpt) return null
      const { sha256: text, text: quotes } = excerpt
      return { type: 'account-read', detail: { ...detail, text, characters: quotes.length } }
    },
    'statement-made': detail => {
      const last = state.statements.get(detail.id)
      const passage = last && statements.has(last.id) ? placed(last.passage) : null
      if (!last || !passage) return null
      return {
        type: 'statement-made',
        detail: { ...detail, passage, source: last.source, takenFrom: null },
      }
    },
    'statements-linked': detail => {
      const last = state.statementLinks.get(detail.id)
      if (last?.withdrawn !== null) return null
      const [a, b] = [placed(last.a), placed(last.b)]
      return a && b
        ? {
            type: 'statements-linked',
            detail: { ...detail, a, b, relation: last.relation, note: null, takenFrom: null },
          }
        : null
    },
    'matter-named': detail => {
      const last = state.matters.get(detail.id)
      const passages = last ? gathered(last, detail.passages) : []
      return last && passages.length > 0
        ? { type: 'matter-named', detail: { ...detail, name: last.name, note: null, passages } }
        : null
    },
    'matter-gathered': detail => {
      const last = state.matters.get(detail.id)
      const passages = last ? gathered(last, detail.passages) : []
      return passages.length > 0 ? { type: 'matter-gathered', detail: { ...detail, passages } } : null
    },
    'transcript-brought': detail => {
      if (!isTranscriptOut(detail.id)) return null
      // The file's own name and hash stay; who made the lines (a program, a model, a person) does not.
      const { origin } = detail
      const told = origin.kind === 'file' ? { ...origin, name: origin.form, file: detail.result } : origin
      return {
        type: 'transcript-brought',
        detail: { ...detail, ...translated(detail), origin: told, note: null },
      }
    },
    'transcript-described': detail =>
      isTranscriptOut(detail.id)
        ? { type: 'transcript-described', detail: { ...detail, ...translated(detail), note: null } }
        : null,
    'transcript-speaker-named': detail =>
      isTranscriptOut(detail.id)
        ? {
            type: 'transcript-speaker-named',
            detail: {
              ...detail,
              participant: cards.has(detail.participant ?? '') ? detail.participant : null,
            },
          }
        : null,
    'transcript-settled': detail => {
      const { recording } = state.transcripts.get(detail.transcript) ?? {}
      if (recording === undefined || !isTranscriptOut(detail.transcript)) return null
      const lines = settled.get(detail.id)?.filter(({ from, to }) => isOutAt(recording, from, to))
      if (!lines || lines.length === 0) return null
      // What they took the place of is not told, and so nothing is left to replace.
      return { type: 'transcript-settled', detail: { ...detail, replaces: [], by: lines, note: null } }
    },
    'impulse-labelled': (_, seq) => soundTold(seq),
    // Whoever named it anew stands for what it is called now: only that is told, as theirs.
    'impulse-relabelled': (_, seq) => soundTold(seq),
    'edit-list-made': detail => (whole.has(detail.of) ? { type: 'edit-list-made', detail } : null),
    'edit-line-reviewed': detail => {
      const last = state.editReviews.get(detail.id)
      if (!last || last.withdrawn !== null || last.verdict === 'dismissed' || !whole.has(last.of)) return null
      const { verdict, said, reason } = last
      const told = { ...detail, verdict, said, reason }
      return speaksOnlyOf(told, state, whole) ? { type: 'edit-line-reviewed', detail: told } : null
    },
    'difference-declared': detail =>
      isOutAt(detail.of, detail.from, detail.to) &&
      state.declaredDifferences.get(detail.id)?.withdrawn === null
        ? { type: 'difference-declared', detail }
        : null,
    'card-entered': ({ card, of }) => {
      const said = cards.get(card)
      if (!said) return null
      const stated = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
      return { type: 'card-entered', detail: { v: 1, card, of, said: stated } }
    },
  } as Arms

  /** A passage as it stands in what goes out of its account; null where it does not. */
  function placed(passage: Passage): Passage | null {
    if (accounts.get(passage.account)?.whole === true) return { ...passage, prefix: '', suffix: '' }
    return excerpts.get(passage.account)?.placed(passage) ?? null
  }

  /** Of passages that one entry gathered under a matter, those that are still among it and go out. */
  function gathered({ withdrawn, passages }: Matter, of: readonly Passage[]): Passage[] {
    if (withdrawn !== null) return []
    return of
      .filter(each => passages.some(last => isSamePassage(last, each)))
      .flatMap(each => placed(each) ?? [])
  }

  /** What a transcript was translated from is named only where that goes out too. */
  function translated({
    translationOf,
  }: Pick<Transcript, 'translationOf'>): Pick<Transcript, 'translationOf'> {
    return { translationOf: translationOf !== null && isTranscriptOut(translationOf) ? translationOf : null }
  }

  /** The label that an entry gave for good, with the hearings of recordings that go out. */
  function soundTold(seq: number): Fact | null {
    const { id, hearings: all } = sounds.get(seq) ?? {}
    const label = id && isSoundChosen(composition, id) ? state.impulseLabels.get(id) : undefined
    const hearings = all?.filter(({ recording, at }) => isOutAt(recording, at, null)) ?? []
    if (!label || hearings.length === 0) return null
    const { is, words, reason, result } = label
    return { type: 'impulse-labelled', detail: { v: 1, id: label.id, is, words, reason, hearings, result } }
  }

  function isTranscriptOut(id: string): boolean {
    const transcript = state.transcripts.get(id)
    if (transcript === undefined || transcript.withdrawn !== null) return false
    return isOut(transcript.recording) && isTranscriptChosen(composition, id)
  }

  function isMomentOut({ id, withdrawn, when }: Moment): boolean {
    if (withdrawn !== null || (wanted && !wanted.has(id))) return false
    if (when.on === 'recording') return isOutAt(when.recording, when.from, when.to)
    if (when.seen === null || isSeenOut(when.seen)) return true
    // What was seen in a recording that stays speaks of it: such a moment goes out only where somebody chose it by name, and
    // what was seen in a part that was left out goes out by no way.
    return wanted !== null && !parted.has(when.seen.recording)
  }

  function isSeenOut({
    recording,
    media,
  }: {
    readonly recording: RecordingId
    readonly media: number
  }): boolean {
    return isOutAt(recording, media, null)
  }

  function isEvidenceOut(
    recording: RecordingId,
    evidence: EntryDetail<'placement-pinned'>['evidence'],
  ): boolean {
    switch (evidence.how) {
      case 'typed':
      case 'dragged':
        return true
      case 'frames-matched': {
        const { media, other, otherMedia } = evidence.frames
        return isOutAt(recording, media, null) && isOutAt(other, otherMedia, null)
      }
      case 'device-clock':
        return isOutAt(recording, evidence.clock.media, null)
      default:
        return never(evidence)
    }
  }

  function momentTold({ when, region, name, description, tags }: Moment) {
    const isSeen = when.on === 'recording' || when.seen === null || isSeenOut(when.seen)
    return {
      when: isSeen ? when : { ...when, seen: null },
      // A place on a picture that stays in the case would tell of that picture.
      region: isSeen ? region : null,
      name,
      description,
      tags: [...tags],
    }
  }

  return (seq: number, entry: Entry): Fact | null => {
    const arm = arms[entry.type] as ((detail: unknown, seq: number) => Fact | null) | undefined
    return arm ? arm(entry.detail, seq) : null
  }
}

/** Of a recording that goes out whole. */
const everything = [
  { from: Number.NEGATIVE_INFINITY as MediaMicros, to: Number.POSITIVE_INFINITY as MediaMicros },
] as const

/** Whether what a recipe made of a recording goes out with it. */
export function isRecipeTold(recipe: string): boolean {
  return recipe === 'review' || recipe === 'sound'
}

/** What was made of a recording and stands beside it in a release; samples and features stay in the case. */
const outputsTold: ReadonlySet<string> = new Set([
  'proxy',
  'frames',
  'waveform',
  'sound',
  'strip',
  'strip-times',
  'poster',
])

/** Whether no recording that stays in the case is named anywhere in a value: to name it would say that there is one. */
export function speaksOnlyOf(value: unknown, state: CaseState, out: { has(id: string): boolean }): boolean {
  if (typeof value === 'string') return !state.recordings.has(value) || out.has(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(each => speaksOnlyOf(each, state, out))
}

/** Who is meant by an agent, as a release names them. */
export function toldAgent(agent: Agent, people: CaseState['people']): string {
  return agent.kind === 'machine'
    ? `${agent.name} ${agent.version}`
    : (people.get(agent.person)?.name ?? agent.person)
}

/** Whether a placement is a machine's candidate that nobody stands for. */
export function isUnapproved(placement: Placement | null, isLocked: boolean): boolean {
  return placement?.kind === 'placed' && placement.by === 'sound' && !isLocked
}
