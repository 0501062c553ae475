import { CardId, type CaseState } from '@sightline/core/case'
import { knownCard } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import {
  aboutStop,
  type Composition,
  type ReleaseDocument,
  stopWordsEn,
  stopWordsEs,
} from '@sightline/core/release'
import type { RecordingOut } from './case-files.ts'
import { aside, escaped, link, list, paragraph, type Row, table } from './html.ts'
import { players, recordingTable } from './page-recordings.ts'
import { accounts, claims, edits, momentTable, sideBySide, transcript } from './page-said.ts'
import { namedSoundsTold } from './page-sounds.ts'
import { type PageLanguage, pageWords } from './page-words.ts'
import type { Written } from './release-folder.ts'

const stopWords = { en: stopWordsEn, es: stopWordsEs } as const satisfies Record<PageLanguage, unknown>

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
${otherLanguages(languages)}
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

/** The ways to what is said in the other languages, each in its own. */
function otherLanguages(languages: readonly PageLanguage[]): string {
  const ways = languages
    .slice(1)
    .map(each => `<a href="#${each}" lang="${each}" hreflang="${each}">${pageWords[each].itself}</a>`)
  return ways.length === 0 ? '' : `<p class="ways">${ways.join(' ')}</p>`
}

interface Chapter {
  readonly name: string
  readonly title: string
  /** HTML, in order; an empty piece is none. */
  readonly content: readonly string[]
}

function facts(input: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const { document } = input
  const chapters = chaptersOf(input, language)
  const about = [
    document.organization,
    w.version(document.version, document.asOf),
    w.audience[document.audience],
  ]
  const ways = chapters.map(({ name, title }) => `<a href="#${language}-${name}">${escaped(title)}</a>`)
  return `<article id="${language}" lang="${language}">
<h1>${escaped(document.title)}</h1>
${aside(about)}
${paragraph(w.lead)}
<nav aria-label="${escaped(w.contents)}">${list(ways)}</nav>
${chapters.map(chapter => section(chapter, language)).join('\n')}
</article>`
}

function section({ name, title, content }: Chapter, language: PageLanguage): string {
  return `<section id="${language}-${name}"><h2>${escaped(title)}</h2>\n${content.join('\n')}</section>`
}

/** What is always there says so where it is empty; the rest is left out then. */
function chaptersOf(input: PageInput, language: PageLanguage): readonly Chapter[] {
  const w = pageWords[language]
  const { composition, document, state } = input
  const warning = state.cover?.warning ?? ''
  const sounds = namedSoundsTold(input, language)
  const files = (listed: ReleaseDocument['exports']) =>
    list(listed.map(({ title, file }) => link(file, title)))
  const chapter = (name: string, title: string, ...content: readonly string[]): Chapter => ({
    name,
    title,
    content,
  })
  const statements = composition.statements.map(
    ({ by, text }) => `<blockquote>${paragraph(text)}<footer>${escaped(by)}</footer></blockquote>`,
  )
  return [
    warning === '' ? null : chapter('warning', w.warning, paragraph(warning)),
    statements.length === 0 ? null : chapter('statements', w.statements, ...statements),
    document.changes && chapter('changes', w.changes, changes(document.changes, language)),
    chapter('recordings', w.recordings, recordingTable(input, language), players(input, language)),
    chapter('moments', w.moments, momentTable(input, language)),
    chapter('said', w.transcript, transcript(input, language)),
    sounds === '' ? null : chapter('sounds', w.sounds, sounds),
    chapter('films', w.edits, edits(input, language)),
    chapter('claims', w.claims, claims(state, language)),
    chapter('accounts', w.accounts, accounts(state, language), sideBySide(state, language)),
    document.documents.length === 0 ? null : chapter('documents', w.documents, files(document.documents)),
    document.exports.length === 0 ? null : chapter('files', w.exports, files(document.exports)),
    chapter('withheld', w.withheld, withheld(input, language)),
    document.tombstones.length === 0
      ? null
      : chapter(
          'gone',
          w.gone,
          table(
            [w.what, w.reason],
            document.tombstones.map(
              (each): Row => [
                escaped(each.what),
                `${paragraph(each.reason)}${aside([w.lastIn(each.lastIn)])}`,
              ],
            ),
          ),
        ),
    document.overridden.length === 0
      ? null
      : chapter('gone-past', w.overridden, paragraph(w.overriddenLead), gonePast(input, language)),
    chapter(
      'check',
      w.check,
      paragraph(w.checkLead(document.signer?.fingerprint ?? w.unknown)),
      paragraph(document.timestamp === null ? w.unstamped : w.stamped(document.timestamp)),
      `<p><a href="../VERIFY.txt">VERIFY.txt</a></p>`,
    ),
  ].filter(each => each !== null)
}

function withheld({ document, bodies }: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const rows = document.withheld.map(
    ({ what, reason, citation }): Row => [escaped(what), `${paragraph(reason)}${aside([citation])}`],
  )
  const told = rows.length === 0 ? paragraph(w.withheldNone) : table([w.what, w.reason], rows)
  return `${told}\n${paragraph(w.log(document.log.length, bodies))}`
}

/** Stops that one person went past for one reason stand together. */
function gonePast({ state, document }: PageInput, language: PageLanguage): string {
  const { overridden } = document
  const w = pageWords[language]
  const words = stopWords[language]
  const groups = Map.groupBy(overridden, ({ stop, by, reason }) => JSON.stringify([stop, by, reason]))
  const rows = [...groups.values()].flatMap((group): readonly Row[] => {
    const [first] = group
    if (!first) return []
    const { stop, by, reason } = first
    const about = group.flatMap(({ what }) => {
      const said = aboutStop(words, { code: stop, what })
      if (said === null || !CardId.safeParse(said).success) return said ?? []
      const card = knownCard(state, said)
      return card ? titleOf(state, card) : w.cardStays
    })
    const says = words.stops[stop as keyof typeof words.stops] ?? stop
    return [
      [
        `${escaped(says)}${about.length === 0 ? '' : list(about.map(escaped))}`,
        `${paragraph(reason)}${aside([w.byPerson(by)])}`,
      ],
    ]
  })
  return table([w.askedFor, w.reason], rows)
}

function changes(
  { words, added, removed, replaced }: NonNullable<ReleaseDocument['changes']>,
  language: PageLanguage,
): string {
  const w = pageWords[language]
  const counted = [
    [w.added, added],
    [w.removed, removed],
    [w.replaced, replaced],
  ] as const
  const rows = counted
    .filter(([, titles]) => titles.length > 0)
    .map(([how, titles]): Row => [escaped(how), list(titles.map(escaped))])
  if (rows.length === 0) return paragraph(words) + paragraph(w.nothingChanged)
  return paragraph(words) + table([w.changed, w.what], rows)
}
