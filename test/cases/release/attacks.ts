// Ways to tamper with a release, each as somebody would who has the folder and not the key.
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { newSigningKey } from '../../../app/src/release/key-file.ts'
import { sealText } from '../../../app/src/release/seal.ts'

/** What an attacker has at hand beside the folder that is attacked. */
export interface Kit {
  /** An earlier version of the same release, sealed with the same key. */
  readonly earlier: string
  /** Another release, sealed with the same key. */
  readonly other: string
  /** A stamp over a message by the attacker's own authority. */
  stampByAnother(message: Uint8Array): Buffer
  /** A signature by the very key of the release, made for another use. */
  signFor(namespace: string, message: Uint8Array): string
}

export interface Attack {
  readonly name: string
  readonly run: (root: string, kit: Kit) => void
  /** Codes of which the verifier must name at least one. */
  readonly expect: readonly string[]
  /** Set where stock tools pass over it: only the verifier asks for the exact form of a seal. */
  readonly isUnseenByStock?: boolean
}

const log = 'custody/log.jsonl'
const tagManifest = 'tagmanifest-sha256.txt'
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const linesOf = (root: string) => readFileSync(join(root, log), 'utf8').trimEnd().split('\n')
const writeLines = (root: string, lines: readonly string[]) =>
  writeFileSync(join(root, log), `${lines.join('\n')}\n`)

/** Changes one bit of a file. */
export function flip(root: string, path: string, at: number): void {
  const bytes = readFileSync(join(root, path))
  bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1
  writeFileSync(join(root, path), bytes)
}

/** Changes a text; `to` may be made from what it takes the place of. */
export function edit(
  root: string,
  path: string,
  from: string | RegExp,
  to: string | ((found: string) => string),
): void {
  const file = join(root, path)
  const before = readFileSync(file, 'utf8')
  const after = typeof to === 'string' ? before.replace(from, to) : before.replace(from, to)
  if (after === before) throw new Error(`nothing to change in ${path}`)
  writeFileSync(file, after)
}

/** Lists every file anew, as whoever made the folder would: all that is left is the seal. */
export function relist(root: string): void {
  const all = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
  const line = (path: string) => `${sha256(readFileSync(join(root, path)))}  ${path}\n`
  const payload = all.filter(path => path.startsWith('data/'))
  const bytes = payload.reduce((sum, path) => sum + readFileSync(join(root, path)).length, 0)
  edit(root, 'bag-info.txt', /Payload-Oxum: .*/, `Payload-Oxum: ${bytes}.${payload.length} `)
  edit(root, 'bag-info.txt', /(Payload-Oxum: \S*) /, '$1')
  writeFileSync(join(root, 'manifest-sha256.txt'), payload.map(line).join(''))
  const tags = all.filter(path => !path.startsWith('data/') && !path.startsWith(tagManifest))
  writeFileSync(join(root, tagManifest), tags.map(line).join(''))
}

/** Chains the log anew from what its lines say of their bodies. */
export function rechain(root: string, bodies: readonly string[]): void {
  let prev = '0'.repeat(64)
  writeLines(
    root,
    bodies.map((body, index) => {
      const line = `{"v":1,"seq":${index + 1},"prev":"${prev}","bodySha256":"${body}"}`
      prev = sha256(line)
      return line
    }),
  )
}

const bodiesIn = (root: string) => linesOf(root).map(line => JSON.parse(line).bodySha256 as string)

/** Signs what is listed with a key of the attacker's own. */
export function resign(root: string): void {
  const key = newSigningKey('attacker')
  writeFileSync(join(root, `${tagManifest}.sig`), sealText(key, readFileSync(join(root, tagManifest))))
}

