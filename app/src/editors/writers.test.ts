import assert from 'node:assert/strict'
import test from 'node:test'
import { clockMapOf } from '@sightline/core/case'
import { type CaseMicros, caseTimeOn, type MediaMicros } from '@sightline/core/time'
import fc from 'fast-check'
import { anyLine, street } from '../../../test/cases/editors/lines.ts'
import {
  frameOfTimeCode,
  type ReadClip,
  type ReadLine,
  readCsv,
  readEdl,
  readFcpxml,
  readOtio,
  readXmeml,
} from '../../../test/cases/editors/read-back.ts'
import { type Arrangement, arrange, type ToArrange } from './arrangement.ts'
import { csvTable } from './csv-table.ts'
import { editList } from './edl.ts'
import { fcpxmlText } from './fcpxml.ts'
import { otioText } from './otio.ts'
import { xmemlText } from './xmeml.ts'

const about = { title: 'street', tool: 'sightline test' }

/** Runs of the laws: a line has up to seven recordings of four pieces in five formats. */
const numRuns = 150

/**
 * The place on its group's clock that a placement gives each instant of a file, told as an editor would find it: by seconds from
 * the first frame. This is the truth that files for editors are held against, and it asks the placement alone.
 */
function clockTime(recording: ToArrange, fromFirstFrame: number, piece: number): number {
  const { media, placement } = recording
  assert.ok(media && placement.kind === 'placed')
  const map = clockMapOf(placement)
  const time = (media.origin + fromFirstFrame * 1e6) as MediaMicros
  return caseTimeOn(map[piece] ?? map[0], time) / 1e6
}

interface Found {
  readonly clip: ReadClip
  readonly recording: ToArrange
  /** How far what the clip shows at its beginning and at its end is from where it belongs, in seconds. */
  readonly offAtStart: number
  readonly offAtEnd: number
}

/** Holds each clip of one group against the others: their clocks have one zero, wherever the line puts it. */
function found(line: ReadLine, recordings: readonly ToArrange[], arrangement: Arrangement): readonly Found[] {
  return line.clips.map(clip => {
    const recording = recordings.find(each => each.media?.url === clip.url)
    assert.ok(recording?.media && recording.placement.kind === 'placed', `${clip.url} was placed`)
    const { placement } = recording
    const zero = (arrangement.groups.find(({ group }) => group === placement.group)?.clockZero ?? 0) / 1e6
    const pieces = clockMapOf(placement)
    const middle = recording.media.origin + (clip.sourceFrom + (clip.lasts * clip.speed) / 2) * 1e6
    const piece = pieces.findLastIndex(({ from }) => from <= middle)
    const off = (after: number) =>
      clip.at + after - zero - clockTime(recording, clip.sourceFrom + after * clip.speed, Math.max(0, piece))
    return { clip, recording, offAtStart: off(0), offAtEnd: off(clip.lasts) }
  })
}

/** Nothing placed is missing, nothing else is there, and what has no place is beside. */
function holdsAll(line: ReadLine, recordings: readonly ToArrange[]): void {
  const urls = (kind: ReadClip['kind']) =>
    [...new Set(line.clips.filter(clip => clip.kind === kind).map(({ url }) => url))].sort()
  const expected = (has: 'picture' | 'sound') =>
    recordings
      .filter(({ media, placement }) => placement.kind === 'placed' && media?.[has])
      .map(({ media }) => media?.url ?? '')
      .sort()
  assert.deepEqual(urls('picture'), expected('picture'))
  assert.deepEqual(urls('sound'), expected('sound'))
}

const unplacedUrls = (recordings: readonly ToArrange[]) =>
  recordings.flatMap(({ media, placement }) => (placement.kind === 'unplaced' && media ? [media.url] : []))

/** Drift that no speed corrects grows over a clip; corrected or less than a frame, it stays under one. */
function driftOver({ clip, recording }: Found): number {
  const ppm = recording.placement.kind === 'placed' ? recording.placement.driftPpm : 0
  return Math.abs(clip.lasts * ppm * 1e-6)
}

/** Seconds: what roundings to a microsecond, and 250 ppm over a frame, come to at most. */
const roundings = 2e-5
const halfFrame = ({ rate }: ReadLine) => 0.5 / rate + roundings
const frame = ({ rate }: ReadLine) => 1 / rate + roundings

