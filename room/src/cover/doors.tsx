import { useSignal } from '@preact/signals'
import type { CoverDoors } from '@sightline/core/case'
import type { ComponentChildren } from 'preact'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { browserTools, type CopyFound, checkCopies, largestCopyBytes, type ToCheck } from './check-copies.ts'
import { differingWords } from './differing-words.ts'

type Opened = 'compare' | 'verify' | null

/** Three ways in: watch, compare, verify. What stands behind the second and third opens below them, on the cover itself. */
export function Doors({ room, doors }: { readonly room: Room; readonly doors: CoverDoors | null }) {
  const opened = useSignal<Opened>(null)
  const w = words.value.doors
  const opensAt = doors?.opensAt ? room.caseTimeOf(doors.opensAt) : null
  const wordings = doors?.wordings ?? null
  const toggle = (door: 'compare' | 'verify') => () => {
    // A release is checked as a whole, on a page of its own.
    if (door === 'verify' && room.source.can.check) {
      room.uncover()
      room.session.view.value = 'release'
      return
    }
    opened.value = opened.value === door ? null : door
  }
  return (
    <>
      <div class="doors">
        <button type="button" class="door key" data-cover="show" onClick={() => room.uncover()}>
          <b>{w.watch}</b>
          <span>{opensAt === null ? w.watchWhat : w.watchAt(timeText(opensAt))}</span>
        </button>
        {wordings && (
          <Door
            name={w.compare}
            isOpen={opened.value === 'compare'}
            controls="door-compare"
            onOpen={toggle('compare')}
          >
            {w.compareWhat}
          </Door>
        )}
        {room.source.state.value.recordings.size > 0 && (
          <Door
            name={w.verify}
            isOpen={opened.value === 'verify'}
            controls="door-verify"
            onOpen={toggle('verify')}
          >
            {room.source.can.check ? w.checkWhat : w.verifyWhat}
          </Door>
        )}
      </div>
      {opened.value === 'compare' && wordings && <Compare room={room} wordings={wordings} />}
      {opened.value === 'verify' && <Verify room={room} />}
    </>
  )
}

interface DoorProps {
  readonly name: string
  readonly isOpen: boolean
  readonly controls: string
  readonly onOpen: () => void
  readonly children: ComponentChildren
}

function Door({ name, isOpen, controls, onOpen, children }: DoorProps) {
  return (
    <button
      type="button"
      class="door"
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={onOpen}
    >
      <b>{name}</b>
      <span>{children}</span>
    </button>
  )
}

function Compare({
  room,
  wordings,
}: {
  readonly room: Room
  readonly wordings: NonNullable<CoverDoors['wordings']>
}) {
  const w = words.value.doors
  const time = room.caseTimeOf(wordings.at)
  const [first, second] = wordings.words
  return (
    <section class="behind-door" id="door-compare" aria-label={w.compare}>
      <h2>{wordings.matter}</h2>
      <ul class="wordings">
        {wordings.words.map(({ file, words: said }) => (
          <li key={file}>
            <q>
              {differingWords(said, (said === first?.words ? second : first)?.words ?? '').map(
                ({ text, isShared }, at) => (
                  <span key={at}>{isShared ? text : <u>{text}</u>} </span>
                ),
              )}
            </q>
            <span class="muted small">{file}</span>
          </li>
        ))}
      </ul>
      <p class="muted small">{w.compareNote}</p>
      {time !== null && (
        <button type="button" class="button" onClick={() => room.uncover(wordings.at)}>
          {w.openAt(timeText(time))}
        </button>
      )}
    </section>
  )
}

function Verify({ room }: { readonly room: Room }) {
  const w = words.value.doors
  const found = useSignal<readonly CopyFound[]>([])
  const isRunning = useSignal(false)
  const files = copiesOf(room)
  const left = room.source.state.value.recordings.size - files.length
  const altered = files[0]
  const run = async () => {
    if (!altered || isRunning.peek()) return
    isRunning.value = true
    found.value = []
    try {
      for await (const one of checkCopies(files, altered.name, browserTools))
        found.value = [...found.peek(), one]
    } finally {
      isRunning.value = false
    }
  }
  return (
    <section class="behind-door" id="door-verify" aria-label={w.verify}>
      <p>{altered ? w.verifyHow(altered.name, numbers.value.whole(files.length)) : w.verifyNothing}</p>
      {altered && (
        <button
          type="button"
          class="button"
          disabled={isRunning.value}
          onClick={() => room.speaker.heed(run())}
        >
          {isRunning.value ? w.verifying : w.verifyNow}
        </button>
      )}
      <ul class="found" aria-live="polite">
        {found.value.map(one => (
          <Found key={one.name} found={one} />
        ))}
      </ul>
      {left > 0 && <p class="muted small">{w.verifyLeft(left)}</p>}
      <p class="muted small">{w.verifyNote}</p>
    </section>
  )
}

function Found({ found }: { readonly found: CopyFound }) {
  const w = words.value.doors
  switch (found.kind) {
    case 'same':
      return (
        <li>
          <span class="mono">{found.name}</span> <span class="muted">{w.same}</span>
        </li>
      )
    case 'differs':
      return (
        <li class="found-changed">
          <b class="mono">{found.name}</b>{' '}
          {found.changedAt === null ? w.differs : w.differsAt(numbers.value.whole(found.changedAt))}
          <div class="hash small">{w.expected(found.expected)}</div>
          <div class="hash small">{w.found(found.found)}</div>
        </li>
      )
    case 'not-read':
      return (
        <li>
          <b class="mono">{found.name}</b> {w.notRead(found.detail)}
        </li>
      )
  }
}

/** The recordings as received that are small enough to be hashed in the page, smallest first: the first is the one altered. */
function copiesOf(room: Room): readonly ToCheck[] {
  const files = new Map<string, ToCheck>()
  for (const { found, isMissing } of room.source.state.value.files.values()) {
    const { sha256, bytes, path, kind } = found
    if (kind !== 'recording' || !sha256 || bytes === null || isMissing || bytes > largestCopyBytes) continue
    if (!files.has(sha256))
      files.set(sha256, { name: path, sha256, bytes, url: room.source.mediaUrl(sha256, 'original') })
  }
  return [...files.values()].sort((a, b) => a.bytes - b.bytes)
}
