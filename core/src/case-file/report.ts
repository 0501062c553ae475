import { type CardKind, fieldsOf } from '../case/cards/index.ts'
import type { Leaving, LeavingCard, LeavingDue } from './leaving.ts'
import { titleFieldOf } from './title.ts'
import { type CardWords, choiceWords, fieldWords } from './words/index.ts'

/** In which order a reader meets the kinds, after what the parties say, what is due and what is held. */
const order: readonly CardKind[] = [
  'participant',
  'name',
  'label',
  'relation',
  'identity',
  'portrait',
  'claim',
  'speaking',
  'bearing',
  'obstruction',
  'finding',
  'sighting',
  'question',
  'answer',
  'proceeding',
  'related',
  'footage-seen',
  'document',
  'object',
  'place',
  'rule',
  'clock-start',
  'holiday',
  'extension',
  'hold',
  'notice',
  'family-viewing',
  'embargo',
]

/** Kinds that are told under the card they name, and so have no chapter of their own. */
const under: Readonly<Partial<Record<CardKind, { readonly field: string }>>> = {
  name: { field: 'participant' },
  label: { field: 'participant' },
  relation: { field: 'participant' },
  portrait: { field: 'participant' },
  speaking: { field: 'claim' },
  bearing: { field: 'claim' },
  finding: { field: 'claim' },
  sighting: { field: 'claim' },
  answer: { field: 'question' },
  extension: { field: 'rule' },
}

/** A report to read and print: one HTML page without script, with nothing fetched from anywhere. */
export function reportPage(
  leaving: Leaving,
  words: CardWords,
  made: { readonly tool: string; readonly at: string; readonly language: string },
): string {
  const w = words.report
  const telling = newTelling(leaving, words)
  const chapters = order.filter(kind => !under[kind]).map(kind => chapter(telling, kind))
  return `<!DOCTYPE html>
<html lang="${made.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(`${leaving.title}: ${w.title}`)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(leaving.title)}</h1>
<p>${escaped(w.title)} · ${escaped(w.preparedFor(choiceWords(words, leaving.audience)))}</p>
<p>${escaped(w.lead)}</p>
</header>
<main>
${parties(telling)}
${dues(leaving, words)}
${recordings(leaving, words)}
${chapters.join('\n')}
${glossary(leaving, words)}
</main>
<footer>
<p>${escaped(w.walledCount)}${leaving.withheld > 0 ? ` ${escaped(w.withheldCount(leaving.withheld))}` : ''}</p>
<p>${escaped(w.madeWith(made.tool, made.at, leaving.seq))}</p>
</footer>
</body>
</html>
`
}

interface Telling {
  readonly words: CardWords
  readonly byKind: ReadonlyMap<CardKind, readonly LeavingCard[]>
  /** Cards that are told under another, by the number of that one. */
  readonly below: ReadonlyMap<string, readonly LeavingCard[]>
  readonly titles: ReadonlyMap<string, string>
}

function newTelling({ cards, recordings: held, moments, statements }: Leaving, words: CardWords): Telling {
  const byKind = new Map<CardKind, LeavingCard[]>()
  const below = new Map<string, LeavingCard[]>()
  const titles = new Map<string, string>()
  for (const { sha256, name } of held) titles.set(sha256, name)
  for (const { id, words: said, account } of statements) titles.set(id, `“${said}” (${account})`)
  for (const { id, name, recording, fromMicros } of moments)
    titles.set(
      id,
      words.report.momentAt(name, `${recording ?? ''} ${(fromMicros / 1e6).toFixed(3)} s`.trim()),
    )
  for (const card of cards) {
    const head = under[card.of]?.field
    const above = head === undefined ? undefined : card.said[head]
    if (typeof above === 'string') below.set(above, [...(below.get(above) ?? []), card])
    else byKind.set(card.of, [...(byKind.get(card.of) ?? []), card])
    const own = titleFieldOf(card)
    titles.set(card.id, own === null ? card.id : String(card.said[own]))
  }
  return { words, byKind, below, titles }
}

function chapter(telling: Telling, kind: CardKind): string {
  const { words, byKind } = telling
  const cards = byKind.get(kind) ?? []
  const { many, none } = words.kinds[kind]
  const told = cards.map(card => article(telling, card)).join('\n')
  return `<section><h2>${escaped(many)}</h2>${told || `<p class="quiet">${escaped(none)}</p>`}</section>`
}

function article(telling: Telling, card: LeavingCard): string {
  const { words, below, titles } = telling
  const all = below.get(card.id) ?? []
  const lower = all
    .filter(({ of }) => of !== 'sighting')
    .map(each => `<li>${headOf(telling, each)}${facts(telling, each)}</li>`)
    .join('\n')
  return `<article id="${card.id}"><h3>${escaped(titles.get(card.id) ?? card.id)}${minorMark(words, card)}</h3>${facts(telling, card)}${
    lower && `<ul>${lower}</ul>`
  }${matrix(
    telling,
    all.filter(({ of }) => of === 'sighting'),
  )}</article>`
}

