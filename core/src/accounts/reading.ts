import { foldAround } from './letterhead.ts'
import { datelinePatterns, type FoldKind, lineRules, notSpeakers } from './lexicon/boilerplate-rules.ts'
import { pageFurniture } from './lexicon/page-furniture.ts'
import { pageNotices } from './lexicon/page-notices.ts'
import { paperFurniture } from './lexicon/paper-furniture.ts'
import { paperNotices } from './lexicon/paper-notices.ts'
import { femaleNames, maleNames, roleNouns } from './lexicon/people-words.ts'
import { readerNotices } from './lexicon/reader-notices.ts'
import { recordFurniture } from './lexicon/record-furniture.ts'
import { endsSentence, type Fold, type Line, wordCount } from './lines.ts'
import { possiblePatterns } from './possible-patterns.ts'
import { isCutByOthers, isLogRow, tellsEvent } from './telling.ts'

export type { Fold } from './lines.ts'

/** A paragraph that is read for statements. Its text may run over several broken lines. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly kind: 'headline' | 'text' | 'list' | 'turn'
  /** Of a transcript's turn: who is named before the colon. `start` is then where the words begin. */
  readonly label: { readonly start: number; readonly end: number; readonly name: string } | null
}

export interface Reading {
  readonly folds: readonly Fold[]
  readonly paragraphs: readonly Paragraph[]
}

/** Parts what an account says from what stands around it. Nothing is removed: every character is in a fold, a paragraph or white space. */
export function readText(text: string): Reading {
  const lines = linesOf(text)
  const folds: Fold[] = []
  const kept: Line[] = []
  let isInLinkList = false
  for (const [index, line] of lines.entries()) {
    const found = foldOf(line, lines, index, isInLinkList)
    if (found === null) {
      if (wordCount(line.text) > 16 || endsSentence.test(line.text)) isInLinkList = false
      kept.push(line)
      continue
    }
    folds.push({ start: line.start, end: line.end, ...found })
    isInLinkList = isListHead(found, line.text) && (isInLinkList || wordCount(line.text) <= 4)
  }
  const named = labelledHeadline(lines, kept, folds)
  if (named) {
    folds.splice(
      folds.findIndex(({ start }) => start === named.start),
      1,
    )
    kept.splice(
      kept.findIndex(({ index }) => index > named.index),
      0,
      named,
    )
  }
  const around = foldAround(kept, folds, lines)
  folds.push(...around)
  const read = kept.filter(({ start }) => !around.some(fold => fold.start === start))
  const isWrapped = looksWrapped(read)
  const paragraphs = paragraphsOf(read, isWrapped)
  const turns = { isTranscript: hasTurns(paragraphs, text), isAsked: hasQuestions(text) }
  const finished = paragraphs.map(paragraph => finish(paragraph, text, folds, turns))
  const withHeads = markHeadlines(finished, text)
  folds.sort((a, b) => a.start - b.start)
  return { folds, paragraphs: withHeads.filter(({ start, end }) => end > start) }
}

/** "VIDEO: Man falls onto tracks", "WATCH: …" above the first paragraph, where nothing else can be the story's headline: it is that, and no link. */
function labelledHeadline(
  lines: readonly Line[],
  kept: readonly Line[],
  folds: readonly Fold[],
): Line | null {
  const first = kept.findIndex(({ text }) => wordCount(text) > 6 && endsSentence.test(text))
  if (first < 0 || kept.slice(0, first).some(({ text }) => wordCount(text) >= 5)) return null
  const top = kept[first]?.index ?? 0
  const labelled = lines.filter(
    ({ index, start, text }) =>
      index < top &&
      /^\p{L}+(?: \p{L}+)?: \S/u.test(text) &&
      wordCount(text) >= 6 &&
      folds.some(fold => fold.start === start && /^link\.(?:label|capitals)$/.test(fold.rule)),
  )
  // Several are a list of links.
  return labelled.length === 1 ? (labelled[0] ?? null) : null
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let isAfterBlank = true
  let lastEnd = 0
  for (const match of text.matchAll(/[^\r\n\u2028\u2029\f]+/g)) {
    const raw = match[0]
    const lead = /^[\s\uFEFF]*/.exec(raw)?.[0].length ?? 0
    const line = raw.trim().replace(/^\uFEFF/, '')
    const gap = text.slice(lastEnd, match.index)
    if (line === '') continue
    lastEnd = match.index + raw.length
    isAfterBlank = lines.length === 0 || (gap.match(/\r\n|\n|\r/g)?.length ?? 0) > 1 || gap.includes('\f')
    lines.push({
      index: lines.length,
      start: match.index + lead,
      end: match.index + lead + line.length,
      text: line,
      isAfterBlank,
    })
  }
  return lines
}

