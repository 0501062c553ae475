import { randomBytes, timingSafeEqual } from 'node:crypto'
import { SightlineError } from '@sightline/core/errors'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The secret of one run of the room. Whoever has the printed address has the room; nobody else does. */
export interface RoomKey {
  readonly token: string
  readonly cookie: string
}

export function newRoomKey(port: number): RoomKey {
  // Cookies of 127.0.0.1 are shared between ports, so each room's carries its port in the name.
  return { token: randomBytes(24).toString('base64url'), cookie: `sightline-${port}` }
}

/** Scripts, styles, fonts and media from the room itself and nothing from anyone else. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const safeHeaders = {
  'content-security-policy': contentPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

/**
 * Refuses whatever does not come from this room: a foreign Host (DNS rebinding), a foreign or missing Origin on writes
 * (any web page can post to 127.0.0.1), and requests without the room's key. Throws 'http.refused'.
 */
export function guardRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  hosts: ReadonlySet<string>,
  key: RoomKey,
): void {
  const host = request.headers.host ?? ''
  if (!hosts.has(host)) throw refusal('expected a request for this room by its own address')
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isOpening(request)) {
    throw refusal('expected a request of this room, found one of another page')
  }
  const isWrite = request.method !== 'GET' && request.method !== 'HEAD'
  const origin = request.headers.origin
  if (isWrite ? origin !== `http://${host}` : origin !== undefined && origin !== `http://${host}`) {
    throw refusal('expected the Origin of this room')
  }
  const given = tokenOf(request)
  if (given !== null && isEqual(given, key.token)) {
    // Lax, so that a link to an instant opened from a letter finds the room; writes are guarded by their Origin.
    reply.header('set-cookie', `${key.cookie}=${key.token}; Path=/; HttpOnly; SameSite=Lax`)
    return
  }
  if (!isEqual(cookieOf(request, key.cookie) ?? '', key.token)) {
    throw refusal(
      'this address lacks the key of the room: open the address that sightline printed when it started',
    )
  }
}

/** A person following a link to the page; it carries no data and changes nothing. */
function isOpening(request: FastifyRequest): boolean {
  return (
    request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate' && pathOf(request) === '/'
  )
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? ''
}

function tokenOf(request: FastifyRequest): string | null {
  return pathOf(request) === '/' ? new URL(request.url, 'http://room').searchParams.get('token') : null
}

function cookieOf(request: FastifyRequest, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value) return value
  }
  return null
}

function isEqual(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

function refusal(message: string): SightlineError {
  return new SightlineError('http.refused', message)
}
