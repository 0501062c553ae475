/** Where everything stands in a release folder, by its path from the folder's root. */
export const releaseFiles = {
  start: 'START-HERE.html',
  verify: 'VERIFY.txt',
  bagit: 'bagit.txt',
  bagInfo: 'bag-info.txt',
  document: 'release.json',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  signature: 'tagmanifest-sha256.txt.sig',
  stamp: 'tagmanifest-sha256.txt.tsr',
  log: 'custody/log.jsonl',
  page: 'data/index.html',
  embed: 'data/embed.html',
} as const

/** Bodies of the custody log, one file an entry. */
export const bodiesFolder = 'custody/bodies/'
/** Everything below is payload and stands in `manifest-sha256.txt`; all else in `tagmanifest-sha256.txt`. */
export const payloadFolder = 'data/'

/** What no manifest can name: the file that is signed, and what seals it. */
export const unlistedFiles = [releaseFiles.tagManifest, releaseFiles.signature, releaseFiles.stamp] as const

/** What every release holds beside its payload and the bodies of its log. */
export const requiredTagFiles = [
  releaseFiles.start,
  releaseFiles.verify,
  releaseFiles.bagit,
  releaseFiles.bagInfo,
  releaseFiles.document,
  releaseFiles.manifest,
  releaseFiles.log,
] as const

/** The one thing that is said in `bagit.txt` (RFC 8493, section 2.1.1). */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** What nearly all names of a large release are. */
const bodyName = /^custody\/bodies\/\d{6,15}\.json$/

/** Names a path cannot have on some system that a release is copied to; null for a good one. */
export function nameProblem(path: string): string | null {
  if (bodyName.test(path)) return null
  if (path.length > 200) return 'is longer than 200 characters'
  for (const part of path.split('/')) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(part))
      return 'holds something else than ASCII letters, digits, dot, dash and underscore, or begins with a sign'
    if (part.endsWith('.')) return 'ends in a dot, which Windows drops'
    if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(part)) return 'is a name that Windows keeps for devices'
  }
  return null
}
