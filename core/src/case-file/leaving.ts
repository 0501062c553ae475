import {
  type CardOf,
  cardKindNames,
  cardOf,
  cardsOf,
  type KnownCard,
  kindOf,
  walledFiles,
} from '../case/cards/index.ts'
import {
  type Agent,
  type CardId,
  type CaseState,
  inNameOrder,
  placementOf,
  type ReleaseState,
  unknownProvenance,
} from '../case/index.ts'
import { oneWith } from './people-view.ts'
import { type Withholding, withoutWords } from './withholding.ts'

/** For whom something is made. A name that may be told to the public may be told to the press, and so to the family. */
export const audiences = ['family', 'press', 'public'] as const
export type Audience = (typeof audiences)[number]

type Said = Readonly<Record<string, unknown>>

export interface LeavingCard {
  readonly id: CardId
  readonly of: KnownCard['of']
  readonly said: Said
  /** Office, role or name of who entered it, and when. */
  readonly by: string
  readonly at: string
}

export interface LeavingRecording {
  readonly name: string
  readonly sha256: string
  readonly lengthSeconds: number | null
  /** On the clock of the case, in microseconds; null where it has no place there. */
  readonly start: number | null
  readonly receivedAs: string
  readonly supplier: string | null
}

export interface LeavingMoment {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly recording: string | null
  readonly fromMicros: number
  readonly toMicros: number | null
  readonly by: string
}

/** What may leave the case for one audience. It holds copies of open words only, and no way back to the case. */
export interface Leaving {
  readonly audience: Audience
  readonly title: string
  readonly seq: number
  readonly stage: ReleaseState['stage']
  readonly cards: readonly LeavingCard[]
  readonly recordings: readonly LeavingRecording[]
  readonly moments: readonly LeavingMoment[]
  /** Statements of accounts that a card cites. */
  readonly statements: readonly { readonly id: string; readonly words: string; readonly account: string }[]
  readonly expected: readonly { readonly description: string; readonly saidBy: string }[]
  readonly dues: readonly LeavingDue[]
  /** How many places were withheld in words that were to leave. */
  readonly withheld: number
}

/** When a rule wants publication, told in plain values: the release clock makes it (`toldDues`). */
export interface LeavingDue {
  readonly rule: string
  readonly citation: string
  /** Null while it cannot be counted. */
  readonly day: string | null
  readonly zone: string | null
  readonly steps: readonly LeavingStep[]
}

interface LeavingStep {
  readonly kind: 'start' | 'counted' | 'extended'
  readonly day: string
  readonly days: number
  readonly countedIn: 'calendar-days' | 'working-days'
}

/**
 * The one door: every file that is written for others is written from what this gives. `dues` come from the release clock, `mark`
 * stands where words are withheld.
 */
export function leavingOf(
  state: CaseState,
  audience: Audience,
  dues: readonly LeavingDue[],
  mark: string,
): Leaving {
  const told = toldCards(state, audience)
  const leaves = new Set(told.map(({ id }) => id))
  const walled = walledFiles(state)
  const held = inNameOrder(state).filter(({ firstName }) => !walled.has(firstName))
  const heldIds = new Set(held.map(({ id }) => id))
  const words = withoutWords(secretsOf(state, told), mark)
  const whole = {
    title: state.cover?.title || state.title,
    cards: told.map(card => leavingCard(state, card, leaves, walled)),
    recordings: held.map(recording => {
      const placement = placementOf(recording)
      const { receivedAs, supplier } = recording.provenance ?? unknownProvenance
      const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
      return {
        name: recording.firstName,
        sha256: recording.id,
        lengthSeconds:
          facts && facts.start !== null && facts.end !== null ? (facts.end - facts.start) / 1e6 : null,
        start: placement?.kind === 'placed' && placement.group === 'g1' ? placement.start : null,
        receivedAs,
        supplier,
      }
    }),
    moments: [...state.moments.values()]
      .filter(
        ({ withdrawn, when }) => withdrawn === null && (when.on === 'case' || heldIds.has(when.recording)),
      )
      .map(({ id, name, description, when, agent }) => ({
        id,
        name,
        description,
        recording:
          when.on === 'recording'
            ? (state.recordings.get(when.recording)?.firstName ?? when.recording)
            : null,
        fromMicros: when.from,
        toMicros: when.to,
        by: nameOf(state, agent),
      })),
    statements: citedIn(state, told).filter(({ account }) => !walled.has(account)),
    expected: [...state.expected.values()]
      .filter(each => each.state.kind === 'expected')
      .map(({ description, saidBy }) => ({ description, saidBy })),
    dues,
  }
  const kept = words.keep(whole)
  return { audience, seq: state.seq, stage: state.release.stage, ...kept, withheld: words.count() }
}

