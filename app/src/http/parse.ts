import { SightlineError } from '@sightline/core/errors'
import * as z from 'zod/mini'

/** Reads what a request brought. Throws 'usage.wrong' with what was expected. */
export function parse<T extends z.ZodMiniType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new SightlineError(
    'usage.wrong',
    `the request has not the form expected: ${z.prettifyError(parsed.error)}`,
  )
}
