import { SightlineError } from '@sightline/core/errors'

/** Whether an error says something of the file that was given, and not of this machine or of our work. */
export function isAboutTheFile(error: unknown): error is SightlineError {
  return (
    error instanceof SightlineError &&
    /^(intake|media)\./.test(error.code) &&
    error.code !== 'media.missing-tool'
  )
}
