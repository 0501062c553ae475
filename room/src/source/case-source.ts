import type { ReadonlySignal } from '@preact/signals'
import type {
  Note,
  RoomInfo,
  TakeAway,
  TakeAwayState,
  TranscriptRead,
  Viewing,
  Work,
} from '@sightline/core/api'
import type {
  AbsentEntry,
  AccountId,
  CaseState,
  Command,
  Entry,
  EntryProblem,
  RecordingId,
  StoredOutput,
} from '@sightline/core/case'
import type { Composition } from '@sightline/core/release'
import type { PreviewState, ReleaseCheck, ReleaseDeskInfo } from '@sightline/core/release-desk'
import type { SoundSpan, Waveform } from '@sightline/core/sound'
import type { LookAlong, PairLook, PairResult, SyncResult } from '@sightline/core/sync'
import type { FrameTimes, MediaMicros } from '@sightline/core/time'

/** One line of the custody log as the room shows it. What cannot be read keeps its place and says why. */
export interface LogLine {
  readonly seq: number
  readonly hash: string
  readonly entry: Entry | AbsentEntry | { readonly type: 'unreadable'; readonly problem: EntryProblem }
}

/** What became of a command. `seq` is the last entry it made: the new revision of what it changed. */
export type Submitted =
  | { readonly kind: 'done'; readonly seq: number }
  /** What it changes was changed meanwhile, by the entry `rev`. */
  | { readonly kind: 'stale'; readonly rev: number | null }
  | { readonly kind: 'refused'; readonly message: string }

/** How the page hears of the case: a release is `still`, a server `live` or, while it does not answer, `lost`. */
export type Link = 'live' | 'lost' | 'still'

export interface SourceAbilities {
  readonly command: boolean
  /** Files can be made for somebody to take away. */
  readonly takeAway: boolean
  /** Sound can be worked on sample by sample, as recordings were received. */
  readonly hear: boolean
  /** The page can check the sealed files that it came with. */
  readonly check: boolean
  /** Views for which this source has nothing. */
  readonly without: readonly string[]
}

/**
 * Where the room takes a case from. Two makers: a server that is asked live, and the files of a release beside the page.
 * Outputs that are not made (yet) are null; what fails for another reason rejects with a `SourceError`.
 */
