import type { Field, Fields } from '@sightline/core/case/cards'
import { type WallMicros, writtenTime } from '@sightline/core/time'
import { offsetIn, zoneName } from '../placing/zones.ts'

/** What a form comes to: the fields by name, null for what was left empty, and why some could not be read. */
export interface Said {
  readonly said: Record<string, unknown>
  readonly wrong: Readonly<Record<string, WallWrong>>
}

export type WallWrong = 'wallWrong' | 'wallSkipped' | 'wallTwice'

/** Reads the fields of a card from its form. Fields that are computed are left out. */
export function saidFrom(form: FormData, fields: Fields): Said {
  const said: Record<string, unknown> = {}
  const wrong: Record<string, WallWrong> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (field.is === 'coverage') continue
    if (field.is === 'wall') {
      const read = wallFrom(form, name)
      if (typeof read === 'string') wrong[name] = read
      else said[name] = read
    } else said[name] = valueFrom(form, name, field)
  }
  return { said, wrong }
}

function valueFrom(form: FormData, name: string, field: Field): unknown {
  if (field.is === 'moments') return orNull(form.getAll(name).map(String))
  const text = String(form.get(name) ?? '').trim()
  if (text === '') return null
  switch (field.is) {
    case 'count':
      return Number(text)
    case 'lines':
      return orNull(linesOf(text))
    case 'hashes':
      return orNull(linesOf(text).map(each => each.toLowerCase()))
    default:
      return text.replaceAll('\r\n', '\n')
  }
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(each => each.trim())
    .filter(Boolean)
}

function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list
}

/** A date and time of day with the offset that its zone had then. */
function wallFrom(form: FormData, name: string): object | null | WallWrong {
  const part = (of: string) => String(form.get(`${name}.${of}`) ?? '').trim()
  const [date, time, zone] = [part('date'), part('time'), part('zone')]
  if (date === '' && time === '') return null
  const local = `${date}T${time.length === 5 ? `${time}:00` : time}`
  const written = writtenTime(local)
  if (!written || zone === '') return 'wallWrong'
  const offset = offsetIn(zone, written.local as WallMicros)
  switch (offset.kind) {
    case 'offset':
      return { local, zone: zoneName(zone), offsetMinutes: offset.minutes }
    case 'unknown-zone':
      return 'wallWrong'
    case 'skipped':
      return 'wallSkipped'
    case 'twice':
      return 'wallTwice'
  }
}
