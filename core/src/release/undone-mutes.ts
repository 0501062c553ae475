import {
  type ClockMap,
  caseTimeOn,
  complement,
  type MediaMicros,
  pieceAtMedia,
  type Span,
} from '../time/index.ts'

/** What of one recording that goes out bears on sound that was taken out of another. */
export interface HeardOut {
  readonly title: string
  /** Null where it has no place on the clock of the case: nobody can tell then what it heard when. */
  readonly map: ClockMap | null
  /** Where it has sound, in its own time. */
  readonly sound: readonly Span<MediaMicros>[]
  /** Of a stand-in: where the recording it stands for has sound. Null for all others. */
  readonly original: readonly Span<MediaMicros>[] | null
}

/** Less than a syllable: the ends of a mute and of a microphone's sound never agree to the sample. */
const shortestMicros = 100_000

/** Pairs in which the sound of a second recording tells what was taken out of a first, by the titles of both. */
export function undoneMutes(
  out: readonly HeardOut[],
): readonly { readonly muted: string; readonly heardIn: string }[] {
  return out.flatMap(muted => {
    const { original, map } = muted
    if (original === null || map === null) return []
    const taken = original.flatMap(each => complement(each, muted.sound)).map(each => onCase(map, each))
    return out
      .filter(other => other !== muted && other.map !== null)
      .filter(({ map: its, sound }) =>
        sound.some(
          each => its && taken.some(gone => sharedMicros(gone, onCase(its, each)) >= shortestMicros),
        ),
      )
      .map(other => ({ muted: muted.title, heardIn: other.title }))
  })
}

function onCase(
  map: ClockMap,
  { from, to }: Span<MediaMicros>,
): { readonly from: number; readonly to: number } {
  const at = (media: MediaMicros) => caseTimeOn(pieceAtMedia(map, media), media)
  return { from: at(from), to: at(to) }
}

function sharedMicros(
  a: { readonly from: number; readonly to: number },
  b: { readonly from: number; readonly to: number },
): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from)
}
