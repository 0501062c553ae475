import { compareNames } from '@sightline/core/case'

/** A name as the file system holds it (bytes, relative to the folder) and as the case writes it. */
export interface FolderName {
  readonly raw: Buffer
  /** UTF-8 text, or percent-encoded where the bytes are not UTF-8. */
  readonly path: string
  readonly isEncoded: boolean
}

const slash = 0x2f
const percent = 0x25

/** Names one file of the folder. Bytes that are not UTF-8 are percent-encoded, and so is the per cent sign beside them. */
export function folderName(raw: Buffer): FolderName {
  const text = raw.toString('utf8')
  if (Buffer.from(text, 'utf8').equals(raw)) return { raw, path: text, isEncoded: false }
  let path = ''
  for (const byte of raw) {
    const isPlain = byte > 0x20 && byte < 0x7f && byte !== percent
    path += isPlain ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return { raw, path, isEncoded: true }
}

/** The bytes of a name that `folderName` wrote. */
export function rawName(path: string, isEncoded: boolean): Buffer {
  if (!isEncoded) return Buffer.from(path, 'utf8')
  const bytes: number[] = []
  for (let at = 0; at < path.length; at++) {
    if (path.charCodeAt(at) === percent) {
      bytes.push(Number.parseInt(path.slice(at + 1, at + 3), 16))
      at += 2
    } else {
      bytes.push(path.charCodeAt(at))
    }
  }
  return Buffer.from(bytes)
}

export function joinRaw(folder: Buffer, name: Buffer): Buffer {
  return folder.length === 0 ? name : Buffer.concat([folder, Buffer.from([slash]), name])
}

export function inPathOrder(names: readonly FolderName[]): readonly FolderName[] {
  return [...names].sort((a, b) => compareNames(a.path, b.path))
}
