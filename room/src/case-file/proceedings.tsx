import { cardsNaming, type KnownCard } from '@sightline/core/case/cards'
import type { Room } from '../room-model.ts'
import { cardWords } from '../strings/case-words.ts'
import { CardItem } from './card-item.tsx'
import { AddButton, CardSection } from './card-section.tsx'
import { choiceWords } from './field-words.ts'

/** Each body beside the others, in the order in which they were entered; then what is open, linked and told by the parties. */
export function Proceedings({ room }: { readonly room: Room }) {
  return (
    <>
      <CardSection
        room={room}
        of="proceeding"
        item={card => (
          <CardItem key={card.id} room={room} card={card}>
            <Plain standard={String(card.said['standard'])} />
          </CardItem>
        )}
      />
      <CardSection
        room={room}
        of="question"
        item={card => <Question key={card.id} room={room} card={card} />}
      />
      <CardSection room={room} of="party-statement" />
      <CardSection room={room} of="footage-seen" />
      <CardSection room={room} of="related" />
    </>
  )
}

/** A legal term in plain words. */
function Plain({ standard }: { readonly standard: string }) {
  const words = (cardWords.value.glossary as Readonly<Record<string, string>>)[standard]
  if (words === undefined) return null
  return (
    <p class="plain small">
      <dfn>{choiceWords(standard)}</dfn>: {words}
    </p>
  )
}

function Question({ room, card }: { readonly room: Room; readonly card: KnownCard }) {
  const answers = cardsNaming(room.source.state.value, card.id, 'answer') as unknown as readonly KnownCard[]
  return (
    <CardItem room={room} card={card}>
      <div class="below">
        <h5>{cardWords.value.kinds.answer.many}</h5>
        {answers.length === 0 && <p class="muted">{cardWords.value.kinds.answer.none}</p>}
        {answers.map(answer => (
          <CardItem key={answer.id} room={room} card={answer} without={['question']} />
        ))}
      </div>
      <p>
        <AddButton
          room={room}
          of="answer"
          preset={{ question: card.id }}
          label={`+ ${cardWords.value.kinds.answer.one}`}
        />
      </p>
    </CardItem>
  )
}
