/** English words for looking closely: fetched with the parts that say them. */
export const enLooking = {
  film: {
    region: (name: string) => `Frames around the playhead of ${name}`,
    here: 'here',
    warned: 'not cleared',
    coming: 'decoding',
    none: (name: string) => `${name} has no frame at this instant.`,
    noAngle: 'No recording on this clock has pictures.',
    someWarned: 'Frames side by side are shown only where a person has cleared the recording.',
    toClearance: 'See what is cleared',
    keys: 'Arrow keys go by a frame, Page keys by a strip.',
  },
  loupe: {
    lens: (name: string) =>
      `Magnifier over ${name}. Arrow keys move it by one pixel, with Shift by ten; + and − change its power; Escape takes it away.`,
    pixel: (x: string, y: string) => `pixel ${x}, ${y}`,
    outside: 'outside the picture',
    smallerCopy: (size: string, of: string) => `review copy, ${size} of ${of}`,
    copy: (size: string) => `review copy, ${size}`,
    asReceived: (size: string) => `file as received, ${size}`,
    adjusted: 'view adjusted',
    nothing: 'no picture',
  },
}
