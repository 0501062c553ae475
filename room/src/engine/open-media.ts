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

/**
 * Opens originals and proxies in the way that this page can: decoded by WebCodecs; or, where the browser lacks it or the page
 * may not fetch because it was opened from a disk, sought in a `<video>`.
 */
export function mediaOpener({ requests, network, protocol }: OpenerParts): (url: string) => Promise<Media> {
  const isOnDisk = protocol === 'file:'
  if (typeof VideoDecoder !== 'undefined' && !isOnDisk)
    return url => openHttpMedia({ url, requests, network })
  // On a disk there are no connections to be short of.
  const videos = new AttachedVideos(isOnDisk ? Number.POSITIVE_INFINITY : requests.limit)
  return url => openVideoMedia({ url, requests, videos })
}
