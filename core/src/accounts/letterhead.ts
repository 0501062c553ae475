import { isConcept, matterOf } from './features.ts'
import { blockLines } from './letter-block.ts'
import { addressLine, organisationHeads, outletHeads, sectionLabels } from './lexicon/letterhead-words.ts'
import { femaleNames, maleNames } from './lexicon/people-words.ts'
import { endsSentence, type Fold, type Line, wordCount } from './lines.ts'
import { isSelfTold } from './self-told.ts'
import { isLogRow, namesEvent } from './telling.ts'

/** Lines above the first prose that no rule about their form knows: an issuer's letterhead, a section's name, a writer's name. */
export function foldAround(
  kept: readonly Line[],
  known: readonly Fold[],
  lines: readonly Line[],
): readonly Fold[] {
  const first = kept.findIndex(isProse)
  const head = first < 0 ? [] : kept.slice(0, first)
  const bylines = new Set(
    known.filter(({ kind }) => /^(?:byline|date)$/.test(kind)).map(({ start }) => start),
  )
  const writers = new Set(known.filter(({ rule }) => rule.startsWith('byline')).map(({ start }) => start))
  const isOverByline = ({ index }: Line) => bylines.has(lines[index + 1]?.start ?? -1)
  const headline = headlineOf(head, isOverByline)
  const prose = (first < 0 ? [] : kept.slice(first)).map(({ text }) => text).join('\n')
  const folds: Fold[] = []
  const add = (line: Line, kind: Fold['kind'], rule: string) =>
    folds.push({ start: line.start, end: line.end, kind, rule })
  const menu = new Set(
    known.filter(({ kind }) => /^(?:navigation|share|link|breadcrumb)$/.test(kind)).map(({ start }) => start),
  )
  /** Whether a line above or below is folded as part of a menu. */
  const isBesideMenu = ({ index }: Line) =>
    [index - 1, index + 1].some(at => menu.has(lines[at]?.start ?? -1))
  const isBesideByline = ({ index }: Line) =>
    [index - 1, index + 1].some(at => bylines.has(lines[at]?.start ?? -1))
  for (const line of head) {
    if (line === headline) continue
    if (addressLine.test(line.text)) add(line, 'contact', 'head.address')
    else if (
      isIssuer(line.text) &&
      (isOutlet(line.text) || isInBlock(line, head) || isOnTop(line, kept) || headline !== null)
    )
      add(line, 'navigation', 'head.organisation')
    else if (headline && (isPublisher(line, isBesideByline) || isMasthead(line, headline)))
      add(line, 'byline', 'head.publisher')
    else if (headline && isNameAndMotto(line, headline)) add(line, 'navigation', 'head.motto')
    else if (headline && isWriter(line, headline, head)) add(line, 'byline', 'head.writer')
    else if (sectionLabels.test(line.text)) add(line, 'notice', 'head.label')
    else if (headline && isMenuLine(line, headline) && isBesideMenu(line)) {
      add(line, 'navigation', 'head.menu')
      menu.add(line.start)
    } else if (
      headline &&
      isLabel(line.text, wordCount(headline.text), line.index < headline.index) &&
      !namesOneOf(line.text, prose)
    )
      add(line, 'navigation', 'head.short')
  }
  // "Serving the shore since 1888": right below the name of a paper and above its headline, of nothing that the text is about.
  for (const line of head) {
    const above = lines[line.index - 1]
    if (
      headline &&
      line.index > 0 &&
      line.index < 4 &&
      line.index < headline.index &&
      !line.isAfterBlank &&
      [...known, ...folds].some(({ start, kind }) => start === above?.start && kind === 'navigation') &&
      !folds.some(({ start }) => start === line.start) &&
      wordCount(headline.text) >= 5 &&
      isMotto(line.text, prose)
    )
      add(line, 'notice', 'head.motto')
  }
  // Fields come in blocks: one more beside it, or a line above that is folded.
  const isFolded = new Set([...known, ...folds].map(({ start }) => start))
  for (const line of head) {
    const [above, below] = [lines[line.index - 1], lines[line.index + 1]]
    const isBeside =
      isFolded.has(above?.start ?? -1) || isField(above?.text ?? '') || isField(below?.text ?? '')
    if (line !== headline && isField(line.text) && isBeside) add(line, 'notice', 'head.field')
  }
  const isKnown = ({ start }: Line) => [...known, ...folds].some(fold => fold.start === start)
  for (const line of blockLines(lines, head, isKnown, tells)) add(line, 'notice', 'head.block')
  // Nothing heads the story but a name or a label.
  if (
    headline &&
    !isKnown(headline) &&
    kept.length > 2 &&
    (isIssuer(headline.text) ||
      // With something above it and who wrote it below, at most a line between, it is a short title.
      (!(headline.index > 0 && [1, 2].some(by => writers.has(lines[headline.index + by]?.start ?? -1))) &&
        wordCount(headline.text) <= 2 &&
        !isTitle(headline.text, prose) &&
        isLabel(headline.text, 4)))
  )
    add(headline, 'navigation', 'head.alone')
  const { last, folded } = footOf(kept, lines, isKnown, prose)
  for (const [line, kind, rule] of folded) add(line, kind, rule)
  const close = kept[last]
  if (close && lines.length > 4 && isClosing(close, lines[close.index + 1]))
    add(close, 'notice', 'foot.closing')
  const names = namesIn(
    [...known, ...folds].filter(({ kind, rule }) => kind === 'byline' || rule === 'field.clerk'),
    lines,
  )
  for (const line of kept.slice(Math.max(first, last - 1), last + 1))
    if (lines.length > 3 && [...names].some(name => line.text.startsWith(`${name} `)))
      add(line, 'byline', 'foot.writer')
  for (const line of crossHeadings(kept, first < 0 ? kept.length : first, last))
    add(line, 'notice', 'heading.cross')
  const issuers = lines.filter(({ start }) =>
    folds.some(fold => fold.start === start && fold.rule === 'head.organisation'),
  )
  for (const line of kept)
    if (!folds.some(({ start }) => start === line.start)) {
      if (isPoster(line, lines)) add(line, 'byline', 'live.poster')
      else if (isSignature(line, lines)) add(line, 'byline', 'signature.dash')
      else if (isNamedHandle(line, lines)) add(line, 'byline', 'handle.name')
      else if (isAboutIssuer(line, lines, issuers)) add(line, 'notice', 'foot.about')
      else if (isAgendaItem(line.text)) add(line, 'notice', 'heading.agenda')
    }
  return folds
}

