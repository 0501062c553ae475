import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PacketLines } from './packet-lines.ts'

const packets = [
  '{ "stream_index": 0, "pts": -1024, "duration": 1024, "flags": "KD_",\n            "side_data_list": [\n                { "skip_samples": 1024 }\n            ] }',
  '{ "stream_index": 0, "pts": 0, "duration": 1024, "flags": "K__" }',
  '{ "stream_index": 1, "pts": 3003, "duration": 3003, "flags": "___" }',
  '{ "stream_index": 0, "pts": 1024, "duration": 1024, "flags": "K_" }',
  '{ "stream_index": 1, "pts": 0, "duration": 3003, "flags": "K__" }',
  '{ "stream_index": 0, "pts": 2048, "flags": "K_C" }',
  '{ "stream_index": 1, "duration": 3003, "flags": "__C" }',
  '{ "stream_index": 0, "pts": 9007199254740993, "duration": 1024, "flags": "K__" }',
  '{ "stream_index": 0, "pts": 3072, "duration": 1024, "flags": "K__" }',
]
const rest =
  '    "streams": [\n        { "index": 0, "tags": { "title": "    \\"packets\\": [" } }\n    ]\n}\n'
const listOf = (each: readonly string[]) =>
  `{\n    "packets": [\n${each.map(packet => `        ${packet}`).join(',\n')}\n    ],\n${rest}`

function read(pieces: readonly Uint8Array[]) {
  const lines = new PacketLines()
  for (const piece of pieces) lines.add(piece)
  return { text: lines.end(), byTrack: lines.byTrack }
}

test('packets are taken with their times, flags and skipped samples, wherever the list was cut', () => {
  const bytes = Buffer.from(listOf(packets))
  for (let cut = 1; cut < bytes.length; cut++) {
    const { text, byTrack } = read([bytes.subarray(0, cut), bytes.subarray(cut)])
    const [sound, picture] = [byTrack.get(0), byTrack.get(1)]
    assert.ok(sound && picture)
    assert.deepEqual([...sound.sorted().ticks], [0, 1024, 2048, 3072])
    assert.deepEqual([...sound.sorted().durations], [1024, 1024, 0, 1024])
    assert.deepEqual([sound.discarded, sound.corrupt, sound.untimed], [1, 1, 1])
    assert.equal(sound.firstSampleTicks(1), 0)
    assert.equal(sound.firstSampleTicks(2), -512)
    assert.deepEqual([...picture.sorted().ticks], [0, 3003])
    assert.deepEqual([picture.corrupt, picture.untimed], [1, 1])
    assert.deepEqual(JSON.parse(text), {
      packets: [],
      streams: [{ index: 0, tags: { title: '    "packets": [' } }],
    })
  }
})

test('a file without packets leaves what is told of its tracks', () => {
  const { text, byTrack } = read([Buffer.from(listOf([]))])
  assert.equal(byTrack.size, 0)
  assert.ok(JSON.parse(text).streams)
})

test('what is no packet leaves nothing behind', () => {
  const broken = [
    'hello',
    '{ "stream_index": 0',
    '{ "stream_index": 0, "pts": 1',
    '{ }',
    '[]',
    '{ "stream_index": -1, "flags": "K_" }',
  ]
  const { byTrack } = read([Buffer.from(listOf(broken)), new Uint8Array(0)])
  assert.deepEqual(
    [...byTrack.values()].map(times => times.count),
    [],
  )
})
