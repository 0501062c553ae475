import type { Field, FieldIs, Fields, SaidBy } from '../cards/field.ts'
import { type CardKind, fieldsOf, filled, kindOf } from '../cards/kinds.ts'
import type { Decision } from '../command.ts'
import type { CaseState } from '../state.ts'

type Said = Readonly<Record<string, unknown>>

/** What a card comes to, trimmed as its fields have it, or why it cannot be said so. */
type Checked =
  | {
      readonly kind: 'fits'
      readonly said: Record<string, unknown>
      readonly hidden: Record<string, unknown>
    }
  | { readonly kind: 'refused'; readonly why: Decision }

/** Looks a card over before it is entered or changed: `before` is the card as it stands, `said` and `hidden` what is stated now. */
export function checked(state: CaseState, of: CardKind, before: Said, said: Said, hidden: Said): Checked {
  const refused = (message: string): Checked => ({ kind: 'refused', why: { kind: 'impossible', message } })
  const open = fieldsOf(of, false)
  const misread = unreadable(open, said) ?? unreadable(fieldsOf(of, true), hidden)
  if (misread !== null) return refused(`${of}: ${misread}`)
  const now = trimmed(open, said)
  const all = { ...filled(open, before), ...now }
  const missing = Object.keys(open).filter(name => open[name]?.isRequired && (all[name] ?? null) === null)
  if (missing.length > 0) return refused(`${of}: ${missing.join(', ')} must be stated`)
  for (const [name, field] of Object.entries(open)) {
    const why = unknownIn(state, field, now[name] ?? null)
    if (why) return { kind: 'refused', why }
  }
  const wrong = kindOf(of).wrong(all as SaidBy<Fields>)
  return wrong === null
    ? { kind: 'fits', said: now, hidden: trimmed(fieldsOf(of, true), hidden) }
    : refused(wrong)
}

function trimmed(fields: Fields, said: Said): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      value === null ? null : fields[name]?.schema.parse(value),
    ]),
  )
}

/** Names of cards as a person may type them are not looked into: only fields that point are checked. */
function unknownIn(state: CaseState, field: Field, value: unknown): Decision | null {
  const unknown = (noun: unknown): Decision => ({ kind: 'unknown', noun: String(noun) })
  switch (field.is) {
    case 'card': {
      const card = value === null ? null : state.cards.get(String(value))
      if (card === null || (card && field.of.includes(card.of))) return null
      return unknown(value)
    }
    case 'recording':
      return value === null || state.recordings.has(String(value)) ? null : unknown(value)
    case 'moment':
      return value === null || state.moments.has(String(value)) ? null : unknown(value)
    case 'moments': {
      const lost = ((value ?? []) as readonly string[]).find(each => !state.moments.has(each))
      return lost === undefined ? null : unknown(lost)
    }
    case 'statement':
      return value === null || state.statements.has(String(value)) ? null : unknown(value)
    case 'file':
      return value === null || state.files.has(String(value)) ? null : unknown(value)
    case 'line':
    case 'text':
    case 'day':
    case 'wall':
    case 'count':
    case 'choice':
    case 'lines':
    case 'hashes':
    case 'coverage':
      return null
  }
}

const asked: Readonly<Record<FieldIs, string>> = {
  line: 'one line of up to 300 letters',
  text: 'up to 4000 letters',
  day: 'a day such as 2031-05-02',
  wall: 'a date and a time of day in a zone',
  count: 'a whole number from 0 to 10000',
  choice: 'one of a list',
  card: 'the number of a card',
  recording: 'a recording of the case',
  moment: 'a moment of the case',
  moments: 'one to 100 moments of the case',
  statement: 'a statement of the case',
  file: 'a name in the folder',
  lines: 'one to 50 lines',
  hashes: 'one to 200 hashes (SHA-256)',
  coverage: 'what the cameras had',
}

/** What is not a field, or not what its field takes, in words for whoever asked. */
function unreadable(fields: Fields, said: Said): string | null {
  for (const [name, value] of Object.entries(said)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) return `"${name}" is not among its fields`
    // A field may be taken back; whether it may lack is looked at over the whole card.
    if (value === null || field.schema.safeParse(value).success) continue
    const wanted = field.choices.length > 0 ? `one of ${field.choices.join(', ')}` : asked[field.is]
    return `"${name}": expected ${wanted}, found ${JSON.stringify(value)?.slice(0, 80)}`
  }
  return null
}