/** What stands over a card that is told under another: its kind, and of a finding what was found. */
function headOf({ words, titles }: Telling, card: LeavingCard): string {
  const title = card.of === 'finding' ? choiceWords(words, String(card.said['result'])) : titles.get(card.id)
  const isNamed = title !== undefined && title !== card.id
  return `<b>${escaped(words.kinds[card.of].one)}${isNamed ? `: ${escaped(title)}` : ''}</b>`
}

function minorMark({ report: w }: CardWords, { said }: LeavingCard): string {
  const minor = said['minor'] ?? said['minorInvolved']
  if (minor !== 'yes' && minor !== 'unknown') return ''
  return ` <span class="mark">${escaped(minor === 'yes' ? w.minor : w.minorUnknown)}</span>`
}

/** Every reading of every person, a row for each recording and a column for each person. */
function matrix({ words, titles }: Telling, sightings: readonly LeavingCard[]): string {
  if (sightings.length === 0) return ''
  const people = [...new Set(sightings.map(({ by }) => by))]
  const held = [...new Set(sightings.map(({ said }) => String(said['recording'])))]
  const rows = held.map(id => {
    const cells = people.map(person => {
      const readings = sightings.filter(({ by, said }) => by === person && said['recording'] === id)
      const told = readings.map(({ said }) =>
        [choiceWords(words, String(said['seen'])), said['on'], said['reason']].filter(Boolean).join(', '),
      )
      return `<td>${escaped(told.join('; ') || '–')}</td>`
    })
    return `<tr><th scope="row">${escaped(titles.get(id) ?? id)}</th>${cells.join('')}</tr>`
  })
  const head = `<td></td>${people.map(each => `<th scope="col">${escaped(each)}</th>`).join('')}`
  return `<table><caption>${escaped(words.report.matrix)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function facts(telling: Telling, card: LeavingCard): string {
  const { words } = telling
  const { of, said, by, at } = card
  const left = [
    under[of]?.field,
    titleFieldOf(card),
    'minor',
    'minorInvolved',
    of === 'finding' ? 'result' : null,
  ]
  // A finding is headed by what was found, so its reason is among the facts.
  const fields = Object.entries(fieldsOf(of, false)).filter(
    ([name]) => !left.includes(name) || (of === 'finding' && name === 'reason'),
  )
  const rows = fields.flatMap(([name, { is }]) => {
    const value = said[name] ?? null
    if (value === null) return []
    const lines = valueText(telling, is, value).split('\n').map(escaped).join('<br>')
    return [`<dt>${escaped(fieldWords(words, name))}</dt><dd>${lines}</dd>`]
  })
  const unstated = fields
    .filter(([name]) => (said[name] ?? null) === null)
    .map(([name]) => fieldWords(words, name))
  const lacking = unstated.length > 0 ? `${escaped(words.report.unstated(unstated.join(', ')))} · ` : ''
  return `<dl>${rows.join('')}</dl><p class="quiet">${lacking}${escaped(words.report.by(by, at.slice(0, 10)))}</p>`
}

/** What the parties say, in their own words and with one weight, in the order in which it was entered. */
function parties(telling: Telling): string {
  const { words, byKind } = telling
  const cards = byKind.get('party-statement') ?? []
  const told = cards.map(card => {
    const { said } = card
    const original = said['original'] === null ? '' : `<p>${escaped(String(said['original']))}</p>`
    const who = `${String(said['who'])} (${choiceWords(words, String(said['party']))})`
    const about = ['on', 'language', 'interpreter', 'source'].flatMap(name =>
      said[name] === null ? [] : [`${fieldWords(words, name)}: ${String(said[name])}`],
    )
    return `<blockquote id="${card.id}"><p>${escaped(String(said['words']))}</p>${original}<footer>${escaped([who, ...about].join(' · '))}</footer></blockquote>`
  })
  const none = `<p class="quiet">${escaped(words.kinds['party-statement'].none)}</p>`
  return `<section><h2>${escaped(words.report.parties)}</h2>${told.join('') || none}</section>`
}

function valueText(telling: Telling, is: string | undefined, value: unknown): string {
  const { words, titles } = telling
  if (Array.isArray(value)) return value.map(each => valueText(telling, is, each)).join('\n')
  if (typeof value === 'object' && value !== null) {
    const { local, zone, recording, had } = value as Readonly<Record<string, string>>
    if (local !== undefined) return `${local.replace('T', ' ')} ${zone}`
    return `${titles.get(recording ?? '') ?? recording}: ${choiceWords(words, had ?? '')}`
  }
  const text = String(value)
  if (is === 'choice') return choiceWords(words, text)
  return is === 'card' || is === 'recording' || is === 'moment' || is === 'moments' || is === 'statement'
    ? (titles.get(text) ?? text)
    : text
}

function dues({ dues: all, stage }: Leaving, words: CardWords): string {
  const w = words.report
  const told = all.map(
    due => `<article><h3>${escaped(dueText(due, words))}</h3>${stepsOf(due, words)}</article>`,
  )
  return `<section><h2>${escaped(w.due)}</h2><p>${escaped(`${w.stage}: ${choiceWords(words, stage)}`)}</p>${told.join('') || `<p class="quiet">${escaped(w.noDue)}</p>`}</section>`
}

function dueText({ rule, day, zone }: LeavingDue, { report: w }: CardWords): string {
  return day === null || zone === null ? w.noStart(rule) : w.dueBy(rule, day, zone)
}

function stepsOf({ steps, citation }: LeavingDue, words: CardWords): string {
  const { steps: w } = words.report
  const told = steps.map(({ kind, day, days, countedIn }): string => {
    if (kind === 'start') return w.start(day)
    return kind === 'counted' ? w.counted(days, choiceWords(words, countedIn), day) : w.extended(days, day)
  })
  return `<ul>${told.map(each => `<li>${escaped(each)}</li>`).join('')}</ul><p class="quiet">${escaped(citation)}</p>`
}

function recordings({ recordings: held, expected }: Leaving, words: CardWords): string {
  const { report: w } = words
  const head = w.recordingsHead
    .split('|')
    .map(each => `<th scope="col">${escaped(each)}</th>`)
    .join('')
  const rows = held.map(({ name, sha256, lengthSeconds, start, receivedAs, supplier }) => {
    // The hash stands under the name: a column of its own would leave the others a word wide.
    const named = `<th scope="row">${escaped(name)}<br><small>SHA-256 <code>${escaped(sha256)}</code></small></th>`
    const cells = [
      lengthSeconds === null ? w.notStated : lengthSeconds.toFixed(3),
      start === null ? w.unplaced : `${(start / 1e6).toFixed(6)} s`,
      choiceWords(words, receivedAs),
      supplier ?? w.notStated,
    ]
    return `<tr>${named}${cells.map(each => `<td>${escaped(each)}</td>`).join('')}</tr>`
  })
  const missing = expected.map(each => `<li>${escaped(each.description)} (${escaped(each.saidBy)})</li>`)
  const known = `<table class="held"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
  return `<section><h2>${escaped(w.recordings)}</h2>${rows.length > 0 ? known : `<p class="quiet">${escaped(w.empty)}</p>`}${
    missing.length > 0 ? `<h3>${escaped(w.expected)}</h3><ul>${missing.join('')}</ul>` : ''
  }</section>`
}

