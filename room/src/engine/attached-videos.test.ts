import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Attachable, AttachedVideos } from './attached-videos.ts'

class Counted implements Attachable {
  static attached = 0
  static most = 0
  loads = 0
  load() {
    this.loads++
    Counted.attached++
    Counted.most = Math.max(Counted.most, Counted.attached)
    return Promise.resolve()
  }
  unload() {
    Counted.attached--
  }
}

test('no more videos than allowed are on their files, and the one that rested longest makes room', async () => {
  const videos = new AttachedVideos(2)
  const [a, b, c] = [new Counted(), new Counted(), new Counted()]
  for (const video of [a, b, a, c, a, b]) await videos.use(video, () => Promise.resolve())
  assert.equal(Counted.most, 2)
  assert.deepEqual([a.loads, b.loads, c.loads], [1, 2, 1])
})

test('a video at work keeps its file, and one that failed is put on it anew', async () => {
  const videos = new AttachedVideos(2)
  const [a, b, c] = [new Counted(), new Counted(), new Counted()]
  let finish: () => void = () => undefined
  const working = videos.use(a, () => new Promise<void>(resolve => (finish = resolve)))
  await videos.use(b, () => Promise.resolve())
  await videos.use(c, () => Promise.resolve())
  finish()
  await working
  await videos.use(a, () => Promise.resolve())
  assert.deepEqual([a.loads, b.loads, c.loads], [1, 1, 1])
  await assert.rejects(videos.use(a, () => Promise.reject(new Error('lost'))))
  await videos.use(a, () => Promise.resolve())
  assert.equal(a.loads, 2)
})
