import type { Room } from '../room-model.ts'
import { GoTo } from './go-to.tsx'
import { laterDialog } from './later.tsx'

const Help = laterDialog(() => import('./help.tsx').then(dialog => dialog.Help))
const MomentDialog = laterDialog(() => import('./moment-dialog.tsx').then(dialog => dialog.MomentDialog))
const TakeAwayDialog = laterDialog(() => import('./take-away.tsx').then(dialog => dialog.TakeAwayDialog))
const SparedDialog = laterDialog(() => import('./spared-dialog.tsx').then(dialog => dialog.SparedDialog))
const MatchFrames = laterDialog(() => import('./match-frames.tsx').then(dialog => dialog.MatchFrames))
const TypeStart = laterDialog(() => import('./placing-dialogs.tsx').then(dialogs => dialogs.TypeStart))
const Move = laterDialog(() => import('./placing-dialogs.tsx').then(dialogs => dialogs.Move))
const PlacingOverlay = laterDialog(() =>
  import('../placing/placing-overlay.tsx').then(dialogs => dialogs.PlacingOverlay),
)
const Unpin = laterDialog(() => import('./placing-dialogs.tsx').then(dialogs => dialogs.Unpin))

/** The dialog that lies over the room, if any. */
export function Overlays({ room }: { readonly room: Room }) {
  const { session } = room
  const overlay = session.overlay.value
  const close = () => {
    session.overlay.value = null
  }
  switch (overlay?.kind) {
    case undefined:
      return null
    case 'help':
      return <Help onClose={close} />
    case 'go-to':
      return <GoTo room={room} onClose={close} />
    case 'moment':
      return <MomentDialog room={room} onClose={close} />
    case 'spared':
      return <SparedDialog onClose={close} />
    case 'take-away':
      return <TakeAwayDialog room={room} onClose={close} />
    case 'type-start':
      return <TypeStart room={room} id={overlay.id} from={overlay.start} onClose={close} />
    case 'match-frames':
      return <MatchFrames room={room} id={overlay.id} onClose={close} />
    case 'placing':
      return <PlacingOverlay room={room} dialog={overlay.dialog} onClose={close} />
    case 'unpin':
      return <Unpin room={room} id={overlay.id} onClose={close} />
    case 'move':
      return <Move room={room} id={overlay.id} byMicros={overlay.byMicros} onClose={close} />
  }
}
