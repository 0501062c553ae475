import type { RecordingId } from '@sightline/core/case'
import { editsWords } from '../strings/edits-words.ts'
import { numbers } from '../strings/numbers.ts'
import type { EditsModel } from './edits-model.ts'

/** How far the comparison of a film is, by stage and share, and a way to stop it or take it up again. */
export function Comparison({ model, of }: { readonly model: EditsModel; readonly of: RecordingId }) {
  const w = editsWords.value
  const { source, speaker } = model.room
  const work = source.work.value
  const now = work?.comparing?.of === of ? work.comparing : null
  const isStopped = work?.stopped.includes(of) ?? false
  const hasLines = model.list.value !== null
  if (hasLines && !now && !isStopped) return null
  const reading = now ? null : (work?.fraction ?? null)
  const share = now ? now.share : reading
  const percent = share === null ? '' : ` ${numbers.value.whole(100 * share)} %`
  return (
    <div class="edits-waiting">
      {isStopped ? (
        <p role="status">{w.stopped}</p>
      ) : (
        <>
          <p>{hasLines ? w.comparedAnew : w.waiting}</p>
          <p role="status" class="small">
            {now ? w.stages[now.stage] : reading === null ? w.waitingFor : w.stages.reading}
            <span class="mono">{percent}</span>
          </p>
          {share !== null && <progress aria-label={w.comparing} value={share} max={1} />}
        </>
      )}
      {source.can.command && (
        <button type="button" class="button" onClick={() => speaker.heed(source.compare(of, isStopped))}>
          {isStopped ? w.compareNow : w.stopComparing}
        </button>
      )}
    </div>
  )
}
