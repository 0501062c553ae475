import { statementNouns } from './lexicon/reporting.ts'
import { possiblePatterns } from './possible-patterns.ts'

/**
 * Who stands behind a sentence that has no verb of saying: a paper that finds or seeks something, an office that puts a figure on it, is
 * sure of it, will not confirm it, or on whose account it rests. The words that name them; `words` has quoted words blanked.
 */
export function stanceSource(words: string): string | null {
  const possible = possibleStances(words)
  for (const [at, pattern] of patterns.entries()) {
    const found = possible[at] === 0 ? undefined : pattern.exec(words)?.groups?.['who']?.trim()
    if (found !== undefined && !isNobody.test(found) && !isStation.test(found)) return found
  }
  const paper = paperSubject.exec(words)?.groups
  const head = paper?.['head']?.toLowerCase().replace(/['’]s$/, '') ?? ''
  return paper && (statementNouns.has(head) || morePapers.test(head)) ? (paper['who'] ?? null) : null
}

/** Nobody in particular, or somebody who is named elsewhere. */
const isNobody =
  /^(?:no|not|neither|ninguno?|ningún) |^(?:i|we|you|he|she|it|they|this|that|these|those|there|who|what|which|nobody|no one|none|nothing|everybody|somebody|someone|one|él|ella|ellos|eso|esto|nadie|nada)$|\b(?:and|but|because|when|while|after|before|if|as|that|which|who|whose|where|was|were|is|are|had|has|que|cuando|porque)\b/iu

/** A station that tells why it names nobody speaks for itself. */
const isStation = /^\p{Lu}{3,5}$/u

const noun = "(?:[\\p{L}\\d'’-]+)"
const named = `(?<who>(?:${noun} ){0,4}${noun})`
const amount =
  '(?:about |around |some |roughly |nearly |almost |more than |at least |unos |unas )?(?:[\\d$£€]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a dozen|a hundred|dozens|hundreds|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte)'
const opening = '^(?:(?:But|And|Still|Pero|Y),? )?'

const patterns: readonly RegExp[] = [
  `${opening}${named} (?:puts?|has put|cifran?|cifró|cifraron|sitúan?) (?:${noun} ){0,6}?(?:at|en) ${amount}`,
  `${opening}(?:By|In|On|Going by) ${named}['’]s? (?:own )?(?:account|count|reckoning|telling|version|recollection|estimate|words|view|figures|timeline|log)\\b`,
  `${opening}(?<who>(?:the |an? |its |his |her )?(?:${noun} ){0,2}?(?:recording|video|footage|audio|tape|clip|log|records|data)s?)(?: of ${noun}(?: ${noun})?)?(?:, [^,]{3,60},)? (?:bears?|bore|backs?|backed) (?:out|up)\\b`,
  `${opening}In (?:the|an) (?:account|version) (?:that )?${named} (?:gave|gives|has given|told)\\b`,
  `\\b(?:was|is) how ${named} (?:put|puts|described|describes|remembers?|remembered|tells|told) it\\b`,
  `\\b(?:have|has|hold|holds|obtained|gathered|collected|took|taken) (?:${noun} ){0,3}?(?:statements?|testimony|affidavits?|declarations?|accounts) from (?<who>(?:${noun} ){0,3}?${noun})(?= (?:who|that|and|in|of|about|which)\\b|[.,;]|$)`,
  `${opening}${named}['’]s? (?:own )?(?:recollection|account|version|position|contention|view|answer|explanation|story|testimony|response|reply|stance|argument|theory|understanding|belief|complaint)(?: (?:to|about|on) (?:${noun} ){1,7}?${noun})? (?:is|was|has been|remains) that\\b`,
  `${opening}${named}(?:, [^,]{3,40},)? (?:is|was|are|were|remains?|seems|seemed) (?:absolutely |quite |fairly |equally |just as )?(?:adamant|certain|sure|convinced|positive|confident)\\b`,
  `${opening}${named} (?:would|did|could)(?: not|n['’]t) (?:come on|appear on|take part|sit for|grant|agree to) (?:the |our |this |an? )?\\p{L}+`,
  `${opening}(?<who>(?:the |its |their )?(?:${noun} ){0,2}(?:record|log|report|file|data|timeline|camera|footage|video|clip|recording|tape|cctv)s?)(?:, [^,]{3,50},)? (?:has|have) (?:it|him|her|them|the|an?|no) `,
  `${opening}(?<who>(?:\\p{Lu}[\\p{L}’'-]*|the) ?(?:${noun} ){0,2}(?:records|documents|figures|files|filings|logs)) (?:lists?|give|put|name|note|count|describe)\\b`,
  `${opening}${named} (?:(?:referred|pointed|refers|points) (?:us |me |reporters |back )?to (?:an?|its|his|her|their) (?:earlier|previous|prior|\\p{L}+day|published|written) |(?:referred|directed|refers|directs|passed) (?:all |any |our |such )?)(?:statement|comments?|remarks|questions|inquiries|enquiries|requests|queries|calls|reporters)\\b`,
  `${opening}${named} (?:(?:was|were|is|are) (?:unable|not able|not ready|not prepared|unwilling)|(?:could|can|will|would|did|does|do|has|have|had)(?: not|n['’]t| never)(?: yet)?) (?:to )?(?:confirm|say|comment|verify|explain|give (?:a|any|the|its) (?:number|figure|reason)|name|specify|disclose|account for)\\b`,
  `${opening}${named} (?:is|are|was|were)(?: not|n['’]t) (?:giving|saying|commenting|releasing|naming|confirming|disclosing)\\b`,
  `${opening}${named}, for (?:its|his|her|their) part, `,
  `${opening}${named} (?:gave|gives|offered|offers|had|has) (?:an? |their |his |her )?(?:very |quite |somewhat )?(?:different|differing|varying|conflicting|contradictory|similar|fuller|other|another|own) (?:accounts?|versions?|explanations?|stories|story)\\b`,
  `${opening}${named} (?:wants?|wanted|would have) (?:us|you|people|the public|everyone|everybody)(?: to)? (?:believe|think|accept)\\b`,
  `, (?:by|on) ${named}['’]s? (?:own )?(?:account|count|reckoning|telling|measurements?|estimate|admission|calculations?|figures|timeline)(?=[,.;]|$)`,
  `\\b(?:is|was)(?: not|n['’]t)? (?:what|how|as) ${named} (?:remembers?|remembered|recalls?|recalled|tells? it|told it|describes? it|described)\\b`,
  `${opening}${named}['’]s (?:own )?(?:figure|count|estimate|tally|number|toll) (?:is|was|stands at|stood at) `,
  `${opening}${named}(?:, [^,]{2,60},){0,2} (?:has |have |also )?(?:issued|released|put out|published) (?:an? |its |their |his |her )(?:${noun} ){0,2}statement (?:calling|saying|asking|urging|condemning|supporting|defending|blaming|demanding|denying)\\b`,
  `${opening}${named} (?:has |have )?objected to (?:the|this|that|any|being|having)\\b`,
  `${opening}${named} (?:counts|tallies|reckons|habla de|hablan de) ${amount}`,
  `${opening}${named} (?:has |have |had )?(?:since |now |also )?(?:walked (?:that|this|it|the claim) back|(?:stands?|stood) by (?:that|this|it|its|his|her|their|the)|(?:allowed|granted|ventured|stipulated) that)\\b`,
  `${opening}${named} (?:sees?|saw|tells?|told|remembers?|remembered) (?:it|things|that) (?:otherwise|differently|another way)\\b`,
  `\\b(?:is|was|remains) the (?:position|view|line|claim|contention|version) of ${named}(?=[.,;]|$)`,
  `^(?:Word|News|Confirmation) (?:has |had )?(?:came|come|comes) (?:in )?from ${named} that\\b`,
  `^(?:De|Del) (?<who>(?:la |los |las )?(?:${noun} ){0,3}?${noun}) se (?:desprenden?|deducen?|infiere) `,
  `^Así (?:lo|la|se lo) \\p{Ll}+ (?:también |luego |después )?(?<who>(?!que\\b)(?:${noun} ){0,4}?${noun})(?=[.,;:]| a | en |$)`,
  `${opening}${named}(?:, [^,]{3,60},)? (?:evitó|evitaron|eludió|eludieron|esquivó|declinó|declinaron) (?:responder|contestar|hablar|comentar|pronunciarse|dar|hacer)\\b`,
  '^(?:Para|Según) (?<who>(?:el|la|los|las) (?:fiscalía|defensa|familia|acusación|policía|gobierno|ayuntamiento|sindicato|abogad[oa]s?|vecinos|juez[a]?|empresa|oposición|sindicatos|asociación)(?: \\p{Ll}+)?),',
  `, by (?<who>the (?:${noun} ){0,2}(?:camera|clock|log|record|recording|video|footage|timestamp|time stamp|register))(?=[,.;]|$)`,
  `\\b(?:where|and),? by ${named}['’]s? own (?:account|count|reckoning|telling|admission|figures),`,
  `${opening}(?<who>(?:${noun} ){0,7}?${noun}) disagree[sd]?(?=[.,;]|$| (?:with|about|on|that)\\b)`,
  `${opening}${named} (?:has |have |had )?(?:since |also |never |already |publicly )?(?:apologi[sz]ed|apologi[sz]es|radioed that|begs? to differ|disagree[sd]?|concur(?:s|red)?|takes issue)\\b`,
  `${opening}(?<who>(?:the |a |an )?(?:${noun} ){0,3}(?:coroner|court|judge|jury|panel|examiner|inquest|tribunal|board|commission)) (?:has |had )?(?:ruled|rules|found|finds) (?:the|it|his|her|that|them|him|no|there)\\b`,
  `${opening}(?<who>(?:(?:the|a|an|one|another|two|three|several|some|other|many) )?(?:[\\p{Ll}-]+ )?(?:witness|witnesses|bystander|bystanders|onlookers?|neighbou?rs?)) (?:places?|placed|counted|saw|heard|remembers?|remembered|recalls?|watched|noticed|spoke of|spotted|puts?)\\b`,
  `${opening}(?<who>(?:the |our )?(?:${noun} ){0,3}(?:family|union|federation|association|company|city|council|department|office|network|campaign|league|coalition|lawyers?|relatives|organi[sz]ers|residents|families)) (?:is asking|are asking|asks?|asked|wants?|is calling|are calling|calls?|called|has asked|have asked|has called|have called) (?:for|that|in writing|anyone|the (?:public|city|mayor|council|state|governor|court))\\b`,
  `${opening}${named} (?:is|are|was|were) treating (?:the|it|this|his|her|their|him|them) `,
  `${opening}${named} (?:has |had )?(?:spoke|spoken|testified|argued|spoke out) (?:out )?(?:in (?:favou?r|support|opposition|defen[cs]e) (?:of|to)|against) `,
  `${opening}${named} (?:has |had )?reported (?:back )?(?:up)?on (?:the|this|that|it|its|his|her)\\b`,
  `${opening}${named} moved (?:that|to (?:suspend|approve|table|adopt|accept|amend|adjourn|postpone|refer|rescind|reject|refuse|extend|end|direct|censure|open|close|enter|hold))\\b`,
  `^(?:[^:]{3,40}: )?(?<who>(?:${noun} ){0,2}?(?:family|families|mother|father|mum|dad|mom|parents|widow|wife|husband|brother|sister|son|daughter|relatives|neighbou?rs|residents|lawyers?|attorneys?|activists|union|protesters)(?: of ${noun}(?: ${noun}){0,7}?)?) (?:wants?|seeks?|demands?) (?:answers|justice|truth|action|reform|him|her|them|it|the|an?|more|to know|[\\p{Ll}]+ (?:fired|sacked|charged|held|released))\\b`,
  `${opening}(?<who>(?:(?:el|la|los|las|su|sus) )?(?:${noun} ){0,3}?${noun}) no (?:lo|la|los|se lo) (?:creen?|ven? (?:así|igual)|duda[n]?|acepta[n]?|entienden?) ?(?=[.,;]|$)`,
  `${opening}${named} (?:lo|la|los) (?:desmienten?|niegan?|confirman?|negó|desmintió|confirmó|rechazan?|rechazó)\\b`,
  '^(?:A decir|A juicio|En palabras|En opinión) (?:de|del) (?<who>(?:el |la |los |las )?(?:[\\p{L}]+ ?){1,4}?)(?=,)',
  `${opening}(?<who>(?:fuentes|testigos|vecinos) ?(?:\\p{Ll}+)?) (?:apuntan|hablan|sitúan|señalan|refieren|vieron|oyeron|recuerdan)\\b`,
].map(source => new RegExp(source, 'iu'))

const possibleStances = possiblePatterns(patterns)

/** Papers that `statementNouns` leaves out, since alone they mean other things. */
const morePapers =
  /^(?:form|record|sheet|check|test|tests|results?|findings|guidelines|materials|posts?|tweets?|rules?|handbook|code|protocol|printout|screen|petition|toxicology|messages|texts|notes|diagram|timeline|motion|claim|subpoena|contract|manual|policy|guidelines|regulations|authors|auditors|investigators|inspectors|examiners|petición|atestado|autopsia|dictamen|querella|demanda)$/

/** "The suit names eight officers", "The intake form bears no signature". */
const paperSubject = new RegExp(
  `${opening}(?:Nothing in |Nowhere in )?(?<who>(?:(?:the|an?|its|his|her|their|this|that|your|our|one|another|both|el|la|los|las|un|una|su|\\p{Lu}\\p{L}+['’]s) )?(?:${noun} ){0,3}?(?<head>(?!${noun}['’]s )${noun}))(?: (?:obtained|seen|filed|released|signed|written|dated|compiled|reviewed|published|issued|leaked|sent|we got hold of) (?:${noun} ){0,6}?| by (?:${noun} ){1,4}?|, (?:which|filed|released|signed|dated|written|published|obtained|seen)[^,]{2,60}, | )(?:also |then |itself |further |does not |did not |makes? no |never )?(?:finds?|found|seeks?|sought|names?|accuses?|accused|faults?|faulted|clears?|cleared|concludes?|concluded|records?|recorded|lists?|listed|gives?|gave|bears?|blames?|blamed|cites?|cited|charges?|charged|omits?|omitted|leaves? out|left out|is silent|are silent|tells?|says?|said|provides? for|places?|placed|matched|match|shows?|showed|revealed?|reveals?|indicates?|confirms?|confirmed|points? to|quotes?|quoted|recommends?|recommended|bars?|barred|requires?|prohibits?|forbids?|asks?|asked|calls?|called|warns?|warned|suggests?|suggested|mentions?|mentioned|mention|puts?|dates?|dated|describes?|described|contains?|contradicts?|contradicted|attributes?|notes?|noted|alleges?|alleged|states?|stated|speaks? of|refers? to|came back|concluye|concluyen|señala|acusa|pide|recoge|sitúa|atribuye|describe)\\b`,
  'iu',
)
