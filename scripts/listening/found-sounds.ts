import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FoundSound, FoundSounds } from '../../test/cases/listening/scene.ts'

/** Where found sounds may lie: nothing of others is kept in the repository. docs/decisions/listening.md names what we used. */
export const foundFolder = join(import.meta.dirname, '../../tmp/listening-sounds')

const headerBytes = 44

/**
 * Sounds under `folder`/{sharp,small,speech}/*.wav, mono, 16 bits, 48 kHz; without the folder none. Sharp and small ones begin where they first come to a
 * fifth of their height.
 */
export function foundSounds(folder: string): FoundSounds {
  return {
    sharp: soundsIn(join(folder, 'sharp'), true),
    small: soundsIn(join(folder, 'small'), true),
    speech: soundsIn(join(folder, 'speech'), false),
  }
}

/** Stretches of rain, engines, taverns and the like under `folder`/beds, each of root mean square 1. */
export function foundBeds(folder: string): readonly Float32Array[] {
  return soundsIn(join(folder, 'beds'), false).map(({ samples }) => {
    const power = samples.reduce((sum, value) => sum + value * value, 1e-9) / samples.length
    return samples.map(value => value / Math.sqrt(power))
  })
}

function soundsIn(folder: string, isTrimmed: boolean): readonly FoundSound[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith('.wav'))
    .sort()
    .map(name => {
      const bytes = readFileSync(join(folder, name)).subarray(headerBytes)
      const samples = new Float32Array(bytes.length >> 1)
      for (let n = 0; n < samples.length; n++) samples[n] = bytes.readInt16LE(2 * n) / 32_768
      return { name, samples: isTrimmed ? fromOnset(samples) : samples }
    })
}

function fromOnset(samples: Float32Array): Float32Array {
  const height = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const onset = samples.findIndex(value => Math.abs(value) >= 0.2 * height)
  return samples.slice(Math.max(0, onset), onset + 3 * 48_000)
}
