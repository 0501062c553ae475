// What the room and its server say to each other while a release is composed. Only the page that does so reads these schemas.
import * as z from 'zod/mini'
import { Sha256 } from '../case/index.ts'

/** Paths of the release desk, relative to the page; errors as everywhere (`ErrorAnswer`). */
export const releaseRoutes = {
  /** GET → ReleaseDeskInfo */
  desk: 'api/release',
  /** POST Composition → StoredOutput: keeps it as content, and enters nothing */
  compositions: 'api/release/compositions',
  /** GET → Composition: one that the case cites as draft, as approved, or as sealed */
  composition: (sha256: string) => `api/release/compositions/${sha256}`,
  /** POST Composition → ReleaseCheck */
  check: 'api/release/check',
  /** GET → PreviewState; POST PreviewAsked → PreviewState: has it built; DELETE gives it up or takes it away */
  preview: 'api/release/preview',
  /** POST PublishAsked → PreviewState */
  publish: 'api/release/publish',
} as const

/** With what this room could seal, as the operator who started it said. */
export const ReleaseDeskInfo = z.strictObject({
  v: z.literal(1),
  /** The key whose name the release bears; null where the case knows none and the room was given none. */
  signer: z.nullable(z.strictObject({ identity: z.string(), fingerprint: z.string() })),
  /** Whether the room has the key itself, and not only its name. */
  holdsKey: z.boolean(),
  /** Whose time stamp it would bear; null for none. */
  stampedBy: z.nullable(z.string()),
  /** The folder on the server in which releases are written; null where the room writes none. */
  into: z.nullable(z.string()),
  /** The case, as the command line takes it. */
  caseDir: z.string(),
  /** Where the files lie as received, if the command line has to be told. */
  folder: z.nullable(z.string()),
})
export type ReleaseDeskInfo = z.infer<typeof ReleaseDeskInfo>

/** One stop of the checklist, and the number of the entry by which a named person went past it. */
const CheckedStop = z.strictObject({
  code: z.string(),
  what: z.string(),
  about: z.nullable(z.string()),
  mayBeOverridden: z.boolean(),
  override: z.nullable(z.string()),
})
export type CheckedStop = z.infer<typeof CheckedStop>

const Titles = z.array(z.string())

export const ReleaseCheck = z.strictObject({
  version: z.number(),
  stops: z.array(CheckedStop),
  /** What it holds otherwise than the version before, by title; null in a first one. */
  changes: z.nullable(z.strictObject({ added: Titles, removed: Titles, replaced: Titles })),
})
export type ReleaseCheck = z.infer<typeof ReleaseCheck>

export const PreviewAsked = z.strictObject({ composition: Sha256 })
/** `sealed` is what was looked at: nothing else is published. `name` is that of a new folder. */
export const PublishAsked = z.strictObject({
  sealed: Sha256,
  name: z
    .string()
    .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'expected a name of letters, digits, . _ -')),
})
export type PublishAsked = z.infer<typeof PublishAsked>

const Failure = z.strictObject({ code: z.string(), message: z.string() })

const Made = {
  /** Where it is looked at. */
  address: z.string(),
  composition: Sha256,
  version: z.number(),
  /** SHA-256 of the one file that would be signed: the name of these very bytes. */
  sealed: Sha256,
  files: z.number(),
  bytes: z.number(),
  /** Places in words that were to go out at which something private was taken out. */
  withheldWords: z.number(),
  /** Whether it is of what is approved, and nothing was entered since that could change it. */
  isCurrent: z.boolean(),
  /** Why publishing it did not succeed, the last time somebody tried. */
  failure: z.nullable(Failure),
}

/** The one release that is being made to be looked at or published. */
export const PreviewState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('making'),
    what: z.enum(['preview', 'release']),
    files: z.number(),
    bytes: z.number(),
  }),
  z.strictObject({ kind: z.literal('made'), ...Made }),
  z.strictObject({ kind: z.literal('published'), ...Made, folder: z.string() }),
  z.strictObject({ kind: z.literal('failed'), failure: Failure }),
])
export type PreviewState = z.infer<typeof PreviewState>
