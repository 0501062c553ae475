import * as z from 'zod/mini'
import type { Link } from './compare.ts'
import { foldKinds } from './lexicon/boilerplate-rules.ts'
import type { AccountReading } from './read-account.ts'

/** UTF-16 code units into the account's text; half-open. */
const Offset = z.int().check(z.nonnegative())
const Spanned = { start: Offset, end: Offset }

export const relations = ['same', 'detail', 'variant', 'conflict'] as const
export const kinds = ['fact', 'presence', 'attribution'] as const
export const certainties = ['certain', 'inferred', 'unknown'] as const

/** What one account says, as other programs read it. */
export const AccountResult = z.strictObject({
  text: z.string(),
  sha256: z.string(),
  reader: z.string(),
  sentences: z.array(z.strictObject({ ...Spanned, headline: z.boolean() })),
  boilerplate: z.array(z.strictObject({ ...Spanned, kind: z.enum(foldKinds), rule: z.string() })),
  quotes: z.array(
    z.strictObject({
      ...Spanned,
      speaker: z.nullable(z.string()),
      /** What the account calls the speaker there, where that is not their name. Absent from results of earlier versions. */
      called: z.optional(z.nullable(z.string())),
      to: z.nullable(z.string()),
      via: z.nullable(z.string()),
      certainty: z.enum(certainties),
    }),
  ),
  attributions: z.array(
    z.strictObject({
      ...Spanned,
      source: z.string(),
      chain: z.array(z.string()),
      /** The same of each link of the chain. */
      called: z.optional(z.array(z.nullable(z.string()))),
      negated: z.boolean(),
      hedged: z.boolean(),
      recording: z.nullable(z.string()),
      declining: z.boolean(),
    }),
  ),
  facts: z.array(
    z.strictObject({
      ...Spanned,
      type: z.enum(['number', 'time', 'person', 'place']),
      value: z.string(),
      unit: z.nullable(z.string()),
      bound: z.nullable(z.enum(['at least', 'at most', 'about'])),
    }),
  ),
})
export type AccountResult = z.infer<typeof AccountResult>

const LinkEnd = z.strictObject({ account: z.string(), ...Spanned })

export const LinkResult = z.strictObject({
  a: LinkEnd,
  b: LinkEnd,
  relation: z.enum(relations),
  kind: z.enum(kinds),
  differing: z.array(z.string()),
  why: z.array(z.string()),
})
export type LinkResult = z.infer<typeof LinkResult>

/** A reading in the form other programs rely on. `reader` says what made the text out of the file, with its version. */
export function accountResult(reading: AccountReading, sha256: string, reader: string): AccountResult {
  return {
    text: reading.text,
    sha256,
    reader,
    sentences: reading.sentences.map(({ start, end, isHeadline }) => ({ start, end, headline: isHeadline })),
    boilerplate: reading.folds.map(({ start, end, kind, rule }) => ({ start, end, kind, rule })),
    quotes: reading.quotes.map(({ start, end, speaker, to, via, certainty }) => ({
      start,
      end,
      speaker: speaker?.name ?? null,
      called: speaker?.called ?? null,
      to,
      via,
      certainty,
    })),
    attributions: reading.attributions.map(
      ({ start, end, source, chain, called, isNegated, isHedged, recording, isDeclining }) => ({
        start,
        end,
        source,
        chain: [...chain],
        called: [...called],
        negated: isNegated,
        hedged: isHedged,
        recording,
        declining: isDeclining,
      }),
    ),
    facts: reading.facts.map(({ type, start, end, value, unit, bound }) => ({
      start,
      end,
      type,
      value,
      unit,
      bound,
    })),
  }
}

/** A link with the names its accounts go by. */
export function linkResult(link: Link, names: readonly string[]): LinkResult {
  const end = ({ account, start, end: to }: Link['a']) => ({ account: names[account] ?? '', start, end: to })
  return {
    a: end(link.a),
    b: end(link.b),
    relation: link.relation,
    kind: link.kind,
    differing: [...link.differing],
    why: [...link.why],
  }
}
