import type { EntryWords } from '../pages/entry-words.ts'
import type { LogLine } from '../source/case-source.ts'

/** What a person wants to see of the log; null is anything. */
export interface LogFilter {
  readonly words: string
  /** A person, or `machine` for programs. */
  readonly who: string | null
  /** A recording, account or moment by its id. */
  readonly item: string | null
}

export const everything: LogFilter = { words: '', who: null, item: null }

export function isEverything({ words, who, item }: LogFilter): boolean {
  return words.trim() === '' && who === null && item === null
}

/** Whether an entry fits. An entry whose body is absent fits only what asks for nothing but words. */
export function fits(
  { words, who, item }: LogFilter,
  { entry }: LogLine,
  told: () => EntryWords & { readonly by: string },
): boolean {
  if (who !== null) {
    if (!('agent' in entry)) return false
    if ((entry.agent.kind === 'machine' ? 'machine' : entry.agent.person) !== who) return false
  }
  if (item !== null && !('detail' in entry && names(entry.detail, item))) return false
  const wanted = words.trim().toLocaleLowerCase()
  if (wanted === '') return true
  const { what, detail, by } = told()
  return `${what}\n${detail}\n${by}`.toLocaleLowerCase().includes(wanted)
}

/** Whether an item is named anywhere in what an entry says. */
function names(value: unknown, item: string): boolean {
  if (typeof value === 'string') return value === item
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(each => names(each, item))
}
