import type { Rational } from '@sightline/core/time'
import { type Arrangement, onLine, type Track } from './arrangement.ts'
import { isSameRate, nearestFrame, rateText, wholeFrames } from './frames.ts'
import type { EditorMedia } from './media.ts'
import { type About, arrangementNotes, clipNote, groupMarks, leftOutText } from './notes.ts'
import { type FrameClip, framesOfTrack } from './on-frames.ts'
import { type XmlElement, xml, xmlDocument } from './xml.ts'

/** Rates that `conform-rate` has a name for, by the document type of FCPXML 1.9. */
const conformRates = new Set(['23.98', '24', '25', '29.97', '30', '60', '47.95', '48', '50', '59.94'])

/** Sizes that Final Cut Pro has a name for; others are given by their numbers. */
const namedSizes = new Map([
  ['1280x720', '720p'],
  ['1920x1080', '1080p'],
  ['3840x2160', '3840x2160p'],
])

/**
 * The time line as FCPXML 1.9. The primary storyline is one empty stretch, to which every clip is connected on a lane of its
 * own: pictures above, recordings without pictures below. Final Cut Pro keeps clips on whole frames; recordings at another
 * rate than the time line's are told not to be slowed or sped up to it, which Final Cut Pro otherwise does.
 */
export function fcpxmlText(arrangement: Arrangement, about: About): string {
  const { counting, tracks, leftOut } = arrangement
  const { title } = about
  const formats = new Formats(arrangement)
  const assets = new Map<string, { readonly id: string; readonly media: EditorMedia }>()
  const every = [...tracks.map(({ media }) => media), ...leftOut.flatMap(({ media }) => media ?? [])]
  for (const media of every)
    if (!assets.has(media.url)) assets.set(media.url, { id: `a${assets.size + 1}`, media })
  const idOf = (media: EditorMedia) => assets.get(media.url)?.id as string
  const lastFrame = Math.max(1, nearestFrame(arrangement.to, counting.rate))
  const clips = tracks.flatMap((track, index) =>
    framesOfTrack(arrangement, track, true).map(made => ({ track, made, lane: laneOf(tracks, index) })),
  )
  const end = Math.max(lastFrame, ...clips.map(({ made }) => made.at + made.lasts))
  const sequence = xml(
    'sequence',
    {
      format: formats.sequence,
      duration: frames(end, counting.rate),
      tcStart: '0s',
      tcFormat: counting.isDropFrame ? 'DF' : 'NDF',
      audioLayout: 'stereo',
      audioRate: '48k',
    },
    [
      xml('note', {}, arrangementNotes(arrangement, about).join(' ')),
      xml('spine', {}, [
        xml('gap', { name: 'Gap', offset: '0s', start: '0s', duration: frames(end, counting.rate) }, [
          ...clips.map(({ track, made, lane }) =>
            connected(arrangement, track, made, {
              ref: idOf(track.media),
              format: formats.of(track.media),
              lane,
            }),
          ),
          ...groupMarks(arrangement).map(({ at, name, note }) =>
            xml('marker', {
              start: frames(nearestFrame(at, counting.rate), counting.rate),
              duration: frames(1, counting.rate),
              value: name,
              note,
            }),
          ),
        ]),
      ]),
    ],
  )
  const event = xml('event', { name: title }, [
    xml('project', { name: title }, [sequence]),
    ...leftOut.map(each => {
      if (each.media === null) return null
      const { media } = each
      return xml(
        'asset-clip',
        {
          ref: idOf(media),
          name: media.name,
          start: assetStart(media),
          duration: assetDuration(media),
          format: formats.of(media),
        },
        [xml('note', {}, leftOutText(each)), xml('keyword', { value: 'not placed' })],
      )
    }),
  ])
  const resources = [...assets.values()].map(({ id, media }) => asset(id, media, formats.of(media)))
  return xmlDocument(
    xml('fcpxml', { version: '1.9' }, [
      xml('resources', {}, [...formats.elements(), ...resources]),
      xml('library', {}, [event]),
    ]),
  )
}

/** Pictures on lanes from 1 up, sound alone on lanes from -1 down, in the order of the tracks. */
function laneOf(tracks: readonly Track[], index: number): number {
  const kind = tracks[index]?.media.kind
  const number = tracks.slice(0, index + 1).filter(({ media }) => media.kind === kind).length
  return kind === 'picture' ? number : -number
}

function connected(
  arrangement: Arrangement,
  track: Track,
  made: FrameClip,
  { ref, format, lane }: { readonly ref: string; readonly format: string | null; readonly lane: number },
): XmlElement {
  const { media } = track
  const { rate } = arrangement.counting
  const isOtherRate = media.rate !== null && !isSameRate(media.rate, rate)
  return xml(
    'asset-clip',
    {
      ref,
      lane,
      offset: frames(made.at, rate),
      name: media.name,
      start: sum(timeCodeStart(media), { num: made.sourceAt * rate.den, den: rate.num }),
      duration: frames(made.lasts, rate),
      format,
      tcFormat: media.timeCode?.isDropFrame ? 'DF' : 'NDF',
      ...(media.sound ? { audioRole: 'dialogue' } : {}),
    },
    [
      xml('note', {}, clipNote(arrangement, track, made.clip, made)),
      isOtherRate && media.rate ? conformRate(media.rate) : null,
      made.isRetimed ? timeMap(media, made) : null,
    ],
  )
}

