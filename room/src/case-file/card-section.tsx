import { useSignal } from '@preact/signals'
import { type CardKind, cardsOf, type KnownCard } from '@sightline/core/case/cards'
import type { ComponentChildren } from 'preact'
import type { Room } from '../room-model.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'
import { CardItem } from './card-item.tsx'
import { deskOf, type Preset } from './case-desk.ts'

const pageLength = 60

interface Props {
  readonly room: Room
  readonly of: CardKind
  /** How one is shown; plain where left out. */
  readonly item?: (card: KnownCard) => ComponentChildren
  readonly isWide?: boolean
  readonly children?: ComponentChildren
}

/** All cards of one kind, with a way to add one, and the withdrawn ones when asked for. */
export function CardSection({ room, of, item, isWide = false, children }: Props) {
  const shown = useSignal(pageLength)
  const isWithdrawnToo = useSignal(false)
  const w = caseWords.value
  const { many, none } = cardWords.value.kinds[of]
  const { value: state } = room.source.state
  const standing = cardsOf(state, of) as unknown as readonly KnownCard[]
  const all = isWithdrawnToo.value ? (cardsOf(state, of, true) as unknown as readonly KnownCard[]) : standing
  const withdrawn = cardsOf(state, of, true).length - standing.length
  const opened = all.findIndex(({ id }) => id === deskOf(room).open.value)
  const length = Math.max(shown.value, opened + 1)
  return (
    <section class="card-section" aria-label={many} data-kind={of}>
      <header class="row">
        <h3>
          {many} {standing.length > 0 && <span class="count">{standing.length}</span>}
        </h3>
        <AddButton room={room} of={of} />
        {withdrawn > 0 && (
          <label class="check small">
            <input
              type="checkbox"
              checked={isWithdrawnToo.value}
              onChange={event => {
                isWithdrawnToo.value = event.currentTarget.checked
              }}
            />
            {w.showWithdrawn(withdrawn)}
          </label>
        )}
      </header>
      {children}
      {all.length === 0 && <p class="muted">{none}</p>}
      <div class={isWide ? 'cards wide' : 'cards'}>
        {all
          .slice(0, length)
          .map(card => (item ? item(card) : <CardItem key={card.id} room={room} card={card} />))}
      </div>
      {all.length > length && (
        <button
          type="button"
          class="button"
          onClick={() => {
            shown.value = length + pageLength
          }}
        >
          {w.more(Math.min(pageLength, all.length - length))}
        </button>
      )}
    </section>
  )
}

interface AddProps {
  readonly room: Room
  readonly of: CardKind
  readonly preset?: Preset
  readonly label?: string
}

export function AddButton({ room, of, preset = {}, label }: AddProps) {
  if (!room.source.can.command) return null
  const w = caseWords.value
  return (
    <button
      type="button"
      class="button small"
      onClick={() => {
        deskOf(room).asked.value = { kind: 'enter', of, preset }
      }}
    >
      {label ?? w.add}
      {label === undefined && <span class="unseen"> {cardWords.value.kinds[of].one}</span>}
    </button>
  )
}
