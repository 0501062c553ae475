import { type ListenIo, listenToFiles, listenWords } from './listen-files.ts'
import { placedBy } from './placed-by.ts'

export async function listenCommand(args: readonly string[], io: ListenIo): Promise<number> {
  return await listenToFiles(
    listenWords(args),
    io,
    placedBy(io, () => import('./listen-places.ts')),
  )
}
