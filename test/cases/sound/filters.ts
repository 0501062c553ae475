/** A second-order filter section, run over samples in place. Coefficients after R. Bristow-Johnson's cookbook. */
export interface Section {
  readonly b0: number
  readonly b1: number
  readonly b2: number
  readonly a1: number
  readonly a2: number
}

export function lowPass(hz: number, rate: number, q = Math.SQRT1_2): Section {
  const { cos, alpha, a0 } = angles(hz, rate, q)
  const b = (1 - cos) / 2 / a0
  return { b0: b, b1: 2 * b, b2: b, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 }
}

export function highPass(hz: number, rate: number, q = Math.SQRT1_2): Section {
  const { cos, alpha, a0 } = angles(hz, rate, q)
  const b = (1 + cos) / 2 / a0
  return { b0: b, b1: -2 * b, b2: b, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 }
}

export function bell(hz: number, rate: number, q: number, decibels: number): Section {
  const { cos, alpha } = angles(hz, rate, q)
  const gain = 10 ** (decibels / 40)
  const a0 = 1 + alpha / gain
  return {
    b0: (1 + alpha * gain) / a0,
    b1: (-2 * cos) / a0,
    b2: (1 - alpha * gain) / a0,
    a1: (-2 * cos) / a0,
    a2: (1 - alpha / gain) / a0,
  }
}

export function resonance(hz: number, rate: number, q: number): Section {
  const { cos, alpha, a0 } = angles(hz, rate, q)
  return { b0: alpha / a0, b1: 0, b2: -alpha / a0, a1: (-2 * cos) / a0, a2: (1 - alpha) / a0 }
}

export function applySection(samples: Float32Array, { b0, b1, b2, a1, a2 }: Section): void {
  let x1 = 0
  let x2 = 0
  let y1 = 0
  let y2 = 0
  for (let n = 0; n < samples.length; n++) {
    const x = samples[n] as number
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
    x2 = x1
    x1 = x
    y2 = y1
    y1 = y
    samples[n] = y
  }
}

function angles(hz: number, rate: number, q: number) {
  const w = (2 * Math.PI * hz) / rate
  const alpha = Math.sin(w) / (2 * q)
  return { cos: Math.cos(w), alpha, a0: 1 + alpha }
}
