/** What can be wrong with a release, and what it means for the one who holds it. */
export const meanings = {
  'file-altered': 'The bytes of this file are not those that were sealed.',
  'file-missing': 'A file that was sealed is not here.',
  'file-extra': 'This file was not sealed: someone put it here afterwards, and nothing vouches for it.',
  'file-unreadable': 'This file could not be read, so nothing can be said of it.',
  'not-a-file': 'A release holds only files and folders; this can lead a reader to something else.',
  'odd-name': 'No release has such a name: someone put it here, or it was renamed.',
  'same-but-for-case': 'On many systems these two are one file, and one of them would be lost or hidden.',
  'empty-folder': 'A release has no empty folders: someone made it, or took out what it held.',
  'manifest-malformed':
    'The list of files is not in its one form, so two programs could read it differently.',
  'manifest-misplaced': 'The two lists of files do not share out the folder as a release does.',
  'bag-malformed': 'The folder does not say of itself what a BagIt folder must say.',
  'document-malformed': 'release.json cannot be read as what a release says of itself.',
  'document-disagrees': 'release.json and the files of the release do not say the same.',
  'log-broken': 'An entry of the custody log was changed, taken out, put in or moved.',
  'log-body': 'What an entry of the custody log says is not what was entered, or is not accounted for.',
  'log-disagrees': 'The custody log is not the one that release.json speaks of.',
  'log-not-extended':
    'This log did not grow from the one you know: entries were rewritten or cut off, or this is an older version.',
  'signature-missing': 'Nobody has sealed this folder: anyone could have made it.',
  'signature-bad':
    'The seal was not made over this list of files: something was changed after it was sealed.',
  'signer-unknown': 'The seal was made with a key that is not among those you trust.',
  'signer-disagrees': 'release.json names another key than the one that sealed it.',
  'stamp-missing': 'No authority says when this was sealed, although it should.',
  'stamp-unannounced':
    'There is a time stamp that the sealed release does not speak of: it was added afterwards.',
  'stamp-bad': 'The time stamp was not given for this list of files, or was altered.',
  'stamp-untrusted': 'The time stamp was not given by an authority that you trust.',
  'version-broken': 'What this release says of earlier versions does not hold.',
} as const satisfies Record<string, string>

export type FaultCode = keyof typeof meanings

/** One thing that is wrong: where, what was expected and found. */
export interface Fault {
  readonly code: FaultCode
  /** A path in the folder, or what of it is meant. */
  readonly where: string
  readonly message: string
}

export function fault(code: FaultCode, where: string, message: string): Fault {
  return { code, where, message }
}
