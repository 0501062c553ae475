import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import type { ArchiveContents } from '../source/case-source.ts'
import { laterWords } from '../strings/later-words.ts'
import { numbers } from '../strings/numbers.ts'

/** More names than anybody reads in a list; all of them are in the case's own record. */
const mostShown = 500

/** What an archive holds, folded away until it is wanted. */
export function Archive({ room, listing }: { readonly room: Room; readonly listing: string }) {
  const contents = useSignal<ArchiveContents | null>(null)
  useEffect(() => {
    room.speaker.heed(
      room.source.archive(listing).then(found => {
        contents.value = found
      }),
    )
  }, [room, listing, contents])
  const held = contents.value
  if (held === null) return null
  const w = laterWords.value.files
  const left = held.entries.length + held.unlisted - mostShown
  return (
    <details class="archive-list">
      <summary>{w.archiveHolds(held.entries.length + held.unlisted)}</summary>
      <ul>
        {held.entries.slice(0, mostShown).map(entry => (
          <li key={entry.name}>
            {entry.name}{' '}
            <span class="muted small">
              {numbers.value.bytes(entry.bytes)}
              {entry.isEncrypted && `, ${w.archiveEncrypted}`}
            </span>
          </li>
        ))}
        {left > 0 && <li class="muted">{w.archiveMore(left)}</li>}
      </ul>
    </details>
  )
}
