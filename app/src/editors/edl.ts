import { assert } from '@sightline/core/errors'
import type { Arrangement, Track } from './arrangement.ts'
import {
  countOfSecond,
  type FrameCounting,
  hoursOfTimeCode,
  isSameRate,
  timeCode,
  timeCodeFrom,
} from './frames.ts'
import type { EditorMedia } from './media.ts'
import { type About, arrangementNotes, clipNote, groupMarks, plain } from './notes.ts'
import { type FrameClip, framesOfTrack } from './on-frames.ts'

/** Numbers of events have three digits in CMX 3600 lists; longer ones are read by today's programs. */
const eventDigits = 3

const reelLength = 8

/** A list for one or all tracks, and the clips that time code cannot reach. */
export interface EditList {
  readonly text: string
  readonly beyondTimeCode: readonly string[]
}

/**
 * The time line as a CMX 3600 list. That format has one track of pictures; here the channel also names the track (V, V2 …,
 * A, A2 …), so that one list holds everything. `only` gives the list of one track, with pictures on V and sound on A, for programs
 * that know no other. Times are whole frames; drift is said and not corrected.
 */
export function editList(arrangement: Arrangement, about: About, only: Track | null = null): EditList {
  const { counting } = arrangement
  const reels = reelNames(arrangement.tracks.map(({ media }) => media))
  const events = arrangement.tracks
    .filter(track => only === null || track === only)
    .flatMap(track =>
      framesOfTrack(arrangement, track, false).flatMap(made =>
        channelsOf(arrangement.tracks, track, only !== null).map(channel => ({ track, made, channel })),
      ),
    )
    .toSorted((a, b) => a.made.at - b.made.at)
  const reached = events.filter(({ made }) => isReached(arrangement, made))
  const beyondTimeCode = [
    ...new Set(events.filter(({ made }) => !isReached(arrangement, made)).map(({ track }) => track.name)),
  ]
  const lines = [
    // Titles have up to 70 characters.
    `TITLE: ${plain(about.title).slice(0, 70)}`,
    `FCM: ${counting.isDropFrame ? 'DROP FRAME' : 'NON-DROP FRAME'}`,
    '',
    ...reached.flatMap(({ track, made, channel }, index) => [
      event(arrangement, track.media, made, {
        number: String(index + 1).padStart(eventDigits, '0'),
        reel: reels.get(track.media.url) as string,
        channel,
      }),
      comment(`FROM CLIP NAME: ${plain(track.media.name)}`),
      comment(`SOURCE FILE: ${track.media.url}`),
      comment(clipNote(arrangement, track, made.clip, made)),
      '',
    ]),
    // Last, because some readers take a remark before the first event for a mistake.
    ...arrangementNotes(arrangement, about).map(comment),
    ...groupMarks(arrangement).map(({ name, note }) => comment(`${name}: ${note}`)),
    ...beyondTimeCode.map(name =>
      comment(
        `NOT IN THIS LIST: ${plain(name)} reaches beyond ${hoursOfTimeCode} hours, where time code begins anew.`,
      ),
    ),
  ]
  return { text: lines.map(line => `${line}\r\n`).join(''), beyondTimeCode }
}

function comment(text: string): string {
  return `* ${text}`
}

function event(
  { counting }: Arrangement,
  media: EditorMedia,
  made: FrameClip,
  { number, reel, channel }: { readonly number: string; readonly reel: string; readonly channel: string },
): string {
  const source = sourceCounting(media, counting)
  const times = [
    timeCode(source.first + made.sourceAt, source),
    timeCode(source.first + made.sourceAt + made.lasts, source),
    timeCode(made.at, counting),
    timeCode(made.at + made.lasts, counting),
  ]
  return `${number}  ${reel.padEnd(8)} ${channel.padEnd(5)} C        ${times.join(' ')}`
}

/**
 * How places in a file are told: by its own time code as the file counts it; at another rate than the time line's, by its
 * hours, minutes and seconds with the time line's frames; and without time code as the time line counts, from 0.
 */
function sourceCounting(
  { timeCode: own, rate }: EditorMedia,
  counting: FrameCounting,
): FrameCounting & { readonly first: number } {
  if (own === null || rate === null) return { ...counting, first: 0 }
  if (isSameRate(rate, counting.rate)) return { rate, isDropFrame: own.isDropFrame, first: own.frame }
  return { ...counting, first: sameLabel(own.frame, { rate, isDropFrame: own.isDropFrame }, counting) }
}

/** The frame whose time code shows the hours, minutes and seconds of another rate's, with as much of its second gone. */
function sameLabel(frame: number, own: FrameCounting, counting: FrameCounting): number {
  const code = timeCode(frame, own)
  const count = countOfSecond(counting.rate)
  const share = Number(code.slice(-2)) / countOfSecond(own.rate)
  const labels = Array.from({ length: count }, (_, frames) => {
    const label = `${code.slice(0, 8)}${counting.isDropFrame ? ';' : ':'}${String(frames).padStart(2, '0')}`
    return timeCodeFrom(label, counting.rate)
  })
  // A number that is dropped stands for the first one after it.
  const found = labels.slice(Math.floor(share * count)).find(label => label !== null)
  assert(found, `every second has frames, and so has ${code}`)
  return found.frame
}

/** V, V2 … and A, A2 … by the order of tracks; in the list of one track V and A, or AA for two channels. */
function channelsOf(tracks: readonly Track[], track: Track, isAlone: boolean): readonly string[] {
  const { picture, sound } = track.media
  if (isAlone) return [...(picture ? ['V'] : []), ...(sound ? [sound.channels > 1 ? 'AA' : 'A'] : [])]
  const upTo = tracks.slice(0, tracks.indexOf(track) + 1)
  const numbered = (letter: string, number: number) => (number === 1 ? letter : `${letter}${number}`)
  return [
    ...(picture ? [numbered('V', upTo.filter(({ media }) => media.picture).length)] : []),
    ...(sound ? [numbered('A', upTo.filter(({ media }) => media.sound).length)] : []),
  ]
}

function isReached({ counting }: Arrangement, { at, lasts }: FrameClip): boolean {
  const { rate, isDropFrame } = counting
  const day = countOfSecond(rate) * 3600 * hoursOfTimeCode
  return at + lasts < (isDropFrame ? Math.floor(day / 1.001) : day)
}

/** Names that mean something else in a list: auxiliary source, black, bars. */
const takenReels = ['AX', 'BL', 'BARS', 'NONE']

/**
 * A reel name for each file, by its address: eight characters at most, of capitals, digits and underscores, and no two alike.
 * A name that is taken ends in a number instead.
 */
export function reelNames(media: readonly EditorMedia[]): ReadonlyMap<string, string> {
  const reels = new Map<string, string>()
  const taken = new Set(takenReels)
  for (const { name, url } of media) {
    if (reels.has(url)) continue
    const stem = name
      .replace(/\.[^.]*$/, '')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
    const plainReel = stem.slice(0, reelLength).replace(/_+$/, '') || 'REEL'
    let reel = plainReel
    for (let number = 2; taken.has(reel); number++)
      reel = `${plainReel.slice(0, reelLength - String(number).length)}${number}`
    taken.add(reel)
    reels.set(url, reel)
  }
  return reels
}
