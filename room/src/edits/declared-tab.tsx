import { type DeclaredDifference, placementOf, type Recording } from '@sightline/core/case'
import { type HeldAgainst, heldAgainstDeclared, isShown, standInPlace } from '@sightline/core/conform'
import { type FrameTimes, frameAtMedia, ptsOf } from '@sightline/core/time'
import { agentName } from '../panels/placement-words.ts'
import { editsWords } from '../strings/edits-words.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import { commandsOf, matchOf, type PointedFrame } from '../watch/placing-by-hand.ts'
import type { EditsModel } from './edits-model.ts'
import { recordingName, sayingOf, tagOf, whenOf } from './line-words.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
}

/** Of a stand-in: where it was said to differ, whether what was found lies inside of that, and its place on the clock. */
export function DeclaredTab({ model, player }: Props) {
  const w = editsWords.value
  const { source } = model.room
  const standIn = model.film.value
  if (!standIn?.standIn) return null
  const declared = [...source.state.value.declaredDifferences.values()].filter(
    ({ of, withdrawn }) => of === standIn.id && withdrawn === null,
  )
  const found = heldAgainstDeclared(model.lines.value, declared, standIn.id)
  return (
    <div class="edits-lines">
      <p class="small">{w.declaredLead}</p>
      {declared.length === 0 && <p class="muted small">{w.declaredNone}</p>}
      <ul class="edit-lines" aria-label={w.tabs.declared}>
        {declared.map(each => (
          <Declared key={each.id} model={model} declared={each} />
        ))}
      </ul>
      {source.can.command && (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              model.asking.value = { kind: 'declare' }
            }}
          >
            {w.declare}
          </button>
        </p>
      )}
      {model.list.value && (
        <>
          <Found
            model={model}
            player={player}
            title={w.outsideTitle}
            none={w.outsideNone}
            found={found.filter(({ by }) => by === null)}
          />
          <Found
            model={model}
            player={player}
            title={w.insideTitle}
            none={w.insideNone}
            found={found.filter(({ by }) => by !== null)}
          />
          <Place model={model} standIn={standIn} standsFor={standIn.standIn.standsFor} />
        </>
      )}
    </div>
  )
}

function Declared({
  model,
  declared,
}: {
  readonly model: EditsModel
  readonly declared: DeclaredDifference
}) {
  const w = editsWords.value
  const start = model.list.value?.of.from ?? 0
  const { from, to, region, what, declaredBy } = declared
  return (
    <li class="edit-line edit-declared">
      <p>
        <span class="edit-tag">{w.declareOf[what]}</span>{' '}
        {w.declaredLine(timeText(from - start), timeText(to - start), declaredBy)}
      </p>
      <p class="muted small">
        {what === 'picture' && (region ? w.regionLine(...region) : w.wholePicture)}{' '}
        {w.lineHistory(
          agentName(model.room, declared.agent),
          numbers.value.utc(declared.at),
          declared.reason,
        )}{' '}
        {model.room.source.can.command && (
          <button
            type="button"
            class="link"
            onClick={() => {
              model.asking.value = { kind: 'withdraw-declared', declared }
            }}
          >
            {w.withdraw}
          </button>
        )}
      </p>
    </li>
  )
}

function Found({
  model,
  player,
  title,
  none,
  found,
}: Props & { readonly title: string; readonly none: string; readonly found: readonly HeldAgainst[] }) {
  const w = editsWords.value
  const start = model.list.value?.of.from ?? 0
  return (
    <>
      <h3>{title}</h3>
      {found.length === 0 && <p class="muted small">{none}</p>}
      <ol class="edit-lines" aria-label={title}>
        {found.map(({ line }) => (
          <li key={line.key} class="edit-line">
            <button type="button" class="edit-line-go" onClick={() => player.seek(line.line.from)}>
              <span class="mono edit-when">{whenOf(line.line, start)}</span>
              <span class="edit-what">
                <span class="edit-tag">{tagOf(w, line.line)}</span> {sayingOf(model.room, w, line.line, null)}
              </span>
              <span class="edit-status muted small">{w.status[line.status]}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}

/** The place that follows from where its frames lie on the recording it stands for; a person takes it, or not. */
function Place({
  model,
  standIn,
  standsFor,
}: {
  readonly model: EditsModel
  readonly standIn: Recording
  readonly standsFor: string
}) {
  const w = editsWords.value
  const { room } = model
  const original = room.source.state.value.recordings.get(standsFor)
  const name = recordingName(room, standsFor)
  const place = standInPlace(model.lines.value)
  const pair = original ? pairOf(model, standIn, original) : null
  const isPlaced = original && placementOf(original)?.kind === 'placed'
  const take = async () => {
    if (!pair) return
    for (const command of commandsOf(pair.there, pair.here, w.placementReason(name)))
      if (!(await room.entering.enter(command))) return
  }
  return (
    <>
      <h3>{w.placement}</h3>
      {standIn.pin && <p class="small">{w.placementPinned}</p>}
      {place.kind === 'uneven' ? (
        <p class="small">{w.placementUneven}</p>
      ) : !isPlaced || !pair ? (
        <p class="small">{w.placementNone(name)}</p>
      ) : (
        <>
          <p class="small">
            {w.placementWhat(`${numbers.value.decimals(place.shownMicros / 1e6, 1)} s`)} ±{' '}
            {numbers.value.ms(matchOf(pair.there, pair.here)?.errorMs ?? place.errorMs)} ms
          </p>
          {room.source.can.command && !standIn.pin && (
            <p>
              <button type="button" class="button" onClick={() => room.speaker.heed(take())}>
                {w.placementTake(name)}
              </button>
            </p>
          )}
        </>
      )}
    </>
  )
}

/** The two frames that a line says are one: of the stand-in, and of the recording it stands for. */
function pairOf(
  model: EditsModel,
  standIn: Recording,
  original: Recording,
): { readonly here: PointedFrame; readonly there: PointedFrame } | null {
  const longest = model.lines.value
    .filter(isShown)
    .filter(({ line }) => line.layer === 0 && line.rate === 1)
    .sort((a, b) => b.line.to - b.line.from - (a.line.to - a.line.from))[0]
  const [own, its] = [model.times.value.get(standIn.id), model.times.value.get(original.id)]
  if (!longest || !own || !its) return null
  const here = pointed(standIn, own, longest.line.from)
  const there = pointed(original, its, longest.line.rawFrom)
  return here && there ? { here, there } : null
}

function pointed(recording: Recording, times: FrameTimes, at: number): PointedFrame | null {
  // A line's times are whole microseconds, a frame's need not be.
  const index = frameAtMedia(times, at + 1)
  if (index === null) return null
  const pts = ptsOf(times, index)
  return { recording, pts, lastsMicros: ptsOf(times, index + 1) - pts }
}
