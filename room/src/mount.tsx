import { render } from 'preact'
import * as z from 'zod/mini'
import { browserNetwork } from './engine/browser-network.ts'
import type { Network } from './engine/byte-ranges.ts'
import { MediaRequests } from './engine/media-requests.ts'
import { OpeningProblem } from './panels/opening.tsx'
import { keepPreferences } from './preferences.ts'
import { serverSource } from './source/server-source.ts'
import { startRoom } from './start-room.tsx'
import { words } from './strings/index.ts'

// A strict content policy forbids what zod would otherwise try out.
z.config({ jitless: true })

// The address held the room's key; it is in the cookie now, and should not be in history, screenshots or copied links.
if (location.search !== '') history.replaceState(null, '', `${location.pathname}${location.hash}`)

const page = document.getElementById('room')
if (!page) throw new Error('the page has no element for the room')
const start = () => open(page)
keepPreferences(document.documentElement).then(start, start)

function open(page: HTMLElement): void {
  // Engine and decoder are the largest part and are needed right after the case itself: they are fetched beside it.
  const playback = import('./engine/playback.ts')
  render(<p class="opening">{words.peek().opening.reading}</p>, page)
  const requests = new MediaRequests()
  // Recordings are not left behind in the browser's cache on disk; the engine holds the parts that it needs.
  const network: Network = {
    ...browserNetwork(),
    fetch: (input, init) => fetch(input, { ...init, cache: 'no-store' }),
  }
  // Nothing that the room asks for is ever taken back, so this signal never comes.
  const never = new AbortController().signal
  const source = serverSource((urgency, request) => requests.run(urgency, never, request))
  Promise.all([source, playback]).then(
    ([opened, { createEngine, mediaOpener }]) => {
      const openMedia = mediaOpener({ requests, network, protocol: location.protocol })
      startRoom(page, opened, createEngine, url => () => openMedia(url))
    },
    (error: unknown) => render(<OpeningProblem error={error} onAgain={() => open(page)} />, page),
  )
}
