import { type ListenIo, listenToFiles, listenWords, tell } from './listen-files.ts'

/** Several files are placed by their sound; what places them is read when there are several. */
export async function listenCommand(args: readonly string[], io: ListenIo): Promise<number> {
  return await listenToFiles(listenWords(args), io, async (names, fft) => {
    const { placesBySound } = await import('./listen-places.ts')
    return await placesBySound(names, { fft, signal: io.signal, tell: text => tell(io, text) })
  })
}
