import type { Part } from '@sightline/core/release'
import { mediaMicros } from '@sightline/core/time'
import { decimalText, microsFromTyped } from '../../time-text.ts'

/** Parts as a person types them, one a line: `0:12.5 – 0:31`. Gives the first line that cannot be taken otherwise. */
export function partsFrom(typed: string): { readonly parts: readonly Part[] } | { readonly wrong: string } {
  const parts: Part[] = []
  for (const line of typed.split('\n').map(each => each.trim())) {
    if (line === '') continue
    // Between two times stands a dash, or words; a minus before a time belongs to it.
    const [from = '', to = '', ...more] = line.split(/\s+(?:[-–—]|to|a)\s+|[–—]/)
    const [start, end] = [microsFromTyped(from), microsFromTyped(to)]
    const last = parts.at(-1)
    const isGood = start !== null && end !== null && start < end && more.length === 0
    if (!isGood || (last && start <= last.to)) return { wrong: line }
    parts.push({ from: mediaMicros(start), to: mediaMicros(end) })
  }
  return { parts }
}

export function partsText(parts: readonly Part[]): string {
  return parts.map(({ from, to }) => `${decimalText(from)} – ${decimalText(to)}`).join('\n')
}
