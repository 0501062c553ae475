import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { Icon } from './icon.tsx'

/** What has to be told: at the top while it lasts, in the corner until it is closed, and read aloud for those who listen. */
export function LastingNotices({ room }: { readonly room: Room }) {
  const w = words.value
  const unreadable = room.unreadable.value
  const trouble = room.source.work.value?.trouble ?? null
  return (
    <div aria-live="polite">
      {room.source.link.value === 'lost' && <p class="notice">{w.link.lost}</p>}
      {trouble !== null && <p class="notice">{w.work.trouble(trouble)}</p>}
      {unreadable > 0 && <p class="notice">{w.problems.unreadableEntries(unreadable)}</p>}
    </div>
  )
}

export function Notices({ room }: { readonly room: Room }) {
  const { speaker } = room
  return (
    <>
      <div class="notices" role="log" aria-live="assertive">
        {speaker.notices.value.map(notice => (
          <p class="notice" key={notice.id}>
            <span>{notice.text}</span>
            <button
              type="button"
              class="button plain icon"
              aria-label={words.value.close}
              onClick={() => speaker.close(notice.id)}
            >
              <Icon name="close" />
            </button>
          </p>
        ))}
      </div>
      <output class="unseen">{speaker.said}</output>
    </>
  )
}
