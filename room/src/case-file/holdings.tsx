import type { Room } from '../room-model.ts'
import { caseWords } from '../strings/case-words.ts'
import { CardItem } from './card-item.tsx'
import { CardSection } from './card-section.tsx'

/** Documents, objects and places; below them, that something is held behind the wall, and for whom. */
export function Holdings({ room }: { readonly room: Room }) {
  const w = caseWords.value.wall
  return (
    <>
      <CardSection room={room} of="document" />
      <CardSection room={room} of="object" />
      <CardSection room={room} of="place" />
      <CardSection room={room} of="walled" item={card => <CardItem key={card.id} room={room} card={card} />}>
        <p class="muted wall-words">{w.what}</p>
      </CardSection>
    </>
  )
}
