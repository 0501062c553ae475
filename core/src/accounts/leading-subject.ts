import { bodyWords, groupNouns } from './lexicon/people-words.ts'
import { mainSubject } from './noun-phrases.ts'
import type { Owner } from './owned-words.ts'
import { isPersonNoun } from './person-nouns.ts'
import { wordsOf } from './words.ts'

/**
 * Who has words that no verb of saying reports: "The council prefers “…”", "a friend wrote and the friend: “…”", "a line from the
 * officer's report: “…”". `lead` is what stands before them in their sentence; places are in it. A paper is its own source.
 */
export function leadingSubject(lead: string, quoted: string): Owner | null {
  // A part of a sentence.
  if (!/^[\p{Ll}]/u.test(quoted)) return null
  const words = wordsOf(lead)
  const main = mainSubject(lead, words, words.length)
  if (!main) return null
  const own = wordsOf(lead, main.start, main.end)
  const first = own.findIndex(({ lower }) => isSomebody(lower))
  const after = own.findIndex(
    ({ text }, at) =>
      at > first && first >= 0 && /^\p{Ll}/u.test(text) && !isSomebody(text.replace(/['’]s$/, '')),
  )
  const end =
    after > 0 && !/^(?:of|for|from|to)$/.test(own[after]?.lower ?? '')
      ? (own[after - 1]?.end ?? main.end)
      : main.end
  const rest = lead
    .slice(end)
    .replace(/^ (?:at|in|from|on|with|of|for) (?:the|an?|his|her|their|its) [\p{Ll}-]+(?= )/u, '')
  return wording.test(rest) ? { side: 'lead', start: main.start, end } : null
}

/** "A friend wrote, and the friend: “…”", "a line from the officer's report: “…”": whoever or whatever stands right before a colon. */
export function beforeColon(lead: string): Owner | null {
  const paper =
    /\b(?:from|in|of) ((?:the|his|her|their|an?|its)\s(?:[\p{L}’'-]+\s){0,4}?(?:report|log|manual|policy|memo|filing|form|record|file|transcript|guidelines|handbook))(?: (?:reads?|says?))?: ?$/iu.exec(
      lead,
    )
  // "She wrote in her report: “…”": her own words.
  if (
    paper &&
    !/\b(?:wrote|writes|written|said|says|stated|states|noted|notes|added|recorded)(?: \p{Ll}+ly)? $/u.test(
      lead.slice(0, paper.index),
    )
  )
    return spanIn(paper)
  // "Dean, in hers: “…”".
  const brief =
    /^((?:\p{Lu}[\p{L}.’'-]+ ?){1,3}|The (?:\p{Ll}+ ){0,2}?\p{Ll}+), (?:in|on|at|through|via|by|for|with) [^,.:;“”]{2,40}: ?$/u.exec(
      lead.trimStart(),
    )
  if (brief) return shiftedBy(spanIn(brief), lead.length - lead.trimStart().length)
  // "A line from a report by Ann Lee: “…”".
  const written =
    /\b(?:report|letter|statement|e-?mail|memo|post|message|note|essay|affidavit|declaration|book|diary) (?:by|of|from) ((?:(?:the|an?|his|her) )?(?:[\p{L}.’'-]+ ){0,4}?[\p{L}’'-]+): ?$/iu.exec(
      lead,
    )
  if (written) return spanIn(written)
  // "The manual is plain: “…”".
  const plain =
    /(?:^|[.!?;]\s)((?:The|Its|His|Her|Their|A|An) (?:[\p{L}’'-]+ ){0,3}?(?:manual|policy|rules?|law|statute|ordinance|memo|order|letter|report|complaint|lawsuit|contract|guidelines?|handbook|log|form|regulations?|warrant|ruling|agreement)) (?:is|are|was|were) (?:\p{Ll}+ )?(?:plain|clear|blunt|explicit|specific|brief|short|unambiguous|simple|direct|terse|firm)(?: [^:.“”]{1,40})?: ?$/u.exec(
      lead,
    )
  if (plain) return spanIn(plain)
  // "In the log there is one line that may be his: “…”".
  const line =
    /^In ((?:the|his|her|their|its)\s(?:[\p{L}’'-]+\s){0,3}?(?:report|log|memo|filing|form|record|file|transcript|diary|notes|statement)),? there (?:is|was|are) (?:only |just )?(?:an?|one|two|three) (?:single |short |more )?(?:line|sentence|entry|note|word|phrase|paragraph)s?\b[^:“”]{0,60}: ?$/iu.exec(
      lead,
    )
  if (line) return spanIn(line)
  // "What the sergeant wrote that night was “…”".
  const wrote =
    /\bwhat ((?:(?:the|an?|his|her|their|one)\s)?(?:[\p{L}’'-]+\s){0,3}?[\p{L}’'-]+) (?:wrote|said|told|shouted|heard|called|replied|answered|typed|entered|radioed)\b[^.;:,]{0,40} (?:was|is|were):? ?$/iu.exec(
      lead,
    )
  if (wrote) return spanIn(wrote)
  // "Voted to, as the resolution puts it, “…”".
  const puts =
    /(?:,|\b(?:to|was|is|were|are|that|and|but),?) as ((?:(?:the|an?|one|his|her|its) )?(?:[\p{L}.’'-]+ ){0,3}?[\p{L}.’'-]+) (?:puts|put|has|had|calls|called|phrases|phrased) it,? ?$/u.exec(
      lead,
    )
  if (puts) return spanIn(puts)
  // "As the poet put it, “…”".
  const put =
    /^(?:As|Or as|Or, as) ([^,.;:“”]{2,50}?) (?:once |later |has |would |always |likes to |likes? )?(?:put it|puts it|said|says|say|told (?:me|us|it)|wrote|had it|has it)(?: (?:once|later|then|at the time))?[,:] ?$/iu.exec(
      lead,
    )
  if (put) return spanIn(put)
  // "Summed up by Ann Lee in three words: “…”".
  const by =
    /\bby ((?:(?:the|an?|his|her|their|one) )?(?:[\p{L}.’'-]+ ){0,4}?[\p{L}.’'-]+)(?: in [^:,;]{2,30}| as follows| this way)?: ?$/u.exec(
      lead,
    )
  if (by && /\b(?:was|were|been|is|are) (?:\p{Ll}+ly )?\p{Ll}+(?: up)? $/u.test(lead.slice(0, by.index)))
    return spanIn(by)
  // "Lee called it “…”; Roe, “…”": the verb stands once.
  const left =
    /^(?:;|, and|, while|;? and|;? y) ((?:(?:the|an?|his|her|el|la) )?(?:[\p{L}.’'-]+ ){0,3}?[\p{L}.’'-]+), ?$/u.exec(
      lead,
    )
  const last = left?.[1]?.split(' ').at(-1) ?? ''
  if (left && (/^\p{Lu}/u.test(last) || isSomebody(last))) return spanIn(left)
  const colon =
    /[,;] (?:and |but |then )?((?:the|an?|his|her|their|one|another|el|la|un|una|su)\s(?:[\p{L}’'-]+\s){0,2}?([\p{L}’'-]+)): ?$/iu.exec(
      lead,
    )
  // "Ann Lee, a teacher: “…”": what she is.
  const isApposed =
    colon !== null && /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)+$/u.test(lead.slice(0, colon.index))
  return colon?.[2] !== undefined && !isApposed && isSomebody(colon[2].toLowerCase()) ? spanIn(colon) : null
}

/** Verbs of choosing, noting and answering for words, which are no verbs of saying. Who acts beside exact words mostly says none of them: "deputies fired as he “lunged”". */
const wording =
  /^(?:,[^,]*,)?(?: (?:had|has|have|also|later|still|only|just))* (?:prefers?|preferred|favou?rs?|favou?red|puts?|uses?|used|chooses?|chose|picks?|picked|finds?|found|rates?|rated|logs?|logged|dialled|dialed|rang|enters?|entered|ticks?|ticked|marks?|marked|types?|typed|penned|scrawled|coined|judged?|judges|deems?|deemed|wants?|wanted|seeks?|sought|cites?|cited|invokes?|invoked|hints?|hinted|alludes?|alluded|refers?|referred|objects?|objected|protests?|protested|speaks?|spoke|talks?|talked|habla|hablan|hablaba|alude|prefiere|prefieren|optó|puso)\b/

const isSomebody = (noun: string) =>
  isPersonNoun(noun) ||
  groupNouns.has(noun) ||
  bodyWords.has(noun) ||
  /^(?:fuentes|sources)$/.test(noun) ||
  (/[^s]s$/.test(noun) && isPersonNoun(noun.slice(0, -1)))

const shiftedBy = (owner: Owner, by: number): Owner => ({
  ...owner,
  start: owner.start + by,
  end: owner.end + by,
})

function spanIn(found: RegExpExecArray): Owner {
  const words = found[1] ?? ''
  const start = found.index + found[0].lastIndexOf(words)
  return { side: 'lead', start, end: start + words.length }
}
