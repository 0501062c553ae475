// Further ways to tamper, thought of apart from `attacks.ts`: by the forms of names, lists, lines and seals rather than by what is changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
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
import { type Attack, edit, relist, resign } from './attacks.ts'

const manifest = 'manifest-sha256.txt'
const tagManifest = 'tagmanifest-sha256.txt'
const signature = `${tagManifest}.sig`
const stamp = `${tagManifest}.tsr`
const log = 'custody/log.jsonl'
const body = 'custody/bodies/000003.json'

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')
const write = (root: string, path: string, text: string | Uint8Array) => writeFileSync(join(root, path), text)

/** Puts one file, and everything that lists files, right again as far as the attacker can. */
function relistAndResign(root: string): void {
  relist(root)
  resign(root)
}

/** The signed list says of a file what it holds now, and another key signs it. */
function listAnew(root: string, path: string): void {
  edit(
    root,
    tagManifest,
    new RegExp(`^[0-9a-f]{64}(?=  ${path.replaceAll('.', '\\.')}$)`, 'm'),
    sha256(read(root, path)),
  )
  resign(root)
}

const added = (name: string, path: string): Attack => ({
  name: `${name} is put into the folder`,
  run: root => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    write(root, path, 'x')
  },
  expect: ['file-extra'],
})

