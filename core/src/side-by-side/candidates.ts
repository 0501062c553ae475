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
  /** Ages under 18 that it states of people, by the places of their numbers. Absent from results of earlier versions. */
  minors: z.optional(z.array(z.object({ ...spanned, age: z.number() }))),
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

/** Somebody whom accounts name. That two accounts mean one person is for a person to confirm. */
const PersonCandidate = z.object({
  name: z.string(),
  named: z.array(z.object({ account: AccountId, name: z.string(), roles: z.array(z.string()) })),
  mentions: z.array(End),
  ages: z.array(z.object({ ...End.shape, age: z.number() })),
  isMinor: z.boolean(),
})
export type PersonCandidate = z.infer<typeof PersonCandidate>

/** Words without a name that may mean somebody who is named, with what speaks for it and against it. */
const RoleCandidate = z.object({
  /** Index into `people`. */
  person: z.int().check(z.minimum(0)),
  account: AccountId,
  words: z.string(),
  places: z.array(End),
  why: z.array(z.string()),
  against: z.array(z.string()),
  sure: z.boolean(),
})

/** Excerpts of what may be one utterance, laid over each other: words with the accounts that quote them, and gaps that none quotes across. */
const UtteranceCandidate = z.object({
  excerpts: z.array(End),
  pieces: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('words'), text: z.string(), accounts: z.array(AccountId) }),
      z.object({ kind: z.literal('gap') }),
    ]),
  ),
})
export type UtteranceCandidate = z.infer<typeof UtteranceCandidate>

/** The stored result of a comparison: everything that the engine suggests of the accounts of a case, by their hashes. */
export const Candidates = z.object({
  v: z.literal(1),
  method: z.string(),
  version: z.string(),
  accounts: z.record(z.string(), AccountCandidates),
  links: z.array(LinkCandidate),
  /** Absent from results of earlier versions, like the next two. */
  people: z.optional(z.array(PersonCandidate)),
  utterances: z.optional(z.array(UtteranceCandidate)),
  roles: z.optional(z.array(RoleCandidate)),
  /** Accounts that may be versions of one another. */
  versions: z.array(z.object({ a: AccountId, b: AccountId })),
  /** Accounts that are too long to be compared with each other, with the statements that each has. */
  tooLong: z.optional(
    z.array(z.object({ a: AccountId, b: AccountId, statements: z.tuple([z.int(), z.int()]) })),
  ),
})
export type Candidates = z.infer<typeof Candidates>
