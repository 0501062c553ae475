import type { LineRule } from './boilerplate-rules.ts'

/** Who made, signed, sent and closed a paper, and what agencies, minutes, scripts and pages say of themselves, each a whole line. Read after all others. */
export const paperNotices: readonly LineRule[] = [
  {
    rule: 'agency.feed',
    kind: 'navigation',
    pattern:
      /^\p{Lu}[\p{L}&.'’-]+(?: \p{Lu}[\p{L}&.'’-]+){0,3} (?:newsfeed|news ?wire|wire(?: service)?|live feed|news service|(?:press|news|wire) (?:writer|photographer|correspondent|staff)s?)$/iu,
  },
  {
    rule: 'agency.codes',
    kind: 'notice',
    pattern:
      /^(?:[A-Z]{2}-\p{Lu}\p{Ll}[\p{L}' -]{2,40}(?:, (?:\d(?:st|nd|rd|th) )?(?:Ld|Lede|Lead|Add|Writethru|Take)\b.{0,20})?|[A-Za-z]{2,4}-[A-Z]{2}-\d{2}-\d{2}-\d{2}.{0,20}|\(?(?:MORE|MTF|ENDS?|STOP|EOM|30)\)?(?: [A-Z]{2,6}){0,3}|\d{4,6} \w{3} \d{2}|\/\/+|nnnn|zczc.{0,20})$/u,
  },
  {
    rule: 'byline.made',
    kind: 'byline',
    pattern:
      /^(?:(?:(?:[Ll]ive(?:blog)?|LIVE|[Bb]log|[Pp]osts?|[Tt]ext|[Aa]nalysis|[Ee]xclusive|EXCLUSIVE|[Rr]eporting|[Rr]eports?|[Uu]pdates?|[Ss]tory|[Ww]ords|[Vv]ideo|[Pp]ictures|[Pp]hotos|[Rr]esearch|[Gg]raphics|[Cc]artoon) ){1,2}(?:by|By|BY|[Pp]or) (?:\p{Lu}[\p{L}.'’-]* ?){1,4}(?:(?:,? (?:and|y|&) |, )(?:\p{Lu}[\p{L}.'’-]* ?){1,4})*(?:, [\p{L} ]{3,40})?|(?:Words|Pictures|Photos|Text|Story|Photography|Texto|Fotos|Illustration)(?: and [\p{L}]+)?:? (?:\p{Lu}\p{Ll}[\p{L}.'’-]* ?){2,3}\.?|(?:Hosts?|Producers?|Presenter|Guests?): (?:\p{Lu}\p{Ll}[\p{L}.'’-]* ?){2,3}\.?)$/u,
  },
  {
    rule: 'field.made',
    kind: 'notice',
    pattern:
      /^(?:F(?:rom|ROM)|T(?:o|O)|[Cc]c|CC|Bcc|Attn|ATTN|Signed|SIGNED|(?:[\p{L}]+ )?(?:[Pp]repared|[Cc]ompleted|[Ss]ubmitted|[Rr]eported|[Rr]eviewed|[Aa]pproved|[Rr]eceived|[Tt]yped|[Tt]ranscribed|[Rr]ecorded|[Rr]eleased|[Ii]ssued|[Cc]ompiled|[Cc]ountersigned|[Ww]itnessed|[Tt]aken|[Ww]ritten|[Cc]hecked)(?: \p{L}+)? by(?: \([\p{L} ]{3,12}\))?|Author|Translator|Interpreter)\s*: ?\p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’&#\d-]*|of|and|the|for|de|del|\d+))*\.?$/u,
  },
  {
    rule: 'minutes.close',
    kind: 'notice',
    pattern:
      /^(?:there being no (?:further|other) business\b.{0,80}|(?:the )?witness (?:withdrew|was (?:excused|stood down)|stands? down)\.?|further affiant .{3,30}|subscribed and sworn\b.{0,90}|sworn (?:to|and subscribed|before)\b.{0,90}|notary public.{0,60}|my commission expires.{0,40}|(?:having been|being) (?:first )?duly sworn\b.{0,60}|signed as a (?:true|correct) record\b.{0,40}|s\.?s\.?|\)? ?ss\.?:?|se levanta la sesión.{0,40}|(?:date|time) of next meeting\b.{0,60}|next meeting: .{3,60})$/iu,
  },
  {
    rule: 'notice.presumed',
    kind: 'notice',
    pattern:
      /^.{5,80}\b(?:(?:is|are) (?:not (?:proof|evidence) of guilt|(?:merely |only )?(?:an )?(?:allegations?|accusations?)(?: and .{3,60})?|(?:considered |presumed )(?:to be )?innocent\b.{0,60}))\.?$/iu,
  },
  {
    rule: 'gallery',
    kind: 'link',
    pattern:
      /^(?:(?:photo|picture|image|video) (?:gallery|essay)|in (?:pictures|photos)|slide ?show|watch (?:again|back)|galería(?: de fotos)?|fotogalería)\b ?:? ?.{0,80}$/iu,
  },
  {
    rule: 'contact.write-to',
    kind: 'contact',
    pattern:
      /^(?!.*\b(?:said|says|was|were|he|she|they)\b)(?:.{0,80}[.?!:–—-] |for (?:an? )?(?:interviews?|questions|comment|bookings|copies|tickets|media \p{L}+|press \p{L}+),? )?(?:please )?(?:write|e-?mail|mail|send|reach|contact|visit|call|text|ring|phone|message|see|find|join|follow|ask|donate|subscribe|more|details|information|info|tips|report|escriba|escríbanos|llame|visite|contacto|informes)\b.{0,80}(?:\b[\w.+-]+@[\w-]+\.[\w.]{2,20}|\b(?:www\.)?[\w-]{2,30}\.(?:example|com|org|net|gov|edu|info|co\.uk|es|mx)\b(?:\/[\w./-]*)?|\b0\d{3} ?\d{3} ?\d{3,4}|\b\d{3}-\d{3,4}(?:-\d{4})?)\b.{0,40}$/iu,
  },
  {
    rule: 'script.cue',
    kind: 'cue',
    pattern:
      /^(?:\[\[.{2,60}\]\]|\[(?:theme|ad break|intro|outro|jingle|break|beep|tone|silence|dead air|cut|music|emblem|logo|seal|stamp|signature|page break|end of .{2,20}|applause|laughter)\]|\((?:music|theme|jingle|sound(?! of)|fx|sfx|fades?|cut to|end of|suena|música|sintonía|pausa|risas)\b[^)]{0,50}\)|(?:SOT|VO|VOSOT|NAT|NATS|CG|PKG|OC|RT|TRT|IN CUE|OUT CUE|OUTCUE)\b ?[:/-] ?.{1,60})$/iu,
  },
  {
    rule: 'page.captured',
    kind: 'notice',
    pattern:
      /^(?:archived (?:from|on|at|copy|version)\b.{2,80}|(?:captured|saved|crawled|cached) (?:\d+ times|on|at|from)\b.{2,60}|this is a (?:cached|saved|archived) (?:copy|version)\b.{0,80}|(?:\d+ )?(?:captures?|snapshots?)\b.{0,40}|(?:language|translation) (?:assistance|services)\b.{0,60}|last (?:reviewed|checked|verified)\b.{0,40}|(?:previous|next)(?: (?:post|page)| ?[»›→«‹←]): \S.{3,80}|(?:last|next) (?:week|month|issue)['’]s? .{3,60}|reply stop .{2,30}|msg ?& ?data rates .{2,40}|msg rates .{2,40})$/iu,
  },
  {
    rule: 'page.site',
    kind: 'notice',
    pattern:
      /^(?:(?:the )?\p{Lu}[\p{L}&’' -]{2,50} is an? (?:company|member|subsidiary|trading name|trademark|brand|publication|project|programme|service) of\b.{3,80}|(?:lost property|accessibility|careers|jobs|tenders|complaints|freedom of information|press office|newsroom|ticket office|customer service)s?: ?(?:see|call|visit|contact|email|write)\b.{2,60}|.{2,50}['’]s? (?:reporting|work|coverage|journalism) is (?:supported|funded|made possible)\b.{3,100}|(?:weather|traffic|sports?|travel|headlines)(?: and (?:weather|traffic|sports?|travel))? (?:follows?|next|coming up|up next|after (?:this|the break))\.?|steal this (?:story|post|zine)\b.{0,40}|donate\b ?[·|•–—-] ?.{3,60})$/iu,
  },
  {
    rule: 'paper.head-line',
    kind: 'notice',
    pattern:
      /^(?:(?:official|restricted|unclassified|sensitive|internal|public|protected|confidential)(?: use only)? ?[-–—|/] ?(?:page|copy|draft|not|do not|document|for|distribution|version|part|section)\b.{0,30}|field (?:note|report|diary)s?(?: (?:no\.?|number|#) ?\d+)?\b.{0,40}|(?:english|spanish|french|arabic|print|web|updated|corrected|abridged|large[- ]print) (?:version|edition|text)|(?:unofficial|certified|sworn|official)(?: \p{L}+)? translation\b.{0,40}|(?:uncorrected|corrected) (?:oral )?(?:evidence|transcript|proof)\b.{0,30}|translation from the \p{L}+\b.{0,40})$/iu,
  },
  {
    rule: 'link.also',
    kind: 'link',
    pattern:
      /^(?:you (?:might|may|could) also (?:like|be interested in|enjoy|want)|(?:readers|people) also (?:read|liked|viewed)|(?:recommended|further|suggested) reading|what to read next|more like this|(?:today['’]s )?top picks|hand-?picked for you|le recomendamos|también (?:le|te) puede interesar|otras noticias|lo último)\b.{0,30}:?$/iu,
  },
  {
    rule: 'page.buttons',
    kind: 'share',
    pattern:
      /^(?:(?:(?:share|save|hide|report|reply|give award|award|upvote|downvote|like|comment|comments|follow|copy|print|edit|delete|crosspost|permalink|embed|parent|react|repost|quote|bookmark|tweet|email|facebook|whatsapp|telegram|x|bluesky|threads|compartir|guardar|responder|me gusta)\b[ |·•/]{0,3}){2,8}|level \d{1,2}|[\w.-]{3,24} ?[·•|] ?\d{1,3} ?(?:h|m|d|w|mo|yr?)|op|[\d,.]+k? ?(?:points?|votes?|karma)\b.{0,30})$/iu,
  },
  {
    rule: 'record.roles',
    kind: 'notice',
    pattern:
      /^(?:(?:operator|controller|dispatcher|supervisor|recorder|typist|initials|watch officer|duty officer|call taker): (?!no\b|yes\b|ok\b|go\b|stop\b|who\b|hey\b|help\b|get\b|he\b|it\b)[A-Z]{3}|(?:(?:host|producer|editor|presenter|sound|mix|music|engineer|director|camera|research)s?: (?:\p{L}[\p{L}.'’-]+ ?){1,3}[.;,|·] ?){1,}(?:\d{1,3} ?min\p{L}*\.?|(?:host|producer|editor|presenter|sound|mix|music|engineer|director|camera|research)s?: (?:\p{L}[\p{L}.'’-]+ ?){1,3}\.?)|(?:members|others|also|witnesses|counsel) (?:present|attending|in attendance): ?\p{Lu}[^!?“”]{4,200}|appearances:?|for the (?:plaintiff|defendant|defen[cs]e|prosecution|state|people|crown|claimant|respondent|petitioner|family|police|applicant)s?: .{3,80}|taken (?:at|before) (?:the )?(?:offices?|courthouse|chambers|law offices?) of .{3,60})$/iu,
  },
  {
    rule: 'notice.rush',
    kind: 'notice',
    pattern:
      /^this (?:is|was) an? (?:rush|rough|unedited|automated|machine)[- ](?:transcript|translation)\b.{0,80}$/iu,
  },
]