test('OpenTimelineIO holds every clip exactly where it belongs', () => {
  fc.assert(
    fc.property(anyLine, recordings => {
      const arrangement = arrange(recordings)
      const line = readOtio(otioText(arrangement, about))
      holdsAll(line, recordings)
      assert.deepEqual(line.beside, unplacedUrls(recordings))
      for (const each of found(line, recordings, arrangement)) {
        // Ten microseconds: three roundings to one, and a ten thousandth of a frame.
        assert.ok(Math.abs(each.offAtStart) < 1e-5, `${each.offAtStart} s at its start`)
        assert.ok(Math.abs(each.offAtEnd) <= frame(line), `${each.offAtEnd} s at its end`)
      }
    }),
    { numRuns },
  )
})

test('FCPXML holds every clip within half a frame, and its drift within a frame', () => {
  fc.assert(
    fc.property(anyLine, recordings => {
      const arrangement = arrange(recordings)
      const line = readFcpxml(fcpxmlText(arrangement, about))
      holdsAll(line, recordings)
      assert.deepEqual(line.beside, unplacedUrls(recordings))
      for (const each of found(line, recordings, arrangement)) {
        assert.ok(Math.abs(each.offAtStart) <= halfFrame(line), `${each.offAtStart} s at its start`)
        assert.ok(Math.abs(each.offAtEnd) <= halfFrame(line) + frame(line), `${each.offAtEnd} s at its end`)
      }
    }),
    { numRuns },
  )
})

test('xmeml holds every clip within half a frame, at its own speed', () => {
  fc.assert(
    fc.property(anyLine, recordings => {
      const arrangement = arrange(recordings)
      const line = readXmeml(xmemlText(arrangement, about))
      holdsAll(line, recordings)
      assert.deepEqual(line.beside, unplacedUrls(recordings))
      for (const each of found(line, recordings, arrangement)) {
        assert.ok(Math.abs(each.offAtStart) <= halfFrame(line), `${each.offAtStart} s at its start`)
        assert.ok(
          Math.abs(each.offAtEnd) <= halfFrame(line) + driftOver(each),
          `${each.offAtEnd} s at its end`,
        )
      }
    }),
    { numRuns },
  )
})

test('a CMX 3600 list holds every clip within half a frame, and each track has a list that agrees', () => {
  fc.assert(
    fc.property(anyLine, recordings => {
      const unlabelled = recordings.map(each =>
        each.media ? { ...each, media: { ...each.media, timeCode: null } } : each,
      )
      const arrangement = arrange(unlabelled)
      const { num, den } = arrangement.counting.rate
      const { text, beyondTimeCode } = editList(arrangement, about)
      const line = readEdl(text, num / den)
      assert.deepEqual(beyondTimeCode, [])
      holdsAll(line, unlabelled)
      for (const each of found(line, unlabelled, arrangement))
        assert.ok(Math.abs(each.offAtStart) <= halfFrame(line), `${each.offAtStart} s at its start`)
      const alone = arrangement.tracks.flatMap(
        track => readEdl(editList(arrangement, about, track).text, num / den).clips,
      )
      const places = (clips: readonly ReadClip[]) =>
        clips
          .map(({ url, kind, at, lasts, sourceFrom }) => [url, kind, at, lasts, sourceFrom].join(' '))
          .sort()
      assert.deepEqual(places(alone), places(line.clips))
    }),
    { numRuns },
  )
})

test('a table gives exact times, and the remainder that its time codes leave', () => {
  fc.assert(
    fc.property(anyLine, recordings => {
      const arrangement = arrange(recordings)
      const { rate } = arrangement.counting
      const rows = readCsv(csvTable(arrangement))
      const urls = rows.map(row => row['file_url'])
      for (const { media } of recordings) assert.ok(urls.includes(media?.url))
      for (const row of rows) {
        if (row['state'] !== 'placed') continue
        const recording = recordings.find(({ media }) => media?.url === row['file_url'])
        assert.ok(recording)
        const clock = clockTime(recording, Number(row['source_from_s']), Number(row['piece']) - 1)
        assert.ok(Math.abs(Number(row['group_clock_from_s']) - clock) < 2e-6)
        const second = Math.round(rate.num / rate.den)
        const at = (frameOfTimeCode(row['sequence_from_timecode'] ?? '', second) * rate.den) / rate.num
        const off = 1000 * (at - Number(row['sequence_from_s']))
        assert.ok(Math.abs(off) <= 500 * (rate.den / rate.num) + 0.001)
        if (row['source_from_s'] === '0') assert.ok(Math.abs(off - Number(row['remainder_ms'])) < 0.002)
      }
    }),
    { numRuns },
  )
})

