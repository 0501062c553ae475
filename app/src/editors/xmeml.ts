import type { Rational } from '@sightline/core/time'
import type { Arrangement, LeftOut, Track } from './arrangement.ts'
import { countOfSecond, nearestFrame, timeCode } from './frames.ts'
import type { EditorMedia } from './media.ts'
import { type About, arrangementNotes, clipNote, groupMarks, leftOutText } from './notes.ts'
import { type FrameClip, framesOfFile, framesOfTrack } from './on-frames.ts'
import { type XmlElement, xml, xmlDocument } from './xml.ts'

/** Sound has one track for each channel, as Final Cut Pro 7 has; more channels than this nobody brought to an incident. */
const mostChannels = 8

/**
 * The time line as xmeml version 5, the XML of Final Cut Pro 7, which Premiere and DaVinci Resolve read. Whole frames only;
 * places inside a file are counted in frames of the time line, whatever the file's own rate is, since that is how both
 * programs read them. Drift is said and not corrected: speeds have two decimals of a percent there, which is 100 ppm.
 */
export function xmemlText(arrangement: Arrangement, about: About): string {
  const { leftOut } = arrangement
  const writer = new XmemlWriter(arrangement)
  const sequence = writer.sequence(about)
  const bin = leftOut.flatMap(each => (each.media ? [writer.notPlaced(each, each.media)] : []))
  return xmlDocument(
    xml('xmeml', { version: '5' }, [
      xml('project', {}, [
        xml('name', {}, about.title),
        xml('children', {}, [
          sequence,
          bin.length > 0 ? xml('bin', {}, [xml('name', {}, 'Not placed'), xml('children', {}, bin)]) : null,
        ]),
      ]),
    ]),
  )
}

/** A clip on the tracks of pictures or of one channel, with the name that links refer to. */
interface Part {
  readonly id: string
  readonly mediaType: 'video' | 'audio'
  readonly trackIndex: number
  readonly clipIndex: number
}

class XmemlWriter {
  readonly #arrangement: Arrangement
  /** Files already described in full: after that their id is enough. */
  readonly #files = new Map<string, string>()

  constructor(arrangement: Arrangement) {
    this.#arrangement = arrangement
  }

