import { allCards, fieldsOf, type KnownCard, kindOf, walledFiles } from '../case/cards/index.ts'
import type { CaseState } from '../case/index.ts'
import { titleOf } from './title.ts'

/** A place where words were found. `id` is that of the card, moment, file or expectation. */
export interface Found {
  readonly kind: 'card' | 'moment' | 'statement' | 'link' | 'matter' | 'file' | 'expected'
  readonly id: string
  readonly of: KnownCard['of'] | null
  readonly title: string
  /** The words around the first place, and where in them it is; null where the title says it all. */
  readonly excerpt: string | null
}

// A card never changes, a changed one is another: its words are put together once.
const texts = new WeakMap<KnownCard, Text>()

interface Text {
  readonly asSaid: string
  readonly plain: string
}

/**
 * Looks for all words of a query in the open fields of standing cards, in moments, statements that people took up, notes of links and names of
 * matters, names of files and expected recordings, without regard to case and accents. Nothing private and nothing behind the wall is looked into, and neither is what was withdrawn.
 */
export function searchCase(state: CaseState, query: string): readonly Found[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const has = (text: string) => words.every(word => text.includes(word))
  const found: Found[] = []
  for (const card of allCards(state)) {
    if (card.withdrawn !== null || !kindOf(card.of).leaves) continue
    const text = textOf(card)
    if (has(text.plain))
      found.push({
        kind: 'card',
        id: card.id,
        of: card.of,
        title: titleOf(state, card),
        excerpt: excerptOf(text, words[0] ?? ''),
      })
  }
  for (const { id, name, description, tags, withdrawn } of state.moments.values())
    if (withdrawn === null && has(plain([name, description ?? '', ...tags].join(' '))))
      found.push({ kind: 'moment', id, of: null, title: name, excerpt: description })
  const walled = walledFiles(state)
  for (const { id, passage, withdrawn } of state.statements.values()) {
    const account = state.accounts.get(passage.account)?.firstName ?? passage.account
    if (withdrawn === null && !walled.has(account) && has(plain(passage.exact)))
      found.push({ kind: 'statement', id, of: null, title: passage.exact, excerpt: account })
  }
  for (const { id, a, b, note, withdrawn } of state.statementLinks.values()) {
    const isWalled = [a, b].some(({ account }) => walled.has(state.accounts.get(account)?.firstName ?? ''))
    if (withdrawn === null && note !== null && !isWalled && has(plain(note)))
      found.push({ kind: 'link', id, of: null, title: note, excerpt: `${a.exact} / ${b.exact}` })
  }
  for (const { id, name, note, withdrawn } of state.matters.values())
    if (withdrawn === null && has(plain(`${name} ${note ?? ''}`)))
      found.push({ kind: 'matter', id, of: null, title: name, excerpt: note })
  for (const path of state.files.keys())
    if (!walled.has(path) && has(plain(path)))
      found.push({ kind: 'file', id: path, of: null, title: path, excerpt: null })
  for (const { id, description, saidBy, note } of state.expected.values())
    if (has(plain(`${description} ${saidBy} ${note ?? ''}`)))
      found.push({ kind: 'expected', id, of: null, title: description, excerpt: note })
  return found
}

function textOf(card: KnownCard): Text {
  const known = texts.get(card)
  if (known !== undefined) return known
  const fields = fieldsOf(card.of, false)
  const asSaid = Object.entries(card.said)
    .flatMap(([name, value]): readonly unknown[] => {
      const is = fields[name]?.is
      if (is === 'line' || is === 'text' || is === 'day') return [value]
      return is === 'lines' ? ((value ?? []) as readonly string[]) : []
    })
    .filter(value => typeof value === 'string')
    .join(' · ')
  const text = { asSaid, plain: plain(asSaid) }
  texts.set(card, text)
  return text
}

function excerptOf({ asSaid: text, plain: lower }: Text, word: string): string {
  const at = lower.indexOf(word)
  const from = Math.max(0, at - 60)
  return `${from > 0 ? '…' : ''}${text.slice(from, from + 160)}${text.length > from + 160 ? '…' : ''}`
}

/** Lower case without accents. Letters keep their number, so that places in it are places in the text. */
function plain(text: string): string {
  // Pure ASCII, by far the most, needs no taking apart.
  const lower = text.toLowerCase()
  return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}
