import { fromFd, type Entry as ZipEntry, type ZipFile } from 'yauzl'
import * as z from 'zod/mini'

/** What a ZIP holds, read from its own table of contents; nothing is unpacked. */
export const ArchiveListing = z.strictObject({
  v: z.literal(1),
  entries: z.array(
    z.strictObject({
      name: z.string(),
      bytes: z.number(),
      packedBytes: z.number(),
      isEncrypted: z.boolean(),
    }),
  ),
  /** Entries beyond the first `entries.length` that were counted and not listed. */
  unlisted: z.number(),
})
export type ArchiveListing = z.infer<typeof ArchiveListing>

export type ArchiveAnswer =
  | { readonly kind: 'listed'; readonly listing: ArchiveListing }
  | { readonly kind: 'unreadable'; readonly message: string }

/** Exports of one incident hold hundreds of files; a table of millions is an attack or a mistake. */
const mostListed = 20_000
const mostCounted = 200_000

/** Lists a ZIP by its central directory. The descriptor stays open. Damaged and hostile archives are an answer, not an error. */
export function listArchive(descriptor: number): Promise<ArchiveAnswer> {
  return new Promise(resolve => {
    fromFd(descriptor, { autoClose: false, lazyEntries: true, decodeStrings: false }, (error, zip) => {
      if (error) resolve({ kind: 'unreadable', message: error.message })
      else readTable(zip, resolve)
    })
  })
}

function readTable(zip: ZipFile, resolve: (answer: ArchiveAnswer) => void): void {
  const entries: ArchiveListing['entries'][number][] = []
  let counted = 0
  const finish = () =>
    resolve({ kind: 'listed', listing: { v: 1, entries, unlisted: counted - entries.length } })
  zip.on('entry', (entry: ZipEntry) => {
    counted++
    if (entries.length < mostListed) {
      entries.push({
        // Names are listed as they stand, '../' included: nothing is ever written under them.
        name: (entry.fileName as unknown as Buffer).toString('utf8'),
        bytes: entry.uncompressedSize,
        packedBytes: entry.compressedSize,
        isEncrypted: (entry.generalPurposeBitFlag & 1) === 1,
      })
    }
    if (counted >= mostCounted) finish()
    else zip.readEntry()
  })
  zip.on('end', finish)
  zip.on('error', (error: Error) => resolve({ kind: 'unreadable', message: error.message }))
  zip.readEntry()
}

/** What the list of contents says a ZIP is: Word documents are ZIP files too. */
export function kindOfArchive(listing: ArchiveListing): 'docx' | 'office' | 'zip' {
  const names = new Set(listing.entries.map(entry => entry.name))
  if (names.has('[Content_Types].xml')) return names.has('word/document.xml') ? 'docx' : 'office'
  return names.has('mimetype') && names.has('content.xml') ? 'office' : 'zip'
}
