import type {
  AccountGroup,
  AccountId,
  Dismissal,
  LinkRelation,
  Matter,
  Parting,
  Statement,
  StatementKind,
  StatementLink,
  StatementSource,
} from '../case/index.ts'

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
}

/** What people entered about words that are not in the text any more (a newer reader made another), so that nobody loses it unseen. */
export interface Unfound {
  readonly account: AccountId
  readonly words: string
  readonly id: string
}

/** A candidate that a person set aside, for the list of these. */
export interface SetAside {
  readonly dismissal: Dismissal
  /** The candidate as the engine suggests it still; null where it does not any more. */
  readonly statement: ShownStatement | null
  readonly link: ShownLink | null
}
