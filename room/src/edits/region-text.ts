import type { EditLine } from '@sightline/core/case'
import { boxOf } from '@sightline/core/conform'

/** The part of a picture that a line speaks of, as it is typed; empty where it speaks of none. */
export function boxText(line: EditLine): string {
  return line.part === 'picture' ? (boxOf(line)?.box.join(', ') ?? '') : ''
}

/** Four whole numbers, nothing for the whole picture, or what cannot be read. */
export function regionFrom(text: string): [number, number, number, number] | null | 'wrong' {
  if (text === '') return null
  const numbers = text.split(/[\s,;]+/).map(Number)
  const [x, y, width, height] = numbers
  if (numbers.length !== 4 || numbers.some(each => !Number.isInteger(each) || each < 0)) return 'wrong'
  return x === undefined || y === undefined || !width || !height ? 'wrong' : [x, y, width, height]
}
