import {
  type Column,
  type Ground,
  groundsAsSaid,
  groundsOf,
  isThin,
  nameOfMatter,
  type Row,
  type ShownLink,
  sharedWords,
} from '@sightline/core/side-by-side'
import { accountsWords } from '../strings/accounts-words.ts'

/** On what a link rests: what was found, with what it is about, then how many words and which are shared. */
export function GroundsLine({
  link,
  columns,
}: {
  readonly link: ShownLink
  readonly columns: readonly Column[]
}) {
  const w = accountsWords.value.voices
  const grounds = groundsAsSaid(link, columns)
  if (grounds.length === 0) return null
  return (
    <>
      <ul class="grounds small muted">
        {grounds.map((ground, at) => (
          <li key={at}>{groundWords(ground)}</li>
        ))}
      </ul>
      {isThin(link) && <p class="small">{w.thinSign}</p>}
      {sharesNone(link) && <p class="small">{w.sharesNone}</p>}
    </>
  )
}

/** A candidate conflict between statements that have no word of weight in common: they may be about two things. */
function sharesNone(link: ShownLink): boolean {
  return link.origin.kind === 'candidate' && link.relation === 'conflict' && sharedWords(link) === 0
}

function groundWords(ground: Ground): string {
  const w = accountsWords.value.voices
  switch (ground.kind) {
    case 'words':
      return ground.words
    case 'shared':
      return `${w.sharedWords(ground.terms.length)}: ${ground.terms.join(', ')}`
    case 'issue':
    case 'matter':
    case 'topic':
    case 'beside':
      return `${w.grounds[ground.kind]}: ${ground.terms.map(nameOfMatter).join(', ')}`
    default:
      return ground.of === null
        ? w.grounds[ground.kind]
        : `${w.grounds[ground.kind]}: ${nameOfMatter(ground.of)}`
  }
}

/** The one ground that says most about a row of candidates, in few words; null where people alone stand behind it. */
export function strongestGround({ links, kind: ofRow }: Row): string | null {
  const w = accountsWords.value.voices
  const grounds = links
    .filter(({ origin, relation }) => origin.kind === 'candidate' && relation === ofRow)
    .flatMap(link => groundsOf(link))
  const found = grounds.find(({ kind }) => !['shared', 'issue', 'matter', 'topic', 'words'].includes(kind))
  const conflicts = links.filter(({ relation }) => relation === 'conflict')
  if (found)
    return conflicts.length > 0 && conflicts.every(sharesNone)
      ? `${groundWords(found)} · ${w.sharesNone}`
      : groundWords(found)
  const counts = grounds.flatMap(ground => (ground.kind === 'shared' ? [ground.terms.length] : []))
  const most = Math.max(0, ...counts)
  const question =
    grounds.find(({ kind }) => kind === 'matter') ??
    grounds.find(({ kind }) => kind === 'issue') ??
    grounds.find(({ kind }) => kind === 'topic')
  const told = [
    ...(most > 0 ? [w.sharedWords(most)] : []),
    ...(question && most < 2 ? [groundWords(question)] : []),
  ]
  return told.length === 0 ? null : told.join(' · ')
}
