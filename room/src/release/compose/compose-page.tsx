import { useEffect } from 'preact/hooks'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { Checklist } from './checklist.tsx'
import { ComposeDialogs } from './compose-dialogs.tsx'
import { type ComposePart, composeModel, composeParts } from './compose-model.ts'
import { DraftBar } from './draft-bar.tsx'
import { MoreOut } from './more-out.tsx'
import { PapersOut } from './papers-out.tsx'
import { Readers } from './readers.tsx'
import { RecordingsOut } from './recordings-out.tsx'
import { SealingSteps } from './sealing-steps.tsx'
import { Staying } from './staying.tsx'

/** Where a person composes a release, sees what stands in its way, looks at it as it would be sealed, and publishes it. */
export function ComposePage({ room }: { readonly room: Room }) {
  const model = composeModel(room)
  const w = composeWords.value
  const { value: part } = model.part
  const { value: opening } = model.opening
  const open = model.check.value?.stops.filter(({ override }) => override === null).length ?? 0
  useEffect(() => model.follow(), [model])
  useEffect(() => {
    const { value: target } = model.target
    if (target === null) document.querySelector('#release')?.scrollTo(0, 0)
    else focusOn(target)
    model.target.value = null
  }, [part, model.target.value])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event, room)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [room])
  return (
    <main class="page case-page compose-page" id="release" tabIndex={-1}>
      <div class="page-inner">
        <header class="page-head case-head">
          <h2>
            {w.title}{' '}
            <span class="muted">{w.version(room.source.state.value.sealedReleases.length + 1)}</span>
          </h2>
          <p class="lead">{w.lead[part]}</p>
          <nav class="case-parts" aria-label={w.partsOf}>
            {composeParts.map(each => (
              <button
                key={each}
                type="button"
                aria-current={part === each ? 'page' : undefined}
                onClick={() => model.goTo(each, null)}
              >
                {w.parts[each]}
                {each === 'checklist' && open > 0 && <span class="count"> {open}</span>}
              </button>
            ))}
          </nav>
        </header>
        {opening.kind === 'coming' && (
          <p class="muted" role="status">
            {w.coming}
          </p>
        )}
        {opening.kind === 'none' && <p>{w.none}</p>}
        {opening.kind === 'failed' && <p role="alert">{w.failed(opening.why)}</p>}
        {opening.kind === 'here' && (
          <>
            <DraftBar room={room} />
            <Part room={room} part={part} />
          </>
        )}
      </div>
      <ComposeDialogs room={room} />
    </main>
  )
}

function Part({ room, part }: { readonly room: Room; readonly part: ComposePart }) {
  switch (part) {
    case 'going-out':
      return (
        <>
          <RecordingsOut room={room} />
          <PapersOut room={room} />
          <MoreOut room={room} />
        </>
      )
    case 'readers':
      return <Readers room={room} />
    case 'staying':
      return <Staying room={room} />
    case 'checklist':
      return <Checklist room={room} />
    case 'seal':
      return <SealingSteps room={room} />
  }
}

/** Gives the focus to what a stop is about, and brings it into sight. */
function focusOn(target: string): void {
  const found = document.querySelector<HTMLElement>(`#release [data-target="${CSS.escape(target)}"]`)
  found?.scrollIntoView({ block: 'center' })
  found?.focus()
}

const typing = 'input:not([type=checkbox]), textarea'

function pressed(event: KeyboardEvent, room: Room): void {
  if (!(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]')) return
  const model = composeModel(room)
  if (event.key === 's') {
    event.preventDefault()
    // What is being typed counts as soon as its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    room.speaker.heed(model.save())
  }
  const isTyping = event.target instanceof Element && event.target.closest(typing) !== null
  if (event.key === 'z' && !isTyping && model.changes.peek() > 0) {
    event.preventDefault()
    model.undo()
  }
}
