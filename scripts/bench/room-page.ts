// The page of `room.ts`: the engine and plain <video> elements do the same work on the same files.
import { caseMicros, firstCaseTimeOf, straightMap } from '@sightline/core/time'
import { browserNetwork } from '../../room/src/engine/browser-network.ts'
import { createEngine, type Engine } from '../../room/src/engine/engine.ts'
import { MediaRequests } from '../../room/src/engine/media-requests.ts'
import { mediaOpener } from '../../room/src/engine/open-media.ts'
import { randomFrom } from '../../test/browser/random.ts'

export interface BenchClip {
  readonly url: string
  readonly boundaries: readonly number[]
}

/** What is measured, the same for both players. Times in ms until every picture is there and an animation frame has come. */
export interface Player {
  /** Shows the frame at this index in every picture. */
  show(index: number): Promise<void>
  /** Plays from the start for some ms; frames shown over all pictures. */
  play(ms: number): Promise<number>
  /** Seeks at once, whether or not the last one was answered; null plays at some speed for a while. */
  rush(index: number | null, speed: number): Promise<void>
  close(): void
}

const nextFrame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
const clips: BenchClip[] = []

async function openEngine(): Promise<Player> {
  const requests = new MediaRequests(4)
  const openMedia = mediaOpener({ requests, network: browserNetwork(), protocol: location.protocol })
  const engine: Engine = createEngine({
    root: document.documentElement,
    schedule: tick => requestAnimationFrame(tick),
    unschedule: handle => cancelAnimationFrame(handle),
    now: () => performance.now(),
  })
  const map = straightMap(caseMicros(0), 0)
  const frameTimes = clips.map(({ boundaries }) => ({ boundaries: Float64Array.from(boundaries) }))
  const elements = clips.map(({ url }, at) => {
    const element = document.createElement('section')
    const canvas = document.createElement('canvas')
    element.append(canvas)
    document.body.append(element)
    engine.addAngle({
      id: url,
      element,
      picture: { canvas, frameTimes: frameTimes[at] as { boundaries: Float64Array } },
      map,
      openMedia: () => openMedia(url),
    })
    return element
  })
  const isReady = () => elements.every(element => element.getAttribute('data-state') === 'ready')
  const first = frameTimes[0] as { boundaries: Float64Array }
  await engine.settled()
  return {
    show: async index => {
      engine.seek(firstCaseTimeOf(first, map[0], index))
      do await nextFrame()
      while (!isReady())
    },
    play: async ms => {
      engine.seek(caseMicros(0))
      await engine.settled()
      await new Promise(resolve => setTimeout(resolve, 300))
      let shown = 0
      let last = elements.map(element => element.getAttribute('data-frame'))
      engine.play()
      for (const end = performance.now() + ms; performance.now() < end; ) {
        await nextFrame()
        const now = elements.map(element => element.getAttribute('data-frame'))
        shown += now.filter((frame, at) => frame !== last[at]).length
        last = now
      }
      engine.pause()
      return shown
    },
    rush: async (index, speed) => {
      if (index !== null) engine.seek(firstCaseTimeOf(first, map[0], index))
      else {
        engine.setSpeed(speed)
        engine.play()
      }
      for (let frames = index === null ? 30 : 1; frames > 0; frames--) await nextFrame()
      engine.pause()
      engine.setSpeed(1)
    },
    close: () => {
      engine.dispose()
      document.body.replaceChildren()
    },
  }
}

async function openVideos(): Promise<Player> {
  const videos = await Promise.all(
    clips.map(async ({ url }) => {
      const video = document.createElement('video')
      video.muted = true
      video.preload = 'auto'
      video.src = url
      document.body.append(video)
      await new Promise(resolve => video.addEventListener('canplaythrough', resolve, { once: true }))
      return video
    }),
  )
  const middleOf = ({ boundaries }: BenchClip, index: number) =>
    ((boundaries[index] as number) + (boundaries[index + 1] as number)) / 2e6
  return {
    show: async index => {
      await Promise.all(
        videos.map(
          (video, at) =>
            new Promise<void>(resolve => {
              video.requestVideoFrameCallback(() => resolve())
              video.currentTime = middleOf(clips[at] as BenchClip, index)
            }),
        ),
      )
    },
    play: async ms => {
      await Promise.all(
        videos.map(video => {
          video.currentTime = 0
          return new Promise(resolve => video.addEventListener('seeked', resolve, { once: true }))
        }),
      )
      await new Promise(resolve => setTimeout(resolve, 300))
      let shown = 0
      const count = (video: HTMLVideoElement) => {
        shown++
        video.requestVideoFrameCallback(() => count(video))
      }
      for (const video of videos) video.requestVideoFrameCallback(() => count(video))
      await Promise.all(videos.map(video => video.play()))
      await new Promise(resolve => setTimeout(resolve, ms))
      const total = shown
      for (const video of videos) video.pause()
      return total
    },
    rush: () => Promise.reject(new Error('only the engine is rushed')),
    close: () => document.body.replaceChildren(),
  }
}

/** Times of steps forward and back and of random seeks, and the frames shown in play. */
async function measure(kind: 'engine' | 'videos', counts: { steps: number; seeks: number; playMs: number }) {
  const player = kind === 'engine' ? await openEngine() : await openVideos()
  const random = randomFrom(11)
  const frames = Math.min(...clips.map(({ boundaries }) => boundaries.length - 1))
  const timed = async (index: number) => {
    const from = performance.now()
    await player.show(index)
    return performance.now() - from
  }
  const first = Math.floor(frames / 3)
  await player.show(first)
  const forward: number[] = []
  const back: number[] = []
  const seeks: number[] = []
  for (let step = 1; step <= counts.steps; step++) forward.push(await timed(first + step))
  for (let step = counts.steps - 1; step >= -counts.steps; step--) back.push(await timed(first + step))
  for (let seek = 0; seek < counts.seeks; seek++)
    seeks.push(await timed(1 + Math.floor(random() * (frames - 2))))
  const shown = await player.play(counts.playMs)
  player.close()
  return { forward, back, seeks, shown }
}

let rushed: Player | null = null

/** Wild use for some ms: seeks that are waited for and seeks that are not, steps, and play at any speed. Tells how many acts. */
async function rush(ms: number, seed: number): Promise<number> {
  rushed ??= await openEngine()
  const random = randomFrom(seed)
  const frames = Math.min(...clips.map(({ boundaries }) => boundaries.length - 1))
  const speeds = [0.25, 1, 2, 8, -1, -4]
  let acts = 0
  for (const end = performance.now() + ms; performance.now() < end; acts++) {
    const kind = random()
    const index = 1 + Math.floor(random() * (frames - 2))
    if (kind < 0.5) await rushed.show(index)
    else if (kind < 0.95) await rushed.rush(index, 1)
    else await rushed.rush(null, speeds[Math.floor(random() * speeds.length)] as number)
  }
  return acts
}

const api = {
  rush,
  use: (wanted: readonly BenchClip[]) => clips.splice(0, clips.length, ...wanted),
  measure,
}
export type BenchPage = typeof api
Object.assign(globalThis, { benchPage: api })
