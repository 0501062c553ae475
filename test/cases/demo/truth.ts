// What is true of the demo case, for the tests of every engine: schemas of the files in demo/lark-yard/truth and their readers.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'

export const demoFolder = resolve(import.meta.dirname, '../../../demo/lark-yard')
export const demoFiles = join(demoFolder, 'files')

const seconds = z.number()
const Stretch = z.strictObject({ from: seconds, to: seconds })

const Recording = z.strictObject({
  file: z.string(),
  sha256: z.string(),
  sha256OfDrawnFrames: z.optional(z.string()),
  /** Case time of media time 0, and how fast the recorder's clock runs: case = start + media × (1 + driftPpm × 1e-6). */
  start: seconds,
  driftPpm: z.number(),
  frames: z.int(),
  sound: z.nullable(Stretch),
  yardIsHeard: z.optional(z.array(z.tuple([seconds, seconds]))),
  burnedInClock: z.nullable(z.strictObject({ slowBySeconds: seconds })),
  sameTakeAs: z.nullable(z.string()),
})

export const ExerciseTruth = z.strictObject({
  v: z.literal(1),
  about: z.string(),
  wallTimeOfCaseZero: z.iso.datetime(),
  localTime: z.string(),
  recordings: z.array(Recording),
  sounds: z.array(
    z.strictObject({
      kind: z.enum(['blank', 'whistle', 'impact', 'beep', 'radio']),
      label: z.string(),
      at: seconds,
      from: z.tuple([z.number(), z.number(), z.number()]),
      arrives: z.array(
        z.strictObject({ recording: z.string(), caseTime: seconds, mediaTime: seconds, metres: z.number() }),
      ),
    }),
  ),
  speech: z.array(
    z.strictObject({
      speaker: z.string(),
      text: z.string(),
      from: seconds,
      to: seconds,
      words: z.array(z.strictObject({ text: z.string(), from: seconds, to: seconds })),
    }),
  ),
  prop: z.strictObject({
    leavesHand: seconds,
    seen: z.array(z.strictObject({ recording: z.string(), pixels: z.array(z.tuple([seconds, z.int()])) })),
  }),
})
export type ExerciseTruth = z.infer<typeof ExerciseTruth>

const Rect = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** The edited film in the form of `sightline diff --json`. */
export const FilmTruth = z.strictObject({
  v: z.literal(1),
  edited: z.strictObject({ file: z.string(), frames: z.int(), rate: z.tuple([z.int(), z.int()]) }),
  segments: z.array(
    z.strictObject({
      start: z.int(),
      end: z.int(),
      raw: z.string(),
      rawStart: z.int(),
      rate: z.number(),
      layer: z.int(),
      frames: z.optional(z.array(z.int())),
    }),
  ),
  cuts: z.array(z.int()),
  edits: z.array(
    z.strictObject({
      kind: z.string(),
      start: z.int(),
      end: z.int(),
      factor: z.optional(z.number()),
      crop: z.optional(Rect),
      region: z.optional(Rect),
    }),
  ),
  audio: z.array(
    z.strictObject({
      kind: z.enum(['raw', 'other', 'muted', 'voiceover']),
      start: seconds,
      end: seconds,
      raw: z.optional(z.string()),
      rawStart: z.optional(seconds),
    }),
  ),
  leftOut: z.array(z.strictObject({ raw: z.string(), start: z.int(), end: z.int() })),
})

const Said = z.looseObject({ text: z.string() })
const Side = z.strictObject({ account: z.string(), text: z.string() })

export const AccountsTruth = z.strictObject({
  v: z.literal(1),
  about: z.string(),
  accounts: z.record(
    z.string(),
    z.strictObject({
      outlet: z.string(),
      boilerplate: z.array(Said),
      brokenSentence: z.nullable(z.string()),
      quotes: z.array(Said),
      attributions: z.array(Said),
      facts: z.array(Said),
    }),
  ),
  links: z.array(z.looseObject({ matter: z.string(), a: Side, b: Side, differing: z.array(z.string()) })),
  onlyIn: z.array(z.strictObject({ account: z.string(), matter: z.string() })),
  relatedIncident: z.strictObject({ name: z.string(), mentionedIn: z.array(z.string()) }),
})

export const exerciseTruth = () => ExerciseTruth.parse(read('truth/exercise.json'))
export const filmTruth = () => FilmTruth.parse(read('truth/film.json'))
export const accountsTruth = () => AccountsTruth.parse(read('truth/accounts.json'))

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(demoFolder, name), 'utf8'))
}
