import { fieldsOf } from '../case/cards/index.ts'
import type { Leaving } from './leaving.ts'

/**
 * What leaves, as the rows of a table with a head: one row for each field that somebody stated. Names of kinds, fields and choices
 * are those of the format, which no language changes; a field that names a card holds its number.
 */
export function tableRows(leaving: Leaving): readonly (readonly string[])[] {
  const head = ['card', 'kind', 'field', 'value', 'entered_by', 'entered_at']
  const rows = leaving.cards.flatMap(({ id, of, said, by, at }) =>
    Object.keys(fieldsOf(of, false)).flatMap(field =>
      valuesOf(said[field]).map(value => [id, of, field, value, by, at]),
    ),
  )
  return [head, ...rows]
}

function valuesOf(value: unknown): readonly string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap(valuesOf)
  if (typeof value !== 'object') return [String(value)]
  const { local, zone, recording, had } = value as Readonly<Record<string, unknown>>
  return [local === undefined ? `${String(recording)} ${String(had)}` : `${String(local)} ${String(zone)}`]
}
