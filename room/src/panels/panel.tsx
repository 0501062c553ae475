import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { ClockPanel } from './clock-panel.tsx'
import { Icon } from './icon.tsx'
import { RecordingPanel } from './recording-panel.tsx'
import { closeSheet } from './sheets.ts'

const tabs = ['recording', 'clock'] as const

/** What is known of the chosen recording and of the clock, beside the angles; a sheet on a phone. */
export function Panel({ room }: { readonly room: Room }) {
  const { session } = room
  const w = words.value.panel
  const tab = session.tab.value
  const id = session.selected.value ?? session.current.value ?? session.tray.value[0]?.id ?? null
  const recording = id === null ? undefined : room.source.state.value.recordings.get(id)
  return (
    <aside class="panel" aria-label={w.tabs} data-open={session.sheet.value === 'panel' || undefined}>
      <div class="tabs" role="tablist" aria-label={w.tabs}>
        {tabs.map((each, n) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === tab}
            aria-controls="panel-body"
            tabIndex={each === tab ? 0 : -1}
            onClick={() => {
              session.tab.value = each
            }}
            onKeyDown={event => {
              if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
              event.preventDefault()
              event.stopPropagation()
              const other = tabs[1 - n] ?? 'recording'
              session.tab.value = other
              document.getElementById(`tab-${other}`)?.focus()
            }}
          >
            {w[each]}
          </button>
        ))}
        <button
          type="button"
          class="button plain icon panel-close"
          aria-label={words.value.close}
          onClick={() => closeSheet(room)}
        >
          <Icon name="close" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <div class="panel-body" role="tabpanel" id="panel-body" aria-labelledby={`tab-${tab}`} tabIndex={0}>
        {tab === 'clock' ? (
          <ClockPanel room={room} />
        ) : recording ? (
          <RecordingPanel key={recording.id} room={room} recording={recording} />
        ) : (
          <p class="section muted">{w.none}</p>
        )}
      </div>
    </aside>
  )
}
