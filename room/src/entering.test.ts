import assert from 'node:assert/strict'
import test from 'node:test'
import type { Command } from '@sightline/core/case'
import { newEntering } from './entering.ts'
import { recordings } from './look/fictional-case.ts'
import { fictionalSource } from './look/fictional-source.ts'
import { newSpeaker } from './notices.ts'

test('several changes of one thing are taken back one after the other, the last first', async () => {
  const source = fictionalSource()
  const speaker = newSpeaker()
  const entering = newEntering(source, speaker)
  const id = recordings[0]?.id ?? ''
  const pin = () => source.state.peek().recordings.get(id)?.pin?.start ?? null
  const before = pin()
  for (const start of [1, 2, 3]) {
    const rev = source.state.peek().recordings.get(id)?.rev ?? 0
    const command = {
      do: 'pin-placement',
      ...{ recording: id, rev, start: start as never, driftPpm: 0, errorMs: null },
      evidence: { how: 'typed' },
      reason: 'read off its clock',
    } as const satisfies Command
    assert.equal(await entering.enter(command), true)
  }
  const seen = []
  for (let n = 0; n < 3; n++) {
    await entering.undo()
    seen.push(pin())
  }
  assert.deepEqual(seen, [2, 1, before])
  assert.deepEqual(
    speaker.notices.peek().filter(({ text }) => /Not entered/.test(text)),
    [],
  )
})
