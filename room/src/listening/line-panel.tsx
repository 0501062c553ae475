import type { TranscriptLayer } from '@sightline/core/case'
import { extentOf } from '@sightline/core/case'
import { isSettled, linesWithin, type ShownLine, textOf } from '@sightline/core/transcript'
import { agentName } from '../panels/placement-words.ts'
import { Tick } from '../panels/tick.tsx'
import { listeningWords } from '../strings/listening-words.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { heardOn, layLines, settleLines } from './editing.ts'
import { LineQuotes } from './line-quotes.tsx'
import {
  caseTimeOf,
  goToLine,
  type ListeningModel,
  mediaTimeOf,
  microphonesAt,
  playStretch,
  watchAt,
} from './listening-model.ts'
import { speakerName } from './speaker-names.ts'
import { stateWords } from './transcript-words.ts'

/** What is known of the selected line, and the same instant from every microphone. */
export function LinePanel({ model }: { readonly model: ListeningModel }) {
  const w = listeningWords.value
  const at = model.at.value
  const line = model.lines.value[at]
  const transcript = model.transcript.value
  if (!line || !transcript) return <p class="section muted">{w.panel.none}</p>
  const { room } = model
  const time = caseTimeOf(model, transcript.recording, line.from)
  const doubts = line.pieces.flatMap(piece =>
    piece.kind === 'word' && piece.confidence !== null ? piece.confidence : [],
  )
  const isOnMain = room.session.clock.value?.recordings.includes(transcript.recording) ?? false
  return (
    <>
      <section class="section">
        <h3>{w.panel.title}</h3>
        <p class="line-quoted">{textOf(line) || <span class="muted">{w.line.nothing}</span>}</p>
        <dl class="facts small">
          <div>
            <dt>{w.line.speaker}</dt>
            <dd>{speakerName(room.source.state.value, transcript, line.speaker) ?? w.line.nobody}</dd>
          </div>
          <div>
            <dt>{w.panel.when}</dt>
            <dd class="mono">
              {w.panel.own(timeText(line.from), timeText(line.to))}
              {time !== null && isOnMain && <br />}
              {time !== null && isOnMain && w.panel.onClock(timeText(time))}
            </dd>
          </div>
          <MadeOut model={model} line={line} />
        </dl>
        <p class="small">
          {stateWords(room, line)}
          {line.isFitted && `; ${w.state.fitted}`}
          {line.estimated && `; ${w.state.estimated}`}
        </p>
        {doubts.length > 0 && (
          <p class="small muted">{w.panel.certainty(numbers.value.decimals(Math.min(...doubts), 2))}</p>
        )}
        <div class="row">
          {room.source.can.command && !isSettled(line) && (
            <button
              type="button"
              class="button key"
              onClick={() =>
                room.speaker.heed(settleLines(model, [line]).then(isIn => isIn && goToLine(model, at + 1)))
              }
            >
              {w.line.settleUnchanged}
            </button>
          )}
          {time !== null && isOnMain && (
            <button
              type="button"
              class="link small"
              onClick={() => watchAt(model, transcript.recording, time)}
            >
              {w.panel.watch}
            </button>
          )}
        </div>
      </section>
      <Microphones model={model} line={line} />
      <OtherLanguages model={model} line={line} />
      <LineQuotes model={model} line={line} />
      <History model={model} line={line} />
    </>
  )
}

/** From which microphone the words were made out, as a person says. */
function MadeOut({ model, line }: { readonly model: ListeningModel; readonly line: ShownLine }) {
  const w = listeningWords.value.panel
  const { room } = model
  const transcript = model.transcript.value
  const time = transcript && caseTimeOf(model, transcript.recording, line.from)
  if (!transcript || time === null) return null
  const names = room.session.names.value
  const others = microphonesAt(model, transcript.recording, time).filter(
    ({ id }) => id !== transcript.recording,
  )
  return (
    <div>
      <dt>{w.madeOut}</dt>
      <dd>
        {room.source.can.command ? (
          <select
            class="compact"
            aria-label={w.madeOut}
            value={line.heard ?? ''}
            onChange={event => {
              const microphone = event.currentTarget.value || null
              room.speaker.heed(layLines(model, 'revise', [line], [heardOn(line, microphone)]))
            }}
          >
            <option value="">{w.ownMicrophone}</option>
            {others.map(({ id }) => (
              <option key={id} value={id}>
                {names.get(id)}
              </option>
            ))}
          </select>
        ) : line.heard === null ? (
          w.ownMicrophone
        ) : (
          names.get(line.heard)
        )}
      </dd>
    </div>
  )
}