/** Below the last prose: what a paper says of itself, an address or an issuer once more, who signs. `last` is where the prose ends, -1 where there is none. */
function footOf(
  kept: readonly Line[],
  lines: readonly Line[],
  isKnown: (line: Line) => boolean,
  prose: string,
): { readonly last: number; readonly folded: readonly (readonly [Line, Fold['kind'], string])[] } {
  const folded: (readonly [Line, Fold['kind'], string])[] = []
  const isLong = lines.length > 4
  // A page's own last lines begin with a capital; in a post without stops the last line is as much said as the others.
  const isOwnLine = ({ text }: Line) =>
    wordCount(text) <= 12 && !/^\p{Ll}|[.!?…"”’»]$/u.test(text) && !isToldBelow(text, prose)
  const own = new Set<Line>()
  for (const line of kept.slice(1).slice(-5).reverse()) {
    if (isSelfTold(line.text)) own.add(line)
    else if (isProse(line) || !(isKnown(line) || isOwnLine(line))) break
  }
  if (isLong) for (const line of own) if (!isKnown(line)) folded.push([line, 'notice', 'foot.self'])
  const last = kept.findLastIndex(line => isProse(line) && !(isLong && own.has(line)))
  for (const line of last < 0 || !isLong ? [] : kept.slice(last + 1)) {
    if (own.has(line)) continue
    if (addressLine.test(line.text) || isOutlet(line.text))
      folded.push([line, 'contact', 'foot.organisation'])
    else if (isSigner(line.text)) folded.push([line, 'byline', 'foot.signature'])
    else if (isOwnLine(line)) folded.push([line, 'link', 'foot.line'])
  }
  return { last, folded }
}

/** Words that make a short line tell something. */
const tells =
  /\b(?:is|are|was|were|be|been|has|had|have|did|does|do|will|would|can|could|may|must|says?|said|\p{L}{2,}ed|died?|dies|killed|shot|shoots?|sues?|finds?|found|asks?|tells?|told|calls?|seeks?|left|hit|held|ran|runs|fell|falls?|claims?|goes|went|faces?|wants?|bites?|kills?|demands?|deny|denies|dead|hurt|injured|no|not|none|never|without|alone|incident|event|fue|era|es|son|hay|murió|muere[ns]?|sin|nadie)\b|n['’]t\b/iu

/** A station, a page's part, a town above a longer headline: no verb, no denial, and nothing of what the tables know of incidents. */
function isLabel(text: string, headlineWords: number, isAbove = false): boolean {
  const words = text.split(/\s+/)
  if (words.length >= headlineWords || words.length > 6 || /[“”"«»‘!?:]|[.…,;]$/.test(text)) return false
  if (tells.test(text) || wishes.test(text)) return false
  // A kicker above a headline of usual length; "The bell" is a title, above what it is about.
  if (namesEvent(text) || articled.test(text)) return false
  if (words.length <= 3 && headlineWords >= 6) return true
  const isNamed =
    isAbove ||
    words.every(
      word => /^[\p{Lu}\d&#|·•–—/-]/u.test(word) || /^(?:of|the|and|for|de|del|la|y|on|your)$/.test(word),
    )
  return isNamed && !words.some(word => isConcept(matterOf(word.toLowerCase().replace(/[^\p{L}'’-]/gu, ''))))
}

const articled = /^(?:an?|the|el|la|los|las|una?)\s/iu

/** Whether two words are what a story is called, and no label: they name what happened, somebody, or begin like one. */
const isTitle = (text: string, prose: string) =>
  namesEvent(text) ||
  articled.test(text) ||
  /\d/.test(text) ||
  (text.match(/\p{Lu}[\p{L}'’-]{2,}/gu) ?? []).some(word => prose.includes(word))

/** Whether a line gives a name in full ("The trial of Ann Quill") that the text below gives too: that is about the story, and no label. */
function namesOneOf(line: string, prose: string): boolean {
  return [...line.matchAll(/(?<=\b\p{Ll}+ )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu)].some(([name]) =>
    prose.includes(name),
  )
}

/** Who is named in the bylines: "Words: Tom Hale". */
function namesIn(bylines: readonly Fold[], lines: readonly Line[]): ReadonlySet<string> {
  const starts = new Set(bylines.map(({ start }) => start))
  return new Set(
    lines
      .filter(({ start }) => starts.has(start))
      .flatMap(
        ({ text }) =>
          text
            .replace(/^(?:(?:story|words|report(?:ing)?|written) )?(?:by|por)\b:?\s/i, '')
            .match(/\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}/gu) ?? [],
      ),
  )
}

/** "Region: North crossing": a field of a form. */
const isField = (text: string) =>
  /^\p{Lu}[\p{L}’' ]{1,30}: \S[^.!?“”"«»]{1,60}$/u.test(text) &&
  wordCount(text) <= 9 &&
  !tells.test(text.slice(text.indexOf(':'))) &&
  !/\bof (?:incident|death|birth|injury)\b/i.test(text)

/** "In struggle,": goes before who signs. */
const isClosing = ({ text }: Line, next: Line | undefined) =>
  /,$/.test(text) && wordCount(text) <= 4 && next !== undefined && wordCount(next.text) <= 6

/** "Use of force", "What the video shows": a line between paragraphs that names what follows and tells nothing of it. */
function crossHeadings(kept: readonly Line[], first: number, last: number): readonly Line[] {
  const body = kept.slice(first, last + 1)
  // Who never ends a sentence with a mark writes such lines as statements.
  if (body.filter(({ text }) => !endsSentence.test(text)).length * 2 > body.length) return []
  return body.filter((line, at) => {
    const next = body[at + 1]
    if (!next || !line.isAfterBlank || !next.isAfterBlank || !endsSentence.test(next.text)) return false
    if (!/^\p{Lu}/u.test(line.text) || /[“”"«»‘:;,.!?…\d]/.test(line.text)) return false
    // "PUBLIC COMMENT": a paper's own heading is as much of it as a headline.
    if (line.text === line.text.toUpperCase()) return false
    const count = wordCount(line.text)
    if (/^(?:What|How|Who|Why|When|Where|Qué|Cómo|Quién|Por qué)\s/u.test(line.text)) return count <= 7
    return count <= 5 && !tells.test(line.text)
  })
}

/** One issuer's name alone may be meant as a heading; with an office or an address beside it, it is a letterhead. */
function isInBlock(line: Line, head: readonly Line[]): boolean {
  return head.some(
    other =>
      Math.abs(other.index - line.index) === 1 &&
      (isOrganisation(other.text) || addressLine.test(other.text) || sectionLabels.test(other.text)),
  )
}

/** Whoever issues a paper: an organisation, a city, a law firm. */
const isIssuer = (text: string) =>
  isOrganisation(text) ||
  isPaperInCapitals(text) ||
  isIssuedPaper(text) ||
  isOfTwo(text) ||
  /^(?:city|county|town|township|village|state|commonwealth|borough|parish|district|ayuntamiento|municipio) (?:of|de) \p{Lu}[\p{L} .'’-]{2,30}$/iu.test(
    text,
  ) ||
  /^[\p{Lu}&][\p{L}&.,'’ -]{2,50}, (?:attorneys?(?: and counselors)? at law|p\.?l\.?l\.?c\.?|l\.?l\.?p\.?|p\.?c\.?|solicitors|barristers|abogados)$/iu.test(
    text,
  )

/** "City of Dunmore — Office of the Chief of Police": a body and its office. */
function isOfTwo(text: string): boolean {
  const parts = text.split(/\s+[—–|·•]\s+/)
  return parts.length === 2 && parts.every(isOrganisation)
}

/** "PINE RIDGE POLICE — MEDIA ADVISORY", "Ashby Rotors — a club blog", "Parents Group · Public": whose paper it is and of what kind. */
function isIssuedPaper(text: string): boolean {
  const parts = text.split(/\s+[—–|·•]\s+/)
  const [name = '', kind = ''] = parts
  return (
    parts.length === 2 &&
    wordCount(text) <= 9 &&
    !endsSentence.test(text) &&
    !tells.test(text) &&
    /^\p{Lu}/u.test(name) &&
    (paperKind.test(kind) || (isOrganisation(name) && sectionLabels.test(kind)))
  )
}

const paperKind =
  /^(?:an? )?(?:\p{L}+ ){0,3}?(?:advisory|release|statement|report|blog|newsletter|bulletin|notice|memo|narrative|summary|public|private|group|page|podcast|transcript|update|briefing|comunicado|boletín|informe)(?: \([\p{L} ]{2,20}\))?$/iu

/** The first line of a paper, with something below it that heads or tells: an issuer's name there tells nothing. */
const isOnTop = (line: Line, kept: readonly Line[]) =>
  line === kept[0] && kept.length > 2 && wordCount(line.text) <= 7

/** "Ingrid Faulk", "Dr. Owen Pratt, Superintendent". */
const isSigner = (text: string) =>
  !toldInName.test(text) &&
  !namesEvent(text) &&
  /^(?:\p{Lu}\p{L}*\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}(?:,? (?:Esq|Jr|PhD|MD)\.?)?(?:, (?:in )?\p{Lu}[\p{L} ,'’&-]{3,60}\.?)?$/u.test(
    text,
  ) &&
  // "Lou Farr, Marlow.": as reporters sign off.
  (!endsSentence.test(text) ||
    /^\p{Lu}\p{L}+ \p{Lu}[\p{L}'’-]+, (?:in )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?\.$/u.test(text))

/** "— Doreen Pruett": who signs what ends above, and is not whose words are quoted there. */
const isSignature = ({ index, text }: Line, lines: readonly Line[]) =>
  /^[—–] ?\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u.test(text) &&
  /[.!?]$/.test(lines[index - 1]?.text ?? '') &&
  !namesEvent(text)

/** What a page calls somebody stands above their handle. */
const isNamedHandle = (line: Line, lines: readonly Line[]) =>
  wordCount(line.text) <= 5 &&
  !endsSentence.test(line.text) &&
  /^@[\w.]{2,40}(?:\s[·•|].{0,30})?$/.test(lines[line.index + 1]?.text ?? '')

/**
 * Behind the mark that ends a release, or last of all and named as on top, what its issuer is: "The association represents 212 officers."
 */
const isAboutIssuer = ({ index, text }: Line, lines: readonly Line[], issuers: readonly Line[]) =>
  /^(?:About )?(?:The )?\p{Lu}?[^.!?“”]{2,90}? (?:represents|serves|covers|provides|employs|patrols|polices|operates|is an?|is the|are the|has (?:about |some |more than )?[\d,]+|was (?:founded|established|formed))\b[^!?“”]{3,200}$/u.test(
    text,
  ) &&
  (lines.slice(0, index).some(({ text: above }) => endMark.test(above)) ||
    (index >= lines.length - 3 &&
      index > 4 &&
      (issuers.some(issuer => isNamedFirst(issuer.text, text)) || isOwnKind.test(text))) ||
    /^About (?:the )?\p{Lu}[^.!?]{2,60}$/u.test(lines[index - 1]?.text ?? '')) &&
  !/\b(?:said|says|incident|shooting|investigat\p{L}+|arrest\p{L}*|died|killed|injured|suspect|victim)\b/iu.test(
    text,
  )

/** "Dean & Reyes is a civil rights firm with offices in …": what those who sign papers are. */
const isOwnKind =
  /^(?:The )?\p{Lu}[\p{L}.&’'-]*(?: (?:\p{Lu}[\p{L}.&’'-]*|&|of|and|the|for)){0,6} is an? (?:[\p{L}-]+,? ){0,5}?(?:firm|newsroom|non-?profit|organi[sz]ation|charity|union|association|network|coalition|station|newspaper|publication|news (?:site|outlet|service)|podcast|newsletter|magazine)\b/u

/** Whether a sentence begins with the name of an issuer, in capitals there or not, or with its initials. */
function isNamedFirst(issuer: string, text: string): boolean {
  const named = text.replace(/^(?:about )?(?:the )?/i, '').toLowerCase()
  const name = issuer.replace(/^the /i, '').toLowerCase()
  const initials = (issuer.match(/(?<![\p{L}'’])\p{L}/gu) ?? []).join('')
  return (
    named.startsWith(`${name} `) || (initials.length > 2 && named.startsWith(`${initials.toLowerCase()} `))
  )
}

const endMark = /^[-–—*\s]*(?:ends?|#(?: ?#){0,4}|30|fin)[-–—*\s]*$/i

/** How many lines are nothing but an hour. */
const hoursIn = (lines: readonly Line[]) =>
  lines.filter(({ text }) => /^\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{2,4})?$/i.test(text)).length

/** In a running report, who writes stands below the hour, or behind a dash below what they write. */
const isPoster = (line: Line, lines: readonly Line[]) =>
  (/^[-–—] ?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u.test(line.text) && hoursIn(lines) > 1) ||
  (/^(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:gmt|bst|e[sd]?t|c[sd]?t|p[sd]?t))?)$/i.test(
    lines[line.index - 1]?.text ?? '',
  ) &&
    /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}(?:,? (?:at|in|outside|near|reporting from) .{3,40})?$/u.test(
      line.text,
    ))

/** "2. ROLL CALL", "4. Public comment": an item of any meeting's agenda. Other headings with numbers say what a paper tells of, and stand. */
const isAgendaItem = (text: string) =>
  /^(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)] (?:call to order|roll call|pledge of allegiance|invocation|public comments?|open forum|citizens['’] forum|(?:approval of )?(?:the )?(?:minutes|agenda)|consent agenda|(?:new|old|unfinished|other) business|(?:police|chief['’]s|chair['’]s|director['’]s|committee|staff|monthly)? ?reports?|correspondence|announcements|closed session|executive session|adjourn(?:ment)?|next meeting|apologies(?: for absence)?|declarations of interest|any other business)$/iu.test(
    text,
  )

const isOutlet = (text: string) =>
  isOrganisation(text) &&
  (/\s&\s/.test(text) ||
    outletHeads.has(text.split(' ').at(-1)?.toLowerCase() ?? '') ||
    /^(?:noticias|radio|diario|periódico)\b/i.test(text))

/** A last line without a stop tells something where its words do, or where it is about what the text is about. */
function isToldBelow(text: string, prose: string): boolean {
  if (isLogRow(text) || namesEvent(text) || toldBelow.test(text) || somebodyDid.test(text)) return true
  const rare = text.match(/(?<!\p{L})\p{Ll}{6,}/gu) ?? []
  return rare.filter(word => prose.includes(word)).length >= 3
}

/** A denial, what became of it, or what somebody did or was: no page's own line holds one. */
const toldBelow =
  /\b(?:none|nothing|nobody|never|unknown|nadie|ningun[oa]?|(?:did|was|were|had|has|have|is|are) not|(?:did|was|were|had|has|have|is|are)n['’]t)\b|\bno\b(?!\.)|^(?:disposition|findings?|outcome|verdict|ruling|decision|determination|conclusion|charges?|cause of death|manner of death)s?: \S/iu

/** "Dunn joined the department in 2031", "She was alone": somebody, and what they did; who worked on a piece is a page's own word. */
const somebodyDid =
  /^(?:(?:He|She|They|His|Her|Their)\s|(?:\p{Lu}[\p{L}.’'-]* ){1,3}(?!contributed|reported|edited|compiled|updated|posted|published|produced|assisted)(?:\p{Ll}{2,}ed|did|was|were|had|took|went|came|left|gave|saw|told|said|ran|fell) (?:the|her|him|his|their|an?|it|them|that|to|from|with|in|at|on|not|out|down|off|away)\b)/u

/** A sentence, or a line long enough to be one. */
const isProse = ({ text }: Line) =>
  !isFirm(text) &&
  ((wordCount(text) >= 5 && /[.!?…]["”’'»)\]]*$/.test(text)) ||
    wordCount(text) > 24 ||
    /^\S.*[:,]$/.test(text))

/** "THE LAW OFFICES OF IRIS VANDERMEER, P.C.": the point behind it ends no sentence. */
const isFirm = (text: string) =>
  /^(?:(?:\p{Lu}[\p{L}.’'-]*|&|of|and|the|OF|AND),? ){1,9}(?:P\.C\.|P\.A\.|P\.L\.L\.C\.|L\.L\.[CP]\.|Inc\.|Ltd\.|INC\.|LTD\.)$/u.test(
    text,
  )

/** The line that heads the story: of those that name no issuer and no place the longest. */
function headlineOf(head: readonly Line[], isOverByline: (line: Line) => boolean): Line | null {
  const rest = head.filter(
    ({ text }) =>
      !isOrganisation(text) && !isIssuedPaper(text) && !addressLine.test(text) && !sectionLabels.test(text),
  )
  // Nothing but labels, or a block of issuers: what follows has no headline.
  const pool =
    rest.length > 0 ? rest : head.length === 1 ? head.filter(({ text }) => !sectionLabels.test(text)) : []
  let best: Line | null = null
  for (const line of pool) {
    const [more, most] = [wordCount(line.text), best === null ? 0 : wordCount(best.text)]
    // Of two short ones as long, whichever stands right above who wrote it.
    if (best === null || more > most || (more === most && most <= 4 && isOverByline(line))) best = line
  }
  return best
}

const inTitleCase = (text: string) =>
  text
    .toLowerCase()
    .replace(/(?<![\p{L}'’])(?!(?:of|the|and|for|de|del|la|y|los|las)(?!\p{L}))\p{Ll}/gu, first =>
      first.toUpperCase(),
    )

/** "ADLER U ALERT", "CORD STREET BLOTTER" */
const isPaperInCapitals = (text: string) =>
  /^[\p{Lu}\d .&'’-]{2,40} (?:ALERTS?|ADVISORY|BULLETIN|BLOTTER|DIGEST|NEWSLETTER|LEAFLET|LOG|TRANSCRIPT|MINUTES|MEMORANDUM|MEMO|BRIEFING|NEWSROOM|BOLETÍN|AVISO)$/u.test(
    text,
  ) && !namesEvent(text)

/** No name holds these: in a line all in capitals a verb or a preposition is all that tells a headline ("COPS BLAST SCHOOL"). */
const toldInName =
  /\b(?:by|in|at|as|after|on|to|with|from|over|amid|during|near|outside|inside|against|is|are|was|were|has|had|have|killed|shot|shoots?|kills?|dies|dead|sues?|blasts?|slams?|says?|said|finds?|found|asks?|tells?|told|wants?|demands?|hurt|injured|no|not|never|tras|muere|murió|sin|en|por|contra)\b/iu

/** A name and nothing else: every word in capitals or of those that join names, the last or the first one says what it is. */
function isOrganisation(marked: string): boolean {
  // "Lowell County Sheriff's Office ✓": as pages mark a name that they know.
  const text = marked.replace(/\s*[✓✔☑]️?$/u, '')
  // "Corliss Troopers Lodge No. 9": its number is no denial.
  const lodge = /^((?:\p{Lu}[\p{L}’'-]* ){1,5})(?:Lodge|Local|Branch|Chapter) (?:No\. ?)?\d{1,4}$/u.exec(
    text,
  )?.[1]
  if (lodge !== undefined) return !toldInName.test(lodge) && !namesEvent(lodge)
  if (endsSentence.test(text) || /[“”"«»?!]/.test(text) || toldInName.test(text)) return false
  // "MINISTRY OF THE INTERIOR"
  const named = text === text.toUpperCase() ? inTitleCase(text) : text
  if (named !== text && isOrganisation(named)) return true
  if (
    /^(?:\p{Lu}[\p{L}’'-]* ){0,3}(?:Department|Division|Office|Bureau|Board|Ministry|Commission|Council) of (?:the )?\p{Lu}[\p{L} &’'-]{2,40}$/u.test(
      text,
    )
  )
    return !/\p{Ll}{2,}ed\b/u.test(text)
  // "Observer Network of the Lower Valley"
  if (
    /^(?:[\p{Lu}][\p{L}’'-]* ){0,3}(?:Network|Association|Union|Federation|League|Alliance|Coalition|Institute|Foundation|Centre|Center|University|College|School|Society|Committee|Campaign|Friends|Academy|Police|Government|Diocese|Bank|Port) (?:of|for) (?:the )?(?:\p{Lu}[\p{L}’'-]*(?: |$)|and |of |& ){1,5}$/u.test(
      text,
    )
  )
    return true
  const words = text
    .replace(/[’']s\b/gi, '')
    .split(/[\s,/]+/)
    .filter(Boolean)
  if (words.length === 0 || words.length > 9) return false
  const isNamed = words.every(
    word => /^[\p{Lu}\d&—–-]/u.test(word) || /^(?:of|the|and|for|de|del|la|y|los|las)$/.test(word),
  )
  if (!isNamed) return false
  const bare = (word: string | undefined) => (word ?? '').replace(/[^\p{L}]/gu, '').toLowerCase()
  return [bare(words.at(-1)), bare(words[0])].some((word, at) =>
    at === 0
      ? organisationHeads.has(word)
      : /^(?:noticias|radio|redacción|office|division|bureau|law|department|city|diario|periódico)$/.test(
          word,
        ) && words.length <= 6,
  )
}

/** Who wrote it, below the headline: a name that a given name or capitals show, with an office or an outlet behind a comma. */
function isWriter(line: Line, headline: Line, head: readonly Line[]): boolean {
  if (line.index <= headline.index || line.index > headline.index + 4 || head.length > 8) return false
  const [name = '', office] = line.text.split(/\s*[,|/]\s*/)
  const words = name.split(' ')
  if (words.length < 2 || words.length > 3 || !words.every(word => /^\p{Lu}[\p{L}.'’-]*$/u.test(word)))
    return false
  const given = (words[0] ?? '').toLowerCase()
  const isKnown = femaleNames.has(given) || maleNames.has(given)
  // "Lucía Barrantes | Puerto Aldane": from where it is written.
  if (office !== undefined && isKnown && /^[^,]+\s[|/]\s\p{Lu}[\p{L} .'’-]{2,30}$/u.test(line.text))
    return true
  if (office !== undefined)
    return /\b(?:editor|reporter|writer|staff|correspondent|news|times|post|producer|columnist)\b/i.test(
      office,
    )
  return isKnown
}

/** "RIP Winston", "Rest in peace, Ann": what is wished somebody is a headline. */
const wishes =
  /^(?:R\.?I\.?P\.?|Rest (?:in|easy)|Pray(?:ers)? for|Remembering|Goodbye|Farewell|Adiós|Descansa)\b/iu

/** The outlet's name beside the writer's or the date: "The Montrose Pioneer". */
const isPublisher = (line: Line, isBeside: (line: Line) => boolean) =>
  wordCount(line.text) <= 4 &&
  !endsSentence.test(line.text) &&
  line.text.split(' ').every(word => /^\p{Lu}/u.test(word) || /^(?:of|the|de|del|la)$/.test(word)) &&
  !wishes.test(line.text) &&
  isBeside(line)

/** "The Harlan Lantern", "El Faro del Puerto": first of all and above a longer headline. */
const isMasthead = (line: Line, headline: Line) =>
  line.index === 0 &&
  !namesEvent(line.text) &&
  wordCount(headline.text) >= 5 &&
  wordCount(headline.text) > wordCount(line.text) &&
  /^(?:The|El|La|Los|THE|EL|LA|LOS)(?: \p{Lu}[\p{L}'’-]+| de| del| la| of){2,4}$|^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3} LIVE$/u.test(
    line.text,
  )

/** "KBWT 4 | Coverage You Can Count On": on top and above a longer headline, whose page it is and what that is for. */
function isNameAndMotto(line: Line, headline: Line): boolean {
  const parts = line.text.split(/\s+[|·•]\s+/)
  const [name = ''] = parts
  return (
    line.index === 0 &&
    line.index < headline.index &&
    parts.length === 2 &&
    parts.every(part => wordCount(part) <= 6) &&
    wordCount(name) <= 4 &&
    wordCount(headline.text) > wordCount(name) &&
    name.split(' ').every(word => /^[\p{Lu}\d&]/u.test(word) || /^(?:of|the|and|de|del|la)$/.test(word)) &&
    !endsSentence.test(line.text) &&
    !toldInName.test(name) &&
    !namesEvent(line.text)
  )
}

/** What a paper says it is: no verdict, nobody else, and no word of weight that the text below holds too. */
const isMotto = (text: string, prose: string) =>
  wordCount(text) <= 14 &&
  !endsSentence.test(text) &&
  !/[“”"«»\d]{2}(?<!\b(?:18|19|20)\d\d)/u.test(text.replace(/\b(?:18|19|20)\d\d\b/g, '')) &&
  !namesEvent(text) &&
  !/\b(?:no|not|none|nobody|never|says?|said|told|was|were|is|has|had|he|she|his|her)\b|n['’]t\b/iu.test(
    text,
  ) &&
  !(text.match(/\p{L}{5,}/gu) ?? []).some(word => prose.toLowerCase().includes(word.toLowerCase()))

/** A short label above the headline. */
function isMenuLine(line: Line, headline: Line): boolean {
  return (
    wordCount(line.text) <= 3 &&
    wordCount(headline.text) >= 5 &&
    !/[.,:;!?“”"]/.test(line.text) &&
    /^[\p{Lu}\d]/u.test(line.text)
  )
}
