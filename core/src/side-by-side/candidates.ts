import * as z from 'zod/mini'
import { AccountId } from '../case/index.ts'

const Offset = z.int().check(z.minimum(0))
const spanned = { start: Offset, end: Offset }

export const certainties = ['certain', 'inferred', 'unknown'] as const

/** What the engine read out of one account. Fields that a later engine adds are passed over. */
const AccountCandidates = z.object({
  sentences: z.array(z.object({ ...spanned, headline: z.boolean() })),
  boilerplate: z.array(z.object({ ...spanned, kind: z.string(), rule: z.string() })),
  quotes: z.array(
    z.object({
      ...spanned,
      speaker: z.nullable(z.string()),
      to: z.nullable(z.string()),
      via: z.nullable(z.string()),
      certainty: z.enum(certainties),
    }),
  ),
  attributions: z.array(
    z.object({
      ...spanned,
      chain: z.array(z.string()),
      negated: z.boolean(),
      hedged: z.boolean(),
      recording: z.nullable(z.string()),
      declining: z.boolean(),
    }),
  ),
})
export type AccountCandidates = z.infer<typeof AccountCandidates>

const End = z.object({ account: AccountId, ...spanned })

const LinkCandidate = z.object({
  a: End,
  b: End,
  relation: z.enum(['same', 'detail', 'variant', 'conflict']),
  kind: z.string(),
  differing: z.array(z.string()),
  why: z.array(z.string()),
})
export type LinkCandidate = z.infer<typeof LinkCandidate>

/** The stored result of a comparison: everything that the engine suggests of the accounts of a case, by their hashes. */
export const Candidates = z.object({
  v: z.literal(1),
  method: z.string(),
  version: z.string(),
  accounts: z.record(z.string(), AccountCandidates),
  links: z.array(LinkCandidate),
  /** Accounts that may be versions of one another. */
  versions: z.array(z.object({ a: AccountId, b: AccountId })),
})
export type Candidates = z.infer<typeof Candidates>
