import { type CaseMicros, caseMicros, decimalFromMicros, microsFromDecimal } from '@sightline/core/time'

/** What a link's hash asks for: an instant, exact to the microsecond, and an angle by its recording's first name. */
export interface DeepLink {
  readonly time: CaseMicros | null
  readonly angle: string | null
}

/** Reads `#t=12.034567&angle=cam%20A.mp4`. What is malformed counts as not asked for. */
export function readHash(hash: string): DeepLink {
  let time: CaseMicros | null = null
  let angle: string | null = null
  for (const part of hash.replace(/^#/, '').split('&')) {
    const equals = part.indexOf('=')
    const name = part.slice(0, equals)
    const value = decoded(part.slice(equals + 1))
    if (equals < 0 || value === null) continue
    if (name === 't') {
      const micros = microsFromDecimal(value)
      time = micros === null ? null : caseMicros(micros)
    } else if (name === 'angle') angle = value
  }
  return { time, angle }
}

/** Writes the hash that `readHash` reads back unchanged. */
export function writeHash({ time, angle }: DeepLink): string {
  const parts = [
    ...(time === null ? [] : [`t=${decimalFromMicros(time)}`]),
    ...(angle === null ? [] : [`angle=${encodeURIComponent(angle)}`]),
  ]
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
