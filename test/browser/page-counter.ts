// What is run inside the room's page to look at it: sent as an expression, because the page's own policy lets no script in.
import { counterBits, readCounter } from '../cases/pictures/counter.ts'

/** An expression that gives a `Look` in the next animation frame: what the page says and what its canvases show, together. */
export const counterReader = `new Promise(resolve => requestAnimationFrame(() => {
  const counterBits = ${counterBits}
  ${readCounter.toString()}
  const size = { width: 320, height: 60 }
  const scratch = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true })
  const number = text => text === undefined ? null : Number(text)
  const angles = [...document.querySelectorAll('[data-recording]')].map(element => {
    const { recording, state, frame, pts, caseStart, driftPpm, why } = element.dataset
    const canvas = element.querySelector('canvas')
    let counter = null
    if (canvas && canvas.width > 0) {
      scratch.drawImage(canvas, 0, 0, canvas.width, canvas.height / 3, 0, 0, size.width, size.height)
      counter = readCounter(scratch.getImageData(0, 0, size.width, size.height).data, size)
    }
    return {
      name: recording, state, frame: number(frame), pts: number(pts),
      start: Number(caseStart), drift: Number(driftPpm), counter, why: why ?? null,
    }
  })
  resolve({ time: Number(document.documentElement.dataset.caseTime), angles })
}))`
