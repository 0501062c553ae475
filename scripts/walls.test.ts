import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { root, tools } from './steps.ts'
import { breachesIn, breachOf, importsOf } from './walls.ts'

const refused = [
  ["core/src/sync/a.ts: import { readFile } from 'node:fs/promises'", /nothing of Node/],
  ["core/src/sync/a.ts: import fs from 'fs'", /nothing of Node/],
  ["core/src/sync/a.ts: import * as z from 'zod'", /no package but zod\/mini/],
  ["core/src/sync/a.ts: import { media } from '../../../app/src/media/run.ts'", /outside core/],
  ["core/src/sync/a.ts: import type { Angle } from '@sightline/room/engine'", /outside core/],
  ["core/src/time/a.ts: import { fold } from '../case/fold.ts'", /time imports nothing but errors/],
  ["core/src/case/a.ts: import { solve } from '../sync/solve.ts'", /case imports time/],
  ["core/src/edits/a.ts: import { solve } from '../sync/solve.ts'", /no sibling/],
  ["core/src/edits/a.test.ts: import { solve } from '../sync/solve.ts'", /no sibling/],
  ["core/src/edits/deep/a.ts: export { solve } from '../../sync/solve.ts'", /no sibling/],
  ["core/src/edits/a.ts: export type A = import('../sync/solve.ts').Solved", /no sibling/],
  ['core/src/edits/a.ts: const a = await import(name)', /known before/],
  ["core/src/errors.ts: import { span } from './time/span.ts'", /errors\.ts imports nothing/],
  ["room/src/engine/a.ts: import { open } from '../../../app/src/main.ts'", /never import each other/],
  ["room/src/engine/a.ts: import { open } from '@sightline/app/main'", /never import each other/],
  ["room/src/engine/a.ts: import { join } from 'node:path'", /no Node/],
  ["room/src/engine/a.ts: import { span } from '../../../core/src/time/span.ts'", /by its name/],
  ["app/src/http/a.ts: import { mount } from '../../../room/src/mount.tsx'", /never import each other/],
  ["app/src/http/a.ts: import { spawn } from 'node:child_process'", /starts programs/],
  ["app/src/http/a.ts: const { spawn } = await import('child_process')", /starts programs/],
  ["app/src/http/a.ts: import { DatabaseSync } from 'node:sqlite'", /database/],
  ["app/src/http/a.ts: import { env } from 'node:process'", /environment/],
  ["app/src/verify/a.ts: import { readCase } from '../case/keeper.ts'", /the verifier imports/],
  ["app/src/verify/a.ts: import { fold } from '@sightline/core/case'", /the verifier imports/],
] as const

const welcome = [
  "core/src/time/a.ts: import { assert } from '../errors.ts'",
  "core/src/case/a.ts: import type {\n  CaseMicros,\n  Span,\n} from '../time/index.ts'",
  "core/src/sync/a.ts: import * as z from 'zod/mini'",
  "core/src/sync/a.ts: import { span } from '../time/span.ts'\nimport { recording } from '../case/index.ts'",
  "core/src/sync/a.ts: // import { solve } from '../edits/solve.ts'",
  "core/src/sync/a.test.ts: import { test } from 'node:test'\nimport fc from 'fast-check'",
  "core/src/sync/a.test.ts: import { loadFft } from '../../../app/src/sound/fft.ts'",
  "room/src/engine/a.ts: import { span } from '@sightline/core/time'",
  "app/src/media/run.ts: import { spawn } from 'node:child_process'",
  "app/src/http/a.ts: import { readFile } from 'node:fs/promises'",
  "app/src/verify/a.ts: import { readManifest } from '@sightline/core/release'\nimport { fault } from './faults.ts'",
] as const

function reasonsFor(planted: string): string[] {
  const from = planted.slice(0, planted.indexOf(': '))
  const imports = importsOf(from, planted.slice(from.length + 2))
  return imports.flatMap(found => breachOf(found) ?? [])
}

test('each wall refuses an import planted across it', () => {
  for (const [planted, why] of refused) {
    const reasons = reasonsFor(planted)
    assert.equal(reasons.length, 1, planted)
    assert.match(reasons[0] ?? '', why, planted)
  }
})

