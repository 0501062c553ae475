/** `npm run bench [-- NAME…]`: the measurements that docs/measurements.md tells of. They take minutes and want a quiet machine. */
import { benchAccounts } from './bench/accounts.ts'
import { benchCaseFile } from './bench/case-file.ts'
import { benchCustody } from './bench/custody.ts'
import { benchEdits } from './bench/edits.ts'
import { benchLongEdits } from './bench/edits-long.ts'
import { benchEditsSound } from './bench/edits-sound.ts'
import { benchFold } from './bench/fold.ts'
import { benchListening } from './bench/listening.ts'
import { benchOpen } from './bench/open.ts'
import { benchRoom } from './bench/room.ts'
import { benchRoomMemory } from './bench/room-memory.ts'
import { benchSync } from './bench/sync.ts'
import { benchSyncMany } from './bench/sync-many.ts'
import { benchTimeline } from './bench/timeline.ts'
import { benchTranscript } from './bench/transcript.ts'
import { benchVerify } from './bench/verify.ts'

const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  accounts: benchAccounts,
  'case-file': benchCaseFile,
  custody: benchCustody,
  edits: benchEdits,
  'edits-long': benchLongEdits,
  'edits-sound': benchEditsSound,
  fold: benchFold,
  listening: benchListening,
  open: benchOpen,
  sync: benchSync,
  'sync-many': benchSyncMany,
  room: benchRoom,
  'room-memory': benchRoomMemory,
  timeline: benchTimeline,
  transcript: benchTranscript,
  verify: benchVerify,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter(name => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`expected names among ${Object.keys(benches).join(', ')}, found ${unknown.join(', ')}`)
  process.exitCode = 2
} else {
  for (const [name, measure] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`## ${name}`)
    await measure()
  }
}
