/** Voices from 70 to 400 Hz, looked for in 40 ms at about 4 kHz. */
const voice = { rate: 4000, seconds: 0.04, lowHz: 70, highHz: 400 } as const

/** One function at a time uses it, and none waits: new room each time would be much garbage. */
let room = { edges: new Float64Array(0), energy: new Float64Array(0) }

/** How well the edges of 40 ms from `samples[from]` on repeat at a voice's pitch: 0 to 1. */
export function voicing(samples: Float32Array, from: number, rate: number): number {
  const step = Math.max(1, Math.round(rate / voice.rate))
  const thinned = rate / step
  const count = Math.round(thinned * voice.seconds)
  if (room.edges.length !== count)
    room = { edges: new Float64Array(count), energy: new Float64Array(count + 1) }
  const { edges, energy } = room
  let last = Number.NaN
  for (let n = 0; n < edges.length; n++) {
    let sum = 0
    for (let k = from + n * step; k < from + (n + 1) * step; k++) sum += samples[k] as number
    edges[n] = n === 0 ? 0 : sum - last
    last = sum
  }
  for (let n = 0; n < count; n++) energy[n + 1] = (energy[n] as number) + (edges[n] as number) ** 2
  const all = energy[count] as number
  let most = 0
  for (let lag = Math.floor(thinned / voice.highHz); lag <= thinned / voice.lowHz; lag++) {
    const product = alike(edges, lag)
    if (product <= 0) continue
    const size = (energy[count - lag] as number) * (all - (energy[lag] as number))
    most = Math.max(most, product / Math.sqrt(size + 1e-24))
  }
  return most
}

/** The sum of a signal's products with itself, `lag` later: four at a time, which takes half as long. */
function alike(signal: Float64Array, lag: number): number {
  const count = signal.length - lag
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let n = 0
  for (; n + 4 <= count; n += 4) {
    a += (signal[n] as number) * (signal[n + lag] as number)
    b += (signal[n + 1] as number) * (signal[n + 1 + lag] as number)
    c += (signal[n + 2] as number) * (signal[n + 2 + lag] as number)
    d += (signal[n + 3] as number) * (signal[n + 3 + lag] as number)
  }
  for (; n < count; n++) a += (signal[n] as number) * (signal[n + lag] as number)
  return a + b + c + d
}
