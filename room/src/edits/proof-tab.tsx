import { useComputed } from '@preact/signals'
import { type Proof, proofSum, worstFrames } from '@sightline/core/conform'
import { useEffect, useRef } from 'preact/hooks'
import { editsWords } from '../strings/edits-words.ts'
import { numbers } from '../strings/numbers.ts'
import { timeText } from '../time-text.ts'
import type { EditsModel } from './edits-model.ts'
import { curveOf } from './proof-curve.ts'
import { type ProofModel, proofModelOf } from './proof-model.ts'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
}

/** The film made again from the recordings by the lines, and what remains of it frame by frame. */
export function ProofTab({ model, player }: Props) {
  const w = editsWords.value
  const proving = proofModelOf(model)
  const proof = proving.proof.value
  return (
    <div class="edits-lines">
      <p class="small">{w.proofLead}</p>
      <Make model={model} proving={proving} />
      {proof && proving.isOld.value && <p class="small edit-otherwise">{w.proofOld}</p>}
      {proof && <Told model={model} player={player} proof={proof} />}
      {proof && <Files model={model} proving={proving} />}
    </div>
  )
}

function Make({ model, proving }: { readonly model: EditsModel; readonly proving: ProofModel }) {
  const w = editsWords.value
  const making = proving.making.value
  if (!model.room.source.can.takeAway) return null
  if (making?.kind === 'making')
    return (
      <p class="row" role="status">
        <span>{w.proofMaking(numbers.value.whole(100 * making.fraction))}</span>
        <progress aria-label={w.tabs.proof} value={making.fraction} max={1} />
        <button type="button" class="button" onClick={() => proving.stop()}>
          {w.proofStop}
        </button>
      </p>
    )
  return (
    <>
      {making?.kind === 'failed' && <p role="alert">{w.proofFailed(making.message)}</p>}
      <p>
        <button
          type="button"
          class="button"
          disabled={model.list.value === null}
          onClick={() => proving.make()}
        >
          {proving.proof.value ? w.proofAgain : w.proofMake}
        </button>
      </p>
    </>
  )
}

function Told({ model, player, proof }: Props & { readonly proof: Proof }) {
  const w = editsWords.value
  const n = numbers.value
  const sum = proofSum(proof.frames)
  const start = proof.frames[0]?.at ?? 0
  const go = (at: number) => {
    model.isDifference.value = true
    player.seek(at)
  }
  if (sum === null) return <p>{w.proofShown('0', n.whole(proof.frames.length))}</p>
  return (
    <>
      <p class="small">
        {w.proofSaid(n.decimals(sum.mean, 2), n.decimals(sum.worst.mean ?? 0, 2), String(sum.worst.frame))}{' '}
        {w.proofShown(n.whole(sum.made), n.whole(proof.frames.length))}
        {sum.drawnOver > 0 && ` ${w.proofDrawn(n.whole(sum.drawnOver))}`}
      </p>
      <Curve player={player} proof={proof} onPress={go} />
      <h3 class="small">{w.proofWorst}</h3>
      <ol class="edit-lines">
        {worstFrames(proof.frames, 8).map(({ frame, at, mean }) => (
          <li key={frame} class="edit-line">
            <button type="button" class="edit-line-go edit-worst mono" onClick={() => go(at)}>
              {w.proofWorstLine(String(frame), timeText(at - start), n.decimals(mean ?? 0, 2))}
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}

const curveHeight = 92

/** What remains over the film: one column a pixel, as high as the worst frame in it; hatched where nothing was made again. */
function Curve({
  player,
  proof,
  onPress,
}: {
  readonly player: TiedPlayer
  readonly proof: Proof
  readonly onPress: (at: number) => void
}) {
  const w = editsWords.value
  const svg = useRef<SVGSVGElement>(null)
  const width = 340
  const { path, gaps, top, from, to } = curveOf(proof.frames, width, curveHeight - 4)
  const x = useComputed(() => (width * (player.film.time.value - from)) / Math.max(1, to - from))
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const box = svg.current?.getBoundingClientRect()
      if (box) onPress(from + ((event.clientX - box.left) / box.width) * (to - from))
    }
    svg.current?.addEventListener('click', press)
    return () => svg.current?.removeEventListener('click', press)
  })
  return (
    <figure class="proof-curve">
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${curveHeight}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={w.proofCurve}
      >
        {gaps.map(gap => (
          <rect key={gap.x} class="proof-gap" x={gap.x} y={0} width={gap.width} height={curveHeight} />
        ))}
        <path class="proof-line" d={path} />
        <line class="proof-head" x1={x} x2={x} y1={0} y2={curveHeight} />
      </svg>
      <figcaption class="muted small">
        {w.proofCurve} (0 – {numbers.value.decimals(top, 1)})
      </figcaption>
    </figure>
  )
}

function Files({ model, proving }: { readonly model: EditsModel; readonly proving: ProofModel }) {
  const w = editsWords.value
  return (
    <ul class="taken-files">
      {proving.files.value
        .filter(({ name }) => name.endsWith('.mp4') || name.endsWith('.csv'))
        .map(({ name, sha256, bytes }) => (
          <li key={sha256}>
            <a href={model.room.source.takenUrl(sha256)} download={name}>
              {name.endsWith('.mp4') ? w.proofFilm : w.proofCsv}
            </a>{' '}
            <span class="muted small">{numbers.value.bytes(bytes)}</span>
            <span class="hash">{sha256}</span>
          </li>
        ))}
    </ul>
  )
}
