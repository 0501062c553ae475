import { useSignal } from '@preact/signals'
import type { TranscriptRead } from '@sightline/core/api'
import { inNameOrder, type Recording, type Transcript } from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import { Dialog } from '../panels/dialog.tsx'
import { Field, type Filled, Form } from '../panels/form.tsx'
import { listeningWords } from '../strings/listening-words.ts'
import { timeText } from '../time-text.ts'
import { goToLine, type ListeningModel } from './listening-model.ts'

interface Props {
  readonly model: ListeningModel
  readonly onClose: () => void
}

/** Reads a file, shows what was read of it, and enters it when the person says so. */
export function BringDialog({ model, onClose }: Props) {
  const w = listeningWords.value.bring
  const { room } = model
  const { value: state } = room.source.state
  const walled = walledRecordings(state)
  const recordings = inNameOrder(state).filter(
    ({ id, probe }) => probe.kind === 'probed' && probe.facts.audio.length > 0 && !walled.has(id),
  )
  const recording = useSignal(model.transcript.peek()?.recording ?? recordings[0]?.id ?? '')
  const file = useSignal<File | null>(null)
  const read = useSignal<TranscriptRead | null>(null)
  const trouble = useSignal<string | null>(null)
  const isReading = useSignal(false)
  const look = async (chosen: File) => {
    file.value = chosen
    read.value = null
    trouble.value = null
    isReading.value = true
    try {
      read.value = await room.source.readTranscript(recording.peek(), chosen)
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error)
    } finally {
      isReading.value = false
    }
  }
  const enter = async (filled: Filled) => {
    const found = read.peek()
    if (!found) return
    const name = file.peek()?.name ?? ''
    if (found.lines === 0 && name !== emptyName) return
    const seq = state.seq
    const remade = model.transcripts.peek().find(({ id }) => id === filled('replaces'))
    const isIn = await room.entering.enter(
      remade
        ? { do: 'remake-transcript', id: remade.id, rev: remade.rev, ...madeOf(found, name) }
        : { do: 'bring-transcript', recording: recording.peek(), ...madeOf(found, name), ...saidIn(filled) },
      listeningWords.peek().said.brought,
    )
    if (!isIn) return
    const brought = [...room.source.state.peek().transcripts.values()].findLast(each => each.rev > seq)
    if (brought ?? remade) model.chosen.value = (brought ?? remade)?.id ?? null
    goToLine(model, 0)
    onClose()
  }
  if (recordings.length === 0)
    return (
      <Dialog title={w.title} onClose={onClose}>
        <p>{listeningWords.value.none.noRecording}</p>
      </Dialog>
    )
  return (
    <Dialog title={w.title} isWide onClose={onClose}>
      <Form submit={w.enter} onCancel={onClose} onSubmit={filled => room.speaker.heed(enter(filled))}>
        <label class="field">
          <span>{w.recording}</span>
          <select
            value={recording.value}
            onChange={event => {
              recording.value = event.currentTarget.value
              // Plain text is laid over the speech of the recording it is of.
              const held = file.peek()
              if (held) room.speaker.heed(look(held))
            }}
          >
            {recordings.map(each => (
              <option key={each.id} value={each.id}>
                {each.firstName}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{w.file}</span>
          <input
            type="file"
            accept=".vtt,.srt,.csv,.tsv,.json,.jsonl,.txt"
            onChange={event => {
              const chosen = event.currentTarget.files?.[0]
              if (chosen) room.speaker.heed(look(chosen))
            }}
          />
        </label>
        <button
          type="button"
          class="link small"
          onClick={() => room.speaker.heed(look(new File([''], emptyName, { type: 'text/plain' })))}
        >
          {w.orEmpty}
        </button>
        <div role="status">
          {isReading.value && <p class="muted">{w.reading}</p>}
          {trouble.value && <p>{trouble.value}</p>}
          {read.value && (
            <Read
              read={read.value}
              end={endOf(state.recordings.get(recording.value))}
              isFile={file.value?.name !== emptyName}
            />
          )}
        </div>
        <Replaces model={model} recording={recording.value} />
        <SaidFields
          model={model}
          recording={recording.value}
          language={read.value?.language ?? null}
          key={read.value?.result}
        />
      </Form>
    </Dialog>
  )
}

/** Recognisers end the last word a little late. */
const slackMicros = 2e6

/** The name that stands for no file at all. */
const emptyName = 'nothing.txt'

/** What a file came to, as an entry has it. */
function madeOf({ result, lines, words, form, file }: TranscriptRead, name: string) {
  const origin =
    name === emptyName
      ? ({ kind: 'person' } as const)
      : ({ kind: 'file', name: name.slice(-300), form, file } as const)
  return { result, lines, words, origin }
}

/** Where a recording ends in its own time, in microseconds; null where that is not known. */
function endOf(recording: Recording | undefined): number | null {
  return recording?.probe.kind === 'probed' ? recording.probe.facts.end : null
}

interface ReadProps {
  readonly read: TranscriptRead
  readonly end: number | null
  /** False where a person begins with none. */
  readonly isFile: boolean
}

function Read({ read, end, isFile }: ReadProps) {
  const w = listeningWords.value.bring
  return (
    <>
      <p>
        {w.read(read.lines, read.words, read.form)}
        {read.from !== null && read.to !== null && ` ${w.spans(timeText(read.from), timeText(read.to))}`}
      </p>
      {isFile && read.lines === 0 && <p role="alert">{w.nothing}</p>}
      {end !== null && read.to !== null && read.to > end + slackMicros && (
        <p role="alert">{w.beyond(timeText(end))}</p>
      )}
      {read.isEstimated && <p>{w.estimated}</p>}
      {read.problems.length > 0 && (
        <details>
          <summary>{w.problems(read.problems.length)}</summary>
          <ul class="small">
            {read.problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** The transcript whose lines these are put in place of: what people changed and settled in it stays. */
function Replaces({ model, recording }: { readonly model: ListeningModel; readonly recording: string }) {
  const w = listeningWords.value.bring
  const held = model.transcripts.value.filter(each => each.recording === recording)
  if (held.length === 0) return null
  return (
    <label class="field">
      <span>{w.replaces}</span>
      <select name="replaces">
        <option value="">{w.replacesNone}</option>
        {held.map(each => (
          <option key={each.id} value={each.id}>
            {each.id} {each.language ?? ''}
          </option>
        ))}
      </select>
      <span>{w.replacesHint}</span>
    </label>
  )
}

interface SaidProps {
  readonly model: ListeningModel
  readonly recording: string
  readonly language?: string | null
  readonly transcript?: Transcript
}

/** What a person states of a transcript. */
export function SaidFields({ model, recording, language = null, transcript }: SaidProps) {
  const w = listeningWords.value.bring
  const others = model.transcripts.value.filter(
    each => each.recording === recording && each.id !== transcript?.id && each.translationOf === null,
  )
  return (
    <>
      <Field
        name="language"
        label={w.language}
        hint={w.languageHint}
        value={transcript?.language ?? language}
      />
      {others.length > 0 && (
        <label class="field">
          <span>{w.translationOf}</span>
          <select name="translationOf" defaultValue={transcript?.translationOf ?? ''}>
            <option value="">{w.original}</option>
            {others.map(each => (
              <option key={each.id} value={each.id} selected={each.id === transcript?.translationOf}>
                {each.id} {each.language ?? ''}
              </option>
            ))}
          </select>
        </label>
      )}
      <Field name="translator" label={w.translator} value={transcript?.translator ?? null} />
      <Field name="note" label={w.note} value={transcript?.note ?? null} />
    </>
  )
}

export function saidIn(filled: Filled) {
  return {
    language: filled('language') || null,
    translationOf: filled('translationOf') || null,
    translator: filled('translator') || null,
    note: filled('note') || null,
  }
}
