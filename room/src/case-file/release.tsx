import { stages } from '@sightline/core/case'
import { cardsOf, knownCard, lackOf, nextStages } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import { starterRules } from '@sightline/core/release-clock'
import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import { caseWords } from '../strings/case-words.ts'
import { numbers } from '../strings/numbers.ts'
import { CardSection } from './card-section.tsx'
import { deskOf } from './case-desk.ts'
import { Dues } from './due-view.tsx'

const kinds = ['clock-start', 'extension', 'notice', 'family-viewing', 'hold', 'embargo', 'holiday'] as const

/** What is due and why, how far the release is, what is missing, and everything that governs it. */
export function ReleaseClock({ room }: { readonly room: Room }) {
  const w = caseWords.value
  return (
    <>
      <section class="card-section" aria-label={w.overviewOf.due}>
        <h3>{w.overviewOf.due}</h3>
        <Dues room={room} isWhole />
      </section>
      {/* A released case speaks of what it was while it was made: whoever reads it holds the release. */}
      {!room.source.can.check && <Stages room={room} />}
      <CardSection room={room} of="rule">
        <Starter room={room} />
      </CardSection>
      {kinds.map(of => (
        <CardSection key={of} room={room} of={of} />
      ))}
    </>
  )
}

function Stages({ room }: { readonly room: Room }) {
  const w = caseWords.value.stage
  const { value: state } = room.source.state
  const { stage, sealed, steps } = state.release
  const next = nextStages[stage]
  const asOf = new Date().toISOString()
  return (
    <section class="card-section" aria-label={w.title}>
      <h3>{w.title}</h3>
      <ol class="stages">
        {stages.map(each => (
          <li key={each} aria-current={each === stage ? 'step' : undefined}>
            {w[each]}
          </li>
        ))}
      </ol>
      {sealed !== null && (
        <p class="small">
          {w.sealedAs} <code class="hash">{sealed}</code>
        </p>
      )}
      <div class="cards">
        {next.map(to => {
          const lacks = lackOf(state, to, asOf)
          return (
            <article key={to} class="card" data-to={to}>
              <h4>{w[to]}</h4>
              {lacks.length === 0 ? (
                <p class="muted">{w.lacksNothing(w[to])}</p>
              ) : (
                <>
                  <p>{w.lacks(w[to], lacks.length)}</p>
                  <ul class="lacks">
                    {lacks.slice(0, 20).map(({ code, card }) => {
                      const known = knownCard(state, card)
                      return (
                        <li key={`${code} ${card}`}>
                          {w.lack[code]}
                          {known && `: ${titleOf(state, known)}`}
                        </li>
                      )
                    })}
                  </ul>
                </>
              )}
              {room.source.can.command && (
                <p>
                  <button
                    type="button"
                    class="button"
                    onClick={() => {
                      deskOf(room).asked.value = { kind: 'move', to }
                    }}
                  >
                    {w.moveTo(w[to])}
                  </button>
                </p>
              )}
            </article>
          )
        })}
      </div>
      <details>
        <summary>
          {w.steps} ({steps.length})
        </summary>
        {steps.length === 0 && <p class="muted">{w.noSteps}</p>}
        <ol class="card-history">
          {steps.map(step => (
            <li key={step.seq}>
              <span class="mono">{numbers.value.utc(step.at).slice(0, 16)}</span> {w[step.to]} ·{' '}
              {agentName(room, step.agent)} · {step.reason}
              {step.override !== null && <p>{w.wentOn(step.lacked.length, step.override)}</p>}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

/** Rules to begin with that are not in the case yet. */
function Starter({ room }: { readonly room: Room }) {
  const w = caseWords.value.due
  if (!room.source.can.command) return null
  const names = new Set(cardsOf(room.source.state.value, 'rule', true).map(({ said }) => said.name))
  const offered = starterRules.filter(({ name }) => !names.has(name))
  if (offered.length === 0) return null
  return (
    <details class="starter">
      <summary>{w.starter}</summary>
      <p class="muted">{w.starterLead}</p>
      <ul class="row">
        {offered.map(rule => (
          <li key={rule.name}>
            <button
              type="button"
              class="button"
              onClick={() => {
                deskOf(room).asked.value = { kind: 'enter', of: 'rule', preset: rule }
              }}
            >
              {w.addRule(rule.name)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
