import { inOrderOfTime, type ToldMoment } from './told.ts'

/** A chapter has to last for a player to show it: an instant gets this much. */
const instantMicros = 1_000_000

/**
 * Moments as WebVTT chapters (W3C WebVTT, "chapters" kind: no cue settings, text on one line), on a clock whose zero is
 * `origin`: for a clip that is where it begins. Withdrawn moments, those without a place and those before the origin are
 * left out, and a note says how many.
 */
export function momentsChapters(told: readonly ToldMoment[], origin: number, title: string): string {
  const shown = inOrderOfTime(told).filter(
    ({ moment, on }) => moment.withdrawn === null && on !== null && on.from >= origin,
  )
  const cues = shown.map(({ moment, on }) => {
    const from = (on?.from ?? origin) - origin
    const to = moment.when.to === null ? from + instantMicros : (on?.to ?? from) - origin
    return `${moment.id}\n${stamp(from)} --> ${stamp(Math.max(to, from + 1000))}\n${cueText(moment.name)}\n`
  })
  const left = told.length - shown.length
  const note = `NOTE\n${plain(title)}. Times are those of the case clock less its time ${stamp(Math.max(0, origin))}. An instant is shown for one second. Left out: ${left}.\n`
  return ['WEBVTT\n', note, ...cues].join('\n')
}

/** Whole milliseconds, cut so that no chapter begins late. */
function stamp(micros: number): string {
  const ms = Math.floor(micros / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const rest = String(ms % 1000).padStart(3, '0')
  const seconds = Math.floor(ms / 1000)
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`
}

/** Cue text has markup of its own: an ampersand and angle brackets are written as entities, and `-->` cannot stand in it. */
function cueText(text: string): string {
  return plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('-->', '→').trim()
}
