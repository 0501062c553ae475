import type { RecordingId } from '@sightline/core/case'
import { inForce } from '@sightline/core/conform'
import { frameAtMedia } from '@sightline/core/time'
import { Tick } from '../panels/tick.tsx'
import { editsWords } from '../strings/edits-words.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import type { EditsModel } from './edits-model.ts'
import { recordingName } from './line-words.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
}

/** What of the recordings no line shows, each a press away from the recording itself. */
export function LeftOutList({ model, player }: Props) {
  const w = editsWords.value
  const { room } = model
  const spans = model.left.value
  const open = inForce(model.lines.value).filter(
    ({ line, status }) => line.part === 'shown' && status === 'candidate',
  ).length
  const long = (raw: RecordingId, from: number, to: number) => {
    const seconds = numbers.value.decimals((to - from) / 1e6, to - from < 1e6 ? 2 : 1)
    const times = model.times.value.get(raw)
    const [first, last] = times ? [frameAtMedia(times, from), frameAtMedia(times, to - 1)] : [null, null]
    return first === null || last === null
      ? `${seconds} s`
      : w.leftOutLong(seconds, String(first), String(last))
  }
  const list = model.list.value
  if (list === null)
    return (
      <div class="edits-lines">
        <p class="muted">{w.notShown['not-compared']}</p>
      </div>
    )
  return (
    <div class="edits-lines">
      <p class="small">{list.part === 'published' ? w.leftOutOfPublished : w.leftOutLead}</p>
      {open > 0 && <p class="muted small">{w.leftOutOpen(open)}</p>}
      {spans.length === 0 && <p class="muted">{w.leftOutNone}</p>}
      <ol class="edit-lines" aria-label={w.tabs['left-out']}>
        {spans.map(({ raw, from, to }) => (
          <li key={`${raw} ${from}`} class="edit-line">
            <button type="button" class="edit-line-go" onClick={() => player.look(raw, from)}>
              <span class="mono edit-when">
                {timeText(from)} – {timeText(to)}
              </span>
              <span class="edit-what">
                <Tick mark={room.session.marks.value.get(raw)} /> {recordingName(room, raw)}
              </span>
              <span class="muted small">{long(raw, from, to)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
