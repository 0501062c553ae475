import * as z from 'zod/mini'
import { Sha256 } from '../case/index.ts'

/** What a person wrote for readers: bounded, so that a release stays one that can be read. */
const Words = z.string().check(z.maxLength(8000))
const Short = z.string().check(z.minLength(1), z.maxLength(400))
const Count = z.int().check(z.nonnegative())
const Seq = z.int().check(z.minimum(1))
/** First and last number, both taken in. */
const Seqs = z.array(z.tuple([Seq, Seq]))
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const Path = z.string().check(z.regex(/^data\/[A-Za-z0-9][A-Za-z0-9._/-]*$/))
const Root = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const recordingForms = ['original', 'proxy', 'stand-in'] as const
export type RecordingForm = (typeof recordingForms)[number]

/** A recording as it goes out. `of` is the hash of what it was made from as received; null where that stays in the case. */
const ReleasedRecording = z.strictObject({
  id: z.string().check(z.regex(/^r[1-9]\d*$/)),
  title: Short,
  as: z.enum(recordingForms),
  of: z.nullable(Sha256),
  file: Path,
  sha256: Sha256,
  bytes: Count,
  /** "As received": how the office that releases it came to hold it, where that is known and told. */
  receivedAs: z.enum(['native', 'export', 'published-copy', 'unknown']),
  /** Who made a stand-in, and with which tool. */
  madeWith: z.nullable(Short),
  /** Where only parts of it go out: these, in its own time, and which frames of it they are, counted from 0. */
  parts: z.optional(
    z.array(
      z.strictObject({
        fromMicros: z.int(),
        toMicros: z.int(),
        /** First and last, both taken in; null without pictures. */
        frames: z.nullable(z.tuple([Count, Count])),
      }),
    ),
  ),
  /** A copy of it for slow lines: smaller pictures, the same times. */
  small: z.optional(z.strictObject({ file: Path, sha256: Sha256, bytes: Count })),
})

const ReleasedFile = z.strictObject({ title: Short, file: Path, sha256: Sha256, bytes: Count })

/** What is not in the release, and why, as its owner says. */
const Withheld = z.strictObject({ what: Short, reason: Words, citation: z.nullable(Short) })

/** What an earlier version held and this one does not. It never says by which hash it was known. */
const Tombstone = z.strictObject({ lastIn: Seq, what: Short, reason: Words, on: Day })

/** A stop of the checklist that a person went past, by name and with a reason. */
const Overridden = z.strictObject({ stop: Short, what: Short, by: Short, reason: Words })

/** An earlier version, by the hash of its signed file; `sealedBy` is the number of the log's entry that says so. */
const Earlier = z.strictObject({ version: Seq, sealed: Sha256, sealedBy: z.nullable(Seq) })

/**
 * `release.json`: what a release says of itself. Everything in it is covered by the signature; nothing in it is to be
 * trusted before that is checked against a key from elsewhere.
 */
export const ReleaseDocument = z.strictObject({
  v: z.literal(1),
  tool: Short,
  title: Short,
  version: Seq,
  audience: z.enum(['family', 'press', 'public']),
  languages: z.array(z.enum(['en', 'es'])).check(z.minLength(1)),
  organization: z.nullable(Short),
  /** The day of the last entry that was taken in: a release bears no clock of its own. */
  asOf: Day,
  earlier: z.array(Earlier),
  /** What this version says otherwise than the one before, by a person and as counted; null in a first version. */
  changes: z.nullable(
    z.strictObject({
      words: Words,
      added: z.array(Short),
      removed: z.array(Short),
      replaced: z.array(Short),
    }),
  ),
  tombstones: z.array(Tombstone),
  signer: z.nullable(
    z.strictObject({
      identity: Short,
      /** As `ssh-keygen -l` prints it; to be compared with one published elsewhere. */
      fingerprint: z.string().check(z.regex(/^SHA256:[A-Za-z0-9+/]{43}$/)),
    }),
  ),
  /** Whose time stamp the release was to carry, stated plainly; null where none was asked for. */
  timestamp: z.nullable(Short),
  log: z.strictObject({
    length: Count,
    head: Sha256,
    /** RFC 6962 tree hash over the lines of the log. */
    root: Root,
    /** Bodies that are not in this release. */
    withheld: Seqs,
    /** Bodies that no longer exist. */
    expunged: Seqs,
  }),
  recordings: z.array(ReleasedRecording),
  documents: z.array(ReleasedFile),
  exports: z.array(ReleasedFile),
  counts: z.strictObject({
    moments: Count,
    claims: Count,
    findings: Count,
    accounts: Count,
  }),
  withheld: z.array(Withheld),
  overridden: z.array(Overridden),
})
export type ReleaseDocument = z.infer<typeof ReleaseDocument>

/** The one form in bytes of a `release.json`. */
export function releaseDocumentText(document: ReleaseDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

/** Numbers as ranges of first and last, in order. */
export function rangesOf(numbers: Iterable<number>): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = []
  for (const each of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && each <= last[1] + 1) last[1] = each
    else ranges.push([each, each])
  }
  return ranges
}

/** Whether one of the ranges holds a number; the ranges are in order. */
export function isWithin(ranges: readonly (readonly [number, number])[], wanted: number): boolean {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [from, to] = ranges[middle] as readonly [number, number]
    if (wanted < from) high = middle - 1
    else if (wanted > to) low = middle + 1
    else return true
  }
  return false
}
