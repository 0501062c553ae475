import { type AccountId, type CaseState, isSamePassage, type Passage } from '../case/index.ts'

/** What goes out of the text of an account whose text stays: short quotes, with what lies between them left out. */
export interface Excerpt {
  readonly text: string
  /** Where a passage of the account lies in these quotes; null where it does not go out. */
  placed(passage: Passage): Passage | null
}

/** A few sentences. What is longer is no short quote, and stays. */
export const longestQuote = 500
/** Of one account, in all, beside what is cited: less than anybody would read instead of it. */
const mostQuoted = 3000
const between = '\n\n[…]\n\n'

export interface ExcerptInput {
  readonly state: CaseState
  /** Accounts of which quotes go out. */
  readonly accounts: ReadonlySet<AccountId>
  /** Statements that go out, by their number. */
  readonly statements: ReadonlySet<string>
  /** Takes private words out of a text. */
  readonly keep: (text: string) => string
}

/**
 * The quotes of each account: statements that go out, and beside them what a person linked or gathered under a matter, where it
 * is short and not too much.
 */
export function excerptsOf({
  state,
  accounts,
  statements,
  keep,
}: ExcerptInput): ReadonlyMap<AccountId, Excerpt> {
  const cited = [...state.statements.values()].flatMap(each =>
    each.withdrawn === null && statements.has(each.id) ? [each.passage] : [],
  )
  const compared = [
    // A link tells of two accounts: with one of them it would tell of what stays.
    ...[...state.statementLinks.values()].flatMap(({ withdrawn, a, b }) =>
      withdrawn === null && accounts.has(a.account) && accounts.has(b.account) ? [a, b] : [],
    ),
    ...[...state.matters.values()].flatMap(each => (each.withdrawn === null ? each.passages : [])),
  ].filter(({ exact }) => exact.length <= longestQuote)
  const excerpts = new Map<AccountId, Excerpt>()
  for (const account of accounts) {
    const own = cited.filter(each => each.account === account)
    let left = mostQuoted
    for (const each of compared) {
      if (each.account !== account || each.exact.length > left) continue
      left -= each.exact.length
      own.push(each)
    }
    if (own.length > 0) excerpts.set(account, excerptOf(own, keep))
  }
  return excerpts
}

interface Block {
  readonly start: number
  readonly end: number
  readonly exact: string
}

function excerptOf(passages: readonly Passage[], keep: (text: string) => string): Excerpt {
  const blocks: Block[] = []
  for (const { start, end, exact } of passages.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = blocks.at(-1)
    if (!last || start >= last.end) blocks.push({ start, end, exact })
    else if (end > last.end)
      blocks[blocks.length - 1] = {
        start: last.start,
        end,
        exact: last.exact + exact.slice(last.end - start),
      }
  }
  let text = ''
  const placedBlocks = blocks.map(block => {
    const told = keep(block.exact)
    const at = text === '' ? 0 : text.length + between.length
    text = text === '' ? told : text + between + told
    return { ...block, told, at }
  })
  return {
    text,
    placed(passage) {
      const block = placedBlocks.find(({ start, end }) => start <= passage.start && passage.end <= end)
      if (!block || !passages.some(each => isSamePassage(each, passage))) return null
      // Where words were withheld in it, places within it are no longer known: then all of it is meant.
      const isWhole = block.told === block.exact
      const start = block.at + (isWhole ? passage.start - block.start : 0)
      const end = isWhole ? start + passage.exact.length : block.at + block.told.length
      return { account: passage.account, start, end, exact: text.slice(start, end), prefix: '', suffix: '' }
    },
  }
}
