// `sightline listen`: reading the sources of the whole program takes as long as decoding four minutes of sound. Where set-up built
// listening into one file, and nothing it was built from is newer, that file hears a single recording; else the whole program does.
import { isCurrent } from './quick-built.ts'

const code = isCurrent('listen.mjs', 'listen-sources.json') ? await listenQuickly() : null
if (code === null) await import('./main.ts')
else process.exitCode = code

/** @returns {Promise<number | null>} */
async function listenQuickly() {
  const { listenQuickly } = await import(new URL('../../dist/quick/listen.mjs', import.meta.url).href)
  return await listenQuickly(process.argv.slice(3))
}
