/** Bytes with their length before them, as SSH writes them (RFC 4251, section 5). */
export function wireString(bytes: Uint8Array | string): Buffer {
  const content = Buffer.from(bytes as Uint8Array)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return Buffer.concat([length, content])
}

/** Reads strings and numbers in order; throws a RangeError where the bytes end before. */
export function wireReader(bytes: Buffer): { string(): Buffer; number(): number; rest(): Buffer } {
  let at = 0
  const number = () => {
    const value = bytes.readUInt32BE(at)
    at += 4
    return value
  }
  return {
    number,
    string() {
      const length = number()
      if (length > bytes.length - at) throw new RangeError('a string is longer than what holds it')
      at += length
      return bytes.subarray(at - length, at)
    },
    rest: () => bytes.subarray(at),
  }
}
