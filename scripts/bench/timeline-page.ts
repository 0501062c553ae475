// A long case in a page, for `npm run bench -- timeline`: nine angles of eight hours, two thousand moments. No file and no decoder.
import type { EntryDetail, EntryType } from '@sightline/core/case'
import { waveformFrom } from '@sightline/core/sound'
import type { MediaMicros } from '@sightline/core/time'
import * as z from 'zod/mini'
import { createEngine } from '../../room/src/engine/engine.ts'
import { drawnMedia } from '../../room/src/look/drawn-media.ts'
import { type Fictional, fictionalLog, told } from '../../room/src/look/fictional-case.ts'
import { fictionalSource } from '../../room/src/look/fictional-source.ts'
import type { LookWindow } from '../../room/src/look/look-page.tsx'
import { keepPreferences } from '../../room/src/preferences.ts'
import { startRoom } from '../../room/src/start-room.tsx'

type Facts = NonNullable<Parameters<typeof fictionalSource>[0]>

const hours = 8
const angles = 9
const moments = 2000
/** Ten times coarser than a real one, so that the page's memory is not what is measured; drawn are as many pixels. */
const binMicros = 20_000

const recordings: readonly Fictional[] = Array.from({ length: angles }, (_, n) => ({
  name: `Camera ${n + 1}.mp4`,
  id: (n + 1).toString(16).padStart(2, '0').repeat(32),
  seconds: hours * 3600 - 40 * n,
  first: 0,
  fps: 25,
  start: 20 * n,
  errorMs: 0.5,
  wearer: null,
  pictures: true,
  sound: true,
  absent: [[0, 30]],
  silent: [[4000, 4100]],
}))

function marked(n: number): Facts[number] {
  const from = Math.round(((n + 0.5) / moments) * hours * 3600e6)
  const detail = {
    v: 1,
    moment: `m${100_000 + n}`,
    name: `Moment ${n} at a place of its own`,
    when: { on: 'case', from, to: n % 3 === 0 ? from + 4e6 : null, seen: null },
    region: null,
    description: null,
    tags: [],
  }
  return { type: 'moment-marked', detail: detail as unknown as EntryDetail<'moment-marked'> }
}

function waveOf({ seconds }: Fictional) {
  const bins = Math.round((seconds * 1e6) / binMicros)
  const extremes = Int16Array.from({ length: 2 * bins }, (_, n) =>
    Math.round((n % 2 === 0 ? -1 : 1) * 9000 * (1 + Math.sin(n * 0.001)) * (0.4 + ((n * 7919) % 97) / 160)),
  )
  return waveformFrom(0 as MediaMicros, { binMicros, extremes })
}

const opening: readonly EntryType[] = ['case-opened', 'person-named', 'intake-begun', 'intake-completed']
const facts = [
  ...(fictionalLog() as Facts).filter(each => opening.includes(each.type)),
  ...recordings.flatMap(each => told(each) as Facts),
  ...Array.from({ length: moments }, (_, n) => marked(n)),
]

z.config({ jitless: true })
const page = document.getElementById('room')
if (!page) throw new Error('the page has no element for the room')
await keepPreferences(document.documentElement)
const source = fictionalSource(facts, recordings, waveOf)
const room = startRoom(page, source, createEngine, url => () => {
  const position = recordings.findIndex(each => each.id === url)
  const recording = recordings[position]
  return recording
    ? Promise.resolve(drawnMedia(recording, position))
    : Promise.reject(new Error('no recording'))
})
Object.assign(window, { room } satisfies Pick<LookWindow, 'room'>)
