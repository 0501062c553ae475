import { useSignal } from '@preact/signals'
import { inNameOrder } from '@sightline/core/case'
import { type CardOf, type CoverageLine, cardsNaming, type KnownCard } from '@sightline/core/case/cards'
import { type ClaimView, claimView, coverageAt, differ } from '@sightline/core/case-file'
import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'
import { CardItem } from './card-item.tsx'
import { AddButton, CardSection } from './card-section.tsx'
import { deskOf } from './case-desk.ts'
import { playClaim } from './claim-play.ts'
import { choiceWords, fieldLabel } from './field-words.ts'

/** The board: a row for each claim, and below the chosen one everything that was said, marked and found of it. */
export function Claims({ room }: { readonly room: Room }) {
  return (
    <>
      <CardSection
        room={room}
        of="claim"
        isWide
        item={card => <Claim key={card.id} room={room} card={card} />}
      />
      <CardSection room={room} of="obstruction" />
    </>
  )
}

function Claim({ room, card }: { readonly room: Room; readonly card: KnownCard }) {
  const desk = deskOf(room)
  const isOpen = desk.open.value === card.id
  const { value: state } = room.source.state
  const w = caseWords.value.claim
  const claim = card as unknown as CardOf<'claim'>
  const count = (of: 'speaking' | 'finding' | 'bearing') => cardsNaming(state, card.id, of).length
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: a key for what its own button does as well
    <article
      class="claim"
      data-card={card.id}
      data-withdrawn={card.withdrawn !== null || undefined}
      aria-current={isOpen ? 'true' : undefined}
      onKeyDown={event => {
        const isTyping =
          event.target instanceof Element && event.target.closest('input, textarea, select, dialog')
        if (event.key !== 'p' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
        event.preventDefault()
        playClaim(room, card.id)
      }}
    >
      <button
        type="button"
        class="claim-row"
        aria-expanded={isOpen}
        onClick={() => {
          desk.open.value = isOpen ? null : card.id
        }}
      >
        <strong>{claim.said.matter}</strong>
        <span class="muted small">
          {w.statements(count('speaking'))} · {w.moments(count('bearing'))} · {w.findings(count('finding'))}
        </span>
        <Results view={claimView(state, claim)} />
      </button>
      {isOpen && <ClaimDetails room={room} card={card} />}
    </article>
  )
}

/** What people hold now, each once, in the order in which they found it. */
function Results({ view: { findings } }: { readonly view: ClaimView }) {
  const now = findings.filter(each => !each.isEarlier)
  if (now.length === 0) return <span class="muted small">{cardWords.value.kinds.finding.none}</span>
  return (
    <span class="small">
      {differ(findings) && <span class="differs">{caseWords.value.overviewOf.findingsDiffer}</span>}{' '}
      {now.map(({ finding }) => choiceWords(finding.said.result)).join(' · ')}
    </span>
  )
}

function ClaimDetails({ room, card }: { readonly room: Room; readonly card: KnownCard }) {
  const { value: state } = room.source.state
  const view = claimView(state, card as unknown as CardOf<'claim'>)
  const w = caseWords.value.claim
  const preset = { claim: card.id }
  const add = (of: 'speaking' | 'bearing' | 'finding' | 'sighting', more = {}) => (
    <AddButton room={room} of={of} preset={{ ...preset, ...more }} label={w.addTo[of]} />
  )
  const today = new Date().toISOString().slice(0, 10)
  return (
    <div class="claim-details">
      <CardItem room={room} card={card} title={null} without={['matter']} />
      <div class="below">
        <h4>{cardWords.value.kinds.bearing.many}</h4>
        {view.moments.length === 0 ? (
          <p class="muted">{w.noMoments}</p>
        ) : (
          <p>
            <button type="button" class="button key" onClick={() => playClaim(room, card.id)}>
              {w.play} <kbd>p</kbd>
            </button>
          </p>
        )}
        <Several room={room} cards={view.bearings} without={['claim', 'moment']} />
        {add('bearing')}
        <Coverage room={room} view={view} />
      </div>
      <div class="below">
        <h4>{cardWords.value.kinds.finding.many}</h4>
        {view.findings.length === 0 && <p class="muted">{cardWords.value.kinds.finding.none}</p>}
        <div class="cards">
          {view.findings.map(({ finding, isEarlier }) => (
            <CardItem
              key={finding.id}
              room={room}
              card={finding as unknown as KnownCard}
              without={['claim', 'result']}
              title={
                <>
                  {choiceWords(finding.said.result)}
                  <span class="muted small"> {finding.said.office ?? agentName(room, finding.agent)}</span>
                  {isEarlier && <span class="marked quiet">{w.earlier}</span>}
                </>
              }
            />
          ))}
        </div>
        {add('finding', { on: today, moments: view.moments.map(({ id }) => id) })}
      </div>
      {view.claim.said.perRecording === 'yes' && (
        <div class="below">
          <h4>{w.matrix}</h4>
          <Matrix room={room} view={view} />
          {add('sighting', { on: today })}
        </div>
      )}
      <div class="below">
        <h4>{cardWords.value.kinds.speaking.many}</h4>
        {view.statements.length === 0 && <p class="muted">{cardWords.value.kinds.speaking.none}</p>}
        <Several room={room} cards={view.statements} without={['claim']} />
        {add('speaking')}
      </div>
    </div>
  )
}

