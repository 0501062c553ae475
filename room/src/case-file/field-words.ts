import { type CardKind, type Field, fieldsOf, type KnownCard, knownCard } from '@sightline/core/case/cards'
import { fieldWords, titleOf } from '@sightline/core/case-file'
import type { Room } from '../room-model.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'

/** What a field is called. */
export function fieldLabel(name: string): string {
  return fieldWords(cardWords.value, name)
}

export function fieldHint(of: CardKind, name: string): string | undefined {
  return (cardWords.value.hints as Readonly<Record<string, string>>)[`${of}.${name}`]
}

export function choiceWords(value: string): string {
  return (cardWords.value.choices as Readonly<Record<string, string>>)[value] ?? value
}

/** A value of a field in words, one line each; empty where nobody stated it. */
export function valueLines(room: Room, field: Field | undefined, value: unknown): readonly string[] {
  if (value === null || value === undefined || !field) return []
  if (Array.isArray(value)) return value.flatMap(each => valueLines(room, field, each))
  const { value: state } = room.source.state
  const named = (id: string) => room.session.names.value.get(id) ?? id
  switch (field.is) {
    case 'choice':
      return [choiceWords(String(value))]
    case 'card': {
      const card = knownCard(state, String(value))
      return [card ? titleOf(state, card) : String(value)]
    }
    case 'recording':
      return [named(String(value))]
    case 'moment':
    case 'moments':
      return [state.moments.get(String(value))?.name ?? String(value)]
    case 'statement':
      return [state.statements.get(String(value))?.passage.exact ?? String(value)]
    case 'wall': {
      const { local, zone } = value as { readonly local: string; readonly zone: string }
      return [`${local.replace('T', ' ')} ${zone}`]
    }
    case 'coverage': {
      const { recording, had } = value as { readonly recording: string; readonly had: keyof HadWords }
      return [`${named(recording)}: ${caseWords.value.claim.had[had]}`]
    }
    case 'line':
    case 'text':
    case 'day':
    case 'count':
    case 'file':
    case 'lines':
    case 'hashes':
      return [String(value)]
  }
}

type HadWords = (typeof caseWords)['value']['claim']['had']

/** The stated open fields of a card in the order of its kind, without those left out. */
export function statedFields(room: Room, card: KnownCard, without: readonly string[] = []) {
  return Object.entries(fieldsOf(card.of, false)).flatMap(([name, field]) => {
    const lines = valueLines(room, field, card.said[name])
    return lines.length === 0 || without.includes(name) ? [] : [{ name, lines }]
  })
}