/** Every attack is made on a fresh copy. */
export const attacks: readonly Attack[] = [
  {
    name: 'one bit of a recording is flipped',
    run: root => flip(root, 'data/media/r1.mp4', 1234),
    expect: ['file-altered'],
  },
  {
    name: 'the last bit of a recording is flipped',
    run: root => flip(root, 'data/media/r2.mp4', 299_999),
    expect: ['file-altered'],
  },
  {
    name: 'two recordings change names',
    run: root => {
      const [a, b, c] = ['data/media/r1.mp4', 'data/media/r2.mp4', 'x'].map(each => join(root, each))
      renameSync(a as string, c as string)
      renameSync(b as string, a as string)
      renameSync(c as string, b as string)
    },
    expect: ['file-altered'],
  },
  {
    name: 'a recording is cut short',
    run: root => truncateSync(join(root, 'data/media/r1.mp4'), 60_000),
    expect: ['file-altered'],
  },
  {
    name: 'a recording is emptied',
    run: root => truncateSync(join(root, 'data/media/r1.mp4'), 0),
    expect: ['file-altered'],
  },
  {
    name: 'a byte is put behind a recording',
    run: root => appendFileSync(join(root, 'data/media/r1.mp4'), ' '),
    expect: ['file-altered'],
  },
  {
    name: 'a recording is taken away',
    run: root => unlinkSync(join(root, 'data/media/r2.mp4')),
    expect: ['file-missing'],
  },
  {
    name: 'the folder of all recordings is taken away',
    run: root => rmSync(join(root, 'data/media'), { recursive: true }),
    expect: ['file-missing'],
  },
  {
    name: 'a file is added to the payload',
    run: root => writeFileSync(join(root, 'data/media/r3.mp4'), 'another'),
    expect: ['file-extra'],
  },
  {
    name: 'a file is hidden at the root',
    run: root => writeFileSync(join(root, 'README.txt'), 'read me'),
    expect: ['file-extra'],
  },
  {
    name: 'a hidden file is put at the root',
    run: root => writeFileSync(join(root, '.DS_Store'), 'x'),
    expect: ['file-extra'],
  },
  {
    name: 'a hidden folder is put into the payload',
    run: root => {
      mkdirSync(join(root, 'data/.git'))
      writeFileSync(join(root, 'data/.git/config'), 'x')
    },
    expect: ['file-extra'],
  },
  {
    name: 'an empty folder is added',
    run: root => mkdirSync(join(root, 'data/more')),
    expect: ['empty-folder'],
  },
  {
    name: 'a file is added among the bodies of the log',
    run: root => writeFileSync(join(root, 'custody/bodies/000099.json'), '{}'),
    expect: ['file-extra'],
  },
  {
    name: 'a recording is replaced by a link to the same bytes elsewhere',
    run: (root, { other }) => {
      unlinkSync(join(root, 'data/media/r1.mp4'))
      symlinkSync(join(other, 'data/media/r1.mp4'), join(root, 'data/media/r1.mp4'))
    },
    expect: ['not-a-file'],
  },
  {
    name: 'a folder is replaced by a link to a folder with the same files',
    run: (root, { other }) => {
      rmSync(join(root, 'data/exports'), { recursive: true })
      symlinkSync(join(other, 'data/exports'), join(root, 'data/exports'))
    },
    expect: ['not-a-file'],
  },
  {
    name: 'a file stands beside another that differs in case only',
    run: root => copyFileSync(join(root, 'data/app.js'), join(root, 'data/App.js')),
    expect: ['same-but-for-case'],
  },
  {
    name: 'a file with a line feed in its name is added',
    run: root => writeFileSync(join(root, 'data/a\nb.txt'), 'x'),
    expect: ['odd-name'],
  },
  {
    name: 'a file whose name turns the reading direction is added',
    run: root => writeFileSync(join(root, 'data/r1\u202e4pm.exe'), 'x'),
    expect: ['odd-name'],
  },
  {
    name: 'the page is altered and its hash in the list with it',
    run: root => {
      const before = sha256(readFileSync(join(root, 'data/index.html')))
      edit(root, 'data/index.html', 'Facts.', 'Other facts.')
      edit(root, 'manifest-sha256.txt', before, sha256(readFileSync(join(root, 'data/index.html'))))
    },
    expect: ['file-altered'],
  },
  {
    name: 'a recording is altered and both lists are made anew',
    run: root => {
      flip(root, 'data/media/r1.mp4', 5)
      relist(root)
    },
    expect: ['signature-bad'],
  },
  {
    name: 'a file is added and both lists are made anew',
    run: root => {
      writeFileSync(join(root, 'data/media/r3.mp4'), 'another')
      relist(root)
    },
    expect: ['signature-bad'],
  },
  {
    name: 'a recording is taken away, and out of the list',
    run: root => {
      unlinkSync(join(root, 'data/media/r2.mp4'))
      edit(root, 'manifest-sha256.txt', /^.*r2\.mp4\n/m, '')
    },
    expect: ['file-altered'],
  },
  {
    name: 'everything is made anew and sealed with another key',
    run: root => {
      flip(root, 'data/media/r1.mp4', 5)
      relist(root)
      resign(root)
    },
    expect: ['signer-unknown'],
  },
  {
    name: 'nothing is altered, but it is sealed with another key',
    run: root => resign(root),
    expect: ['signer-unknown'],
  },
  {
    name: 'the seal of another release is put here',
    run: (root, { other }) =>
      copyFileSync(join(other, `${tagManifest}.sig`), join(root, `${tagManifest}.sig`)),
    expect: ['signature-bad'],
  },
  {
    name: 'the seal is taken away',
    run: root => unlinkSync(join(root, `${tagManifest}.sig`)),
    expect: ['signature-missing'],
  },
  {
    name: 'a bit of the seal is flipped',
    run: root => flip(root, `${tagManifest}.sig`, 200),
    expect: ['signature-bad'],
  },
  {
    name: 'everything is made anew, sealed with another key, and stamped by another authority',
    run: (root, { stampByAnother }) => {
      flip(root, 'data/media/r1.mp4', 5)
      relist(root)
      resign(root)
      writeFileSync(join(root, `${tagManifest}.tsr`), stampByAnother(readFileSync(join(root, tagManifest))))
    },
    expect: ['stamp-untrusted'],
  },
  {
    name: 'it is stamped anew by another authority',
    run: (root, { stampByAnother }) =>
      writeFileSync(join(root, `${tagManifest}.tsr`), stampByAnother(readFileSync(join(root, tagManifest)))),
    expect: ['stamp-untrusted'],
  },
  {
    name: 'the stamp of another release is put here',
    run: (root, { other }) =>
      copyFileSync(join(other, `${tagManifest}.tsr`), join(root, `${tagManifest}.tsr`)),
    expect: ['stamp-bad'],
  },
  {
    name: 'the stamp is taken away',
    run: root => unlinkSync(join(root, `${tagManifest}.tsr`)),
    expect: ['stamp-missing'],
  },
  {
    name: 'the stamp is cut short',
    run: root => truncateSync(join(root, `${tagManifest}.tsr`), 300),
    expect: ['stamp-bad'],
  },
  {
    name: 'what an entry of the log says is altered',
    run: root => edit(root, 'custody/bodies/000003.json', 'what happened', 'what really happened'),
    expect: ['log-body', 'file-altered'],
  },
  {
    name: 'what an entry says is altered, and lists are made anew',
    run: root => {
      edit(root, 'custody/bodies/000003.json', 'what happened', 'what really happened')
      relist(root)
    },
    expect: ['log-body'],
  },
  {
    name: 'what an entry says is altered, its line and all after it and the lists are made anew, and another key seals it',
    run: root => {
      edit(root, 'custody/bodies/000003.json', 'what happened', 'what really happened')
      const bodies = [...bodiesIn(root)]
      bodies[2] = sha256(readFileSync(join(root, 'custody/bodies/000003.json')))
      rechain(root, bodies)
      relist(root)
      resign(root)
    },
    expect: ['log-not-extended'],
  },
  {
    name: 'what an entry says is taken away, and out of the list',
    run: root => {
      unlinkSync(join(root, 'custody/bodies/000003.json'))
      relist(root)
    },
    expect: ['log-body'],
  },
  {
    name: 'a line of the log is dropped',
    run: root => writeLines(root, linesOf(root).toSpliced(3, 1)),
    expect: ['log-broken'],
  },
  {
    name: 'a line of the log is dropped, and lists are made anew',
    run: root => {
      writeLines(root, linesOf(root).toSpliced(3, 1))
      relist(root)
    },
    expect: ['log-broken'],
  },
  {
    name: 'an entry is dropped, the log chained and the lists made anew',
    run: root => {
      const bodies = bodiesIn(root).toSpliced(3, 1)
      rechain(root, bodies)
      relist(root)
    },
    expect: ['log-not-extended'],
  },
  {
    name: 'two lines of the log change places',
    run: root => {
      const lines = linesOf(root)
      writeLines(root, lines.with(2, lines[3] as string).with(3, lines[2] as string))
      relist(root)
    },
    expect: ['log-broken'],
  },
  {
    name: 'the end of the log is cut off',
    run: root => writeLines(root, linesOf(root).slice(0, -2)),
    expect: ['log-not-extended'],
  },
  {
    name: 'the end of the log is cut off with its bodies, and lists are made anew',
    run: root => {
      const { length } = linesOf(root)
      writeLines(root, linesOf(root).slice(0, -1))
      unlinkSync(join(root, `custody/bodies/${String(length).padStart(6, '0')}.json`))
      relist(root)
    },
    expect: ['log-not-extended'],
  },
  {
    name: 'the last line of the log loses its line feed',
    run: root => {
      truncateSync(join(root, log), readFileSync(join(root, log)).length - 1)
      relist(root)
    },
    expect: ['log-broken'],
  },
  {
    name: 'an entry is put behind the log, with a body, and lists are made anew',
    run: root => {
      const body = '{"v":1,"salt":"00000000000000000000000000000000","at":"2031-05-03T09:00:00.000Z"}'
      const bodies = bodiesIn(root)
      writeFileSync(join(root, `custody/bodies/${String(bodies.length + 1).padStart(6, '0')}.json`), body)
      rechain(root, [...bodies, sha256(body)])
      relist(root)
    },
    expect: ['log-disagrees'],
  },
  {
    name: 'the whole log of another release is put here',
    run: (root, { other }) => {
      rmSync(join(root, 'custody'), { recursive: true })
      cpSync(join(other, 'custody'), join(root, 'custody'), { recursive: true })
    },
    expect: ['log-not-extended'],
  },
  {
    name: 'the earlier version is put in place of this one',
    run: (root, { earlier }) => {
      rmSync(root, { recursive: true })
      cpSync(earlier, root, { recursive: true })
    },
    expect: ['log-not-extended'],
  },
  {
    name: 'the earlier version is put here with the number of this one, and lists are made anew',
    run: (root, { earlier }) => {
      rmSync(root, { recursive: true })
      cpSync(earlier, root, { recursive: true })
      edit(root, 'release.json', '"version": 1', '"version": 2')
      relist(root)
    },
    expect: ['signature-bad'],
  },
  {
    name: 'release.json says that there is no stamp, and the stamp is taken away',
    run: root => {
      edit(root, 'release.json', /"timestamp": ".*"/, '"timestamp": null')
      unlinkSync(join(root, `${tagManifest}.tsr`))
    },
    expect: ['stamp-missing'],
  },
  {
    name: 'release.json says that a body is withheld, and the body is taken away',
    run: root => {
      edit(root, 'release.json', /"withheld": \[\s+\[/, '"withheld": [[3, 3], [')
      unlinkSync(join(root, 'custody/bodies/000003.json'))
      relist(root)
    },
    expect: ['signature-bad'],
  },
  {
    name: 'release.json is taken away, and out of the list',
    run: root => {
      unlinkSync(join(root, 'release.json'))
      relist(root)
    },
    expect: ['file-missing'],
  },
  {
    name: 'the list of the payload is emptied',
    run: root => truncateSync(join(root, 'manifest-sha256.txt'), 0),
    expect: ['file-extra', 'file-altered'],
  },
  {
    name: 'the signed list is taken away with seal and stamp',
    run: root => {
      for (const name of readdirSync(root)) if (name.startsWith(tagManifest)) unlinkSync(join(root, name))
    },
    expect: ['file-missing'],
  },
  {
    name: 'VERIFY.txt gives another fingerprint',
    run: root => edit(root, 'VERIFY.txt', /SHA256:.{43}/, `SHA256:${'A'.repeat(43)}`),
    expect: ['file-altered'],
  },
  {
    name: 'a line of the list is given twice, and the seal made by another key',
    run: root => {
      const list = readFileSync(join(root, tagManifest), 'utf8')
      writeFileSync(join(root, tagManifest), `${list.split('\n')[0]}\n${list}`)
      resign(root)
    },
    expect: ['manifest-malformed'],
  },
]
