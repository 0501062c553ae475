// How the room asks its server: what is not there is null or an error of the source, in the server's own words.
import { ErrorAnswer } from '@sightline/core/api'
import { SourceError } from './case-source.ts'

export async function ask(path: string): Promise<Response> {
  const response = await fetch(path).catch((cause: unknown) => {
    throw new SourceError('unreachable', `no answer from ${path}`, { cause })
  })
  if (response.ok || response.status === 404) return response
  const what = response.status === 403 ? 'refused' : 'unreadable'
  throw new SourceError(what, await detailOf(response, path))
}

async function detailOf(response: Response, path: string): Promise<string> {
  const answer = ErrorAnswer.safeParse(await response.json().catch(() => null))
  return answer.success ? answer.data.error.message : `${path} answered ${response.status}`
}

export async function askJson(path: string): Promise<unknown> {
  const value = await askOptionalJson(path)
  if (value === null) throw new SourceError('unreadable', `${path} is not there`)
  return value
}

export async function askOptionalJson(path: string): Promise<unknown> {
  const response = await ask(path)
  return response.status === 404 ? null : await response.json()
}

export async function askBytes(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await ask(path)
  return response.status === 404 ? null : new Uint8Array(await response.arrayBuffer())
}

export function send(method: 'POST' | 'PUT' | 'DELETE', path: string, value: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  return sent(path, { method, headers, body: JSON.stringify(value) })
}

export function sendBytes(path: string, body: Blob): Promise<unknown> {
  return sent(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body })
}

async function sent(path: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(path, request).catch((cause: unknown) => {
    throw new SourceError('unreachable', `no answer from ${path}`, { cause })
  })
  if (response.ok) return await response.json()
  throw new SourceError('refused', await detailOf(response, path))
}
