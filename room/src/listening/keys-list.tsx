import { listeningWords } from '../strings/listening-words.ts'

/** The keys of a part of the page, each with what it does. */
export function KeysList({ list }: { readonly list: readonly (readonly [string, string])[] }) {
  const w = listeningWords.value.keys
  return (
    <details class="keys-list">
      <summary class="small">{w.title}</summary>
      <dl class="small">
        {list.map(([key, what]) => (
          <div key={key}>
            <dt class="mono">{key}</dt>
            <dd class="muted">{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