const namesAlone =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}(?:(?:, |,? and | y | & )\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}){0,3}$/u
const isGivenName = (name: string) => femaleNames.has(name.toLowerCase()) || maleNames.has(name.toLowerCase())

/** What stands around a story comes in short lines; longer ones are prose, and patterns are kept off them. */
const longestLabel = 700

/** What stands over a list of links to other stories. */
const isListHead = ({ kind, rule }: Found, text: string) =>
  (kind === 'link' && rule !== 'player') ||
  (rule === 'sponsored' && /^(?:recommended|you may like|around the web|from our)/i.test(text))

const allRules = [
  ...lineRules,
  ...pageFurniture,
  ...pageNotices,
  ...paperFurniture,
  ...recordFurniture,
  ...paperNotices,
  ...readerNotices,
]

const possibleRules = possiblePatterns(allRules.map(({ pattern }) => pattern))

type Found = { readonly kind: FoldKind; readonly rule: string }

function foldOf(line: Line, lines: readonly Line[], index: number, isInLinkList: boolean): Found | null {
  const { text } = line
  if (text.length > longestLabel) return null
  const possible = possibleRules(text)
  for (const [at, { rule, kind, pattern }] of allRules.entries()) {
    if (possible[at] === 0 || !pattern.test(text)) continue
    if (
      isReallyProse(text, rule, index) ||
      (partHeadings.test(rule) && isBetweenProse(lines, index)) ||
      (!mayTell.test(rule) && isSentence(text))
    )
      continue
    return { kind, rule }
  }
  // Names alone beneath a headline are those of its writers.
  if (index >= 1 && index <= 5 && namesAlone.test(text)) {
    const names = text.split(/,? (?:and|y|&) |, /)
    if (names.some(name => isGivenName(name.split(' ')[0] ?? '')))
      return { kind: 'byline', rule: 'byline.names' }
  }
  // A trail of sections with the headline cut short, and the headline whole within the next lines.
  if (/(?:\.\.\.|…)$/.test(text)) {
    const stub = text.replace(/(?:\.\.\.|…)$/, '').trim()
    const isRepeated = lines
      .slice(index + 1, index + 5)
      .some(next => stub.length > 20 && stub.includes(next.text.slice(0, 20)) && next.text.length > 20)
    if (isRepeated) return { kind: 'breadcrumb', rule: 'nav.cut-headline' }
  }
  if (isInLinkList && wordCount(text) <= 16 && !endsSentence.test(text) && !/[“"«]/.test(text.slice(0, 2)))
    return { kind: 'link', rule: 'link.list' }
  return null
}

/** "SUMMARY OF FINDINGS": in capitals between paragraphs such a line heads what follows, and is as much of the account as a headline. */
const partHeadings = /^(?:report\.title|heading\.section)$/
const isBetweenProse = (lines: readonly Line[], index: number) =>
  lines.slice(0, index).some(({ text }) => endsSentence.test(text) && wordCount(text) > 6) &&
  endsSentence.test(lines[index + 1]?.text ?? '') &&
  lines[index]?.text === lines[index]?.text.toUpperCase()

/** Rules that fold whole sentences: notices, captions, invitations. */
const mayTell =
  /^(?:notice|caption|share|sponsored|copyright|disclaimer|support|notes|page|heading|tip|link\.label|credit\.label|amended|byline\.about|newsletter|show\.notes|letter\.to-all|page\.login|court\.service|transcript\.edited|call|field|service|heard|contact|number\.bulletin|stage|minutes|gallery|cue\.(?:record|session)|amended)/

/** "Video from the gate camera shows …": what tells something is no label, whatever it begins with. */
const isSentence = (text: string) =>
  wordCount(text) >= 6 &&
  /[.!?]["”’)]*$/.test(text) &&
  /\b(?:shows?|showed|said|says|was|were|is|are|has|had|have|did|does|will|would|captured|saw|heard|fue|era|dijo|muestra|\p{Ll}{3,}ed)\b/u.test(
    text,
  )

/** What a rule about form must not fold: sentences that merely begin or end like a label. */
function isReallyProse(text: string, rule: string, index: number): boolean {
  const words = wordCount(text)
  if (isToldElsewhere(text, rule)) return true
  if (isFilledIn(text, rule) || (/^(?:nav\.|cue\.script|date\.outlet)/.test(rule) && isLogRow(text)))
    return true
  if (rule === 'caption.credit') {
    if (/["”“]/.test(text)) return true
    const tail = /\(([^)]*)\)$/.exec(text)?.[1] ?? ''
    const isCredit =
      /photo|image|picture|video|credit|courtesy|file|foto|provided|submitted|screen|source|getty|\//i.test(
        tail,
      )
    const body = text.slice(0, text.lastIndexOf('(')).trim()
    const isStationOrBody =
      /^[A-Z]{2,6}(?:[ -][A-Z0-9]+)*$/.test(tail) ||
      /(?:News|Times|Post|Herald|Tribune|Police|Department|Office|County|Media|Press|Press Association)\b/.test(
        tail,
      ) ||
      /^\p{Lu}[\p{L}'’.-]+ \p{Lu}[\p{L}'’.-]+$/u.test(tail)
    return !(isCredit || (isStationOrBody && /[.!?]$/.test(body)))
  }
  if (rule === 'nav.breadcrumb') return words > 22 || /[.!?]$/.test(text) || text.includes('«')
  // What a correction says is said of the event.
  if (rule === 'notice.story' || rule === 'amended' || rule === 'notice.piece') return tellsCorrection(text)
  if (rule === 'byline')
    return words > 16 || /\b(?:was|were|is|had|said|has)\b/.test(text) || (/[.!?]$/.test(text) && index > 6)
  if (rule === 'notice.contributed') return words > 30
  if (rule === 'credit.label' || rule === 'credit.agency')
    return words > 18 || /\b(?:said|shows|showed)\b/i.test(text)
  // "More from Anjali. Hester Quill, a nurse, was on the top deck:": a sentence behind the label.
  if (
    rule === 'link.label' &&
    index > 0 &&
    /^(?:more|related|latest|photos?|videos?)\b[^.:!?]{2,40}[.!?]\s+\p{Lu}/iu.test(text) &&
    /\s(?:was|were|is|are|has|had|have|says?|said|did|\p{Ll}{3,}ed)\s/u.test(text)
  )
    return true
  // "Watch: helicopter footage shows the moment officers moved in."
  if (rule === 'link.label' && /\.["”’]?$/.test(text) && isSentence(text.slice(text.indexOf(':') + 1)))
    return true
  if (rule === 'link.label' && index > 0)
    return /[.!?]["”]?$/.test(text) && !/:/.test(text.slice(0, 40)) && (words > 6 || isPlainPast(text))
  if (rule === 'share') return words > 26
  if (rule === 'copyright') return words > 60
  // A story may be headed "Live: …" or "Video: …"; a link of that kind stands lower.
  if (rule === 'link.label' && index === 0) return words > 4 && /:/.test(text)
  if (rule === 'contact' || rule === 'credit.alone') return isPlainPast(text) && !/[\d@]{4}/.test(text)
  if (rule === 'date.label')
    return (
      /\b(?:said|was|were|by police)\b/i.test(text) ||
      // "Filed charges Tuesday.": what is filed is no date.
      (/\.$/.test(text) && !isDated.test(text))
    )
  if (rule === 'letter.hello') return index > 6
  return false
}

/** What only begins like a notice: "Translated by her sister, she said that …", "This file was on the desk when he died." */
function isToldElsewhere(text: string, rule: string): boolean {
  if (rule !== 'notice.help' && /[.!?]["”’)]*$/.test(text) && clauseBehind.test(text)) return true
  switch (rule) {
    case 'notice.story':
      if (/^about\b/i.test(text)) return /[.!?]$/.test(text)
      if (/^this\b/i.test(text)) return !ofThisPiece.test(text) || /\b(?:he|she|they|him|them)\b/i.test(text)
      if (/^(?:check back|stay|refresh)\b/i.test(text))
        return !/^(?:check back (?:for|here|soon|later|often|with us|at)|stay (?:tuned|with us|with \p{Lu})|refresh (?:this|the page|your|for))\b/u.test(
          text.charAt(0).toLowerCase() + text.slice(1),
        )
      return /^warning\b.*\b(?:was|were|had)\b/i.test(text)
    case 'byline.about':
      return (
        (/\b(?:his|him|was|were|says|said|hit|by the)\b|\bcovers (?:her|their|its)\b/.test(text) &&
          !/@/.test(text)) ||
        // "Lowe is the author of the complaint": of what is told, and of no book.
        /\b(?:author|writer|editor|producer|photographer) of (?:the|an?|this|that|both|its) (?!(?:\p{L}+ )?(?:books?|novels?|memoirs?|newsletters?|columns?|blogs?|series|weekly|daily|podcast|paper|newspaper|magazine)\b)\p{Ll}/u.test(
          text,
        )
      )
    case 'transcript.edited':
    case 'notice.transcript':
      return isCutByOthers(text)
    case 'notice.owner':
      return /\b(?:says|said|never|told|was)\b/.test(text)
    case 'notice.writer':
      return /^the \p{L}+ (?:was|has been) (?:in|at|on|shown|shoved|hit|there|told|asked)\b/iu.test(text)
    case 'contact.information':
      return /\b(?:they|he|she|was|were|said)\b/i.test(text)
    case 'copyright':
      return (
        /^copyright\s\p{Ll}/iu.test(text) &&
        /^copyright\s(?!by|of|notice|in|is|belongs|held)\p{Ll}/u.test(
          text.charAt(0).toLowerCase() + text.slice(1),
        )
      )
    case 'heard':
    case 'link.head':
      return isSentence(text)
    // "Bulletin: three deaths in nine weeks"; "Names have been withheld until the family is told."
    case 'press.more':
    case 'record.row':
      return tellsEvent(text)
    case 'notice.withheld':
      return /\b(?:pending|until|because|famil\p{L}+|kin)\b/iu.test(text)
    // "The union is a member of the federation."
    case 'page.print':
      return /^The \p{Ll}/u.test(text)
    case 'court.head':
      return /^[IVX]{1,5}\. .*\p{Ll}/u.test(text)
    case 'support.plea':
      return /\bcan be\b/i.test(text)
    // “He was a good man.”: the words themselves stand behind the label.
    case 'link.label':
      return /: ?[“"][^“”"]{12,}[.!?][”"]$/u.test(text)
    default:
      return false
  }
}

/** Somebody or something else does something behind a comma. */
const clauseBehind =
  /,\s(?:and\s)?(?:the|an?|he|she|they|it|I|we|nobody|its|his|her|their)(?:\s[\p{Ll}'’-]+){0,4}?\s?(?:\b(?:was|were|is|are|had|has|said|says|did|jumps?|\p{Ll}{2,}ed|fell|ran|came|went|drew|left|began|took|lost|saw|found))\b/u

/** What is done to a piece that a page speaks of. */
const ofThisPiece =
  /\b(?:updat|correct|amend|edit|revis|publish|produc|translat|writ|compil|original|first|develop|breaking|part of|contain|archiv|clos|clarif|condens|adapt|fund|support|made possible|provid|review|refresh|fact-check|broadcast|air|post|fil|transcri|generat|remov|reproduc|print|licen|auto|will be|may)\p{L}*/iu

/** "Status: dead at the scene", "Subject: Death of a prisoner": a field whose words tell something of the event. */
function isFilledIn(text: string, rule: string): boolean {
  if (!/^(?:press\.|field(?!\.made)|record\.|date\.label|credit\.alone|footnote|paper\.field)/.test(rule))
    return false
  const value = /^[\p{L} ]{2,30}:\s(.+)$/u.exec(text)?.[1]
  if (value === undefined) return false
  if (/^re\b/i.test(text) && namesFile.test(value)) return false
  return tellsEvent(value) || (/^(?:subject|asunto|re)\b/i.test(text) && wordCount(value) >= 3)
}

/** What a letter is about, where that is only a file: "Re: Claim of Ann Lee", "Re: Our file 12/3". */
const namesFile =
  /^(?:(?:the|your|our|my|tu|su|el|la) )?(?:[\p{L}]+ )?(?:case|file|claim|estate|matter|notice|policy|account|request|records?|invoice|ticket|report|letter|complaint|docket|incident|expediente|caso|solicitud|queja)\b(?: (?:of|for|no\.?|number|#|del?) |[ :#]*[\d#]|$)|^[\d#]/iu

/** A label with a date, an hour, a writer or a place behind it. */
const isDated =
  /^(?:(?:first|last|date)\s)?\p{L}+(?:\supdated)?\s?(?::|\s(?:[\d(]|on\b|at\b|by\b|in\b|el\b|hace\b|today|yesterday|\p{L}{3,9}\.?,? \d|\p{L}+day\b|just\b|an? \p{L}+ ago|one\b))/iu

/** "Related charges were dropped.", "Source: the gun was a toy": something was. */
const isPlainPast = (text: string) =>
  /\s(?:was|were|had|is not|has been|have been|did|fue|era)\s/i.test(text) && wordCount(text) >= 4

/** A note that says what an earlier version had wrong, or what is right, is said of the event; one that names only its day is not. */
const tellsCorrection = (text: string) =>
  /^(?:\*?\s*)?(?:correction|clarification|corrección|fe de erratas)\b.{0,24}?[:–—-]\s*\S/i.test(text) ||
  /\b(?:earlier|previous|original|first) (?:version|edition|post|report)s?\b.{0,60}\b(?:said|stated|misstated|misidentified|gave|had|named|misspelled|reported|incorrectly|wrongly)\b/i.test(
    text,
  ) ||
  // "This story has been corrected", "was updated to add that …": that something else was told before.
  /^this (?:story|article|report|post|page|file|blog|summary)\b.{0,30}\b(?:corrected|amended|updated|changed|edited|revised|replaced) (?:to|after|with|because|following)\b/i.test(
    text,
  ) ||
  (/^(?:editor['’]s note|nota del editor)\b/i.test(text) &&
    /\b(?:earlier|previous|not|incorrect\p{L}*|wrong\p{L}*|said|says|unarmed|dijo)\b/iu.test(text))

/** Lines broken by a printer: many of about one width that do not end a sentence. */
function looksWrapped(lines: readonly Line[]): boolean {
  const broken = lines.filter(
    (line, index) => lines[index + 1]?.isAfterBlank === false && !endsSentence.test(line.text),
  )
  if (broken.length < 3 || broken.length < lines.length * 0.25) return false
  const sizes = broken.map(({ text }) => text.length).sort((a, b) => a - b)
  return (sizes[sizes.length >> 1] ?? 0) >= 36 && (sizes.at(-1) ?? 0) <= 130
}

interface Piece {
  start: number
  end: number
  isList: boolean
}

function paragraphsOf(lines: readonly Line[], isWrapped: boolean): readonly Piece[] {
  // Not spread over the arguments of a call: an account may have more lines than a call takes.
  const width = lines.reduce((most, { text }) => Math.max(most, text.length), 0)
  // Who never writes capitals begins each paragraph in lower case.
  const starts = lines.filter(({ isAfterBlank }) => isAfterBlank)
  const isUncapped = starts.filter(({ text }) => /^\p{Ll}/u.test(text)).length > starts.length * 0.4
  const pieces: Piece[] = []
  let last: Line | null = null
  for (const line of lines) {
    const piece = pieces.at(-1)
    const bullet = /^(?:[-*•·‣▪–—]|\d{1,3}[.)]|\d{1,2}\/\d{0,2}|\([a-z\d]\))\s+/.exec(line.text)
    const isLabelled = /^[\p{Lu}][\p{L}\d.'’#() -]{1,40}:\s/u.test(line.text)
    const goesOn =
      piece !== undefined &&
      last !== null &&
      !line.isAfterBlank &&
      line.index === last.index + 1 &&
      !bullet &&
      ((isWrapped && last.text.length > width * 0.55 && !(isLabelled && endsSentence.test(last.text))) ||
        (!endsSentence.test(last.text) && /^[\p{Ll}]/u.test(line.text)))
    // A sentence that a page or a blank line broke in two goes on in lower case.
    const isBroken =
      piece !== undefined &&
      last !== null &&
      line.isAfterBlank &&
      !isUncapped &&
      /[\p{Ll},]$/u.test(last.text) &&
      /^\p{Ll}/u.test(line.text) &&
      last.text.length > 40
    if (piece && (goesOn || isBroken)) piece.end = line.end
    else
      pieces.push({
        start: line.start + (bullet?.[0].length ?? 0),
        end: line.end,
        isList: bullet !== null,
      })
    last = line
  }
  return pieces
}

const turnPattern =
  /^((?:\p{Lu}[\p{L}\d.'’&#-]*|of|de|la|the|and|for|#?\d+)(?:,? (?:\p{Lu}[\p{L}\d.'’&#-]*|of|de|la|the|and|for|#?\d+)){0,6}(?: ?\([^)\n]{1,40}\)| ?\[[^\]\n]{1,40}\])?)\s*:\s+(?=\S)/u

/** "A woman at the back: Shame on you." */
const describedTurn =
  /^((?:The|A|An|One|Another|El|La|Un|Una) (?:[\p{L}’'-]+ ){0,5}?[\p{L}’'-]+(?: ?\([^)\n]{1,40}\))?)\s*:\s+(?=[\p{L}\d¿¡])/u

/** "Female caller: Please hurry.", "Officer two: Hands.": whoever speaks, in small letters. */
const roleTurn = /^(\p{Lu}[\p{L}’'-]*(?: (?:\p{Ll}[\p{L}’'-]*|\d{1,2})){1,3})\s*:\s+(?=[\p{L}\d¿¡“"])/u
const isRole = (label: string) =>
  label.split(' ').some(word => roleNouns.has(word.toLowerCase()) || voices.test(word)) &&
  !tellsIt.test(label)
const voices = /^(?:voice|caller|speaker|operator|control|dispatch|radio|male|female|man|woman)$/iu

const tellsIt =
  /\b(?:said|says|say|told|asks?|asked|repl\p{L}+|can|is|was|were|are|had|has|have|adds?|added|wrote|shout\p{L}*|yell\p{L}*|heard|dijo|dice|fue|es|\p{Ll}{2,}ed)\b/u

/** "Q. Did he call?" and "A. He did.", as testimony is taken down. */
const hasQuestions = (text: string) => /^\s*Q[.:]?\s+\S/m.test(text) && /^\s*A[.:]?\s+\S/m.test(text)

function turnOf(
  text: string,
  isAsked: boolean,
  isTranscript = false,
): { readonly name: string; readonly length: number } | null {
  const stamped =
    /^[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?[\])]?\s*(?:[-–—]\s*)?/i.exec(text)?.[0] ?? ''
  const asked = isAsked ? /^([QA])[.:]?\s+(?=\S)/.exec(text) : null
  if (asked?.[1]) return { name: asked[1], length: asked[0].length }
  const said = text.slice(stamped.length, stamped.length + 160)
  const described = isTranscript ? describedTurn.exec(said) : null
  const role = roleTurn.exec(said)
  const found =
    turnPattern.exec(said) ??
    (described && !tellsIt.test(described[0]) ? described : null) ??
    (role?.[1] !== undefined && isRole(role[1]) ? role : null)
  if (!found?.[1]) return null
  const name = found[1]
    .replace(/ ?[([][^)\]]*[)\]]$/, '')
    .replace(/, (?:host|byline|anchor|reporter|presenter|moderator|correspondent|guest|interviewer)$/i, '')
    .trim()
  if (notSpeakers.test(name) || name.length > 60) return null
  return { name, length: stamped.length + found[0].length }
}

/** One label may be a headline's; a transcript names its speakers again and again. */
function hasTurns(pieces: readonly Piece[], text: string): boolean {
  const isAsked = hasQuestions(text)
  const found = pieces.map(({ start, end }) => turnOf(text.slice(start, end), isAsked))
  const turns = found.filter(turn => turn !== null)
  if (hasExchange(found.map(turn => turn?.name ?? null))) return true
  // A single turn in capitals, when the text names the speaker elsewhere too.
  const isNamed = turns.some(({ name }) => {
    const last = name.split(' ').at(-1) ?? ''
    return (
      name === name.toUpperCase() &&
      name.includes(' ') &&
      last.length > 2 &&
      text.toLowerCase().split(last.toLowerCase()).length > 2
    )
  })
  if (isNamed) return true
  const isShouted = turns.filter(({ name }) => name === name.toUpperCase()).length >= 2
  return isShouted || (turns.length >= 3 && turns.length >= pieces.length * 0.3)
}

/** What happened, or a street, before a dash. */
const happened =
  /\b(?:SHOOTING|STABBING|CRASH|COLLISION|ARREST|PURSUIT|ROBBERY|BURGLARY|HOMICIDE|ASSAULT|DEATH|INVESTIGATION|INCIDENT|DISTURBANCE|INVOLVED|SHOTS FIRED|USE OF FORCE)\b/
const noDateline =
  /\b(?:STREET|ST|AVENUE|AVE|ROAD|RD|LANE|DRIVE|SHOTS?|FIRED|KILLED|DEAD|DIES|HURT|INJURED|CRASH|FIRE|ARRESTED|STABBED|DOWN)\b/

/** Within a story: four turns running of two or three who each speak again, or three of whom the first does. */
function hasExchange(names: readonly (string | null)[]): boolean {
  return names.some((name, at) => {
    const run = names.slice(at, at + 4)
    if (name === null || run.length < 3 || run[1] === null || run[1] === name || run[2] !== name) return false
    return run[3] === run[1] || run[3] === null || run.length === 3
  })
}

/** Words in capitals before a dash that name no place. */
const notDatelines =
  /^(?:TONIGHT|TODAY|NOW|BREAKING|UPDATED?|EXCLUSIVE|LIVE|WATCH|NEW|JUST IN|DEVELOPING|YES|NO|WARNING|ALERT|CORRECTION|AND|BUT|HOY|AHORA|ÚLTIMA HORA)\b/u

/** Text all in capitals, as broadcasters write it: they tell nothing there. */
const isShoutedText = (text: string) =>
  text.length > 30 && (text.match(/\p{Ll}/gu)?.length ?? 0) < text.length * 0.05

function finish(
  piece: Piece,
  text: string,
  folds: Fold[],
  { isTranscript, isAsked }: { readonly isTranscript: boolean; readonly isAsked: boolean },
): Paragraph {
  const body = text.slice(piece.start, piece.end)
  for (const pattern of datelinePatterns) {
    const found = pattern.exec(body.slice(0, longestLabel))
    if (!found || found[0].length >= body.length - 10) continue
    // "MOTHER (in Spanish, translated): …" is somebody's turn.
    if (/\(\p{Ll}[^()]*\):\s*$/u.test(found[0]) || (isTranscript && /:\s*$/.test(found[0]))) continue
    // "SHOTS FIRED — officers run", "ELM STREET - A boy": what goes on in small letters, what happened, a street.
    const behind = body.slice(found[0].length)
    if (/^\p{Ll}/u.test(behind) || noDateline.test(found[0])) continue
    // "OFFICER INVOLVED SHOOTING – 14 Pike St.": what happened, and with no state or agency behind it no place.
    if (!/[(,]/.test(found[0]) && happened.test(found[0])) continue
    if (notDatelines.test(found[0]) || (isShoutedText(body) && !/[(,]/.test(found[0]))) continue
    const end = piece.start + found[0].trimEnd().length
    folds.push({ start: piece.start, end, kind: 'dateline', rule: 'dateline' })
    return { start: piece.start + found[0].length, end: piece.end, kind: 'text', label: null }
  }
  const turn = isTranscript ? turnOf(body, isAsked, true) : null
  if (turn) {
    const nameAt = piece.start + body.indexOf(turn.name)
    const label = { start: nameAt, end: nameAt + turn.name.length, name: turn.name }
    return { start: piece.start + turn.length, end: piece.end, kind: 'turn', label }
  }
  return { start: piece.start, end: piece.end, kind: piece.isList ? 'list' : 'text', label: null }
}

/** A short paragraph without an end mark, with longer text to come, heads what follows. */
function markHeadlines(paragraphs: readonly Paragraph[], text: string): readonly Paragraph[] {
  return paragraphs.map((paragraph, index) => {
    const body = text.slice(paragraph.start, paragraph.end)
    const isHead =
      paragraph.kind === 'text' &&
      !/[.!?…]["”’'»)]*$/.test(body) &&
      wordCount(body) <= 28 &&
      !/^[“"«]/.test(body) === !/[”"»,]$/.test(body) &&
      index < paragraphs.length - 1
    const isFirst =
      index === 0 &&
      paragraphs.length > 1 &&
      paragraph.kind === 'text' &&
      wordCount(body) <= 22 &&
      !/\.["”’]?$/.test(body)
    return isHead || isFirst ? { ...paragraph, kind: 'headline' } : paragraph
  })
}
