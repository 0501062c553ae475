const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

/** English words for the page of the clock. */
export const enClock = {
  clockPage: {
    title: 'The clock',
    lead: 'Which recordings share a clock, how well each is placed on it, and what that rests on. Choose two to look at them closely.',
    open: 'Open the clock',
    lookAt: 'Look at this pair',
    back: 'All recordings',
    released: 'Which recordings share a clock, and how well each is placed.',
    pairsStay:
      'Which recordings were compared by their sound, and how well they agree, is not in this release.',
    waiting: 'No recording has been placed by sound yet. Their sounds are compared when they have been read.',
    main: (n: number) =>
      n === 1 ? 'The clock of the case.' : `The clock of the case: these ${n} recordings share it.`,
    zeroEarliest: 'Time 0 is the earliest placed file time 0.',
    zeroHeld: 'Placements by people hold its time 0 where it is.',
    ofItsOwn: (n: number) =>
      `These ${n} recordings share a clock of their own. No sound connects it with the others, so its times cannot be compared with theirs.`,
    drift: (ppm: string) => `clock ${ppm} ppm`,
    start: 'Time 0 of the file on the clock',
    by: {
      sound: 'by sound',
      person: 'by a person',
      'device-clock': 'by device clock',
    },
    bySound:
      'By sound: placed where the sound arrived at each microphone. Sound travels 2.9 ms a metre, so two microphones 10 m apart in their distance to a sound lie 29 ms off each other. Where no distance is entered, the stated errors leave this out.',
    byPerson: 'By a person: pinned with a name and a reason, and stronger than any sound.',
    byDevice: 'By device clock: taken from what the device says of its own time.',
    copyOf: (name: string) => `the same take as ${name}`,
    unplaced: 'Not on a clock',
    allPlaced: 'Every recording that could be read is on a clock.',
    rejected: 'Best of what was refused',
    onOther: (name: string, time: string) => `starting at ${time} of ${name}`,
    score: (score: string) => `score ${score}`,
    conflicts: 'Where sound and people disagree',
    conflict: (a: string, b: string, ms: string, error: string) =>
      `Between ${a} and ${b} sound and the placements by people differ by ${ms} ms (± ${error} ms). The people’s count.`,
    noConflicts: 'No placement by a person disagrees with sound.',
    pairs: 'What supports it',
    pairsWhat:
      'A thick line is a strong pair, a thin one a weak pair. A dashed line was not used. Scores count standard deviations of chance; below 9 nothing is used.',
    noPairs: 'No pair has sound in common.',
    without: (n: number) => `In ${many(n, 'further pair', 'further pairs')} no sound in common was found.`,
    used: 'used',
    setAside: 'not used',
    method: (method: string, version: string) =>
      `Method ${method}, version ${version}. Results of a machine: candidates until a person looks.`,
    upper: 'Upper',
    lower: 'Lower',
    swap: 'Swap upper and lower',
    choose: 'Choose two recordings that have sound.',
    verdict: {
      used: 'This pair supports the clock.',
      'set-aside': 'This pair is not used.',
      none: 'No sound in common was found in this pair.',
      unknown: 'This pair has not been compared.',
    },
    lies: 'Where time 0 of the lower one lies on the upper one',
    lowerNow: 'The lower one',
    way: {
      placement: (n: number, of: number) =>
        of > 1 ? `by the placements in force, piece ${n}` : 'by the placements in force',
      sound: (n: number, of: number) =>
        of > 1 ? `by the sound of this pair, piece ${n}` : 'by the sound of this pair',
      rival: (n: number) => `at rival ${n}, not taken`,
    },
    noWay:
      'Nothing says how these two lie on each other: they are on no clock together and no lag was found.',
    scoreName: 'Score',
    looking: 'Comparing the two sounds …',
    lookFailed: 'The two sounds could not be compared now.',
    noSound: 'The sound of one of the two has not been read.',
    noWindows: 'Where these two meet, there are no two seconds in which both have sound.',
    closeLook: 'Two recordings closely',
    agreement: 'Agreement beside this lag',
    agreementWhat: (windows: number) =>
      `How well ${many(windows, 'window', 'windows')} of 2 s agree in phase when the lower one is moved by up to half a second, in standard deviations. Echoes and repeating sounds make further peaks.`,
    agreementChart:
      'Agreement over ±0.5 s around this lag, and all lags that were looked at. The peaks and rivals are listed beside it.',
    chance: 'chance stays below',
    peaks: 'Peaks',
    noPeaks: 'No peak stands out of chance.',
    moveTo: 'Move the lower one by',
    allLags: 'all lags',
    waves: 'Waveforms',
    wavesWhat:
      'Each is scaled to its own loudest sample in view; over each other the lower one is an outline. Agreement of each window stands at the foot of the overview.',
    wavesRegion: 'Waveforms over each other',
    wavesKeys:
      'Arrow keys move the cursor, with Shift ten times as far; Page keys turn the page; plus and minus zoom; Home and End go to the ends; comma and full stop move the lower one by a sample, with Shift by ten; space plays.',
    keysShort: '← → cursor · + − zoom · , . move the lower one · space plays',
    over: 'Over each other',
    under: 'One below the other',
    windowsAgree: (agreeing: number, of: number) =>
      `${agreeing} of ${many(of, 'window agrees', 'windows agree')} by themselves here.`,
    more: (n: number) => `Show ${n} more`,
    layout: 'Layout',
    whole: 'Whole overlap',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    toSamples: 'Single samples',
    pageBack: 'Earlier',
    pageOn: 'Later',
    perPixel: (samples: string) => `${samples} samples a pixel`,
    pixelsPer: (pixels: string) => `${pixels} pixels a sample`,
    cursor: 'Cursor',
    onClock: 'Cursor, on the clock',
    inFile: (seconds: string, sample: string, value: string) => `${seconds} s · sample ${sample} · ${value}`,
    noSample: 'no sample here',
    move: 'Move the lower one by samples',
    moved: (samples: string, ms: string) => `moved by hand ${samples} samples (${ms} ms)`,
    unmoved: 'not moved by hand',
    reset: 'Put it back',
    againstSound: (samples: string, ms: string) =>
      `against the sound of this pair ${samples} samples (${ms} ms)`,
    againstPlacement: (samples: string, ms: string) =>
      `against the placements in force ${samples} samples (${ms} ms)`,
    later: 'Plus: the lower one lies later.',
    playBoth: 'Play both',
    stop: 'Stop',
    fetching: 'Fetching the sound …',
    apart: 'upper left, lower right',
    together: 'both in both ears',
    ears: 'Ears',
    heardWhat:
      'From the cursor, or the beginning of what is in view, to its end: 3 s at least, 30 s at most. Each is as loud as it is drawn.',
    showRoom: 'Show this moment in the room',
    select: (name: string) => `Select ${name}`,
    pinHere: 'Pin the lower one as it lies here …',
    matchFrames: 'Match two frames …',
    lowerLocked: 'The lower one is locked where it lies: unlock it in its panel to place it otherwise.',
    locked: 'locked',
    travel: (ms: string) => `${ms} ms of sound travel taken off`,
    pieces: (n: number) => `in ${n} pieces`,
    cut: (time: string, name: string) => `at ${time} ${name} lacks something that the other has`,
    bend: (time: string, name: string) => `at ${time} of ${name} one of the two clocks changes its rate`,
    cuts: 'Where the pieces meet',
    pinNeedsUpper:
      'The upper one has no place on the clock of the case, so the lower one cannot be pinned by it.',
  },
} as const
