import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { readOpening } from '../../../app/src/demo/opening.ts'
import { accountsTruth, demoFiles, demoFolder, exerciseTruth, filmTruth } from './truth.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../../..')
const recordings = join(demoFiles, 'recordings')
const truth = exerciseTruth()

test('the demo case fits in 20 MB, and its recordings are those that the truth speaks of', () => {
  // What a room has made of the case beside it is no part of it, and may come and go while another test has it open.
  const files = readdirSync(demoFiles)
    .filter(name => name !== '.sightline')
    .flatMap(name =>
      readdirSync(join(demoFiles, name), { recursive: true, encoding: 'utf8' }).map(inner =>
        join(demoFiles, name, inner),
      ),
    )
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  assert.ok(bytes < 20e6, `${bytes} bytes`)
  assert.deepEqual(
    truth.recordings.map(({ file }) => [file, sha256Of(join(recordings, file))]).sort(),
    truth.recordings.map(({ file, sha256 }) => [file, sha256]).sort(),
  )
  assert.deepEqual(readdirSync(recordings).sort(), truth.recordings.map(({ file }) => file).sort())
})

test('sound places the recordings where they are, names the copy, and leaves the camera without sound unplaced', async () => {
  const files = truth.recordings.map(({ file }) => join(recordings, file))
  const { stdout } = await run(join(root, 'bin/sightline'), ['sync', '--json', ...files], {
    maxBuffer: 1 << 26,
  })
  const found = JSON.parse(stdout).recordings as {
    readonly file: string
    readonly placement: {
      readonly kind: string
      readonly why?: string
      readonly start: number
      readonly driftPpm: number
    }
    readonly duplicateOf?: string
  }[]
  const placementOf = (name: string) => {
    const one = found.find(({ file }) => file.endsWith(`/${name}`))
    assert.ok(one, name)
    return one
  }
  const zero = placementOf('doorbell.mp4').placement.start
  for (const { file, start, driftPpm, sound, sameTakeAs } of truth.recordings) {
    const { placement, duplicateOf } = placementOf(file)
    if (sound === null) {
      assert.deepEqual(placement, { kind: 'unplaced', why: 'no-audio' }, file)
      continue
    }
    assert.equal(placement.kind, 'placed', file)
    // In the middle of its sound, where the clocks' drift bears least on what is known.
    const middle = (sound.from + sound.to) / 2
    const told = placement.start - zero + middle * (1 + placement.driftPpm * 1e-6)
    const real = start + middle * (1 + driftPpm * 1e-6)
    assert.ok(Math.abs(told - real) < 0.033, `${file}: ${((told - real) * 1000).toFixed(1)} ms off`)
    assert.equal(duplicateOf?.endsWith(sameTakeAs ?? '') ?? false, sameTakeAs !== null, file)
  }
})

test('the prop is seen to fall by the door camera alone', () => {
  const during = (pixels: readonly (readonly [number, number])[]) =>
    pixels.filter(([t]) => t >= truth.prop.leavesHand && t < 44.3).map(([, count]) => count)
  for (const { recording, pixels } of truth.prop.seen) {
    const counts = during(pixels)
    if (recording === 'doorbell.mp4')
      assert.ok(counts.length > 0 && counts.every(count => count > 100), `${counts}`)
    else for (const count of counts) assert.ok(count < 12, `${recording} sees ${count} pixels of it`)
  }
})

test('a sound arrives later the farther the microphone, at 343.2 m a second', () => {
  for (const { at, arrives } of truth.sounds)
    for (const { caseTime, mediaTime, metres, recording } of arrives) {
      assert.ok(Math.abs(caseTime - at - metres / 343.2) < 1e-4, `${recording} at ${at}`)
      const device = truth.recordings.find(({ file }) => file === recording)
      assert.ok(device)
      const back = device.start + mediaTime * (1 + device.driftPpm * 1e-6)
      assert.ok(Math.abs(back - caseTime) < 2e-6, `${recording} at ${at}`)
    }
})

