import { knownCard } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import { ReasonDialog } from '../panels/reason-dialog.tsx'
import type { Room } from '../room-model.ts'
import { caseWords } from '../strings/case-words.ts'
import { CardDialog } from './card-dialog.tsx'
import { CardHistory } from './card-history.tsx'
import { deskOf } from './case-desk.ts'
import { CaseTakeAway } from './case-take-away.tsx'
import { MoveDialog } from './move-dialog.tsx'

/** The one dialog that may lie over the page of the case. */
export function CaseDialogs({ room }: { readonly room: Room }) {
  const desk = deskOf(room)
  const { value: asked } = desk.asked
  const w = caseWords.value
  const close = () => {
    desk.asked.value = null
  }
  if (asked === null) return null
  switch (asked.kind) {
    case 'enter':
      return <CardDialog room={room} of={asked.of} card={null} preset={asked.preset} onClose={close} />
    case 'change':
      return <CardDialog room={room} of={asked.card.of} card={asked.card} preset={{}} onClose={close} />
    case 'history':
      return <CardHistory room={room} card={asked.card} onClose={close} />
    case 'move':
      return <MoveDialog room={room} to={asked.to} onClose={close} />
    case 'take-away':
      return <CaseTakeAway room={room} onClose={close} />
    case 'withdraw':
    case 'restore': {
      const { id } = asked.card
      const title = titleOf(room.source.state.value, asked.card)
      return (
        <ReasonDialog
          title={asked.kind === 'withdraw' ? w.withdrawOne(title) : w.restoreOne(title)}
          submit={asked.kind === 'withdraw' ? w.withdraw : w.restore}
          onClose={close}
          onReason={reason => {
            const rev = knownCard(room.source.state.peek(), id)?.rev ?? 0
            const command = asked.kind === 'withdraw' ? 'withdraw-card' : 'restore-card'
            return room.entering.enter({ do: command, card: id, rev, reason })
          }}
        />
      )
    }
  }
}
