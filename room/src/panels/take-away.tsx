import { useSignal } from '@preact/signals'
import type { TakeAway, TakeAwayState } from '@sightline/core/api'
import type { StoredOutput } from '@sightline/core/case'
import { type CaseMicros, caseMicros } from '@sightline/core/time'
import { useEffect } from 'preact/hooks'
import type { Room } from '../room-model.ts'
import { laterWords } from '../strings/later-words.ts'
import { numbers } from '../strings/numbers.ts'
import { decimalText, microsFromTyped } from '../time-text.ts'
import { Dialog } from './dialog.tsx'
import { Field, type Filled, Form } from './form.tsx'
import { agentName } from './placement-words.ts'
import { viewWords } from './view-sign.tsx'

const kinds = ['still', 'contact-sheet', 'clip', 'grid-clip', 'csv', 'vtt', 'annotations'] as const
type Kind = (typeof kinds)[number]
const isSpanned = (kind: Kind) => kind === 'contact-sheet' || kind === 'clip' || kind === 'grid-clip'

/** How often it is asked how far the making is. */
const askAgainMs = 400
const longestMicros = 600e6
const shownBefore = 8

/** Asks for a file, shows how far it is, and hands it over; below it, what left before. */
export function TakeAwayDialog({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const request = useSignal<string | null>(null)
  const w = laterWords.value.takeAway
  return (
    <Dialog title={w.title} onClose={onClose}>
      <p class="muted small">{w.lead}</p>
      {request.value === null ? (
        <Wish
          room={room}
          onClose={onClose}
          onBegun={id => {
            request.value = id
          }}
        />
      ) : (
        <Progress
          key={request.value}
          room={room}
          id={request.value}
          onAnother={() => {
            request.value = null
          }}
        />
      )}
      <Before room={room} />
    </Dialog>
  )
}

interface WishProps {
  readonly room: Room
  readonly onClose: () => void
  readonly onBegun: (id: string) => void
}

function Wish({ room, onClose, onBegun }: WishProps) {
  const { session, engine } = room
  const w = laterWords.value.takeAway
  const current = session.current.value
  const name = current === null ? '' : (session.names.value.get(current) ?? '')
  const view = current === null ? undefined : engine.angle(current)
  const frame = view?.state.value.kind === 'absent' ? null : (view?.shown.value ?? null)
  const angles = session.angles.value.slice(0, 9)
  const hasMoments = room.marks.all.value.length > 0
  const offered = kinds.filter(kind => {
    if (kind === 'still') return frame !== null
    if (kind === 'grid-clip') return angles.length > 0
    return isSpanned(kind) ? current !== null : hasMoments
  })
  const kind = useSignal<Kind>(offered[0] ?? 'csv')
  const isWrong = useSignal(false)
  const [from, to] = spanOffered(room)

  const labelOf = (each: Kind): string => {
    switch (each) {
      case 'still':
        return w.still(name, String(frame?.index ?? ''))
      case 'contact-sheet':
      case 'clip':
        return w[each](name)
      case 'grid-clip':
        return w[each](angles.length)
      case 'csv':
      case 'vtt':
      case 'annotations':
        return w[each]
    }
  }
  const submit = async (filled: Filled) => {
    const typed = [microsFromTyped(filled('from')), microsFromTyped(filled('to'))]
    const span = { from: caseMicros(typed[0] ?? 0), to: caseMicros(typed[1] ?? 0) }
    const length = span.to - span.from
    isWrong.value = isSpanned(kind.peek()) && (typed.includes(null) || length <= 0 || length > longestMicros)
    if (isWrong.peek()) return
    const asked = askedFor(room, kind.peek(), frame?.pts ?? null, span)
    if (asked) onBegun(await room.source.takeAway(asked))
  }
  return (
    <Form submit={w.make} onCancel={onClose} onSubmit={filled => room.speaker.heed(submit(filled))}>
      <fieldset class="choices column">
        <legend>{w.what}</legend>
        {offered.map(each => (
          <label key={each} class="check">
            <input
              type="radio"
              name="what"
              checked={kind.value === each}
              onChange={() => {
                kind.value = each
              }}
            />
            {labelOf(each)}
          </label>
        ))}
      </fieldset>
      {frame === null && <p class="muted small">{w.noFrame}</p>}
      {isSpanned(kind.value) && (
        <div class="pair">
          <Field name="from" label={w.from} value={decimalText(from)} isRequired isMono />
          <Field
            name="to"
            label={w.to}
            value={decimalText(to)}
            hint={isWrong.value ? w.wrongSpan : undefined}
            isRequired
            isMono
          />
        </div>
      )}
    </Form>
  )
}

/** The chosen moment where it is a span, what is being measured, else the five seconds from the playhead. */
function spanOffered(room: Room): readonly [CaseMicros, CaseMicros] {
  const { marks, engine } = room
  const chosen = marks.all.value.find(({ moment }) => moment.id === marks.chosen.value)
  if (chosen?.on && chosen.on.to > chosen.on.from) return [chosen.on.from, chosen.on.to]
  const { from, to } = marks.measuring.value
  if (from && to && from.at !== to.at) return from.at < to.at ? [from.at, to.at] : [to.at, from.at]
  const now = engine.time.peek()
  return [now, caseMicros(now + 5e6)]
}

function askedFor(
  room: Room,
  kind: Kind,
  at: number | null,
  span: { readonly from: CaseMicros; readonly to: CaseMicros },
): TakeAway | null {
  const { session } = room
  const recording = session.current.peek()
  switch (kind) {
    case 'still':
      return recording === null || at === null
        ? null
        : {
            what: kind,
            recording,
            at: at as Extract<TakeAway, { what: 'still' }>['at'],
            viewedWith: viewedWith(room, [recording]),
          }
    case 'contact-sheet':
    case 'clip':
      return recording === null
        ? null
        : { what: kind, recording, ...span, viewedWith: viewedWith(room, [recording]) }
    case 'grid-clip': {
      const recordings = session.angles
        .peek()
        .slice(0, 9)
        .map(({ id }) => id)
      return { what: kind, recordings, ...span, viewedWith: viewedWith(room, recordings) }
    }
    case 'csv':
    case 'vtt':
    case 'annotations':
      return { what: 'moments', as: kind }
  }
}

/** How the pictures were changed on this screen, as far as a sheet has room for it. */
function viewedWith({ viewing }: Room, ids: readonly string[]): string[] {
  return ids.flatMap(id => viewWords(viewing.shown(id))).slice(0, 12)
}

interface ProgressProps {
  readonly room: Room
  readonly id: string
  readonly onAnother: () => void
}

export function Progress({ room, id, onAnother }: ProgressProps) {
  const state = useSignal<TakeAwayState>({ kind: 'making', fraction: 0 })
  const w = laterWords.value.takeAway
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const ask = async () => {
      state.value = await room.source.takeAwayState(id)
      if (state.peek().kind === 'making') timer = setTimeout(() => room.speaker.heed(ask()), askAgainMs)
    }
    room.speaker.heed(ask())
    return () => {
      if (timer !== null) clearTimeout(timer)
    }
  }, [room, id, state])
  const now = state.value
  const another = (
    <button type="button" class="button" onClick={onAnother}>
      {w.another}
    </button>
  )
  switch (now.kind) {
    case 'making':
      return (
        <div class="fields" role="status">
          <label class="field">
            <span>{w.making(numbers.value.percent(now.fraction))}</span>
            <progress value={now.fraction} max={1} />
          </label>
          <div class="row end">
            <button
              type="button"
              class="button"
              onClick={() => room.speaker.heed(room.source.giveUpTakeAway(id))}
            >
              {w.giveUp}
            </button>
          </div>
        </div>
      )
    case 'failed':
      return (
        <div class="fields" role="status">
          <p>{w.failed(now.message)}</p>
          <div class="row end">{another}</div>
        </div>
      )
    case 'made':
      return (
        <div class="fields" role="status">
          <p>{w.made}</p>
          <Files room={room} files={now.files} isFull />
          <div class="row end">{another}</div>
        </div>
      )
  }
}

interface FilesProps {
  readonly room: Room
  readonly files: readonly StoredOutput[]
  readonly isFull?: boolean
}

function Files({ room, files, isFull = false }: FilesProps) {
  const w = laterWords.value.takeAway
  return (
    <ul class="taken-files">
      {files.map(({ name, sha256, bytes }) => (
        <li key={sha256}>
          <a href={room.source.takenUrl(sha256)} download={name}>
            {w.save(name)}
          </a>{' '}
          <span class="muted small">{numbers.value.bytes(bytes)}</span>
          {isFull && <span class="hash">{sha256}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The last that left, newest first; all of it stands in the log. */
function Before({ room }: { readonly room: Room }) {
  const w = laterWords.value.takeAway
  const taken = [...room.source.state.value.takenAway.values()].slice(-shownBefore).reverse()
  return (
    <section class="taken-before">
      <h3 class="small muted">{w.before}</h3>
      {taken.length === 0 && <p class="muted small">{w.none}</p>}
      {taken.map(each => (
        <details key={each.rev}>
          <summary class="small">
            {w.kinds[each.what]} · {w.by(agentName(room, each.agent), numbers.value.date(each.at))}
          </summary>
          <Files room={room} files={each.files} />
        </details>
      ))}
    </section>
  )
}
