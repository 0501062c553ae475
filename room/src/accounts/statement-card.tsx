import type { ShownStatement } from '@sightline/core/side-by-side'
import { agentName } from '../panels/placement-words.ts'
import { accountsWords } from '../strings/accounts-words.ts'
import { numbers } from '../strings/numbers.ts'
import { type AccountsModel, columnIn, passageIn, takeUpStatement } from './accounts-model.ts'
import { pieceOf } from './accounts-table.tsx'
import { DayList } from './day-list.tsx'
import { EntryHistory } from './entry-history.tsx'
import { daysIn, MinorSign, SourceLine, StatementWords } from './statement-view.tsx'
import { utterancesWith } from './utterances-panel.tsx'

/** The statement that was pressed: its words, its chain, who says so, and what a person can do with it. */
export function StatementCard({
  model,
  statement,
}: {
  readonly model: AccountsModel
  readonly statement: ShownStatement
}) {
  const w = accountsWords.value
  const { origin, parting, source } = statement
  const links = model.view.value.links.filter(
    ({ a, b }) => a.key === statement.key || b.key === statement.key,
  )
  return (
    <section class="statement-card">
      <p class="muted small">
        {statement.kind === 'quote' ? w.quote : w.statement} ·{' '}
        {origin.kind === 'candidate'
          ? w.candidate
          : `${origin.held.id} ${w.saidBy(agentName(model.room, origin.held.agent), numbers.value.date(origin.held.at))}`}
        {statement.isHeadline && ` · ${w.headline}`}
        {statement.partedFrom.length > 0 &&
          ` · ${w.inPlaceOf(numbers.value.list(statement.partedFrom.map(({ id }) => id)))}`}
      </p>
      <p class="statement-words">
        <StatementWords model={model} statement={statement} links={links} />
      </p>
      <p class="small">
        <SourceLine model={model} source={source} statement={statement} links={links} />
        {source !== null && source.recording === null && statement.kind === 'statement' && (
          <span class="muted"> · {w.namesNoRecording}</span>
        )}
      </p>
      <p class="small">
        <MinorSign model={model} statement={statement} />
      </p>
      <DayList model={model} days={daysIn(model, statement)} />
      <OfUtterances model={model} statement={statement} />
      {model.room.source.can.command && <Acts model={model} statement={statement} />}
      <Within model={model} statement={statement} />
      {origin.kind === 'taken-up' && <EntryHistory room={model.room} id={origin.held.id} />}
      {parting && <EntryHistory room={model.room} id={parting.id} />}
    </section>
  )
}

/** The utterances that it may be part of: a way to what other accounts quote of them. */
function OfUtterances({
  model,
  statement,
}: {
  readonly model: AccountsModel
  readonly statement: ShownStatement
}) {
  const w = accountsWords.value.voices
  return utterancesWith(model, statement).map(({ key, excerpts }) => (
    <p key={key} class="small">
      <button
        type="button"
        class="link"
        onClick={() => {
          model.beside.value = { kind: 'utterances', key }
        }}
      >
        {w.partOf(new Set(excerpts.map(({ group }) => group)).size)}
      </button>
    </p>
  ))
}

/** The quotes within a statement, and the statement around a quote: each a way to its own card. */
function Within({ model, statement }: { readonly model: AccountsModel; readonly statement: ShownStatement }) {
  const w = accountsWords.value
  const column = columnIn(model, statement.group)
  const near =
    (statement.kind === 'statement'
      ? column?.quotes.filter(each => isWithin(each, statement))
      : column?.statements.filter(each => isWithin(statement, each))) ?? []
  if (near.length === 0) return null
  return (
    <ul class="within small">
      {near.map(each => (
        <li key={each.key}>
          <span class="muted">{each.kind === 'quote' ? w.quote : w.statement}:</span>{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              model.beside.value = { kind: 'account', group: each.group, statement: each.key }
            }}
          >
            {pieceOf(model, each)}
          </button>
        </li>
      ))}
    </ul>
  )
}

const isWithin = (inner: ShownStatement, outer: ShownStatement) =>
  inner.start >= outer.start && inner.end <= outer.end

function Acts({ model, statement }: { readonly model: AccountsModel; readonly statement: ShownStatement }) {
  const w = accountsWords.value
  const { origin, parting, kind } = statement
  const passage = passageIn(model, statement.group, statement)
  const next = kind === 'statement' ? nextOf(model, statement) : null
  if (!passage) return null
  const act = (name: string, does: () => void) => (
    <button key={name} type="button" class="link" onClick={does}>
      {name}
    </button>
  )
  return (
    <div class="row">
      {origin.kind === 'candidate' &&
        act(w.takeUp, () => model.room.speaker.heed(takeUpStatement(model, statement, w.isTakenUp)))}
      {act(w.correct, () => {
        model.asking.value = { kind: 'source', statement }
      })}
      {act(w.link, () => {
        model.linking.value = passage
      })}
      {act(w.toMatter, () => {
        model.asking.value = { kind: 'matter', passages: [passage] }
      })}
      {kind === 'statement' && (
        <>
          {act(w.split, () => {
            model.asking.value = { kind: 'split', statement }
          })}
          {next && act(w.merge, () => model.room.speaker.heed(merge(model, statement, next)))}
        </>
      )}
      {origin.kind === 'candidate'
        ? act(w.setAside, () => {
            model.asking.value = { kind: 'set-aside', of: statement }
          })
        : act(w.withdraw, () => {
            const { id, rev } = origin.held
            model.asking.value = { kind: 'withdraw', what: 'statement', id, rev }
          })}
      {parting &&
        act(w.withdraw, () => {
          model.asking.value = { kind: 'withdraw', what: 'parting', id: parting.id, rev: parting.rev }
        })}
    </div>
  )
}

/** The statement that follows in the text; what lies within this one does not. */
function nextOf(model: AccountsModel, { group, end }: ShownStatement): ShownStatement | null {
  return columnIn(model, group)?.statements.find(({ start }) => start >= end) ?? null
}

async function merge(model: AccountsModel, one: ShownStatement, two: ShownStatement): Promise<void> {
  const whole = { start: Math.min(one.start, two.start), end: Math.max(one.end, two.end) }
  const [a, b, both] = [one, two, whole].map(each => passageIn(model, one.group, each))
  if (a && b && both) await model.room.entering.enter({ do: 'part-statements', from: [a, b], into: [both] })
}
