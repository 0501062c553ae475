import { useSignal } from '@preact/signals'
import { type EditKind, type EditLine, editKinds, type HeardKind, heardKinds } from '@sightline/core/case'
import { boxOf, boxSideOf, type PictureLine, shownFrom, withEnds } from '@sightline/core/conform'
import type { MediaMicros } from '@sightline/core/time'
import { useRef } from 'preact/hooks'
import { Dialog } from '../panels/dialog.tsx'
import { Field, type Filled, Form, ReasonField } from '../panels/form.tsx'
import { editsWords } from '../strings/edits-words.ts'
import { decimalText, microsFromTyped } from '../time-text.ts'
import { addLine, decideLine } from './decide.ts'
import type { Asking, EditsModel } from './edits-model.ts'
import { type EditsWords, recordingName } from './line-words.ts'
import { boxText, regionFrom } from './region-text.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
  readonly asking: Extract<Asking, { kind: 'correct' | 'add' }>
  readonly onClose: () => void
}

/** A line in the person's words: its ends, where it comes from, what kind it is, and why. */
export function LineDialog({ model, player, asking, onClose }: Props) {
  const w = editsWords.value
  const problem = useSignal<string | null>(null)
  const form = useRef<HTMLDivElement>(null)
  const start = model.list.value?.of.from ?? (0 as MediaMicros)
  const was = asking.kind === 'correct' ? (asking.first ?? asking.line.line) : newLine(player, start)
  const ends = asking.kind === 'correct' ? (asking.ends ?? was) : was
  const first = withEnds(was, ends.from, ends.to)
  const part = useSignal<EditLine['part']>(first.part)
  const here = () => decimalText(player.film.time.peek() - start)
  const put = (name: string) => {
    const field = form.current?.querySelector<HTMLInputElement>(`input[name=${name}]`)
    if (field) field.value = here()
  }
  const submit = async (filled: Filled) => {
    const read = readLine(w, was, part.peek(), filled, {
      start,
      frameMicros: frameMicrosOf(model, filled('raw')),
    })
    if (typeof read === 'string') {
      problem.value = read
      return
    }
    const reason = filled('reason')
    const isDone =
      asking.kind === 'add'
        ? await addLine(model, read, reason)
        : await decideLine(model, asking.line, {
            verdict: asking.line.status === 'added' ? 'added' : 'corrected',
            said: read,
            reason,
          })
    if (!isDone) return
    model.boxed.value = null
    onClose()
  }
  return (
    <Dialog title={asking.kind === 'add' ? w.addTitle : w.correctTitle} onClose={onClose}>
      <p class="muted small">{w.drag}</p>
      <div ref={form}>
        <Form
          submit={asking.kind === 'add' ? w.addTitle : w.correctTitle}
          onCancel={onClose}
          onSubmit={filled => model.room.speaker.heed(submit(filled))}
        >
          {asking.kind === 'add' && (
            <label class="field">
              <span>{w.kind}</span>
              <select
                value={part.value}
                onChange={event => {
                  part.value = event.currentTarget.value as EditLine['part']
                }}
              >
                <option value="picture">{w.tabs.lines}</option>
                <option value="shown">{w.parts.shown}</option>
                <option value="sound">{w.groups.sound}</option>
                <option value="unmatched">{w.parts.unmatched}</option>
              </select>
            </label>
          )}
          <End name="from" label={w.from} value={first.from - start} onHere={() => put('from')} />
          {first.part !== 'trim' && (
            <End name="to" label={w.to} value={first.to - start} onHere={() => put('to')} />
          )}
          <Rest model={model} part={part.value} line={first} />
          <ReasonField />
          {problem.value && (
            <p role="alert" class="problem">
              {problem.value}
            </p>
          )}
        </Form>
      </div>
    </Dialog>
  )
}

function End({
  name,
  label,
  value,
  onHere,
}: {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly onHere: () => void
}) {
  return (
    <div class="field-row">
      <Field name={name} label={label} value={decimalText(value)} isRequired isMono />
      <button type="button" class="button" onClick={onHere}>
        {editsWords.value.here}
      </button>
    </div>
  )
}

