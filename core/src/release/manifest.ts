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
  const lines = text.split('\n')
  if (lines.pop() !== '') problems.push('does not end with a line feed')
  let before = ''
  lines.forEach((line, index) => {
    const match = exactLine.exec(line)
    const [, sha256 = '', path = ''] = match ?? []
    const at = `line ${index + 1}`
    if (!match) problems.push(`${at}: expected a SHA-256, two spaces and a path, found ${shown(line)}`)
    else if (path === before || (path < before && files.has(path)))
      problems.push(`${at}: names ${shown(path)} again`)
    else {
      if (path < before) problems.push(`${at}: stands out of the order of paths`)
      before = path
      if (!apart(path, sha256)) files.set(path, sha256)
    }
  })
  return { files, problems }
}

const exactLine = /^([0-9a-f]{64}) {2}([^\s/](?:[^\r]*[^\s])?)$/

/** A stranger's line may be endless, and may hold what moves a terminal's cursor. */
function shown(text: string): string {
  return JSON.stringify(text.slice(0, 120))
}
