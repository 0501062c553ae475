import * as z from 'zod/mini'
import { CardId, Line, RecordingId, Sha256, Text } from '../ids.ts'
import { MomentId } from '../nouns/moment.ts'
import { StatementId } from '../nouns/statement.ts'
import { WallReading } from '../wall-reading.ts'

/** A day of some calendar on a wall, without a zone: `2031-05-02`. */
export const Day = z.iso.date()

/** What the cameras had at a span, one line for each recording: kept with a finding as it was computed then. */
export const CoverageLine = z.strictObject({
  recording: RecordingId,
  had: z.enum(['pictures', 'pictures-in-part', 'sound-only', 'not-recording', 'no-place']),
})
export type CoverageLine = z.infer<typeof CoverageLine>

/** How a field is asked for and shown. */
export type FieldIs =
  | 'line'
  | 'text'
  | 'day'
  | 'wall'
  | 'count'
  | 'choice'
  | 'card'
  | 'recording'
  | 'moment'
  | 'moments'
  | 'statement'
  | 'file'
  | 'lines'
  | 'hashes'
  | 'coverage'

/** One thing that a card can say. What nobody stated is null. */
export interface Field<T = unknown> {
  readonly is: FieldIs
  readonly schema: z.ZodMiniType<T>
  readonly isRequired: boolean
  readonly choices: readonly string[]
  /** Of a field that names a card: the kinds it may be of. */
  readonly of: readonly string[]
}

export type Fields = Readonly<Record<string, Field>>
export type SaidBy<F extends Fields> = { readonly [K in keyof F]: z.infer<F[K]['schema']> }

interface Optional<T> extends Field<T | null> {
  readonly base: z.ZodMiniType<T>
}

function optional<T>(
  is: FieldIs,
  base: z.ZodMiniType<T>,
  more: { readonly choices?: readonly string[]; readonly of?: readonly string[] } = {},
): Optional<T> {
  const { choices = [], of = [] } = more
  return { is, base, schema: z.nullable(base) as z.ZodMiniType<T | null>, isRequired: false, choices, of }
}

/** The same field where a card cannot be entered without it. */
export function must<T>({ base, is, choices, of }: Optional<T>): Field<T> {
  return { is, schema: base, isRequired: true, choices, of }
}

const asList = <T>(each: z.ZodMiniType<T>, most: number) =>
  z.array(each).check(z.minLength(1), z.maxLength(most))

export const line = () => optional('line', Line)
export const text = () => optional('text', Text.check(z.minLength(1)))
export const day = () => optional('day', Day)
/** A date and a time of day in a stated zone. */
export const wall = () => optional('wall', WallReading)
export const count = () => optional('count', z.int().check(z.minimum(0), z.maximum(10_000)))
export const lines = () => optional('lines', asList(Line, 50))
export const hashes = () => optional('hashes', asList(Sha256, 200))
export const recording = () => optional('recording', RecordingId)
export const moment = () => optional('moment', MomentId)
export const moments = () => optional('moments', asList(MomentId, 100))
/** A statement of an account that a person took up. */
export const statement = () => optional('statement', StatementId)
/** A name in the folder. */
export const file = () => optional('file', z.string().check(z.minLength(1), z.maxLength(1000)))
export const coverage = () => optional('coverage', asList(CoverageLine, 500))
export const card = (...of: readonly string[]) => optional('card', CardId, { of })
export const choice = <const C extends readonly [string, ...string[]]>(...choices: C) =>
  optional('choice', z.enum(choices), { choices })
