// A film of ten seconds and two recordings, for the tests of this folder. Frames are 40 ms long in all of them.
import type { EditLine, EditReview } from '../case/index.ts'
import type { FrameTimes, MediaMicros } from '../time/index.ts'
import type { Candidate, EditList } from './edit-list.ts'

export const film = 'f'.repeat(64)
export const one = '1'.repeat(64)
export const two = '2'.repeat(64)
export const seconds = (value: number) => Math.round(value * 1e6) as MediaMicros

export const times: FrameTimes = { boundaries: Float64Array.from({ length: 1001 }, (_, n) => n * 40_000) }

export function shown(
  [from, to]: readonly [number, number],
  raw: string,
  rawFrom: number,
  { rate = 1, layer = 0 } = {},
): EditLine {
  const span = rate === 0 ? 0.04 : (to - from) * Math.abs(rate)
  return {
    part: 'shown',
    from: seconds(from),
    to: seconds(to),
    raw,
    rawFrom: seconds(rawFrom),
    rawTo: seconds(rawFrom + span),
    rate,
    layer,
  }
}

export function candidate(line: EditLine, more: Partial<Candidate> = {}): Candidate {
  const frame = (at: number) => Math.round(at / 40_000)
  const isShown = line.part === 'shown'
  return {
    line,
    frames: line.part === 'sound' ? null : [frame(line.from), frame(line.to)],
    rawFirst: isShown ? frame(line.rawFrom) : null,
    rawFrames: null,
    maps: null,
    box: null,
    range: null,
    score: 0.9,
    pair: null,
    rivals: [],
    ...more,
  }
}

export function listOf(...candidates: readonly Candidate[]): EditList {
  const held = (recording: string, length: number) => ({
    recording,
    frames: length * 25,
    from: seconds(0),
    to: seconds(length),
    hasSound: true,
  })
  return {
    v: 1,
    method: 'm',
    version: '1',
    of: held(film, 10),
    against: [held(one, 40), held(two, 20)],
    candidates: [...candidates],
  }
}

export function review(line: EditLine | null, said: Partial<EditReview>): EditReview {
  return {
    id: 'er1',
    of: film,
    list: 'a'.repeat(64),
    line,
    verdict: 'accepted',
    said: null,
    reason: 'compared',
    agent: { kind: 'person', person: 'p1' },
    at: '2026-01-02T03:04:05.678Z',
    withdrawn: null,
    rev: 1,
    ...said,
  }
}
