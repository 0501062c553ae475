/** One file by its path in the folder, with the SHA-256 of its bytes as 64 lower-case digits. */
export interface ManifestLine {
  readonly path: string
  readonly sha256: string
}

/** A manifest as read. What is wrong with a line keeps the line out. */
export interface Manifest {
  /** SHA-256 by path. */
  readonly files: ReadonlyMap<string, string>
  readonly problems: readonly string[]
}

/** The text of a manifest as `sha256sum` and BagIt read it (RFC 8493, section 2.1.3): two spaces, one LF, in order of paths. */
export function writeManifest(lines: Iterable<ManifestLine>): string {
  return [...lines]
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('')
}

/**
 * Reads what `writeManifest` writes and nothing else: two readers must not read one manifest differently. A line that
 * `apart` takes is not put with the others: a log may have a million bodies.
 */
export function readManifest(
  text: string,
  apart: (path: string, sha256: string) => boolean = () => false,
): Manifest {
  const files = new Map<string, string>()
  const problems: string[] = []
  let before = ''
  let number = 0
  for (let from = 0; from < text.length; ) {
    number++
    const at = `line ${number}`
    exactLine.lastIndex = from
    const match = exactLine.exec(text)
    if (!match) {
      const end = text.indexOf('\n', from)
      const line = text.slice(from, end < 0 ? text.length : end)
      problems.push(
        end < 0
          ? `${at}: the list does not end with a line feed`
          : `${at}: expected a SHA-256, two spaces and a path, found ${shown(line)}`,
      )
      from += line.length + 1
      continue
    }
    const { 1: sha256 = '', 2: path = '' } = match
    from = exactLine.lastIndex
    if (path === before || (path < before && files.has(path)))
      problems.push(`${at}: names ${shown(path)} again`)
    else {
      if (path < before) problems.push(`${at}: stands out of the order of paths`)
      before = path
      if (!apart(path, sha256)) files.set(path, sha256)
    }
  }
  return { files, problems }
}

/** Found where it stands, not in lines cut out before: a list may have a million lines. */
const exactLine = /([0-9a-f]{64}) {2}([^\s/](?:[^\r\n]*[^\s])?)\n/y

/** A stranger's line may be endless, and may hold what moves a terminal's cursor. */
function shown(text: string): string {
  return JSON.stringify(text.slice(0, 120))
}
