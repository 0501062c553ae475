import { basename, resolve } from 'node:path'
import { timeCode } from '../editors/frames.ts'
import { fileUrl } from '../editors/media.ts'
import { plain } from '../editors/notes.ts'
import { sequenceRate } from '../editors/rates.ts'
import type { DiffReport } from './diff-report.ts'
import type { EditClock } from './edit-clock.ts'

/**
 * What the film shows as a CMX 3600 list: V for its main picture, V2 for pictures over or under it, and its sound on A. Speeds stand as M2
 * lines; what else is different, and frames that match nothing, as remarks.
 */
export function diffEdl(report: DiffReport, title: string, clock: EditClock): string {
  const rate = report.edited.rate
  const counting = sequenceRate([rate ? { num: rate[0], den: rate[1] } : null])
  const perSecond = counting.rate.num / counting.rate.den
  const reels = new Map(report.raws.map(({ file }, n) => [file, `R${String(n + 1).padStart(3, '0')}`]))
  const code = (frames: number) => timeCode(Math.max(0, Math.round(frames)), counting)
  const framesTo = (seconds: number) => seconds * perSecond
  const ofFilm = (frame: number) => framesTo(clock.film(frame))
  const events = [
    ...report.segments.map(({ start, end, raw, rawStart, rate: speed, layer }) => {
      const [at, to] = [ofFilm(start), ofFilm(end)]
      return {
        at: Math.round(at),
        raw,
        channel: layer === 0 ? 'V' : 'V2',
        from: framesTo(clock.raw(raw, rawStart)),
        lasts: Math.max(1, Math.abs(speed) * (to - at)),
        to: Math.round(to),
        speed,
      }
    }),
    ...report.audio.flatMap(({ start, end, raw, rawStart }) =>
      raw === undefined || rawStart === undefined
        ? []
        : [
            {
              at: Math.round(framesTo(clock.filmTime(start))),
              raw,
              channel: 'A',
              from: framesTo(clock.rawTime(raw, rawStart)),
              lasts: framesTo(end - start),
              to: Math.round(framesTo(clock.filmTime(end))),
              speed: 1,
            },
          ],
    ),
  ]
    .filter(({ at, to }) => to > at)
    .sort((one, two) => one.at - two.at)
  const lines = [
    `TITLE: ${plain(title).slice(0, 70)}`,
    `FCM: ${counting.isDropFrame ? 'DROP FRAME' : 'NON-DROP FRAME'}`,
    '',
    ...events.flatMap(({ at, raw, channel, from, lasts, to, speed }, n) => {
      const reel = reels.get(raw) ?? 'AX'
      const speedLine =
        speed === 1
          ? []
          : [
              `M2   ${reel.padEnd(8)} ${(speed * perSecond).toFixed(1).padStart(6, '0')}                ${code(from)}`,
            ]
      return [
        `${String(n + 1).padStart(3, '0')}  ${reel.padEnd(8)} ${channel.padEnd(5)} C        ${code(from)} ${code(from + lasts)} ${code(at)} ${code(to)}`,
        ...speedLine,
        `* FROM CLIP NAME: ${plain(basename(raw))}`,
        `* SOURCE FILE: ${fileUrl(resolve(raw))}`,
        '',
      ]
    }),
    ...report.edits.map(
      ({ kind, start, end }) => `* ${kind.toUpperCase()} ${code(ofFilm(start))} TO ${code(ofFilm(end))}`,
    ),
    `* ${plain(report.tool)}, METHOD ${plain(report.method)}: CANDIDATES, FOR A PERSON TO CHECK`,
  ]
  return lines.map(line => `${line}\r\n`).join('')
}