  sequence(about: About): XmlElement {
    const { counting, size, tracks, to } = this.#arrangement
    const pictures: XmlElement[] = []
    const sounds: XmlElement[] = []
    let clips = 0
    let end = nearestFrame(to, counting.rate)
    for (const track of tracks) {
      const made = framesOfTrack(this.#arrangement, track, false)
      const channels = channelsOf(track.media)
      const parts = made.map((_, index): readonly Part[] => {
        clips++
        const picture: readonly Part[] = track.media.picture
          ? [
              {
                id: `clipitem-${clips}`,
                mediaType: 'video',
                trackIndex: pictures.length + 1,
                clipIndex: index + 1,
              },
            ]
          : []
        const sound = channels.map(
          (_, channel): Part => ({
            id: `clipitem-${clips}-sound-${channel + 1}`,
            mediaType: 'audio',
            trackIndex: sounds.length + channel + 1,
            clipIndex: index + 1,
          }),
        )
        return [...picture, ...sound]
      })
      const trackOf = (find: (part: Part) => boolean, channel: number | null) =>
        xml('track', {}, [
          ...made.flatMap((each, index) => {
            const all = parts[index] ?? []
            const part = all.find(find)
            return part ? [this.#clipItem(track, each, part, all, channel)] : []
          }),
          xml('enabled', {}, 'TRUE'),
          xml('locked', {}, 'FALSE'),
        ])
      if (track.media.picture) pictures.push(trackOf(({ mediaType }) => mediaType === 'video', null))
      const before = sounds.length
      for (const [index, channel] of channels.entries())
        sounds.push(
          trackOf(
            ({ mediaType, trackIndex }) => mediaType === 'audio' && trackIndex === before + index + 1,
            channel,
          ),
        )
      end = Math.max(end, ...made.map(({ at, lasts }) => at + lasts))
    }
    const notes = arrangementNotes(this.#arrangement, about).join(' ')
    return xml('sequence', { id: 'sequence-1' }, [
      xml('name', {}, about.title),
      xml('duration', {}, end),
      rateOf(counting.rate),
      xml('timecode', {}, [
        rateOf(counting.rate),
        xml('string', {}, timeCode(0, counting)),
        xml('frame', {}, 0),
        xml('displayformat', {}, counting.isDropFrame ? 'DF' : 'NDF'),
      ]),
      xml('media', {}, [
        xml('video', {}, [
          xml('format', {}, [
            xml('samplecharacteristics', {}, [
              rateOf(counting.rate),
              xml('width', {}, size.width),
              xml('height', {}, size.height),
              xml('pixelaspectratio', {}, 'square'),
              xml('fielddominance', {}, 'none'),
            ]),
          ]),
          ...pictures,
        ]),
        xml('audio', {}, [
          xml('format', {}, [
            xml('samplecharacteristics', {}, [xml('depth', {}, 16), xml('samplerate', {}, 48_000)]),
          ]),
          ...sounds,
        ]),
      ]),
      marker(0, 'Sightline', notes),
      ...groupMarks(this.#arrangement).map(({ at, name, note }) =>
        marker(nearestFrame(at, counting.rate), name, note),
      ),
    ])
  }

  /** A clip in the bin of those that have no place. */
  notPlaced(each: LeftOut, media: EditorMedia): XmlElement {
    const id = `not-placed-${this.#files.size + 1}`
    const rate = media.rate ?? this.#arrangement.counting.rate
    const duration = framesOfFile(this.#arrangement, media)
    const item = (mediaType: 'video' | 'audio', channel: number | null) =>
      xml('track', {}, [
        xml('clipitem', { id: `${id}-${mediaType}-${channel ?? 0}` }, [
          xml('name', {}, media.name),
          xml('duration', {}, duration),
          rateOf(rate),
          xml('in', {}, 0),
          xml('out', {}, duration),
          this.#file(media),
          sourceTrack(mediaType, channel),
        ]),
      ])
    return xml('clip', { id }, [
      xml('name', {}, media.name),
      xml('duration', {}, duration),
      rateOf(rate),
      xml('media', {}, [
        media.picture ? xml('video', {}, [item('video', null)]) : null,
        media.sound
          ? xml(
              'audio',
              {},
              channelsOf(media).map(channel => item('audio', channel)),
            )
          : null,
      ]),
      xml('comments', {}, [xml('mastercomment1', {}, leftOutText(each))]),
    ])
  }

  #clipItem(
    track: Track,
    made: FrameClip,
    part: Part,
    parts: readonly Part[],
    channel: number | null,
  ): XmlElement {
    const { rate } = this.#arrangement.counting
    const { media } = track
    return xml('clipitem', { id: part.id }, [
      xml('name', {}, media.name),
      xml('enabled', {}, 'TRUE'),
      xml('duration', {}, Math.max(made.sourceAt + made.lasts, nearestFrame(media.lengthMicros, rate))),
      rateOf(rate),
      xml('start', {}, made.at),
      xml('end', {}, made.at + made.lasts),
      xml('in', {}, made.sourceAt),
      xml('out', {}, made.sourceAt + made.lasts),
      this.#file(media),
      sourceTrack(part.mediaType, channel),
      ...(parts.length > 1
        ? parts.map(each =>
            xml('link', {}, [
              xml('linkclipref', {}, each.id),
              xml('mediatype', {}, each.mediaType),
              xml('trackindex', {}, each.trackIndex),
              xml('clipindex', {}, each.clipIndex),
            ]),
          )
        : []),
      xml('comments', {}, [xml('mastercomment1', {}, clipNote(this.#arrangement, track, made.clip, made))]),
    ])
  }

  #file(media: EditorMedia): XmlElement {
    const known = this.#files.get(media.url)
    if (known) return xml('file', { id: known })
    const id = `file-${this.#files.size + 1}`
    this.#files.set(media.url, id)
    const rate = media.rate ?? this.#arrangement.counting.rate
    return xml('file', { id }, [
      xml('name', {}, media.name),
      xml('pathurl', {}, media.url.replace(/^file:\/\//, 'file://localhost')),
      rateOf(rate),
      xml('duration', {}, framesOfFile(this.#arrangement, media)),
      media.timeCode
        ? xml('timecode', {}, [
            rateOf(rate),
            xml(
              'string',
              {},
              timeCode(media.timeCode.frame, { rate, isDropFrame: media.timeCode.isDropFrame }),
            ),
            xml('frame', {}, media.timeCode.frame),
            xml('displayformat', {}, media.timeCode.isDropFrame ? 'DF' : 'NDF'),
            xml('source', {}, 'source'),
          ])
        : null,
      xml('media', {}, [
        media.picture
          ? xml('video', {}, [
              xml('samplecharacteristics', {}, [
                rateOf(rate),
                xml('width', {}, media.picture.displayWidth),
                xml('height', {}, media.picture.displayHeight),
              ]),
            ])
          : null,
        media.sound
          ? xml('audio', {}, [
              xml('samplecharacteristics', {}, [
                xml('depth', {}, 16),
                xml('samplerate', {}, media.sound.sampleRate),
              ]),
              xml('channelcount', {}, media.sound.firstChannel - 1 + media.sound.channels),
            ])
          : null,
      ]),
    ])
  }
}

/** The channels of a file that belong to the track which was listened to, counted from 1. */
function channelsOf({ sound }: EditorMedia): readonly number[] {
  if (!sound) return []
  return Array.from(
    { length: Math.min(sound.channels, mostChannels) },
    (_, index) => sound.firstChannel + index,
  )
}

function sourceTrack(mediaType: 'video' | 'audio', channel: number | null): XmlElement | null {
  if (channel === null) return null
  return xml('sourcetrack', {}, [xml('mediatype', {}, mediaType), xml('trackindex', {}, channel)])
}

/** `out` -1 makes a marker that has no length. */
function marker(at: number, name: string, comment: string): XmlElement {
  return xml('marker', {}, [
    xml('name', {}, name),
    xml('comment', {}, comment),
    xml('in', {}, at),
    xml('out', {}, -1),
  ])
}

function rateOf(rate: Rational): XmlElement {
  return xml('rate', {}, [
    xml('timebase', {}, countOfSecond(rate)),
    xml('ntsc', {}, rate.den === 1001 ? 'TRUE' : 'FALSE'),
  ])
}
