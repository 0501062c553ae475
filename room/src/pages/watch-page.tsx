import { Angles } from '../panels/angles.tsx'
import { later } from '../panels/later.tsx'
import { Panel } from '../panels/panel.tsx'
import { Transport } from '../panels/transport.tsx'
import { Tray } from '../panels/tray.tsx'
import type { Room } from '../room-model.ts'
import { Timeline } from '../timeline/timeline.tsx'

const MovingBar = later(() => import('../placing/moving-bar.tsx').then(part => part.MovingBar))

const ClaimBar = later(() => import('../case-file/claim-bar.tsx').then(part => part.ClaimBar))

const Captions = later(() => import('../listening/captions.tsx').then(part => part.Captions))

/** Every angle of one clock, what moves the clock, and what is known of the recordings. */
export function WatchPage({ room }: { readonly room: Room }) {
  const hasCaptions = room.session.hasCaptions.value && room.source.state.value.transcripts.size > 0
  return (
    <main
      class="watch"
      tabIndex={-1}
      data-full={room.session.isFull.value || undefined}
      data-captions={hasCaptions || undefined}
    >
      <Angles room={room} />
      {room.session.moving.value && (
        <div class="moving-place">
          <MovingBar room={room} />
        </div>
      )}
      {room.session.claimPlay.value && (
        <div class="moving-place">
          <ClaimBar room={room} play={room.session.claimPlay.value} />
        </div>
      )}
      {hasCaptions && <Captions room={room} />}
      <Panel room={room} />
      <Transport room={room} />
      <Timeline room={room} />
      <Tray room={room} />
    </main>
  )
}
