import * as z from 'zod/mini'
import { Line, Text } from './ids.ts'

export const receivedAs = ['native', 'export', 'published-copy', 'unknown'] as const

/** How a recording came to be held. Every field may be unknown (null), and says so on the screen. */
export const Provenance = z.strictObject({
  receivedAs: z.enum(receivedAs),
  supplier: z.nullable(Line),
  receivedOn: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  authority: z.nullable(Line),
  caseNumber: z.nullable(Line),
  evidenceNumber: z.nullable(Line),
  device: z.nullable(Line),
  wearer: z.nullable(Line),
  note: z.nullable(Text),
})
export type Provenance = z.infer<typeof Provenance>

export const unknownProvenance: Provenance = {
  receivedAs: 'unknown',
  supplier: null,
  receivedOn: null,
  authority: null,
  caseNumber: null,
  evidenceNumber: null,
  device: null,
  wearer: null,
  note: null,
}
