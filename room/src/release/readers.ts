import type { FoundName } from '@sightline/core/release'
import type { ReleaseReader } from './check-release.ts'

/** The release that this page is part of, over the network: it cannot be listed, and each file is asked for anew. */
export function pageReader(page: string): ReleaseReader {
  return {
    names: null,
    read: async (path, signal) => {
      const response = await fetch(new URL(`../${path}`, page), { signal, cache: 'no-store' })
      return response.ok ? response.body : null
    },
  }
}

/** A folder that a person chose. Browsers give no links and no empty folders, and leave out some hidden files. */
export function folderReader(chosen: FileList): ReleaseReader {
  const files = new Map([...chosen].map(file => [file.webkitRelativePath.replace(/^[^/]*\//, ''), file]))
  return {
    names: [...files.keys()].map((path): FoundName => ({ path, kind: 'file' })),
    read: path => Promise.resolve(files.get(path)?.stream() ?? null),
  }
}
