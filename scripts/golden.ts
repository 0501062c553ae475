/** `npm run golden`: writes every generated file anew. Read the change before committing it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { goldenFiles } from './golden-files.ts'
import { root } from './steps.ts'

for (const { path, make } of goldenFiles) {
  const file = join(root, path)
  const text = await make()
  if (text === current(file)) continue
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`written: ${path}`)
}

function current(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
