import type {
  AccountGroup,
  AccountId,
  Agent,
  CardId,
  Dismissal,
  LinkRelation,
  Matter,
  Parting,
  StatedDay,
  Statement,
  StatementKind,
  StatementLink,
  StatementSource,
} from '../case/index.ts'
import type { CountedDays, CountedFrom, RelativeTime } from './relative-times.ts'

/** Where a thing in the view comes from: a machine suggests it, or people say so. */
export type Origin<Held> = { readonly kind: 'candidate' } | { readonly kind: 'taken-up'; readonly held: Held }

/** Whom a statement goes back to, and whether a person says so or a machine. */
export interface ShownSource extends StatementSource {
  readonly by: 'person' | 'machine'
  /** How sure the machine is of the speaker; null where a person says so. */
  readonly certainty: 'certain' | 'inferred' | 'unknown' | null
}

/** A statement or quote as it stands in the text that is shown. Places are UTF-16 code units, half-open. */
export interface ShownStatement {
  /** The same for the same words at the same place in one text. */
  readonly key: string
  readonly kind: StatementKind
  readonly group: AccountId
  readonly start: number
  readonly end: number
  readonly isHeadline: boolean
  readonly source: ShownSource | null
  readonly origin: Origin<Statement>
  /** Set where a person parted the text otherwise than the machine did. */
  readonly parting: Parting | null
  /** What people had taken up of its words before these were parted: it stands in its parts now. */
  readonly partedFrom: readonly Statement[]
}

export interface ShownLink {
  readonly key: string
  readonly a: ShownStatement
  readonly b: ShownStatement
  readonly relation: LinkRelation
  /** The words that differ, of a and of b, as the engine names them; empty where it names none. */
  readonly differing: readonly string[]
  readonly why: readonly string[]
  readonly origin: Origin<StatementLink>
}

/** From which day an account's relative times are counted, and who says so. */
export interface DayAnchor {
  readonly day: string
  /** The time of day, `14:03`; null where nobody stated it. */
  readonly time: string | null
  /** As a person stated it with a reason; null where it is the day that the account bears, as a person described it. */
  readonly stated: StatedDay | null
  readonly agent: Agent
  readonly at: string
}

/** Words of an account that tell a time relatively, or of which a person has stated the day. Places are UTF-16 code units, half-open. */
export interface ShownDay {
  /** The same for the same words at the same place in one text. */
  readonly key: string
  readonly group: AccountId
  readonly start: number
  readonly end: number
  readonly words: string
  /** How a rule counts them; null where only a person says what they mean. */
  readonly counted: RelativeTime['counted'] | null
  /** True within a quote: who spoke may have spoken on another day than the one on which the account was written. */
  readonly isQuoted: boolean
  readonly means:
    | { readonly kind: 'stated'; readonly stated: StatedDay }
    | { readonly kind: 'counted'; readonly comesTo: CountedDays; readonly from: DayAnchor }
    /** Nothing is told of it until somebody states the day it is counted from, or what it means. */
    | { readonly kind: 'open'; readonly lacks: CountedFrom | 'no-number' | 'names-its-own' }
}

interface Place {
  readonly group: AccountId
  readonly start: number
  readonly end: number
}

/** Somebody whom accounts name, as the engine suggests. That two accounts mean one person is for people to say. */
export interface ShownPerson {
  readonly key: string
  /** The fullest of the names. */
  readonly name: string
  readonly named: readonly {
    readonly group: AccountId
    readonly name: string
    readonly roles: readonly string[]
  }[]
  readonly mentions: readonly Place[]
  /** Ages that accounts state; two may differ. */
  readonly ages: readonly (Place & { readonly age: number })[]
  /** True when any account states an age under 18. */
  readonly isMinor: boolean
  /** Participants of the case file to whom people have put the same words. */
  readonly participants: readonly CardId[]
  /** Everything that people have put to those participants: names, and descriptions such as "the grandmother". */
  readonly labels: readonly ShownLabel[]
}

/** Words by which an account may mean somebody whom accounts name: a candidate of a rule. Whom they mean is for people to say. */
export interface ShownCalling {
  readonly key: string
  /** The key of the person. */
  readonly person: string
  readonly group: AccountId
  /** As they stand at the first place. */
  readonly words: string
  readonly places: readonly Place[]
  readonly why: readonly CallingReason[]
  readonly against: readonly CallingReason[]
  /** Hardly anybody else can be meant. That they are one is for people to say all the same. */
  readonly isSure: boolean
}

/** What speaks for or against words meaning somebody: its kind, and what the kind is of ("office", "mayor"). */
export interface CallingReason {
  readonly kind:
    | 'quote'
    | 'office'
    | 'only'
    | 'kin'
    | 'age'
    | 'act'
    | 'report'
    | 'several'
    | 'called'
    | 'other'
  readonly of: string
}

/** Words that people have put to a participant, as a card of the case file. */
export interface ShownLabel {
  readonly card: CardId
  readonly rev: number
  readonly words: string
  readonly usedBy: string
  readonly participant: CardId
}

/** A source that one account tells by description and not by name: "a former inmate". Whom it means is for people to say. */
export interface ShownDescribed {
  readonly key: string
  readonly group: AccountId
  readonly words: string
  /** The statements and quotes that go back to it, in the order of the text. */
  readonly statements: readonly ShownStatement[]
  readonly participants: readonly CardId[]
  readonly labels: readonly ShownLabel[]
}

/** Excerpts of what may be one utterance, laid together. */
export interface ShownUtterance {
  readonly key: string
  readonly excerpts: readonly Place[]
  readonly pieces: readonly (
    | { readonly kind: 'words'; readonly text: string; readonly groups: readonly AccountId[] }
    /** What was said here, if anything, none of the accounts tells. */
    | { readonly kind: 'gap' }
  )[]
}

/** What a row is: its most telling link, a matter that a person named and nobody linked, or a statement that stands alone. */
export const rowKinds = ['conflict', 'attribution', 'variant', 'detail', 'same', 'matter', 'alone'] as const
export type RowKind = (typeof rowKinds)[number]

/** What the accounts say on one matter, side by side. */
export interface Row {
  readonly key: string
  readonly kind: RowKind
  readonly matter: Matter | null
  /** Terms or issues that brought the statements together, as the engine names them. */
  readonly about: readonly string[]
  /** In the order of the accounts, and of the text within one. */
  readonly statements: readonly ShownStatement[]
  readonly links: readonly ShownLink[]
}

export interface ShownFold {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly rule: string
}

/** One account as a column: its text, what stands around it, and its statements in order. */
export interface Column {
  readonly group: AccountGroup
  readonly text: string
  readonly folds: readonly ShownFold[]
  readonly statements: readonly ShownStatement[]
  readonly quotes: readonly ShownStatement[]
  /** Ages under 18 that it states of people, by the places of their numbers. */
  readonly minors: readonly { readonly start: number; readonly end: number; readonly age: number }[]
  /** Times told relatively, in order. */
  readonly days: readonly ShownDay[]
}

/** What people entered about words that are not in the text any more (a newer reader made another), so that nobody loses it unseen. */
export interface Unfound {
  readonly account: AccountId
  readonly words: string
  readonly id: string
}

/** A candidate that a person set aside, for the list of these. Words said not to mean somebody are told from their entry. */
export interface SetAside {
  readonly dismissal: Dismissal
  /** The candidate as the engine suggests it still; null where it does not any more. */
  readonly statement: ShownStatement | null
  readonly link: ShownLink | null
}
