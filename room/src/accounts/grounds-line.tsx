import { type Ground, groundsOf, isThin, type Row, type ShownLink } from '@sightline/core/side-by-side'
import { accountsWords } from '../strings/accounts-words.ts'

/** On what a link rests: what was found, with what it is about, then how many words and which are shared. */
export function GroundsLine({ link }: { readonly link: ShownLink }) {
  const w = accountsWords.value.voices
  const grounds = groundsOf(link)
  if (grounds.length === 0) return null
  return (
    <>
      <ul class="grounds small muted">
        {grounds.map((ground, at) => (
          <li key={at}>{groundWords(ground)}</li>
        ))}
      </ul>
      {isThin(link) && <p class="small">{w.thinSign}</p>}
    </>
  )
}

function groundWords(ground: Ground): string {
  const w = accountsWords.value.voices
  switch (ground.kind) {
    case 'words':
      return ground.words
    case 'shared':
      return `${w.sharedWords(ground.terms.length)}: ${ground.terms.join(', ')}`
    case 'issue':
      return `${w.grounds.issue}: ${ground.terms.join(', ')}`
    default:
      return ground.of === null ? w.grounds[ground.kind] : `${w.grounds[ground.kind]}: ${ground.of}`
  }
}

/** The one ground that says most about a row of candidates, in few words; null where people alone stand behind it. */
export function strongestGround({ links, kind: ofRow }: Row): string | null {
  const w = accountsWords.value.voices
  const grounds = links
    .filter(({ origin, relation }) => origin.kind === 'candidate' && relation === ofRow)
    .flatMap(link => groundsOf(link))
  const found = grounds.find(({ kind }) => kind !== 'shared' && kind !== 'issue' && kind !== 'words')
  if (found) return groundWords(found)
  const counts = grounds.flatMap(ground => (ground.kind === 'shared' ? [ground.terms.length] : []))
  return counts.length === 0 ? null : w.sharedWords(Math.max(...counts))
}