test('what a folder needs for its work passes the walls', () => {
  for (const planted of welcome) assert.deepEqual(reasonsFor(planted), [], planted)
})

/** A repository of a few planted files with this project's settings, removed at the end of the test. */
function plant(files: Readonly<Record<string, string>>): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-walls-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const path of ['biome.json', '.gitignore', 'tsconfig.base.json', 'package.json']) {
    copyFileSync(join(root, path), join(folder, path))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

function runTool(tool: readonly string[], args: readonly string[], cwd: string): string {
  const [program = '', ...rest] = tool.map(part => (part.includes('/') ? resolve(root, part) : part))
  const done = spawnSync(program, [...rest, ...args], { cwd, encoding: 'utf8' })
  return done.stdout + done.stderr
}

test('core may not ask for the time, for chance or for the language of the machine', () => {
  using planted = plant({
    'core/src/case/clock.ts': 'export const now = Date.now()\n',
    'core/src/case/chance.ts': 'export const chance = Math.random()\n',
    'core/src/case/parse.ts': "export const date = new Date('2024-01-01T00:00:00Z')\n",
  })
  const paths = ['core/src/case/clock.ts', 'core/src/case/chance.ts', 'core/src/case/parse.ts']
  const found = breachesIn(planted.folder, paths).map(({ from, specifier }) => [from, specifier])
  assert.deepEqual(found, [
    ['core/src/case/clock.ts', 'Date.now'],
    ['core/src/case/chance.ts', 'Math.random'],
  ])
})

test('the linter refuses what the walls cannot see', () => {
  using planted = plant({
    'core/src/time/a.ts': "import { b } from './b.ts'\n\nexport const a = () => b\n",
    'core/src/time/b.ts': "import { a } from './a.ts'\n\nexport const b = () => a\n",
    'app/src/http/env.ts': "export const home = process.env['HOME']\n",
    'app/src/http/float.ts':
      'async function save(): Promise<void> {}\n\nexport function go(): void {\n  save()\n}\n',
    'app/src/http/loose.ts': 'export const loose = (value: any) => value\n',
    'app/src/http/shout.ts': "export const shout = () => console.log('here')\n",
    'app/src/http/every.ts': "export * from './loose.ts'\n",
    'app/src/http/kind.ts': 'export enum Kind {\n  One,\n}\n',
    'room/src/panels/button.tsx': 'export const Go = () => <div onClick={() => {}}>go</div>\n',
  })
  const output = runTool(tools.biome, ['lint', '--colors=off', '--max-diagnostics=100', '.'], planted.folder)
  const rules = [...output.matchAll(/^(\S+?)(?::\d+:\d+)? lint\/\w+\/(\w+)/gm)].map(
    match => `${match[1]} ${match[2]}`,
  )
  for (const expected of [
    'core/src/time/a.ts noImportCycles',
    'core/src/time/b.ts noImportCycles',
    'app/src/http/env.ts noProcessEnv',
    'app/src/http/float.ts noFloatingPromises',
    'app/src/http/loose.ts noExplicitAny',
    'app/src/http/shout.ts noConsole',
    'app/src/http/every.ts noReExportAll',
    'app/src/http/kind.ts noEnum',
    'room/src/panels/button.tsx noStaticElementInteractions',
  ])
    assert.ok(rules.includes(expected), `${expected} is not among:\n${rules.join('\n')}`)
})

test('the compiler knows no Node and no browser in core', () => {
  using planted = plant({
    'core/src/case/a.ts':
      'export const a = [process, fetch, document, WebAssembly, AbortSignal, setTimeout]\n',
  })
  mkdirSync(join(planted.folder, 'core'), { recursive: true })
  copyFileSync(join(root, 'core/tsconfig.json'), join(planted.folder, 'core/tsconfig.json'))
  const output = runTool(tools.tsc, ['-p', 'core'], planted.folder)
  const names = [...output.matchAll(/Cannot find name '(\w+)'/g)].map(match => match[1])
  assert.deepEqual(names, ['process', 'fetch', 'document', 'WebAssembly', 'AbortSignal', 'setTimeout'])
})
