// Readers of the formats for editors, written from their public references and apart from the writers: each gives back where
// every clip lies, as an editor would put it. They stop at what an editor could not use.
import assert from 'node:assert/strict'
import { faultsIn, fcpxmlRules, xmemlRules } from './document-rules.ts'
import { attribute, childrenOf, type Element, only, readXml, textIn, within } from './xml-reader.ts'

/** A clip as an editor understands it; seconds. `sourceFrom` counts from the file's first frame. */
export interface ReadClip {
  readonly url: string
  readonly kind: 'picture' | 'sound'
  readonly track: string
  readonly at: number
  readonly lasts: number
  readonly sourceFrom: number
  /** Seconds of the file that pass in a second of the time line. */
  readonly speed: number
}

export interface ReadLine {
  readonly rate: number
  readonly clips: readonly ReadClip[]
  /** Addresses of files that are kept beside the time line. */
  readonly beside: readonly string[]
}

const schemas: Readonly<Record<string, readonly string[]>> = {
  'Timeline.1': ['global_start_time', 'metadata', 'name', 'tracks'],
  'Stack.1': ['children', 'effects', 'enabled', 'markers', 'metadata', 'name', 'source_range'],
  'Track.1': ['children', 'effects', 'enabled', 'kind', 'markers', 'metadata', 'name', 'source_range'],
  'Clip.2': [
    ...[
      'active_media_reference_key',
      'effects',
      'enabled',
      'markers',
      'media_references',
      'metadata',
      'name',
    ],
    'source_range',
  ],
  'Gap.1': ['effects', 'enabled', 'markers', 'metadata', 'name', 'source_range'],
  'ExternalReference.1': ['available_image_bounds', 'available_range', 'metadata', 'name', 'target_url'],
  'LinearTimeWarp.1': ['effect_name', 'enabled', 'metadata', 'name', 'time_scalar'],
  'Marker.2': ['color', 'comment', 'marked_range', 'metadata', 'name'],
  'TimeRange.1': ['duration', 'start_time'],
  'RationalTime.1': ['rate', 'value'],
}

interface Otio {
  readonly OTIO_SCHEMA: string
  readonly [field: string]: unknown
}

