import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { CaseState, StoredOutput } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import type { Composition, PartedRecording } from '@sightline/core/release'
import { frameBytes, framesFromBytes } from '../derive/frame-bytes.ts'
import type { ContentStore } from '../store/content-store.ts'
import { outputsOf } from './case-files.ts'
import { cutRecording } from './cut-recording.ts'

/** A recording of which only parts go out: what is told of it, and the files that hold them, by the names of outputs. */
export interface CutOut extends PartedRecording {
  readonly files: ReadonlyMap<string, string | Uint8Array>
}

/** Recordings that go out in parts, while their files lie in a folder that is taken away at the end. */
export interface Cuts extends AsyncDisposable {
  readonly byRecording: ReadonlyMap<string, CutOut>
}

/** Cuts what goes out in parts. Throws what `cutRecording` throws, and 'case.unknown' where there is no review copy to cut from. */
export async function cutParts(
  content: ContentStore,
  state: CaseState,
  { recordings }: Composition,
  signal: AbortSignal,
): Promise<Cuts> {
  const dir = await mkdtemp(join(tmpdir(), 'sightline-parts-'))
  const remove = () => rm(dir, { recursive: true, force: true })
  try {
    const byRecording = new Map<string, CutOut>()
    for (const { recording: id, title, parts } of recordings) {
      const recording = state.recordings.get(id)
      if (!recording || parts === undefined) continue
      const outputs = outputsOf(recording)
      const [proxy, frames] = [outputs.get('proxy'), outputs.get('frames')]
      const path = proxy && content.path(proxy.sha256)
      if (!path)
        throw new SightlineError('case.unknown', `${title} has no review copy in the case to cut parts from`)
      const workDir = await mkdtemp(join(dir, 'cut-'))
      const cut = await cutRecording({
        ...{ recording, title, parts, workDir, signal },
        proxy: path,
        frames: frames ? framesFromBytes(await buffer(await content.read(frames.sha256))) : null,
      })
      const files = new Map<string, string | Uint8Array>([['proxy', cut.file]])
      if (cut.frames) files.set('frames', frameBytes(cut.frames))
      for (const name of ['waveform', 'sound']) {
        const source = cut.outputs.get(name)
        if (source?.kind === 'bytes') files.set(name, source.bytes)
      }
      const stored = await Promise.all([...files].map(([name, file]) => storedAs(name, file)))
      byRecording.set(id, {
        ...{ parts: cut.parts, facts: cut.facts, files },
        frames: stored.find(({ name }) => name === 'frames') ?? null,
        outputs: stored,
      })
    }
    return { byRecording, [Symbol.asyncDispose]: remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function storedAs(name: string, file: string | Uint8Array): Promise<StoredOutput> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of typeof file === 'string' ? createReadStream(file) : [file]) {
    hash.update(chunk as Uint8Array)
    bytes += (chunk as Uint8Array).length
  }
  return { name, sha256: hash.digest('hex'), bytes }
}
