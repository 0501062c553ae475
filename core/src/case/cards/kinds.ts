import * as z from 'zod/mini'
import { claimKinds } from './claims.ts'
import type { Fields, SaidBy } from './field.ts'
import { holdingKinds } from './holdings.ts'
import type { Kind } from './kind.ts'
import { peopleKinds } from './people.ts'
import { proceedingKinds } from './proceedings.ts'
import { releaseKinds } from './release.ts'

/** Every kind of card of the case file. A field is never taken away or given another meaning; new ones are optional. */
export const cardKinds = {
  ...peopleKinds,
  ...claimKinds,
  ...proceedingKinds,
  ...holdingKinds,
  ...releaseKinds,
} as const

export type CardKind = keyof typeof cardKinds
export type CardSaid<K extends CardKind> = SaidBy<(typeof cardKinds)[K]['open']>
export type CardHidden<K extends CardKind> = SaidBy<(typeof cardKinds)[K]['hidden']>

export const cardKindNames = Object.keys(cardKinds) as readonly CardKind[]
export const CardKindName = z.enum(cardKindNames as unknown as [CardKind, ...CardKind[]])

/** A kind as the code that treats all alike sees it. */
export function kindOf(name: CardKind): Kind {
  return cardKinds[name] as unknown as Kind
}

export function fieldsOf(name: CardKind, isHidden: boolean): Fields {
  return isHidden ? kindOf(name).hidden : kindOf(name).open
}

/** All fields of a card, with null for what nobody stated. */
export function filled(fields: Fields, said: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(fields).map(name => [name, said[name] ?? null]))
}
