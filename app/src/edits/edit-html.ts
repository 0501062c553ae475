import { basename } from 'node:path'
import type { DiffReport } from './diff-report.ts'
import { mostPairs, type Stills } from './frame-pairs.ts'
import { clock, kindWords, soundWords } from './summary.ts'

/**
 * A page that stands alone: no script, nothing fetched. Frames are hidden until asked for, since nobody has cleared these files.
 * `at` gives seconds of the film for one of its frames.
 */
export function diffHtml(report: DiffReport, at: (frame: number) => number, stills: Stills): string {
  const film = basename(report.edited.file)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(film)} against recordings</title><style>${style}</style></head><body>
<header><h1>${escaped(film)} <span>against the recordings held</span></h1>
<p>${escaped(report.summary)}</p>
<p class="made">Candidates found by a program, for a person to check. What matches none of the recordings held is not said to be new or untrue: it is in none of these files.</p>
<p class="made">${escaped(report.tool)}, method ${escaped(report.method)}</p></header>
<section><h2>Files</h2><ul>${fileLine(report.edited.file, report.edited.sha256, 'the edited film', null)}${report.raws.map(({ file, sha256, why }) => fileLine(file, sha256, 'a recording', why)).join('')}</ul></section>
<section><h2>The film at a glance</h2>${strip(report)}</section>
<section><h2>Pictures that come from the recordings</h2><ol>${report.segments.map((segment, n) => segmentLine(segment, n, report, at, stills)).join('') || '<li>None found.</li>'}</ol></section>
<section><h2>What is different in the pictures</h2>${table(
    ['Film', 'What', 'Where'],
    report.edits.map(({ kind, start, end, factor, crop, region }) => [
      span(at(start), at(end)),
      `<b>${escaped(kind)}</b> ${escaped(kindWords[kind] ?? '')}${factor === undefined ? '' : `, ${factor} of true speed`}`,
      crop
        ? `part ${crop.join(' ')} of the recording, in its pixels`
        : region
          ? `at ${region.join(' ')} of the film, in its pixels`
          : '',
    ]),
  )}</section>
<section><h2>Sound</h2>${table(
    ['Film', 'What', 'From'],
    report.audio.map(({ kind, start, end, raw, rawStart }) => [
      span(Math.max(0, start), Math.max(0, end)),
      escaped(soundWords[kind]),
      raw === undefined ? '' : `${escaped(basename(raw))}, ${clock(Math.max(0, rawStart ?? 0))}`,
    ]),
  )}</section>
<section><h2>Not shown of the recordings</h2>${table(
    ['Recording', 'Frames'],
    report.leftOut.map(({ raw, start, end }) => [escaped(basename(raw)), `${start} to ${end - 1}`]),
  )}</section>
