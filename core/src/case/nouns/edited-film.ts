import * as z from 'zod/mini'
import { command, enter } from '../command.ts'
import type { Folds } from '../draft.ts'
import { Line, RecordingId } from '../ids.ts'
import { backTo, changeRecording, onKnown, onRecording } from './recording-change.ts'

/**
 * That a media file is a production cut from recordings. It is held and hashed like a recording, and never stands on the
 * clock of the case: what it shows was put in order by its maker.
 */
export interface EditedFilm {
  readonly title: string
  readonly maker: string
}

export const editedFilmEntries = {
  'edited-film-declared': z.strictObject({
    v: z.literal(1),
    recording: RecordingId,
    title: Line,
    maker: Line,
    reason: Line,
  }),
  'edited-film-revoked': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
} as const

export const editedFilmFolds: Folds<typeof editedFilmEntries> = {
  'edited-film-declared': (draft, { seq, detail: { recording, title, maker } }) =>
    changeRecording(draft, seq, recording, { film: { title, maker } }),
  'edited-film-revoked': (draft, { seq, detail }) =>
    changeRecording(draft, seq, detail.recording, { film: null }),
}

export const editedFilmCommands = {
  'declare-edited-film': command(
    { ...onRecording, title: Line, maker: Line, reason: Line },
    (state, asked) =>
      onKnown(state, asked, recording => {
        if (recording.pin)
          return {
            kind: 'impossible',
            message: `${recording.firstName} was placed on the clock by a person; take that back first`,
          }
        const { title, maker, reason } = asked
        return enter('edited-film-declared', { v: 1, recording: recording.id, title, maker, reason })
      }),
    (before, asked, rev) =>
      backTo(before, asked, rev, ({ film }, at) =>
        film
          ? { do: 'declare-edited-film', ...at, title: film.title, maker: film.maker }
          : { do: 'revoke-edited-film', ...at },
      ),
  ),
  'revoke-edited-film': command(
    { ...onRecording, reason: Line },
    (state, asked) =>
      onKnown(state, asked, recording =>
        recording.film
          ? enter('edited-film-revoked', { v: 1, recording: recording.id, reason: asked.reason })
          : { kind: 'impossible', message: `${recording.firstName} is not held as an edited film` },
      ),
    (before, asked, rev) =>
      backTo(before, asked, rev, ({ film }, at) =>
        film ? { do: 'declare-edited-film', ...at, title: film.title, maker: film.maker } : null,
      ),
  ),
}
