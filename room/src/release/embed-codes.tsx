import { useId, useState } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { releaseWords } from '../strings/release-words.ts'

/** What somebody puts into a page of their own to show one recording. Only where this page has an address that others can reach. */
export function EmbedCodes({ room }: { readonly room: Room }) {
  const w = releaseWords.value
  const field = useId()
  // By their titles, as the small page knows them.
  const names = [...room.source.state.value.recordings].map(([id, { firstName }]) => [id, firstName] as const)
  const [chosen, choose] = useState(names[0]?.[0] ?? null)
  if (chosen === null || location.protocol === 'file:') return null
  const title = room.source.state.value.recordings.get(chosen)?.firstName ?? ''
  return (
    <section aria-labelledby="embed-title">
      <h3 id="embed-title">{w.embed}</h3>
      <p>{w.embedLead}</p>
      {names.length > 1 && (
        <select
          aria-label={w.embed}
          value={chosen}
          onChange={event => choose(event.currentTarget.value as typeof chosen)}
        >
          {names.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <label class="field" for={field}>
        {w.embedOf(title)}
      </label>
      <textarea
        id={field}
        class="mono"
        readOnly
        rows={4}
        value={codeFor(title)}
        onFocus={event => event.currentTarget.select()}
      />
    </section>
  )
}

function codeFor(title: string): string {
  const address = new URL('embed.html', location.href)
  address.hash = `angle=${encodeURIComponent(title)}`
  const named = title.replace(/[&<>"]/g, each => `&#${each.charCodeAt(0)};`)
  return `<iframe src="${address.href}" title="${named}" width="640" height="480" loading="lazy" allowfullscreen></iframe>`
}
