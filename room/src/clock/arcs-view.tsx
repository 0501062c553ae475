import type { RecordingId } from '@sightline/core/case'
import { isNarrow } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import { clockWords } from '../strings/clock-words.ts'
import { numbers } from '../strings/numbers.ts'
import { arcsOf, type RowMiddles } from './arcs.ts'
import { type PairFacts, pairKey } from './clock-facts.ts'
import { whyText } from './why.tsx'

interface Props {
  readonly room: Room
  readonly pairs: readonly PairFacts[]
  readonly rows: RowMiddles
  readonly pair: readonly [RecordingId, RecordingId] | null
}

const wide = 132
const narrow = 64

/** The pairs as arcs between the rows of the list: thick where strong, dashed where not used. The list below says the same in words. */
export function Arcs({ room, pairs, rows, pair }: Props) {
  const { session } = room
  const w = clockWords.value
  const width = isNarrow.value ? narrow : wide
  const height = Math.max(0, ...rows.values()) + 24
  const chosen = pair ? pairKey(...pair) : null
  const selected = session.selected.value
  const isFaded = (a: RecordingId, b: RecordingId) => selected !== null && selected !== a && selected !== b
  // The chosen one lies over the others.
  const arcs = [...arcsOf(pairs, rows, width)].sort(
    (x, y) => Number(x.pair.key === chosen) - Number(y.pair.key === chosen),
  )
  return (
    <svg class="arcs" width={width} height={height} aria-hidden="true">
      {arcs.map(({ pair: { key, a, b, kind, solved }, path, thickness }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list of pairs holds a button for each of these
        <g
          key={key}
          data-kind={kind}
          onClick={() => {
            session.pair.value = [a, b]
          }}
        >
          <title>
            {`${session.names.value.get(a)} – ${session.names.value.get(b)}, ${w.score(numbers.value.decimals(solved.score, 1))}, ${kind === 'used' ? w.used : `${w.setAside}: ${whyText(solved.why).text}`}`}
          </title>
          <path class="arc-reach" d={path} />
          <path
            class={key === chosen ? 'arc chosen' : isFaded(a, b) ? 'arc faded' : 'arc'}
            d={path}
            stroke-width={thickness}
          />
        </g>
      ))}
    </svg>
  )
}
