import { useEffect } from 'preact/hooks'
import { agentName } from '../../panels/placement-words.ts'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { numbers } from '../../strings/numbers.ts'
import { composeModel } from './compose-model.ts'

/** Whether what is chosen is kept, and the ways to keep it and to take the last change back. It stays in sight. */
export function DraftBar({ room }: { readonly room: Room }) {
  const w = composeWords.value.status
  const model = composeModel(room)
  const { value: isDirty } = model.isDirty
  const { value: theirs } = model.theirs
  const { releaseDraft, composed } = room.source.state.value
  useEffect(() => {
    if (!isDirty) return undefined
    // The browser asks whether to leave, in its own words.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  const at = (iso: string) => numbers.value.utc(iso).slice(0, 16)
  const kept = releaseDraft
    ? w.kept(agentName(room, releaseDraft.agent), at(releaseDraft.at))
    : composed
      ? ''
      : w.nothingKept
  const isApproved = composed !== null && composed.composition.sha256 === model.kept.value
  return (
    <div class="draft-bar" data-dirty={isDirty}>
      <p role="status">
        {isDirty ? w.dirty(model.changes.value) : `${kept} ${isApproved ? w.approved : ''}`}
      </p>
      <p class="row">
        <button
          type="button"
          class="button plain"
          disabled={model.changes.value === 0}
          title={composeWords.value.keys}
          onClick={() => model.undo()}
        >
          {w.undo}
        </button>
        <button
          type="button"
          class="button"
          disabled={!isDirty && model.kept.value !== null}
          title={composeWords.value.keys}
          onClick={() => model.save()}
        >
          {w.save}
        </button>
      </p>
      {theirs && (
        <div class="loud" role="alert">
          <p>{w.theirs(agentName(room, theirs.agent), at(theirs.at))}</p>
          <p class="row">
            <button type="button" class="button" onClick={() => model.takeTheirs()}>
              {w.takeTheirs}
            </button>
            <button type="button" class="button" onClick={() => model.keepMine()}>
              {w.keepMine}
            </button>
          </p>
        </div>
      )}
    </div>
  )
}
