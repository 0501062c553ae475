// What holding a film of the fiction against its recordings would come to. The film is 'exports/clip-0417.mp4', 18 s long.
import type { EditLine, RecordingId } from '@sightline/core/case'
import type { Candidate, EditList } from '@sightline/core/conform'
import type { MediaMicros } from '@sightline/core/time'
import { type Fictional, recordings } from './fictional-case.ts'

const at = (seconds: number) => Math.round(seconds * 1e6) as MediaMicros
const held = (name: string): Fictional => {
  const found = recordings.find(each => each.name.includes(name))
  if (!found) throw new Error(`the fiction has no ${name}`)
  return found
}

function compared({ id, first, seconds, fps, pictures, sound }: Fictional) {
  return {
    recording: id,
    frames: pictures ? Math.floor(seconds * fps) : null,
    from: at(first),
    to: at(first + seconds),
    hasSound: sound,
  }
}

const film = held('clip-0417')

function candidate(line: EditLine, more: Partial<Candidate> = {}): Candidate {
  const frame = (micros: number, fps = film.fps) => Math.round((micros * fps) / 1e6)
  const source = line.part === 'shown' ? recordings.find(({ id }) => id === line.raw) : undefined
  const rawFirst = source && line.part === 'shown' ? frame(line.rawFrom - at(source.first), source.fps) : null
  const frames: [number, number] = [frame(line.from), frame(line.to)]
  return {
    line,
    frames: line.part === 'sound' ? null : frames,
    rawFirst,
    rawFrames: null,
    maps: null,
    box: null,
    range: null,
    score: 0.97,
    pair: rawFirst === null ? null : [frames[0], rawFirst],
    rivals: [],
    ...more,
  }
}

function shown(from: number, to: number, raw: RecordingId, rawFrom: number, rate = 1): EditLine {
  return {
    part: 'shown',
    from: at(from),
    to: at(to),
    raw,
    rawFrom: at(rawFrom),
    rawTo: at(rawFrom + (to - from) * rate),
    rate,
    layer: 0,
  }
}

const [a, b, doorbell] = [held('camera A').id, held('camera B').id, held('Doorbell').id]
const picture = { part: 'picture', factor: null, crop: null, region: null } as const

/** A card, then camera A, a trim of three frames, camera B, the doorbell slowed to a quarter with an arrow, and nothing known. */
export const fictionalEdits: EditList = {
  v: 1,
  method: 'sightline-edits',
  version: '1',
  of: compared(film),
  against: recordings.filter(({ id }) => id !== film.id).map(compared),
  candidates: [
    candidate({ ...picture, from: at(0), to: at(2), kind: 'title' }, { score: 0.8 }),
    candidate(shown(2, 5, a, 30), {
      rivals: [{ raw: b, frame: 700, behind: 0.31 }],
    }),
    candidate({ part: 'trim', from: at(5), to: at(5), raw: a, rawFrom: at(33), rawTo: at(33.1) }),
    candidate(shown(5, 8, a, 33.1), { range: [991, 995] }),
    candidate(shown(8, 11, b, 28)),
    candidate(shown(11, 15, doorbell, 41, 0.25), {
      rawFrames: Array.from({ length: 120 }, (_, n) => 615 + Math.floor(n / 8)),
    }),
    candidate({ ...picture, from: at(11), to: at(15), kind: 'slow', factor: 0.25 }),
    candidate({ ...picture, from: at(12), to: at(14), kind: 'overlay', region: [400, 120, 180, 130] }),
    candidate({ ...picture, from: at(15), to: at(18), kind: 'insert' }, { score: 0.5 }),
    candidate({ part: 'sound', from: at(2), to: at(5), kind: 'raw', raw: a, rawFrom: at(30) }),
    candidate({ part: 'sound', from: at(5), to: at(7), kind: 'muted', raw: null, rawFrom: null }),
  ],
}
