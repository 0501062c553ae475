/**
 * Gathers found sounds from Debian's packages and sorts them into a folder as `found-sounds.ts` takes it: sharp, small, speech and beds, mono, 16 bits, 48 kHz.
 *
 *     bin/node scripts/listening/gather-sounds.ts --set bench|other|training [--out FOLDER] [--only PACKAGE,…]
 *
 * `bench` is what `npm run bench -- listening` is measured with, by which no score was trained, and goes to tmp/listening-sounds where nothing else is said; `other` is of packages by
 * which nothing was chosen either, and `training` of those that scores learned from, as far as they hold plain files. The same packages give the same folder. It asks
 * `apt-get` for them, so it wants Debian or what is made of it, and `dpkg-deb`, `unzip` and ffmpeg. What is not to be had is said, and the rest is gathered; the
 * program then ends with 1. How sounds are told apart: `sort-sounds.ts`. No sound is kept in the repository.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { wav } from '../../test/cases/sound/wav.ts'
import { foundFolder } from './found-sounds.ts'
import {
  evenly,
  heartOf,
  isLike,
  isSameHeart,
  measuresOf,
  type Sort,
  sortByPath,
  sorts,
  soundRate,
  withoutEnds,
} from './sort-sounds.ts'

/** docs/decisions/listening.md and docs/measurements/listening.md name them. A package stands in one set only. */
const packagesOf = {
  bench: [
    ...['btanks-data', 'lugaru-data', 'netpanzer-data', 'openarena-data', 'pinball-table-gnu-data'],
    ...['sonic-pi-samples', 'teeworlds-data'],
    ...['asterisk-core-sounds-es-g722', 'asterisk-core-sounds-fr-g722', 'pocketsphinx-testdata'],
  ],
  other: ['nexuiz-data', 'ufoai-sound', 'warmux-data', 'asterisk-core-sounds-ru-g722'],
  training: [
    ...['alienblaster-data', 'atanks-data', 'blobwars-data', 'bomberclone-data', 'boswars-data'],
    ...[
      'bucklespring-data',
      'bzflag-data',
      'chromium-bsu-data',
      'csmash-data',
      'cube2-data',
      'davegnukem-data',
    ],
    ...['flare-game', 'foobillardplus-data', 'freedink-data', 'freedroid-data', 'freedroidrpg-data'],
    ...['frozen-bubble-data', 'gunroar-data', 'hedgewars-data', 'hydrogen-drumkits', 'klettres-data'],
    ...['ktuberling-data', 'lierolibre-data', 'lmms-common', 'madbomber-data', 'marsshooter-data'],
    ...['megaglest-data', 'minetest-data', 'naev-data', 'orbital-eunuchs-sniper-data', 'overgod-data'],
    ...['oxygen-sounds', 'pekka-kana-2-data', 'pokerth-data', 'powermanga-data', 'redeclipse-data'],
    ...['rrootage-data', 'scorched3d-data', 'searchandrescue-data', 'simutrans-pak64', 'starfighter-data'],
    ...['supertux-data', 'titanion-data', 'trackballs-data', 'warzone2100-data', 'widelands-data'],
    ...['asterisk-core-sounds-en-g722', 'asterisk-core-sounds-it-g722'],
  ],
} as const

/** Looked at of one package at most: no voice and no engine is to outweigh all others. */
const mostOf: Readonly<Record<Sort, number>> = { sharp: 60, small: 60, speech: 60, beds: 12 }
const bedSeconds = 20
const isSound = (path: string) => /\.(?:wav|ogg|oga|flac|wv|mp3|g722|aiff?|au)$/i.test(path)
const isArchive = (path: string) => /\.(?:pk3|pk4|zip|wz)$/i.test(path)

interface Taken {
  readonly name: string
  readonly samples: Int16Array
  readonly heart: Float64Array
}

const { values } = parseArgs({
  options: { set: { type: 'string' }, out: { type: 'string' }, only: { type: 'string' } },
})
const set = values.set ?? ''
if (!Object.hasOwn(packagesOf, set))
  throw new Error(`expected --set ${Object.keys(packagesOf).join('|')}, found "${set}"`)
const only = values.only?.split(',') ?? null
const wanted = packagesOf[set as keyof typeof packagesOf].filter(name => only === null || only.includes(name))
const out = values.out ?? (set === 'bench' ? foundFolder : `${foundFolder}-${set}`)
if (existsSync(out) && readdirSync(out).length > 0)
  throw new Error(`expected no folder or an empty one at ${out}`)

