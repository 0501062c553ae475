import { placementOf } from '@sightline/core/case'
import { type CardKind, cardsOf, type KnownCard } from '@sightline/core/case/cards'
import { claimView, differ, titleOf } from '@sightline/core/case-file'
import type { ComponentChildren } from 'preact'
import type { Room } from '../room-model.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'
import { timeText } from '../time-text.ts'
import { MinorSign } from './card-item.tsx'
import { type CasePart, deskOf, goToCard } from './case-desk.ts'
import { Dues } from './due-view.tsx'
import { choiceWords } from './field-words.ts'
import { PartyWords } from './party-words.tsx'

const mostListed = 8

/** The case in a minute: what was recorded, who is in it, what is held, disputed, open and due. */
export function Overview({ room }: { readonly room: Room }) {
  const w = caseWords.value.overviewOf
  const { value: state } = room.source.state
  const claims = cardsOf(state, 'claim').map(claim => claimView(state, claim))
  const differing = claims.filter(({ findings }) => differ(findings))
  const without = claims.filter(({ findings }) => findings.length === 0)
  const expected = [...state.expected.values()].filter(each => each.state.kind === 'expected')
  // Where findings differ comes first; nothing is said of who is right.
  const shown = [...differing, ...claims.filter(each => !differing.includes(each))]
  return (
    <div class="overview">
      <PartyWords room={room} isCover={false} />
      <Block room={room} title={w.happened}>
        <Happened room={room} />
      </Block>
      <Block room={room} title={w.who} part="people">
        <Titles room={room} of="participant" />
      </Block>
      <Block room={room} title={w.held} part="holdings">
        <p>{w.files(state.files.size)}</p>
        <p>{w.documents(cardsOf(state, 'document').length)}</p>
        <p>{w.expected(expected.length)}</p>
        <ul class="titles">
          {expected.slice(0, mostListed).map(({ id, description, saidBy }) => (
            <li key={id}>
              {description}
              <span class="muted small">{saidBy}</span>
            </li>
          ))}
        </ul>
      </Block>
      <Block room={room} title={w.disputed} part="claims">
        <p class="muted">{w.claims(claims.length, differing.length, without.length)}</p>
        <ul class="titles">
          {shown.slice(0, mostListed).map(({ claim, findings }) => (
            <li key={claim.id}>
              <CardLink room={room} card={claim as unknown as KnownCard} />
              {differ(findings) && <span class="differs">{w.findingsDiffer}</span>}
              <span class="muted small">
                {findings
                  .filter(each => !each.isEarlier)
                  .map(({ finding }) => choiceWords(finding.said.result))
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Block>
      <Block room={room} title={w.due} part="release">
        {/* A released case knows no more than how far it was while it was made. */}
        {!room.source.can.check && (
          <p>
            {caseWords.value.stage.title}: <strong>{caseWords.value.stage[state.release.stage]}</strong>
          </p>
        )}
        <Dues room={room} isWhole={false} />
      </Block>
      <Block room={room} title={w.proceedings} part="proceedings">
        <ul class="titles">
          {cardsOf(state, 'proceeding')
            .slice(0, mostListed)
            .map(card => (
              <li key={card.id}>
                <CardLink room={room} card={card as unknown as KnownCard} />
                <span class="muted small">
                  {choiceWords(card.said.sort)} · {choiceWords(card.said.state)}
                </span>
                {card.said.outcome !== null && <q>{card.said.outcome}</q>}
              </li>
            ))}
        </ul>
        {cardsOf(state, 'proceeding').length === 0 && (
          <p class="muted">{cardWords.value.kinds.proceeding.none}</p>
        )}
      </Block>
      <Block room={room} title={w.open} part="proceedings">
        <Titles room={room} of="question" />
      </Block>
    </div>
  )
}

interface BlockProps {
  readonly room: Room
  readonly title: string
  readonly part?: CasePart
  readonly children: ComponentChildren
}

function Block({ room, title, part, children }: BlockProps) {
  return (
    <section class="block" aria-label={title}>
      <header class="row">
        <h3>{title}</h3>
        {part !== undefined && (
          <button
            type="button"
            class="link small"
            onClick={() => {
              deskOf(room).part.value = part
            }}
          >
            {caseWords.value.overviewOf.all}
            <span class="unseen"> {caseWords.value[part]}</span>
          </button>
        )}
      </header>
      {children}
    </section>
  )
}

function CardLink({ room, card }: { readonly room: Room; readonly card: KnownCard }) {
  return (
    <button type="button" class="link" onClick={() => goToCard(room, card)}>
      {titleOf(room.source.state.value, card)}
    </button>
  )
}

function Titles({ room, of }: { readonly room: Room; readonly of: CardKind }) {
  const { value: state } = room.source.state
  const cards = cardsOf(state, of) as unknown as readonly KnownCard[]
  if (cards.length === 0) return <p class="muted">{cardWords.value.kinds[of].none}</p>
  return (
    <ul class="titles">
      {cards.slice(0, mostListed).map(card => (
        <li key={card.id}>
          <CardLink room={room} card={card} />
          <MinorSign said={card.said} />
        </li>
      ))}
      {cards.length > mostListed && (
        <li class="muted">{caseWords.value.overviewOf.further(cards.length - mostListed)}</li>
      )}
    </ul>
  )
}

function Happened({ room }: { readonly room: Room }) {
  const w = caseWords.value.overviewOf
  const { value: state } = room.source.state
  const { whole } = room.session
  const held = [...state.recordings.values()].filter(({ film }) => !film)
  const placed = held.filter(recording => placementOf(recording)?.kind === 'placed')
  const moments = room.marks.all.value.filter(({ moment }) => moment.withdrawn === null)
  return (
    <>
      <p>{w.recordings(held.length, placed.length)}</p>
      {placed.length > 0 && (
        <p class="muted">{w.span(timeText(whole.value.from, 0), timeText(whole.value.to, 0))}</p>
      )}
      {moments.length === 0 && <p class="muted">{w.noMoments}</p>}
      <ol class="titles">
        {moments.slice(0, mostListed).map(({ moment, on }) => (
          <li key={moment.id}>
            <span class="mono">{on === null ? '–' : timeText(on.from)}</span> {moment.name}
          </li>
        ))}
      </ol>
    </>
  )
}