interface SeveralProps {
  readonly room: Room
  readonly cards: readonly unknown[]
  readonly without: readonly string[]
}

/** Many cards, some at a time. */
function Several({ room, cards, without }: SeveralProps) {
  const shown = useSignal(20)
  const all = cards as readonly KnownCard[]
  return (
    <>
      <div class="cards">
        {all.slice(0, shown.value).map(card => (
          <CardItem
            key={card.id}
            room={room}
            card={card}
            without={without}
            title={card.of === 'bearing' ? momentName(room, card) : undefined}
          />
        ))}
      </div>
      {all.length > shown.value && (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              shown.value += 60
            }}
          >
            {caseWords.value.more(Math.min(60, all.length - shown.value))}
          </button>
        </p>
      )}
    </>
  )
}

function momentName(room: Room, card: KnownCard): string {
  const moment = room.source.state.value.moments.get(String(card.said['moment']))
  return moment && moment.withdrawn === null ? moment.name : caseWords.value.claim.momentGone
}

/** When cameras recorded at the moments of a claim, and what people noted in front of them. */
function Coverage({ room, view }: { readonly room: Room; readonly view: ClaimView }) {
  const w = caseWords.value.claim
  const lines = coverageAt(room.source.state.value, view.moments)
  if (lines.length === 0) return null
  return (
    <details class="coverage" open>
      <summary>{w.coverage}</summary>
      <p class="muted small">{w.coverageWhat}</p>
      <ul>
        {lines.map(line => (
          <CoverageItem key={line.recording} room={room} view={view} line={line} />
        ))}
      </ul>
    </details>
  )
}

interface CoverageProps {
  readonly room: Room
  readonly view: ClaimView
  readonly line: CoverageLine
}

function CoverageItem({ room, view, line: { recording, had } }: CoverageProps) {
  const w = caseWords.value.claim
  const { moments } = room.source.state.value
  const before = view.obstructions.filter(({ said }) => {
    const when = moments.get(said.moment)?.when
    return when?.on === 'recording' && when.recording === recording
  })
  return (
    <li>
      {room.session.names.value.get(recording)}: {w.had[had]}
      {before.map(({ id, said }) => (
        <span key={id} class="muted small">
          {' '}
          {w.obstructed(said.hides, said.by)}
        </span>
      ))}
    </li>
  )
}

/** One row for each recording, one column for each person who read any: nobody's reading hides another's. */
function Matrix({ room, view }: { readonly room: Room; readonly view: ClaimView }) {
  const { value: state } = room.source.state
  const w = caseWords.value.claim
  const all = [...view.sightings.values()].flat()
  const readers = [...new Set(all.map(({ agent }) => agentName(room, agent)))]
  const coverage = new Map(coverageAt(state, view.moments).map(({ recording, had }) => [recording, had]))
  const recordings = inNameOrder(state).filter(({ film }) => !film)
  if (recordings.length === 0) return <p class="muted">{cardWords.value.kinds.sighting.none}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section class="table-frame" aria-label={`${w.matrix}: ${view.claim.said.matter}`} tabIndex={0}>
      <table class="table matrix">
        <thead>
          <tr>
            <th scope="col">{fieldLabel('recording')}</th>
            <th scope="col">{w.coverage}</th>
            {readers.map(reader => (
              <th key={reader} scope="col">
                {reader}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {recordings.map(({ id, firstName }) => (
            <tr key={id}>
              <th scope="row">{room.session.names.value.get(id) ?? firstName}</th>
              <td class="muted">{w.had[coverage.get(id) ?? 'no-place']}</td>
              {readers.map(reader => {
                // The last reading of each person; earlier ones are among its history in the log.
                const last = view.sightings.get(id)?.findLast(each => agentName(room, each.agent) === reader)
                return (
                  <td key={reader}>
                    {last ? choiceWords(last.said.seen) : <span class="muted">{w.notRead}</span>}
                    {last && (
                      <span class="note">
                        {last.said.on}
                        {last.said.reason === null ? '' : `: ${last.said.reason}`}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
