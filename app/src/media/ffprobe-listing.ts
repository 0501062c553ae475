// The part of ffprobe's answer that is used. ffprobe leaves out what it does not know; versions add fields.
import * as z from 'zod/mini'

const Tags = z.record(z.string(), z.string())

export const trackSchema = z.object({
  index: z.int().check(z.nonnegative()),
  codec_type: z.optional(z.string()),
  codec_name: z.optional(z.string()),
  profile: z.optional(z.union([z.string(), z.number()])),
  pix_fmt: z.optional(z.string()),
  bits_per_raw_sample: z.optional(z.string()),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  coded_width: z.optional(z.number()),
  coded_height: z.optional(z.number()),
  sample_aspect_ratio: z.optional(z.string()),
  field_order: z.optional(z.string()),
  r_frame_rate: z.optional(z.string()),
  avg_frame_rate: z.optional(z.string()),
  time_base: z.string(),
  duration_ts: z.optional(z.number()),
  sample_rate: z.optional(z.string()),
  channels: z.optional(z.number()),
  disposition: z.optional(z.record(z.string(), z.number())),
  tags: z.optional(Tags),
  side_data_list: z.optional(
    z.array(z.looseObject({ side_data_type: z.optional(z.string()), rotation: z.optional(z.number()) })),
  ),
})
export type TrackListing = z.infer<typeof trackSchema>

/** Times beyond what a number holds are no times. */
export const packetSchema = z.object({
  stream_index: z.int().check(z.nonnegative()),
  pts: z.optional(z.number()),
  duration: z.optional(z.number()),
  flags: z.string(),
  side_data_list: z.optional(z.array(z.looseObject({ skip_samples: z.optional(z.number()) }))),
})

export const listingSchema = z.object({
  streams: z.array(trackSchema),
  format: z.object({
    format_name: z.string(),
    duration: z.optional(z.string()),
    tags: z.optional(Tags),
  }),
})
export type Listing = z.infer<typeof listingSchema>

/** A track of pictures or sound whose kind is known. Cover art and preview pictures are not recordings. */
export function readable(track: TrackListing): boolean {
  if (track.codec_name === undefined || track.codec_name === 'unknown') return false
  if (track.disposition?.['attached_pic'] || track.disposition?.['timed_thumbnails']) return false
  if (track.codec_type === 'video') return Boolean(track.width && track.height)
  return track.codec_type === 'audio' && Number(track.sample_rate) > 0
}
