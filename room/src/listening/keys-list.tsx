import { listeningWords } from '../strings/listening-words.ts'

/** The keys of the page. */
export function KeysList() {
  const w = listeningWords.value.keys
  return (
    <details class="keys-list">
      <summary class="small">{w.title}</summary>
      <dl class="small">
        {Object.values(w.list).map(([key, what]) => (
          <div key={key}>
            <dt class="mono">{key}</dt>
            <dd class="muted">{what}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
