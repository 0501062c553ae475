import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RecordingFacts } from '@sightline/core/case'
import * as z from 'zod/mini'
import { sha256, sha256OfFile } from '../store/sha256.ts'
import type { OpenFilm, ReadFilm } from './read-film.ts'
import { readFacts } from './stored-pictures.ts'

/** A new version of what is read of a file is read anew. */
const recipe = { name: 'read-film', version: 1 } as const

const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const About = z.strictObject({
  v: z.literal(1),
  of: Hash,
  facts: RecordingFacts,
  troubles: z.array(z.string()),
  /** SHA-256 of each file beside this one, by its name. */
  files: z.record(z.string(), Hash),
  sound: z.nullable(z.strictObject({ length: z.int().check(z.nonnegative()), originMicros: z.int() })),
})
type About = z.infer<typeof About>

const names = { small: 'pictures', facts: 'facts', fingerprints: 'fingerprints', samples: 'samples' } as const

/**
 * What was read of recordings, kept in a folder by the hash of the recording and the recipe, so that a further film held
 * against them costs only its own decoding.
 */
export class KeptFilms {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** What was kept of a file, or null. What was changed since it was kept counts as not kept. */
  async find({ name, sha256: of }: OpenFilm): Promise<ReadFilm | null> {
    const folder = join(this.#folder, keyOf(of))
    const about = await readAbout(folder)
    if (!about || about.of !== of || !(await isUnchanged(folder, about.files))) return null
    const has = (file: string) => (file in about.files ? join(folder, file) : null)
    const [small, facts, fingerprints] = [has(names.small), has(names.facts), has(names.fingerprints)]
    const samples = has(names.samples)
    return {
      ...{ name, sha256: of, facts: about.facts, troubles: about.troubles },
      pictures: facts === null ? null : readFacts(await readFile(facts)),
      stored: {
        pictures: small && facts ? { small, facts, fingerprints } : null,
        sound: samples && about.sound ? { samples, ...about.sound } : null,
      },
    }
  }

  /** A folder of its own, in which a file is read before it is kept. */
  async makeScratch(): Promise<string> {
    await mkdir(this.#folder, { recursive: true })
    return await mkdtemp(join(this.#folder, 'reading-'))
  }

  /** Keeps what was read in such a folder, which is gone afterwards, and says where it lies now. */
  async keep(film: ReadFilm, scratch: string): Promise<ReadFilm> {
    const { pictures, sound } = film.stored
    const files: Record<string, string> = {}
    const take = async (from: string | null | undefined, name: string) => {
      if (!from) return
      await rename(from, join(scratch, name))
      files[name] = await sha256OfFile(join(scratch, name))
    }
    await take(pictures?.small, names.small)
    await take(pictures?.facts, names.facts)
    await take(pictures?.fingerprints, names.fingerprints)
    await take(sound?.samples, names.samples)
    const about: About = {
      v: 1,
      of: film.sha256,
      ...{ facts: film.facts, troubles: [...film.troubles], files },
      sound: sound && { length: sound.length, originMicros: sound.originMicros },
    }
    await writeFile(join(scratch, 'about.json'), JSON.stringify(about))
    const folder = join(this.#folder, keyOf(film.sha256))
    // What lies there was damaged, or another run was quicker with the same.
    await rm(folder, { recursive: true, force: true })
    await rename(scratch, folder)
    const kept = (name: string) => join(folder, name)
    return {
      ...film,
      stored: {
        pictures: pictures && {
          small: kept(names.small),
          facts: kept(names.facts),
          fingerprints: pictures.fingerprints && kept(names.fingerprints),
        },
        sound: sound && { ...sound, samples: kept(names.samples) },
      },
    }
  }
}

function keyOf(of: string): string {
  return sha256(Buffer.from(`${recipe.name} ${recipe.version} ${of}`))
}

async function readAbout(folder: string): Promise<About | null> {
  const text = await readFile(join(folder, 'about.json'), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return z.parse(About, JSON.parse(text))
  } catch {
    return null
  }
}

async function isUnchanged(folder: string, files: About['files']): Promise<boolean> {
  for (const [name, hash] of Object.entries(files)) {
    const found = await sha256OfFile(join(folder, name)).catch(() => null)
    if (found !== hash) return false
  }
  return true
}
