/** Mono samples, of 8 kHz where nothing else is said, as the bytes of a WAV file. */
export function wav(samples: Int16Array, rate = 8000): Uint8Array {
  const bytes = new Uint8Array(44 + samples.byteLength)
  const view = new DataView(bytes.buffer)
  const text = (at: number, word: string) => {
    for (let n = 0; n < word.length; n++) bytes[at + n] = word.charCodeAt(n)
  }
  text(0, 'RIFF')
  view.setUint32(4, 36 + samples.byteLength, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, 2 * rate, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, samples.byteLength, true)
  for (let n = 0; n < samples.length; n++) view.setInt16(44 + 2 * n, samples[n] as number, true)
  return bytes
}
