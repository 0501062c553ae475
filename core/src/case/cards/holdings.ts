import { card, choice, day, file, hashes, line, lines, must, text } from './field.ts'
import { kind } from './kind.ts'

/** Documents, objects and places; and what is held behind a wall. */
export const holdingKinds = {
  document: kind(
    {
      title: must(line()),
      sort: must(
        choice(
          'report',
          'ruling',
          'photograph',
          'call-log',
          'policy',
          'letter',
          'statement',
          'edited-film',
          'number',
          'other',
        ),
      ),
      file: file(),
      issuer: line(),
      dated: day(),
      suppliedBy: line(),
      receivedOn: day(),
      authority: line(),
      rights: must(choice('own', 'public-record', 'third-party', 'unknown')),
      rightsNote: line(),
      redaction: must(choice('not-needed', 'to-do', 'done', 'unknown')),
      redactedBy: line(),
      about: text(),
    },
    { hidden: { storage: line(), privateNote: text() } },
  ),
  object: kind(
    {
      what: must(line()),
      recoveredAt: line(),
      place: card('place'),
      recoveredBy: line(),
      recoveredOn: day(),
      saidBy: must(line()),
      heldBy: line(),
      about: text(),
    },
    { hidden: { serialNumber: line(), privateNote: text() } },
  ),
  place: kind(
    { what: must(line()), about: text(), saidBy: line() },
    { hidden: { address: line(), privateNote: text() } },
  ),
  /** That something of a walled category exists. Its content stands in no entry: only its salted hash, once it is kept. */
  walled: kind(
    {
      category: must(choice('compelled-statement', 'legal-advice', 'other')),
      what: must(line()),
      heldBy: must(line()),
      maySee: must(lines()),
      /** Where it lies in the folder, if it does: left out of search and of whatever leaves. */
      file: file(),
      hashes: hashes(),
    },
    { leaves: false },
  ),
}
