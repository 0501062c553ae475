export type Relation = 'same' | 'detail' | 'variant' | 'conflict'
export type Kind = 'fact' | 'presence' | 'attribution'

/** What two statements on one matter are to each other, and why. A conflict is a candidate for a person to look at. */
export interface Related {
  readonly relation: Relation
  readonly kind: Kind
  readonly differing: readonly string[]
  readonly why: readonly string[]
}

export interface Found extends Related {
  /** The strongest finding names the pair. */
  readonly rank: number
}

/** Two statements of different accounts on one matter. Everything about it is a candidate. */
export interface Link {
  readonly a: { readonly account: number; readonly start: number; readonly end: number }
  readonly b: { readonly account: number; readonly start: number; readonly end: number }
  readonly relation: Relation
  readonly kind: Kind
  readonly differing: readonly string[]
  readonly why: readonly string[]
}