test('what is unplaced is named in every format, with the reason, and lies on no track', () => {
  const arrangement = arrange(street)
  const texts = [
    otioText(arrangement, about),
    fcpxmlText(arrangement, about),
    xmemlText(arrangement, about),
    editList(arrangement, about).text,
    csvTable(arrangement),
  ]
  for (const text of texts) {
    assert.match(text, /not placed: no sound/)
    assert.match(text, /broken\.mp4/)
    assert.match(text, /not placed: it could not be read/)
  }
})

test('two clocks follow one another with a break that is marked', () => {
  const arrangement = arrange(street)
  const [first, second] = arrangement.groups
  assert.ok(first && second && second.from - first.to >= 10_000_000)
  for (const text of [otioText, fcpxmlText, xmemlText].map(write => write(arrangement, about)))
    assert.match(text, /Shares no clock with what stands before/)
  assert.match(editList(arrangement, about).text, /^\* Group g2: Shares no clock/m)
})

test('a clock that runs away by more than a frame is corrected by speed where a format can, and told where not', () => {
  const arrangement = arrange(street)
  const speeds = (line: ReadLine) => new Set(line.clips.map(({ speed }) => Number(speed.toFixed(9))))
  const corrected = new Set([1, Number((1 / 1.0000875).toFixed(9))])
  assert.deepEqual(speeds(readOtio(otioText(arrangement, about))), corrected)
  assert.deepEqual(speeds(readFcpxml(fcpxmlText(arrangement, about))), corrected)
  assert.match(
    xmemlText(arrangement, about),
    /its clock \(drift 87\.5 ppm\) is not corrected: at its end 315 ms early/,
  )
})

test("a file's own time code is where its clips are looked for", () => {
  const arrangement = arrange(street)
  const otio = JSON.parse(otioText(arrangement, about))
  const dash = otio.tracks.children[1].children.at(-1)
  assert.deepEqual(dash.source_range.start_time, { OTIO_SCHEMA: 'RationalTime.1', rate: 25, value: 900_000 })
  assert.equal(dash.media_references.DEFAULT_MEDIA.available_range.start_time.value, 900_000)
  const fcpxml = fcpxmlText(arrangement, about)
  assert.match(fcpxml, /<asset id="a2" name="dash\.mov" start="36000s"/)
  // Frame 1078920 at 29.97 is 10:00:00;00 by its count and 36000 seconds less 36 ms by the clock.
  assert.match(fcpxml, /start="8999991\/250s"/)
  const xmeml = xmemlText(arrangement, about)
  assert.match(xmeml, /<string>10:00:00:00<\/string>\s*<frame>900000<\/frame>\s*<displayformat>NDF/)
  assert.match(xmeml, /<string>10:00:00;00<\/string>\s*<frame>1078920<\/frame>\s*<displayformat>DF/)
  const edl = editList(arrangement, about).text
  assert.match(edl, /^\d{3} {2}DASH {5}V2 {4}C {8}10:00:00;00 11:00:00;00 /m)
  assert.match(edl, /^\d{3} {2}CAFE {5}V4 {4}C {8}10:00:00;00 /m)
})

test('Final Cut Pro is told not to play a recording at the rate of the time line', () => {
  const fcpxml = fcpxmlText(arrange(street), about)
  assert.equal(fcpxml.match(/<conform-rate scaleEnabled="0" srcFrameRate="25"\/>/g)?.length, 1)
})

test('a list whose clips reach past 24 hours says which, and leaves them out', () => {
  const day = 24 * 3_600_000_000
  const late = street.map(each =>
    each.placement.kind === 'placed' && each.placement.group === 'g2'
      ? {
          ...each,
          placement: { ...each.placement, group: 'g1', start: (each.placement.start + day) as CaseMicros },
        }
      : each,
  ) as readonly ToArrange[]
  const { text, beyondTimeCode } = editList(arrange(late), about)
  assert.deepEqual(beyondTimeCode, ['given/gate.mkv', 'given/café\u0007.mp4'])
  assert.match(text, /^\* NOT IN THIS LIST: given\/gate\.mkv reaches beyond 24 hours/m)
  assert.doesNotMatch(text, /FROM CLIP NAME: gate/)
})

test('without one placed recording every format is still whole', () => {
  const none = street.map(each => ({ ...each, placement: { kind: 'unplaced', why: 'no-overlap' } as const }))
  const arrangement = arrange(none)
  assert.deepEqual(readOtio(otioText(arrangement, about)).clips, [])
  assert.deepEqual(readFcpxml(fcpxmlText(arrangement, about)).clips, [])
  assert.deepEqual(readXmeml(xmemlText(arrangement, about)).clips, [])
  assert.deepEqual(readEdl(editList(arrangement, about).text, 30).clips, [])
  assert.equal(readCsv(csvTable(arrangement)).length, none.length)
})
