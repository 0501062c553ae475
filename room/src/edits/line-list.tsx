import type { StandingLine } from '@sightline/core/conform'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../panels/icon.tsx'
import { editsWords } from '../strings/edits-words.ts'
import { numbers } from '../strings/numbers.ts'
import { type EditsModel, type Which, whiches } from './edits-model.ts'
import { Evidence } from './evidence.tsx'
import { decidedBy, groupOf, sayingOf, tagOf, whenOf } from './line-words.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
}

/** What is different, line by line, and what a person decides about each. */
export function LineList({ model, player }: Props) {
  const w = editsWords.value
  const lines = model.listed.value
  const open = lines.filter(({ status }) => status === 'candidate').length
  const list = model.list.value
  const canEnter = model.room.source.can.command
  return (
    <div class="edits-lines">
      <div class="edits-tools">
        <label class="field-inline">
          <span class="unseen">{w.find}</span>
          <input
            type="search"
            placeholder={w.findShort}
            value={model.typed.value}
            onInput={event => {
              model.typed.value = event.currentTarget.value
            }}
          />
        </label>
        <select
          aria-label={w.which}
          value={model.which.value}
          onChange={event => {
            model.which.value = event.currentTarget.value as Which
          }}
        >
          {whiches.map(each => (
            <option key={each} value={each}>
              {w.whichOf[each]}
            </option>
          ))}
        </select>
        {model.room.source.can.takeAway && (
          <button
            type="button"
            class="button plain icon"
            aria-label={w.takeAway}
            title={w.takeAway}
            onClick={() => {
              model.asking.value = { kind: 'take-away' }
            }}
          >
            <Icon name="away" />
          </button>
        )}
        {canEnter && list && (
          <button
            type="button"
            class="link"
            onClick={() => {
              model.asking.value = { kind: 'add' }
            }}
          >
            {w.addLine}
          </button>
        )}
      </div>
      <details class="edits-reason">
        <summary class="small muted">
          <span role="status">{list ? w.counted(lines.length, open) : w.gaps['not-compared']}</span>
          {canEnter && <span> · {w.acceptReason}</span>}
        </summary>
        {canEnter && (
          <input
            type="text"
            maxLength={300}
            aria-label={w.acceptReason}
            value={model.acceptReason.value ?? w.acceptReasonFirst}
            onInput={event => {
              model.acceptReason.value = event.currentTarget.value
            }}
          />
        )}
        {list && <p class="muted small">{w.method(list.method, list.version)}</p>}
        <p class="muted small">{w.keyLine}</p>
      </details>
      {lines.length === 0 && <p class="muted">{list ? w.nothingFound : w.notShown['not-compared']}</p>}
      <ol class="edit-lines" aria-label={w.tabs.lines}>
        {lines.map(line => (
          <Line key={line.key} model={model} player={player} line={line} />
        ))}
      </ol>
    </div>
  )
}

function Line({ model, player, line }: Props & { readonly line: StandingLine }) {
  const w = editsWords.value
  const { room } = model
  const isChosen = model.selected.value === line.key
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const start = model.list.value?.of.from ?? 0
  const raw = 'raw' in line.line ? line.line.raw : null
  const times = raw === null ? null : (model.times.value.get(raw) ?? null)
  const group = groupOf(line.line)
  const by = decidedBy(room, line)
  return (
    <li ref={place} class="edit-line" data-status={line.status} aria-current={isChosen ? 'true' : undefined}>
      <button
        type="button"
        class="edit-line-go"
        onClick={() => {
          model.selected.value = line.key
          player.seek(line.line.from)
        }}
      >
        <span class="mono edit-when">{whenOf(line.line, start)}</span>
        <span class="edit-what">
          <span class={`edit-tag ${group ? `group-${group}` : ''}`}>{tagOf(w, line.line)}</span>{' '}
          <span>{sayingOf(room, w, line.line, times)}</span>
        </span>
        <span class="edit-status muted small">
          {w.status[line.status]}
          {by && ` · ${by}`}
          {line.candidate && ` · ${w.score(numbers.value.decimals(line.candidate.score, 2))}`}
        </span>
      </button>
      {line.isSuggestedOtherwise && (
        <p class="small edit-otherwise">{line.candidate ? w.otherwise : w.gone}</p>
      )}
      {isChosen && <Evidence model={model} player={player} line={line} />}
    </li>
  )
}
