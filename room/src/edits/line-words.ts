import type { EditLine, EditPart, RecordingId } from '@sightline/core/case'
import type { StandingLine } from '@sightline/core/conform'
import type { FrameTimes } from '@sightline/core/time'
import { frameAtMedia } from '@sightline/core/time'
import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import type { Same } from '../strings/catalogue.ts'
import type { enEdits } from '../strings/en-edits.ts'
import { numbers } from '../strings/numbers.ts'
import { secondsText, timeText } from '../time-text.ts'

export type EditsWords = Same<typeof enEdits>

/** The family of a kind: it has a colour in the bars, and always its words. */
export const kindGroups = ['speed', 'framing', 'layers', 'drawn', 'none', 'light', 'sound'] as const
export type KindGroup = (typeof kindGroups)[number]

const groupOfKind = {
  slow: 'speed',
  fast: 'speed',
  freeze: 'speed',
  reverse: 'speed',
  crop: 'framing',
  zoom: 'framing',
  letterbox: 'framing',
  mirror: 'framing',
  rotate: 'framing',
  pip: 'layers',
  split: 'layers',
  dissolve: 'layers',
  redaction: 'drawn',
  overlay: 'drawn',
  title: 'none',
  black: 'none',
  insert: 'none',
  fade: 'light',
  colour: 'light',
} as const satisfies Record<Extract<EditLine, { part: 'picture' }>['kind'], KindGroup>

/** The family of a line; null for what is shown and for joins, which the film's own bar tells. */
export function groupOf(line: EditLine): KindGroup | null {
  if (line.part === 'picture') return groupOfKind[line.kind]
  if (line.part === 'sound') return line.kind === 'raw' ? null : 'sound'
  return line.part === 'unmatched' ? 'none' : null
}

/** What a line is called in a word or two. */
export function tagOf(w: EditsWords, line: EditLine): string {
  if (line.part === 'picture') return w.kinds[line.kind]
  if (line.part === 'sound') return w.sounds[line.kind]
  return w.parts[line.part satisfies Exclude<EditPart, 'picture' | 'sound'>]
}

/** What a line is called where there is no room for its tag; empty where nothing is shorter. */
export function shortTagOf(w: EditsWords, line: EditLine): string {
  return line.part === 'picture' || line.part === 'sound' ? (w.shortTags[line.kind] ?? '') : ''
}

export function recordingName(room: Room, id: RecordingId): string {
  return room.session.names.value.get(id) ?? room.source.state.value.recordings.get(id)?.firstName ?? id
}

/** Where a line lies in the film, from its beginning. */
export function whenOf(line: EditLine, start: number): string {
  const from = timeText(line.from - start)
  return line.part === 'trim' ? from : `${from} – ${timeText(line.to - start)}`
}

/** What a line says beside its tag: of which recording, from where, how fast, where in the picture. */
export function sayingOf(room: Room, w: EditsWords, line: EditLine, times: FrameTimes | null): string {
  const frame = (at: number) => {
    const index = times && frameAtMedia(times, at)
    return index === null ? `${secondsText(at)} s` : w.frame(String(index))
  }
  switch (line.part) {
    case 'shown': {
      const speed = speedWords(w, line.rate)
      const layer = line.layer > 0 ? w.second(line.layer) : ''
      const name = recordingName(room, line.raw)
      const shown = w.shownOf(name, frame(line.rawFrom), frame(line.rawTo - 1))
      return [shown, line.rate === 1 ? '' : speed, layer].filter(Boolean).join(' · ')
    }
    case 'trim': {
      const [first, last] = times
        ? [frameAtMedia(times, line.rawFrom), frameAtMedia(times, line.rawTo - 1)]
        : [null, null]
      const frames =
        first === null || last === null
          ? `${secondsText(line.rawTo - line.rawFrom)} s`
          : w.framesOf(last - first + 1)
      return w.trimOf(frames, recordingName(room, line.raw))
    }
    case 'picture': {
      const part = line.crop ?? line.region
      const where = part ? w.regionLine(part[0], part[1], part[2], part[3]) : ''
      const factor = line.factor === null ? '' : w.factor(numbers.value.decimals(line.factor, 2))
      return [factor, where].filter(Boolean).join(' · ')
    }
    case 'sound':
      return line.raw === null || line.rawFrom === null
        ? ''
        : w.soundOf(recordingName(room, line.raw), `${secondsText(line.rawFrom)} s`)
    case 'unmatched':
      return ''
  }
}

export function speedWords(w: EditsWords, rate: number): string {
  if (rate === 0) return w.held
  const factor = numbers.value
    .decimals(Math.abs(rate), Math.abs(rate) < 1 ? 2 : 1)
    .replace(/([.,]\d*?)0+$/, '$1')
    .replace(/[.,]$/, '')
  if (rate < 0) return w.backwards(factor)
  return rate === 1 ? w.trueSpeed : w.speed(factor)
}

export function decidedBy(room: Room, line: StandingLine): string {
  return line.review ? agentName(room, line.review.agent) : ''
}

/** Lines in which all words typed are found, whatever the accents and the case. */
export function foundLines(
  room: Room,
  w: EditsWords,
  lines: readonly StandingLine[],
  typed: string,
): readonly StandingLine[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return lines
  return lines.filter(each => {
    const text = plain(
      [
        tagOf(w, each.line),
        sayingOf(room, w, each.line, null),
        timeText(each.line.from),
        w.status[each.status],
        each.review?.reason ?? '',
        decidedBy(room, each),
      ].join(' '),
    )
    return wanted.every(word => text.includes(word))
  })
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
