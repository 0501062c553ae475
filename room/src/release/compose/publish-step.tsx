import { deskOf } from '../../case-file/case-desk.ts'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { composeModel } from './compose-model.ts'
import { Step } from './step.tsx'

/** Seals what was looked at and writes it into a folder of the server, or names the command that does. */
export function PublishStep({ room }: { readonly room: Room }) {
  const w = composeWords.value.seal
  const model = composeModel(room)
  const { value: info } = model.info
  const { value: now } = model.preview
  const waits = waitsFor(room)
  return (
    <Step title={w.stepPublish} isDone={now.kind === 'published'}>
      {now.kind === 'published' ? (
        <Published room={room} folder={now.folder} version={now.version} />
      ) : (
        <>
          {now.kind === 'made' && now.failure !== null && (
            <p role="alert">{w.publishFailed(now.failure.message)}</p>
          )}
          {waits.length > 0 && (
            <div>
              <p>{w.waits}</p>
              <ul class="lacks">
                {waits.map(each => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </div>
          )}
          {info?.into ? (
            <>
              <p class="muted">{w.publishLead(info.into)}</p>
              <p>
                <button
                  type="button"
                  class="button key"
                  disabled={waits.length > 0}
                  onClick={() => {
                    model.dialog.value = { kind: 'publish' }
                  }}
                >
                  {w.publish}
                </button>
              </p>
            </>
          ) : (
            info && (
              <>
                <p class="muted">{w.mayNot}</p>
                <Command
                  room={room}
                  words={`sightline release ${quoted(info.caseDir)}${info.folder === null ? '' : ` --folder ${quoted(info.folder)}`} --out NEW-FOLDER --key KEY-FILE`}
                />
              </>
            )
          )}
        </>
      )}
    </Step>
  )
}

function waitsFor(room: Room): readonly string[] {
  const w = composeWords.value.seal
  const model = composeModel(room)
  const open = model.check.value?.stops.filter(({ override }) => override === null).length ?? 0
  const { composed } = room.source.state.value
  const isApproved =
    !model.isDirty.value && composed?.composition.sha256 === model.kept.value && composed !== null
  const { value: now } = model.preview
  return [
    ...(open > 0 ? [w.waitStops(open)] : []),
    ...(isApproved ? [] : [w.waitApproval]),
    ...(now.kind === 'made' && now.isCurrent ? [] : [w.waitPreview]),
  ]
}

interface PublishedProps {
  readonly room: Room
  readonly folder: string
  readonly version: number
}

function Published({ room, folder, version }: PublishedProps) {
  const w = composeWords.value.seal
  return (
    <>
      <p role="status">
        <strong>{w.published(version)}</strong> {w.writtenTo} <code class="hash">{folder}</code>
      </p>
      <p class="muted">{w.nextVersion(version + 1)}</p>
      <p class="muted">{w.verifyWith}</p>
      <Command room={room} words={`sightline verify ${quoted(folder)} --signers ALLOWED-SIGNERS`} />
      <p>
        <button
          type="button"
          class="button"
          onClick={() => {
            deskOf(room).part.value = 'release'
            room.session.view.value = 'case'
          }}
        >
          {w.toStage}
        </button>
      </p>
    </>
  )
}

/** A line for a terminal, to be copied. */
function Command({ room, words }: { readonly room: Room; readonly words: string }) {
  const w = composeWords.value.seal
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => room.speaker.tell(w.copied, 'confirmation'),
      () => room.speaker.tell(w.notCopied),
    )
  return (
    <p class="command">
      <code>{words}</code>
      <button type="button" class="button small" onClick={copy}>
        {w.copy}
      </button>
    </p>
  )
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}