</body></html>
`
}

const span = (from: number, to: number) => `${clock(from)} to ${clock(to)}`

function fileLine(file: string, sha256: string | null, what: string, why: string | null): string {
  return `<li><b>${escaped(basename(file))}</b>, ${what}${sha256 === null ? '' : ` <code>SHA-256 ${escaped(sha256)}</code>`}${why === null ? '' : `: ${escaped(why)}`}</li>`
}

/** The film from left to right: where it comes from recordings, and where from none. A list says the same below. */
function strip({ segments, edited }: DiffReport): string {
  const count = Math.max(1, edited.frames)
  const names = [...new Set(segments.map(({ raw }) => raw))]
  const bars = segments
    .filter(({ layer }) => layer === 0)
    .map(
      ({ start, end, raw }) =>
        `<rect x="${((1000 * start) / count).toFixed(2)}" y="0" width="${((1000 * (end - start)) / count).toFixed(2)}" height="28" class="r${names.indexOf(raw) % 4}"><title>${escaped(basename(raw))}</title></rect>`,
    )
  const key = names
    .map((name, n) => `<li><i class="r${n % 4}"></i>${n + 1}: ${escaped(basename(name))}</li>`)
    .join('')
  const numbers = segments
    .filter(({ layer, start, end }) => layer === 0 && (end - start) / count > 0.03)
    .map(
      ({ start, end, raw }) =>
        `<text x="${((500 * (start + end)) / count).toFixed(1)}" y="19">${names.indexOf(raw) + 1}</text>`,
    )
  return `<svg viewBox="0 0 1000 28" preserveAspectRatio="none" role="img" aria-label="The film from beginning to end: coloured and numbered where it shows a recording">${bars.join('')}${numbers.join('')}</svg><ul class="key">${key}<li><i></i>matched to none of the recordings</li></ul>`
}

function segmentLine(
  segment: DiffReport['segments'][number],
  n: number,
  report: DiffReport,
  at: (frame: number) => number,
  stills: Stills,
): string {
  const { start, end, raw, rawStart, rate, layer, ambiguous, why, score, pair, rivals } = segment
  const where = ambiguous
    ? `a frame between ${ambiguous[0]} and ${ambiguous[1]} (${escaped(why ?? '')})`
    : `frame ${rawStart}`
  const others =
    rivals.length === 0
      ? ''
      : `<p class="made">Also looked at: ${rivals.map(each => `${escaped(basename(each.raw))} frame ${each.rawFrame}, ${Math.round(100 * each.behind)} % worse`).join('; ')}.</p>`
  return `<li><b>${span(at(start), at(end))}</b> ${layer === 0 ? '' : 'over or under it: '}${escaped(basename(raw))} from ${where}${rate === 1 ? '' : `, ${rate} of true speed`} <span class="made">score ${score}</span>${others}${n < mostPairs ? pairOf(pair, report.edited.file, raw, stills) : ''}</li>`
}

function pairOf(
  [filmFrame, rawFrame]: readonly [number, number],
  film: string,
  raw: string,
  stills: Stills,
): string {
  const still = (name: string, frame: number, alt: string) => {
    const bytes = stills.get(name)?.get(frame)
    return bytes
      ? `<figure><img alt="${escaped(alt)}" src="data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}"><figcaption>${escaped(alt)}</figcaption></figure>`
      : `<figure><figcaption>${escaped(alt)}: could not be read</figcaption></figure>`
  }
  return `<details><summary>Show frame ${filmFrame} of the film beside frame ${rawFrame} of the recording (may be distressing)</summary><div class="pair">${still(film, filmFrame, `Film, frame ${filmFrame}`)}${still(raw, rawFrame, `${basename(raw)}, frame ${rawFrame}`)}</div></details>`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p>None found.</p>'
  return `<div class="wide" role="region" tabindex="0" aria-label="Table"><table><thead><tr>${head.map(each => `<th scope="col">${each}</th>`).join('')}</tr></thead><tbody>${rows.map(row => `<tr>${row.map(each => `<td>${each}</td>`).join('')}</tr>`).join('')}</tbody></table></div>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`)
}

const style = `
:root{color-scheme:light dark;--ground:#f6f4ef;--surface:#fffdf9;--line:#d9d4c8;--text:#1d1f22;--muted:#5f646a;--r0:#2f6f8f;--r1:#8a5a12;--r2:#4e7a3a;--r3:#7a4a86}
@media(prefers-color-scheme:dark){:root{--ground:#15171a;--surface:#1c1f23;--line:#32373d;--text:#e9e6df;--muted:#9aa0a6}}
body{margin:0;padding:24px 16px 64px;background:var(--ground);color:var(--text);font:15px/1.5 "IBM Plex Sans",system-ui,sans-serif}
header,section{max-width:1000px;margin:0 auto 24px}h1{font-size:22px;margin:0 0 8px;overflow-wrap:anywhere}h1 span{font-weight:400}h2{font-size:17px;margin:24px 0 8px;border-bottom:1px solid var(--line)}
.made{color:var(--muted);font-size:13px}code{font-size:12px;overflow-wrap:anywhere}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;background:var(--surface)}th,td{border:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top}
svg{width:100%;height:28px;background:var(--surface);border:1px solid var(--line)}svg text{fill:#fff;font-size:13px;text-anchor:middle}.r0{fill:var(--r0);background:var(--r0)}.r1{fill:var(--r1);background:var(--r1)}.r2{fill:var(--r2);background:var(--r2)}.r3{fill:var(--r3);background:var(--r3)}
.key{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px}.key i{display:inline-block;width:14px;height:14px;margin-right:6px;vertical-align:-2px;border:1px solid var(--line)}
li{margin:4px 0}summary{cursor:pointer;padding:10px 0}.pair{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0;flex:1 1 260px;max-width:400px}img{width:100%;display:block}figcaption{font-size:13px;color:var(--muted)}`
