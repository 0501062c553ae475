import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { releaseWords } from '../strings/release-words.ts'
import { type Checked, checkRelease, type ReleaseReader } from './check-release.ts'
import { EmbedCodes } from './embed-codes.tsx'
import { folderReader, pageReader } from './readers.ts'
import { SaidOfIt } from './said-of-it.tsx'
import { chooseSmallCopies, smallCopies } from './small-copies.ts'

type Check =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly fraction: number; readonly abort: AbortController }
  | { readonly kind: 'done'; readonly checked: Checked }
  | { readonly kind: 'failed'; readonly why: string }

/** A release that was replaced whole is wrong in every file: some say so as well as all. */
const mostShown = 100

/** Kept while a person looks at other pages of the room. */
const check = signal<Check>({ kind: 'none' })

/** What this release is, and the check of every byte in it by the page itself. */
export function ReleasePage({ room }: { readonly room: Room }) {
  const w = releaseWords.value
  const isOnDisk = location.protocol === 'file:'
  const { value: now } = check
  return (
    <main class="page release-page" id="release" tabIndex={-1}>
      <h2>{w.title}</h2>
      <SaidOfIt of="head" />
      <p class="muted">{w.lead}</p>
      <ul class="release-links">
        <li>
          <a href="../VERIFY.txt">{w.stock}</a>
        </li>
        <li>
          <a href="../release.json">{w.document}</a>
        </li>
      </ul>
      <section aria-labelledby="check-title">
        <h3 id="check-title">{w.check}</h3>
        <p>{isOnDisk ? w.chooseLead : w.checkLead}</p>
        {now.kind === 'running' ? (
          <Running fraction={now.fraction} abort={now.abort} />
        ) : (
          <Begin isOnDisk={isOnDisk} />
        )}
        {now.kind === 'failed' && <p role="alert">{w.failed(now.why)}</p>}
        {now.kind === 'done' && <Result checked={now.checked} />}
      </section>
      <SmallCopies />
      <EmbedCodes room={room} />
      <p class="muted">{w.entries(room.source.log.length)}</p>
      <SaidOfIt of="whole" />
    </main>
  )
}

function SmallCopies() {
  const w = releaseWords.value
  const { offered, areShown } = smallCopies.value
  if (offered === 0) return null
  return (
    <section aria-labelledby="small-title">
      <h3 id="small-title">{w.small}</h3>
      <p>{w.smallLead(offered)}</p>
      <label class="check">
        <input
          type="checkbox"
          checked={areShown}
          onChange={event => chooseSmallCopies(event.currentTarget.checked)}
        />
        {w.smallChoice}
      </label>
    </section>
  )
}

function Begin({ isOnDisk }: { readonly isOnDisk: boolean }) {
  const w = releaseWords.value
  if (!isOnDisk)
    return (
      <button type="button" class="button" onClick={() => begin(pageReader(location.href))}>
        {w.begin}
      </button>
    )
  return (
    <label class="field">
      <span>{w.choose}</span>
      <input
        type="file"
        ref={element => element?.setAttribute('webkitdirectory', '')}
        onChange={event => {
          const { files } = event.currentTarget
          if (files && files.length > 0) begin(folderReader(files))
        }}
      />
    </label>
  )
}

function Running({ fraction, abort }: { readonly fraction: number; readonly abort: AbortController }) {
  const w = releaseWords.value
  return (
    <div class="row">
      <progress value={fraction} aria-label={w.running} />
      <span role="status" class="unseen">
        {w.running}
      </span>
      <button type="button" class="button" onClick={() => abort.abort()}>
        {w.stop}
      </button>
    </div>
  )
}

function Result({ checked }: { readonly checked: Checked }) {
  const w = releaseWords.value
  const { faults, signature, document } = checked
  useEffect(() => {
    window.document.getElementById('check-result')?.focus()
  }, [])
  return (
    <div id="check-result" tabIndex={-1} role="status">
      <p class="release-verdict">{faults.length === 0 ? w.whole : w.faults(faults.length)}</p>
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, mostShown).map(({ kind, path }) => (
            <li key={`${kind} ${path}`}>
              <code>{path}</code>: {w.means[kind]}
            </li>
          ))}
        </ul>
      )}
      <dl class="facts">
        <dt>{w.checkedWhat}</dt>
        <dd>{w.checkedFiles(checked.files, checked.bytes, checked.entries)}</dd>
        <dt>{w.version}</dt>
        <dd>{document ? `${document.version}, ${document.asOf}` : w.unknown}</dd>
        <dt>{w.signed}</dt>
        <dd>
          <code>{checked.sealed}</code>
        </dd>
        <dt>{w.key}</dt>
        <dd>
          {signature.kind === 'unread' ? w.unknown : <code>{signature.fingerprint}</code>} ·{' '}
          {w.signature[signature.kind]}
        </dd>
      </dl>
      <h4>{w.notChecked}</h4>
      <ul>
        <li>{w.notWhose}</li>
        <li>{w.notPage}</li>
        <li>{document?.timestamp ? w.notStamp(document.timestamp) : w.noStamp}</li>
        <li>{w.notHead}</li>
        {!checked.isClosedWorld && <li>{w.notClosed}</li>}
      </ul>
    </div>
  )
}

function begin(reader: ReleaseReader): void {
  const abort = new AbortController()
  check.value = { kind: 'running', fraction: 0, abort }
  const tell = (fraction: number) => {
    check.value = { kind: 'running', fraction, abort }
  }
  checkRelease(reader, tell, abort.signal).then(
    checked => {
      check.value = { kind: 'done', checked }
    },
    (error: unknown) => {
      check.value = abort.signal.aborted
        ? { kind: 'none' }
        : { kind: 'failed', why: error instanceof Error ? error.message : String(error) }
    },
  )
}
