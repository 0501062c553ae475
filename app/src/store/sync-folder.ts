import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** Waits until the names in a folder are on the disk: without it a new name can be lost in a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
