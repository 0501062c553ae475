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
  causes: {
    heading: 'Why sound or picture lacks',
    say: 'Say why …',
    none: 'Nobody has entered a cause.',
    noneOf: (n: number) =>
      n === 1
        ? 'Nobody has said why for the stretch above. What is measured names no cause.'
        : `Nobody has said why for the ${n} stretches above. What is measured names no cause.`,
    title: (name: string) => `Why ${name} has no sound or picture`,
    what: 'What you say stands beside what was measured, with your name. It changes nothing of the measurement.',
    lacks: 'What lacks',
    of: { sound: 'no sound', picture: 'no picture' },
    from: 'From, in the file’s own time',
    to: 'To',
    cause: 'Cause, in your words',
    causeHint: 'Such as: the device keeps no sound before it is started. No guess at what anybody meant.',
    by: (who: string, when: string) => `said by ${who}, ${when}`,
    known: (reason: string) => `known from: ${reason}`,
    withdrawn: (n: number) => (n === 1 ? 'One withdrawn' : `${n} withdrawn`),
    withdrawnBy: (who: string, when: string, reason: string) => `withdrawn by ${who}, ${when}: ${reason}`,
    withdraw: 'Withdraw …',
    restore: 'Take the withdrawal back …',
    withdrawTitle: 'Withdraw this cause',
    restoreTitle: 'Let this cause stand again',
  },
  spectrogram: {
    region: (name: string) => `Spectrogram of ${name}`,
    picture: (name: string) =>
      `Loudness of each pitch of ${name}, from 0 to 4 kHz upward, on the time of the ruler`,
    title: 'Spectrogram',
    close: 'Take the spectrogram away',
    window: 'Window',
    level: 'dBFS',
    limit: 'From the file’s own sound at 8 kHz: nothing above 4 kHz is in it.',
    under: (time: string, hertz: string, level: string) => `${time}  ${hertz} Hz  ${level} dB`,
    loudest: (hertz: string, level: string) => `at the playhead, loudest: ${hertz} Hz  ${level} dB`,
    noSound: (name: string) => `${name} has no sound to show: select a recording that has.`,
    state: {
      coming: 'Reading samples …',
      'too-wide': 'Zoom in to four minutes or less to see pitches.',
      'no-sound': 'Its sound has not been read yet.',
      'not-in-view': 'This recording does not reach here.',
    },
  },
  here: {
    none: 'no picture at this instant',
    next: 'the next frame',
    onClock: (from: string, to: string) => `on the clock ${from} to ${to}`,
  },
}
