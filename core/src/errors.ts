/** Every code Sightline can raise, each with one line of meaning. Messages may change; codes may not. */
export const errorCodes = {
  'usage.wrong': 'the command line or request does not have the form that is expected',
  'case.locked': 'another process has this case open',
  'case.stale': 'the case changed after the person last saw what the command changes',
  'case.unknown': 'a command names something that is not in the case',
  'case.damaged': 'the custody log or a stored file does not agree with its hash',
  'case.version': 'the record was written by a newer version of Sightline',
  'store.full': 'there is no space left for the case folder',
  'store.failed': 'the case folder could not be written or read',
  'store.damaged': 'a file that belongs to the program is not as it was published',
  'intake.unreadable': 'a file could not be opened or read',
  'intake.changing': 'a file changed while it was being read',
  'intake.empty': 'a file holds no bytes',
  'intake.not-a-file': 'a name stands for a link, pipe, socket or device, which is listed and never followed',
  'intake.unrecognised': 'the content of a file is none of the kinds that are known',
  'media.unreadable': 'a media file could not be opened as what it appears to be',
  'media.unsupported': 'a media file is of a kind that is deliberately not opened',
  'media.failed': 'the media tool ended with an error',
  'media.timeout': 'the media tool did not finish in the time allowed',
  'media.missing-tool': 'ffmpeg or ffprobe is not installed',
  'transcript.unreadable': 'a file brought as a transcript is none of the forms that are read',
  'accounts.uncompared': 'the accounts of a case could not be compared',
  'release.key': 'a key file is not one that releases can be sealed with',
  'release.changed': 'a release that was built is no longer as it was built, and so is not sealed',
  'release.stamp': 'no time stamp could be had for a release',
  'release.stopped': 'a release lacks something, and nobody went on by name and reason',
  'release.differs': 'what was to be sealed is not what was previewed',
  'http.refused': 'a request did not come from this room',
  cancelled: 'the work was cancelled',
} as const satisfies Record<string, string>

export type ErrorCode = keyof typeof errorCodes

/** Flat facts for a log line: no secrets and no personal data. */
export type Detail = Readonly<Record<string, string | number | boolean | null>>

/** The one error class: a stable code, a sentence saying what was expected and found, and the cause. */
export class SightlineError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'SightlineError'
  readonly code: C
  readonly detail: Detail

  constructor(code: C, message: string, options: { cause?: unknown; detail?: Detail } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : {})
    this.code = code
    this.detail = options.detail ?? {}
  }
}

/** Stops on a programming mistake. `what` says what must hold. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${what}`)
}

/** Closes a switch over a union: the compiler refuses the call while an arm is missing. */
export function never(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
