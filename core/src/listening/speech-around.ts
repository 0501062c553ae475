import { speechWindowMicros } from './speech-spans.ts'

/** How sure the network of speech is, at most, in windows of 32 ms before, at and after an onset: 0 to 1. A plosive has a voice behind it. */
export const heardNames = ['long before', 'before', 'at', 'after', 'later', 'long after'] as const
export type HeardAround = Readonly<Record<(typeof heardNames)[number], number>>

const windows: Readonly<Record<(typeof heardNames)[number], readonly [number, number]>> = {
  'long before': [-8, -4],
  before: [-3, -1],
  at: [0, 0],
  after: [1, 2],
  later: [3, 5],
  'long after': [6, 9],
}

export const nothingAround: HeardAround = {
  ...{ 'long before': 0, before: 0, at: 0 },
  ...{ after: 0, later: 0, 'long after': 0 },
}

/** `probabilities` are one for each 32 ms of the sound; `seconds` is the place of the onset in it. */
export function speechAround(probabilities: Float32Array, seconds: number): HeardAround {
  const window = Math.floor((seconds * 1e6) / speechWindowMicros)
  const most = (name: (typeof heardNames)[number]) => {
    const [first, last] = windows[name]
    let largest = 0
    for (let n = window + first; n <= window + last; n++) largest = Math.max(largest, probabilities[n] ?? 0)
    return largest
  }
  return {
    ...{ 'long before': most('long before'), before: most('before'), at: most('at') },
    ...{ after: most('after'), later: most('later'), 'long after': most('long after') },
  }
}
