/** Builds the verifier of releases into one file, dist/sightline-verify.mjs, that runs on Node.js 20 or later with nothing beside it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildSync } from 'esbuild'
import { root } from './steps.ts'

/** Writes the program and gives its path. It is not minified: whoever relies on it should be able to read it. */
export function buildVerifier(path: string = join(root, 'dist/sightline-verify.mjs')): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: ['app/src/verify/standalone.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    legalComments: 'inline',
    logLevel: 'error',
  })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, outputFiles[0]?.contents ?? '')
  return path
}

if (import.meta.main) console.error(`verifier: ${buildVerifier()}`)
