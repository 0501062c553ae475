import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { generate, makeClip } from '../../../test/cases/media/clips.ts'
import { decodeSound, soundTrackOf } from '../sound/decode.ts'
import { lookedThrough, openFilm, type ProbedFilm, probeFilm, readFilm } from './read-film.ts'
import { decodePictures } from './small-pictures.ts'

const folder = await mkdtemp(join(tmpdir(), 'read-film-'))
after(() => rm(folder, { recursive: true }))
const { signal } = new AbortController()
const asked = {
  ...{ longest: 64, isPacked: false, fingerprints: 'none' as const, signal },
  onFraction: () => undefined,
}

/** What two runs of ffmpeg make of it, one for its pictures and one for its sound. */
async function apart({ media, facts, frameTimes }: ProbedFilm, workDir: string) {
  const { video } = facts
  const track = soundTrackOf(facts)
  assert.ok(video && track)
  const parts: Buffer[] = []
  const pictures = await decodePictures(media, video, frameTimes, { ...asked, workDir, name: 'apart' })
  const sound = await decodeSound(media, track, signal, samples => {
    parts.push(Buffer.from(samples.slice().buffer))
  })
  return {
    pictures: await readFile(pictures.path),
    sound: Buffer.concat(parts),
    troubles: [sound.trouble, pictures.trouble].filter(each => each !== null),
  }
}

async function assertSame(path: string): Promise<readonly string[]> {
  const workDir = join(folder, 'work')
  await rm(workDir, { recursive: true, force: true })
  await mkdir(workDir)
  await using film = await openFilm(path, signal)
  const probed = await probeFilm(film, signal)
  const { stored, troubles } = await readFilm(probed, { ...asked, workDir, key: 'film' })
  const expected = await apart(probed, workDir)
  assert.ok(stored.pictures && stored.sound && expected.pictures.length > 0)
  assert.deepEqual(await readFile(stored.pictures.small), expected.pictures)
  assert.deepEqual(await readFile(stored.sound.samples), expected.sound)
  for (const trouble of expected.troubles) assert.ok(troubles.includes(trouble), trouble)
  return expected.troubles
}

test('pictures and sound that one run decodes are those of two', async () => {
  assert.deepEqual(await assertSame(await makeClip('lateSound', folder)), [])
})

test('of a file that lost most of its sound it is said, though most of what one run decodes is whole', async () => {
  await makeClip('thirty', folder)
  const noise = "noise=amount='if(lt(n\\,10)\\,0\\,1)'"
  await generate(folder, 'lost.mp4', `-i thirty.mp4 -c copy -bsf:a ${noise}`)
  assert.equal((await assertSame(join(folder, 'lost.mp4'))).length, 1)
})

/** Pictures, sound, times and troubles, as they are read of a film that was looked through. */
async function readThrough(path: string, look: typeof probeFilm) {
  const workDir = join(folder, 'through')
  await rm(workDir, { recursive: true, force: true })
  await mkdir(workDir)
  await using film = await openFilm(path, signal)
  const found = await look(film, signal)
  const { stored, pictures, troubles, facts } = await readFilm(found, { ...asked, workDir, key: 'film' })
  assert.ok(stored.pictures && stored.sound && pictures)
  return {
    isByTables: found.isByTables,
    isProbed: facts.video?.profile !== null,
    read: {
      pictures: await readFile(stored.pictures.small),
      sound: await readFile(stored.sound.samples),
      facts: await readFile(stored.pictures.facts),
      troubles,
    },
  }
}

test('a plain recording is read without probing it, as it is read with', async () => {
  const path = await makeClip('thirty', folder)
  const through = await readThrough(path, lookedThrough)
  assert.deepEqual([through.isByTables, through.isProbed], [true, false])
  assert.deepEqual(through.read, (await readThrough(path, probeFilm)).read)
})

test('what the tables have otherwise than the pictures is probed after all', async () => {
  await makeClip('thirty', folder)
  const aspect = '-bsf:v h264_metadata=sample_aspect_ratio=16/11'
  await generate(folder, 'wide.mp4', `-i thirty.mp4 -c copy ${aspect}`)
  const noise = "noise=amount='if(lt(n\\,10)\\,0\\,1)'"
  await generate(folder, 'noisy.mp4', `-i thirty.mp4 -c copy -bsf:v ${noise}`)
  for (const name of ['wide.mp4', 'noisy.mp4']) {
    const path = join(folder, name)
    const through = await readThrough(path, lookedThrough)
    assert.deepEqual([through.isByTables, through.isProbed], [true, true], name)
    assert.deepEqual(through.read, (await readThrough(path, probeFilm)).read)
  }
})
