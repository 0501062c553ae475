import * as z from 'zod/mini'
import { CaseMicrosValue, Line, MediaMicrosValue, Text } from '../case/index.ts'

const Embeddable = z.strictObject({
  id: z.string().check(z.regex(/^r[1-9]\d*$/)),
  title: Line,
  /** Files from the page on. */
  media: z.string(),
  small: z.nullable(z.string()),
  captions: z.nullable(z.strictObject({ file: z.string(), language: z.nullable(z.string()) })),
  /** What a viewer is told before this one is shown; null where nobody warned of it alone. */
  warning: z.nullable(Text),
  isSound: z.boolean(),
  /** In the recording's own time, which the file counts from 0 where it holds only parts. */
  start: MediaMicrosValue,
  end: MediaMicrosValue,
  countsFromStart: z.boolean(),
  /** The map from its own time to the clock of the case; null without a place. */
  clock: z.nullable(
    z
      .array(z.strictObject({ from: MediaMicrosValue, start: CaseMicrosValue, driftPpm: z.number() }))
      .check(z.minLength(1)),
  ),
})
export type Embeddable = z.infer<typeof Embeddable>

/** What the small page knows that other pages take in: each recording, to be shown by itself. */
export const EmbedList = z.strictObject({
  v: z.literal(1),
  title: Line,
  version: z.int(),
  warning: z.nullable(Text),
  recordings: z.array(Embeddable),
})
export type EmbedList = z.infer<typeof EmbedList>
