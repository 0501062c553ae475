import {
  type CaseState,
  clocksOf,
  type Moment,
  mainGroup,
  momentSpanOn,
  type Passage,
  placementOf,
} from '@sightline/core/case'
import { type CardOf, cardsOf } from '@sightline/core/case/cards'
import { cardWordsIn, choiceWords } from '@sightline/core/case-file'
import { type Composition, type ReleaseDocument, toldAgent } from '@sightline/core/release'
import { textOf } from '@sightline/core/transcript'
import type { RecordingOut } from './case-files.ts'
import { type PageLanguage, pageWords } from './page-words.ts'
import type { Written } from './release-folder.ts'

export interface PageInput {
  /** The case as the release tells it: nothing else is asked. */
  readonly state: CaseState
  readonly composition: Composition
  readonly document: ReleaseDocument
  readonly recordings: readonly RecordingOut[]
  /** Captions by the number of the recording. */
  readonly captions: ReadonlyMap<string, Written>
  /** How many bodies of the log go out. */
  readonly bodies: number
  readonly policy: string
}

/**
 * `data/index.html`: everything in it can be read and printed without scripts, in each of the release's languages; with them
 * the room takes its place.
 */
export function pageHtml(input: PageInput): string {
  const { languages, title } = input.composition
  const [first = 'en'] = languages
  return `<!DOCTYPE html>
<html lang="${first}" data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(input.policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="dark light">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="app.css">
<script src="app.js" defer></script>
</head>
<body>
<div id="room"></div>
<main class="plain-release">
${languages.map((language, at) => (at === 0 ? facts(input, language) : deeper(facts(input, language)))).join('\n<hr>\n')}
</main>
</body>
</html>
`
}

