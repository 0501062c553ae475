import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clockMapOf } from '@sightline/core/case'
import type { Fft } from '@sightline/core/sound'
import type { PlaceRecording } from '../derive/place-worker.ts'
import { runPlacing } from '../derive/placer.ts'
import { type MeasuredFile, measureFile } from '../sound/measured-file.ts'
import { isAboutTheFile } from './about-the-file.ts'
import type { Place } from './listen-report.ts'
import { shown } from './listen-table.ts'
import { placedFiles } from './sync-report.ts'

export interface PlacingTools {
  readonly fft: Fft
  readonly signal: AbortSignal
  /** Told how far it is. */
  readonly tell: (text: string) => void
}

/** Where files that were heard lie on a clock, by their sound. */
export async function placesBySound(
  names: readonly string[],
  { fft, signal, tell }: PlacingTools,
): Promise<ReadonlyMap<string, Place>> {
  const workDir = await mkdtemp(join(tmpdir(), 'sightline-listen-'))
  try {
    const measured = new Map<string, MeasuredFile>()
    for (const [n, name] of names.entries()) {
      const onSeconds = (seconds: number) =>
        tell(`placing: ${n} of ${names.length} measured, ${shown(name)} at ${Math.floor(seconds)} s`)
      try {
        measured.set(name, await measureFile(name, { fft, workDir, signal, onSeconds }))
      } catch (error) {
        // It was heard, and is only too short or too damaged to be placed: it keeps a clock of its own.
        if (!isAboutTheFile(error)) throw error
      }
    }
    const given = names.map(name => ({ name, measured: measured.get(name) ?? null }))
    const { result } = await runPlacing(
      { recordings: distinct(measured), pins: [], anchor: null, knownPairs: null },
      signal,
      (done, of) => tell(`placing: ${done} of ${of} pairs compared`),
    )
    return new Map(
      placedFiles(given, result).map(({ name, placement, duplicateOf }) => [
        name,
        { placement, clockMap: placement.kind === 'placed' ? clockMapOf(placement) : null, duplicateOf },
      ]),
    )
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

function distinct(measured: ReadonlyMap<string, MeasuredFile>): readonly PlaceRecording[] {
  const byHash = new Map<string, PlaceRecording>()
  for (const { sha256, sound } of measured.values())
    if (!byHash.has(sha256))
      byHash.set(sha256, { id: sha256, sound: sound.kind === 'heard' ? sound : null, why: 'no-audio' })
  return [...byHash.values()]
}
