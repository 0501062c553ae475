import type { StandingLine } from '@sightline/core/conform'
import type { MediaMicros } from '@sightline/core/time'
import { editsWords } from '../strings/edits-words.ts'
import { numbers } from '../strings/numbers.ts'
import { correcting } from './box-draft.ts'
import { BoxFields } from './box-fields.tsx'
import { acceptLine } from './decide.ts'
import type { EditsModel } from './edits-model.ts'
import { decidedBy, recordingName } from './line-words.ts'
import { goToPair } from './review-keys.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
  readonly line: StandingLine
}

/** What speaks for a line and what else was looked at, and what a person can do with it. */
export function Evidence({ model, player, line }: Props) {
  const w = editsWords.value
  const { candidate, review } = line
  return (
    <div class="edit-evidence">
      {review && (
        <p class="small">
          {w.lineHistory(decidedBy(model.room, line), numbers.value.utc(review.at), review.reason)}
        </p>
      )}
      {candidate?.pair && (
        <p class="small">
          {w.pair(String(candidate.pair[0]), String(candidate.pair[1]))}{' '}
          <button type="button" class="link" onClick={() => goToPair(model, player, line)}>
            {w.goPair}
          </button>
        </p>
      )}
      {candidate?.range && (
        <p class="small">{w.range(String(candidate.range[0]), String(candidate.range[1]))}</p>
      )}
      {candidate?.seenRange && (
        <p class="small">{w.seenRange(String(candidate.seenRange[0]), String(candidate.seenRange[1]))}</p>
      )}
      {candidate?.level !== undefined && (
        <p class="small">
          {w.level(numbers.value.decimals(Math.abs(candidate.level), 1), candidate.level < 0)}
        </p>
      )}
      {line.line.part === 'shown' && candidate && <Rivals model={model} player={player} line={line} />}
      {line.line.part === 'picture' && model.room.source.can.command && (
        <BoxFields model={model} player={player} />
      )}
      <Acts model={model} line={line} />
    </div>
  )
}

function Rivals({ model, player, line }: Props) {
  const w = editsWords.value
  const rivals = line.candidate?.rivals ?? []
  if (rivals.length === 0) return <p class="muted small">{w.noRivals}</p>
  const look = (raw: string, frame: number) => {
    const times = model.times.peek().get(raw)
    if (times) player.look(raw, Math.ceil(times.boundaries[frame] ?? 0) as MediaMicros)
  }
  return (
    <>
      <p class="small muted">{w.rivals}</p>
      <ul class="edit-rivals small">
        {rivals.map(({ raw, frame, behind }) => (
          <li key={`${raw} ${frame}`}>
            <button type="button" class="link" onClick={() => look(raw, frame)}>
              {w.rival(recordingName(model.room, raw), String(frame), numbers.value.whole(100 * behind))}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Acts({ model, line }: Pick<Props, 'model' | 'line'>) {
  const w = editsWords.value
  if (!model.room.source.can.command) return null
  const ask = (kind: 'dismiss' | 'withdraw') => () => {
    model.asking.value = { kind, line }
  }
  return (
    <p class="row edit-acts">
      {line.status !== 'accepted' && line.status !== 'added' && (
        <button type="button" class="button" onClick={() => model.room.speaker.heed(acceptLine(model, line))}>
          {w.accept}
        </button>
      )}
      <button
        type="button"
        class={model.boxed.value?.key === line.key ? 'button key' : 'button'}
        onClick={() => {
          model.asking.value = correcting(model, line)
        }}
      >
        {w.correct}
      </button>
      {line.status !== 'dismissed' && line.status !== 'added' && (
        <button type="button" class="button" onClick={ask('dismiss')}>
          {w.dismiss}
        </button>
      )}
      {line.review && (
        <button type="button" class="link" onClick={ask('withdraw')}>
          {w.withdraw}
        </button>
      )}
    </p>
  )
}