test('every frame of the film is told once: from a recording that has that frame, or as a card', () => {
  const { edited, segments, edits, audio, leftOut } = filmTruth()
  const told = new Array<number>(edited.frames).fill(0)
  const framesOf = new Map(truth.recordings.map(({ file, frames }) => [file, frames]))
  const shown = new Map<string, Set<number>>()
  for (const { start, end, raw, rawStart, layer, frames } of segments) {
    const used = frames ?? Array.from({ length: end - start }, (_, n) => rawStart + n)
    assert.equal(used.length, end - start)
    for (const frame of used) assert.ok(frame >= 0 && frame < (framesOf.get(raw) ?? 0), `${raw} ${frame}`)
    shown.set(raw, new Set([...(shown.get(raw) ?? []), ...used]))
    if (layer === 0) for (let n = start; n < end; n++) told[n] = (told[n] ?? 0) + 1
  }
  for (const { kind, start, end } of edits)
    if (kind === 'title' || kind === 'black') for (let n = start; n < end; n++) told[n] = (told[n] ?? 0) + 1
  assert.ok(told.every(times => times === 1))
  for (const [n, { start }] of audio.entries()) assert.ok(Math.abs(start - (audio[n - 1]?.end ?? 0)) < 1e-9)
  for (const [raw, used] of shown) {
    const out = leftOut.filter(each => each.raw === raw).reduce((sum, { start, end }) => sum + end - start, 0)
    assert.equal(out + used.size, framesOf.get(raw), raw)
  }
})

test('what is annotated in an account stands in it, word for word', () => {
  const { accounts, links, onlyIn, relatedIncident } = accountsTruth()
  const texts = new Map(Object.keys(accounts).map(name => [name, visibleText(name)]))
  assert.deepEqual(readdirSync(join(demoFiles, 'accounts')).sort(), [...texts.keys()].sort())
  const stands = (name: string, text: string) =>
    assert.ok(texts.get(name)?.includes(text), `${name} does not hold “${text}”`)
  for (const [name, { boilerplate, quotes, attributions, facts, brokenSentence }] of Object.entries(
    accounts,
  )) {
    for (const { text } of [...boilerplate, ...quotes, ...attributions, ...facts]) stands(name, text)
    if (brokenSentence) stands(name, brokenSentence)
  }
  for (const { a, b } of links) for (const { account, text } of [a, b]) stands(account, text)
  for (const name of [...onlyIn.map(({ account }) => account), ...relatedIncident.mentionedIn])
    assert.ok(texts.has(name))
})

test('what the owner enters speaks of files that are there and times that they have', async () => {
  const opening = await readOpening(join(demoFolder, 'work/opening.json'))
  const names = readdirSync(demoFiles, { recursive: true, encoding: 'utf8' })
  const { film, provenance, moments, opensAt, wordings } = opening
  for (const name of [film.recording, opensAt.recording, ...provenance.map(each => each.recording)])
    assert.ok(names.includes(name), name)
  for (const { file, words } of wordings.words)
    assert.ok(visibleText(file.replace('accounts/', '')).includes(words), `${file}: ${words}`)
  const people = new Set(opening.people)
  for (const { by, recording, from, to } of moments) {
    assert.ok(people.has(by))
    const held = truth.recordings.find(({ file }) => recording === `recordings/${file}`)
    assert.ok(held, recording)
    assert.ok(from >= 0 && (to ?? from) < 80 && (to === null || to > from), recording)
  }
})

function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** The words of an account as a reader sees them, spaces and line ends made one. */
function visibleText(name: string): string {
  const source = readFileSync(join(demoFiles, 'accounts', name), 'utf8')
  const text = name.endsWith('.html')
    ? source
        .replace(/<head>[\s\S]*?<\/head>/, '')
        .replace(/<br>/g, '\n')
        .replace(/<[^>]+>/g, '')
    : source
  return text.replace(/\s+/g, ' ')
}
