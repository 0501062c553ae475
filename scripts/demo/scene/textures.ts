import * as THREE from 'three'
import { seeded } from '../motion.ts'

/** Draws a texture once. Everything is drawn by code from fixed seeds, so every run gives the same picture. */
function drawn(
  width: number,
  height: number,
  paint: (context: CanvasRenderingContext2D, random: () => number) => void,
  seed = 1,
): THREE.CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  // A 2D context is always to be had on a canvas that has no other.
  paint(canvas.getContext('2d')!, seeded(seed))
  const texture = new THREE.CanvasTexture(canvas)
  texture.colorSpace = THREE.SRGBColorSpace
  texture.anisotropy = 2
  return texture
}

function repeated(texture: THREE.CanvasTexture, x: number, y: number): THREE.CanvasTexture {
  texture.wrapS = THREE.RepeatWrapping
  texture.wrapT = THREE.RepeatWrapping
  texture.repeat.set(x, y)
  return texture
}

/** Specks of many sizes: the grain of asphalt and concrete. */
function grain(context: CanvasRenderingContext2D, random: () => number, amount: number, depth: number): void {
  const { width, height } = context.canvas
  for (let n = 0; n < amount; n++) {
    const light = random() < 0.5
    context.fillStyle = `rgba(${light ? '255,250,240' : '10,12,16'},${(random() * depth).toFixed(3)})`
    const size = 0.6 + random() * random() * 3.4
    context.fillRect(random() * width, random() * height, size, size)
  }
}

function blotches(
  context: CanvasRenderingContext2D,
  random: () => number,
  count: number,
  depth: number,
): void {
  const { width, height } = context.canvas
  for (let n = 0; n < count; n++) {
    const x = random() * width
    const y = random() * height
    const reach = 20 + random() * 110
    const shade = context.createRadialGradient(x, y, 0, x, y, reach)
    const tone = random() < 0.6 ? '12,14,18' : '240,232,214'
    shade.addColorStop(0, `rgba(${tone},${(random() * depth).toFixed(3)})`)
    shade.addColorStop(1, `rgba(${tone},0)`)
    context.fillStyle = shade
    context.fillRect(x - reach, y - reach, 2 * reach, 2 * reach)
  }
}

/** The yard from above, 44 × 44 m: asphalt, a concrete apron, painted lanes and an exercise box. */
export function yardGround(): THREE.CanvasTexture {
  return drawn(
    2048,
    2048,
    (context, random) => {
      const metre = 2048 / 44
      const at = (value: number) => (value + 22) * metre
      context.fillStyle = '#85827c'
      context.fillRect(0, 0, 2048, 2048)
      blotches(context, random, 90, 0.16)
      context.fillStyle = '#b5ad9e'
      context.fillRect(at(-12), at(-16), 26 * metre, 8 * metre)
      context.fillRect(at(-12), at(-7), 5.4 * metre, 10 * metre)
      context.strokeStyle = 'rgba(60,56,50,0.5)'
      context.lineWidth = 2
      for (let x = -12; x < 14; x += 3.25) line(context, at(x), at(-16), at(x), at(-8))
      line(context, at(-12), at(-12), at(14), at(-12))
      grain(context, random, 60000, 0.14)
      context.strokeStyle = 'rgba(236,228,206,0.78)'
      context.lineWidth = 0.12 * metre
      for (let z = 2.2; z <= 12; z += 3.2) line(context, at(-12), at(z + 5), at(16), at(z + 5))
      context.setLineDash([0.9 * metre, 0.6 * metre])
      line(context, at(-13), at(7.3), at(17), at(7.3))
      context.setLineDash([])
      context.strokeStyle = 'rgba(232,178,64,0.8)'
      context.strokeRect(at(-1.6), at(-4.6), 8.6 * metre, 3 * metre)
      context.fillStyle = 'rgba(232,178,64,0.8)'
      context.font = `600 ${0.62 * metre}px "IBM Plex Sans"`
      context.fillText('EXERCISE AREA', at(2.2), at(-3.9))
      context.strokeStyle = 'rgba(20,20,22,0.4)'
      context.lineWidth = 1.6
      for (let n = 0; n < 26; n++) {
        let x = random() * 2048
        let y = random() * 2048
        let heading = random() * 7
        context.beginPath()
        context.moveTo(x, y)
        for (let bit = 0; bit < 40; bit++) {
          heading += (random() - 0.5) * 0.9
          x += Math.cos(heading) * 9
          y += Math.sin(heading) * 9
          context.lineTo(x, y)
        }
        context.stroke()
      }
    },
    5,
  )
}

function line(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  context.beginPath()
  context.moveTo(x0, y0)
  context.lineTo(x1, y1)
  context.stroke()
}

export function gravel(): THREE.CanvasTexture {
  const texture = drawn(
    512,
    512,
    (context, random) => {
      context.fillStyle = '#7c7a5e'
      context.fillRect(0, 0, 512, 512)
      blotches(context, random, 30, 0.14)
      grain(context, random, 9000, 0.2)
    },
    8,
  )
  return repeated(texture, 26, 26)
}

