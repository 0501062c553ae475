/** What the page of the custody log says beyond the log itself. */
export const enCustody = {
  filter: 'Show only',
  words: 'Words',
  who: 'By',
  anyone: 'anyone',
  machines: 'programs',
  item: 'About',
  anything: 'anything',
  recordings: 'Recordings',
  accounts: 'Accounts',
  moments: 'Moments',
  found: (count: string, of: string) => `${count} of ${of} entries fit, newest first`,
  checkRelease:
    'The Release page hashes every file and walks this log; VERIFY.txt in the folder holds commands that need nothing of ours.',
  none: 'No entry fits. Looked in what happened, of what, and who.',
  clear: 'Show all',
  checkpoint: 'Checkpoint',
  checkpointLead:
    'A checkpoint is the length of the log and the hash of its last line. Keep one outside this case: it shows later that nothing before it was changed.',
  save: 'Save today’s checkpoint',
  compare: 'Does this log extend one that you saved?',
  extends: (length: string) =>
    `Yes: this log grew from the checkpoint of ${length} entries, and nothing before it was changed.`,
  altered: (length: string) =>
    `No: at entry ${length} this log has another hash than your checkpoint. Something at or before it was changed.`,
  shorter: (length: string, now: string) =>
    `No: your checkpoint has ${length} entries, and this log only ${now}. Entries were cut off, or it is an older one.`,
  notRead: 'This file is no checkpoint.',
  certificate: 'Draft of a certificate (US, FRE 902(13) and (14))',
  certificateLead:
    'Filled from the log, for a qualified person to read, correct and sign. It certifies nothing by itself.',
  history: 'From intake on, these are the entries that name it.',
}
