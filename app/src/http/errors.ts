import type { ErrorAnswer } from '@sightline/core/api'
import { type ErrorCode, SightlineError } from '@sightline/core/errors'
import type { FastifyError } from 'fastify'

/** The one place where codes become HTTP statuses. */
const statuses = {
  'usage.wrong': 400,
  'http.refused': 403,
  'case.unknown': 404,
  'case.stale': 409,
  'case.locked': 409,
  'case.damaged': 500,
  'case.version': 500,
  'store.full': 507,
  'store.failed': 500,
  'store.damaged': 500,
  'intake.unreadable': 410,
  'intake.changing': 409,
  'intake.empty': 410,
  'intake.not-a-file': 410,
  'intake.unrecognised': 415,
  'media.unreadable': 415,
  'media.unsupported': 415,
  'media.failed': 500,
  'media.timeout': 504,
  'media.missing-tool': 500,
  'transcript.unreadable': 415,
  'accounts.uncompared': 500,
  'release.key': 500,
  'release.changed': 409,
  'release.stamp': 502,
  'release.stopped': 409,
  'release.differs': 409,
  cancelled: 503,
} as const satisfies Record<ErrorCode, number>

export interface Failure {
  readonly status: number
  readonly answer: ErrorAnswer
}

/** What a client is told of an error. What is not ours is told without detail: the log has it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof SightlineError) {
    const { noun, rev } = error.detail
    const answer: ErrorAnswer = {
      error: {
        code: error.code,
        message: error.message,
        ...(typeof noun === 'string' ? { noun } : {}),
        ...(typeof rev === 'number' ? { rev } : {}),
      },
    }
    return { status: statuses[error.code as ErrorCode], answer }
  }
  const status = (error as Partial<FastifyError>).statusCode ?? 500
  const message =
    status < 500 && error instanceof Error ? error.message : 'the room met an error that it did not expect'
  return { status, answer: { error: { code: status < 500 ? 'usage.wrong' : 'internal', message } } }
}
