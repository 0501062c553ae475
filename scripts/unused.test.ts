import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { unusedIn } from './unused.ts'

test('a file nothing leads to and a value nothing names are found; schemas and test helpers are not', t => {
  const root = mkdtempSync(join(tmpdir(), 'sightline-unused-'))
  t.after(() => rmSync(root, { recursive: true }))
  const files = {
    'app/src/main.ts': "import { used } from './http/used.ts'\nused()\n",
    'app/src/http/used.ts': 'export function used() {}\nexport function left() {}\n',
    'app/src/http/schema.ts': 'export const Noun = z.string()\nexport type Noun = z.infer<typeof Noun>\n',
    'app/src/http/schema.test.ts': "import './schema.ts'\n",
    'app/src/http/lost.ts': "import { used } from './used.ts'\nused()\n",
    'core/src/time/index.ts': "export { forgotten } from './forgotten.ts'\n",
    'core/src/time/forgotten.ts': 'export const forgotten = 1\n',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  assert.deepEqual(unusedIn(root, Object.keys(files)), [
    'app/src/http/lost.ts is not used by anything',
    'app/src/http/used.ts exports left, which nothing uses',
    'core/src/time/forgotten.ts exports forgotten, which nothing uses',
  ])
})
