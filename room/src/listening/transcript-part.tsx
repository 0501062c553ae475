import { useSignalEffect } from '@preact/signals'
import { isSettled } from '@sightline/core/transcript'
import { listeningWords } from '../strings/listening-words.ts'
import { KeysList } from './keys-list.tsx'
import { LinePanel } from './line-panel.tsx'
import { goToHit } from './listening-keys.ts'
import { goToLine, heardAt, type ListeningModel, lineAt } from './listening-model.ts'
import { SoundBar } from './sound-bar.tsx'
import { TranscriptList } from './transcript-list.tsx'
import { originWords } from './transcript-words.ts'

/** A transcript: its lines, the line that is looked at, and the sound. */
export function TranscriptPart({ model }: { readonly model: ListeningModel }) {
  useFollowing(model)
  return (
    <div class="transcript-part">
      <div class="transcript-side">
        <Tools model={model} />
        <Body model={model} />
        {model.arrival.value === 'here' && model.room.source.can.hear && <SoundBar model={model} />}
      </div>
      {model.arrival.value === 'here' && (
        <aside class="transcript-beside" aria-label={listeningWords.value.panel.title}>
          <LinePanel model={model} />
          <KeysList list={listeningWords.value.keys.list} />
        </aside>
      )}
    </div>
  )
}

function Tools({ model }: { readonly model: ListeningModel }) {
  const w = listeningWords.value.tools
  const { room, dialog } = model
  const transcript = model.transcript.value
  const can = room.source.can.command
  const names = room.session.names.value
  return (
    <div class="listening-tools">
      {model.transcripts.value.length > 0 && (
        <select
          class="compact"
          aria-label={w.transcript}
          value={transcript?.id ?? ''}
          onChange={event => {
            model.player.stop()
            model.chosen.value = event.currentTarget.value
            goToLine(model, 0)
          }}
        >
          {model.transcripts.value.map(each => (
            <option key={each.id} value={each.id}>
              {names.get(each.recording)}
              {each.language === null ? '' : ` · ${each.language}`} · {each.id}
            </option>
          ))}
        </select>
      )}
      {transcript && <Find model={model} />}
      <div class="listening-acts">
        {can && (
          <button
            type="button"
            class="link"
            onClick={() => {
              dialog.value = { kind: 'bring' }
            }}
          >
            {w.bring}
          </button>
        )}
        {transcript && can && (
          <>
            <button
              type="button"
              class="link"
              onClick={() => {
                dialog.value = { kind: 'speakers' }
              }}
            >
              {w.speakers}
            </button>
            <button
              type="button"
              class="link"
              onClick={() => {
                dialog.value = { kind: 'describe' }
              }}
            >
              {w.state}
            </button>
            <button
              type="button"
              class="link"
              onClick={() => {
                dialog.value = { kind: 'withdraw' }
              }}
            >
              {w.withdraw}
            </button>
          </>
        )}
        {transcript && room.source.can.takeAway && (
          <button
            type="button"
            class="link"
            onClick={() => {
              dialog.value = { kind: 'take-away' }
            }}
          >
            {w.away}
          </button>
        )}
      </div>
    </div>
  )
}

function Find({ model }: { readonly model: ListeningModel }) {
  const w = listeningWords.value.tools
  const isLooking = model.typed.value.trim() !== ''
  return (
    <div class="row find-words">
      <input
        id="find-words"
        type="search"
        aria-label={w.find}
        placeholder={w.find}
        value={model.typed.value}
        onInput={event => {
          model.typed.value = event.currentTarget.value
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') goToHit(model, event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <span class="muted small" role="status">
        {isLooking ? w.found(model.hits.value.length) : ''}
      </span>
      {model.elsewhere.value.map(({ transcript, count, first }) => (
        <button
          key={transcript.id}
          type="button"
          class="link small"
          onClick={() => {
            model.player.stop()
            model.chosen.value = transcript.id
            goToLine(model, first)
          }}
        >
          {model.room.session.names.value.get(transcript.recording)}
          {transcript.language === null ? '' : ` · ${transcript.language}`}: {w.found(count)}
        </button>
      ))}
    </div>
  )
}

function Body({ model }: { readonly model: ListeningModel }) {
  const w = listeningWords.value
  const transcript = model.transcript.value
  switch (model.arrival.value) {
    case 'none':
      return (
        <div class="listening-note">
          <p>{w.none.lead}</p>
          <p class="muted">{w.none.what}</p>
          {model.room.source.can.command && (
            <button
              type="button"
              class="button key"
              onClick={() => {
                model.dialog.value = { kind: 'bring' }
              }}
            >
              {w.tools.bring}
            </button>
          )}
        </div>
      )
    case 'coming':
      return (
        <p class="listening-note muted" role="status">
          {w.none.coming}
        </p>
      )
    case 'unreadable':
      return <p class="listening-note">{w.none.unreadable}</p>
    case 'here': {
      const settled = model.lines.value.filter(isSettled).length
      return (
        <>
          <p class="transcript-about small muted">
            {transcript && originWords(transcript)}
            {' · '}
            {w.settledOf(settled, model.lines.value.length)}
            {transcript?.translationOf &&
              ` · ${transcript.translator === null ? w.panel.translatorUnknown : w.panel.translatedBy(transcript.translator)}`}
          </p>
          <TranscriptList model={model} />
        </>
      )
    }
  }
}

/** While sound plays, the selected line goes along. */
function useFollowing(model: ListeningModel): void {
  useSignalEffect(() => {
    const state = model.player.state.value
    if (state.kind !== 'playing' || state.heard.isLooped) return
    let frame = 0
    const follow = () => {
      const media = heardAt(model)
      const lines = model.lines.peek()
      const at = media === null ? -1 : lineAt(lines, media)
      const isHeard = media !== null && (lines[at]?.from ?? media) <= media
      if (isHeard && at !== model.at.peek() && !model.isEditing.peek()) goToLine(model, at)
      frame = requestAnimationFrame(follow)
    }
    frame = requestAnimationFrame(follow)
    return () => cancelAnimationFrame(frame)
  })
}