function glossary({ cards }: Leaving, words: CardWords): string {
  const used = [
    ...new Set(cards.filter(({ of }) => of === 'proceeding').map(({ said }) => String(said['standard']))),
  ]
  const known = words.glossary as Readonly<Record<string, string>>
  const rows = used.map(
    each => `<dt>${escaped(choiceWords(words, each))}</dt><dd>${escaped(known[each] ?? '')}</dd>`,
  )
  return rows.length === 0
    ? ''
    : `<section><h2>${escaped(words.report.glossary)}</h2><dl>${rows.join('')}</dl></section>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

// Read on a screen, light or dark, and printed: then it is black on white, and no heading stands alone at the foot of a page.
const style = `
:root{font:15px/1.5 "IBM Plex Sans",system-ui,sans-serif;color-scheme:light dark;--ink:light-dark(#1d1f22,#e9e6df);--quiet:light-dark(#5f646a,#9aa0a6);--line:light-dark(#d9d4c8,#32373d);color:var(--ink);background:light-dark(#fffdf9,#15171a)}
body{max-width:52rem;margin:2rem auto;padding:0 1.25rem;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .25rem}h2{font-size:1.2rem;margin:2.2rem 0 .5rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:1.2rem 0 .3rem}p{margin:.3rem 0}
dl{display:grid;grid-template-columns:minmax(9rem,15rem) 1fr;gap:.15rem 1rem;margin:.3rem 0}dt{color:var(--quiet)}dd{margin:0}
.quiet{color:var(--quiet)}.mark{border:1px solid;border-radius:3px;padding:0 .35rem;font-size:.85rem;font-weight:400}
blockquote{margin:.8rem 0;font-size:1.1rem}blockquote footer{margin:0;border:0;padding:0;font-size:.9rem;color:var(--quiet)}caption{text-align:left;font-weight:600;padding-top:.6rem}
ul{padding-left:1.1rem}li{margin:.4rem 0}
table{width:100%;border-collapse:collapse;font-size:.85rem}th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;border-top:1px solid var(--line)}
thead th{overflow-wrap:normal}tbody th{font-weight:400}.held tbody th{width:42%}code{font-size:.8rem}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.5rem;color:var(--quiet)}
@media(max-width:36rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}.held thead{display:none}.held tr{display:block;padding:.3rem 0;border-top:1px solid var(--line)}.held tbody :is(th,td){display:block;width:auto;border:0;padding:0}}
@page{margin:18mm 16mm 20mm;@bottom-center{content:counter(page) ' / ' counter(pages);font:9pt sans-serif;color:#5f646a}}
@media print{:root{color-scheme:light;font-size:10pt;background:#fff;color:#000}body{margin:0;max-width:none;padding:0}h1,h2,h3,caption,thead{break-after:avoid-page}tr,dl,li,blockquote{break-inside:avoid-page}dl+p{break-before:avoid-page}p,li,dd{orphans:3;widows:3}}
`