export function concrete(repeatX: number, repeatY: number): THREE.CanvasTexture {
  const texture = drawn(
    512,
    512,
    (context, random) => {
      context.fillStyle = '#b9b3a6'
      context.fillRect(0, 0, 512, 512)
      blotches(context, random, 24, 0.13)
      grain(context, random, 9000, 0.13)
    },
    13,
  )
  return repeated(texture, repeatX, repeatY)
}

/** Corrugated steel: vertical ribs with light and dark flanks, streaks of rust and dirt. */
export function corrugated(color: string, seed: number): THREE.CanvasTexture {
  return drawn(
    1024,
    512,
    (context, random) => {
      context.fillStyle = color
      context.fillRect(0, 0, 1024, 512)
      for (let x = 0; x < 1024; x += 32) {
        context.fillStyle = 'rgba(0,0,0,0.28)'
        context.fillRect(x, 0, 9, 512)
        context.fillStyle = 'rgba(255,255,255,0.1)'
        context.fillRect(x + 18, 0, 8, 512)
      }
      for (let n = 0; n < 60; n++) {
        const x = random() * 1024
        context.fillStyle = `rgba(96,52,28,${(random() * 0.16).toFixed(3)})`
        context.fillRect(x, random() * 200, 2 + random() * 7, 120 + random() * 380)
      }
      context.fillStyle = 'rgba(0,0,0,0.35)'
      context.fillRect(0, 0, 1024, 16)
      context.fillRect(0, 494, 1024, 18)
      grain(context, random, 5000, 0.08)
    },
    seed,
  )
}

/** The front of the training house: render, a plinth, windows with shutters, a door. */
export function houseFront(): THREE.CanvasTexture {
  return drawn(
    2048,
    768,
    (context, random) => {
      context.fillStyle = '#c9b38f'
      context.fillRect(0, 0, 2048, 768)
      blotches(context, random, 60, 0.1)
      context.fillStyle = '#8d8577'
      context.fillRect(0, 688, 2048, 80)
      context.fillStyle = '#a48f6d'
      context.fillRect(0, 372, 2048, 14)
      const opening = (x: number, y: number, width: number, height: number) => {
        context.fillStyle = '#efe6d2'
        context.fillRect(x - 12, y - 12, width + 24, height + 24)
        const glass = context.createLinearGradient(x, y, x + width, y + height)
        glass.addColorStop(0, '#394652')
        glass.addColorStop(0.5, '#1c242c')
        glass.addColorStop(1, '#4a5560')
        context.fillStyle = glass
        context.fillRect(x, y, width, height)
        context.fillStyle = '#efe6d2'
        context.fillRect(x + width / 2 - 4, y, 8, height)
        context.fillRect(x, y + height * 0.45, width, 7)
        context.fillStyle = '#5f6f63'
        context.fillRect(x - 70, y - 8, 54, height + 16)
        context.fillRect(x + width + 16, y - 8, 54, height + 16)
      }
      for (const x of [180, 640, 1250, 1720]) opening(x, 90, 150, 200)
      for (const x of [180, 1250, 1720]) opening(x, 450, 150, 190)
      context.fillStyle = '#3e4a45'
      context.fillRect(660, 430, 170, 300)
      context.fillStyle = '#2c3532'
      context.fillRect(680, 452, 130, 110)
      context.fillRect(680, 584, 130, 120)
      context.fillStyle = 'rgba(40,36,30,0.9)'
      context.font = '600 54px "IBM Plex Sans"'
      context.fillText('LARK YARD ACADEMY', 872, 356)
      context.font = '500 34px "IBM Plex Sans"'
      context.fillText('TRAINING HOUSE 2', 950, 424)
      grain(context, random, 24000, 0.09)
    },
    21,
  )
}

/** Wire mesh for a fence; what is between the wires is left out. */
export function mesh(): THREE.CanvasTexture {
  const texture = drawn(128, 128, context => {
    context.strokeStyle = 'rgba(190,194,196,0.95)'
    context.lineWidth = 5
    for (const offset of [-128, 0, 128]) {
      line(context, offset, 0, offset + 128, 128)
      line(context, offset + 128, 0, offset, 128)
    }
  })
  return repeated(texture, 90, 9)
}

export function lettered(text: string, ground: string, ink: string): THREE.CanvasTexture {
  return drawn(512, 256, context => {
    context.fillStyle = ground
    context.fillRect(0, 0, 512, 256)
    context.fillStyle = 'rgba(230,234,236,0.9)'
    context.fillRect(0, 182, 512, 36)
    context.fillStyle = ink
    context.textAlign = 'center'
    context.font = '700 76px "IBM Plex Sans"'
    context.fillText(text, 256, 122, 440)
  })
}

/** Soft-edged disc: smoke, the sun's glow, clouds. */
export function softDisc(inner: string, outer: string): THREE.CanvasTexture {
  return drawn(256, 256, context => {
    const disc = context.createRadialGradient(128, 128, 0, 128, 128, 128)
    disc.addColorStop(0, inner)
    disc.addColorStop(1, outer)
    context.fillStyle = disc
    context.fillRect(0, 0, 256, 256)
  })
}
