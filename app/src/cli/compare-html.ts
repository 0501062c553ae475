import { basename } from 'node:path'
import type { Row, ShownLink, ShownStatement, SideBySide } from '@sightline/core/side-by-side'
import { pageStyle } from './compare-page-style.ts'
import type { CompareReport } from './compare-report.ts'
import { isToldDifferently, pieceWords } from './compare-utterances.ts'
import { nameIn, pieceOf, rowsOfKind, viewOf } from './compare-view.ts'
import {
  boundsOfMethod,
  calledText,
  excerptWords,
  groundsText,
  noneFound,
  rowNames,
  saidText,
  toldKinds,
  tooLongWords,
} from './compare-words.ts'

/** A page that stands alone: no script, nothing fetched. `isFull` shows whole statements and marks the page as internal. */
export function compareHtml(report: CompareReport, isFull: boolean): string {
  const view = viewOf(report)
  const most = isFull ? Number.POSITIVE_INFINITY : excerptWords
  const told = toldKinds.map(kind => {
    const rows = rowsOfKind(view, kind)
    const none = kind === 'conflict' ? noneFound : 'None found.'
    const body =
      rows.length === 0 ? `<p>${escaped(none)}</p>` : rows.map(row => rowHtml(row, view, most)).join('\n')
    return `<section id="${kind}"><h2>${rowNames[kind]}</h2>${body}</section>`
  })
  const further =
    view.further === 0
      ? ''
      : `<p class="made">Further candidates: ${view.further}. They rest on at most one shared word, or join statements that stand above by stronger links; --json holds them.</p>`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Accounts side by side</title><style>${pageStyle}</style></head><body>
<header><h1>Accounts side by side</h1>
${isFull ? '<p class="internal"><strong>Internal.</strong> This page holds whole statements of works that belong to others. It is not for publication.</p>' : ''}
<p>${escaped(boundsOfMethod)}</p>
<p class="made">${escaped(report.tool)}, method ${escaped(report.method)}</p></header>
<main>
<section><h2>The accounts</h2><ol class="accounts">${Object.keys(report.accounts)
    .map(name => accountLine(name, report))
    .join('')}</ol></section>
${tooLongWords(report)
  .map(words => `<p>${escaped(words)}.</p>`)
  .join('')}
${told.join('\n')}
${further}
${utterancesSection(report, isFull)}
${peopleSection(report)}
${rolesSection(report)}
<section><h2>Only in one account</h2><p class="made">Leaving something out is no conflict.</p>${aloneHtml(view, most)}</section>
</main></body></html>
`
}

/** What the accounts say on one matter, each under its name, and what brought it together. */
function rowHtml(row: Row, view: SideBySide, most: number): string {
  const cells = row.statements.map(
    statement =>
      `<div class="cell"><h4>${escaped(nameIn(view, statement))}</h4>${statementHtml(statement, row.links, view, most)}</div>`,
  )
  const about = row.about.length === 0 ? '' : `<h3>${escaped(row.about.join(', '))}</h3>`
  return `<article>${about}<div class="cells">${cells.join('')}</div>${whyHtml(row, view)}</article>`
}

function statementHtml(
  statement: ShownStatement,
  links: readonly ShownLink[],
  view: SideBySide,
  most: number,
): string {
  const { words, isCutBefore, isCutAfter } = pieceOf(statement, links, view, most)
  const text = words
    .map(each => (each.isMarked ? `<u>${escaped(each.text)}</u>` : escaped(each.text)))
    .join(' ')
  return `<blockquote>${isCutBefore ? '… ' : ''}${text}${isCutAfter ? ' …' : ''}</blockquote><p class="source">${escaped(saidText(statement).join(' · '))}</p>`
}

/** Why the row is what it is: the links of its kind, with what was found. */
function whyHtml({ links, kind }: Row, view: SideBySide): string {
  const telling = links.filter(({ relation }) => relation === kind)
  const pairs = telling.map(link => {
    const between = `<b>${escaped(`${nameIn(view, link.a)} / ${nameIn(view, link.b)}`)}</b>: `
    return `<li>${links.length === 1 ? '' : between}${escaped(groundsText(link, view))}</li>`
  })
  return `<ul class="why">${pairs.join('')}</ul>`
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
  return `<section><h2>One utterance, put together from its excerpts</h2><ol>${shown.join('')}</ol></section>`
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
  return `${items.length === 0 ? '' : `<section><h2>People named</h2><ul>${items.join('')}</ul></section>`}${same.length === 0 ? '' : `<section><h2>Versions</h2><ul>${same.join('')}</ul></section>`}`
}

/** Words without a name that may mean somebody named: candidates, each with what speaks for and against it. */
function rolesSection({ roles, people }: CompareReport): string {
  const items = roles.map(
    ({ account, words, person, why, against }) =>
      `<li>“${escaped(words)}” <small>${escaped(basename(account))}</small> may mean <b>${escaped(people[person]?.name ?? '')}</b>: ${escaped(calledText(why, against))}</li>`,
  )
  return items.length === 0
    ? ''
    : `<section><h2>Words without a name that may mean somebody who is named</h2><p class="made">Candidates, found by rules from the words alone.</p><ul>${items.join('')}</ul></section>`
}

function accountLine(name: string, report: CompareReport): string {
  const account = report.accounts[name]
  return `<li><b>${escaped(basename(name))}</b> <span class="made">${escaped(account?.reader ?? '')}, SHA-256 <code>${escaped(account?.sha256 ?? '')}</code></span></li>`
}

function aloneHtml(view: SideBySide, most: number): string {
  return view.columns
    .map(({ group }) => {
      const items = view.rows
        .filter(({ kind, statements }) => kind === 'alone' && statements[0]?.group === group.id)
        .flatMap(({ statements }) => statements)
        .map(statement => `<li>${statementHtml(statement, [], view, most)}</li>`)
      return `<h3>${escaped(group.shown.firstName)}</h3><ul class="alone">${items.join('') || '<li>Nothing.</li>'}</ul>`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`)
}
