import { AttachedVideos } from './attached-videos.ts'
import type { Network } from './byte-ranges.ts'
import type { Media } from './frame-provider.ts'
import type { MediaRequests } from './media-requests.ts'
import { openVideoMedia } from './video-media.ts'
import { openHttpMedia } from './webcodecs-media.ts'

export interface OpenerParts {
  readonly requests: MediaRequests
  readonly network: Network
  /** Where the page is: `https:`, `file:` … */
  readonly protocol: string
}

// 96 MiB over all: a minute and more of proxies around the playhead for four angles, half as much for nine.
const keptBytes = 96 * 2 ** 20
/** And for one recording, so that a room of one does not hold more than it can use. */
const mostOfOne = 32 * 2 ** 20

/**
 * Opens originals and proxies in the way that this page can: decoded by WebCodecs; or, where the browser lacks it or the page
 * may not fetch because it was opened from a disk, sought in a `<video>`.
 */
export function mediaOpener({ requests, network, protocol }: OpenerParts): (url: string) => Promise<Media> {
  const isOnDisk = protocol === 'file:'
  if (typeof VideoDecoder !== 'undefined' && !isOnDisk)
    return shared(media => openHttpMedia({ ...media, requests, network }))
  // On a disk there are no connections to be short of.
  const videos = new AttachedVideos(isOnDisk ? Number.POSITIVE_INFINITY : requests.limit)
  return url => openVideoMedia({ url, requests, videos })
}

interface Share {
  readonly url: string
  readonly keepBytes: () => number
  readonly onClose: () => void
}

/** Shares out what may be kept of files among those that are open. */
function shared(open: (share: Share) => Promise<Media>): (url: string) => Promise<Media> {
  let count = 0
  return url => {
    count++
    const keepBytes = () => Math.min(mostOfOne, keptBytes / Math.max(1, count))
    const onClose = () => {
      count--
    }
    return open({ url, keepBytes, onClose })
  }
}
