import { basename, resolve } from 'node:path'
import { timeCode } from '../editors/frames.ts'
import { fileUrl } from '../editors/media.ts'
import { plain } from '../editors/notes.ts'
import { sequenceRate } from '../editors/rates.ts'
import type { DiffReport } from './diff-report.ts'

/**
 * What the film shows as a CMX 3600 list: V for its main picture, V2 for pictures over or under it, and its sound on A. Speeds stand as M2
 * lines; what else is different, and frames that match nothing, as remarks.
 */
export function diffEdl(report: DiffReport, title: string, rateOf: (raw: string) => number): string {
  const rate = report.edited.rate
  const counting = sequenceRate([rate ? { num: rate[0], den: rate[1] } : null])
  const perSecond = counting.rate.num / counting.rate.den
  const reels = new Map(report.raws.map(({ file }, n) => [file, `R${String(n + 1).padStart(3, '0')}`]))
  const code = (frames: number) => timeCode(Math.max(0, Math.round(frames)), counting)
  const events = [
    ...report.segments.map(({ start, end, raw, rawStart, rate: speed, layer }) => {
      const from = (rawStart / rateOf(raw)) * perSecond
      return {
        at: start,
        raw,
        channel: layer === 0 ? 'V' : 'V2',
        from,
        lasts: Math.max(1, Math.abs(speed) * (end - start)),
        to: end,
        speed,
      }
    }),
    ...report.audio.flatMap(({ start, end, raw, rawStart }) =>
      raw === undefined || rawStart === undefined
        ? []
        : [
            {
              at: Math.round(start * perSecond),
              raw,
              channel: 'A',
              from: rawStart * perSecond,
              lasts: (end - start) * perSecond,
              to: Math.round(end * perSecond),
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
    ...report.edits.map(({ kind, start, end }) => `* ${kind.toUpperCase()} ${code(start)} TO ${code(end)}`),
    `* ${plain(report.tool)}, METHOD ${plain(report.method)}: CANDIDATES, FOR A PERSON TO CHECK`,
  ]
  return lines.map(line => `${line}\r\n`).join('')
}
