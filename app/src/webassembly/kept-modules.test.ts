import assert from 'node:assert/strict'
import test from 'node:test'
import { modulesFile, readModules, takenModule } from './kept-modules.ts'
import { add, get, i32, loadNamed, modulesMade, put, store32 } from './words.ts'

const next = [
  {
    ...{ name: 'next', parameters: 2, counters: 1, vectors: 0 },
    body: [put(2, [...get(0), ...i32(1), ...add]), get(1), get(2), store32(0)],
  },
]

/** What a module of `next` answers for 41. */
function answerOf(module: WebAssemblyModule): number | undefined {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  const found = exports['next'] as (from: number, out: number) => void
  found(41, 8)
  return new Int32Array(memory.buffer)[2]
}

test('a module that was kept with its code answers as it did', async () => {
  await loadNamed('kept next', () => next, 100)
  const bytes = modulesMade()['kept next'] ?? new Uint8Array()
  const file = modulesFile({ first: bytes, second: bytes })
  const kept = readModules(file as Buffer<ArrayBuffer>)
  assert.deepEqual([...kept.keys()], ['first', 'second'])
  for (const [again, code] of kept.values()) {
    assert.deepEqual([...again.subarray(0, bytes.length)], [...bytes])
    assert.ok(code.length > bytes.length, 'the code of its function is in it')
    const module = takenModule(again, code)
    assert.ok(module, 'V8 takes it')
    assert.equal(answerOf(module), 42)
  }
})

test('code that V8 refuses is not taken', async () => {
  await loadNamed('kept next', () => next, 100)
  const bytes = modulesMade()['kept next'] ?? new Uint8Array()
  const [, code] = readModules(modulesFile({ next: bytes }) as Buffer<ArrayBuffer>).get('next') ?? []
  assert.ok(code)
  const others = new Uint8Array(code)
  // Its first numbers say which V8 made it, and under which flags.
  others.fill(0, 0, 16)
  // Bytes that V8 has code of already it would not look for in what was kept.
  const unknown = new Uint8Array([...bytes, 0, 2, 1, 65])
  assert.equal(takenModule(unknown, others), null)
  const module = takenModule(unknown, code)
  assert.ok(module)
  assert.equal(answerOf(module), 42)
})

test('of a file that is not whole nothing is taken', async () => {
  await loadNamed('kept next', () => next, 100)
  const bytes = modulesMade()['kept next'] ?? new Uint8Array()
  const file = modulesFile({ next: bytes }) as Buffer<ArrayBuffer>
  const lost = Buffer.from(file).fill(0x5a, file.length >> 1)
  for (const each of [file.subarray(0, file.length - 1), Buffer.concat([file, file]), lost])
    assert.equal(readModules(each as Buffer<ArrayBuffer>).size, 0)
  assert.equal(readModules(file).size, 1)
})