/** A page has one first heading: what follows in another language lies a step below it. Words of people cannot be taken for a heading. */
function deeper(html: string): string {
  return html.replace(
    /<(\/?)h([1-5])>/g,
    (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}>`,
  )
}

function facts(input: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const { composition, document, state } = input
  const parts = [
    `<h1>${escaped(document.title)}</h1>`,
    paragraph(
      [document.organization, w.version(document.version, document.asOf), w.audience[document.audience]]
        .filter(each => each !== null)
        .join(' · '),
    ),
    paragraph(w.lead),
    state.cover?.warning && section(w.warning, paragraph(state.cover.warning)),
    composition.statements.length > 0 &&
      section(
        w.statements,
        composition.statements
          .map(({ by, text }) => `<blockquote>${paragraph(text)}<footer>${escaped(by)}</footer></blockquote>`)
          .join('\n'),
      ),
    document.changes && section(w.changes, changes(document.changes, language)),
    section(w.recordings, recordingTable(input, language), players(input, language)),
    section(w.moments, momentTable(input, language)),
    section(w.transcript, transcript(input, language)),
    section(w.edits, edits(input, language)),
    section(w.claims, claims(state, language)),
    section(w.accounts, accounts(state, language), sideBySide(state, language)),
    document.documents.length > 0 &&
      section(w.documents, list(document.documents.map(({ title, file }) => link(file, title)))),
    document.exports.length > 0 &&
      section(w.exports, list(document.exports.map(({ title, file }) => link(file, title)))),
    section(
      w.withheld,
      document.withheld.length === 0
        ? paragraph(w.withheldNone)
        : table(
            [w.what, w.reason, w.citation],
            document.withheld.map(each => [
              escaped(each.what),
              escaped(each.reason),
              escaped(each.citation ?? ''),
            ]),
          ),
      paragraph(w.log(document.log.length, input.bodies)),
    ),
    document.tombstones.length > 0 &&
      section(
        w.gone,
        table(
          [w.what, w.reason, ''],
          document.tombstones.map(each => [
            escaped(each.what),
            escaped(each.reason),
            escaped(w.lastIn(each.lastIn)),
          ]),
        ),
      ),
    document.overridden.length > 0 &&
      section(
        w.overridden,
        paragraph(w.overriddenLead),
        table(
          [w.what, w.reason, w.markedBy],
          document.overridden.map(each => [
            escaped(`${each.stop}: ${each.what}`),
            escaped(each.reason),
            escaped(each.by),
          ]),
        ),
      ),
    section(
      w.check,
      paragraph(w.checkLead(document.signer?.fingerprint ?? w.unknown)),
      paragraph(document.timestamp === null ? w.unstamped : w.stamped(document.timestamp)),
      `<p><a href="../VERIFY.txt">VERIFY.txt</a></p>`,
    ),
  ]
  return `<article lang="${language}">\n${parts.filter(part => typeof part === 'string').join('\n')}\n</article>`
}

function changes(
  { words, added, removed, replaced }: NonNullable<ReleaseDocument['changes']>,
  language: PageLanguage,
): string {
  const w = pageWords[language]
  const rows = (
    [
      [w.added, added],
      [w.removed, removed],
      [w.replaced, replaced],
    ] as const
  ).filter(([, titles]) => titles.length > 0)
  if (rows.length === 0) return paragraph(words)
  return (
    paragraph(words) +
    table(
      ['', w.what],
      rows.map(([what, titles]) => [escaped(what), escaped(titles.join(', '))]),
    )
  )
}

function recordingTable({ recordings }: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const rows = recordings.map(({ recording, out, main, parts, small }) => {
    const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
    const length =
      facts && facts.start !== null && facts.end !== null
        ? `${((facts.end - facts.start) / 1e6).toFixed(3)}\u00a0s`
        : w.unknown
    const placement = placementOf(recording)
    const at =
      placement?.kind === 'placed'
        ? w.placedBy(
            (placement.start / 1e6).toFixed(6),
            placement.errorMs === null ? '?' : String(placement.errorMs),
            w.by[placement.by],
          )
        : w.unplaced
    return [
      link(main.path, out.title) +
        (out.wearer === null ? '' : ` · ${escaped(out.wearer)}`) +
        (small ? ` · ${link(small.path, w.small((small.bytes / 1e6).toFixed(1)))}` : ''),
      [
        w.forms[out.as],
        w.receivedAs[recording.provenance.receivedAs],
        ...(parts ?? []).map(({ from, to, frames }) => w.part(seconds(from), seconds(to), frames)),
        ...(parts && parts.length > 1 ? [w.betweenParts] : []),
      ]
        .map(escaped)
        .join('; '),
      escaped(length),
      escaped(String(facts?.video?.frames ?? w.unknown)),
      escaped(at),
      `<code>${main.sha256}</code>`,
    ]
  })
  return rows.length === 0
    ? paragraph(w.none)
    : table([w.name, w.goesOutAs, w.length, w.frames, w.onClock, 'SHA-256'], rows)
}

function seconds(micros: number): string {
  return (micros / 1e6).toFixed(6)
}

/** Each recording in the browser's own player, shut until somebody opens it; nothing is fetched before. */
function players({ recordings, captions, state }: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const found = recordings.flatMap(({ id, recording, out, files, main }) => {
    if (files.media === null) return []
    const isSound = recording.probe.kind === 'probed' && recording.probe.facts.video === null
    const file = captions.get(id)
    const spoken = [...state.transcripts.values()].find(each => each.recording === recording.id)?.language
    const track = file
      ? `<track kind="captions" src="${escaped(file.path.replace(/^data\//, ''))}" srclang="${escaped(spoken ?? 'und')}" label="${escaped(w.captions)}">`
      : ''
    const name = isSound ? 'audio' : 'video'
    const source = escaped(files.small ?? files.media)
    const player = `<${name} controls preload="none" aria-label="${escaped(out.title)}" src="${source}">${track}${link(main.path, out.title)}</${name}>`
    return [
      `<details class="player"><summary>${escaped(w.playOne(out.title))}</summary>\n${player}</details>`,
    ]
  })
  if (found.length === 0) return ''
  const lead = state.cover?.warning ? w.playWarned : w.play
  return `<div class="players">${paragraph(lead)}\n${found.join('\n')}</div>`
}

function momentTable({ state, recordings }: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const clock = clocksOf(state).find(({ id }) => id === mainGroup)
  const titles = new Map(recordings.map(({ recording, out }) => [recording.id, out.title]))
  const place = (moment: Moment) => {
    const on = clock ? momentSpanOn(state, clock, moment) : null
    const spanOf = (from: number, to: number | null) =>
      `${seconds(from)}${to === null ? '' : ` – ${seconds(to)}`} s`
    if (on) return `${spanOf(on.from, on.to)} ${w.onTheClock}`
    const { when } = moment
    const where = when.on === 'recording' ? w.inRecording(titles.get(when.recording) ?? '') : w.onTheClock
    return `${spanOf(when.from, when.to)} ${where}`
  }
  const rows = [...state.moments.values()].map(moment => [
    escaped(moment.name),
    escaped(place(moment)),
    escaped(moment.description ?? ''),
    escaped(toldAgent(moment.agent, state.people)),
  ])
  return rows.length === 0 ? paragraph(w.none) : table([w.name, w.when, w.what, w.markedBy], rows)
}

/** What named reviewers stand for, in the time of each recording. */
function transcript({ state, recordings, captions }: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const spoken = recordings.flatMap(({ id, recording, out }) => {
    const file = captions.get(id)
    if (!file) return []
    const lines = [...state.transcriptLayers.values()]
      .filter(({ transcript: of }) => state.transcripts.get(of)?.recording === recording.id)
      .flatMap(({ by }) => by)
      .sort((a, b) => a.from - b.from)
    const rows = lines.map(line => [
      escaped((line.from / 1e6).toFixed(3)),
      escaped(line.speaker ?? w.unknown),
      escaped(textOf(line)),
    ])
    return [
      `<h3>${escaped(out.title)} · ${link(file.path, 'WebVTT')}</h3>${table([w.when, w.speaker, w.what], rows)}`,
    ]
  })
  return spoken.length === 0 ? paragraph(w.noTranscript) : spoken.join('\n')
}

/** What a person decided that an edited film shows of the recordings. */
function edits({ state, recordings }: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const titles = new Map(recordings.map(({ recording, out }) => [recording.id, out.title]))
  const rows = [...state.editReviews.values()].map(({ of, said, line, reason, agent }) => {
    const told = said ?? line
    const span = told ? `${(told.from / 1e6).toFixed(3)} – ${(told.to / 1e6).toFixed(3)} s` : w.unknown
    return [
      escaped(titles.get(of) ?? ''),
      escaped(span),
      escaped(told?.part ?? ''),
      escaped(reason),
      escaped(toldAgent(agent, state.people)),
    ]
  })
  return rows.length === 0 ? paragraph(w.none) : table([w.name, w.when, w.what, w.reason, w.markedBy], rows)
}

function claims(state: CaseState, language: PageLanguage): string {
  const w = pageWords[language]
  const findings = cardsOf(state, 'finding')
  const found = cardsOf(state, 'claim').map(claim => {
    const own = findings.filter(({ said }) => said.claim === claim.id)
    const told = own.map(each => escaped(findingText(each, language)))
    return `<h3>${escaped(claim.said.matter)}</h3>${told.length === 0 ? paragraph(w.noFinding) : list(told)}`
  })
  return found.length === 0 ? paragraph(w.none) : found.join('\n')
}

function findingText({ said }: CardOf<'finding'>, language: PageLanguage): string {
  const result = choiceWords(cardWordsIn(language), said.result)
  return [result, said.reason, said.couldSee, said.office, said.on].filter(each => each != null).join(' · ')
}

function accounts(state: CaseState, language: PageLanguage): string {
  const w = pageWords[language]
  const told = [...state.accounts.values()].map(({ id, firstName, said }) => {
    const named = [said?.outlet, said?.author, said?.publishedOn].filter(each => each != null).join(', ')
    const quotes = [...state.statements.values()].filter(({ passage }) => passage.account === id)
    const address = said?.address ?? null
    const head =
      address === null
        ? escaped(firstName)
        : `<a href="${escaped(address)}" rel="noreferrer">${escaped(firstName)}</a>`
    return `${head}${named === '' ? '' : ` · ${escaped(named)}`}${quotes.map(({ passage }) => `<blockquote>${escaped(passage.exact)}</blockquote>`).join('')}`
  })
  return told.length === 0 ? paragraph(w.none) : paragraph(w.accountsLead) + list(told)
}

/** What accounts say of one matter, and what people found two quotes to be to each other: who found it is told beside. */
function sideBySide(state: CaseState, language: PageLanguage): string {
  const w = pageWords[language]
  const from = ({ account, exact }: Passage) =>
    `${escaped(state.accounts.get(account)?.firstName ?? '')}<blockquote>${escaped(exact)}</blockquote>`
  const matters = [...state.matters.values()].map(({ name, passages }) => [
    escaped(name),
    passages.map(from).join('\n'),
  ])
  const links = [...state.statementLinks.values()].map(({ relation, a, b, agent }) => [
    escaped(w.relations[relation]),
    from(a),
    from(b),
    escaped(toldAgent(agent, state.people)),
  ])
  return [
    matters.length > 0 && `<h3>${escaped(w.matters)}</h3>${table([w.what, w.accounts], matters)}`,
    links.length > 0 &&
      `<h3>${escaped(w.links)}</h3>${table([w.what, w.accounts, w.accounts, w.markedBy], links)}`,
  ]
    .filter(part => typeof part === 'string')
    .join('\n')
}

function section(title: string, ...content: readonly string[]): string {
  return `<section><h2>${escaped(title)}</h2>\n${content.join('\n')}</section>`
}

function paragraph(text: string): string {
  return text === '' ? '' : `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`
}

function list(items: readonly string[]): string {
  return `<ul>${items.map(item => `<li>${item}</li>`).join('\n')}</ul>`
}

/** Cells are HTML. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads
    .map(each => (each === '' ? '<td></td>' : `<th scope="col">${escaped(each)}</th>`))
    .join('')
  const body = rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('\n')
  return `<div class="table-scroll" tabindex="0"><table><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table></div>`
}

/** A link to a file of the release, from the page. */
function link(path: string, title: string): string {
  return `<a href="${escaped(path.replace(/^data\//, ''))}">${escaped(title)}</a>`
}

export function escaped(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, each => marks[each] ?? each)
}
