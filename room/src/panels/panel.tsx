import type { Room } from '../room-model.ts'
import { type PanelTab, panelTabs } from '../session.ts'
import { words } from '../strings/index.ts'
import { Icon } from './icon.tsx'
import { later } from './later.tsx'
import { RecordingPanel } from './recording-panel.tsx'
import { closeSheet } from './sheets.ts'

const MomentsPanel = later(() => import('./moments-panel.tsx').then(panel => panel.MomentsPanel))
const SaidPanel = later(() => import('../listening/said-panel.tsx').then(panel => panel.SaidPanel))
const MeasurePanel = later(() => import('./measure-panel.tsx').then(panel => panel.MeasurePanel))
const PicturePanel = later(() => import('./picture-panel.tsx').then(panel => panel.PicturePanel))
const ClockPanel = later(() => import('./clock-panel.tsx').then(panel => panel.ClockPanel))

/** What is known of the chosen recording and of the clock, beside the angles; a sheet on a phone. */
export function Panel({ room }: { readonly room: Room }) {
  const { session } = room
  const w = words.value.panel
  const tab = session.tab.value
  const tabs =
    room.source.state.value.transcripts.size > 0 ? panelTabs : panelTabs.filter(each => each !== 'transcript')
  return (
    <aside
      class="panel"
      aria-label={w.tabs}
      data-open={session.sheet.value === 'panel' || undefined}
      inert={session.moving.value !== null}
    >
      <div class="tabs">
        <div class="tab-list" role="tablist" aria-label={w.tabs}>
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
                const by = event.key === 'ArrowRight' ? 1 : -1
                const other = tabs[(n + by + tabs.length) % tabs.length] ?? 'recording'
                session.tab.value = other
                document.getElementById(`tab-${other}`)?.focus()
              }}
            >
              {tabName(each)}
            </button>
          ))}
        </div>
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
        <TabBody room={room} />
      </div>
    </aside>
  )
}

function tabName(tab: PanelTab): string {
  const { panel, moments, measure, picture } = words.value
  switch (tab) {
    case 'recording':
      return panel.recording
    case 'moments':
      return moments.tab
    case 'transcript':
      return panel.transcript
    case 'measure':
      return measure.tab
    case 'picture':
      return picture.tab
    case 'clock':
      return panel.clock
  }
}

function TabBody({ room }: { readonly room: Room }) {
  const { session } = room
  switch (session.tab.value) {
    case 'clock':
      return <ClockPanel room={room} />
    case 'moments':
      return <MomentsPanel room={room} />
    case 'transcript':
      return <SaidPanel room={room} />
    case 'measure':
      return <MeasurePanel room={room} />
    case 'picture':
      return <PicturePanel room={room} />
    case 'recording': {
      const id = session.selected.value ?? session.current.value ?? session.tray.value[0]?.id ?? null
      const recording = id === null ? undefined : room.source.state.value.recordings.get(id)
      return recording ? (
        <RecordingPanel key={recording.id} room={room} recording={recording} />
      ) : (
        <p class="section muted">{words.value.panel.none}</p>
      )
    }
  }
}
