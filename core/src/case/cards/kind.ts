import type { Fields, SaidBy } from './field.ts'

/** One kind of card: what it says, what of it stays private, and what has to hold of it. */
export interface Kind<O extends Fields = Fields, P extends Fields = Fields> {
  readonly open: O
  /** Kept in entries and in a collection of their own, which no export is given. */
  readonly hidden: P
  /** A card that stands as made: a change of mind is another card. */
  readonly isFixed: boolean
  /** Whether it may leave the case at all, be searched and be printed. */
  readonly leaves: boolean
  /** Why it cannot be said so, or null. */
  readonly wrong: (said: SaidBy<O>) => string | null
}

interface More<O extends Fields, P extends Fields> {
  readonly hidden?: P
  readonly isFixed?: true
  readonly leaves?: false
  readonly wrong?: (said: SaidBy<O>) => string | null
}

export function kind<O extends Fields, P extends Fields = Record<never, never>>(
  open: O,
  more: More<O, P> = {},
): Kind<O, P> {
  const { hidden, isFixed, leaves, wrong } = more
  return {
    open,
    hidden: hidden ?? ({} as P),
    isFixed: isFixed ?? false,
    leaves: leaves ?? true,
    wrong: wrong ?? (() => null),
  }
}