function conformRate(rate: Rational): XmlElement {
  const name = rateText(rate)
  return xml('conform-rate', { scaleEnabled: 0, srcFrameRate: conformRates.has(name) ? name : null })
}

/** The whole file, played so that its clock follows the group's: from its first frame to its last. */
function timeMap(media: EditorMedia, { clip }: FrameClip): XmlElement {
  const start = timeCodeStart(media)
  const at = (micros: number) => sum(start, { num: micros, den: 1_000_000 })
  return xml('timeMap', { frameSampling: 'floor', preservesPitch: 0 }, [
    xml('timept', { time: at(0), value: at(0), interp: 'linear' }),
    xml('timept', {
      time: at(onLine(clip, media.lengthMicros)),
      value: at(media.lengthMicros),
      interp: 'linear',
    }),
  ])
}

function asset(id: string, media: EditorMedia, format: string | null): XmlElement {
  return xml(
    'asset',
    {
      id,
      name: media.name,
      start: assetStart(media),
      duration: assetDuration(media),
      hasVideo: media.picture ? 1 : null,
      format,
      videoSources: media.picture ? 1 : null,
      hasAudio: media.sound ? 1 : null,
      audioSources: media.sound ? 1 : null,
      audioChannels: media.sound ? media.sound.channels : null,
      audioRate: media.sound ? media.sound.sampleRate : null,
    },
    [xml('media-rep', { kind: 'original-media', src: media.url })],
  )
}

function assetStart(media: EditorMedia): string {
  return seconds(timeCodeStart(media))
}

function assetDuration({ rate, lengthMicros }: EditorMedia): string {
  return rate
    ? frames(Math.max(1, wholeFrames(lengthMicros, rate)), rate)
    : seconds({ num: lengthMicros, den: 1_000_000 })
}

/** Every frame has its length: time code counted at 30 in files of 29.97 is not the time of day. */
function timeCodeStart({ timeCode, rate }: EditorMedia): Rational {
  return timeCode && rate ? { num: timeCode.frame * rate.den, den: rate.num } : { num: 0, den: 1 }
}

/** The formats of the time line and of each kind of picture, each said once. */
class Formats {
  readonly sequence = 'f1'
  readonly #ids = new Map<string, XmlElement>()

  constructor({ counting, size }: Arrangement) {
    const { width, height } = size
    const known = namedSizes.get(`${width}x${height}`)
    const rateName = rateText(counting.rate).replace('.', '')
    this.#ids.set(
      '',
      xml('format', {
        id: this.sequence,
        name: known ? `FFVideoFormat${known}${rateName}` : null,
        frameDuration: frames(1, counting.rate),
        width,
        height,
      }),
    )
  }

  /** The id of a recording's own format; null without pictures. */
  of({ picture, rate }: EditorMedia): string | null {
    if (!picture) return null
    const { displayWidth, displayHeight, fieldOrder } = picture
    const key = [displayWidth, displayHeight, rate?.num, rate?.den, fieldOrder].join(' ')
    const known = this.#ids.get(key)
    if (known) return String(known.attributes['id'])
    const id = `f${this.#ids.size + 1}`
    const order = { 'top-first': 'upper first', 'bottom-first': 'lower first', progressive: null }
    this.#ids.set(
      key,
      xml('format', {
        id,
        name: rate ? null : 'FFVideoFormatRateUndefined',
        frameDuration: rate ? frames(1, rate) : null,
        fieldOrder: fieldOrder && order[fieldOrder],
        width: displayWidth,
        height: displayHeight,
      }),
    )
    return id
  }

  elements(): readonly XmlElement[] {
    return [...this.#ids.values()]
  }
}

function frames(count: number, { num, den }: Rational): string {
  return seconds({ num: count * den, den: num })
}

interface Ratio {
  readonly num: number
  readonly den: number
}

/** Seconds as FCPXML writes them, a ratio in its lowest terms: "1001/30000s". */
function seconds({ num, den }: Ratio): string {
  const common = divisor(BigInt(num), BigInt(den))
  return written(BigInt(num) / common, BigInt(den) / common)
}

function sum(a: Ratio, b: Ratio): string {
  const num = BigInt(a.num) * BigInt(b.den) + BigInt(b.num) * BigInt(a.den)
  const den = BigInt(a.den) * BigInt(b.den)
  const common = divisor(num, den)
  return written(num / common, den / common)
}

function written(num: bigint, den: bigint): string {
  return den === 1n ? `${num}s` : `${num}/${den}s`
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a || 1n) : divisor(b, a % b)
}
