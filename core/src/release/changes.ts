import type { Composition } from './composition.ts'
import type { ReleaseDocument } from './release-document.ts'

/** What a version holds otherwise than the one before, by title: counted, so that nobody has to be believed. */
export function changesBetween(
  before: Composition | null,
  now: Composition,
): Omit<NonNullable<ReleaseDocument['changes']>, 'words'> {
  const [was, is] = [held(before), held(now)]
  return {
    added: [...is.keys()].filter(title => !was.has(title)),
    removed: [...was.keys()].filter(title => !is.has(title)),
    replaced: [...is].flatMap(([title, what]) => (was.has(title) && was.get(title) !== what ? [title] : [])),
  }
}

/** What goes out under each title, as a text to compare. */
function held(composition: Composition | null): ReadonlyMap<string, string> {
  if (!composition) return new Map()
  const { recordings, documents, accounts } = composition
  return new Map([
    ...recordings.map(({ title, recording, as }) => [title, `${recording} ${as}`] as const),
    ...documents.map(({ title, file }) => [title, file] as const),
    ...accounts.map(({ title, account, whole }) => [title, `${account} ${whole}`] as const),
  ])
}