function Rest({
  model,
  part,
  line,
}: {
  readonly model: EditsModel
  readonly part: EditLine['part']
  readonly line: EditLine
}) {
  const w = editsWords.value
  if (part === 'unmatched') return null
  if (part === 'picture')
    return (
      <>
        <Choice name="kind" label={w.kind} value={line.part === 'picture' ? line.kind : 'overlay'}>
          {editKinds.map(kind => [kind, w.kinds[kind]] as const)}
        </Choice>
        <Field name="box" label={w.boxOfLine} value={boxText(line)} isMono />
      </>
    )
  const raw = 'raw' in line ? line.raw : null
  const rawFrom = 'rawFrom' in line ? line.rawFrom : null
  const against = model.list.value?.against ?? []
  const sources = against.map(({ recording }) => [recording, recordingName(model.room, recording)] as const)
  return (
    <>
      {part === 'sound' && (
        <Choice name="kind" label={w.kind} value={line.part === 'sound' ? line.kind : 'muted'}>
          {heardKinds.map(kind => [kind, w.sounds[kind]] as const)}
        </Choice>
      )}
      {part !== 'trim' && (
        <Choice name="raw" label={w.source} value={raw ?? ''}>
          {[...sources, ['', w.sourceNone] as const]}
        </Choice>
      )}
      <Field name="rawFrom" label={w.rawFrom} value={rawFrom === null ? '' : decimalText(rawFrom)} isMono />
      {part === 'shown' && (
        <Field
          name="rate"
          label={w.rate}
          hint={w.rateHint}
          value={String(line.part === 'shown' ? line.rate : 1)}
          isMono
        />
      )}
    </>
  )
}

function Choice({
  name,
  label,
  value,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly children: readonly (readonly [string, string])[]
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        {children.map(([key, words]) => (
          <option key={key} value={key} selected={key === value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A line to begin with where the film stands: two seconds in which something is drawn over the picture. */
function newLine(player: TiedPlayer, start: MediaMicros): EditLine {
  const from = Math.max(start, player.film.time.peek()) as MediaMicros
  const to = (from + 2e6) as MediaMicros
  return { part: 'picture', from, to, kind: 'overlay', factor: null, crop: null, region: null }
}

function frameMicrosOf(model: EditsModel, raw: string): number {
  const times = model.times.peek().get(raw)
  return times ? (times.boundaries[1] ?? 40_000) - (times.boundaries[0] ?? 0) : 40_000
}

/** The line that was typed, or what is wrong with it in words. */
function readLine(
  w: EditsWords,
  was: EditLine,
  part: EditLine['part'],
  filled: Filled,
  { start, frameMicros }: { readonly start: MediaMicros; readonly frameMicros: number },
): EditLine | string {
  const timeIn = (name: string, label: string, origin: number) => {
    const read = microsFromTyped(filled(name))
    return read === null ? w.notATime(label) : ((read + origin) as MediaMicros)
  }
  const from = timeIn('from', w.from, start)
  if (typeof from === 'string') return from
  const to = part === 'trim' ? from : timeIn('to', w.to, start)
  if (typeof to === 'string') return to
  if (part !== 'trim' && to <= from) return w.endBefore
  const kind = filled('kind')
  const raw = filled('raw')
  switch (part) {
    case 'unmatched':
      return { part, from, to }
    case 'picture': {
      const first = was.part === 'picture' ? was : null
      const said: PictureLine = {
        ...{ part, from, to, kind: kind as EditKind, factor: first?.factor ?? null },
        ...{ crop: null, region: null },
      }
      const box = regionFrom(filled('box'))
      if (box === 'wrong') return w.notARegion
      if (box === null) return said
      const side = boxSideOf(said.kind)
      // Nobody typed another part: one that moves goes on moving, in the pixels it was told in.
      if (first && filled('box') === boxText(first) && side === (boxOf(first)?.side ?? side))
        return { ...first, from, to, kind: said.kind }
      return { ...said, [side]: box }
    }
    case 'sound': {
      if (raw === '') return { part, from, to, kind: kind as HeardKind, raw: null, rawFrom: null }
      const rawFrom = timeIn('rawFrom', w.rawFrom, 0)
      return typeof rawFrom === 'string' ? rawFrom : { part, from, to, kind: kind as HeardKind, raw, rawFrom }
    }
    case 'trim': {
      const rawFrom = timeIn('rawFrom', w.rawFrom, 0)
      if (typeof rawFrom === 'string') return rawFrom
      if (was.part !== 'trim') return w.endBefore
      const length = was.rawTo - was.rawFrom
      return { ...was, from, to, rawFrom, rawTo: (rawFrom + length) as MediaMicros }
    }
    case 'shown': {
      if (raw === '') return { part: 'unmatched', from, to }
      const rate = Number(filled('rate').replace(',', '.').replace('−', '-'))
      if (filled('rate') === '' || !Number.isFinite(rate)) return w.notANumber(w.rate)
      const rawFrom = timeIn('rawFrom', w.rawFrom, 0)
      if (typeof rawFrom === 'string') return rawFrom
      const layer = was.part === 'shown' ? was.layer : 0
      const typedAsWas =
        was.part === 'shown' && was.raw === raw && was.rate === rate && was.rawFrom === rawFrom
      // Nobody typed another place: it goes with the ends, so that what is shown at each frame stays the same.
      if (typedAsWas && was.part === 'shown') return withEnds(was, from, to)
      return shownFrom({ from, to }, raw, rawFrom, { rate, layer, heldMicros: frameMicros })
    }
  }
}
