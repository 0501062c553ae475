import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { Pictures, Sound } from '@sightline/core/edits'
import { SightlineError } from '@sightline/core/errors'
import * as z from 'zod/mini'
import { type Packed, packedPicturesIn } from './packed-pictures.ts'

const Count = z.int().check(z.positive())
const told = {
  width: Count,
  height: Count,
  fullWidth: Count,
  fullHeight: Count,
  /** Microseconds of media time, one more than there are pictures. */
  times: z.array(z.number()).check(z.minLength(2)),
}
const Facts = z.discriminatedUnion('v', [
  /** Pictures one after another, as they are. */
  z.strictObject({ v: z.literal(1), ...told }),
  z.strictObject({ v: z.literal(2), ...told, group: Count, parts: z.array(Count) }),
])

/** Size and times of small pictures, as they are kept beside the pictures themselves. */
export function storedFacts(
  { width, height, fullWidth, fullHeight, times }: PictureFacts,
  packed: Packed | null,
): Uint8Array {
  const same = {
    ...{ width, height, fullWidth, fullHeight },
    times: Array.from(times, each => Math.round(each * 1e6)),
  }
  const facts: z.infer<typeof Facts> = packed
    ? { v: 2, ...same, group: packed.group, parts: [...packed.parts] }
    : { v: 1, ...same }
  return Buffer.from(JSON.stringify(facts))
}

/** What is told of small pictures beside the pictures themselves. */
export type PictureFacts = Omit<Pictures, 'luma' | 'colour' | 'areHeld'>

/** Throws 'store.failed' where they are not what was kept. */
export function readFacts(facts: Uint8Array): PictureFacts {
  return factsIn(parsed(facts))
}

function parsed(facts: Uint8Array): z.infer<typeof Facts> {
  const read = Facts.safeParse(JSON.parse(Buffer.from(facts).toString('utf8')))
  if (!read.success)
    throw new SightlineError('store.failed', 'expected the facts of small pictures, found something else')
  return read.data
}

function factsIn({ width, height, fullWidth, fullHeight, times }: z.infer<typeof Facts>): PictureFacts {
  return {
    ...{ width, height, fullWidth, fullHeight, count: times.length - 1 },
    times: Float64Array.from(times, each => each / 1e6),
  }
}

/**
 * Opens small pictures that were kept. Whoever opens them closes them. Those that lie one after another are held once they were read where all of them
 * take no more than `heldBytes`. Throws 'store.failed' when they are not what was kept.
 */
export function openPictures(path: string, facts: Uint8Array, heldBytes = 0): Pictures & Disposable {
  const read = parsed(facts)
  const told = factsIn(read)
  const file = openSync(path, 'r')
  try {
    const areHeld = read.v === 1 && fstatSync(file).size <= heldBytes
    const plain = () => (areHeld ? heldPictures(file, told) : picturesIn(file, told, 'the pictures kept'))
    return {
      ...told,
      ...(read.v === 1 ? plain() : packedPicturesIn(file, told, read)),
      areHeld,
      [Symbol.dispose]() {
        closeSync(file)
      },
    }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/** All of them in one array, of which each is a part, read when it is first asked for: of a long recording many never are, and colours of few. */
function heldPictures(
  file: number,
  { width, height, count }: PictureFacts,
): Pick<Pictures, 'luma' | 'colour'> {
  const luma = width * height
  const whole = luma + 2 * (width >> 1) * (height >> 1)
  const what = 'the pictures kept'
  const size = fstatSync(file).size
  if (size < count * whole) throw endsEarly(what, size, count * whole)
  const all = new Uint8Array(count * whole)
  const [hasLuma, hasColour] = [new Uint8Array(count), new Uint8Array(count)]
  const read = (has: Uint8Array, frame: number, from: number, to: number) => {
    const part = all.subarray(from, to)
    if (has[frame] === 0) readInto(part, file, from, what)
    has[frame] = 1
    return part
  }
  return {
    luma: frame => read(hasLuma, frame, frame * whole, frame * whole + luma),
    colour: frame => read(hasColour, frame, frame * whole + luma, (frame + 1) * whole),
  }
}

/** Reads pictures that lie in a file one after another, each its luma and then its chroma at half the size. Throws 'store.failed' at its end. */
function picturesIn(
  file: number,
  { width, height }: Pick<Pictures, 'width' | 'height'>,
  what: string,
): Pick<Pictures, 'luma' | 'colour'> {
  const lumaBytes = width * height
  const chromaBytes = 2 * (width >> 1) * (height >> 1)
  const read = (frame: number, skipped: number, length: number) =>
    readWhole(file, frame * (lumaBytes + chromaBytes) + skipped, length, what)
  return { luma: frame => read(frame, 0, lumaBytes), colour: frame => read(frame, lumaBytes, chromaBytes) }
}

function readWhole(file: number, from: number, length: number, what: string): Uint8Array {
  const bytes = new Uint8Array(length)
  readInto(bytes, file, from, what)
  return bytes
}

function readInto(bytes: Uint8Array, file: number, from: number, what: string): void {
  const { length } = bytes
  for (let at = 0; at < length; ) {
    const got = readSync(file, bytes, at, length - at, from + at)
    if (got === 0) throw endsEarly(what, from + at, from + length)
    at += got
  }
}

function endsEarly(what: string, end: number, expected: number): SightlineError {
  return new SightlineError('store.failed', `${what} end at byte ${end}, before ${expected}`)
}

/** Opens 16-bit samples at 8 kHz that lie in a file; `origin` is the media time of the first, in seconds. */
export function openSound(path: string, length: number, origin: number): Sound & Disposable {
  const file = openSync(path, 'r')
  return {
    length,
    origin,
    slice(from, to) {
      const out = new Int16Array(Math.max(0, to - from))
      const bytes = new Uint8Array(out.buffer)
      const last = Math.min(length, to)
      for (let at = Math.max(0, from); at < last; ) {
        const got = readSync(file, bytes, 2 * (at - from), 2 * (last - at), 2 * at)
        if (got < 2) break
        at += got >> 1
      }
      return out
    },
    [Symbol.dispose]() {
      closeSync(file)
    },
  }
}
