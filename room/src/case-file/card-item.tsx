import { fieldsOf, type KnownCard, kindOf, readHidden } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'
import { numbers } from '../strings/numbers.ts'
import { type Asked, deskOf } from './case-desk.ts'
import { fieldLabel, statedFields, valueLines } from './field-words.ts'

interface Props {
  readonly room: Room
  readonly card: KnownCard
  /** Fields that are told elsewhere. */
  readonly without?: readonly string[]
  /** What stands in place of the card's own title; null for none. */
  readonly title?: ComponentChildren
  readonly children?: ComponentChildren
}

/** One card: what was stated, what was not, by whom, and what can be done with it. */
export function CardItem({ room, card, without = [], title, children }: Props) {
  const element = useRef<HTMLElement>(null)
  const desk = deskOf(room)
  const isOpen = desk.open.value === card.id
  useEffect(() => {
    if (isOpen) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const { value: state } = room.source.state
  const w = caseWords.value
  return (
    <article
      ref={element}
      class="card"
      data-card={card.id}
      data-withdrawn={card.withdrawn !== null || undefined}
      aria-current={isOpen ? 'true' : undefined}
    >
      {title !== null && (
        <h4>
          {title ?? titleOf(state, card)}
          <MinorSign said={card.said} />
        </h4>
      )}
      {card.withdrawn !== null && <p class="small">{w.withdrawn(card.withdrawn)}</p>}
      <CardFacts room={room} card={card} without={without} isTitled={title === undefined} />
      {children}
      <p class="card-foot small muted">
        <span>{w.enteredBy(agentName(room, card.agent), numbers.value.utc(card.at).slice(0, 16))}</span>
        <CardActs room={room} card={card} />
      </p>
    </article>
  )
}

/** Said of every card that tells whether a minor is meant, wherever it is shown. */
export function MinorSign({ said }: { readonly said: KnownCard['said'] }) {
  const minor = said['minor'] ?? said['minorInvolved']
  const w = caseWords.value
  if (minor === 'yes') return <span class="marked">{w.minor}</span>
  return minor === 'unknown' ? <span class="marked quiet">{w.minorUnknown}</span> : null
}

/** What a card says, and by their names the fields that nobody stated. */
export function CardFacts({
  room,
  card,
  without,
  isTitled,
}: {
  readonly room: Room
  readonly card: KnownCard
  readonly without: readonly string[]
  /** Whether the card's own title stands above: what it is called by is then not said again. */
  readonly isTitled: boolean
}) {
  const w = caseWords.value
  const { value: state } = room.source.state
  const titleField =
    isTitled && Object.keys(fieldsOf(card.of, false)).find(name => card.said[name] === titleOf(state, card))
  const left = [...without, 'minor', 'minorInvolved', ...(titleField ? [titleField] : [])]
  const stated = statedFields(room, card, left)
  const unstated = Object.keys(fieldsOf(card.of, false)).filter(
    name => !left.includes(name) && card.said[name] === null,
  )
  const hidden = readHidden(state, card) ?? {}
  const hiddenStated = Object.entries(fieldsOf(card.of, true)).flatMap(([name, field]) => {
    const lines = valueLines(room, field, hidden[name])
    return lines.length === 0 ? [] : [{ name, lines }]
  })
  return (
    <>
      {stated.length > 0 && (
        <dl class="card-facts">
          {stated.map(({ name, lines }) => (
            <Fact key={name} name={name} lines={lines} />
          ))}
        </dl>
      )}
      {unstated.length > 0 && (
        <p class="small muted">
          {w.unknown}: {unstated.map(fieldLabel).join(', ')}
        </p>
      )}
      {hiddenStated.length > 0 && (
        <details class="card-hidden">
          <summary class="small muted">{w.hidden}</summary>
          <dl class="card-facts">
            {hiddenStated.map(({ name, lines }) => (
              <Fact key={name} name={name} lines={lines} />
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

function Fact({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <dt>{fieldLabel(name)}</dt>
      <dd class={name === 'hashes' ? 'mono' : undefined}>
        {lines.map(line => (
          <div key={line}>{line}</div>
        ))}
      </dd>
    </div>
  )
}

function CardActs({ room, card }: { readonly room: Room; readonly card: KnownCard }) {
  const w = caseWords.value
  const title = titleOf(room.source.state.value, card)
  const isStanding = card.withdrawn === null
  const act = (kind: Extract<Asked, { readonly card: KnownCard }>['kind'], label: string) => (
    <button
      key={kind}
      type="button"
      class="link"
      onClick={() => {
        deskOf(room).asked.value = { kind, card }
      }}
    >
      {label}
      <span class="unseen">
        {' '}
        {cardWords.value.kinds[card.of].one} {title}
      </span>
    </button>
  )
  return (
    <span class="row small">
      {room.source.can.command && isStanding && !kindOf(card.of).isFixed && act('change', w.change)}
      {room.source.can.command && (isStanding ? act('withdraw', w.withdraw) : act('restore', w.restore))}
      {act('history', w.history)}
    </span>
  )
}
