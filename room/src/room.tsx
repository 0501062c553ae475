import { Cover } from './cover/cover.tsx'
import { WatchPage } from './pages/watch-page.tsx'
import { later } from './panels/later.tsx'
import { LastingNotices, Notices } from './panels/notices-view.tsx'
import { Overlays } from './panels/overlays.tsx'
import { TopBar } from './panels/top-bar.tsx'
import type { Room } from './room-model.ts'
import { tourStops } from './tour/stops.ts'

const AccountsPage = later(() => import('./accounts/accounts-page.tsx').then(page => page.AccountsPage))
const EditsPage = later(() => import('./edits/edits-page.tsx').then(page => page.EditsPage))
const ClockPage = later(() => import('./clock/clock-page.tsx').then(page => page.ClockPage))
const CasePage = later(() => import('./case-file/case-page.tsx').then(page => page.CasePage))
const ListeningPage = later(() => import('./listening/listening-page.tsx').then(page => page.ListeningPage))
const FilesPage = later(() => import('./pages/files-page.tsx').then(page => page.FilesPage))
const CustodyPage = later(() => import('./pages/custody-page.tsx').then(page => page.CustodyPage))
const ReleasePage = later(() => import('./release/release-page.tsx').then(page => page.ReleasePage))
const ComposePage = later(() => import('./release/compose/compose-page.tsx').then(page => page.ComposePage))
const Tour = later(() => import('./tour/tour.tsx').then(part => part.Tour))

/** The whole page. Nothing of the case's pictures is in the tree before the cover is passed. */
export function RoomPage({ room }: { readonly room: Room }) {
  if (room.session.isCovered.value) return <Cover room={room} />
  const stop = room.session.tour.value
  return (
    <div class="room" data-tour={stop === null ? undefined : tourStops[stop]}>
      <div>
        <TopBar room={room} />
        <LastingNotices room={room} />
      </div>
      <View room={room} />
      <Overlays room={room} />
      <Notices room={room} />
      {stop !== null && <Tour room={room} />}
    </div>
  )
}

function View({ room }: { readonly room: Room }) {
  switch (room.session.view.value) {
    case 'watch':
      return <WatchPage room={room} />
    case 'edits':
      return <EditsPage room={room} />
    case 'accounts':
      return <AccountsPage room={room} />
    case 'listening':
      return <ListeningPage room={room} />
    case 'clock':
      return <ClockPage room={room} />
    case 'case':
      return <CasePage room={room} />
    case 'files':
      return <FilesPage room={room} />
    case 'custody':
      return <CustodyPage room={room} />
    case 'release':
      return room.source.can.check ? <ReleasePage room={room} /> : <ComposePage room={room} />
  }
}
