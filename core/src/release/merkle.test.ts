import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { test } from 'node:test'
import {
  consistencyPath,
  growingTree,
  growsFrom,
  inclusionPath,
  leafHash,
  rootByInclusion,
  rootOf,
} from './merkle.ts'

const sha = (bytes: Uint8Array) => new Uint8Array(hash('sha256', bytes, 'buffer'))
const hex = (bytes: Uint8Array | null) => (bytes ? Buffer.from(bytes).toString('hex') : null)
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

// The leaves and roots of the reference tests of Certificate Transparency (merkletree/merkle_tree_test.cc).
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(bytes)
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('roots are those of the reference tests of Certificate Transparency, grown or made at once', () => {
  const tree = growingTree(sha)
  leaves.forEach((leaf, index) => {
    tree.add(leaf)
    assert.equal(hex(tree.root()), roots[index])
    const hashed = leaves.slice(0, index + 1).map(each => leafHash(each, sha))
    assert.equal(hex(rootOf(hashed, sha)), roots[index])
  })
})

test('every leaf of every tree up to 40 is proved by its path, and by no other place or leaf', () => {
  for (let size = 1; size <= 40; size++) {
    const hashed = Array.from({ length: size }, (_, n) => leafHash(Uint8Array.of(n), sha))
    const root = hex(rootOf(hashed, sha))
    for (let index = 0; index < size; index++) {
      const path = inclusionPath(hashed, index, sha)
      const leaf = hashed[index] as Uint8Array
      assert.equal(hex(rootByInclusion(leaf, index, size, path, sha)), root)
      const other = (index + 1) % size
      if (other !== index) assert.notEqual(hex(rootByInclusion(leaf, other, size, path, sha)), root)
    }
  }
})

test('every tree up to 24 is shown to have grown from every earlier one, and from no altered one', () => {
  const all = Array.from({ length: 24 }, (_, n) => leafHash(Uint8Array.of(n, 7), sha))
  for (let size = 1; size <= 24; size++)
    for (let earlier = 1; earlier <= size; earlier++) {
      const now = all.slice(0, size)
      const path = consistencyPath(now, earlier, sha)
      const was = { size: earlier, root: rootOf(all.slice(0, earlier), sha) }
      const is = { size, root: rootOf(now, sha) }
      assert.equal(growsFrom(was, is, path, sha), true, `${earlier} of ${size}`)
      const altered = { size: earlier, root: sha(was.root) }
      assert.equal(growsFrom(altered, is, path, sha), false)
      if (path.length > 0) assert.equal(growsFrom(was, is, path.slice(0, -1), sha), false)
    }
})
