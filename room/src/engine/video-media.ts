import { SightlineError } from '@sightline/core/errors'
import { type FrameTimes, frameCount, ptsOf } from '@sightline/core/time'
import type { AttachedVideos } from './attached-videos.ts'
import { matchTolerance } from './frame-match.ts'
import type { Media } from './frame-provider.ts'
import type { MediaRequests } from './media-requests.ts'
import { SeekingVideo } from './seeking-video.ts'
import { VideoProvider } from './video-provider.ts'

export interface VideoMedia {
  readonly url: string
  readonly requests: MediaRequests
  readonly videos: AttachedVideos
}

/**
 * Opens an original or a proxy by a `<video>`, where the browser has no WebCodecs, or where the page may not fetch: opened
 * from a disk. Every frame is sought in its middle and shown only when the browser says that it is this frame. Without
 * sound: what a media element plays cannot be kept to the clock to the sample.
 */
export function openVideoMedia({ url, requests, videos }: VideoMedia): Promise<Media> {
  const abort = new AbortController()
  return Promise.resolve({
    frames: async needs => {
      const video = new SeekingVideo(url)
      const run = <T>(work: () => Promise<T>) =>
        requests.run('now', abort.signal, () => videos.use(video, work))
      const close = () => {
        videos.forget(video)
        video.close()
      }
      try {
        const shiftSeconds = await run(() => shiftOf(video, needs.times))
        return new VideoProvider({ video, needs, shiftSeconds, run, close })
      } catch (error) {
        close()
        throw error
      }
    },
    sound: () => Promise.resolve(null),
    dispose: () => abort.abort(new SightlineError('cancelled', `${url} was closed`)),
  })
}

/**
 * The element's time less media time, in seconds. Browsers count by the file's own times or from 0; which one is told by the
 * first picture. That the last one lies where it must then lie shows that they are the frames of the index.
 */
async function shiftOf(video: SeekingVideo, times: FrameTimes): Promise<number> {
  const count = frameCount(times)
  if (count === 0) throw new SightlineError('media.unsupported', 'frames differ: the index holds none')
  const toleranceSeconds = matchTolerance(times) / 1e6
  const [first, last] = [ptsOf(times, 0) / 1e6, ptsOf(times, count - 1) / 1e6]
  // A little after 0: a browser that is at 0 already presents nothing anew.
  await video.seek(0.0001, () => true)
  const { presented: begins } = video
  if (begins === null)
    throw new SightlineError('media.unsupported', 'this browser does not tell which picture a video shows')
  const shift = Math.abs(begins - first) <= toleranceSeconds ? 0 : begins - first
  const isLast = (presented: number) => Math.abs(presented - shift - last) <= toleranceSeconds
  await video.seek((last + ptsOf(times, count) / 1e6) / 2 + shift, isLast)
  if (video.presented !== null && isLast(video.presented)) return shift
  const ends = (from: number, to: number) => `${from.toFixed(6)} to ${to.toFixed(6)} s`
  throw new SightlineError(
    'media.unsupported',
    `frames differ: the index runs from ${ends(first, last)}, the video from ${ends(begins, video.presented ?? Number.NaN)}`,
  )
}
