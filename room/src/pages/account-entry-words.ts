import { type CaseState, type Entry, lastDayOf, type Passage } from '@sightline/core/case'

/** The types of entries about accounts. */
const aboutAccounts = [
  ...['account-read', 'account-refused', 'account-described', 'accounts-compared', 'accounts-not-compared'],
  ...['statement-made', 'statement-corrected', 'statement-withdrawn', 'statement-restored'],
  ...['statements-linked', 'link-corrected', 'link-withdrawn', 'link-restored'],
  ...['matter-named', 'matter-renamed', 'matter-gathered', 'matter-released'],
  ...['matter-withdrawn', 'matter-restored'],
  ...['statements-parted', 'parting-withdrawn', 'parting-restored'],
  ...['candidate-dismissed', 'dismissal-withdrawn', 'dismissal-restored'],
  ...['day-stated', 'day-corrected', 'day-withdrawn', 'day-restored'],
] as const

export type AccountEntry = Extract<Entry, { readonly type: (typeof aboutAccounts)[number] }>

export function isAboutAccounts<E extends { readonly type: string }>(entry: E): entry is E & AccountEntry {
  return (aboutAccounts as readonly string[]).includes(entry.type)
}

/** The number of the thing, or the hash of the account, that an entry is about; null of one about all accounts. */
export function subjectOf({ detail }: AccountEntry): string | null {
  if ('id' in detail) return detail.id
  return 'account' in detail ? detail.account : null
}

const longestWords = 80

/** Of what an entry about accounts tells, without sentences of our own: names, words of the account, reasons. */
export function accountEntryDetail(state: CaseState, entry: AccountEntry): string {
  const nameOf = (id: string) =>
    state.accounts.get(id)?.said?.outlet ?? state.accounts.get(id)?.firstName ?? id
  const quoted = ({ exact, account }: Passage) => `${nameOf(account)}: “${cut(exact)}”`
  switch (entry.type) {
    case 'account-read':
      return said(nameOf(entry.detail.account), entry.detail.reader)
    case 'account-refused':
      return said(nameOf(entry.detail.account), entry.detail.why.message)
    case 'account-described':
      return said(state.accounts.get(entry.detail.account)?.firstName, entry.detail.outlet)
    case 'accounts-compared':
      return said(entry.detail.method, entry.detail.version)
    case 'statement-made':
    case 'statement-corrected':
      return said(entry.detail.id, quoted(entry.detail.passage), entry.detail.source?.chain.join(' → '))
    case 'statements-linked':
      return said(entry.detail.id, quoted(entry.detail.a), quoted(entry.detail.b))
    case 'accounts-not-compared':
      return entry.detail.why.message
    case 'link-corrected':
      return said(entry.detail.id, entry.detail.note)
    case 'matter-named':
    case 'matter-renamed':
      return said(entry.detail.id, entry.detail.name)
    case 'matter-gathered':
    case 'matter-released':
      return said(
        state.matters.get(entry.detail.id)?.name ?? entry.detail.id,
        ...entry.detail.passages.map(quoted),
      )
    case 'statements-parted':
      return said(entry.detail.id, ...entry.detail.into.map(quoted))
    case 'candidate-dismissed': {
      const { of, reason } = entry.detail
      return said(...(of.kind === 'link' ? [of.a, of.b] : [of.passage]).map(quoted), reason)
    }
    case 'day-stated':
    case 'day-corrected': {
      const { id, days, time, reason } = entry.detail
      const of = entry.type === 'day-stated' ? entry.detail.of : state.statedDays.get(id)?.of
      const whose =
        of?.kind === 'words' ? quoted(of.passage) : of?.kind === 'account' ? nameOf(of.account) : ''
      const last = lastDayOf(days)
      return said(id, whose, last === days.from ? last : `${days.from} – ${last}`, time, reason)
    }
    case 'day-withdrawn':
    case 'day-restored':
    case 'statement-withdrawn':
    case 'statement-restored':
    case 'link-withdrawn':
    case 'link-restored':
    case 'matter-withdrawn':
    case 'matter-restored':
    case 'parting-withdrawn':
    case 'parting-restored':
    case 'dismissal-withdrawn':
    case 'dismissal-restored':
      return said(entry.detail.id, entry.detail.reason)
  }
}

function said(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter(part => part).join(' · ')
}

function cut(words: string): string {
  return words.length <= longestWords ? words : `${words.slice(0, longestWords - 1)}…`
}