/**
 * What takes words out of anything else that is to leave for one audience: names that are not told to it, private fields, and
 * `more` that whoever writes it knows to be private.
 */
export function withholdingFor(
  state: CaseState,
  audience: Audience,
  mark: string,
  more: readonly string[],
): Withholding {
  const { names, told, hidden } = secretsOf(state, toldCards(state, audience))
  return withoutWords({ names, told, hidden: [...hidden, ...more] }, mark)
}

function toldCards(state: CaseState, audience: Audience): readonly KnownCard[] {
  return cardKindNames
    .filter(name => kindOf(name).leaves)
    .flatMap(name => cardsOf(state, name) as unknown as readonly KnownCard[])
    .filter(card => isTold(state, card, audience))
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
}

function citedIn(state: CaseState, told: readonly KnownCard[]): Leaving['statements'] {
  const ids = new Set(told.flatMap(({ of, said }) => (of === 'speaking' ? said['statement'] : [])))
  return [...ids].flatMap(id => {
    const statement = typeof id === 'string' ? state.statements.get(id) : undefined
    if (!statement || statement.withdrawn !== null) return []
    const { account, exact } = statement.passage
    return [{ id: statement.id, words: exact, account: state.accounts.get(account)?.firstName ?? account }]
  })
}

/** Names and portraits leave only where somebody decided so; those of a minor only on a stated ground. */
function isTold(state: CaseState, card: KnownCard, audience: Audience): boolean {
  if (card.of !== 'name' && card.of !== 'portrait') return true
  const { said } = card as unknown as CardOf<'name'> | CardOf<'portrait'>
  const rank = (of: 'nobody' | Audience) => (of === 'nobody' ? -1 : audiences.indexOf(of))
  if (rank(said.audience) < rank(audience)) return false
  const isMinor = [...oneWith(state, said.participant)].some(
    id => cardOf(state, id, 'participant')?.said.minor !== 'no',
  )
  if (!isMinor) return true
  return card.of === 'name' && (said as CardOf<'name'>['said']).minorGround !== null
}

/** A field that names a card which does not leave is left out; a finding tells an office instead of a name where it states one. */
function leavingCard(
  state: CaseState,
  card: KnownCard,
  leaves: ReadonlySet<CardId>,
  walled: ReadonlySet<string>,
): LeavingCard {
  const said = Object.fromEntries(
    Object.keys(kindOf(card.of).open).map(name => {
      const value = card.said[name] ?? null
      const isLost =
        typeof value === 'string' && ((state.cards.has(value) && !leaves.has(value)) || walled.has(value))
      return [name, isLost ? null : value]
    }),
  )
  const { office } = card.said
  const by = typeof office === 'string' ? office : nameOf(state, card.agent)
  return { id: card.id, of: card.of, said, by, at: card.at }
}

function nameOf(state: CaseState, agent: Agent): string {
  if (agent.kind === 'machine') return `${agent.name} ${agent.version}`
  return state.people.get(agent.person)?.name ?? agent.person
}

/**
 * Words that must not be found in what leaves: names that are not told to this audience, and whatever is private. Taken from the
 * cards as the log has them, so that one that cannot be read is no way round.
 */
function secretsOf(state: CaseState, told: readonly KnownCard[]) {
  const namesOf = (cards: Iterable<Pick<KnownCard, 'said'> & { readonly of: string }>) =>
    [...cards].flatMap(({ of, said }) =>
      of === 'name' && typeof said['name'] === 'string' ? [said['name']] : [],
    )
  const toldNames = namesOf(told)
  const hidden = [...state.hiddenFields.values()].flatMap(({ said }) =>
    Object.values(said).flatMap(value => (Array.isArray(value) ? value : [value])),
  )
  return {
    names: namesOf(state.cards.values()).filter(name => !toldNames.includes(name)),
    told: toldNames,
    hidden: hidden.filter(value => typeof value === 'string'),
  }
}
