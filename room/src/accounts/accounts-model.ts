import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  type AccountId,
  accountGroups,
  type DayOf,
  type LinkRelation,
  type Passage,
  passageAt,
  type StatedDay,
  type StatementLink,
  type StatementSource,
} from '@sightline/core/case'
import { walledAccounts } from '@sightline/core/case/cards'
import {
  Candidates,
  type Column,
  findRows,
  type OpenCandidate,
  openCandidates,
  type Row,
  type RowKind,
  type ShownCalling,
  type ShownLabel,
  type ShownLink,
  type ShownPerson,
  type ShownStatement,
  type SideBySide,
  sharedWords,
  sideBySide,
} from '@sightline/core/side-by-side'
import { madeOnce } from '../made-once.ts'
import type { Room } from '../room-model.ts'

/** What is shown of the rows: all, one kind, or those that a person has named. */
export type Shown = RowKind | 'all'

/** What stands beside the table. */
export type Beside =
  | { readonly kind: 'account'; readonly group: AccountId; readonly statement: string | null }
  | { readonly kind: 'row'; readonly key: string }
  | { readonly kind: 'review' }
  | { readonly kind: 'days' }
  | { readonly kind: 'utterances'; readonly key: string | null }
  | { readonly kind: 'people' }

/** Words by which accounts name or describe somebody, to be put to a participant of the case file. */
export interface Called extends Pick<ShownPerson, 'name' | 'participants'> {
  readonly named: readonly { readonly group: AccountId; readonly name: string }[]
}

/** What is asked for in a dialog before something is entered. */
export type Asking =
  | { readonly kind: 'source'; readonly statement: ShownStatement }
  | { readonly kind: 'split'; readonly statement: ShownStatement }
  | { readonly kind: 'set-aside'; readonly of: ShownStatement | ShownLink }
  | { readonly kind: 'link'; readonly a: Passage; readonly b: Passage }
  | { readonly kind: 'correct-link'; readonly link: ShownLink }
  | { readonly kind: 'matter'; readonly passages: readonly Passage[] }
  | { readonly kind: 'rename'; readonly row: Row }
  | {
      readonly kind: 'withdraw' | 'restore'
      readonly what: 'statement' | 'link' | 'matter' | 'parting' | 'dismissal' | 'day'
      readonly id: string
      readonly rev: number
    }
  | { readonly kind: 'describe'; readonly account: AccountId }
  | { readonly kind: 'since'; readonly account: AccountId; readonly earlier: AccountId }
  | {
      readonly kind: 'day'
      readonly of: DayOf
      readonly held: StatedDay | null
      /** What the fields hold at first where nothing is stated yet: half-open days. */
      readonly guess: { readonly from: string; readonly to: string } | null
    }
  | { readonly kind: 'participant'; readonly person: Called }
  | ({ readonly kind: 'withdraw-label' } & Pick<ShownLabel, 'card' | 'rev' | 'words' | 'usedBy'>)
  | { readonly kind: 'not-meant'; readonly calling: ShownCalling; readonly name: string }
  | { readonly kind: 'take-away' }

/** How far the engine's result is: none there, on its way, here, or not readable. */
export type Arrival = 'none' | 'coming' | 'here' | 'unreadable'

export interface AccountsModel {
  readonly room: Room
  readonly arrival: ReadonlySignal<Arrival>
  readonly candidates: ReadonlySignal<Candidates | null>
  readonly view: ReadonlySignal<SideBySide>
  readonly shown: Signal<Shown>
  readonly typed: Signal<string>
  /** Whether every candidate makes a row, however weak. */
  readonly hasAll: Signal<boolean>
  /** Rows of the kind that is shown, in which what was typed is found. */
  readonly rows: ReadonlySignal<readonly Row[]>
  readonly open: ReadonlySignal<readonly OpenCandidate[]>
  readonly beside: Signal<Beside | null>
  readonly asking: Signal<Asking | null>
  /** The statement that is being linked, until the other end is chosen. */
  readonly linking: Signal<Passage | null>
  /** Accounts that this viewer has taken out of the table. */
  readonly hidden: Signal<ReadonlySet<AccountId>>
  /** On a phone: the two accounts that stand side by side. */
  readonly pair: Signal<readonly [AccountId | null, AccountId | null]>
  readonly columns: ReadonlySignal<readonly Column[]>
  /** The first statement of each account that a statement is linked with, whether a row is made of it or not, by the statement's key. */
  readonly linkedWith: ReadonlySignal<ReadonlyMap<string, ReadonlyMap<AccountId, ShownStatement>>>
}

/** What the page of the accounts holds of a room: made once, so that who comes back finds it as it was left. */
export const accountsModelOf = madeOnce(newModel)

