const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

/** English words for times of day and for placing by hand, as far as they are on the screen at once. */
export const enTime = {
  goToWall: {
    hint: (zone: string) =>
      `Or a time of day (${zone}), such as 14:03:22.5, with a date if there are several.`,
    either: (plain: string) =>
      `Both a time of the clock and a time of day: write w ${plain} for the time of day, c ${plain} for the clock.`,
    days: 'The clock covers several days: write the date as well, such as 2031-05-02 14:03:22.',
    outside: (from: string, to: string) => `Nothing was recorded then: the clock covers ${from} to ${to}.`,
    notAnchored: 'The clock of the case is not anchored, so times of day cannot be found.',
  },
  byHand: {
    moveLink: 'Move by hand, looking …',
    sign: 'being moved, not entered',
    cannot: {
      none: 'Select a recording on the clock of the case first.',
      group: 'A person places recordings on the clock of the case. This recording lies on another clock.',
      locked: (name: string) => `The placement of ${name} is locked. Unlock it first.`,
    },
    lock: 'Lock the placement …',
    unlock: 'Unlock …',
    locked: 'Locked',
    typeWall: 'Start from a clock reading …',
    clocks: 'Clocks it carries',
    byClock: 'By its own clock …',
  },
  distance: {
    state: 'Distance to the microphone …',
    change: 'Change the distance …',
    withdraw: 'Withdraw the distance …',
    label: 'Distance',
    stated: (metres: string, error: string, source: string) => `${metres} m ± ${error} m: ${source}`,
    allowedFor: (ms: string) =>
      `Sound travel allowed for: ${ms} ms of it is taken off, and the error includes how far the distance may be off.`,
    notAll: (n: number) =>
      `For ${many(n, 'other recording', 'other recordings')} placed by sound on this clock no distance is stated: their travel is not in it.`,
    waiting: 'Its place is being computed anew with the distance.',
    pinned: 'It is placed by a person, so the distance moves only the recordings that sound ties to it.',
  },
}