/** Every recording that was running then: to be heard, and what its own transcript has there. */
function Microphones({ model, line }: { readonly model: ListeningModel; readonly line: ShownLine }) {
  const w = listeningWords.value.panel
  const transcript = model.transcript.value
  const from = transcript && caseTimeOf(model, transcript.recording, line.from)
  const to = transcript && caseTimeOf(model, transcript.recording, line.to)
  if (!transcript || from === null || to === null) return null
  const { session } = model.room
  return (
    <section class="section">
      <h3>{w.microphones}</h3>
      <p class="small muted">{w.microphonesHint}</p>
      <ol class="microphones">
        {microphonesAt(model, transcript.recording, from).map((lane, n) => {
          const name = session.names.value.get(lane.id) ?? ''
          const mark = session.marks.value.get(lane.id)
          const [begin, end] = [mediaTimeOf(lane, from), mediaTimeOf(lane, to) ?? lane.media.to]
          const others = model.transcripts.value.filter(
            each => each.recording === lane.id && each.translationOf === null,
          )
          const said =
            begin === null
              ? []
              : others.flatMap(each =>
                  linesWithin(model.shown.value.get(each.id)?.lines ?? [], begin, Math.max(end, begin + 1)),
                )
          return (
            <li key={lane.id}>
              <button
                type="button"
                class="microphone"
                title={w.hear(name)}
                aria-pressed={model.heardBy.value.includes(lane.id)}
                onClick={() => {
                  model.heardBy.value = [lane.id]
                  model.room.speaker.heed(
                    playStretch(model, line, { isLooped: model.isLooped.peek(), by: [lane.id] }),
                  )
                }}
              >
                <span class="mono small">{n + 1}</span>
                {mark && <Tick mark={mark} />}
                {name}
              </button>
              <p class="small">
                {said.length > 0 ? (
                  said.map(each => textOf(each)).join(' / ')
                ) : (
                  <span class="muted">{w.unheard}</span>
                )}
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The original, or translations, of what this line says. */
function OtherLanguages({ model, line }: { readonly model: ListeningModel; readonly line: ShownLine }) {
  const w = listeningWords.value.panel
  const transcript = model.transcript.value
  if (!transcript) return null
  const related = model.transcripts.value.filter(
    each => each.translationOf === transcript.id || each.id === transcript.translationOf,
  )
  if (related.length === 0) return null
  return (
    <section class="section">
      <h3>{w.translation}</h3>
      {related.map(each => {
        const lines = linesWithin(
          model.shown.value.get(each.id)?.lines ?? [],
          line.from,
          Math.max(line.to, line.from + 1),
        )
        const who =
          each.translationOf === null
            ? w.original
            : each.translator === null
              ? w.translatorUnknown
              : w.translatedBy(each.translator)
        return (
          <div key={each.id}>
            <p lang={each.language ?? undefined}>
              {lines.length > 0 ? lines.map(textOf).join(' ') : <span class="muted">{w.unheard}</span>}
            </p>
            <p class="small muted">
              {each.language ?? ''} {who}
            </p>
          </div>
        )
      })}
    </section>
  )
}

/** Every change that touched this stretch, withdrawn ones too. */
function History({ model, line }: { readonly model: ListeningModel; readonly line: ShownLine }) {
  const w = listeningWords.value
  const transcript = model.transcript.value
  const touching = [...model.room.source.state.value.transcriptLayers.values()].filter(
    (layer: TranscriptLayer) => {
      if (layer.transcript !== transcript?.id) return false
      const { from, to } = extentOf(layer)
      return from < Math.max(line.to, line.from + 1) && line.from < to
    },
  )
  if (touching.length === 0) return null
  return (
    <details class="section">
      <summary>{w.panel.history}</summary>
      <ol class="small history">
        {touching.map(layer => (
          <li key={layer.id}>
            <span class="mono">{layer.id}</span> {numbers.value.utc(layer.at).slice(0, 19)}{' '}
            {layer.kind === 'settled'
              ? w.state.settled(agentName(model.room, layer.agent))
              : w.state.revised(agentName(model.room, layer.agent))}
            {layer.withdrawn !== null && ` · ${layer.withdrawn}`}
            <br />
            <s>{layer.replaces.map(each => each.text).join(' / ')}</s> →{' '}
            {layer.by.map(each => textOf(each)).join(' / ')}
          </li>
        ))}
      </ol>
    </details>
  )
}
