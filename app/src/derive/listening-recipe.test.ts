import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { ListeningResult } from '@sightline/core/listening'
import { talk } from '../../../test/cases/sound/sources.ts'
import { wav } from '../../../test/cases/sound/wav.ts'
import { openMediaFile } from '../media/media-file.ts'
import { probe } from '../media/probe.ts'
import { listeningRecipe } from './listening-recipe.ts'
import type { RecipeInput } from './recipe.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-listening-recipe-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const { signal } = new AbortController()

test('what was heard in a recording is one output that reads back, and says how far it is while it is made', async () => {
  const path = join(dir, 'talk.wav')
  writeFileSync(path, wav(Int16Array.from(talk(5, 4), value => Math.round(3000 * value))))
  await using media = await openMediaFile(path)
  const probed = await probe(media, signal)
  assert.ok(probed.kind === 'recording')
  const fractions: number[] = []
  const made = await listeningRecipe.make({
    recording: { probe: { kind: 'probed', facts: probed.facts, frames: null } },
    media,
    workDir: dir,
    signal,
    readStored: () => assert.fail('nothing stored is needed'),
    onFraction: (fraction: number) => fractions.push(fraction),
  } as unknown as RecipeInput)
  assert.deepEqual(
    made.outputs.map(({ name }) => name),
    ['listening'],
  )
  const source = made.outputs[0]?.source
  assert.ok(source?.kind === 'bytes')
  const result = ListeningResult.parse(JSON.parse(Buffer.from(source.bytes).toString()))
  assert.equal(result.rate, 8000)
  assert.ok(result.speech.length > 0)
  assert.equal(fractions.at(-1), 1)
})
