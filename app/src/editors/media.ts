import type { RecordingFacts } from '@sightline/core/case'
import type { MediaMicros, Rational } from '@sightline/core/time'
import { soundTrackOf } from '../sound/decode.ts'
import { timeCodeFrom } from './frames.ts'
import { nominalRate } from './rates.ts'

type VideoFacts = NonNullable<RecordingFacts['video']>

/**
 * A recording as an editor sees it. Editors know no presentation times: they count from the first frame (or sample),
 * and show the time code of the file, where it has one, at that place.
 */
export interface EditorMedia {
  /** The file's own name, without folders. */
  readonly name: string
  readonly url: string
  readonly sha256: string
  readonly kind: 'picture' | 'sound'
  /** Media time of the first frame, or of the first sample where there are no pictures. */
  readonly origin: MediaMicros
  readonly lengthMicros: number
  /** The rate an editor will take it for; null without pictures and where nothing tells. */
  readonly rate: Rational | null
  readonly picture: Pick<VideoFacts, 'displayWidth' | 'displayHeight' | 'fieldOrder'> | null
  /** `firstChannel` counts all channels of the file from 1: that of the track which was listened to. */
  readonly sound: {
    readonly channels: number
    readonly sampleRate: number
    readonly firstChannel: number
  } | null
  /** The file's time code at its first frame, counted at `rate`. */
  readonly timeCode: { readonly frame: number; readonly isDropFrame: boolean } | null
}

/** Sound that goes on longer than this after the last picture belongs to the clip; less is the last packet's rest. */
const soundTailMicros = 1_000_000

/** What an editor makes of a file, or null where no time in it is known. */
export function editorMedia(
  file: { readonly name: string; readonly url: string; readonly sha256: string },
  facts: RecordingFacts,
): EditorMedia | null {
  const { video } = facts
  const origin = video?.start ?? facts.start
  const pictureEnd = video?.end ?? null
  const hasLongTail = pictureEnd !== null && facts.end !== null && facts.end - pictureEnd > soundTailMicros
  const end = pictureEnd === null || hasLongTail ? facts.end : pictureEnd
  if (origin === null || end === null || end <= origin) return null
  const track = soundTrackOf(facts)
  const rate = video && nominalRate(video)
  return {
    ...file,
    kind: video ? 'picture' : 'sound',
    origin,
    lengthMicros: end - origin,
    rate,
    picture: video,
    sound: track && {
      channels: Math.max(1, track.channels),
      sampleRate: track.sampleRate,
      firstChannel: facts.audio
        .filter(each => each.track < track.track)
        .reduce((first, each) => first + each.channels, 1),
    },
    timeCode: video && rate ? timeCodeOf(facts, video, rate) : null,
  }
}

/** The picture track's own time code before that of others: some files carry one for each. */
function timeCodeOf(facts: RecordingFacts, video: VideoFacts, rate: Rational): EditorMedia['timeCode'] {
  const claims = facts.claimedTimes.filter(({ tag }) => /^timecode$/i.test(tag))
  const own = claims.find(({ track }) => track === video.track)
  for (const claim of own ? [own, ...claims] : claims) {
    const found = timeCodeFrom(claim.value, rate)
    if (found) return found
  }
  return null
}

/** The address of a file: every byte that a reader could take for something else is percent-encoded. */
export function fileUrl(absolutePath: string): string {
  return `file://${absolutePath.toWellFormed().split('/').map(encodeURIComponent).join('/')}`
}
