import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

export interface Mutation {
  readonly what: string
  readonly undo: () => void
}

/** Changes a release in one random way; every way leaves other bytes or other names than before. `random` gives [0, 1). */
export function mutate(root: string, random: () => number): Mutation {
  const below = (count: number) => Math.floor(random() * count)
  const all = filesIn(root)
  const path = all[below(all.length)] as string
  const file = join(root, path)
  const bytes = readFileSync(file)
  const put = (what: string, after: Uint8Array): Mutation => {
    writeFileSync(file, after)
    return { what: `${path}: ${what}`, undo: () => writeFileSync(file, bytes) }
  }
  const at = below(Math.max(1, bytes.length))
  switch (below(9)) {
    case 0:
      return put(
        `bit flipped at ${at}`,
        changed(bytes, at, byte => byte ^ (1 << below(8))),
      )
    case 1:
      return put(
        `byte changed at ${at}`,
        changed(bytes, at, byte => (byte + 1 + below(255)) % 256),
      )
    case 2:
      return put(`cut to ${at}`, bytes.subarray(0, at))
    case 3:
      return put(
        `byte put in at ${at}`,
        Buffer.concat([bytes.subarray(0, at), Buffer.from([below(256)]), bytes.subarray(at)]),
      )
    case 4:
      return put(`byte taken out at ${at}`, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]))
    case 5: {
      rmSync(file)
      return { what: `${path}: taken away`, undo: () => writeFileSync(file, bytes) }
    }
    case 6: {
      const other = `${path}${['.bak', '~', '2', '.tmp'][below(4)]}`
      renameSync(file, join(root, other))
      return { what: `${path}: renamed ${other}`, undo: () => renameSync(join(root, other), file) }
    }
    case 7: {
      const folder = ['', 'data/', 'custody/', 'custody/bodies/', 'data/new/'][below(5)]
      const added = join(root, `${folder}x${below(1e9)}${['.json', '', '.txt', '.mp4'][below(4)]}`)
      const isNew = !existsSync(dirname(added))
      if (isNew) mkdirSync(dirname(added))
      copyFileSync(file, added)
      return {
        what: `${added}: put there`,
        undo: () => rmSync(isNew ? dirname(added) : added, { recursive: true }),
      }
    }
    default: {
      const other = all[(all.indexOf(path) + 1 + below(all.length - 1)) % all.length] as string
      const others = readFileSync(join(root, other))
      if (others.equals(bytes)) return put('byte put behind', Buffer.concat([bytes, Buffer.from(' ')]))
      writeFileSync(file, others)
      return { what: `${path}: replaced by ${other}`, undo: () => writeFileSync(file, bytes) }
    }
  }
}

function filesIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

function changed(bytes: Buffer, at: number, to: (byte: number) => number): Buffer {
  const after = Buffer.from(bytes)
  if (after.length === 0) return Buffer.from('x')
  after[at] = to(after[at] ?? 0)
  return after
}
