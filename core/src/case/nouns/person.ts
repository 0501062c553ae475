import * as z from 'zod/mini'
import type { Revised } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { Line, PersonId } from '../ids.ts'

/** Who did it: a person named in the case, or a program by name and version. */
export const Agent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: PersonId }),
  z.strictObject({ kind: z.literal('machine'), name: z.string(), version: z.string() }),
])
export type Agent = z.infer<typeof Agent>

export interface Person extends Revised {
  readonly id: PersonId
  /** Null when the body that held the name was withheld or expunged. */
  readonly name: string | null
}

export const personEntries = {
  'person-named': z.strictObject({
    v: z.literal(1),
    person: PersonId,
    name: Line,
    basis: z.literal('self-declared'),
  }),
} as const

export const personFolds: Folds<typeof personEntries> = {
  'person-named': (draft, { seq, detail: { person, name } }) => {
    own(draft, 'people').set(person, { id: person, name, rev: seq })
  },
}
