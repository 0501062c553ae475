import * as z from 'zod/mini'
import { type CardKind, CardKindName, kindOf } from '../cards/kinds.ts'
import { readCard, readHidden } from '../cards/read-card.ts'
import { command, type Decision, enter, Rev } from '../command.ts'
import type { Fact } from '../entries.ts'
import { CardId, Line } from '../ids.ts'
import type { CaseState } from '../state.ts'
import type { Card } from './card.ts'
import { checked } from './card-rules.ts'

type Said = Readonly<Record<string, unknown>>

const Loose = z.record(z.string(), z.unknown())
const onCard = { card: CardId, rev: Rev }

export const cardCommands = {
  'enter-card': command(
    { of: CardKindName, said: Loose, hidden: z.nullable(Loose) },
    (state, { of, said, hidden }) => {
      const read = checked(state, of, {}, said, hidden ?? {})
      if (read.kind === 'refused') return read.why
      const card = `k${state.seq + 1}`
      const detail = { v: 1, card, of, said: stated(read.said) } as const
      return {
        kind: 'enter',
        facts: [{ type: 'card-entered', detail }, ...hiddenFacts(card, of, stated(read.hidden))],
      }
    },
    (_before, { hidden }, rev, seq) => {
      const isTwo = Object.keys(stated(hidden ?? {})).length > 0
      return { do: 'withdraw-card', card: `k${isTwo ? seq - 1 : seq}`, rev, reason: 'undone' }
    },
  ),
  'change-card': command(
    { ...onCard, said: Loose, hidden: z.nullable(Loose) },
    (state, { card: id, rev, said, hidden }) => {
      const card = state.cards.get(id)
      const known = card && readCard(card)
      if (!card || !known) return { kind: 'unknown', noun: id }
      const { of } = known
      if (card.withdrawn !== null)
        return { kind: 'impossible', message: 'this was withdrawn; restore it before changing it' }
      if (kindOf(of).isFixed)
        return { kind: 'impossible', message: 'this stands as it was made; a change of mind is a new one' }
      // Only a change of the same field is in the way: of two people who change different ones neither loses a word.
      const touched = Math.max(0, ...Object.keys(said).map(name => card.fieldRevs[name] ?? 0))
      const hiddenRev = hidden === null ? 0 : (state.hiddenFields.get(id)?.rev ?? 0)
      const newest = Math.max(touched, hiddenRev)
      if (newest > rev) return { kind: 'stale', noun: id, rev: newest }
      const read = checked(state, of, known.said, said, hidden ?? {})
      if (read.kind === 'refused') return read.why
      const facts: Fact[] = [
        ...(Object.keys(said).length > 0
          ? [{ type: 'card-changed', detail: { v: 1, card: id, of, said: read.said } } as const]
          : []),
        ...hiddenFacts(id, of, read.hidden),
      ]
      return facts.length > 0
        ? { kind: 'enter', facts }
        : { kind: 'impossible', message: 'nothing was changed' }
    },
    (before, { card: id, said, hidden }, rev) => {
      const card = before.cards.get(id)
      if (!card) return null
      const was = readHidden(before, card) ?? {}
      return {
        do: 'change-card',
        card: id,
        rev,
        said: asBefore(card.said, said),
        hidden: hidden && asBefore(was, hidden),
      }
    },
  ),
  'withdraw-card': command(
    { ...onCard, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id, withdrawn }) =>
        withdrawn === null
          ? enter('card-withdrawn', { v: 1, card: id, reason: asked.reason })
          : { kind: 'impossible', message: 'this was withdrawn already' },
      ),
    (_before, { card }, rev) => ({ do: 'restore-card', card, rev, reason: 'undone' }),
  ),
  'restore-card': command(
    { ...onCard, reason: Line },
    (state, asked) =>
      onKnown(state, asked, ({ id, withdrawn }) =>
        withdrawn === null
          ? { kind: 'impossible', message: 'this stands; it was not withdrawn' }
          : enter('card-restored', { v: 1, card: id, reason: asked.reason }),
      ),
    (_before, { card }, rev) => ({ do: 'withdraw-card', card, rev, reason: 'undone' }),
  ),
}

function onKnown(
  state: CaseState,
  asked: { readonly card: CardId; readonly rev: number },
  then: (card: Card) => Decision,
): Decision {
  const card = state.cards.get(asked.card)
  if (!card) return { kind: 'unknown', noun: asked.card }
  if (card.rev !== asked.rev) return { kind: 'stale', noun: card.id, rev: card.rev }
  return then(card)
}

function hiddenFacts(card: CardId, of: CardKind, said: Said): Fact[] {
  return Object.keys(said).length === 0
    ? []
    : [{ type: 'card-hidden-stated', detail: { v: 1, card, of, said } }]
}

/** Without what was left unstated, so that an entry holds only what somebody said. */
function stated(said: Said): Record<string, unknown> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
}

function asBefore(was: Said, changed: Said): Record<string, unknown> {
  return Object.fromEntries(Object.keys(changed).map(name => [name, was[name] ?? null]))
}