/** Every object of a schema has that schema's fields, all of them and no other; times are finite and rates positive. */
function checkOtio(value: unknown): void {
  if (Array.isArray(value)) {
    for (const each of value) checkOtio(each)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const { OTIO_SCHEMA: schema, ...fields } = value as Otio
  if (schema !== undefined) {
    const known = schemas[schema]
    assert.ok(known, `${schema} is a schema of OpenTimelineIO`)
    assert.deepEqual(Object.keys(fields).sort(), [...known].sort(), schema)
    if (schema === 'RationalTime.1') {
      assert.ok(Number.isFinite(fields['value']) && (fields['rate'] as number) > 0, 'a rational time')
    }
  }
  for (const [name, field] of Object.entries(fields)) if (name !== 'metadata') checkOtio(field)
}

export function readOtio(text: string): ReadLine {
  const timeline = JSON.parse(text)
  checkOtio(timeline)
  assert.equal(timeline.OTIO_SCHEMA, 'Timeline.1')
  const seconds = (time: { rate: number; value: number }) => time.value / time.rate
  const clips: ReadClip[] = []
  for (const [index, track] of timeline.tracks.children.entries()) {
    let at = 0
    for (const item of track.children) {
      const lasts = seconds(item.source_range.duration)
      assert.ok(lasts >= 0, 'nothing lasts less than no time')
      // Programs that know whole frames alone must have nothing to round, or their mistakes add up along a track.
      const frames = lasts * timeline.global_start_time.rate
      assert.ok(Math.abs(frames - Math.round(frames)) < 1e-5, `${frames} frames are whole`)
      if (item.OTIO_SCHEMA === 'Clip.2') {
        const media = item.media_references[item.active_media_reference_key]
        const from = seconds(item.source_range.start_time) - seconds(media.available_range.start_time)
        const speed = item.effects[0]?.time_scalar ?? 1
        assert.ok(
          // A ten thousandth of a frame counts as none, and that is 4 µs.
          from >= 0 && from + lasts * speed <= seconds(media.available_range.duration) + 6e-6,
          'a clip lies inside its file',
        )
        clips.push({
          url: media.target_url,
          kind: track.kind === 'Video' ? 'picture' : 'sound',
          track: `${track.kind} ${index}`,
          ...{ at, lasts, sourceFrom: from, speed },
        })
      }
      at += lasts
    }
  }
  const beside = timeline.metadata.sightline.notPlaced.flatMap(
    (each: { url: string | null }) => each.url ?? [],
  )
  return { rate: timeline.global_start_time.rate, clips, beside }
}

function ratio(text: string): number {
  const [num = 0, den = 1] = text.slice(0, -1).split('/').map(Number)
  return num / den
}

export function readFcpxml(text: string): ReadLine {
  const { root } = readXml(text)
  assert.deepEqual(faultsIn(root, fcpxmlRules), [])
  const resources = only(root, 'resources')
  const ids = resources.children.map(each => attribute(each, 'id'))
  assert.equal(new Set(ids).size, ids.length, 'every id is used once')
  for (const name of ['ref', 'format'])
    for (const each of within(root, 'asset-clip').concat(within(root, 'sequence'), within(root, 'asset'))) {
      const id = each.attributes.get(name)
      assert.ok(id === undefined || ids.includes(id), `${name} ${id} is a resource`)
    }
  const asset = (id: string) => resources.children.find(each => attribute(each, 'id') === id) as Element
  const [sequence] = within(root, 'sequence')
  const [gap] = within(root, 'gap')
  assert.ok(sequence && gap)
  const frame = ratio(attribute(asset(attribute(sequence, 'format')), 'frameDuration'))
  const onFrame = (value: number, what: string) =>
    assert.ok(Math.abs(value / frame - Math.round(value / frame)) < 1e-6, `${what} lies on a frame`)
  const clips = childrenOf(gap, 'asset-clip').flatMap((clip): ReadClip[] => {
    const media = asset(attribute(clip, 'ref'))
    const assetStart = ratio(attribute(media, 'start'))
    const assetLasts = ratio(attribute(media, 'duration'))
    const at = ratio(attribute(clip, 'offset')) - ratio(attribute(gap, 'start'))
    const lasts = ratio(attribute(clip, 'duration'))
    onFrame(at, 'offset')
    onFrame(lasts, 'duration')
    const [map] = childrenOf(clip, 'timeMap')
    const points = map ? childrenOf(map, 'timept') : []
    const [first, last] = points.map(point => [
      ratio(attribute(point, 'time')) - assetStart,
      ratio(attribute(point, 'value')) - assetStart,
    ])
    const speed = first && last ? ((last[1] ?? 0) - (first[1] ?? 0)) / ((last[0] ?? 1) - (first[0] ?? 0)) : 1
    const sourceFrom = (ratio(attribute(clip, 'start')) - assetStart) * speed
    assert.ok(
      sourceFrom >= 0 && sourceFrom + lasts * speed <= assetLasts + 1e-4,
      'a clip lies inside its asset',
    )
    const lane = Number(attribute(clip, 'lane'))
    const common = {
      url: attribute(only(media, 'media-rep'), 'src'),
      track: String(lane),
      ...{ at, lasts, sourceFrom, speed },
    }
    return [
      ...(media.attributes.get('hasVideo') === '1' ? [{ ...common, kind: 'picture' as const }] : []),
      ...(media.attributes.get('hasAudio') === '1' ? [{ ...common, kind: 'sound' as const }] : []),
    ]
  })
  const [event] = within(root, 'event')
  const beside = childrenOf(event as Element, 'asset-clip').map(clip =>
    attribute(only(asset(attribute(clip, 'ref')), 'media-rep'), 'src'),
  )
  assert.ok(clips.every(({ at, lasts }) => at + lasts <= ratio(attribute(gap, 'duration')) + 1e-9))
  return { rate: 1 / frame, clips, beside }
}

function xmemlRate(element: Element): number {
  const rate = only(element, 'rate')
  return Number(textIn(rate, 'timebase')) / (textIn(rate, 'ntsc') === 'TRUE' ? 1.001 : 1)
}

export function readXmeml(text: string): ReadLine {
  const { root } = readXml(text)
  assert.deepEqual(faultsIn(root, xmemlRules), [])
  const ids = within(root, 'clipitem').map(each => attribute(each, 'id'))
  assert.equal(new Set(ids).size, ids.length, 'every clip has its own id')
  for (const link of within(root, 'linkclipref')) assert.ok(ids.includes(link.text), 'links lead to clips')
  const files = new Map<string, Element>()
  for (const file of within(root, 'file')) {
    if (file.children.length === 0)
      assert.ok(files.has(attribute(file, 'id')), 'a file is told before it is meant')
    else files.set(attribute(file, 'id'), file)
  }
  const urlOf = (item: Element) => {
    const file = files.get(attribute(only(item, 'file'), 'id')) as Element
    return textIn(file, 'pathurl').replace('file://localhost/', 'file:///')
  }
  const [sequence] = within(root, 'sequence')
  assert.ok(sequence)
  const rate = xmemlRate(sequence)
  const clips = (['video', 'audio'] as const).flatMap(kind =>
    childrenOf(only(only(sequence, 'media'), kind), 'track').flatMap((track, index) => {
      let end = 0
      return childrenOf(track, 'clipitem').map((item): ReadClip => {
        // Premiere and DaVinci Resolve count `in` on the time line's frames, whatever rate the file has.
        assert.equal(xmemlRate(item), rate)
        const [start, stop, from, to] = ['start', 'end', 'in', 'out'].map(name => Number(textIn(item, name)))
        assert.ok(start !== undefined && stop !== undefined && from !== undefined && to !== undefined)
        assert.ok(start >= end && stop > start, 'clips of a track follow one another')
        assert.equal(to - from, stop - start, 'a clip is played at its own speed')
        end = stop
        return {
          url: urlOf(item),
          kind: kind === 'video' ? 'picture' : 'sound',
          track: `${kind} ${index}`,
          at: start / rate,
          lasts: (stop - start) / rate,
          sourceFrom: from / rate,
          speed: 1,
        }
      })
    }),
  )
  const beside = within(root, 'clip').map(clip => urlOf(within(clip, 'clipitem')[0] as Element))
  return { rate, clips, beside }
}

/** The frame that a time code names, numbers dropped where it has a semicolon: counted up one by one, the slow way. */
export function frameOfTimeCode(code: string, second: number): number {
  const match = /^(\d\d):(\d\d):(\d\d)([:;])(\d\d)$/.exec(code)
  assert.ok(match, `${code} is a time code`)
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map(Number)
  let frame = ((hours * 60 + minutes) * 60 + seconds) * second + Number(match[5])
  if (match[4] === ';')
    for (let minute = 1; minute <= hours * 60 + minutes; minute++) if (minute % 10 !== 0) frame -= second / 15
  return frame
}

/** CMX 3600 says no rate, so an editor has to be told it. Source places are given as they stand, from time code 0. */
export function readEdl(text: string, rate: number): ReadLine {
  const second = Math.round(rate)
  const lines = text.split('\r\n')
  assert.match(lines[0] ?? '', /^TITLE: .{0,70}$/)
  assert.match(lines[1] ?? '', /^FCM: (NON-)?DROP FRAME$/)
  const isDrop = lines[1] === 'FCM: DROP FRAME'
  const clips: ReadClip[] = []
  const reels = new Map<string, string>()
  const ends = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    assert.ok(index < 2 || line === '' || line.startsWith('* ') || /^\d{3,} /.test(line), line)
    const event =
      /^(\d{3,}) {2}(\S+) +(V\d*|AA|A\d*) +C {8}([\d:;]{11}) ([\d:;]{11}) ([\d:;]{11}) ([\d:;]{11})$/.exec(
        line,
      )
    if (!event) {
      assert.ok(!/^\d/.test(line), `${line} is an event`)
      continue
    }
    const [, number, reel = '', channel = '', ...codes] = event
    assert.equal(Number(number), clips.length + 1)
    assert.match(reel, /^[A-Z0-9_]{1,8}$/)
    assert.equal(codes[2]?.includes(';'), isDrop)
    const [from = 0, to = 0, at = 0, end = 0] = codes.map(code => frameOfTimeCode(code, second))
    assert.equal(to - from, end - at, 'an event is as long in its source as on the record')
    const url = /^\* SOURCE FILE: (.+)$/.exec(lines[index + 2] ?? '')?.[1] ?? ''
    assert.ok(reels.get(reel) === undefined || reels.get(reel) === url, `${reel} is one file`)
    reels.set(reel, url)
    assert.ok(at >= (ends.get(channel) ?? 0), 'events of a track follow one another')
    ends.set(channel, end)
    clips.push({
      url,
      kind: channel.startsWith('V') ? 'picture' : 'sound',
      track: channel,
      at: at / rate,
      lasts: (end - at) / rate,
      sourceFrom: from / rate,
      speed: 1,
    })
  }
  const beside = lines.filter(line => line.includes(': not placed: '))
  return { rate, clips, beside }
}

/** Rows of a CSV file by the names of the columns (RFC 4180). */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]]
  let rest = text
  while (rest !== '') {
    const match = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)
    assert.ok(match, `a cell at ${rest.slice(0, 30)}`)
    rows.at(-1)?.push((match[1] ?? match[2] ?? '').replaceAll('""', '"'))
    rest = rest.slice(match[0].length)
    if (match[3] === '\r\n' && rest !== '') rows.push([])
  }
  const [head = [], ...body] = rows
  for (const row of body) assert.equal(row.length, head.length)
  return body.map(row => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ''])))
}
