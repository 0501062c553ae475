/** Merkle trees over the lines of a custody log, as RFC 6962, section 2.1, makes them. */

/** SHA-256 of bytes, as 32 bytes. The host passes it in. */
export type HashBytes = (bytes: Uint8Array) => Uint8Array

/** A tree that grows by leaves and keeps no more than one hash a level. */
export interface GrowingTree {
  /** Adds a leaf by its own bytes (a line of the log without LF). */
  add(leaf: Uint8Array): void
  readonly size: number
  root(): Uint8Array
}

export function leafHash(leaf: Uint8Array, hash: HashBytes): Uint8Array {
  const prefixed = new Uint8Array(leaf.length + 1)
  prefixed.set(leaf, 1) // 0x00 before a leaf
  return hash(prefixed)
}

export function growingTree(hash: HashBytes): GrowingTree {
  // Whole subtrees from the left, largest first; `sizes` are powers of two.
  const hashes: Uint8Array[] = []
  const sizes: number[] = []
  let size = 0
  return {
    add(leaf) {
      let top = leafHash(leaf, hash)
      let width = 1
      size++
      while (sizes.at(-1) === width) {
        sizes.pop()
        // There is a hash for every size.
        top = nodeHash(hashes.pop() as Uint8Array, top, hash)
        width *= 2
      }
      sizes.push(width)
      hashes.push(top)
    },
    get size() {
      return size
    },
    root() {
      if (size === 0) return hash(new Uint8Array(0))
      return hashes.reduceRight((right, left) => nodeHash(left, right, hash))
    },
  }
}

/** The root over hashes of leaves. */
export function rootOf(leaves: readonly Uint8Array[], hash: HashBytes): Uint8Array {
  if (leaves.length === 0) return hash(new Uint8Array(0))
  if (leaves.length === 1) return leaves[0] as Uint8Array
  const half = splitOf(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, half), hash), rootOf(leaves.slice(half), hash), hash)
}

/** The audit path of leaf `index` (counted from 0), from the leaf upward (RFC 6962, section 2.1.1). */
export function inclusionPath(
  leaves: readonly Uint8Array[],
  index: number,
  hash: HashBytes,
): readonly Uint8Array[] {
  if (leaves.length <= 1) return []
  const half = splitOf(leaves.length)
  return index < half
    ? [...inclusionPath(leaves.slice(0, half), index, hash), rootOf(leaves.slice(half), hash)]
    : [...inclusionPath(leaves.slice(half), index - half, hash), rootOf(leaves.slice(0, half), hash)]
}

/** The root that a leaf and its audit path come to, or null when the path does not fit a tree of `size` leaves. */
export function rootByInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  hash: HashBytes,
): Uint8Array | null {
  if (index < 0 || index >= size) return null
  let node = index
  let last = size - 1
  let found = leaf
  for (const sibling of path) {
    if (last === 0) return null
    if (node % 2 === 1 || node === last) {
      found = nodeHash(sibling, found, hash)
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else found = nodeHash(found, sibling, hash)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? found : null
}

/** What shows that the tree of the first `earlier` leaves is the beginning of the whole one (RFC 6962, section 2.1.2). */
export function consistencyPath(
  leaves: readonly Uint8Array[],
  earlier: number,
  hash: HashBytes,
): readonly Uint8Array[] {
  return earlier <= 0 || earlier >= leaves.length ? [] : subPath(leaves, earlier, true, hash)
}

/** Whether a tree of `size` leaves grew from one of `earlier` leaves. */
export function growsFrom(
  earlier: { readonly size: number; readonly root: Uint8Array },
  later: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
  hash: HashBytes,
): boolean {
  if (earlier.size > later.size || earlier.size <= 0) return false
  if (earlier.size === later.size) return path.length === 0 && same(earlier.root, later.root)
  let node = earlier.size - 1
  let last = later.size - 1
  while (node % 2 === 1) {
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  const rest = [...path]
  // Where the earlier tree is a whole subtree, its root is what one begins from and is not in the path.
  const first = node === 0 ? earlier.root : rest.shift()
  if (first === undefined) return false
  let [was, is] = [first, first]
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      was = nodeHash(sibling, was, hash)
      is = nodeHash(sibling, is, hash)
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else is = nodeHash(is, sibling, hash)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && same(was, earlier.root) && same(is, later.root)
}

function subPath(
  leaves: readonly Uint8Array[],
  earlier: number,
  isWhole: boolean,
  hash: HashBytes,
): readonly Uint8Array[] {
  if (earlier === leaves.length) return isWhole ? [] : [rootOf(leaves, hash)]
  const half = splitOf(leaves.length)
  return earlier <= half
    ? [...subPath(leaves.slice(0, half), earlier, isWhole, hash), rootOf(leaves.slice(half), hash)]
    : [...subPath(leaves.slice(half), earlier - half, false, hash), rootOf(leaves.slice(0, half), hash)]
}

/** The largest power of two below `count`. */
function splitOf(count: number): number {
  let half = 1
  while (half * 2 < count) half *= 2
  return half
}

function nodeHash(left: Uint8Array, right: Uint8Array, hash: HashBytes): Uint8Array {
  const both = new Uint8Array(1 + left.length + right.length)
  both[0] = 1 // 0x01 before a node
  both.set(left, 1)
  both.set(right, 1 + left.length)
  return hash(both)
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
