// The part of ffprobe's answer that is used. ffprobe leaves out what it does not know; versions add fields.
import * as z from 'zod'

const Tags = z.record(z.string(), z.string())

export const trackSchema = z.object({
  index: z.int().nonnegative(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  profile: z.union([z.string(), z.number()]).optional(),
  pix_fmt: z.string().optional(),
  bits_per_raw_sample: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  coded_width: z.number().optional(),
  coded_height: z.number().optional(),
  sample_aspect_ratio: z.string().optional(),
  field_order: z.string().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  time_base: z.string(),
  duration_ts: z.number().optional(),
  sample_rate: z.string().optional(),
  channels: z.number().optional(),
  disposition: z.record(z.string(), z.number()).optional(),
  tags: Tags.optional(),
  side_data_list: z
    .array(z.looseObject({ side_data_type: z.string().optional(), rotation: z.number().optional() }))
    .optional(),
})
export type TrackListing = z.infer<typeof trackSchema>

const packetSchema = z.object({
  stream_index: z.int().nonnegative(),
  pts: z.int().optional(),
  duration: z.int().optional(),
  flags: z.string(),
  side_data_list: z.array(z.looseObject({ skip_samples: z.number().optional() })).optional(),
})

export const listingSchema = z.object({
  streams: z.array(trackSchema),
  /** Only where they were asked for. */
  packets: z.array(packetSchema).optional(),
  format: z.object({
    format_name: z.string(),
    duration: z.string().optional(),
    tags: Tags.optional(),
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