export const attacksByForm: readonly Attack[] = [
  added('a file that a Macintosh leaves', 'data/media/.DS_Store'),
  added('a shadow file of a Macintosh', 'data/media/._r1.mp4'),
  added('a file that Windows leaves', 'data/Thumbs.db'),
  added('a folder of thrown away files', 'data/.Trash-1000/files/r1.mp4'),
  added('a second list of another hash', 'manifest-md5.txt'),
  added('a list of files to fetch elsewhere', 'fetch.txt'),
  added('the page with a language in its name, as some servers answer', 'data/index.html.en'),
  added('a rule for a web server', 'data/.htaccess'),
  added('a body under a shorter number', 'custody/bodies/3.json'),
  added('a body under a longer number', 'custody/bodies/0000003.json'),
  {
    name: 'two files whose names are one when their accents are put together are added and listed',
    run: root => {
      write(root, 'data/caf\u00e9.txt', 'x')
      write(root, 'data/cafe\u0301.txt', 'y')
      relistAndResign(root)
    },
    expect: ['odd-name'],
  },
  {
    name: 'a file whose name is like that of the page, in letters of another script',
    run: root => copyFileSync(join(root, 'data/index.html'), join(root, 'data/ind\u0435x.html')),
    expect: ['odd-name'],
  },
  {
    name: 'a file that Windows would hide behind another',
    run: root => write(root, 'data/index.html:other', 'x'),
    expect: ['odd-name'],
  },
  {
    name: 'a recording is replaced by a file of the same size that holds nothing',
    run: root => {
      truncateSync(join(root, 'data/media/r1.mp4'), 0)
      truncateSync(join(root, 'data/media/r1.mp4'), 70_000)
    },
    expect: ['file-altered'],
  },
  {
    name: 'a recording is replaced by a folder of its name',
    run: root => {
      unlinkSync(join(root, 'data/media/r1.mp4'))
      mkdirSync(join(root, 'data/media/r1.mp4'))
      write(root, 'data/media/r1.mp4/r1.mp4', 'x')
    },
    expect: ['not-a-file'],
  },
  {
    name: 'a recording is replaced by a pipe, which would wait for ever',
    run: root => {
      unlinkSync(join(root, 'data/media/r1.mp4'))
      execFileSync('mkfifo', [join(root, 'data/media/r1.mp4')])
    },
    expect: ['not-a-file'],
  },
  {
    name: 'the log is replaced by a pipe',
    run: root => {
      unlinkSync(join(root, log))
      execFileSync('mkfifo', [join(root, log)])
    },
    expect: ['not-a-file'],
  },
  {
    name: 'release.json is replaced by a pipe',
    run: root => {
      unlinkSync(join(root, 'release.json'))
      execFileSync('mkfifo', [join(root, 'release.json')])
    },
    expect: ['not-a-file'],
  },
  {
    name: 'a link leads back into the folder itself',
    run: root => symlinkSync('..', join(root, 'data/again')),
    expect: ['not-a-file'],
  },
  {
    name: 'the seal is replaced by a link to the same seal elsewhere',
    run: (root, { other }) => {
      renameSync(join(root, signature), join(other, 'seal-elsewhere'))
      symlinkSync(join(other, 'seal-elsewhere'), join(root, signature))
    },
    expect: ['not-a-file'],
  },
  {
    name: 'the payload is put into an archive, and listed as that',
    run: root => {
      execFileSync('tar', ['-cf', join(root, 'payload.tar'), '-C', root, 'data'])
      rmSync(join(root, 'data'), { recursive: true })
      mkdirSync(join(root, 'data'))
      renameSync(join(root, 'payload.tar'), join(root, 'data/payload.tar'))
      relistAndResign(root)
    },
    expect: ['file-missing'],
  },
  {
    name: 'the signed list begins with a mark of byte order',
    run: root => {
      write(root, tagManifest, `\ufeff${read(root, tagManifest)}`)
      resign(root)
    },
    expect: ['manifest-malformed'],
  },
  {
    name: 'lines of the list of the payload end as on Windows',
    run: root => {
      write(root, manifest, read(root, manifest).replaceAll('\n', '\r\n'))
      listAnew(root, manifest)
    },
    expect: ['manifest-malformed'],
  },
  {
    name: 'a line of the list of the payload is given twice, with two hashes',
    run: root => {
      const text = read(root, manifest)
      write(root, manifest, `${text}${'0'.repeat(64)}${text.split('\n')[0]?.slice(64)}\n`)
      listAnew(root, manifest)
    },
    expect: ['manifest-malformed'],
  },
  {
    name: 'a hash in the list stands in capitals',
    run: root => {
      edit(root, manifest, /^[0-9a-f]{64}/, hash => hash.toUpperCase())
      listAnew(root, manifest)
    },
    expect: ['manifest-malformed'],
  },
  {
    name: 'the list names a file outside the folder',
    run: root => {
      write(root, '../outside.txt', 'x')
      write(root, manifest, `${sha256('x')}  data/../../outside.txt\n${read(root, manifest)}`)
      listAnew(root, manifest)
    },
    expect: ['file-missing'],
  },
  {
    name: 'the list of the payload names a file of the custody log',
    run: root => {
      write(root, manifest, `${sha256(read(root, log))}  ${log}\n${read(root, manifest)}`)
      listAnew(root, manifest)
    },
    expect: ['manifest-misplaced'],
  },
  {
    name: 'the signed list names its own seal',
    run: root => {
      write(root, tagManifest, `${read(root, tagManifest)}${sha256(read(root, signature))}  ${signature}\n`)
      resign(root)
    },
    expect: ['manifest-misplaced'],
  },
  {
    name: 'the signed list is emptied, and signed by another key',
    run: root => {
      write(root, tagManifest, '')
      resign(root)
    },
    expect: ['file-extra'],
  },
  {
    name: 'bagit.txt says an older version, and lists are made anew',
    run: root => {
      edit(root, 'bagit.txt', '1.0', '0.97')
      relistAndResign(root)
    },
    expect: ['bag-malformed'],
  },
  {
    name: 'bag-info.txt promises fewer files, and the list is made anew',
    run: root => {
      edit(root, 'bag-info.txt', /\.(\d+)$/m, '.1')
      listAnew(root, 'bag-info.txt')
    },
    expect: ['document-disagrees'],
  },
  {
    name: 'release.json is as deep as memory allows',
    run: root => {
      write(root, 'release.json', `${'['.repeat(200_000)}${']'.repeat(200_000)}`)
      relistAndResign(root)
    },
    expect: ['document-malformed'],
  },
  {
    name: 'release.json says another signer first and the true one after',
    run: root => {
      edit(root, 'release.json', '"signer":', `"signer": null,\n  "signer":`)
      relistAndResign(root)
    },
    expect: ['signer-disagrees'],
  },
  {
    name: 'release.json names things that no release has',
    run: root => {
      edit(root, 'release.json', '"v": 1', '"v": 1,\n  "__proto__": {"signer": null},\n  "trusted": true')
      relistAndResign(root)
    },
    expect: ['document-malformed'],
  },
  {
    name: 'what an entry says is shown under another salt, and lists are made anew',
    run: root => {
      edit(root, body, /"salt":"[0-9a-f]+"/, `"salt":"${'f'.repeat(32)}"`)
      relistAndResign(root)
    },
    expect: ['log-body'],
  },
  {
    name: 'what an entry says that is withheld is shown, made up',
    run: root => {
      copyFileSync(join(root, body), join(root, 'custody/bodies/000002.json'))
      relistAndResign(root)
    },
    expect: ['log-body'],
  },
  {
    name: 'a line of the log is repeated',
    run: root => {
      edit(root, log, /^(.*\n)/, '$1$1')
      relistAndResign(root)
    },
    expect: ['log-broken'],
  },
  {
    name: 'keys of a line of the log change places',
    run: root => {
      edit(root, log, /"v":1,("seq":3),/, '$1,"v":1,')
      relistAndResign(root)
    },
    expect: ['log-broken'],
  },
  {
    name: 'a number in the log is written otherwise',
    run: root => {
      edit(root, log, '"seq":3,', '"seq":3.0,')
      relistAndResign(root)
    },
    expect: ['log-broken'],
  },
  {
    name: 'lines of the log end as on Windows',
    run: root => {
      write(root, log, read(root, log).replaceAll('\n', '\r\n'))
      relistAndResign(root)
    },
    expect: ['log-broken'],
  },
  {
    name: 'the log is one line without an end',
    run: root => {
      write(root, log, Buffer.alloc(3_000_000, 'a'))
      relistAndResign(root)
    },
    expect: ['log-broken'],
  },
  {
    name: 'the log and all its bodies are taken away, and the release says that it has none',
    run: root => {
      rmSync(join(root, 'custody/bodies'), { recursive: true })
      write(root, log, '')
      edit(root, 'release.json', /"length": \d+/, '"length": 0')
      relistAndResign(root)
    },
    expect: ['log-not-extended'],
  },
  {
    name: 'the seal was made with the key for something else',
    run: (root, { signFor }) =>
      write(root, signature, signFor('file', readFileSync(join(root, tagManifest)))),
    expect: ['signature-bad'],
  },
  {
    name: 'another seal stands before the true one',
    run: root => {
      const own = sealText(newSigningKey('attacker'), readFileSync(join(root, tagManifest)))
      write(root, signature, own + read(root, signature))
    },
    expect: ['signature-bad'],
  },
  {
    name: 'another seal stands behind the true one',
    run: root =>
      appendFileSync(
        join(root, signature),
        sealText(newSigningKey('attacker'), readFileSync(join(root, tagManifest))),
      ),
    expect: ['signature-bad'],
    isUnseenByStock: true,
  },
  {
    name: 'words stand behind the seal',
    run: root => appendFileSync(join(root, signature), 'checked by an office\n'),
    expect: ['signature-bad'],
    isUnseenByStock: true,
  },
  {
    name: 'words stand behind the time stamp',
    run: root => appendFileSync(join(root, stamp), 'checked by an office\n'),
    expect: ['stamp-bad'],
    isUnseenByStock: true,
  },
  {
    name: 'the time in the stamp is another',
    run: root => {
      const bytes = readFileSync(join(root, stamp))
      // GeneralizedTime: tag 0x18, fifteen characters, such as 20310503090000Z.
      const at = bytes.findIndex(
        (byte, index) => byte === 0x18 && bytes[index + 1] === 15 && bytes[index + 16] === 0x5a,
      )
      bytes[at + 5] = bytes[at + 5] === 0x31 ? 0x32 : 0x31
      write(root, stamp, bytes)
    },
    expect: ['stamp-bad'],
  },
  {
    name: 'the signed list is replaced by a pipe',
    run: root => {
      rmSync(join(root, tagManifest))
      execFileSync('mkfifo', [join(root, tagManifest)])
    },
    expect: ['not-a-file'],
  },
  {
    name: 'a file stands where the folder of the log was',
    run: root => {
      rmSync(join(root, 'custody'), { recursive: true })
      write(root, 'custody', 'no folder\n')
    },
    expect: ['file-missing'],
  },
  {
    name: 'the signed list is replaced by a link to itself',
    run: root => {
      rmSync(join(root, tagManifest))
      symlinkSync(tagManifest, join(root, tagManifest))
    },
    expect: ['not-a-file'],
  },
  {
    name: 'bagit.txt is larger than anything that is read, and lists are made anew and signed by another key',
    run: root => {
      truncateSync(join(root, 'bagit.txt'), 2 ** 29)
      relistAndResign(root)
    },
    expect: ['file-unreadable'],
  },
  {
    name: 'the stamp is another kind of file',
    run: root => write(root, stamp, 'stamped\n'),
    expect: ['stamp-bad'],
  },
]