export interface CaseSource {
  readonly info: RoomInfo
  readonly can: SourceAbilities
  readonly state: ReadonlySignal<CaseState>
  /** Statements that whoever released it put on the cover, with equal weight; a case has its own in its cards. */
  readonly coverStatements: readonly { readonly by: string; readonly text: string }[]
  /** The log in order. The array is added to in place: `state` tells when to look again. */
  readonly log: readonly LogLine[]
  readonly work: ReadonlySignal<Work | null>
  readonly link: ReadonlySignal<Link>
  submit(command: Command): Promise<Submitted>
  frameTimes(id: RecordingId): Promise<FrameTimes | null>
  waveform(id: RecordingId): Promise<Waveform | null>
  soundSpans(id: RecordingId): Promise<readonly SoundSpan[] | null>
  syncResult(): Promise<SyncResult | null>
  /** What each pair of recordings says about the other, of this and earlier runs. */
  syncPairs(): Promise<readonly PairResult[] | null>
  /** Samples of a recording's 8 kHz sound, at most `mostSamples`; fewer at its end, null where none were read. */
  soundSamples(id: RecordingId, from: number, count: number): Promise<Int16Array | null>
  /** The sounds of two recordings compared along a line; null where one has none. */
  pairLook(a: RecordingId, b: RecordingId, along: LookAlong): Promise<PairLook | null>
  /** Thumbnails of a recording in one picture. Asked for only once a person has cleared it. */
  strip(id: RecordingId): Promise<Strip | null>
  /** What the engine suggests of the accounts (core/side-by-side: `Candidates`), as it was stored; null before they are compared. */
  accountCandidates(): Promise<unknown>
  /** The text of an account; null where it was not read. */
  accountText(id: AccountId): Promise<string | null>
  /** What a version of an account says otherwise than an earlier one (core/accounts: `VersionDifference`). */
  accountSince(id: AccountId, earlier: AccountId): Promise<unknown>
  /** Where the file of an account can be looked at as it was received. */
  accountOriginalUrl(id: AccountId): string
  /** What comparing a film or stand-in with recordings came to (core/conform: `EditList`), as it was stored; null before that. */
  editList(id: RecordingId): Promise<unknown>
  /** Takes up the comparison of a film or stand-in, or stops it. */
  compare(id: RecordingId, isWanted: boolean): Promise<void>
  /** The lines of a transcript by their hash (core/transcript: `TranscriptDocument`). */
  transcriptLines(result: string): Promise<unknown>
  /** Reads and stores a file as the transcript of a recording; nothing is entered. Rejects with what was expected and found. */
  readTranscript(id: RecordingId, file: File): Promise<TranscriptRead>
  /** What listening to a recording came to (core/listening: `ListeningResult`). */
  listening(id: RecordingId): Promise<unknown>
  /** Samples of a recording at `heardRate`, of which the first stands `first` samples after media time 0. */
  heardSound(id: RecordingId, first: number, count: number): Promise<Int16Array | null>
  /** What an archive holds, by the hash of its list. */
  archive(listing: string): Promise<ArchiveContents | null>
  /** Asks for files to be made, and gives the number of the request. */
  takeAway(asked: TakeAway): Promise<string>
  takeAwayState(id: string): Promise<TakeAwayState>
  giveUpTakeAway(id: string): Promise<void>
  /** Where a file that was taken away can be fetched, by its hash. */
  takenUrl(sha256: string): string
  /** Private notes of the person who works here. */
  notes(): Promise<readonly Note[]>
  keepNote(note: Note): Promise<void>
  dropNote(id: string): Promise<void>
  mediaUrl(id: RecordingId, version: 'proxy' | 'original'): string
  pictureUrl(id: RecordingId, picture: 'poster' | 'strip'): string
  /** Where a release is composed; null where none can be. */
  releaseDesk(): Promise<ReleaseDesk | null>
  /** Says what is looked at, so that it is made ready first. */
  attend(recordings: readonly RecordingId[]): void
  saw(viewing: Viewing): void
}

/** Composing, previewing and publishing the release of a case. */
export interface ReleaseDesk {
  info(): Promise<ReleaseDeskInfo>
  /** A composition that the case cites, by its hash. */
  composition(sha256: string): Promise<Composition>
  /** Keeps a composition as content, so that an entry can cite it. */
  keep(composition: Composition): Promise<StoredOutput>
  check(composition: Composition): Promise<ReleaseCheck>
  preview(): Promise<PreviewState>
  beginPreview(composition: string): Promise<PreviewState>
  giveUpPreview(): Promise<PreviewState>
  publish(sealed: string, name: string): Promise<PreviewState>
}

/** Thumbnails in rows of `columns`, with the media time of the frame that each shows. */
export interface Strip {
  readonly url: string
  readonly thumb: { readonly width: number; readonly height: number }
  readonly columns: number
  readonly times: readonly MediaMicros[]
}

export interface ArchiveContents {
  readonly entries: readonly {
    readonly name: string
    readonly bytes: number
    readonly isEncrypted: boolean
  }[]
  /** Entries that were counted and not listed. */
  readonly unlisted: number
}

/** A source could not answer. `what` is a key of the catalogue; `detail` is what was found, in the server's words. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly what: 'unreachable' | 'refused' | 'unreadable'
  readonly detail: string

  constructor(what: SourceError['what'], detail: string, options: { cause?: unknown } = {}) {
    super(`${what}: ${detail}`, options)
    this.what = what
    this.detail = detail
  }
}
