/** Every file of the repository that is made by the code, and how: written by `npm run golden`, compared by `npm test`. */
import { arrange } from '../app/src/editors/arrangement.ts'
import { editorFormats } from '../app/src/editors/formats.ts'
import { street } from '../test/cases/editors/lines.ts'
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
  ...editorSamples(),
  ...Object.entries(formatSchemas).map(([name, make]) => ({ path: `docs/format/${name}`, make })),
]

/** One scene in each format for editors, to be read by eye, and by `test/cases/editors`. */
function editorSamples(): readonly GoldenFile[] {
  return Object.entries(editorFormats).map(([ending, { files }]) => ({
    path: `test/cases/editors/golden/street.${ending}`,
    make: () => files(arrange(street), { title: 'street', tool: 'sightline' })[0]?.text ?? '',
  }))
}
