import { dirname, join } from 'node:path'
import type { RecordingFacts } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { openMediaFile } from '../media/media-file.ts'
import { proveEqual, readBackTimes } from '../media/proof.ts'
import { requireDone, runTool } from '../media/run.ts'

/** 300 kbit/s of pictures and 48 of sound: a slow mobile line carries it as it plays. */
const pictures = ['-crf', '30', '-maxrate', '300k', '-bufsize', '900k'] as const
const shortSide = 360

/**
 * Writes a small copy of what is watched, for readers whose lines are slow: never larger pictures, every frame at the very same
 * time, which is proven by reading it back. One thread: the same frames give the same bytes. Throws what media tools throw.
 */
export async function makeSmallCopy(
  from: string,
  to: string,
  {
    title,
    video,
    signal,
  }: { readonly title: string; readonly video: RecordingFacts['video']; readonly signal: AbortSignal },
): Promise<void> {
  await using media = await openMediaFile(from, title)
  const name = to.slice(dirname(to).length + 1)
  const times = video ? await readBackTimes(media, signal) : null
  const timescale = String(times?.timeBase.den ?? 0)
  const end = await runTool({
    tool: 'ffmpeg',
    input: media,
    inputOptions: ['-copyts'],
    args: [
      ...(times
        ? [
            ...[
              '-map',
              '0:v:0',
              '-vf',
              `scale='if(gt(iw,ih),-2,min(iw,${shortSide}))':'if(gt(iw,ih),min(ih,${shortSide}),-2)',format=yuv420p`,
            ],
            ...[
              '-c:v',
              'libx264',
              '-preset',
              'veryfast',
              ...pictures,
              '-g',
              '30',
              '-bf',
              '0',
              '-threads',
              '1',
            ],
            ...['-fps_mode:v', 'passthrough', '-enc_time_base:v', `1:${timescale}`],
            ...['-video_track_timescale', timescale, '-movie_timescale', timescale],
          ]
        : []),
      ...['-map', '0:a:0?', '-c:a', 'aac', '-b:a', '48k', '-ac', '1'],
      ...['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'],
      ...['-flags:a', '+bitexact', '-max_muxing_queue_size', '1000000', '-avoid_negative_ts', 'disabled'],
      ...['-movflags', '+faststart', '-f', 'mp4', name],
    ],
    outputDir: dirname(to),
    signal,
    timeLimitSeconds: 6 * 3600,
  })
  requireDone(end, `making the small copy of ${title}`)
  if (!times) return
  await using copy = await openMediaFile(join(dirname(to), name), title)
  const { firstDifference } = proveEqual(times, await readBackTimes(copy, signal))
  if (firstDifference)
    throw new SightlineError(
      'media.failed',
      `${title}: expected its small copy to show every frame at the same time, found another at frame ${firstDifference.frame}`,
    )
}
