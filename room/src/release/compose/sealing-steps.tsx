import { agentName } from '../../panels/placement-words.ts'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { numbers } from '../../strings/numbers.ts'
import { composeModel } from './compose-model.ts'
import { PreviewStep } from './preview-step.tsx'
import { PublishStep } from './publish-step.tsx'
import { SealedVersions } from './sealed-versions.tsx'
import { Step } from './step.tsx'

/** The way from a draft to a sealed folder, step by step; each says whether it is done and what it waits for. */
export function SealingSteps({ room }: { readonly room: Room }) {
  const w = composeWords.value.seal
  const model = composeModel(room)
  const { value: check } = model.check
  const open = check?.stops.filter(({ override }) => override === null).length ?? null
  const isKept = !model.isDirty.value && model.kept.value !== null
  return (
    <>
      <ol class="steps">
        <Step title={w.stepDraft} isDone={isKept}>
          {isKept ? (
            <p class="muted">{w.draftKept}</p>
          ) : (
            <p>
              <button type="button" class="button" onClick={() => model.save()}>
                {composeWords.value.status.save}
              </button>
            </p>
          )}
        </Step>
        <Step title={w.stepStops} isDone={open === 0}>
          <p>
            <button type="button" class="link" onClick={() => model.goTo('checklist', null)}>
              {open === null ? composeWords.value.checklist.running : composeWords.value.status.open(open)}
            </button>
          </p>
        </Step>
        <ApproveStep room={room} />
        <PreviewStep room={room} />
        <PublishStep room={room} />
      </ol>
      <SealedVersions room={room} />
    </>
  )
}

function ApproveStep({ room }: { readonly room: Room }) {
  const w = composeWords.value.seal
  const model = composeModel(room)
  const { composed } = room.source.state.value
  const isThis = composed !== null && composed.composition.sha256 === model.kept.value && !model.isDirty.value
  const told = composed && [agentName(room, composed.agent), numbers.value.utc(composed.at).slice(0, 16)]
  return (
    <Step title={w.stepApprove} isDone={isThis}>
      {told && <p>{(isThis ? w.approvedBy : w.otherApproved)(told[0] ?? '', told[1] ?? '')}</p>}
      {!isThis && (
        <>
          <p class="muted">{w.approveLead}</p>
          <p>
            <button
              type="button"
              class="button"
              onClick={() => {
                model.dialog.value = { kind: 'approve' }
              }}
            >
              {w.approve}
            </button>
          </p>
        </>
      )}
    </Step>
  )
}
