import {
  type CaseState,
  clocksOf,
  type EditLine,
  type Moment,
  mainGroup,
  momentSpanOn,
  type Passage,
} from '@sightline/core/case'
import { cardOf, cardsOf } from '@sightline/core/case/cards'
import { cardWordsIn, choiceWords } from '@sightline/core/case-file'
import { summaryWordsEn, summaryWordsEs } from '@sightline/core/conform'
import { toldAgent } from '@sightline/core/release'
import { textOf } from '@sightline/core/transcript'
import { aside, escaped, link, list, paragraph, type Row, seconds, table } from './html.ts'
import type { PageInput } from './page-html.ts'
import { type PageLanguage, pageWords } from './page-words.ts'

const editWords = { en: summaryWordsEn, es: summaryWordsEs } as const satisfies Record<PageLanguage, unknown>

export function momentTable(input: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const { state } = input
  const clock = clocksOf(state).find(({ id }) => id === mainGroup)
  const place = (moment: Moment): string => {
    const on = clock ? momentSpanOn(state, clock, moment) : null
    if (on) return `${spanOf(on.from, on.to)} <br>${escaped(w.onTheClock)}`
    const { when } = moment
    const where = when.on === 'recording' ? w.inRecording(titleOf(input, when.recording)) : w.onTheClock
    return `${spanOf(when.from, when.to)} <br>${escaped(where)}`
  }
  const inOrder = [...state.moments.values()].map(moment => ({ moment, at: startOf(state, moment) }))
  const rows = inOrder
    .toSorted((a, b) => a.at - b.at)
    .map(
      ({ moment }): Row => [
        place(moment),
        `<strong>${escaped(moment.name)}</strong>${paragraph(moment.description ?? '')}${aside([w.markedBy(toldAgent(moment.agent, state.people))])}`,
      ],
    )
  return rows.length === 0 ? paragraph(w.none) : table([w.when, w.what], rows, { isNarrow: true })
}

/** What is on no clock stands last. */
function startOf(state: CaseState, moment: Moment): number {
  const clock = clocksOf(state).find(({ id }) => id === mainGroup)
  return (clock && momentSpanOn(state, clock, moment)?.from) ?? Number.POSITIVE_INFINITY
}

/** An instant or a stretch, in seconds, as HTML. Speech begins nowhere to the microsecond. */
function spanOf(from: number, to: number | null, decimals?: 3): string {
  const [begin, end] = [seconds(from, decimals), to === null || to === from ? null : seconds(to, decimals)]
  return `<span class="exact">${end === null ? `${begin} s` : `${begin} – ${end} s`}</span>`
}

/** What named reviewers stand for, in the time of each recording. */
export function transcript({ state, recordings, captions }: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const spoken = recordings.flatMap(({ id, recording, out }) => {
    const file = captions.get(id)
    if (!file) return []
    const layers = [...state.transcriptLayers.values()].filter(
      ({ transcript: of }) => state.transcripts.get(of)?.recording === recording.id,
    )
    // Captions of a recording may hold nothing but the names of sounds.
    if (layers.length === 0) return []
    const reviewers = new Set(layers.map(({ agent }) => toldAgent(agent, state.people)))
    const rows = layers
      .flatMap(({ transcript: of, by }) => by.map(line => ({ of, line })))
      .toSorted((a, b) => a.line.from - b.line.from)
      .map(
        ({ of, line }): Row => [
          spanOf(line.from, line.to, 3),
          `<b>${escaped(speakerOf(state, of, line.speaker) ?? w.unknown)}</b> ${escaped(textOf(line))}`,
        ],
      )
    return [
      `<h3>${escaped(out.title)} · ${link(file.path, 'WebVTT')}</h3>`,
      paragraph(w.settledBy([...reviewers].join(', '))),
      table([w.when, w.what], rows, { isNarrow: true }),
    ]
  })
  return spoken.length === 0 ? paragraph(w.noTranscript) : spoken.join('\n')
}

/** The role of who speaks where somebody tied the label to it, else the label. */
function speakerOf(state: CaseState, transcript: string, label: string | null): string | null {
  const tied = state.transcripts.get(transcript)?.speakers.get(label ?? '') ?? null
  return cardOf(state, tied, 'participant')?.said.role ?? label
}

/** What a person decided that an edited film shows of the recordings, film by film in the order of its time. */
export function edits(input: PageInput, language: PageLanguage): string {
  const w = pageWords[language]
  const { state, recordings } = input
  const reviews = [...state.editReviews.values()]
  const told = recordings.flatMap(({ recording, out }) => {
    const rows = reviews
      .filter(({ of }) => of === recording.id)
      .flatMap(review => {
        const line = review.said ?? review.line
        return line ? [{ line, review }] : []
      })
      .toSorted((a, b) => a.line.from - b.line.from)
      .map(
        ({ line, review }): Row => [
          spanOf(line.from, line.part === 'trim' ? null : line.to),
          `${escaped(lineText(input, line, language))}${aside([review.reason, w.markedBy(toldAgent(review.agent, state.people))])}`,
        ],
      )
    return rows.length === 0
      ? []
      : [`<h3>${escaped(out.title)}</h3>`, table([w.when, w.what], rows, { isNarrow: true })]
  })
  return told.length === 0 ? paragraph(w.none) : paragraph(w.editsLead) + told.join('\n')
}

