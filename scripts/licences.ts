/** The list of everything others wrote that runs or ships with Sightline, made from the lock file: docs/licences.md. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly link?: boolean
}

export interface Licensed {
  readonly name: string
  readonly version: string
  readonly licence: string
}

/** Licences under which Sightline may be passed on without asking; a new one is added here by a person who has read it. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
])

/** Tools of development that npm cannot mark as such: it knows them as optional, so that each machine gets only its own. */
const isTool = (name: string) => name.startsWith('@biomejs/')

/** Whether an SPDX expression can be met: one of the choices of an OR, all parts of an AND. */
export function isAllowed(licence: string): boolean {
  const expression = licence.replace(/^\((.*)\)$/, '$1')
  if (expression.includes(' OR ')) return expression.split(' OR ').some(isAllowed)
  return expression.split(' AND ').every(part => allowed.has(part.trim()))
}

/** The run-time packages of a lock file, those only another machine installs included, sorted by name and version. */
export function licensedPackages(packages: Readonly<Record<string, LockedPackage>>): Licensed[] {
  const found = new Map<string, Licensed>()
  for (const [path, { version, license, dev, devOptional, link }] of Object.entries(packages)) {
    const name = /.*node_modules\/(.+)$/.exec(path)?.[1]
    if (name === undefined || dev || devOptional || link || isTool(name)) continue
    found.set(`${name}@${version}`, { name, version: version ?? 'unknown', licence: license ?? 'unknown' })
  }
  return [...found.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))
}

/** The run-time packages this checkout is locked to. */
export function packagesOf(root: string): Licensed[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>
  }
  return licensedPackages(lock.packages)
}

/** The page for people, in Markdown. */
export function licencePage(packages: readonly Licensed[]): string {
  const rows = packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)
  return `# Licences of what runs or ships with Sightline

Made by \`npm run golden\` from the lock file; do not edit. Sightline itself is under Apache-2.0 (\`LICENSE\`). The text of each
licence lies beside its package in \`node_modules\`. The fonts IBM Plex Sans and IBM Plex Mono (the \`@fontsource\` packages) are
copied into the built room; the other packages of the room are bundled into its script. FFmpeg, Chromium and bubblewrap are
programs of the operating system: Sightline calls the first and the last, tests with the second, and ships none of them.
The weights of the network that finds speech are those of Silero VAD 5 (Silero Team, MIT): \`app/src/listening/silero-5.licence.txt\`.

| Package | Version | Licence |
|---|---|---|
${rows.join('\n')}
`
}
