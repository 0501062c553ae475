import type { LineRule } from './boilerplate-rules.ts'

/** What web pages, agencies, courts and law firms put around a text, each a whole line. Read after `lineRules`. */
export const pageFurniture: readonly LineRule[] = [
  {
    rule: 'page.browser',
    kind: 'notice',
    pattern:
      /^(?:.{0,40}\bjavascript\b.{0,60}|your browser .{5,80}|(?:enable|turn on) .{0,20}notifications.{0,60}|(?:search|enter search term)(?: for)?:?|submit|scroll down for .{2,30}|republish this .{2,30}|creative commons.{0,40}|continued|(?:follow|connect with) us.{0,40}|.{0,30}#\p{L}[\p{L}\d]{3,40}|(?:donate|donations?): ?.{3,60}|(?:weather alert|school closings|alerts)\b.{0,60})$/iu,
  },
  {
    rule: 'page.print',
    kind: 'notice',
    pattern:
      /^(?:an? (?:earlier )?version of this (?:article|story) (?:appears|appeared|ran) .{3,120}|(?:the )?\p{Lu}[\p{L}’' ]{2,40} (?:is a member of|is a partner of) .{3,80}|(?:the )?\p{Lu}[\p{L}’' ]{2,40} contributed(?: to this .{3,20})?\.?|\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+ (?:is an? |covers |writes |reports )(?:\p{L}+ ){0,6}(?:reporter|writer|editor|correspondent|columnist|producer|journalist|crime|courts|education|breaking news)\b.{0,120})$/u,
  },
  {
    rule: 'caption.still',
    kind: 'caption',
    pattern:
      /^(?:an? )?(?:still|frame|frame grab|screen ?grab|screenshot|surveillance image|image|photo|photograph|file photo|video)s? (?:from|taken from|of|provided by|released by|shows?)\b[^“"]{5,160}(?:provided by|released by|courtesy|department|police|handout)\b.{0,40}$|^.{10,160}\((?:family |police |court )?(?:handout|photo|file|courtesy.{0,30})\)$/i,
  },
  {
    rule: 'press.further',
    kind: 'contact',
    pattern:
      /^(?:for (?:more|further|additional) information,? (?:visit|contact|call|please|go to|see)\b.{3,140}|(?:all )?(?:media|press) (?:inquiries|enquiries|requests|questions) (?:should|may|can|are)\b.{3,120}|embargoed (?:until|for)\b.{2,60}|(?:our mission is|.{3,40} is a core value of)\b.{3,80}|["“]?(?:\p{Lu}\p{L}+[.,•·|] ?){2,4}["”]?|["“](?:serving|protecting|committed|dedicated|keeping)\b[^.]{3,60}["”]|b-roll available.{0,40}|check against delivery\.?|(?:prepared |press conference |opening )?remarks(?: as (?:delivered|prepared))?)$/iu,
  },
  {
    rule: 'transcript.edited',
    kind: 'notice',
    pattern:
      /^(?:(?:this |the )?(?:transcript|interview|conversation|q&a)\b.{0,40}\b(?:edited|condensed)\b.{0,60}|subscribe: .{3,60}|listen on .{3,40}|(?:produced|music|engineered|mixed|narrated) by .{3,60}|guests?:?|escucha .{3,40})$/i,
  },
  {
    rule: 'footnote',
    kind: 'notice',
    pattern:
      /^(?:footnotes?|endnotes?|notes|sources|references|(?:\[\d{1,3}\]|\d{1,3}) (?:see|ibid|op\. cit|supra|cf\.)\b.{3,120}|\d{1,2}(?:\.\d{1,2})+(?: \p{Lu}[\p{L} ]{2,40})?|(?:annex|appendix|part|chapter|section) (?:[A-Z]|\d{1,2}|one|two|three|four|five)(?:[:.–-] ?.{2,60})?)$/iu,
  },
  {
    rule: 'page.control',
    kind: 'navigation',
    pattern:
      /^(?:(?:close|dismiss|open|expand|collapse|hide|show) (?:modal|dialog|menu|window|panel|player|gallery|sidebar|banner)|the (?:lede|rundown|latest|bottom line|big story|quick read)|one last thing)$/i,
  },
  {
    rule: 'report.title',
    kind: 'notice',
    pattern:
      /^(?:\p{Lu}{2,6} )?(?:summary of |final |interim |preliminary )*(?:investigation|investigative|inspection|incident|review|oversight)?\s?(?:report|summary)(?: of (?:investigation|inquiry|review|findings))?$/iu,
  },
  {
    rule: 'page.spanish',
    kind: 'navigation',
    pattern:
      /^(?:edición impresa|portada|lo último|última hora|en vivo|temas relacionados|archivado en:?|comparte|imprimir|leer más|ver también|recomendados|política de (?:cookies|privacidad)|(?:texto|fotos?|por): ?.{3,60}|suscripciones|newsletter|hemeroteca|opinión|inicio)$/iu,
  },
  {
    rule: 'page.consent',
    kind: 'notice',
    pattern:
      /^(?:(?:accept|reject|allow) (?:all )?(?:cookies)?|(?:manage|cookie) (?:my )?(?:preferences|settings|choices)|we use cookies.{0,160}|aceptar(?: todas)?(?: las)? cookies|usamos cookies.{0,160})\.?$/i,
  },
  {
    rule: 'page.inbox',
    kind: 'share',
    pattern:
      /^(?:get|receive|recibe) .{0,60}\b(?:inbox|newsletter|alerts|headlines|bolet[ií]n)\b.{0,80}$|^(?:download|get|descarga)\b.{0,40}\bapp\b.{0,40}$|^(?:suscr[íi]be\p{L}*|subscribe|sign up)(?: (?:al|to|for)\b.{0,60})?\.?$/iu,
  },
  {
    rule: 'page.subscribers',
    kind: 'notice',
    pattern:
      /^(?:you have \d+ (?:free )?(?:articles?|stories) .{0,60}|this (?:article|story|content) is (?:for|available to|exclusive to) .{0,60}|(?:already a subscriber|have an account)\?.{0,40}|support (?:local|independent) .{2,40}|gift this .{2,20}|save (?:for later|this .{2,20})|unlock .{2,40})$/i,
  },
  {
    rule: 'page.readers',
    kind: 'share',
    pattern:
      /^(?:.{0,40}\d.{0,20}[|·•] *\d+ comments?|(?:stick|stay) with .{3,40} for (?:more|updates|the latest)\b.{0,60}|[\d.,]+[km]? (?:views?|shares?|reactions?|likes?|replies|reads)|repl(?:y|ies)|report (?:comment|abuse)|(?:view|see|read|show|load) (?:all )?\d* ?(?:comments?|repl(?:y|ies))|sort by .{2,20}|start the conversation|be the first to comment|(?:our )?community (?:guidelines|standards|rules)|the \p{Lu}[\p{L} ]{2,30} welcomes your comments\.?|[\w.-]{3,24}\s*[·•|-]\s*\d+ (?:min(?:ute)?s?|hours?|days?|h|d|m) ago|like|upvote|downvote)$/iu,
  },
  {
    rule: 'page.about',
    kind: 'notice',
    pattern:
      /^(?:[Aa]bout (?:[Tt]he )?\p{Lu}[^:]{2,60}: .{10,400}|(?:the )?\p{Lu}[\p{L}&’' ]{2,60} is an? (?:independent |non-?profit |nonpartisan |not-for-profit )*(?:nonprofit|non-profit|charity|law firm|newsroom|organi[sz]ation|news (?:site|outlet|agency)|union|association|agency)\b.{10,300}|.{2,40}\bcan be (?:contacted|reached) (?:free )?(?:on|at|24).{3,80}|(?:if you (?:or someone you know|have been affected|need (?:help|support)|are in crisis)).{10,200})$/u,
  },
  {
    rule: 'court.caption',
    kind: 'notice',
    pattern:
      /^(?:in the (?:\p{L}+ ){0,4}court\b.{0,60}|(?:superior|district|circuit|supreme|county) court of .{3,50}|(?:state|commonwealth|county) of \p{L}[\p{L} ]{2,24}|plaintiffs?,?|defendants?,?|petitioners?,?|respondents?,?|v(?:s)?\.?|complaint(?: and (?:demand|jury demand).{0,40})?|(?:exhibit|appendix|annex|attachment|schedule) [A-Z0-9]{1,3}|jury trial demanded|enc(?:l|losures?)?\.?|\/s\/ .{3,50}|signed,?|sent from my .{3,20})$/iu,
  },
  {
    rule: 'press.more',
    kind: 'notice',
    pattern:
      /^(?:[-–—*\s]*(?:more|end|ends|fin|sigue)[-–—*\s]*|[[(]?redacted[\])]?|updated|table of contents|contents|índice)$/i,
  },
  {
    rule: 'press.office',
    kind: 'contact',
    pattern:
      /^(?:(?:public|media|press) (?:information|relations|affairs|liaison|service|bureau)(?: (?:officer|office|unit|contact))?|(?:phone|tel|cell|mobile|fax)\.? \(?\d[\d ()-]{5,20}|(?:prepared|released|issued|transcribed|compiled|approved) (?:by|on behalf of)\b:? .{3,60}|on behalf of the .{3,50}|interview(?:ed)? (?:conducted|recorded|on)\b.{3,40}|present: .{5,120}|draft\b.{0,60}|not for (?:circulation|publication|release).{0,40})$/i,
  },
  {
    rule: 'press.field',
    kind: 'notice',
    pattern:
      /^(?:time|date|incident type|type of incident|subject|re|to|from|cc|distribution|classification|status|unit|district|precinct|beat|shift|weather conditions|hora|fecha|asunto|para|de):\s[^.!?“"]{2,70}$/i,
  },
  {
    rule: 'heading.section',
    kind: 'notice',
    pattern:
      /^(?:(?:executive |factual |case |incident )?(?:summary|background|introduction|overview|narrative|chronology|timeline|methodology|scope|purpose|analysis|discussion|findings?|conclusions?|recommendations?|next steps|evidence reviewed|allegations?|disposition|scene|injuries)|(?:the )?background|what (?:we know|happened|we know so far|happens next)|why it matters|the big picture|go deeper|highlights|at a glance|key (?:facts|takeaways)|antecedentes|resumen|conclusiones|recomendaciones|lo que se sabe)$/i,
  },
  {
    rule: 'page.player',
    kind: 'navigation',
    pattern:
      /^(?:(?:photo|image|video) gallery|view \d+ (?:images?|photos?|pictures?)|(?:image|photo|slide|picture) \d+ (?:of|\/) \d+|loading\.*|video player is loading\.?|play|pause|mute|unmute|fullscreen|settings|now playing|up next|live stream|\d:\d\d \/ \d:\d\d|\d)$/i,
  },
  {
    rule: 'page.foot',
    kind: 'navigation',
    pattern:
      /^(?:e-?paper|e-?edition|advertise(?: with us)?|privacy|sitemap|site map|careers|masthead|accessibility|terms|cookies|powered by .{2,40}|an? \p{Lu}[\p{L}]+ (?:company|media company|publication|site|brand)|from the archives?|corrections and clarifications|if you (?:see|spot|notice) an error.{0,60}|eeo report|fcc public file|aviso legal|política de privacidad|noticias relacionadas|te recomendamos|te puede interesar|agencias|redacción|breaking news alerts|\d+ weather alerts?.{0,50}|first alert weather)$/iu,
  },
  {
    rule: 'caption.piped',
    kind: 'caption',
    pattern: /^.{15,200}\s\|\s\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+\s\/\s\p{Lu}.{2,40}$/u,
  },
  {
    rule: 'credit.alone',
    kind: 'credit',
    pattern:
      /^(?:credit|crédito|source|fuente): ?.{3,60}$|^\(\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+\s?[/|,]\s?\p{Lu}[\p{L} .'’-]{2,40}\)$/iu,
  },
  {
    rule: 'transcript.label',
    kind: 'notice',
    pattern: /^(?:rush|full|partial|edited|unedited) transcript.{0,40}$/i,
  },
  {
    rule: 'valediction.union',
    kind: 'notice',
    pattern: /^(?:yours )?in (?:solidarity|unity|service|peace|grief|sorrow|justice),?$/i,
  },
  {
    rule: 'union.head',
    kind: 'navigation',
    pattern:
      /^(?:(?:union|member|members['’]?|staff|association) (?:news|bulletin|update|notice|memo|newsletter)|(?:local|lodge|chapter|branch) (?:no\.? ?)?\d{1,4}(?:(?: ?[,|·•—–-]| of\b| (?:strike|picket|union|member|members['’]?|staff|weekly|monthly)? ?(?:news|bulletin|update|notice|memo|newsletter|statement|release)\b)[^.!?“"]{0,50})?)$/i,
  },
]
