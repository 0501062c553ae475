/** English words for where the frame on the screen stands among its neighbours. */
export const enFrames = {
  ease: {
    held: 'held until paused',
    heldWhy: 'this machine cannot show all angles in play',
    fewerAngles: (live: number) =>
      `This machine cannot show all angles in play: ${live === 1 ? 'one is' : `${live} are`} live, the others hold their last picture.`,
    slower: 'slower than the speed chosen: pictures come late',
    fewerFrames: 'in play not every frame is shown: this browser finds them one by one',
  },
  frameHere: {
    title: 'Frame on the screen',
    none: '–',
    frame: 'Frame',
    of: (index: string, last: string) => `${index} of 0 to ${last}`,
    pts: 'Its own time (PTS)',
    lasts: 'Lasts',
    usual: (own: string, usual: string) => `${own}, usual nearby ${usual}`,
    next: 'The next frame',
    previous: 'The frame before',
    first: 'none: this is the first one',
    earlier: (ms: string, finding: string) => `${ms} earlier; this one ${finding}`,
    finding: {
      even: 'follows as usual',
      gap: (missing: number) => `follows late: by the times, ${missing} missing between`,
      early: 'follows after less than half of the usual interval',
      sameTime: (frames: number) => `is one of ${frames} with the same time, of which the last is shown`,
      varies: 'follows; intervals vary here, so times cannot tell whether frames are missing',
      tooFew: 'follows; there are too few frames to say what is usual',
      last: 'does not exist: this is the last one',
    },
    note: 'Measured on the times in the file as received. They do not tell why a frame is missing, nor whether a device stored one picture twice.',
    gapSign: (missing: number, ms: string) => `next frame ${ms} ms later: ${missing} missing by its times`,
    sameTimeSign: (frames: number) => `${frames} frames with one time`,
  },
}
