/** SHA-256 of bytes that come in pieces (FIPS 180-4), for a page that may have no other: `crypto.subtle` takes whole files only. */
export interface RunningSha256 {
  update(bytes: Uint8Array): void
  /** As 64 lower-case hexadecimal digits. Nothing may be added afterwards. */
  digest(): string
}

export function runningSha256(): RunningSha256 {
  const state = Int32Array.from(initial)
  const block = new Uint8Array(64)
  let held = 0
  let total = 0
  return {
    update(bytes) {
      total += bytes.length
      let at = 0
      if (held > 0) {
        at = Math.min(64 - held, bytes.length)
        block.set(bytes.subarray(0, at), held)
        held += at
        if (held < 64) return
        compress(state, block, 0)
        held = 0
      }
      for (; at + 64 <= bytes.length; at += 64) compress(state, bytes, at)
      block.set(bytes.subarray(at))
      held = bytes.length - at
    },
    digest() {
      const end = new Uint8Array(held < 56 ? 64 : 128)
      end.set(block.subarray(0, held))
      end[held] = 0x80
      const view = new DataView(end.buffer)
      view.setUint32(end.length - 8, Math.floor(total / 2 ** 29))
      view.setUint32(end.length - 4, (total * 8) >>> 0)
      for (let at = 0; at < end.length; at += 64) compress(state, end, at)
      return [...state].map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')
    },
  }
}

export function sha256Of(bytes: Uint8Array): string {
  const running = runningSha256()
  running.update(bytes)
  return running.digest()
}

/** The first 32 bits of the fractional parts of the square roots of the first eight primes, and of the cube roots of 64. */
const initial = fractions(8, 1 / 2)
const constants = Int32Array.from(fractions(64, 1 / 3))
const words = new Int32Array(64)

function fractions(count: number, power: number): readonly number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) {
    let isPrime = true
    for (let by = 2; by * by <= n; by++) if (n % by === 0) isPrime = false
    if (isPrime) found.push(((n ** power % 1) * 2 ** 32) | 0)
  }
  return found
}

function compress(state: Int32Array, bytes: Uint8Array, from: number): void {
  const w = words
  for (let n = 0, at = from; n < 16; n++, at += 4)
    w[n] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)
  for (let n = 16; n < 64; n++) {
    const x = w[n - 15] as number
    const y = w[n - 2] as number
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[n] = ((w[n - 16] as number) + low + (w[n - 7] as number) + high) | 0
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let n = 0; n < 64; n++) {
    const high = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const one = (h + high + ((e & f) ^ (~e & g)) + (constants[n] as number) + (w[n] as number)) | 0
    const low = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  const sums = [a, b, c, d, e, f, g, h]
  for (let n = 0; n < 8; n++) state[n] = ((state[n] as number) + (sums[n] as number)) | 0
}
