// What the room sends. Only the server reads it, so the room's script does without these schemas.
import * as z from 'zod/mini'
import { Command } from '../case/commands.ts'
import {
  AccountId,
  CaseMicrosValue,
  MediaMicrosValue,
  RecordingId,
  Sha256,
  TranscriptId,
} from '../case/index.ts'

export const CommandRequest = z.strictObject({ command: Command })

export const Attention = z.strictObject({ recordings: z.array(RecordingId).check(z.maxLength(500)) })
export type Attention = z.infer<typeof Attention>

export const Viewing = z.discriminatedUnion('saw', [
  z.strictObject({ saw: z.literal('room') }),
  z.strictObject({
    /** `film`: an edited film, in the page where it is held against the recordings. */
    saw: z.enum(['recording', 'film']),
    recording: RecordingId,
    /** `samples` is its 8 kHz sound, heard beside another's. */
    version: z.enum(['original', 'proxy', 'samples']),
  }),
  /** `statements` stand beside those of other accounts; `text` is the whole of it, `original` its file as received. */
  z.strictObject({
    saw: z.literal('account'),
    account: AccountId,
    as: z.enum(['statements', 'text', 'original']),
  }),
  /** A release before it was sealed, by the name of its bytes: its page, or a recording in it. */
  z.strictObject({ saw: z.literal('preview'), sealed: Sha256, file: z.string().check(z.maxLength(200)) }),
])
export type Viewing = z.infer<typeof Viewing>

const Viewed = z.array(z.string().check(z.maxLength(80))).check(z.maxLength(12))

/** What is to be made for somebody to take away. Spans of a clip are at most ten minutes long. */
export const TakeAway = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('still'),
    recording: RecordingId,
    /** Media time at which the frame begins. */
    at: MediaMicrosValue,
    /** How the picture was changed on the screen, in words; none of it is in the still. */
    viewedWith: Viewed,
  }),
  z.strictObject({
    what: z.enum(['contact-sheet', 'clip']),
    recording: RecordingId,
    from: CaseMicrosValue,
    to: CaseMicrosValue,
    viewedWith: Viewed,
  }),
  z.strictObject({
    what: z.literal('grid-clip'),
    recordings: z.array(RecordingId).check(z.minLength(1), z.maxLength(9)),
    from: CaseMicrosValue,
    to: CaseMicrosValue,
    viewedWith: Viewed,
  }),
  z.strictObject({ what: z.literal('moments'), as: z.enum(['csv', 'vtt', 'annotations']) }),
  /** Sharp sounds that people named, with where each recording heard them. */
  z.strictObject({ what: z.literal('sounds'), as: z.literal('csv') }),
  /** The case file for one audience: a page to print, a table, or JSON-LD. */
  z.strictObject({
    what: z.literal('case-file'),
    as: z.enum(['report', 'csv', 'jsonld']),
    audience: z.enum(['family', 'press', 'public']),
    language: z.enum(['en', 'es']),
  }),
  /** One transcript; settled lines alone, or all of them, for work. */
  z.strictObject({
    what: z.literal('transcript'),
    transcript: TranscriptId,
    as: z.enum(['webvtt', 'srt', 'csv', 'json']),
    only: z.enum(['settled', 'all']),
  }),
  /** Captions as WebVTT: of one recording in its own time, or of the whole case on its clock. */
  z.strictObject({
    what: z.literal('captions'),
    recording: z.nullable(RecordingId),
    only: z.enum(['settled', 'all']),
  }),
  /** An edited film made again from the recordings and held against itself. */
  z.strictObject({ what: z.literal('film-proof'), film: RecordingId }),
  /** The lines of a film that people have accepted, corrected or added. */
  z.strictObject({ what: z.literal('edit-lines'), film: RecordingId, as: z.enum(['csv', 'edl', 'otio']) }),
  z.strictObject({ what: z.literal('accounts'), as: z.enum(['csv', 'annotations', 'claims']) }),
])
export type TakeAway = z.infer<typeof TakeAway>
