import { Note, type NoteList } from '@sightline/core/api'
import type { PersonId } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import type { FastifyInstance } from 'fastify'
import type { Notes } from '../case/notes.ts'
import { parse } from './parse.ts'

interface Parts {
  readonly notes: Notes
  readonly person: PersonId | null
}

/** The private notes of the person who works in this room. */
export function addNotes(server: FastifyInstance, { notes, person }: Parts): void {
  const owner = (): PersonId => {
    if (person !== null) return person
    throw new SightlineError(
      'usage.wrong',
      'nobody is named in this room: open it with --as NAME to keep notes',
    )
  }
  server.get('/api/notes', async (): Promise<NoteList> => ({ notes: [...(await notes.of(owner()))] }))
  server.put('/api/notes/:id', async request => {
    const note = parse(Note, request.body)
    if (note.id !== idOf(request.params))
      throw new SightlineError('usage.wrong', 'the note has another id than its address')
    await notes.keep(owner(), note)
    return {}
  })
  server.delete('/api/notes/:id', async request => {
    await notes.drop(owner(), idOf(request.params))
    return {}
  })
}

function idOf(params: unknown): string {
  return (params as { readonly id: string }).id
}
