import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { composeModel } from './compose-model.ts'

interface Props {
  readonly room: Room
  /** Which dialog adds and changes one. */
  readonly kind: 'statement' | 'withheld' | 'gone'
  readonly title: string
  readonly none: string
  readonly items: readonly { readonly head: string; readonly text: string; readonly more: string | null }[]
  readonly onRemove: (index: number) => void
}

/** Things that a person words, one after the other, each of several fields. */
export function ItemList({ room, kind, title, none, items, onRemove }: Props) {
  const w = composeWords.value
  const model = composeModel(room)
  const ask = (index: number | null) => {
    model.dialog.value = kind === 'gone' ? { kind, index, what: '' } : { kind, index }
  }
  return (
    <section class="card-section" aria-label={title}>
      <header class="row">
        <h3>
          {title} {items.length > 0 && <span class="count">{items.length}</span>}
        </h3>
        <button type="button" class="button small" data-target={kind} onClick={() => ask(null)}>
          {w.add}
          <span class="unseen"> {title}</span>
        </button>
      </header>
      {items.length === 0 && <p class="muted">{none}</p>}
      <div class="cards">
        {items.map(({ head, text, more }, index) => (
          <article key={`${index} ${head}`} class="card">
            <h4>{head}</h4>
            <p class="worded">{text}</p>
            {more !== null && <p class="muted small">{more}</p>}
            <p class="row">
              <button
                type="button"
                class="link small"
                data-target={`${kind} ${index + 1}`}
                onClick={() => ask(index)}
              >
                {w.change}
                <span class="unseen"> {head}</span>
              </button>
              <button type="button" class="link small" onClick={() => onRemove(index)}>
                {w.remove}
                <span class="unseen"> {head}</span>
              </button>
            </p>
          </article>
        ))}
      </div>
    </section>
  )
}
