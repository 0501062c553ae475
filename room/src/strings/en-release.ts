/** What the page about a release says. */
export const enRelease = {
  title: 'Release',
  lead: 'What you are looking at was sealed by those who released it. Whether a single byte of it was changed since then can be checked, with stock tools or here.',
  stock: 'How to check it with what your computer already has (VERIFY.txt)',
  document: 'What the release says of itself (release.json)',
  check: 'Check every file in this page',
  checkLead:
    'The page fetches every file of the release again, hashes it and holds it against the sealed list.',
  chooseLead:
    'The page was opened from a disk, where it may not read files by itself. Choose the folder of the release: the one in which START-HERE.html lies. Nothing is sent anywhere.',
  begin: 'Check every file',
  choose: 'Folder of the release',
  running: 'Files are being hashed …',
  stop: 'Stop',
  failed: (why: string) => `The check could not be finished: ${why}`,
  whole: 'Everything that was checked here agrees with the sealed list.',
  faults: (count: number) => (count === 1 ? 'One thing does not agree:' : `${count} things do not agree:`),
  means: {
    altered: 'its bytes are not those that were sealed',
    missing: 'it was sealed and is not here',
    extra: 'it was not sealed: someone put it here afterwards',
    log: 'an entry of the custody log was changed, taken out, put in or moved',
    document: 'it cannot be read as what a release holds',
    signature: 'the seal does not fit the list of files, or the key is not the one that the release names',
  },
  checkedWhat: 'Checked',
  checkedFiles: (files: number, bytes: number, entries: number) =>
    `${files} files, ${(bytes / 1e6).toFixed(1)} MB; ${entries} entries of the custody log`,
  version: 'Version, as of',
  signed: 'Signed list, SHA-256',
  key: 'Key that sealed it',
  unknown: 'unknown',
  signature: {
    good: 'the seal fits the list of files',
    bad: 'the seal does not fit',
    untold: 'this browser cannot tell whether the seal fits: use VERIFY.txt',
    unread: 'the seal could not be read',
  },
  small: 'Recordings over a slow line',
  smallLead: (count: number) =>
    `${count === 1 ? 'One recording has' : `${count} recordings have`} a small copy: at most 360 lines, about a tenth of the data, every frame at the same time. The page is loaded anew.`,
  smallChoice: 'Show small copies',
  smallShown:
    'Small copies of recordings are shown, for slow lines: details are missing. The page "Release" shows the full ones.',
  embed: 'Show one recording in a page of your own',
  embedLead:
    'Copy this into the page. It shows nothing before a reader asks for it, and asks nobody but the place where this release lies. With &from=12.5&to=20 behind the name, in seconds of the clock, it shows only that span.',
  embedOf: (title: string) => `To show ${title}`,
  notChecked: 'Not checked here',
  notWhose: 'Whose key it is: compare its fingerprint with the one published elsewhere.',
  notPage:
    'This page itself, should someone have altered it so that it says all is well. Stock tools do not depend on it.',
  notStamp: (by: string) => `The time stamp of ${by}: VERIFY.txt says how.`,
  noStamp: 'When it was sealed: it bears no time stamp.',
  notHead: 'Whether this is the newest version, and whether its log grew from one that you know.',
  notClosed:
    'Whether something was added beside the listed files: over the network a folder cannot be listed.',
  entries: (count: number) =>
    `The custody log of ${count} entries stands under Custody. Where a body is withheld, its place in the chain still holds.`,
}
