// Where the room begins in a release: over the files beside the page instead of a server.
import { render } from 'preact'
import * as z from 'zod/mini'
import { browserNetwork } from './engine/browser-network.ts'
import { MediaRequests } from './engine/media-requests.ts'
import { OpeningProblem } from './panels/opening.tsx'
import { keepPreferences } from './preferences.ts'
import { smallCopies } from './release/small-copies.ts'
import { cutWholeFiles } from './release/whole-files.ts'
import { releaseSource } from './source/release-source.ts'
import { startRoom } from './start-room.tsx'
import { words } from './strings/index.ts'

// A strict content policy forbids what zod would otherwise try out.
z.config({ jitless: true })

const page = document.getElementById('room')
if (!page) throw new Error('the page has no element for the room')
// What can be read without scripts gives way to the room; print shows it again.
document.documentElement.classList.add('has-room')
const start = () => open(page)
keepPreferences(document.documentElement).then(start, start)

function open(page: HTMLElement): void {
  const playback = import('./engine/playback.ts')
  render(<p class="opening">{words.peek().opening.reading}</p>, page)
  const requests = new MediaRequests()
  const network = cutWholeFiles(browserNetwork())
  Promise.all([releaseSource(), playback]).then(
    ([source, { createEngine, mediaOpener }]) => {
      const openMedia = mediaOpener({ requests, network, protocol: location.protocol })
      const room = startRoom(page, source, createEngine, url => () => openMedia(url))
      if (smallCopies.peek().areShown)
        room.speaker.heed(import('./release/say-small.ts').then(({ saySmall }) => saySmall(room)))
    },
    (error: unknown) => render(<OpeningProblem error={error} onAgain={() => open(page)} />, page),
  )
}
