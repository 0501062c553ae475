import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { hueCount } from './hues.ts'

type Rgb = readonly [number, number, number]

// Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
const sights = {
  common: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
} as const

const css = readFileSync(new URL('./style/tokens.css', import.meta.url), 'utf8')

function coloursOf(theme: 0 | 1): readonly Rgb[] {
  return Array.from({ length: hueCount }, (_, n) => {
    const pair = new RegExp(`--hue-${n}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)
    return linear(pair?.[theme + 1] ?? '')
  })
}

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** Oklab (Ottosson 2020): distances are about as large as they look. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function seen([r, g, b]: Rgb, m: readonly number[]): Rgb {
  const row = (at: number) => Math.max(0, (m[at] ?? 0) * r + (m[at + 1] ?? 0) * g + (m[at + 2] ?? 0) * b)
  return [row(0), row(3), row(6)]
}

test('any two hues look different, to colour-blind eyes as well', () => {
  for (const [sight, matrix] of Object.entries(sights)) {
    for (const theme of [0, 1] as const) {
      const looks = coloursOf(theme).map(colour => oklab(seen(colour, matrix)))
      for (const [a, one] of looks.entries())
        for (const [b, other] of looks.slice(0, a).entries()) {
          const apart = Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
          // 0.05: clearly two colours side by side; 0.02 is about the least that is noticed.
          assert.ok(
            apart > 0.05,
            `${sight}, theme ${theme}: hues ${b} and ${a} are ${apart.toFixed(3)} apart`,
          )
        }
    }
  }
})
