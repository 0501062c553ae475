import type { LineRule } from './boilerplate-rules.ts'

/** What records, filings, hearings, stations and printed papers put around a text, each a whole line. Read last of all. */
export const recordFurniture: readonly LineRule[] = [
  {
    rule: 'station.slogan',
    kind: 'navigation',
    pattern:
      /^(?:(?:eyewitness|action|newswatch|newscenter|live|local) ?(?:news|\d{1,2})(?: (?:at|on|in) [\p{L}\d: .]{1,20})?|(?:on air|now playing|on now|coming up)(?: now)?: .{3,60}|watch \p{Lu}[\p{L}\d]{1,10}(?: news)? live|vol\.? ?\d{1,4}(?:,? (?:no|issue|núm)\.? ?\d{1,4})?|(?:newswatch|eyewitness|action|live|local|channel|first) ?\d{1,2} (?:investigates|news|team coverage|on your side)|\d{1,2} on your side)$/iu,
  },
  {
    rule: 'byline.desk',
    kind: 'byline',
    pattern:
      /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2},? (?:The )?\p{Lu}[\p{L}'’-]+ (?:Staff|Newsroom)$/u,
  },
  {
    rule: 'byline.about-writer',
    kind: 'byline',
    pattern:
      /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2} (?:is (?:the|a|an) (?:\p{Lu}[\p{L}]+(?:['’]s)? )?(?:[\p{Ll}-]+ ){0,4}(?:reporter|editor|writer|correspondent|columnist|journalist|photographer)|joined the (?!.*\b(?:Police|Department|Sheriff|Office|Force|Patrol|Army|Navy|Marines|Guard|Fire|Academy|Union|Unit|Division|Corrections|Council|Board)\b)\p{Lu}[\p{L} ]{2,30} in \d{4}|in \p{Lu}[\p{L} .]{2,30} contributed(?: reporting)?)(?:[ ,][^“”]{0,80})?\.$/u,
  },
  {
    rule: 'caption.archive',
    kind: 'caption',
    pattern: /^FILE\s*(?:[-–—]|PHOTO\b)\s?.{5,300}$/u,
  },
  {
    rule: 'caption.named',
    kind: 'caption',
    pattern: /^[^“”"]{15,260}[.!]\s(?:\p{Lu}[\p{L}'’-]+ ){2,3}?\/\s?(?:The )?\p{Lu}[\p{L} .]{2,30}$/u,
  },
  {
    rule: 'caption.described',
    kind: 'caption',
    pattern:
      /^\[(?:image|photo|video|picture|graphic|gif|embed\p{L}*)(?: description| caption)?(?::[^\]]{2,160})?\]$/iu,
  },
  {
    rule: 'page.embed',
    kind: 'notice',
    pattern:
      /^(?:open (?:image|photo|map|in) .{2,30}|add (?:us )?as (?:a )?preferred .{4,40}|our (?:journalism|reporting|newsroom|work) is (?:free|funded|made|supported|possible)\b.{0,80}|embedded (?:tweet|post|video|content)|this content is not available\b.{0,60}|verified (?:guest|buyer|account|purchase|resident)|pinned (?:post|comment|tweet)|(?:edited|reviewed|written|visited|stayed) (?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}* \d{1,2}(?:, \d{4})?|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*(?: \d{4})?|\d+\p{L}? (?:\p{L}+ )?ago)|tiempo de lectura:? .{1,24}|(?:relacionado|relacionada|además|también)s?: .{5,120}|comments? (?:are|have been|is) (?:closed|disabled|turned off)\b.{0,30}|in this (?:article|story):?|have a question about .{3,40}|was this (?:helpful|article|page)\b.{0,30}|(?:please )?(?:share|retweet|repost|rt)(?: (?:widely|this post|far and wide|please))?[.!]?)$/iu,
  },
  {
    rule: 'record.head',
    kind: 'notice',
    pattern:
      /^(?:(?:incident|case|event|complaint|report) ?#? ?[\d-]{3,20} ?[|·•–—-] ?[^.!?“”]{2,60}|(?:cad|dispatch|call(?:s)?(?: for service)?|unit) (?:incident |event |history )?(?:detail|log|history|report|narrative|summary)(?: report)?|(?:officer |deputy |supplemental )?narrative of [^.!?“”]{3,50}|(?:officer|guard|staff|front desk|shift|dispatch|custody|control room|watch) (?:log|notes)|[\p{Lu}][\p{L} ]{2,30} (?:front desk|shift|watch|duty|tower|gate) log|legend: .{2,80}|date of (?:call|incident report|interview|hearing|statement): .{2,40}|offen[cs]es?: [\p{L}\d./ -]{2,40}|unclassified\W.{2,40}|(?:privileged|confidential)\W{1,3}(?:attorney|lawyer|law enforcement|work product|not for)\b.{0,40}|without prejudice\.?|direct dial:? .{4,24}|(?:your|our) ref(?:erence)?\.?: ?.{2,30}|dateline: .{2,30}|(?:body[- ]?worn|body|dash|in-car)[- ](?:camera )?(?:video |audio )?transcript\b.{0,60}|(?:911|999|112|emergency|dispatch|radio|phone) (?:call |traffic |audio )?transcript)$/iu,
  },
  {
    rule: 'show.title',
    kind: 'navigation',
    pattern:
      /^\p{Lu}[\p{L}\d ’'&-]{2,30}: (?:an?|the|your|our) (?:[\p{L}’'-]+ ){0,4}?(?:podcast|show|newsletter|programme|program|blog|zine|series)\b[^.!?“”]{0,50}$/iu,
  },
  {
    rule: 'paper.leaflet',
    kind: 'notice',
    pattern:
      /^(?:(?:leaflet|flyer|handbill|poster|circular)\.?(?: .{0,40})?|(?:please )?(?:pass (?:it )?on|circulate|distribute|post on (?:the )?notice ?boards?|read aloud|share with .{3,30})\.?)$/iu,
  },
  {
    rule: 'record.people',
    kind: 'notice',
    pattern:
      /^(?:(?:reporting|assisting|responding|arresting|approving|reviewing) (?:officer|deputy|unit|supervisor)s?: ?[^.!?“”]{2,30}(?:\.? ?\([\d-]{2,10}\))?|(?:from|to|cc|bcc|sent|reply-to): ?[^“”]{0,60}<?\S+@\S+\.\S+>?|(?:present|absent|apologies|in attendance|excused|also present|staff present): ?\p{L}[^!?“”]{2,200}|(?:item|minute) \d{1,3}(?:\/\d{1,3})?\b:? ?[^.!?“”]{0,60}|minutes (?:approved|of the (?:last|previous)).{0,60})$/iu,
  },
  {
    rule: 'court.head',
    kind: 'notice',
    pattern:
      /^(?:(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH) (?:CAUSE OF ACTION|CLAIM FOR RELIEF|COUNT|CLAIM)\b.{0,60}|(?:UNITED STATES|U\.S\.) (?:DISTRICT|BANKRUPTCY) COURT(?: FOR THE .{3,50})?|(?:INDEX|DOCKET|CASE|CIVIL ACTION|CAUSE) NO\.?:? ?[\w/:.-]{3,24}|\p{Lu}[^.!?“”]{2,40}, (?:individually|as (?:next friend|guardian|administrator|personal representative))\b.{2,120},|inquest (?:touching|into) the death of [\p{Lu}\p{L} .'’-]{3,50})$/iu,
  },
  {
    rule: 'court.close',
    kind: 'notice',
    pattern:
      /^(?:dated this \d{1,2}\p{L}{2} day of\b.{3,30}|i (?:declare|certify|affirm|swear) under (?:the )?penalt(?:y|ies) of perjury\b.{0,160}|executed (?:on|this|at) .{3,80}|the .{3,60} is an equal opportunity employer\.?|(?:very|yours) (?:truly|sincerely|faithfully)(?: yours)?,?|(?:best|cheers|all the best|take care),|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}, (?:Esq|KC|QC|Solicitor|Attorney|PhD|MD)\.?)$/iu,
  },
  {
    rule: 'cue.record',
    kind: 'cue',
    pattern:
      /^\((?:off the record|(?:lunch |brief |short )?recess(?: taken)?|(?:the )?witness (?:was )?(?:sworn|excused|nods|indicating)|exhibits? [\w-]{1,6}(?: (?:was|were))? (?:marked|received|admitted)|whereupon,?\b.{3,80}|discussion off the record|continued|pause|nods)\b[^)]{0,60}\.?\)$|^(?:from page [A-Z]?\d{1,3}|[-–—] ?\d{1,3} ?[-–—]|\d{1,3} of \d{1,3}|[\p{Lu}][\p{Lu} ]{2,30} [\d-]{4,14} page \d{1,3})$/iu,
  },
  {
    rule: 'contact.write',
    kind: 'contact',
    pattern:
      /^(?:(?:contact|reach|e-?mail|write to) \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? (?:at|on|via) \S+@\S+\b.{0,80}|\S+@\S+\.\p{L}{2,10} ?[|,·•] ?.{4,40}|(?:phone|tel|fax|office|cell)\.?:? \(?\d[\d() -]{5,18}(?: ?[|·•,/] ?(?:phone|tel|fax|office|cell)\.?:? \(?\d[\d() -]{5,18})*|(?:you can|callers (?:can|may)|tipsters (?:can|may)) remain anonymous\.?|tips (?:may|can) be (?:submitted|sent|left|emailed)\b.{3,80}|\d{1,5} \p{Lu}[\p{L} .]{2,30} ?[•·|] ?\p{Lu}[\p{L} .]{2,30},? [A-Z]{2} \d{5}(?:-\d{4})?)$/iu,
  },
  {
    rule: 'heading.brief',
    kind: 'notice',
    pattern:
      /^(?:what['’]s next|yes,? but|more details|driving the news|zoom (?:in|out)|the bottom line|by the numbers|state of play|between the lines|catch up quick|the intrigue|of note|flashback|threat level|reality check|the latest|the details|context):?$/iu,
  },
  {
    rule: 'paper.section',
    kind: 'navigation',
    pattern:
      /^(?:(?:the )?(?:metro|city|news|crime|court|courts|sports|foreign|night|copy|police|local) desk|section \p{Lu}\d{0,2},? page \d{1,3}|(?:early|late|final|evening|morning|city|sunday|saturday|weekend) edition|letters? (?:page|to the (?:\p{Lu}\p{L}+ ?){1,3})|(?:guest )?(?:commentary|viewpoint|column|essay)|our view|(?:police|crime|court) (?:blotter|briefs?|log|roundup)|news in brief|(?:the )?\p{Lu}[\p{L}’' ]{2,30} ?[|·•] ?(?:page|p\.?|section) ?\w{1,4}|(?:mon|tues|wednes|thurs|fri|satur|sun)day['’]s (?:paper|edition|print edition)|text size|de nuestra redacción|versión en \p{L}+|escuchar artículo|segui(?:nos|r) en .{2,30})$/iu,
  },
  {
    rule: 'show.head',
    kind: 'navigation',
    pattern:
      /^(?:(?:the )?[\p{L}’'&. ]{2,40}, (?:episode|ep\.?|part|season) \d{1,4}|(?:\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?)?|midday|noon|evening|morning|late|early|six o['’]clock|ten o['’]clock) (?:newscast|bulletin|news|report)(?:, [\p{Lu}\p{L}\d ]{2,24})?|(?:[\p{Lu}][\p{L}’']* ){1,4}(?:with|and) (?:\p{Lu}[\p{L}’'-]+ ?){1,3}, (?:\p{Lu}[\p{L}\d’']* ?){1,4})$/u,
  },
  {
    rule: 'record.read',
    kind: 'notice',
    pattern:
      /^(?:(?:released|received|filed|produced|issued|submitted|entered|sworn(?: before me)?|read(?: aloud| out| into the record)?|posted|uploaded|recorded|taken|signed|dated|stamped)(?: (?:online|to|at|on|in|by|before|response)\b[^.!?“”]{0,50})?,? ?(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*\.? \d{1,2}(?:,? \d{4})?|\d{4}|[\d-]{4,10})|filed|received|submitted (?:online|to the \p{L}+)|produced in response to .{3,40}|recorded call\b.{0,24}|recording \d+ of \d+|(?:voice ?mail|voice note|audio|text|text message|whatsapp message)s?,? (?:transcri(?:pt|bed)|forwarded)|forwarded (?:many times|as received)|(?:inquiry|case|file|claim) reference:? ?[\w/.-]{2,20}|exhibit [\w]{1,4} to .{3,60})$/iu,
  },
  {
    rule: 'record.kind',
    kind: 'notice',
    pattern:
      /^(?:(?:witness|victim|family|officer|voluntary|written|sworn) statement|statement (?:of|by) (?:a )?witness|(?:second|third|updated|further|final|first) statement|statement to (?:the )?(?:media|press)|notice to (?:\p{L}+ ?){1,3}|bulletin to (?:\p{L}+ ?){1,3}|(?:incident|night|day|duty|control|radio|dispatch|shift|event|custody|gate|door|log) (?:log|entry)|log|entry \d{1,4}|fact sheet|background note|(?:morning|afternoon|evening) session|(?:northern|southern|eastern|western|central|middle) (?:district|division) of \p{Lu}[\p{L} ]{2,24}|in the [\p{L}’' ]{3,30} court at \p{Lu}[\p{L} ]{2,24}|preliminary statement|the independent monitor['’]s .{3,30} report|attorneys at law|sir,|madam,|(?:dear )?sir or madam,)$/iu,
  },
  {
    rule: 'record.field',
    kind: 'notice',
    pattern:
      /^(?:(?:rating|stayed|date of stay|room type|nature of call|call type|priority|call received|vehicle no): ?[^.!?“”]{1,28}|officer: \p{Lu}\. ?\p{L}{2,20}|ends \d.{1,12})\.?$/iu,
  },
  {
    rule: 'record.place',
    kind: 'notice',
    pattern:
      /^(?:(?:Unit|Channel|Shift|Bed|Cell|Ward|Room|Post|Car|Zone|Beat|Guests?)s?: (?:#?\d{1,5}[A-Z]?|[Nn]ight|[Dd]ay|[Ee]vening|[Mm]orning|\p{Lu}\. \p{Lu}\p{L}+)|(?:Dispatcher|Operator|Call taker|Guest|Clerk|Manager on duty): (?:\p{Lu}\. \p{Lu}\p{L}+|#\d{1,5}))$/u,
  },
  {
    rule: 'page.group',
    kind: 'navigation',
    pattern:
      /^(?:(?:\p{Lu}[\p{L}’'-]* ){1,4}\((?:private|public|closed|open) group\)|(?:\p{Lu}[\p{L}’'-]* ){1,3}(?:neighbou?rs|moms|parents|community|residents)|[\p{L}.' ]{2,30}\(?@\w{2,30}\)?(?: ?[·•] ?.{1,14})?|\p{Lu}[\p{L}.' ]{1,24} ?[·•] ?(?:\d{1,2} \p{Lu}\p{Ll}{2}|\d{1,3} ?[smhdw]|\p{Lu}[\p{L} ]{2,24})|\p{Lu}\p{L}+ [Rr]eviews?)$/u,
  },
  {
    rule: 'page.group-words',
    kind: 'navigation',
    pattern:
      /^(?:group post|anonymous (?:member|participant|poster|user)(?: ?· ?.{1,12})?|shared (?:from|with|via) (?:the )?.{2,30}|thread by @\w{2,30}|u\/\w{2,30}(?: ?[·•] ?.{1,14})?|@\w{2,30} ?[·•] ?.{1,14}|show (?:this thread|all \d+)|follow|replying to @\w{2,30}|[1-5] of 5 stars|\d+ (?:people|users|guests) found this .{3,20}|video (?:caption|description)|(?:text|whatsapp) messages?|log in to .{3,20}|more in \p{L}+(?: \p{L}+)?|your privacy choices|manage cookies|(?:see|view) translation|most relevant|top comments|read (?:the )?full (?:article|story)|print this .{3,20}|return to top|download (?:pdf|as pdf|the pdf)|accessibility statement|translate this .{3,20}|like comment share|(?:reply|like)s? ?[·•]? ?\d+(?: (?:reply|like)s?)?|\d+ likes? ?[·•]? ?\d+ repl(?:y|ies)|contact the (?:writer|reporter|author): .{4,60}|do you know more\?.{0,80}|(?:for )?media inquiries,? (?:please )?contact .{3,80}|media contact|enclosures? \(\d+\)|notary public|my commission expires .{4,20}|counsel for (?:the )?.{3,50}|(?:attorneys?|solicitors?|lawyers?) for (?:the )?(?:plaintiff|defendant|petitioner|respondent|claimant|family|estate|\p{L}+ family)s?|see (?:page|editorial)\b.{1,30}|next: \p{L}+|(?:media|press|tip|news) (?:line|desk|hotline)s?:? \+?[(\d][\d() -]{5,20}|tips: \+?[(\d][\d() -]{5,20}|approved for release|comments off|helpful\? \d+|report this .{3,20}|reply from .{3,20}|(?:older|newer) posts|brought to you by .{3,40}|ad choices|corrections: \S+@\S+|spotted a mistake\?.{0,60}|seguí leyendo|más de \p{L}+|temas: .{3,80}|suscrib\p{L}+ a .{3,40})$/iu,
  },
  {
    rule: 'byline.told-to',
    kind: 'byline',
    pattern:
      /^(?:(?:as told to|interview(?:ed)? by|court sketch by|sketch by|illustration by|report by) (?:[\p{L}.’'-]+ ){1,3}[\p{L}.’'-]+(?:,? (?:on .{3,24}|staff writer|for .{3,30}))?|(?:text|words|original|engineer|sound|mix): (?:[\p{L}.’'-]+ ?){1,4}|with reporting from .{3,30}|signed, the .{3,30})$/iu,
  },
  {
    rule: 'show.told',
    kind: 'date',
    pattern:
      /^(?:(?:season \d{1,3},? ?)?(?:episode|ep\.?) \d{1,4}(?:[:.–-] ?.{2,80})?|(?:as )?(?:broadcast|aired|heard|transmitted)(?: on)? (?:\p{L}+day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}(?:, \d{4})?(?:,? .{1,14})?|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? \d{1,2} de \p{L}+|(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:morning|afternoon|evening|night))$/iu,
  },
  {
    rule: 'union.name',
    kind: 'navigation',
    pattern:
      /^(?:(?:\p{Lu}[\p{L}’'-]* ){1,4}United|(?:(?:\p{Lu}[\p{L}’'-]*|of) ){1,6}(?:Union|Brotherhood|Order|Federation|Association|Guild)(?: of (?:\p{Lu}[\p{L}’'-]*,? ?){1,4})?(?:, (?:Local|Lodge|Branch|Chapter) (?:No\. ?)?\d{1,4})?|(?:International|Fraternal|National|United) (?:Brotherhood|Order|Union) of (?:\p{Lu}[\p{L}’'-]*,? ?){1,4}(?:(?:Local|Lodge) \d{1,4})?|(?:\p{Lu}[\p{L}’'-]* ){1,4}(?:Media|News|Press) (?:Release|Statement|Notice))$/u,
  },
  {
    rule: 'show.sign-off',
    kind: 'byline',
    pattern:
      /^(?:I['’]m (?:\p{Lu}[\p{L}’'-]+ ){1,2}\p{Lu}[\p{L}’'-]+(?:,? (?:in|for|at) \p{Lu}[\p{L}\d .]{1,24})?\.|(?:\p{Lu}[\p{L}’'-]+ ){1,2}\p{Lu}[\p{L}’'-]+, (?:[A-Z]{3,5}(?: \d{1,2})?(?: News)?|(?:\p{Lu}\p{L}* ){0,3}(?:News|Radio|FM|TV|Television|Media))(?:, \p{Lu}[\p{L} ]{2,20})?\.?)$/u,
  },
  {
    rule: 'show.close',
    kind: 'notice',
    pattern:
      /^(?:back to (?:you|the (?:studio|newsroom))\b.{0,20}|for [\p{L}\d .]{2,20}, (?:i['’]m|this is) (?:[\p{L}’'-]+ ?){1,3}\.?|(?:weather|sports?|traffic) is next\.?|subscribe (?:wherever|on|in)\b.{3,60}|follow the (?:show|podcast)\b.{0,40}|(?:we )?thank (?:you|the (?:community|public)) for (?:your|its|their) (?:patience|cooperation|understanding|support)\.?|(?:questions|inquiries|enquiries|comments|requests) (?:may|can|should) be (?:sent|directed|addressed|emailed)\b.{3,60}|[\w-]{3,40}(?:\.[\w-]{2,24}){1,2}\/\w[\w/-]{0,40}|owner['’]s reply:?)$/iu,
  },
]
