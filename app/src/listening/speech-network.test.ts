import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import { talk } from '../../../test/cases/sound/sources.ts'
import { loadFft } from '../sound/fft.ts'
import { SpeechFinder } from './speech-finder.ts'
import { contextSamples, laidWeights, SpeechNetwork, windowSamples, windowsAtOnce } from './speech-network.ts'

const network = await SpeechNetwork.load(await loadFft())

/** Made talk at 8 kHz, drawn out to 16 kHz by straight lines. */
const made = talk(5, 2.5)
const sound = Float32Array.from({ length: 2 * made.length }, (_, n) => {
  const here = made[n >> 1] as number
  return 0.1 * (n % 2 === 0 ? here : (here + (made[(n >> 1) + 1] ?? 0)) / 2)
})

/** What onnxruntime-web 1.30.0 answers for the same sound, running silero_vad_v5.onnx window by window. */
const oracle = [
  ...[0.012, 0.0078, 0.0054, 0.005, 0.0048, 0.0635, 0.241, 0.8661, 0.8541, 0.8878, 0.9309, 0.9376, 0.8672],
  ...[0.9294, 0.8867, 0.9474, 0.9085, 0.9364, 0.9435, 0.9346, 0.9328, 0.9479, 0.9462, 0.9198, 0.9089, 0.9187],
  ...[0.9205, 0.876, 0.6722, 0.473, 0.365, 0.2104, 0.1071, 0.0581, 0.0349, 0.023, 0.016, 0.0119, 0.0095],
]

/** What a network that has heard nothing answers for the first windows of it. */
function answersOf(asked: SpeechNetwork): Float32Array {
  asked.reset()
  const samples = new Float32Array(contextSamples + windowsAtOnce * windowSamples)
  samples.set(sound.subarray(0, windowsAtOnce * windowSamples), contextSamples)
  const answers = new Float32Array(windowsAtOnce)
  asked.run(samples, windowsAtOnce, answers)
  return answers
}

test('the network answers as the ONNX runtime does', () => {
  const answers = answersOf(network)
  for (const [n, expected] of oracle.entries())
    assert.ok(
      Math.abs((answers[n] as number) - expected) < 0.0002,
      `window ${n}: ${answers[n]}, not ${expected}`,
    )
})

test('weights that were laid down before are read, and those that were published where these are damaged or gone', async () => {
  const fft = await loadFft()
  const expected = answersOf(network)
  const { bytes, sum } = await laidWeights()
  const dir = mkdtempSync(join(tmpdir(), 'sightline-laid-'))
  const file = join(dir, 'silero-5.laid')
  const answers = async (laid: Uint8Array, told = sum) => {
    writeFileSync(file, laid)
    return answersOf(await SpeechNetwork.load(fft, { file: pathToFileURL(file), sum: told }))
  }
  try {
    assert.deepEqual(await answers(bytes), expected)
    const damaged = bytes.slice()
    damaged[1003] = (damaged[1003] as number) ^ 0x80
    assert.deepEqual(await answers(damaged), expected)
    assert.deepEqual(await answers(bytes.subarray(0, 90_000)), expected)
    // Another answer tells that they are read.
    const floats = new Float32Array(bytes.slice().buffer).fill(0, 16, 5000)
    const other = new Uint8Array(floats.buffer)
    const words = new Int32Array(other.buffer)
    const otherSum = words.reduce((all, word) => (Math.imul(all, 16_777_619) + word) | 0, 0)
    assert.notDeepEqual(await answers(other, otherSum), expected)
    rmSync(file)
    const gone = { file: pathToFileURL(file), sum }
    assert.deepEqual(answersOf(await SpeechNetwork.load(fft, gone)), expected)
  } finally {
    rmSync(dir, { recursive: true })
  }
})

const toSamples = (values: Float32Array) => Int16Array.from(values, value => Math.round(32_767 * value))

test('what is found does not depend on how the sound was cut into pieces', async () => {
  const samples = toSamples(sound)
  const find = async (piece: number) => {
    const finder = await SpeechFinder.create(network, 16_000)
    for (let at = 0; at < samples.length; at += piece) finder.push(samples.subarray(at, at + piece))
    return finder.finish()
  }
  assert.deepEqual(await find(777), await find(samples.length))
})

test('sound at 48 kHz is heard as at 16 kHz, and digital silence is not asked about', async () => {
  const threefold = Float32Array.from({ length: 3 * sound.length }, (_, n) => {
    const at = Math.floor(n / 3)
    const share = (n % 3) / 3
    return (1 - share) * (sound[at] as number) + share * (sound[at + 1] ?? 0)
  })
  const finder = await SpeechFinder.create(network, 48_000)
  finder.push(toSamples(threefold))
  finder.push(new Int16Array(48_000))
  const answers = finder.finish()
  for (const [n, expected] of oracle.entries())
    assert.ok(
      Math.abs((answers[n] as number) - expected) < 0.1,
      `window ${n}: ${answers[n]}, not ${expected}`,
    )
  assert.deepEqual([...answers.subarray(-20)], new Array(20).fill(0))
})
