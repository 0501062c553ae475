/** Holds the built room to its weight: what a person on a slow connection has to fetch before anything is shown. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sizes } from './build-room.ts'
import { root, type Step } from './steps.ts'

/** Bytes. The page without media is what a release promises; the script limits keep it from being spent on code. */
const limits = {
  scriptWithoutDecoder: 90_000,
  script: 200_000,
  allScripts: 490_000,
  page: 600_000,
} as const satisfies Partial<Record<keyof Sizes, number>>

const names = {
  scriptWithoutDecoder: 'script of a first load without the decoder (gzip)',
  script: 'script of a first load (gzip)',
  allScripts: 'all script that could ever be fetched (gzip)',
  page: 'page without media',
} as const satisfies Record<keyof typeof limits, string>

export const budget: Step = {
  name: 'size of the room',
  run: () => {
    const sizes = JSON.parse(readFileSync(join(root, 'room/dist/sizes.json'), 'utf8')) as Sizes
    let failures = 0
    for (const key of Object.keys(limits) as (keyof typeof limits)[]) {
      const isOver = sizes[key] > limits[key]
      if (isOver) failures += 1
      console.log(`  ${names[key]}: ${sizes[key]} of ${limits[key]} bytes${isOver ? ', too much' : ''}`)
    }
    if (failures === 0) return { kind: 'passed', tests: 0 }
    for (const [part, bytes] of Object.entries(sizes.parts)) console.log(`    ${part}: ${bytes}`)
    return { kind: 'failed', tests: 0, failures }
  },
}
