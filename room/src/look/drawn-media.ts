// Pictures for the look test: drawn, not decoded, so that every frame is there at once.
import type { FrameTimes } from '@sightline/core/time'
import { frameCount } from '@sightline/core/time'
import type { FramePicture, Media } from '../engine/frame-provider.ts'
import type { Fictional } from './fictional-case.ts'

const palette = ['#3b4453', '#4d4136', '#33473c', '#443a55', '#3f3f3f', '#39454a', '#4a3a3a'] as const
const figures = ['#9aa9c4', '#c7b29d', '#a9c9b2', '#bda9d0', '#bbbbbb', '#a6c0c6', '#ccb0b0'] as const

export function framesOf({ first, seconds, fps, lacking }: Fictional): FrameTimes {
  const boundaries: number[] = []
  for (let n = 0; n <= Math.floor(seconds * fps); n++) {
    if (lacking && n > lacking.after && n <= lacking.after + lacking.count) continue
    boundaries.push(Math.round((first + n / fps) * 1e6))
  }
  return { boundaries: Float64Array.from(boundaries) }
}

/** After how many wishes for it a frame is there: one and it is there at once, more and it comes late, tick by tick. */
export const drawing = { wishes: 1 }

/** A medium whose frames are a figure that walks: place and palette tell recordings apart. */
export function drawnMedia(recording: Fictional, position: number): Media {
  const isPortrait = recording.name.includes('portrait')
  let wished = { index: -1, times: 0 }
  const canvas = new OffscreenCanvas(isPortrait ? 360 : 640, isPortrait ? 640 : 360)
  return {
    frames: needs =>
      Promise.resolve({
        frame: index => {
          const isThere = drawing.wishes === 1 || (wished.index === index && wished.times >= drawing.wishes)
          return isThere ? drawn(canvas, position, index, frameCount(needs.times)) : null
        },
        failure: () => null,
        want: index => {
          wished = { index, times: wished.index === index ? wished.times + 1 : 1 }
          queueMicrotask(() => needs.onChange(index))
        },
        ready: () => Promise.resolve(),
        setBudget: () => undefined,
        rest: () => undefined,
        dispose: () => undefined,
      }),
    sound: () => Promise.resolve(null),
    dispose: () => undefined,
  }
}

function drawn(canvas: OffscreenCanvas, position: number, index: number, count: number): FramePicture | null {
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) return null
  const { width, height } = canvas
  const sky = context.createLinearGradient(0, 0, 0, height)
  sky.addColorStop(0, '#20252c')
  sky.addColorStop(0.62, palette[position % palette.length] ?? '#444')
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  context.fillStyle = 'rgb(0 0 0 / 28%)'
  for (let n = 0; n < 6; n++) {
    const w = width * (0.08 + 0.05 * ((n * 7 + position) % 3))
    const h = height * (0.18 + 0.06 * ((n * 5 + position) % 4))
    context.fillRect(width * (0.02 + 0.17 * n), height * 0.66 - h, w, h)
  }
  context.fillStyle = '#2b2c2b'
  context.fillRect(0, height * 0.66, width, height * 0.34)
  const x = width * (0.15 + (0.7 * index) / Math.max(1, count))
  const s = height / 360
  context.fillStyle = figures[position % figures.length] ?? '#ccc'
  context.beginPath()
  context.arc(x, height * 0.44, 13 * s, 0, 7)
  context.fill()
  context.beginPath()
  context.moveTo(x - 13 * s, height * 0.49)
  context.lineTo(x + 13 * s, height * 0.49)
  context.lineTo(x + 26 * s, height * 0.69)
  context.lineTo(x + 12 * s, height * 0.69)
  context.lineTo(x + 14 * s, height * 0.9)
  context.lineTo(x + 3 * s, height * 0.9)
  context.lineTo(x, height * 0.72)
  context.lineTo(x - 3 * s, height * 0.9)
  context.lineTo(x - 14 * s, height * 0.9)
  context.lineTo(x - 12 * s, height * 0.69)
  context.lineTo(x - 26 * s, height * 0.69)
  context.fill()
  return { image: canvas, width, height, turn: 0, isMirrored: false }
}
