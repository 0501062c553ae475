import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PacketLines } from './packet-lines.ts'
import { PacketTimes } from './packet-times.ts'

const list = [
  '0,-1024,1024,KD_,Skip Samples,1024,0,0,0',
  '0,0,1024,K__',
  '1,3003,3003,___',
  '0,1024,1024,K__',
  '1,0,3003,K__',
  '0,2048,N/A,K_C',
  '1,N/A,3003,__C',
  '7,5,5,K__',
  '0,9007199254740993,1024,K__',
  '0,3072,1024,K__',
].join('\n')

function read(pieces: readonly Uint8Array[]) {
  const byTrack = new Map([0, 1].map(track => [track, new PacketTimes()]))
  const lines = new PacketLines(byTrack, new Map([[0, 1]]))
  for (const piece of pieces) lines.add(piece)
  lines.end()
  return byTrack
}

test('packets are taken with their times, flags and skipped samples, wherever the list was cut', () => {
  const bytes = Buffer.from(list)
  for (let cut = 1; cut < bytes.length; cut++) {
    const [sound, picture] = [...read([bytes.subarray(0, cut), bytes.subarray(cut)]).values()]
    assert.ok(sound && picture)
    assert.deepEqual([...sound.sorted().ticks], [0, 1024, 2048, 3072])
    assert.deepEqual([...sound.sorted().durations], [1024, 1024, 0, 1024])
    assert.deepEqual([sound.discarded, sound.corrupt, sound.untimed], [1, 1, 1])
    assert.equal(sound.firstSampleTicks, 0)
    assert.deepEqual([...picture.sorted().ticks], [0, 3003])
    assert.deepEqual([picture.corrupt, picture.untimed], [1, 1])
  }
})

test('what is no list of packets leaves nothing behind', () => {
  const times = read([Buffer.from('hello\n0\n0,\n,,,\n'), new Uint8Array(0)]).get(0)
  assert.equal(times?.count, 0)
})
