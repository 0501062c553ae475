import type { OpenRoom } from './open-room.ts'
import { randomFrom } from './random.ts'
import type { Truth } from './room-exactness.ts'

/** Places every recording by a person's command, with starts a few hundred milliseconds apart and drifts of up to 100 ppm. */
export async function pinEverything(
  room: OpenRoom,
  truths: ReadonlyMap<string, Truth>,
  seed: number,
): Promise<void> {
  const random = randomFrom(seed + 1)
  const entries = await room.page.evaluate(async () =>
    (await (await fetch('/api/entries')).text()).trim().split('\n'),
  )
  const idOf = new Map<string, string>()
  const revOf = new Map<string, number>()
  for (const line of entries) {
    const { seq, body } = JSON.parse(line)
    if (body.type !== 'file-received' || body.detail.file.kind !== 'recording') continue
    idOf.set(body.detail.file.path, body.detail.file.sha256)
    revOf.set(body.detail.file.sha256, seq)
  }
  for (const [name, { boundaries }] of truths) {
    const recording = idOf.get(name)
    if (recording === undefined) throw new Error(`${name} was not taken in as a recording`)
    await room.command({
      do: 'pin-placement',
      recording,
      rev: revOf.get(recording),
      start: Math.round(random() * 900_000) - (boundaries[0] ?? 0),
      driftPpm: Math.round((random() * 200 - 100) * 1000) / 1000,
      errorMs: 1,
      evidence: { how: 'typed' },
      reason: 'placed by the test',
    })
  }
  const count = truths.size
  await room.page.waitForFunction(
    wanted => document.querySelectorAll('[data-recording][data-case-start]').length >= wanted,
    count,
  )
}
