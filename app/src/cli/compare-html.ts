import { basename } from 'node:path'
import {
  bare,
  boundsOfMethod,
  type Cell,
  excerptOf,
  kindOfLink,
  kindOfMatter,
  type Matter,
  mattersOf,
  rowKinds,
  rowWords,
} from './compare-matters.ts'
import type { CompareReport } from './compare-report.ts'
import { noneFound } from './compare-table.ts'
import { isToldDifferently, pieceWords } from './compare-utterances.ts'

/** Others' texts are shown in short pieces. */
const excerptWords = 25

/** A page that stands alone: no script, nothing fetched. `isFull` shows whole statements and marks the page as internal. */
export function compareHtml(report: CompareReport, isFull: boolean): string {
  const names = Object.keys(report.accounts)
  const { matters, alone } = mattersOf(report)
  const most = isFull ? null : excerptWords
  const sections = rowKinds.map(kind => {
    const rows = matters.filter(matter => kindOfMatter(matter) === kind)
    const body =
      rows.length === 0
        ? `<p>${kind === 'conflict' ? escaped(noneFound) : 'None found.'}</p>`
        : table(rows, names, report, most)
    return `<section><h2>${rowWords[kind]}</h2>${body}</section>`
  })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Accounts side by side</title><style>${style}</style></head><body>
<header><h1>Accounts side by side</h1>
${isFull ? '<p class="internal"><strong>Internal.</strong> This page holds whole statements of works that belong to others. It is not for publication.</p>' : ''}
<p>${escaped(boundsOfMethod)}</p>
<p class="made">${escaped(report.tool)}, method ${escaped(report.method)}</p></header>
<section><h2>The accounts</h2><ol>${names.map(name => accountLine(name, report)).join('')}</ol></section>
${sections.join('\n')}
${utterancesSection(report, isFull)}
${peopleSection(report)}
<section><h2>only in one account</h2>${aloneList(alone, names, report, most)}</section>
</body></html>
`
}

function utterancesSection(report: CompareReport, isFull: boolean): string {
  const told = report.utterances.filter(isToldDifferently)
  if (told.length === 0) return ''
  const shown = told.map(({ pieces }) => {
    const parts = pieces.map(piece =>
      piece.kind === 'gap'
        ? '<span class="none">[not quoted by any]</span>'
        : `${escaped(pieceWords(piece.text, isFull))} <small>${escaped(piece.accounts.map(name => basename(name)).join(', '))}</small>`,
    )
    return `<li>${parts.join('<br>')}</li>`
  })
  return `<section><h2>one utterance, put together from its excerpts</h2><ol>${shown.join('')}</ol></section>`
}

function peopleSection({ people, versions }: CompareReport): string {
  const items = people.map(({ name, minor, mentions, ages }) => {
    const where = [...new Set(mentions.map(({ account }) => basename(account)))].join(', ')
    const stated = [...new Set(ages.map(({ age }) => age))].join(' / ')
    return `<li><b>${escaped(name)}</b>${stated === '' ? '' : `, ${stated}`}${minor ? ' <b>(under 18 by a stated age)</b>' : ''} <small>${escaped(where)}</small></li>`
  })
  const same = versions.map(
    ({ a, b }) =>
      `<li>May be two versions of one account: ${escaped(basename(a))}, ${escaped(basename(b))}</li>`,
  )
  return `${items.length === 0 ? '' : `<section><h2>people named</h2><ul>${items.join('')}</ul></section>`}${same.length === 0 ? '' : `<section><h2>versions</h2><ul>${same.join('')}</ul></section>`}`
}

function accountLine(name: string, report: CompareReport): string {
  const account = report.accounts[name]
  return `<li><b>${escaped(basename(name))}</b> <span class="made">${escaped(account?.reader ?? '')}, SHA-256 <code>${escaped(account?.sha256 ?? '')}</code></span></li>`
}

function table(
  rows: readonly Matter[],
  names: readonly string[],
  report: CompareReport,
  most: number | null,
): string {
  const head = names.map(name => `<th scope="col">${escaped(basename(name))}</th>`).join('')
  const body = rows
    .map(row => {
      const cells = names.map(name => {
        const here = row.cells.filter(cell => cell.account === name)
        return `<td>${here.map(cell => `<blockquote>${shownCell(cell, row, report, most)}</blockquote>`).join('') || '<span class="none">nothing found here</span>'}</td>`
      })
      return `<tr>${cells.join('')}</tr><tr class="why"><td colspan="${names.length}">${reasons(row)}</td></tr>`
    })
    .join('')
  return `<div class="wide" role="region" tabindex="0" aria-label="Table"><table style="min-width:${names.length * 220}px"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

function shownCell(cell: Cell, row: Matter, report: CompareReport, most: number | null): string {
  const text = report.accounts[cell.account]?.text ?? ''
  // Where only details differ nearly every word would be marked, and a mark would say nothing.
  const telling = row.links.filter(({ relation }) => relation === 'conflict' || relation === 'variant')
  const differing = telling.flatMap(({ a, b, kind, differing: words }) => {
    const own = isAt(a, cell) ? (words[0] ?? '') : isAt(b, cell) ? (words[1] ?? '') : ''
    // Of a speaker only the names: "the" stands everywhere.
    return [
      kind === 'attribution'
        ? own
            .split(' ')
            .filter(word => /^\p{Lu}/u.test(word))
            .join(' ')
        : own,
    ]
  })
  const marked = new Set(differing.flatMap(words => words.split(' ').map(bare)).filter(word => word !== ''))
  const chain = (report.accounts[cell.account]?.attributions ?? []).find(
    ({ start, end }) => start === cell.start && end === cell.end,
  )
  const words = excerptOf(text, cell, differing, most)
    .split(' ')
    .map(word => (marked.has(bare(word)) ? `<u>${escaped(word)}</u>` : escaped(word)))
    .join(' ')
  return `${words}${chain ? `<footer>${escaped(chain.chain.join(' ← through '))}${chain.recording === null ? '' : `, of: ${escaped(chain.recording)}`}</footer>` : ''}`
}

const isAt = (one: Cell, two: Cell) =>
  one.account === two.account && one.start === two.start && one.end === two.end

function reasons(row: Matter): string {
  return row.links
    .map(link => {
      const words = link.relation === 'detail' ? [] : link.differing.filter(each => each !== '')
      const shown = words.map(each => `“${escaped(each)}”`).join(' / ')
      return `<span><b>${rowWords[kindOfLink(link)]}</b>${shown === '' ? '' : `: ${shown}`} <small>${escaped(link.why.join('; '))}</small></span>`
    })
    .join('<br>')
}

function aloneList(
  alone: readonly Cell[],
  names: readonly string[],
  report: CompareReport,
  most: number | null,
): string {
  return names
    .map(name => {
      const items = alone
        .filter(({ account }) => account === name)
        .map(cell => `<li>${escaped(excerptOf(report.accounts[name]?.text ?? '', cell, [], most))}</li>`)
      return `<h3>${escaped(basename(name))}</h3><ul>${items.join('') || '<li>Nothing.</li>'}</ul>`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`)
}

const style = `
:root{color-scheme:light dark;--ground:#f6f4ef;--surface:#fffdf9;--line:#d9d4c8;--text:#1d1f22;--muted:#5f646a;--mark:#9a5b00}
@media(prefers-color-scheme:dark){:root{--ground:#15171a;--surface:#1c1f23;--line:#32373d;--text:#e9e6df;--muted:#9aa0a6;--mark:#f2b84b}}
body{margin:0;padding:24px 16px 64px;background:var(--ground);color:var(--text);font:15px/1.5 "IBM Plex Sans",system-ui,sans-serif}
header,section{max-width:1200px;margin:0 auto 24px}h1{font-size:22px;margin:0 0 8px}h2{font-size:17px;margin:24px 0 8px;border-bottom:1px solid var(--line)}h2::first-letter{text-transform:uppercase}h3{font-size:15px;margin:12px 0 4px}
.made,small,footer,.none{color:var(--muted);font-size:13px}code{font-size:12px;overflow-wrap:anywhere}.internal{border:1px solid var(--text);padding:8px}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;background:var(--surface)}th,td{border:1px solid var(--line);padding:8px;vertical-align:top;text-align:left;min-width:200px}table{table-layout:fixed}
blockquote{margin:0 0 8px}u{text-decoration-color:var(--mark);text-decoration-thickness:2px;text-underline-offset:3px}.why td{color:var(--muted);border-top:0}li{margin:2px 0}`
