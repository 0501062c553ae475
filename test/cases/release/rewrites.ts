// Tampering by somebody who knows the format: one element of one file is written anew, and then tracks are covered so far.
import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { rechain, relist, resign } from './attacks.ts'

/** How far tracks are covered: not at all, by new lists, by a new chain and new lists, and by a signature of the attacker's own. */
export const covers = ['none', 'lists', 'chain', 'signature'] as const
export type Cover = (typeof covers)[number]

export interface Rewrite {
  readonly what: string
  readonly cover: Cover
}

type Pick = <T>(from: readonly T[]) => T

const log = 'custody/log.jsonl'
const tagManifest = 'tagmanifest-sha256.txt'
const seals = [`${tagManifest}.sig`, `${tagManifest}.tsr`] as const

/** Rewrites a release in one random way. `random` gives [0, 1); null where that came to the same bytes and names. */
export function rewrite(root: string, random: () => number): Rewrite | null {
  const pick: Pick = from => from[Math.floor(random() * from.length)] as never
  const before = snapshot(root)
  const cover = pick(covers)
  const change = pick(Object.entries(changes))
  const how = change[1](root, pick)
  const what = `${change[0]}: ${how}`
  // Whoever keeps a seal that no longer fits gains nothing by covering; what is broken beyond reading cannot be covered.
  if (cover !== 'none' && change[0] !== 'seal') {
    try {
      if (cover === 'chain')
        rechain(root, readFileSync(join(root, log), 'utf8').match(/(?<="bodySha256":")[0-9a-f]{64}/g) ?? [])
      relist(root)
      if (cover === 'signature') resign(root)
    } catch {
      return snapshot(root) === before ? null : { what: `${what}, covering failed`, cover: 'none' }
    }
  }
  return snapshot(root) === before ? null : { what, cover }
}

/** What a text can be turned into that looks or reads alike, or breaks a reader that is not strict. */
const turns: Readonly<Record<string, (text: string, pick: Pick) => string>> = {
  'carriage returns': text => text.replaceAll('\n', '\r\n'),
  'a mark of byte order': text => `\ufeff${text}`,
  'no last line feed': text => text.replace(/\n$/, ''),
  'an empty line at the end': text => `${text}\n`,
  'a blank at the end': text => `${text} `,
  'a NUL at the end': text => `${text}\0`,
  'one letter of another script': text =>
    text.replace(/[aceop]/, each => ({ a: 'а', c: 'с', e: 'е', o: 'о', p: 'р' })[each] ?? each),
  'a letter with its accent apart': text => text.replace(/e/, 'e\u0301'),
  capitals: (text, pick) => changeLine(text, pick, line => line.toUpperCase()),
  'a line twice': (text, pick) => changeLine(text, pick, line => `${line}\n${line}`),
  'a line less': (text, pick) => changeLine(text, pick, () => null),
  'two lines changed about': (text, pick) => {
    const lines = text.split('\n')
    const [a, b] = [pick([...lines.keys()]), pick([...lines.keys()])]
    const held = lines[a] as string
    lines[a] = lines[b] as string
    lines[b] = held
    return lines.join('\n')
  },
  'a blank more': (text, pick) => changeLine(text, pick, line => line.replace(/[ :,]/, '$& ')),
  'a tab for a blank': (text, pick) => changeLine(text, pick, line => line.replace(/ +/, '\t')),
  'one digit more': (text, pick) => changeLine(text, pick, line => line.replace(/\d(?=\D|$)/, '$&0')),
  'a zero before a number': (text, pick) =>
    changeLine(text, pick, line => line.replace(/(?<![\w.])\d/, '0$&')),
  'a number as a fraction': (text, pick) =>
    changeLine(text, pick, line => line.replace(/(?<=":\s?)\d+/, '$&.0')),
  'a number in tens': (text, pick) => changeLine(text, pick, line => line.replace(/(?<=":\s?)\d+/, '$&e0')),
  'a number past all counting': (text, pick) =>
    changeLine(text, pick, line => line.replace(/(?<=":\s?)\d+/, '1e400')),
  'a name twice': (text, pick) =>
    changeLine(text, pick, line => line.replace(/("\w+":)([^,}]+)/, '$1$2,$1$2')),
  'a name more': (text, pick) => changeLine(text, pick, line => line.replace(/\{/, '{"x":1,')),
  'null for a value': (text, pick) =>
    changeLine(text, pick, line => line.replace(/(?<=":\s?)"[^"]*"/, 'null')),
  'an escape for a letter': (text, pick) =>
    changeLine(text, pick, line =>
      line.replace(/(?<=": ?")[a-z]/, each => `\\u00${each.charCodeAt(0).toString(16)}`),
    ),
}

function changeLine(text: string, pick: Pick, to: (line: string) => string | null): string {
  const lines = text.split('\n')
  const at = pick([...lines.keys()])
  const line = to(lines[at] as string)
  if (line === null) lines.splice(at, 1)
  else lines[at] = line
  return lines.join('\n')
}

/** What a path in a list can be turned into that a lax reader takes for the same. */
const paths: readonly ((path: string) => string)[] = [
  path => `./${path}`,
  path => `/${path}`,
  path => path.replace('/', '//'),
  path => path.replaceAll('/', '\\'),
  path => path.replace(/^(\w+)\//, '$1/../$1/'),
  path => path.replace('.', '%2E'),
  path => `*${path}`,
  path => `${path} `,
  path => `${path}.`,
  path => path.toUpperCase(),
  path => path.normalize('NFD').replace(/e/, 'e\u0301'),
]

const changes: Readonly<Record<string, (root: string, pick: Pick) => string>> = {
  text(root, pick) {
    const path = pick([
      'release.json',
      log,
      tagManifest,
      'manifest-sha256.txt',
      'bagit.txt',
      'bag-info.txt',
      'custody/bodies/000003.json',
      'custody/bodies/000007.json',
    ])
    const [name, turn] = pick(Object.entries(turns))
    write(root, path, turn(readFileSync(join(root, path), 'utf8'), pick))
    return `${path}: ${name}`
  },
  listed(root, pick) {
    const path = pick([tagManifest, 'manifest-sha256.txt'])
    const turn = pick(paths)
    const text = readFileSync(join(root, path), 'utf8')
    const changed = changeLine(text, pick, line =>
      line === '' ? '' : `${line.slice(0, 66)}${turn(line.slice(66))}`,
    )
    write(root, path, changed)
    return `${path}: ${turn}`
  },
  name(root, pick) {
    const path = pick(filesIn(root))
    const other = pick<(path: string) => string>([
      each => each.toUpperCase(),
      each => `${each}.`,
      each => `${each} `,
      each => each.replace(/(\.\w+)$/, ' $1'),
      each => `${each}\u200b`,
      each => each.replace(/[aeo]/, '$&\u0301'),
      each => `${dirname(each)}/.${each.split('/').at(-1)}`,
      each => `${each}\n`,
      each => `extra/${each}`,
      each => each.replace(/\d(?=\D*$)/, '0$&'),
    ])(path)
    if (existsSync(join(root, other))) return 'nothing'
    mkdirSync(dirname(join(root, other)), { recursive: true })
    const isMoved = pick([true, false])
    if (isMoved) renameSync(join(root, path), join(root, other))
    else linkSync(join(root, path), join(root, other))
    return `${path} ${isMoved ? 'moved' : 'linked'} to ${JSON.stringify(other)}`
  },
  kind(root, pick) {
    const path = pick(filesIn(root))
    const file = join(root, path)
    const bytes = readFileSync(file)
    rmSync(file)
    const how = pick([
      'a link to its bytes elsewhere',
      'a link to itself',
      'a folder',
      'a folder with it inside',
    ])
    if (how === 'a link to itself') symlinkSync(file, file)
    else if (how === 'a link to its bytes elsewhere') {
      const elsewhere = join(dirname(root), 'elsewhere')
      writeFileSync(elsewhere, bytes)
      symlinkSync(elsewhere, file)
    } else {
      mkdirSync(file)
      if (how === 'a folder with it inside') writeFileSync(join(file, 'x'), bytes)
    }
    return `${path} as ${how}`
  },
  exchange(root, pick) {
    const [a, b] = [pick(filesIn(root)), pick(filesIn(root))]
    const [first, second] = [readFileSync(join(root, a)), readFileSync(join(root, b))]
    writeFileSync(join(root, a), second)
    writeFileSync(join(root, b), first)
    return `${a} and ${b}`
  },
  seal(root, pick) {
    const path = pick(seals)
    const file = join(root, path)
    const bytes = readFileSync(file)
    if (pick([true, false])) {
      rmSync(file)
      return `${path} taken away`
    }
    if (path.endsWith('.tsr')) {
      writeFileSync(file, Buffer.concat([bytes, pick([bytes, Buffer.from([0]), Buffer.from('\n')])]))
      return `${path}: something behind it`
    }
    const text = bytes.toString('latin1')
    const inside = Buffer.from(text.replace(/-----.*-----|\n/g, ''), 'base64')
    const at = pick([...inside.keys()])
    const changed = Buffer.from(inside)
    changed[at] = (changed[at] ?? 0) ^ pick([1, 2, 4, 8, 16, 32, 64, 128])
    const armour = (held: Buffer, width: number) =>
      `-----BEGIN SSH SIGNATURE-----\n${held
        .toString('base64')
        .match(new RegExp(`.{1,${width}}`, 'g'))
        ?.join('\n')}\n-----END SSH SIGNATURE-----\n`
    const [how, after] = pick<readonly [string, string]>([
      [`bit in byte ${at}`, armour(changed, 70)],
      ['cut short', armour(inside.subarray(0, at), 70)],
      ['two of them', `${text}${text}`],
      ['words before it', `Signed.\n${text}`],
      ['other lines', armour(inside, 64)],
      ['carriage returns', text.replaceAll('\n', '\r\n')],
    ])
    writeFileSync(file, after)
    return `${path}: ${how}`
  },
}

function write(root: string, path: string, text: string): void {
  writeFileSync(join(root, path), text)
}

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

/** One hash over every name, its kind and its bytes. */
function snapshot(root: string): string {
  const hash = createHash('sha256')
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const at = (entry: (typeof entries)[number]) => join(entry.parentPath, entry.name)
  for (const entry of entries.sort((a, b) => (at(a) < at(b) ? -1 : 1))) {
    hash.update(`${at(entry)}\0${entry.isFile()}${entry.isDirectory()}\0`)
    if (entry.isFile()) hash.update(readFileSync(at(entry)))
  }
  return hash.digest('hex')
}
