import { type ListenIo, type PlacesOf, tell } from './listen-files.ts'

/** Several files are placed by their sound; what places them is read when there are several. */
export function placedBy(
  io: ListenIo,
  load: () => Promise<Pick<typeof import('./listen-places.ts'), 'placesBySound'>>,
): PlacesOf {
  return async (names, fft) => {
    const { placesBySound } = await load()
    return await placesBySound(names, { fft, signal: io.signal, tell: text => tell(io, text) })
  }
}
