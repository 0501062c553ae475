import type { PreviewState } from '@sightline/core/release-desk'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { numbers } from '../../strings/numbers.ts'
import { composeModel } from './compose-model.ts'
import { Step } from './step.tsx'

/** The very bytes that would be sealed: made, opened by themselves, and named by their hash. */
export function PreviewStep({ room }: { readonly room: Room }) {
  const w = composeWords.value.seal
  const model = composeModel(room)
  const { value: now } = model.preview
  const { value: info } = model.info
  const { composed } = room.source.state.value
  const isApproved =
    composed !== null && !model.isDirty.value && composed.composition.sha256 === model.kept.value
  const isMade = now.kind === 'made' || now.kind === 'published'
  return (
    <Step title={w.stepPreview} isDone={isMade && now.isCurrent}>
      <p class="muted">{w.previewLead}</p>
      {info?.signer === null && <p>{w.noKey}</p>}
      {now.kind === 'failed' && <p role="alert">{w.failed(now.failure.message)}</p>}
      {now.kind === 'making' && (
        <div class="row">
          <progress aria-label={w.making(now.files, numbers.value.bytes(now.bytes))} />
          <span role="status">{w.making(now.files, numbers.value.bytes(now.bytes))}</span>
          <button type="button" class="button" onClick={() => model.giveUpPreview()}>
            {w.stop}
          </button>
        </div>
      )}
      {isMade && <Made room={room} made={now} />}
      {now.kind !== 'making' && (
        <p class="row">
          <button
            type="button"
            class={isApproved && !isMade ? 'button key' : 'button'}
            onClick={() => model.beginPreview()}
          >
            {isMade ? w.previewAgain : w.preview}
          </button>
          {isMade && (
            <button type="button" class="button plain" onClick={() => model.giveUpPreview()}>
              {w.discard}
            </button>
          )}
        </p>
      )}
    </Step>
  )
}

interface MadeProps {
  readonly room: Room
  readonly made: Extract<PreviewState, { kind: 'made' | 'published' }>
}

function Made({ room, made }: MadeProps) {
  const w = composeWords.value.seal
  const { value: info } = composeModel(room).info
  const isApproved = room.source.state.value.composed?.composition.sha256 === made.composition
  const standing = made.isCurrent ? w.current : isApproved ? w.outdated : w.notApproved
  return (
    <>
      <p class="row">
        <a class="button key" href={`${made.address}data/index.html`} target="_blank" rel="noreferrer">
          {w.open}
          <span class="unseen"> {w.newWindow}</span>
        </a>
        <a href={`${made.address}START-HERE.html`} target="_blank" rel="noreferrer">
          {w.openStart}
          <span class="unseen"> {w.newWindow}</span>
        </a>
      </p>
      {made.kind === 'made' && <p data-current={made.isCurrent}>{standing}</p>}
      <dl class="card-facts">
        <div>
          <dt>{w.hash}</dt>
          <dd>
            <code class="hash">{made.sealed}</code>
          </dd>
        </div>
        <div>
          <dt>{w.holds}</dt>
          <dd>
            {w.files(made.files, numbers.value.bytes(made.bytes))} {w.withheldWords(made.withheldWords)}
          </dd>
        </div>
        {info?.signer && (
          <div>
            <dt>{w.key}</dt>
            <dd>
              {info.signer.identity} <code class="hash">{info.signer.fingerprint}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>{w.stamp}</dt>
          <dd>{info?.stampedBy ?? w.noStamp}</dd>
        </div>
      </dl>
    </>
  )
}