const work = mkdtempSync(join(tmpdir(), 'sightline-gather-sounds-'))
const missing: string[] = []
const all: Record<Sort, Taken[]> = { sharp: [], small: [], speech: [], beds: [] }
try {
  for (const name of wanted) {
    const dir = unpacked(name)
    if (dir === null) missing.push(name)
    else gatherFrom(name, dir)
    rmSync(join(work, name), { recursive: true, force: true })
  }
  for (const sort of sorts) {
    mkdirSync(join(out, sort), { recursive: true })
    for (const { name, samples } of all[sort])
      writeFileSync(join(out, sort, `${name}.wav`), wav(samples, soundRate))
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
console.log(`${out}: ${sorts.map(sort => `${all[sort].length} ${sort}`).join(', ')}`)
if (missing.length > 0) {
  console.log(`not to be had, so nothing of them is there: ${missing.join(', ')}`)
  process.exitCode = 1
}

/** The folder of what a package holds, archives within it opened; null where it is not to be had. */
function unpacked(name: string): string | null {
  const dir = join(work, name)
  const files = join(dir, 'files')
  mkdirSync(files, { recursive: true })
  run('apt-get', ['download', name], dir)
  const [deb] = readdirSync(dir).filter(each => each.endsWith('.deb'))
  if (deb === undefined || !run('dpkg-deb', ['-x', deb, 'files'], dir)) return null
  for (const path of filesOf(files).filter(isArchive))
    if (!run('unzip', ['-q', '-o', path, '-d', `${path}.d`], dir))
      console.log(`${name}: ${relative(files, path)} was not opened whole`)
  return files
}

function run(program: string, words: readonly string[], cwd: string): boolean {
  const done = spawnSync(program, words, { cwd, encoding: 'utf8' })
  if (done.error) throw new Error(`${program} did not start`, { cause: done.error })
  return done.status === 0
}

function filesOf(dir: string): readonly string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name))
    .sort()
}

function gatherFrom(name: string, dir: string): void {
  const counts = { untold: 0, unlike: 0, twice: 0, unread: 0 }
  const told: Record<Sort, string[]> = { sharp: [], small: [], speech: [], beds: [] }
  for (const path of filesOf(dir).filter(isSound)) {
    const sort = sortByPath(relative(dir, path))
    if (sort === null) counts.untold++
    else told[sort].push(path)
  }
  const taken = sorts.map(sort => {
    const before = all[sort].length
    for (const path of evenly(told[sort], mostOf[sort])) {
      const samples = decoded(path)
      const heart = samples === null ? null : heartOf(samples)
      if (samples === null || heart === null) counts.unread++
      else if (!isLike(sort, measuresOf(samples))) counts.unlike++
      else if (all[sort].some(each => isSameHeart(each.heart, heart))) counts.twice++
      else all[sort].push({ name: nameOf(name, relative(dir, path)), samples: cut(sort, samples), heart })
    }
    return `${all[sort].length - before} ${sort}`
  })
  console.log(
    `${name}: ${taken.join(', ')}; left out: ${counts.untold} whose path does not tell, ${counts.unlike} unlike what it tells, ${counts.twice} there already, ${counts.unread} not read`,
  )
}

function cut(sort: Sort, samples: Int16Array): Int16Array {
  if (sort === 'speech') return withoutEnds(samples).slice()
  return sort === 'beds' ? samples.slice(0, bedSeconds * soundRate) : samples
}

function decoded(path: string): Int16Array | null {
  const words = ['-nostdin', '-v', 'error', '-i', path, '-map', '0:a:0', '-t', '30']
  const done = spawnSync('ffmpeg', [...words, '-ac', '1', '-ar', `${soundRate}`, '-f', 's16le', '-'], {
    maxBuffer: 1 << 28,
  })
  if (done.error) throw new Error('ffmpeg did not start', { cause: done.error })
  if (done.status !== 0 || done.stdout.length < 2) return null
  // Both are of little endian machines, and a copy lies where its samples can be read as such.
  return new Int16Array(new Uint8Array(done.stdout).buffer, 0, done.stdout.length >> 1)
}

/** Of the package and the path within it, so that a sound can be found again. */
function nameOf(name: string, path: string): string {
  const inner = path.replace(/^usr\/(?:share|lib)\/(?:games\/)?/, '').replace(/\.\w+$/, '')
  return `${name}--${inner}`.replace(/[^\w.-]+/g, '_')
}
