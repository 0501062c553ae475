/** Every file of the repository that is made by the code, and how: written by `npm run golden`, compared by `npm test`. */
import { formatSchemas } from './format-schemas.ts'
import { licencePage, packagesOf } from './licences.ts'
import { root } from './steps.ts'

export interface GoldenFile {
  /** Path from the repository's root. */
  readonly path: string
  readonly make: () => string | Promise<string>
}

export const goldenFiles: readonly GoldenFile[] = [
  { path: 'docs/licences.md', make: () => licencePage(packagesOf(root)) },
  ...Object.entries(formatSchemas).map(([name, make]) => ({ path: `docs/format/${name}`, make })),
]
