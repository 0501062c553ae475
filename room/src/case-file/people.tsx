import type { CardId } from '@sightline/core/case'
import { type CardKind, cardsNaming, type KnownCard } from '@sightline/core/case/cards'
import type { Room } from '../room-model.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'
import { CardItem } from './card-item.tsx'
import { AddButton, CardSection } from './card-section.tsx'
import { choiceWords } from './field-words.ts'

const below = ['name', 'label', 'relation', 'portrait'] as const

/** Participants with the names, outlets' words and relations that people put to them; merging and splitting below. */
export function People({ room }: { readonly room: Room }) {
  return (
    <>
      <CardSection
        room={room}
        of="participant"
        item={card => <Participant key={card.id} room={room} card={card} />}
      />
      <CardSection room={room} of="identity" />
    </>
  )
}

function Participant({ room, card }: { readonly room: Room; readonly card: KnownCard }) {
  const { value: state } = room.source.state
  const others = cardsNaming(state, card.id, 'identity').filter(({ said }) => said.what === 'same')
  return (
    <CardItem room={room} card={card}>
      {others.map(({ id, said }) => (
        <p key={id} class="small">
          {choiceWords('same')}: {roleOf(room, said.participant === card.id ? said.other : said.participant)}{' '}
          ({said.reason})
        </p>
      ))}
      {below.map(of => (
        <Below key={of} room={room} of={of} head={card} />
      ))}
      <p class="row">
        {below.map(of => (
          <AddButton
            key={of}
            room={room}
            of={of}
            preset={{ participant: card.id }}
            label={`+ ${cardWords.value.kinds[of].one}`}
          />
        ))}
      </p>
    </CardItem>
  )
}

interface BelowProps {
  readonly room: Room
  readonly of: CardKind
  readonly head: KnownCard
}

/** What was put to a participant, and relations that others have to them. */
function Below({ room, of, head }: BelowProps) {
  const cards = cardsNaming(room.source.state.value, head.id, of) as unknown as readonly KnownCard[]
  if (cards.length === 0) return null
  return (
    <div class="below">
      <h5>{cardWords.value.kinds[of].many}</h5>
      {cards.map(card => (
        <CardItem
          key={card.id}
          room={room}
          card={card}
          without={card.said['participant'] === head.id ? ['participant'] : []}
          title={of === 'relation' ? relationTitle(room, card) : undefined}
        />
      ))}
    </div>
  )
}

function relationTitle(room: Room, card: KnownCard): string {
  const { participant, relation, to, recording, detail } = card.said
  const whom =
    typeof to === 'string'
      ? roleOf(room, to)
      : typeof recording === 'string'
        ? room.session.names.value.get(recording)
        : detail
  return `${roleOf(room, String(participant))} ${choiceWords(String(relation))} ${String(whom ?? caseWords.value.unknown)}`
}

function roleOf(room: Room, id: CardId): string {
  const said = room.source.state.value.cards.get(id)?.said
  return String(said?.['role'] ?? said?.['what'] ?? id)
}
