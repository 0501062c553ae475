import { useSignal } from '@preact/signals'
import * as z from 'zod/mini'
import type { Room } from '../room-model.ts'
import type { LogLine } from '../source/case-source.ts'
import { custodyWords } from '../strings/custody-words.ts'
import { numbers } from '../strings/numbers.ts'
import { saveText } from './save-text.ts'

/** Where a log ended, kept outside of it; `sightline checkpoint` writes the same. */
const Checkpoint = z.object({
  v: z.literal(1),
  length: z.int().check(z.minimum(1)),
  head: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
type Checkpoint = z.infer<typeof Checkpoint>

type Compared = 'not-read' | { readonly is: 'extends' | 'altered' | 'shorter'; readonly saved: Checkpoint }

/** Saves where the log ends, and asks whether it grew from where it ended earlier. */
export function CheckpointSection({ room }: { readonly room: Room }) {
  const w = custodyWords.value
  const { log } = room.source
  const compared = useSignal<Compared | null>(null)
  const last = log.at(-1)
  const compare = async (file: File | undefined) => {
    if (file) compared.value = comparedWith(log, await file.text())
  }
  return (
    <section class="head-line" aria-labelledby="checkpoint-title">
      <h3 id="checkpoint-title">{w.checkpoint}</h3>
      <p class="muted">{w.checkpointLead}</p>
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={!last}
          onClick={() => {
            if (last)
              saveText(
                `checkpoint-${last.seq}.json`,
                `${JSON.stringify({ v: 1, length: last.seq, head: last.hash })}\n`,
              )
          }}
        >
          {w.save}
        </button>
        <label class="field">
          <span>{w.compare}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={event => room.speaker.heed(compare(event.currentTarget.files?.[0]))}
          />
        </label>
      </div>
      <p role="status">{compared.value === null ? '' : told(compared.value, log.length)}</p>
    </section>
  )
}

function told(compared: Compared, now: number): string {
  const w = custodyWords.value
  if (compared === 'not-read') return w.notRead
  const { whole } = numbers.value
  const length = whole(compared.saved.length)
  return compared.is === 'shorter' ? w.shorter(length, whole(now)) : w[compared.is](length)
}

function comparedWith(log: readonly LogLine[], text: string): Compared {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return 'not-read'
  }
  const read = Checkpoint.safeParse(json)
  if (!read.success) return 'not-read'
  const saved = read.data
  if (log.length < saved.length) return { is: 'shorter', saved }
  return { is: log[saved.length - 1]?.hash === saved.head ? 'extends' : 'altered', saved }
}
