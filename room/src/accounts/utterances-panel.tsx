import { findUtterances, type ShownStatement, type ShownUtterance } from '@sightline/core/side-by-side'
import { useEffect, useRef } from 'preact/hooks'
import { accountsWords } from '../strings/accounts-words.ts'
import { numbers } from '../strings/numbers.ts'
import { accountName } from './account-name.ts'
import { type AccountsModel, columnIn, passageIn } from './accounts-model.ts'
import { utteranceSegments } from './utterance-segments.ts'

/** Excerpts of one utterance in several accounts, laid together: who quotes which words, and where nobody quotes any. */
export function UtterancesPanel({
  model,
  chosen,
}: {
  readonly model: AccountsModel
  readonly chosen: string | null
}) {
  const w = accountsWords.value.voices
  const { value: typed } = model.typed
  const utterances = findUtterances(model.view.value.utterances, typed)
  const isOld = model.candidates.value !== null && model.candidates.value.utterances === undefined
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (chosen) list.current?.querySelector('[data-chosen]')?.scrollIntoView({ block: 'start' })
  }, [chosen])
  return (
    <div class="beside-body">
      <p class="muted small">{w.utterancesWhat}</p>
      {utterances.length === 0 && (
        <p>{isOld ? w.notYet : typed.trim() === '' ? w.utterancesNone : accountsWords.value.nothingFound}</p>
      )}
      <ol ref={list} class="utterances">
        {utterances.map(utterance => (
          <li key={utterance.key} data-chosen={utterance.key === chosen || undefined}>
            <UtteranceView model={model} utterance={utterance} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function UtteranceView({
  model,
  utterance,
}: {
  readonly model: AccountsModel
  readonly utterance: ShownUtterance
}) {
  const w = accountsWords.value
  const nameOf = (group: string) => {
    const column = columnIn(model, group)
    return column ? accountName(column.group.shown) : ''
  }
  const groups = [...new Set(utterance.excerpts.map(({ group }) => group))]
  const signOf = (group: string) => String.fromCharCode(65 + (groups.indexOf(group) % 26))
  return (
    <section class="utterance">
      <p class="stitched">
        {utteranceSegments(utterance).map((segment, at) =>
          segment.kind === 'gap' ? (
            <span key={at} class="stitch-gap">
              {' '}
              {w.voices.gap}{' '}
            </span>
          ) : (
            <span key={at} class={segment.kind === 'fork' ? 'stitch-fork' : undefined}>
              {segment.ways.map((way, n) => (
                <span key={n} class="stitch-way">
                  {n > 0 && <span class="unseen">{w.voices.or}</span>}
                  <span class="stitch-words">{way.text}</span>
                  <span class="unseen">{` (${numbers.value.list(way.groups.map(nameOf))}) `}</span>
                  <sup aria-hidden="true" title={numbers.value.list(way.groups.map(nameOf))}>
                    {way.groups.map(signOf).join('')}
                  </sup>{' '}
                </span>
              ))}
            </span>
          ),
        )}
      </p>
      <ul class="excerpts small">
        {utterance.excerpts.map(({ group, start, end }) => {
          const text = columnIn(model, group)?.text.slice(start, end).replace(/\s+/g, ' ') ?? ''
          return (
            <li key={`${group} ${start}`}>
              <span class="mono" aria-hidden="true">
                {signOf(group)}
              </span>{' '}
              <button
                type="button"
                class="link"
                onClick={() => {
                  const statement = quoteAt(model, group, start, end)?.key ?? null
                  model.beside.value = { kind: 'account', group, statement }
                }}
              >
                {nameOf(group)}
              </button>
              : “{text}”
            </li>
          )
        })}
      </ul>
      <div class="row">
        {model.room.source.can.command && (
          <button
            type="button"
            class="link small"
            onClick={() => {
              const passages = utterance.excerpts.flatMap(
                ({ group, ...stretch }) => passageIn(model, group, stretch) ?? [],
              )
              model.asking.value = { kind: 'matter', passages }
            }}
          >
            {w.toMatter}
          </button>
        )}
      </div>
    </section>
  )
}

/** The quote that an excerpt is, or the statement around it. */
function quoteAt(model: AccountsModel, group: string, start: number, end: number): ShownStatement | null {
  const column = columnIn(model, group)
  const around = ({ start: from, end: to }: ShownStatement) => from <= start && to >= end
  return (
    column?.quotes.find(each => each.start === start && each.end === end) ??
    column?.statements.find(around) ??
    column?.quotes.find(around) ??
    null
  )
}

/** The utterances of which an excerpt lies within a statement. */
export function utterancesWith(
  model: AccountsModel,
  { group, start, end }: ShownStatement,
): readonly ShownUtterance[] {
  return model.view.value.utterances.filter(({ excerpts }) =>
    excerpts.some(each => each.group === group && each.start < end && each.end > start),
  )
}
