/** The edited film's true edit list, in the form in which `sightline diff --json` tells what it finds. */
import { cameraNamed } from './cameras.ts'
import {
  type Drawn,
  filmFile,
  filmFrames,
  filmRate,
  filmSize,
  type Rect,
  type Shot,
  shotStarts,
  shots,
  soundPlan,
} from './film-plan.ts'
import { callFile } from './mux.ts'

interface Edit {
  readonly kind: string
  readonly start: number
  readonly end: number
  readonly factor?: number
  readonly crop?: Rect
  readonly region?: Rect
}

export function filmTruth() {
  const placed = shots.map((shot, at) => ({
    shot,
    start: shotStarts[at] as number,
    end: shotStarts[at + 1] as number,
  }))
  return {
    v: 1,
    edited: { file: filmFile, frames: filmFrames, rate: [filmRate, 1] },
    segments: placed.flatMap(({ shot, start, end }, at) => [
      ...segmentOf(shot, start, end),
      ...partnerOf(at, start),
    ]),
    cuts: shotStarts.slice(1, -1),
    edits: placed.flatMap(({ shot, start, end }) => editsOf(shot, start, end)),
    audio: soundPlan.map(({ kind, from, to, recording, recordingFrom }) => ({
      kind,
      start: from,
      end: to,
      ...(recording === null ? {} : { raw: fileOf(recording), rawStart: recordingFrom }),
    })),
    leftOut: leftOut(),
  }
}

export function fileOf(recording: string): string {
  return recording === 'dispatch-call' ? callFile : cameraNamed(recording).file
}

function segmentOf({ picture }: Shot, start: number, end: number) {
  if (picture.kind === 'card') return []
  const isEven =
    picture.rate === 1 && picture.shows.every((frame, n) => frame === (picture.shows[0] as number) + n)
  return [
    {
      start,
      end,
      raw: fileOf(picture.recording),
      rawStart: picture.shows[0],
      rate: picture.rate,
      layer: 0,
      ...(isEven ? {} : { frames: picture.shows }),
    },
  ]
}

/** The other side of a dissolve: the shot before goes on below. */
function partnerOf(at: number, start: number) {
  const [before, shot] = [shots[at - 1], shots[at]]
  if (!shot || shot.dissolve === 0 || before?.picture.kind !== 'raw') return []
  const rawStart = (before.picture.shows.at(-1) ?? 0) + 1
  return [
    { start, end: start + shot.dissolve, raw: fileOf(before.picture.recording), rawStart, rate: 1, layer: 1 },
  ]
}

function editsOf(shot: Shot, start: number, end: number): readonly Edit[] {
  const edits: Edit[] = []
  const { picture } = shot
  if (picture.kind === 'card') edits.push({ kind: picture.isTitle ? 'title' : 'black', start, end })
  else {
    if (picture.rate === 0) edits.push({ kind: 'freeze', start, end })
    else if (picture.rate !== 1) edits.push({ kind: 'slow', start, end, factor: picture.rate })
    if (picture.crop) edits.push({ kind: 'crop', start, end, crop: picture.crop })
    else if (picture.recording === 'doorbell')
      edits.push({ kind: 'letterbox', start, end, region: pillared() })
  }
  if (shot.dissolve > 0) edits.push({ kind: 'dissolve', start, end: start + shot.dissolve })
  if (shot.fadeOut > 0) edits.push({ kind: 'fade', start: end - shot.fadeOut, end })
  for (const drawn of shot.drawn)
    edits.push({
      kind: drawn.kind === 'blur' ? 'redaction' : 'overlay',
      start: start + drawn.from,
      end: start + drawn.to,
      region: regionOf(drawn),
    })
  return edits
}

/** Where a 4:3 picture stands in the film's frame, between bars. */
function pillared(): Rect {
  const width = Math.round((filmSize.height * 4) / 3)
  return [(filmSize.width - width) / 2, 0, width, filmSize.height]
}

function regionOf(drawn: Drawn): Rect {
  switch (drawn.kind) {
    case 'blur':
      return drawn.region
    case 'circle': {
      const reach = drawn.radius + 3
      return [drawn.x - reach, drawn.y - reach, 2 * reach, 2 * reach]
    }
    case 'arrow': {
      const [left, right] = [Math.min(drawn.tip[0], drawn.tail[0]), Math.max(drawn.tip[0], drawn.tail[0])]
      const [top, bottom] = [Math.min(drawn.tip[1], drawn.tail[1]), Math.max(drawn.tip[1], drawn.tail[1])]
      return [left - 5, top - 5, right - left + 10, bottom - top + 10]
    }
  }
}

/** Frames of the recordings used that the film never shows. */
function leftOut() {
  const names = [
    ...new Set(shots.flatMap(({ picture }) => (picture.kind === 'raw' ? [picture.recording] : []))),
  ]
  return names.flatMap(name => {
    const camera = cameraNamed(name)
    const shown = new Set(
      shots.flatMap(({ picture }) =>
        picture.kind === 'raw' && picture.recording === name ? picture.shows : [],
      ),
    )
    for (const [at, shot] of shots.entries()) {
      const before = shots[at - 1]
      if (shot.dissolve > 0 && before?.picture.kind === 'raw' && before.picture.recording === name)
        for (let n = 1; n <= shot.dissolve; n++) shown.add((before.picture.shows.at(-1) ?? 0) + n)
    }
    const spans: { raw: string; start: number; end: number }[] = []
    for (let frame = 0; frame < camera.frames; frame++) {
      if (shown.has(frame)) continue
      const last = spans.at(-1)
      if (last?.end === frame) last.end = frame + 1
      else spans.push({ raw: camera.file, start: frame, end: frame + 1 })
    }
    return spans
  })
}
