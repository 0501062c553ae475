import { basename } from 'node:path'
import { type CopyKind, type ProofFrame, worstFrames } from '@sightline/core/conform'
import type { ComparedFilm } from './compare-film.ts'
import type { DiffReport } from './diff-report.ts'
import { soundToRead } from './diff-table.ts'
import { mostPairs, mostWorst, type Stills } from './frame-pairs.ts'
import { conformPicture, numbered, residualCurve } from './html-picture.ts'
import { escaped, hues, style, table } from './html-text.ts'
import { proofSentence } from './proof-table.ts'
import { clock, kindWords, levelWords, soundWords, speedWords } from './summary.ts'

export interface HtmlParts {
  /** Seconds of the film for one of its frames. */
  readonly at: (frame: number) => number
  readonly compared: ComparedFilm
  readonly proof: readonly ProofFrame[] | null
  readonly stills: Stills
}

/** A page that stands alone: no script, nothing fetched. Frames are hidden until asked for, since nobody has cleared these files. */
export function diffHtml(report: DiffReport, parts: HtmlParts): string {
  const film = basename(report.edited.file)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(film)} against recordings</title><style>${style}</style></head><body><main>
<header><h1>${escaped(film)} <span>held against ${report.raws.length} ${report.raws.length === 1 ? 'recording' : 'recordings'}</span></h1>
${summaryHtml(report.summary)}
<p class="note">Everything here is a candidate: found by a program (${escaped(report.tool)}, method ${escaped(report.method)}), for a person to check. “From none” means from none of these files; it does not say that anything was added, nor why. “Not shown” does not say that nothing happened. Pictures are hidden until you ask for them: nobody has cleared these files, and they may be distressing.</p></header>
<section><h2>The film and what it shows</h2>${conformPicture(report, parts.at, parts.compared)}</section>
<section><h2>Line by line</h2><ol class="lines">${lines(report, parts)}</ol></section>
<section><h2>Sound</h2>${soundTable(report, parts)}</section>
${parts.proof ? proofSection(report, parts, parts.proof) : ''}
<section><h2>Not shown of the recordings</h2>${leftTable(report, parts)}</section>
<section><h2>Files</h2>${filesTable(report)}</section>
</main></body></html>
`
}

/** The paragraph of the summary, parted where it turns from pictures to sound and to what is not shown. */
function summaryHtml(summary: string): string {
  const parts = summary.split(
    /(?<=\.) (?=Compared with |(?:Of|Every picture of|No picture of|The film and|Read only|Not compared) )/,
  )
  return parts.map((part, n) => `<p class="${n === 0 ? 'lead' : 'more'}">${escaped(part)}</p>`).join('')
}

const span = (from: number, to: number) => `<span class="n">${clock(from)} – ${clock(to)}</span>`

type Segment = DiffReport['segments'][number]
type Edit = DiffReport['edits'][number]

/** Everything in the pictures by the film's time: stretches of recordings with what was done to them, then what comes from none. */
function lines(report: DiffReport, parts: HtmlParts): string {
  const edits = new Set(report.edits)
  const rows = report.segments.map((segment, n) => {
    const own =
      segment.layer === 0 ? report.edits.filter(edit => edits.has(edit) && isWithin(edit, segment)) : []
    for (const edit of own) edits.delete(edit)
    return { start: segment.start, html: segmentLine(report, parts, segment, own, n) }
  })
  for (const edit of edits)
    rows.push({
      start: edit.start,
      html: `<li><p>${span(parts.at(edit.start), parts.at(edit.end))} ${tag(edit)}</p>${where(edit)}<p class="made">film frames ${edit.start} to ${edit.end - 1} · score ${edit.score}</p></li>`,
    })
  if (rows.length === 0) return '<li>None found.</li>'
  return rows
    .sort((a, b) => a.start - b.start)
    .map(({ html }) => html)
    .join('')
}

function isWithin(edit: Edit, { start, end }: Segment): boolean {
  return edit.start >= start - 1 && edit.end <= end + 1
}

function tag({ kind, factor }: Edit): string {
  return `<span class="tag">${escaped(kindWords[kind] ?? kind)}${factor === undefined ? '' : ` · ${speedWords(factor)}`}</span>`
}

function where({ crop, region }: Edit): string {
  if (crop)
    return `<p class="made">shows ${crop[2]} × ${crop[3]} pixels at ${crop[0]}, ${crop[1]} of the recording</p>`
  return region
    ? `<p class="made">in ${region[2]} × ${region[3]} pixels at ${region[0]}, ${region[1]} of the film</p>`
    : ''
}

function segmentLine(
  report: DiffReport,
  { at, stills }: HtmlParts,
  segment: Segment,
  edits: readonly Edit[],
  n: number,
): string {
  const { start, end, raw, rawStart, rate, layer, ambiguous, why, score, pair, rivals } = segment
  const number = numbered(report).indexOf(raw)
  const place = ambiguous
    ? `<span class="range">from one of the frames ${ambiguous[0]} to ${ambiguous[1]}</span>: ${escaped(why ?? '')}`
    : `from frame <span class="n">${rawStart}</span> on`
  const speed = speedWords(rate) || 'at true speed'
  const tags = edits.map(edit => {
    const isWhole = edit.start <= start + 1 && edit.end >= end - 1
    return `<p>${tag(edit)}${isWhole ? '' : ` ${span(at(edit.start), at(edit.end))}`}</p>${where(edit)}`
  })
  const others =
    rivals.length === 0
      ? 'no other place fitted'
      : `other places looked at: ${rivals.map(each => `${escaped(basename(each.raw))} frame ${each.rawFrame} (${Math.round(100 * each.behind)} % worse)`).join(', ')}`
  return `<li class="r${number % hues}"><p>${span(at(start), at(end))} <b>${number + 1} ${escaped(basename(raw))}</b> ${place}, ${speed}${layer === 0 ? '' : ' · set into or beside the picture, or fading with it'}</p>${tags.join('')}<p class="made">film frames ${start} to ${end - 1} · score ${score} · ${others}</p>${n < mostPairs ? pairOf(pair, report.edited.file, raw, stills) : ''}</li>`
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

function soundTable(report: DiffReport, { compared }: HtmlParts): string {
  const first = compared.film.pictures?.times[0] ?? 0
  return table(
    'Sound',
    ['Film', 'What', 'From', 'Score'],
    soundToRead(report).map(({ kind, start, end, raw, rawStart, level, score }) => [
      span(Math.max(0, start - first), Math.max(0, end - first)),
      escaped(soundWords[kind]),
      raw === undefined
        ? ''
        : `${escaped(basename(raw))}, <span class="n">${(rawStart ?? 0).toFixed(3)} s</span> of its own time${levelWords(level)}`,
      `<span class="n">${score}</span>`,
    ]),
  )
}

function proofSection(report: DiffReport, { at, stills }: HtmlParts, proof: readonly ProofFrame[]): string {
  const worst = worstFrames(proof, mostWorst).map(({ frame, raw, rawFrame, mean, share }) => {
    const pair =
      raw === null || rawFrame === null ? '' : pairOf([frame, rawFrame], report.edited.file, raw, stills)
    return `<li><p>${`<span class="n">${clock(at(frame))}</span>`} frame <span class="n">${frame}</span>: <span class="n">${(mean ?? 0).toFixed(2)}</span> of 255 in the mean, <span class="n">${(100 * (share ?? 0)).toFixed(1)} %</span> of the pixels further off than coding makes them</p>${pair}</li>`
  })
  return `<section><h2>The proof: what remains when the film is made again</h2><p>${escaped(proofSentence(proof))}</p>${residualCurve(proof)}<h3>Frames with most left</h3><ol class="lines">${worst.join('')}</ol></section>`
}

function leftTable({ leftOut }: DiffReport, { compared }: HtmlParts): string {
  return table(
    'Not shown of the recordings',
    ['Recording', 'Its own time', 'Frames', 'Length'],
    leftOut.map(({ raw, start, end }) => {
      const times = compared.raws.find(({ name }) => name === raw)?.pictures?.times
      const [from, to] = [times?.[start] ?? 0, times?.[end] ?? 0]
      return [
        escaped(basename(raw)),
        `<span class="n">${from.toFixed(3)} – ${to.toFixed(3)} s</span>`,
        `<span class="n">${start} to ${end - 1}</span>`,
        `<span class="n">${(to - from).toFixed(1)} s</span>`,
      ]
    }),
  )
}

const heldWords = {
  recording: 'a recording',
  redacted: 'a redacted copy',
  published: 'a published copy',
  converted: 'a conversion',
} as const satisfies Record<CopyKind | 'recording', string>

function filesTable({ edited, raws }: DiffReport): string {
  const row = (file: string, what: string, sha256: string | null, why: string | null) => [
    `<b>${escaped(basename(file))}</b>`,
    what,
    sha256 === null ? '' : `<code>${escaped(sha256)}</code>`,
    escaped(why ?? ''),
  ]
  return table(
    'Files',
    ['File', 'Held as', 'SHA-256', 'Not compared, or only in part'],
    [
      row(edited.file, 'the edited film', edited.sha256, null),
      ...raws.map(({ file, sha256, why, heldAs }) =>
        row(file, heldWords[heldAs ?? 'recording'], sha256, why),
      ),
    ],
  )
}
