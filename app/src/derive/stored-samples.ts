import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { assert } from '@sightline/core/errors'
import type { SampleSource } from '@sightline/core/sync'
import type { MediaMicros } from '@sightline/core/time'

/** Opens stored 16-bit little-endian samples (8 kHz, mono) to be read by the window. Whoever opens them closes them. */
export function openSamples(path: string, originMicros: MediaMicros): SampleSource & Disposable {
  const descriptor = openSync(path, 'r')
  let buffer = Buffer.alloc(0)
  return {
    originMicros,
    count: Math.floor(fstatSync(descriptor).size / 2),
    read(from, count) {
      if (buffer.length < count * 2) buffer = Buffer.alloc(count * 2)
      const got = readSync(descriptor, buffer, 0, count * 2, from * 2)
      assert(got === count * 2, 'the samples asked for lie inside the recording')
      return new Int16Array(buffer.buffer, buffer.byteOffset, count)
    },
    [Symbol.dispose]() {
      closeSync(descriptor)
    },
  }
}
