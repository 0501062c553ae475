import { useCallback, useEffect, useMemo } from 'preact/hooks'
import { usePageKeys } from '../accounts/page-keys.ts'
import type { Room } from '../room-model.ts'
import { editsWords } from '../strings/edits-words.ts'
import { Comparison } from './comparison.tsx'
import { ConformView } from './conform-view.tsx'
import { DeclaredTab } from './declared-tab.tsx'
import { DifferenceView } from './difference-view.tsx'
import { EditDialogs } from './edit-dialogs.tsx'
import { type EditsModel, editsModelOf, tabs } from './edits-model.ts'
import { FilmTransport } from './film-transport.tsx'
import { InShort } from './in-short.tsx'
import { LeftOutList } from './left-out-list.tsx'
import { LineList } from './line-list.tsx'
import { recordingName } from './line-words.ts'
import { FilmPane, RawPane } from './panes.tsx'
import { ProofTab } from './proof-tab.tsx'
import { reviewKey } from './review-keys.ts'
import { type TiedPlayer, tiedPlayer } from './tied-player.ts'

/** The page of edited films: the film, the frame of the recording that it shows, and what is different, line by line. */
export function EditsPage({ room }: { readonly room: Room }) {
  const model = editsModelOf(room)
  const w = editsWords.value
  const film = model.film.value
  if (film === null)
    return (
      <main class="page edits-empty" id="edits" tabIndex={-1}>
        <p>{w.none}</p>
      </main>
    )
  return <Open key={film.id} model={model} />
}

function Open({ model }: { readonly model: EditsModel }) {
  const player = useMemo(() => tiedPlayer(model), [model])
  useEffect(() => () => player.dispose(), [player])
  useEffect(
    () => () => {
      model.loose.value = null
    },
    [model],
  )
  usePageKeys(useCallback((key: string) => pageKey(model, player, key), [model, player]))
  const film = model.film.value
  if (film === null) return null
  return (
    <main class="page edits-page" id="edits" tabIndex={-1}>
      <div class="edits-pictures" data-difference={model.isDifference.value || undefined}>
        <FilmPane model={model} player={player} film={film} />
        <RawPane model={model} player={player} />
        {model.isDifference.value && <DifferenceView model={model} player={player} />}
      </div>
      <Side model={model} player={player} />
      <FilmTransport model={model} player={player} />
      <ConformView model={model} player={player} />
      <EditDialogs model={model} player={player} />
    </main>
  )
}

function Side({ model, player }: { readonly model: EditsModel; readonly player: TiedPlayer }) {
  const w = editsWords.value
  // Only of a stand-in is anything declared.
  const shownTabs = tabs.filter(tab => tab !== 'declared' || model.film.value?.standIn)
  const counts = { lines: model.told.value.length, 'left-out': model.left.value.length }
  return (
    <aside class="edits-side" aria-label={w.title}>
      <Subject model={model} />
      <Waiting model={model} />
      <InShort model={model} />
      <div class="tabs" role="tablist">
        {shownTabs.map(tab => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`edits-tab-${tab}`}
            aria-selected={model.tab.value === tab}
            aria-controls="edits-tab"
            onClick={() => {
              model.tab.value = tab
            }}
          >
            {w.tabs[tab]}{' '}
            {model.list.value && (tab === 'lines' || tab === 'left-out') && (
              <span class="count">{counts[tab]}</span>
            )}
          </button>
        ))}
      </div>
      <div
        class="edits-tab"
        role="tabpanel"
        id="edits-tab"
        aria-labelledby={`edits-tab-${model.tab.value}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
      >
        <TabBody model={model} player={player} />
      </div>
    </aside>
  )
}

function TabBody({ model, player }: { readonly model: EditsModel; readonly player: TiedPlayer }) {
  switch (model.tab.value) {
    case 'lines':
      return <LineList model={model} player={player} />
    case 'left-out':
      return <LeftOutList model={model} player={player} />
    case 'proof':
      return <ProofTab model={model} player={player} />
    case 'declared':
      return <DeclaredTab model={model} player={player} />
  }
}

function Subject({ model }: { readonly model: EditsModel }) {
  const w = editsWords.value
  const subjects = model.subjects.value
  const film = model.film.value
  if (!film) return null
  return (
    <div class="edits-subject">
      {subjects.length > 1 ? (
        <select
          aria-label={w.choose}
          value={film.id}
          onChange={event => model.choose(event.currentTarget.value)}
        >
          {subjects.map(({ id, film: made }) => (
            <option key={id} value={id}>
              {made ? w.filmOf(made.title) : recordingName(model.room, id)}
            </option>
          ))}
        </select>
      ) : (
        <h2>{film.film ? w.filmOf(film.film.title) : recordingName(model.room, film.id)}</h2>
      )}
      <p class="muted small">
        {film.film
          ? `${w.madeBy(film.film.maker)}. ${w.isFilm}`
          : w.standInOf(recordingName(model.room, film.standIn?.standsFor ?? ''))}
      </p>
    </div>
  )
}

/** How far the comparison is, until its lines are here, and while the film is compared anew. */
function Waiting({ model }: { readonly model: EditsModel }) {
  const w = editsWords.value
  const film = model.film.value
  if (film === null || model.arrival.value === 'coming') return null
  if (model.arrival.value === 'here') return <Comparison model={model} of={film.id} />
  const run = model.room.source.state.value.editLists.get(film.id)
  if (model.arrival.value === 'unreadable' || run?.kind === 'failed')
    return (
      <p class="edits-waiting" role="status">
        {run?.kind === 'failed' ? w.failed(run.why.message) : w.unreadable}
      </p>
    )
  return <Comparison model={model} of={film.id} />
}

/** What a key does on this page; false where it means nothing here. */
function pageKey(model: EditsModel, player: TiedPlayer, key: string): boolean {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case ' ':
      if (model.loose.peek()) player.toggleRaw()
      else player.togglePlay()
      return true
    case '.':
      if (!player.moveRaw({ frames: 1 })) player.step(1)
      return true
    case ',':
      if (!player.moveRaw({ frames: -1 })) player.step(-1)
      return true
    case 'ArrowRight':
    case 'ArrowLeft':
      if (document.activeElement?.closest('[role=tab]')) return false
      if (!player.moveRaw({ micros: key === 'ArrowRight' ? 1e6 : -1e6 }))
        player.seek(player.film.time.peek() + (key === 'ArrowRight' ? 1e6 : -1e6))
      return true
    case 'Home':
      player.seek(0)
      return true
    case 'End':
      player.seek(Number.MAX_SAFE_INTEGER)
      return true
    case 'd':
      model.isDifference.value = !model.isDifference.peek()
      return true
    case 'v':
      player.toggleSound()
      return true
    case 'Escape':
      player.raw.pause()
      model.loose.value = null
      return true
    default:
      return reviewKey(model, player, key.toLowerCase())
  }
}
