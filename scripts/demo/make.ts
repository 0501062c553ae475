/**
 * Makes the demo case's recordings, film and truth anew. `bin/node scripts/demo/make.ts [WORK] [stage…]`
 *
 * Stages, in order: `pictures` (all cameras, or `pictures:NAME`), `sound`, `recordings`, `film`, `truth`. What a stage needs it reads
 * from WORK, so that one stage can be run again alone. Needs Chromium, FFmpeg and espeak-ng; showing the demo needs none of them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../steps.ts'
import { cameras } from './cameras.ts'
import { makeFilm } from './film.ts'
import { filmFile } from './film-plan.ts'
import { fileOf, filmTruth } from './film-truth.ts'
import { muxed, muxedCall, published } from './mux.ts'
import { filmed } from './render.ts'
import { devices, dispatchCall, recordedBy, recordedCall } from './sound/devices.ts'
import { allSources } from './sound/sources.ts'
import { wavOf } from './sound/wav.ts'
import { openStudio } from './studio.ts'
import { exerciseTruth, propSeenBy } from './truth.ts'

const [work = join(tmpdir(), 'sightline-demo'), ...wanted] = process.argv.slice(2)
const demo = join(root, 'demo/lark-yard')
const recordings = join(demo, 'files/recordings')
const film = join(demo, 'files/film')
const truth = join(demo, 'truth')
for (const folder of [work, recordings, film, truth]) mkdirSync(folder, { recursive: true })

const isWanted = (stage: string) => wanted.length === 0 || wanted.some(each => each.split(':')[0] === stage)
const named = wanted.flatMap(each => (each.startsWith('pictures:') ? [each.slice('pictures:'.length)] : []))

if (isWanted('pictures')) {
  for (const camera of cameras) {
    if (named.length > 0 && !named.includes(camera.name)) continue
    await using studio = await openStudio()
    const { sha256OfFrames } = await filmed(studio, camera, work, done => {
      if (done % 200 === 0) console.log(`${camera.name}: ${done} of ${camera.frames} frames`)
    })
    console.log(`${camera.name}: frames ${sha256OfFrames}`)
  }
}

if (isWanted('sound')) {
  const { sources, said } = allSources()
  for (const device of devices)
    writeFileSync(join(work, `${device.name}.wav`), wavOf(recordedBy(device, sources)))
  writeFileSync(join(work, `${dispatchCall.name}.full.wav`), wavOf(recordedCall(sources, said)))
  console.log(`sound: ${devices.length + 1} microphones, ${sources.length} sources`)
}

if (isWanted('recordings')) {
  for (const camera of cameras) muxed(camera, work, recordings)
  muxedCall(work, recordings)
  published(recordings)
}

if (isWanted('film'))
  await makeFilm(join(film, filmFile), join(work, 'film.video.mp4'), name => join(recordings, fileOf(name)))

if (isWanted('truth')) {
  const counted = join(work, 'prop-seen.json')
  if (!existsSync(counted)) {
    await using studio = await openStudio()
    writeFileSync(counted, JSON.stringify(await propSeenBy(studio)))
  }
  const { sources, said } = allSources()
  const propSeen = JSON.parse(readFileSync(counted, 'utf8'))
  writeJson('exercise.json', exerciseTruth(recordings, work, sources, said, propSeen))
  writeJson('film.json', filmTruth())
}

function writeJson(name: string, value: unknown): void {
  // Lists of numbers on one line each: the file is read by people too.
  const text = JSON.stringify(value, null, 2).replace(
    /\[\s+([-\d.,\s]+?)\s+\]/g,
    (_, numbers: string) => `[${numbers.replace(/\s+/g, ' ')}]`,
  )
  writeFileSync(join(truth, name), `${text}\n`)
}
