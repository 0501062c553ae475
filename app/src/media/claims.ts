import type { RecordingFacts } from '@sightline/core/case'
import type { Listing } from './ffprobe-listing.ts'

type Claims = Pick<RecordingFacts, 'claimedTimes' | 'device' | 'privateTags'>

const timeTags =
  /^(?:.*[._ ])?(?:creation[_ ]?(?:time|date)|date|date[_ ](?:recorded|digitized|time.*)|encoded[_ ]date|tagged[_ ]date|originaldate|timecode|icrd|idit)$/i
const deviceTags =
  /^(?:.*[._ ])?(?:make|manufacturer|model|software|firmware|encoder|writing[_ ]application|handler_name|vendor_id|major_brand|compatible_brands|version|device|camera)$/i
/** Places, persons and words: what is told by them is for people to look up in the file, with a reason. */
const privateTags =
  /location|gps|xyz|coordinat|latitude|longitude|artist|author|owner|performer|composer|creator|copyright|comment|description|synopsis|title|album|keyword|serial|user|email|officer|name$/i

/** What a file says of itself in tags: when it was made, by which device; and which tags tell more than that. */
export function claimsOf(listing: Listing): Claims {
  const claimedTimes: Claims['claimedTimes'] = []
  const device: Claims['device'] = []
  const hidden = new Set<string>()
  const sources = [
    { track: null, tags: listing.format.tags ?? {} },
    ...listing.streams.map(stream => ({ track: stream.index, tags: stream.tags ?? {} })),
  ]
  for (const { track, tags } of sources)
    for (const [name, value] of Object.entries(tags)) {
      const tag = short(name)
      if (timeTags.test(name))
        claimedTimes.push({ tag, track, value: short(value), cautions: cautionsOn(name, value) })
      else if (deviceTags.test(name)) device.push({ tag, track, value: short(value) })
      else if (privateTags.test(name)) hidden.add(tag)
    }
  return {
    claimedTimes: claimedTimes.slice(0, 40),
    device: device.slice(0, 40),
    privateTags: [...hidden].slice(0, 40),
  }
}

function cautionsOn(tag: string, value: string): Claims['claimedTimes'][number]['cautions'] {
  if (/timecode$/i.test(tag)) return ['may-be-local-time']
  const moment = Date.parse(value)
  if (Number.isNaN(moment)) return ['not-a-date']
  // The zero of QuickTime and of Unix: recorders whose clock was never set.
  if (/^(?:1904|1970)-01-01/.test(value)) return ['never-set']
  const saysZone = /[+-]\d\d:?\d\d$/.test(value)
  const isCreation = /creation/i.test(tag)
  return [
    // "Z" stands in the format and not in the recorder: many write their local time there.
    ...(saysZone ? [] : (['may-be-local-time'] as const)),
    // Phones write the time at which the file was closed.
    ...(isCreation && !saysZone ? (['may-be-end-of-recording'] as const) : []),
  ]
}

function short(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`
}
