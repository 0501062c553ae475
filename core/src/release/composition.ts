import * as z from 'zod/mini'
import { walledFiles } from '../case/cards/index.ts'
import {
  AccountId,
  CardId,
  type CaseState,
  ImpulseLabelId,
  inNameOrder,
  Line,
  MediaMicrosValue,
  MomentId,
  PersonId,
  RecordingId,
  Sha256,
  Text,
  TranscriptId,
} from '../case/index.ts'
import { recordingForms } from './release-document.ts'

/** What is looked for in pictures and sound before they go out, because it is easily overlooked. */
export const incidentals = ['radio-name-checks', 'screens', 'interiors', 'children', 'medical-care'] as const
export type Incidental = (typeof incidentals)[number]

export const exportKinds = ['report', 'moments', 'editors', 'linked-data', 'media'] as const

/** Half-open, in the time of the recording. */
const Part = z
  .strictObject({ from: MediaMicrosValue, to: MediaMicrosValue })
  .check(z.refine(({ from, to }) => from < to, 'a part ends after it begins'))

/** Parts of a recording that go out: in order, none touching the next. */
const Parts = z.array(Part).check(
  z.minLength(1),
  z.maxLength(50),
  z.refine(
    parts => parts.every(({ from }, index) => index === 0 || (parts[index - 1]?.to ?? from) < from),
    'parts stand in the order of time, and none touches the next',
  ),
)

const GoingOutFields = z.strictObject({
  recording: RecordingId,
  as: z.enum(recordingForms),
  /** How readers know it. It is shown instead of the file's own name. */
  title: Line,
  /** The role of who wore the camera, as it may be told. */
  wearer: z.nullable(Line),
  /** Whether what the law wants hidden is hidden, as the one who composed it says. */
  redaction: z.enum(['none-needed', 'done', 'unknown']),
  /** Only these parts of it go out, each widened to whole frames; where this is absent, all of it does. Not for an original. */
  parts: z.optional(Parts),
})

const GoingOut = GoingOutFields.check(
  z.refine(({ as, parts }) => as !== 'original' || parts === undefined, 'an original goes out whole'),
)
export type Part = z.infer<typeof Part>

/** What a person chose to go out, for whom, and in which words. Whatever is not named here stays in the case. */
export const Composition = z.strictObject({
  v: z.literal(1),
  audience: z.enum(['family', 'press', 'public']),
  languages: z.array(z.enum(['en', 'es'])).check(z.minLength(1), z.maxLength(2)),
  organization: z.nullable(Line),
  title: Line,
  /** What a reader is told before anything is shown; null takes that of the case. */
  warning: z.nullable(Text),
  /** Statements that stand on the cover with equal weight: the agency's, the family's. */
  statements: z.array(z.strictObject({ by: Line, text: Text })).check(z.maxLength(20)),
  recordings: z.array(GoingOut).check(z.maxLength(200)),
  /** Null for all that stand on what goes out. */
  moments: z.nullable(z.array(MomentId)),
  /** Null, or absent, for every transcript of what goes out; of each only lines that a named reviewer settled go. */
  transcripts: z.optional(z.nullable(z.array(TranscriptId).check(z.maxLength(1000)))),
  /**
   * Sharp sounds that a named person put a word to: null for every one that what goes out has heard. Where it is absent none go, as in versions from before
   * there was this choice.
   */
  sounds: z.optional(z.nullable(z.array(ImpulseLabelId).check(z.maxLength(1000)))),
  /** Whether the cards of the case file that may leave for this audience go out. */
  caseFile: z.boolean(),
  /** Claims and findings that stay all the same, with every card that speaks of them. */
  staying: z.optional(z.array(CardId)),
  /** Accounts by link and short quotes; `whole` only for the agency's own papers. */
  accounts: z.array(z.strictObject({ account: AccountId, title: Line, whole: z.boolean() })),
  /** The agency's own documents, whole: by the hash of the file as received. */
  documents: z.array(z.strictObject({ file: Sha256, title: Line, rights: Line })),
  /** How those who worked on the case are named; who is not here is told by number. */
  people: z.array(z.strictObject({ person: PersonId, as: Line })),
  withheld: z.array(z.strictObject({ what: Line, reason: Text, citation: z.nullable(Line) })),
  /** What was looked for in everything that goes out, and by whom. */
  lookedFor: z.array(z.strictObject({ what: z.enum(incidentals), by: Line })),
  exports: z.array(z.enum(exportKinds)),
  /** Whether a small copy of each recording goes out beside it, for readers whose lines are slow. */
  smallCopies: z.optional(z.boolean()),
  /** What this version changes, for readers; null in a first version. */
  changes: z.nullable(Text),
  /** What an earlier version held and this one does not, and why. */
  gone: z.array(z.strictObject({ lastIn: z.int().check(z.minimum(1)), what: Line, reason: Text })),
})
export type Composition = z.infer<typeof Composition>

/** Whether a transcript is among those chosen to go out with their recordings. */
export function isTranscriptChosen({ transcripts }: Pick<Composition, 'transcripts'>, id: string): boolean {
  return transcripts == null || transcripts.some(each => each === id)
}

/** Whether a sharp sound that somebody named is among those chosen to go out with the recordings that heard it. */
export function isSoundChosen({ sounds }: Pick<Composition, 'sounds'>, id: string): boolean {
  return sounds === null || (sounds?.some(each => each === id) ?? false)
}

/**
 * What a person can begin from: every recording that is not walled as its review copy, every moment, the case file for the
 * public, accounts by link. Nothing in it is decided: redactions are unknown and nothing was looked for.
 */
export function draftComposition(state: CaseState): Composition {
  const walled = walledFiles(state)
  const last = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  const isOpen = (id: string, name: string) => !walled.has(name) && !walled.has(id)
  const isWatchable = (each: CaseState['recordings'] extends ReadonlyMap<string, infer R> ? R : never) =>
    each.derivations.some(
      made => made.kind === 'made' && made.outputs.some(output => output.name === 'proxy'),
    )
  return {
    v: 1,
    audience: 'public',
    languages: ['en', 'es'],
    organization: null,
    title: state.cover?.title || state.title || 'Release',
    warning: null,
    statements: [],
    recordings: inNameOrder(state)
      .filter(each => isOpen(each.id, each.firstName) && isWatchable(each))
      .map(({ id, firstName, standIn }) => ({
        recording: id,
        as: standIn ? ('stand-in' as const) : ('proxy' as const),
        title: last(firstName).slice(0, 300),
        wearer: null,
        redaction: 'unknown' as const,
      })),
    moments: null,
    sounds: null,
    caseFile: true,
    accounts: [...state.accounts.values()]
      .filter(each => isOpen(each.id, each.firstName))
      .map(({ id, firstName }) => ({ account: id, title: last(firstName).slice(0, 300), whole: false })),
    documents: [],
    people: [],
    withheld: [],
    lookedFor: [],
    exports: [...exportKinds],
    smallCopies: true,
    changes: null,
    gone: [],
  }
}