function newModel(room: Room): AccountsModel {
  const { source, speaker } = room
  const arrival = signal<Arrival>('none')
  const candidates = signal<Candidates | null>(null)
  /** Texts by their own hashes: a text that is made anew has another. */
  const texts = signal<ReadonlyMap<string, string>>(new Map())
  const asked = new Set<string>()

  // What is held behind a wall is in no column, and so in no search.
  const walled = computed(() => walledAccounts(source.state.value))
  let wanted = ''
  const fetchCandidates = async (result: string) => {
    if (candidates.peek() === null) arrival.value = 'coming'
    const stored = await source.accountCandidates()
    if (result !== wanted || stored === null) return
    const read = Candidates.safeParse(stored)
    candidates.value = read.success ? read.data : null
    arrival.value = read.success ? 'here' : 'unreadable'
  }
  const fetchText = async (id: AccountId, hash: string) => {
    const text = await source.accountText(id)
    if (text !== null) texts.value = new Map(texts.peek()).set(hash, text)
  }
  effect(() => {
    const { comparison } = source.state.value
    const result = comparison?.kind === 'made' ? comparison.result : ''
    if (result === wanted) return
    wanted = result
    if (result === '') candidates.value = null
    else speaker.heed(fetchCandidates(result))
  })
  effect(() => {
    for (const { shown } of accountGroups(source.state.value)) {
      if (walled.value.has(shown.id) || shown.reading.kind !== 'read' || asked.has(shown.reading.text))
        continue
      asked.add(shown.reading.text)
      speaker.heed(fetchText(shown.id, shown.reading.text))
    }
  })

  const hasAll = signal(false)
  const view = computed(() => {
    const state = source.state.value
    const held = new Map<AccountId, string>()
    for (const { shown } of accountGroups(state)) {
      if (walled.value.has(shown.id)) continue
      const text = shown.reading.kind === 'read' ? texts.value.get(shown.reading.text) : undefined
      if (text !== undefined) held.set(shown.id, text)
    }
    return sideBySide(state, candidates.value, held, { hasAll: hasAll.value })
  })
  const shown = signal<Shown>('all')
  const typed = signal('')
  const hidden = signal<ReadonlySet<AccountId>>(new Set())
  const columns = computed(() => view.value.columns.filter(({ group }) => !hidden.value.has(group.id)))
  return {
    room,
    arrival,
    candidates,
    view,
    shown,
    typed,
    hasAll,
    rows: computed(() => {
      const { rows } = view.value
      const ofKind = rows.filter(row => isShown(row, shown.value))
      const visible = new Set(columns.value.map(({ group }) => group.id))
      const here = ofKind.filter(({ statements }) => statements.some(({ group }) => visible.has(group)))
      const found = findRows(here, view.value.columns, typed.value)
      // Among candidate conflicts those first whose statements have most in common; elsewhere rows stand in the order of the accounts.
      const mostShared = ({ links }: Row) => Math.max(0, ...links.map(sharedWords))
      return shown.value === 'conflict' ? found.toSorted((x, y) => mostShared(y) - mostShared(x)) : found
    }),
    open: computed(() => openCandidates(view.value)),
    beside: signal(null),
    asking: signal(null),
    linking: signal(null),
    hidden,
    pair: signal([null, null]),
    columns,
    linkedWith: computed(() => {
      const linked = new Map<string, Map<AccountId, ShownStatement>>()
      const note = (of: ShownStatement, other: ShownStatement) => {
        const known = linked.get(of.key) ?? new Map<AccountId, ShownStatement>()
        if (!known.has(other.group)) known.set(other.group, other)
        linked.set(of.key, known)
      }
      for (const { a, b } of view.value.links) {
        note(a, b)
        note(b, a)
      }
      return linked
    }),
  }
}

/** A matter that a person named is found both among those and by what its links are. */
export function isShown(row: Row, shown: Shown): boolean {
  if (shown === 'all') return true
  return shown === 'matter' ? row.matter !== null : row.kind === shown
}

export function columnIn({ view }: AccountsModel, group: AccountId): Column | null {
  return view.value.columns.find(column => column.group.id === group) ?? null
}

export function wordsOf(model: AccountsModel, { group, start, end }: ShownStatement): string {
  return columnIn(model, group)?.text.slice(start, end) ?? ''
}

/** A stretch of the text that is shown of an account, as it goes into an entry. */
export function passageIn(
  model: AccountsModel,
  group: AccountId,
  stretch: { readonly start: number; readonly end: number },
): Passage | null {
  const column = columnIn(model, group)
  return column && passageAt(column.group.shown.id, column.text, stretch)
}

/** What had suggested a candidate; null where the engine has no result. */
export function takenFromEngine(model: AccountsModel) {
  const engine = model.view.peek().engine
  return engine && { method: engine.method, version: engine.version }
}

/** The fields of a source that go into an entry. */
export function sourceFields(source: StatementSource): StatementSource {
  const { chain, to, recording, negated, hedged, declining } = source
  return { chain: [...chain], to, recording, negated, hedged, declining }
}

export function heldLink({ origin }: ShownLink): StatementLink | null {
  return origin.kind === 'taken-up' ? origin.held : null
}

/** Enters a statement of another relation or as suggested. */
export async function takeUpLink(
  model: AccountsModel,
  link: ShownLink,
  relation: LinkRelation,
  note: string | null,
  said: string,
): Promise<boolean> {
  const a = passageIn(model, link.a.group, link.a)
  const b = passageIn(model, link.b.group, link.b)
  if (!a || !b) return false
  const takenFrom = takenFromEngine(model)
  return await model.room.entering.enter({ do: 'link-statements', a, b, relation, note, takenFrom }, said)
}

/** Enters a candidate statement or quote as it is, with what the engine says of its source. */
export async function takeUpStatement(
  model: AccountsModel,
  statement: ShownStatement,
  said: string,
): Promise<boolean> {
  const passage = passageIn(model, statement.group, statement)
  if (!passage) return false
  const { kind, source } = statement
  const takenFrom = takenFromEngine(model)
  const from = source && source.chain.length > 0 ? sourceFields(source) : null
  return await model.room.entering.enter(
    { do: 'make-statement', kind, passage, source: from, takenFrom },
    said,
  )
}
