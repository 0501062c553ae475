import { cardsOf } from '../case/cards/index.ts'
import type { CardId, CaseState } from '../case/index.ts'

/** Every participant card that stands for the same one, the given among them, by standing cards of merging. */
export function oneWith(state: Pick<CaseState, 'cards'>, id: CardId): ReadonlySet<CardId> {
  const merged = cardsOf(state, 'identity').filter(({ said }) => said.what === 'same')
  const all = new Set([id])
  for (let before = 0; before < all.size; ) {
    before = all.size
    for (const { said } of merged) {
      if (all.has(said.participant)) all.add(said.other)
      if (all.has(said.other)) all.add(said.participant)
    }
  }
  return all
}
