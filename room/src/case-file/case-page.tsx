import { useEffect } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { caseWords } from '../strings/case-words.ts'
import { CaseCalendar } from './calendar.tsx'
import { type CasePart, caseParts, deskOf } from './case-desk.ts'
import { CaseDialogs } from './case-dialogs.tsx'
import { Claims } from './claims.tsx'
import { Holdings } from './holdings.tsx'
import { Overview } from './overview.tsx'
import { People } from './people.tsx'
import { Proceedings } from './proceedings.tsx'
import { ReleaseClock } from './release.tsx'
import { CaseSearch } from './search.tsx'

/** The case file: its parts, each fetched with the page, and the dialog that lies over them. */
export function CasePage({ room }: { readonly room: Room }) {
  const desk = deskOf(room)
  const w = caseWords.value
  const { value: part } = desk.part
  useEffect(() => {
    document.querySelector('#case')?.scrollTo(0, 0)
  }, [part])
  return (
    <main class="page case-page" id="case" tabIndex={-1}>
      <div class="page-inner">
        <header class="page-head case-head">
          <h2>{w.title}</h2>
          <p class="lead">{w.lead[part]}</p>
          <nav class="case-parts" aria-label={w.parts}>
            {caseParts.map(each => (
              <button
                key={each}
                type="button"
                aria-current={part === each ? 'page' : undefined}
                onClick={() => {
                  desk.part.value = each
                  desk.open.value = null
                }}
              >
                {w[each]}
              </button>
            ))}
            {room.source.can.takeAway && (
              <button
                type="button"
                class="case-take"
                onClick={() => {
                  desk.asked.value = { kind: 'take-away' }
                }}
              >
                {w.takeAway.title} …
              </button>
            )}
          </nav>
        </header>
        <Part room={room} part={part} />
      </div>
      <CaseDialogs room={room} />
    </main>
  )
}

function Part({ room, part }: { readonly room: Room; readonly part: CasePart }) {
  switch (part) {
    case 'overview':
      return <Overview room={room} />
    case 'claims':
      return <Claims room={room} />
    case 'people':
      return <People room={room} />
    case 'proceedings':
      return <Proceedings room={room} />
    case 'holdings':
      return <Holdings room={room} />
    case 'release':
      return <ReleaseClock room={room} />
    case 'calendar':
      return <CaseCalendar room={room} />
    case 'search':
      return <CaseSearch room={room} />
  }
}
