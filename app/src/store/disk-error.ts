import { SightlineError } from '@sightline/core/errors'

/** What the system says when a write finds no room: the disk, the quota, or the largest file it allows. */
const noSpace = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** The system's short name of an error ("ENOENT"), or null. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Does work on the disk, and turns what it throws into 'store.full' or 'store.failed' that names `path`. */
export async function onDisk<T>(path: string, doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw diskError(path, doing, cause)
  }
}

/** The error for a failure while `doing` ("writing") something at `path`. An error of ours is passed on as it is. */
export function diskError(path: string, doing: string, cause: unknown): SightlineError {
  if (cause instanceof SightlineError) return cause
  const code = systemCode(cause)
  if (code !== null && noSpace.has(code)) return fullError(path, cause)
  const found = cause instanceof Error ? cause.message : String(cause)
  return new SightlineError('store.failed', `${doing} ${path} failed: ${found}`, {
    cause,
    detail: { code },
  })
}

/** The error for a disk, a quota or a file limit that leaves no room for what is written to `path`. */
export function fullError(path: string, cause: unknown): SightlineError<'store.full'> {
  return new SightlineError(
    'store.full',
    `there is no space left to write ${path}; what was saved before is kept, and nothing half-written is`,
    { cause },
  )
}