function lineText(input: PageInput, line: EditLine, language: PageLanguage): string {
  const { line: w } = pageWords[language]
  const { kinds, sounds } = editWords[language]
  switch (line.part) {
    case 'shown': {
      const shown = w.shown(titleOf(input, line.raw), seconds(line.rawFrom), seconds(line.rawTo))
      // A frame that is held is told by a line of its own.
      const rate = line.rate === 1 || line.rate === 0 ? null : w.rate(String(Number(line.rate.toFixed(3))))
      return [shown, rate, line.layer > 0 ? w.layer : null].filter(each => each !== null).join(', ')
    }
    case 'unmatched':
      return w.unmatched
    case 'trim':
      return w.trim(titleOf(input, line.raw), seconds(line.rawFrom), seconds(line.rawTo))
    case 'picture': {
      const said = line.kind in w.speeds ? w.speeds[line.kind as keyof typeof w.speeds] : null
      const rate = line.factor === null ? '' : `, ${w.rate(String(Number(line.factor.toFixed(3))))}`
      return said === null ? kinds[line.kind as keyof typeof kinds].replace(/,$/, '') : `${said}${rate}`
    }
    case 'sound': {
      const from =
        line.raw === null || line.rawFrom === null
          ? null
          : w.soundOf(titleOf(input, line.raw), seconds(line.rawFrom))
      if (line.kind === 'raw') return from === null ? w.ownSound : w.heard(from)
      return from === null ? sounds[line.kind] : `${sounds[line.kind]}: ${from}`
    }
  }
}

/** How readers know a recording. */
export function titleOf({ recordings }: Pick<PageInput, 'recordings'>, id: string): string {
  return recordings.find(({ recording }) => recording.id === id)?.out.title ?? ''
}

export function claims(state: CaseState, language: PageLanguage): string {
  const w = pageWords[language]
  const words = cardWordsIn(language)
  const findings = cardsOf(state, 'finding')
  const found = cardsOf(state, 'claim').map(claim => {
    const own = findings.filter(({ said }) => said.claim === claim.id)
    const told = own.map(({ said }) => {
      const { result, reason, couldSee, office, on } = said
      return `<strong>${escaped(choiceWords(words, result))}</strong> ${escaped(reason)}${aside([couldSee, office, on])}`
    })
    return `<h3>${escaped(claim.said.matter)}</h3>${told.length === 0 ? paragraph(w.noFinding) : list(told)}`
  })
  return found.length === 0 ? paragraph(w.none) : found.join('\n')
}

export function accounts(state: CaseState, language: PageLanguage): string {
  const w = pageWords[language]
  const told = [...state.accounts.values()].map(({ id, firstName, said }) => {
    const quotes = [...state.statements.values()].filter(({ passage }) => passage.account === id)
    const address = said?.address ?? null
    const head =
      address === null
        ? escaped(firstName)
        : `<a href="${escaped(address)}" rel="noreferrer">${escaped(firstName)}</a>`
    const about = aside([said?.outlet, said?.author, said?.publishedOn])
    return `${head}${about}${quotes.map(({ passage }) => `<blockquote>${escaped(passage.exact)}</blockquote>`).join('')}`
  })
  return told.length === 0 ? paragraph(w.none) : paragraph(w.accountsLead) + list(told)
}

/** What accounts say of one matter, and what people found two quotes to be to each other: who found it is told beside. */
export function sideBySide(state: CaseState, language: PageLanguage): string {
  const w = pageWords[language]
  const from = ({ account, exact }: Passage) =>
    `<p>${escaped(state.accounts.get(account)?.firstName ?? '')}</p><blockquote>${escaped(exact)}</blockquote>`
  const matters = [...state.matters.values()].map(
    ({ name, passages }): Row => [escaped(name), passages.map(from).join('\n')],
  )
  const links = [...state.statementLinks.values()].map(
    ({ relation, a, b, agent }): Row => [
      escaped(w.relations[relation]),
      `${from(a)}\n${from(b)}${aside([w.markedBy(toldAgent(agent, state.people))])}`,
    ],
  )
  return [
    matters.length > 0 && `<h3>${escaped(w.matters)}</h3>${table([w.what, w.accounts], matters)}`,
    links.length > 0 && `<h3>${escaped(w.links)}</h3>${table([w.relation, w.accounts], links)}`,
  ]
    .filter(part => typeof part === 'string')
    .join('\n')
}
