import { useEffect, useRef } from 'preact/hooks'
import { chooseLanguage, chooseTheme, theme, themes } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import { views } from '../session.ts'
import { language, languageNames, languages, words } from '../strings/index.ts'
import { Icon } from './icon.tsx'
import { WorkLine } from './work-line.tsx'

/** The case, its views, and what holds for the whole page. */
export function TopBar({ room }: { readonly room: Room }) {
  const { session, source } = room
  const w = words.value.top
  const { cover, title } = source.state.value
  const nav = useRef<HTMLElement>(null)
  const { value: view } = session.view
  // Where the views do not fit side by side the one that is open is brought into sight.
  useEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && open)
      nav.current.scrollLeft = open.offsetLeft - (nav.current.clientWidth - open.offsetWidth) / 2
  }, [view])
  return (
    <header class="top">
      <a
        class="skip"
        href={`#${session.view.value === 'watch' ? 'angles' : session.view.value}`}
        onClick={skip}
      >
        {w.skip}
      </a>
      <h1 title={cover?.title ?? title}>{cover?.title || title || w.untitled}</h1>
      <nav ref={nav} class="views" aria-label={w.views}>
        {views
          .filter(view => !source.can.without.includes(view))
          .map(view => (
            <button
              key={view}
              type="button"
              aria-current={session.view.value === view ? 'page' : undefined}
              onClick={() => {
                session.view.value = view
              }}
            >
              {w[view]}
              {view === 'files' && <span class="count">{source.state.value.files.size}</span>}
            </button>
          ))}
      </nav>
      <div class="top-end">
        <WorkLine work={source.work.value} />
        <select
          class="pill"
          aria-label={w.theme}
          value={theme.value}
          onChange={event => {
            chooseTheme(themes.find(each => each === event.currentTarget.value) ?? 'system')
            event.currentTarget.blur()
          }}
        >
          {themes.map(each => (
            <option key={each} value={each}>
              {w.themes[each]}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="pill"
          aria-label={words.value.spared.title}
          title={words.value.spared.title}
          onClick={() => {
            session.overlay.value = { kind: 'spared' }
          }}
        >
          <Icon name="eye" />
        </button>
        <LanguageSwitch room={room} />
        <button
          type="button"
          class="pill"
          aria-label={w.help}
          title={w.help}
          onClick={() => {
            session.overlay.value = { kind: 'help' }
          }}
        >
          ?
        </button>
      </div>
    </header>
  )
}

/** Moves the focus without touching the hash, which holds the deep link. */
function skip(event: MouseEvent): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('main')?.focus()
}

/** Names the other language in its own words. */
export function LanguageSwitch({ room: { speaker } }: { readonly room: Room }) {
  const other = languages.find(each => each !== language.value) ?? 'en'
  return (
    <button
      type="button"
      class="pill"
      lang={other}
      title={languageNames[other]}
      onClick={() => {
        chooseLanguage(other).catch(() => speaker.tell(words.peek().later.language))
      }}
    >
      {other.toUpperCase()}
      <span class="unseen"> {languageNames[other]}</span>
    </button>
  )
}
