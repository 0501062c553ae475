import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import * as z from 'zod'
import type { ReleaseFolder } from './release-folder.ts'

const List = z.strictObject({
  v: z.literal(1),
  files: z.array(z.string().regex(/^((app|embed)\.(js|css)|parts\/[\w-]+\.js|fonts\/[\w.-]+\.woff2)$/)),
  hashes: z.array(z.string().regex(/^[A-Za-z0-9+/]{43}=$/)),
  first: z.array(z.string()),
})

/** The room as it was built for releases: its files, and the hashes of the scripts that its page lets run. */
export interface RoomBuild {
  readonly dir: string
  readonly files: readonly string[]
  readonly hashes: readonly string[]
}

/** Reads the list of the built room. Throws 'usage.wrong' where it was not built. */
export async function readRoomBuild(dir: string): Promise<RoomBuild> {
  const text = await readFile(join(dir, 'list.json'), 'utf8').catch((cause: unknown) => {
    throw new SightlineError(
      'usage.wrong',
      `expected the room built for releases in ${dir}: run npm run build`,
      {
        cause,
      },
    )
  })
  const { files, hashes } = List.parse(JSON.parse(text))
  return { dir, files, hashes }
}

export async function copyRoom(folder: ReleaseFolder, { dir, files }: RoomBuild): Promise<void> {
  for (const file of files) await folder.copy(`data/${file}`, join(dir, file))
}

/**
 * What the page may do: run the scripts beside it and those whose text has one of the hashes, show what lies beside it, and ask
 * nobody else for anything.
 */
export function pagePolicy({ hashes }: Pick<RoomBuild, 'hashes'>): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.map(hash => `'sha256-${hash}'`).join(' ')}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
