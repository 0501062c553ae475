/** What kinds of text are folded: shown smaller, never deleted, never read as a statement. */
export const foldKinds = [
  'navigation',
  'breadcrumb',
  'byline',
  'dateline',
  'credit',
  'sponsored',
  'link',
  'copyright',
  'caption',
  'share',
  'date',
  'cue',
  'contact',
  'notice',
] as const
export type FoldKind = (typeof foldKinds)[number]

export interface LineRule {
  readonly rule: string
  readonly kind: FoldKind
  readonly pattern: RegExp
}

const section =
  'home|news|sports?|weather|traffic|politics|local|local news|nation|national|world|us|u\\.s\\.|uk|opinion|editorial|video|videos|audio|live|menu|search|business|health|tech|technology|science|education|crime|courts|crime & courts|entertainment|lifestyle|culture|arts|travel|food|money|obituaries|classifieds|jobs|contests|community|events|calendar|about|about us|contact|contact us|newsletters?|podcasts?|shows|schedule|programs|programmes|listen|watch|watch live|listen live|subscribe|sign in|sign up|log in|login|register|my account|e-?edition|archives?|more|donate|support us|inicio|noticias|deportes|clima|política|sucesos|mundo|regions?|england|scotland|wales|northern ireland|skip to (?:main )?content|close|back to top|advertise|apps?|photos|galleries|investigations|county|city|top stories|breaking|latest|headlines|trending|coronavirus|elections?|accessibility(?: links| help)?|topics|metro|suburbs|regional|environment|features|stories|front page|secciones|buscar|menú|suscríbete|programación|en vivo'

/** Rules for whole lines, tried in order. Each is about form; none knows a story, an outlet or a place. */
export const lineRules: readonly LineRule[] = [
  {
    rule: 'nav.sections',
    kind: 'navigation',
    pattern: new RegExp(`^(?:${section})(?:\\s*(?:[|•·>»/,]|\\s)\\s*(?:${section}))*$`, 'i'),
  },
  {
    rule: 'nav.breadcrumb',
    kind: 'breadcrumb',
    pattern: /^(?:[^.!?“"]{1,40}\s*(?:[>»›→]|\s\/\s|::)\s*){1,6}[^“"]{1,120}$/,
  },
  {
    rule: 'nav.home-trail',
    kind: 'breadcrumb',
    pattern: /^(?:Home|Inicio)\s+(?:\p{Lu}\S*\s+){1,3}.{10,}(?:\.\.\.|…)$/u,
  },
  { rule: 'nav.bar', kind: 'navigation', pattern: /^[^.!?“"|•·]{1,30}(?:[|•·][^.!?“"|•·]{1,30}){2,}$/ },
  {
    rule: 'sponsored',
    kind: 'sponsored',
    pattern:
      /^(?:sponsored(?: content| links?| by.*| post)?|advertisement|advertising|advert|ad|(?:close|hide|skip|report) (?:this )?ads?|paid (?:content|post)|promoted(?: content| by.*)?|publicidad|anuncio|contenido patrocinado|(?:article|story) continues (?:below|after).*|continue reading below.*|la nota continúa.*|scroll to continue.*|recommended(?: for you)?|from our partners|around the web|you may like|taboola|outbrain)\.?$/i,
  },
  {
    rule: 'link.label',
    kind: 'link',
    pattern:
      /^(?:link to|click (?:here|to)|tap (?:here|to)|watch(?: now| live| the (?:full )?(?:video|footage|press conference))?:|see also:?|see more:?|read(?: more| next| also| the full .*)?:|read more\b|read next\b|related(?: coverage| stories| articles| content| topics| links)?:?(?:\s|$)|more (?:on this story|from|about|coverage|stories|on)\b|most (?:read|viewed|popular|watched)|recommended:?|trending(?: now)?:?|also read:?|don't miss:?|in case you missed it:?|photos?:\s|gallery:|slideshow:|videos?:\s|listen:|download:|map:|timeline:|explainer:|analysis:|live updates?:|lee también:?|leer más:?|ver más:?|(?:le|te) puede interesar:?|lea también:?|más noticias:|more (?:news|headlines|local news|top stories|crime|like this):|up next:|also on .{2,30}:|top stor(?:y|ies):|latest:|from the archives?:|vea también:?|more:|previous (?:story|article)|next (?:story|article)|up next|view (?:gallery|comments|slideshow)|show more|load more|full coverage|dig deeper|what to know:)(?:.*)$/i,
  },
  {
    rule: 'link.capitals',
    kind: 'link',
    pattern: /^(?:LINK|WATCH|VIDEO|PHOTOS?|READ|RELATED|MORE|CLICK)\b[A-Z0-9 :,'’\-–—]*$/,
  },
  {
    rule: 'share',
    kind: 'share',
    pattern:
      /^(?:share(?: this(?: article| story| post| page)?:?| on.*| via.*|:.*)?|tweet|facebook|twitter|x|whatsapp|email(?: this)?|print|copy link|save|pin it|reddit|linkedin|telegram|compartir.*|comments?(?: \(?\d+\)?)?|\d+ comments?|leave a comment|(?:what do you think\?|have your say|let us know|tell us what you think)[^“"]{0,80}|post a comment\.?|(?:want to|care to) comment\?.{0,60}|join the (?:conversation|discussion)|view comments|comentarios|follow us.*|follow .{2,40} on (?:twitter|x|facebook|instagram|tiktok|bluesky|threads).*|like us on.*|síguenos.*|sign up (?:for|to).*|subscribe(?: to| for| now| today).*|get (?:the latest|our|breaking|more|news|unlimited).{0,120}|download (?:the|our) .{0,60}app.*|enter your email.*|already a subscriber.*|your email address.*|thanks? (?:you )?for (?:reading|subscribing|signing).*|want more (?:news|stories|local).*|support (?:local|independent) journalism.*|suscríbase.*|regístrate.*|newsletter.*|turn on (?:desktop )?notifications.*|have a (?:news )?tip\?.*|got a (?:tip|story).*|do you have a story.*|this (?:article|story) is free.*|never miss a story.*|listen to this (?:article|story).*|play audio.*|play video.*|\d+ shares?)$/i,
  },
  {
    rule: 'byline',
    kind: 'byline',
    pattern:
      /^(?:(?:exclusive |special report |story |words |reported |written |posted )?by:?|por:?|reporting by|from our|byline:)\s+(?:the\s+)?\p{Lu}[^!?“”"]{1,110}$/iu,
  },
  {
    // A name and no more: "Reporter: Sheriff, on the tape it sounds like less" is a turn of a briefing.
    rule: 'byline.label',
    kind: 'byline',
    pattern:
      /^(?:[Aa]uthor|[Rr]eporter|[Ee]ditor|AUTHOR|REPORTER|EDITOR): \p{Lu}[\p{L}.'’-]*(?:,? (?:\p{Lu}[\p{L}.'’-]*|and|y|de|&)){0,6}$/u,
  },
  {
    rule: 'byline.role',
    kind: 'byline',
    pattern:
      /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:\s*[,|/–—-]\s*|\s+)(?:(?:senior |chief |crime |court |education |staff |home affairs |local democracy |breaking news |general assignment |investigative |digital |political )*(?:reporter|writer|correspondent|editor|producer|journalist|staff|columnist|redacción|reportera?|newsroom)|(?:BBC|AP|Reuters|AFP|EFE|PA|CBS|NBC|ABC|FOX) ?[\w ]*)\.?$/u,
  },
  {
    rule: 'date.label',
    kind: 'date',
    pattern:
      /^(?:first |last |date )?(?:published|posted|updated|created|modified|last updated|publicado|actualizado|uploaded|filed|issued)\b[:\s].{0,90}$/i,
  },
  {
    rule: 'date.line',
    kind: 'date',
    pattern:
      /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s*(?:\d{1,2}(?:st|nd|rd|th)?,?\s*)?(?:\d{4})?(?:[,\s|at•·–—-]*\d{1,2}[:.]\d{2}.{0,16})?(?:\s*[|•·–—-]?\s*(?:updated|\d+ (?:minutes?|hours?|days?) ago|\d+ min read).{0,60})?\s*[·•|]?$/i,
  },
  {
    rule: 'date.updated',
    kind: 'date',
    pattern: /^(?:and |\| ?|· ?)?last (?:updated|modified|revised)\b.{4,60}$/i,
  },
  {
    rule: 'field.name',
    kind: 'notice',
    pattern:
      /^(?:(?:case|incident|report|docket|complaint|file|cad|event|reference|ref)(?: (?:no\.?|number|id))?\s*[:#]\s*[#\w./-]{2,24}|(?:[\p{L}]+ ){0,2}(?:officer|deputy|trooper|author|investigator|inspector|constable)\s*:\s*[^!?“"]{0,50}#\s?\d+|(?:air ?date|show|program(?:me)?|station|length|duration|publication date|section|edition)\s*:\s*[^.!?“"]{2,60})$/iu,
  },
  {
    rule: 'date.clock-first',
    kind: 'date',
    pattern:
      /^\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s\p{Lu}{2,4})?,?\s(?:on\s)?(?:\p{L}+day,?\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s\d{1,2},?\s\d{4}$/iu,
  },
  {
    rule: 'notice.release',
    kind: 'notice',
    pattern: /^(?:for|not for) (?:immediate )?(?:release|publication)\b[:,]?(?:\s.{3,40})?$/i,
  },
  {
    rule: 'notice.transcript',
    kind: 'notice',
    pattern:
      /^(?:from [^.]{2,30}\.\s)?this (?:transcript|interview|conversation|exchange|q&a) (?:has been|was|is|may)\b.{3,140}$/i,
  },
  {
    rule: 'agency.slug',
    kind: 'byline',
    pattern: /^\p{Lu}{2,8}\s*[|/]\s*\p{Lu}[\p{L} .]{2,30}$/u,
  },
  {
    rule: 'notice.translated',
    kind: 'notice',
    pattern:
      /^\(?(?:original(?:ly)? (?:in|published in|reported in)|translat(?:ed|ion) (?:by|from)|traducción (?:de|del|por)|traducid[oa] (?:por|del))\b.{3,120}$/iu,
  },
  {
    rule: 'player',
    kind: 'link',
    pattern: /^(?:listen|watch|play|audio|video)\s*[·•|–—-]\s*\d{1,2}:\d{2}(?::\d{2})?$/i,
  },
  {
    rule: 'notice.following',
    kind: 'notice',
    pattern:
      /^[\p{L}\d .'’-]{2,40} (?:will (?:keep|continue)(?: to)? (?:follow|updat)(?:ing|e)?|is following) this (?:developing )?story\b.{0,60}$/iu,
  },
  {
    rule: 'notice.help',
    kind: 'notice',
    pattern:
      /^(?:if you or (?:someone|anyone) you know\b.{5,260}|(?:for )?(?:help|support) is available\b.{0,200}|si (?:usted|tú) o alguien que conoce\b.{5,200})$/iu,
  },
  {
    rule: 'byline.about',
    kind: 'byline',
    pattern:
      /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2} (?:covers|reports on|writes about|is (?:a|an|the) (?:[\p{Ll}-]+ ){0,4}(?:reporter|writer|editor|correspondent|journalist|columnist)) .{0,120}(?:for|at|with) (?:the )?\p{Lu}[^!?“”]{2,60}$/u,
  },
  {
    rule: 'statement.dated',
    kind: 'date',
    pattern:
      /^(?:\p{Lu}[\p{L}.'’&-]*\s){1,5}(?:statement|update|release|bulletin|advisory|notice|comunicado),\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.? \d{1,2}(?:, \d{4})?$/iu,
  },
  {
    rule: 'released.under',
    kind: 'notice',
    pattern:
      /^(?:\(?(?:[\p{L}\d-]+,? ){1,5})?(?:released|obtained|provided|published) (?:under|through|in response to|pursuant to)\b.{4,80}$/iu,
  },
  {
    rule: 'date.numeric',
    kind: 'date',
    pattern: /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?:[,\s|at•·–—-]*\d{1,2}[:.]\d{2}.{0,16})?$/i,
  },
  {
    rule: 'date.age',
    kind: 'date',
    pattern:
      /^(?:\d+ (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?) ago|\d+[- ]min(?:ute)? read|reading time.{0,30}|lectura: .{0,30}|hace \d+ \w+)$/i,
  },
  {
    rule: 'credit.label',
    kind: 'credit',
    pattern:
      /^\(?(?:photos?|pictures?|images?|video|graphic|file photo|foto|fotografía|imagen|courtesy|crédito|illustration|map)(?: credit| courtesy(?: of)?| by| source| caption| provided)?\s*[:/©|]\s*.{2,120}$/i,
  },
  {
    rule: 'credit.by',
    kind: 'credit',
    pattern:
      /^\(?(?:photo|image|video|picture|foto|graphic)s? (?:by|via|courtesy of|from|de|provided by)\b.{2,100}$/i,
  },
  {
    rule: 'credit.agency',
    kind: 'credit',
    pattern:
      /^\(?(?:getty(?: images)?|ap photo|reuters|shutterstock|istock(?:photo)?|alamy|pa (?:media|images)|afp|epa|google (?:maps|street ?view)|file (?:photo|image)|handout|supplied|screengrab|screenshot|stock (?:photo|image))\b[^“"]{0,60}$/i,
  },
  {
    rule: 'caption.credit',
    kind: 'caption',
    pattern:
      /^(?=.{15,400}$).*[^\s]\s*\((?:(?:photo|image|picture|video|credit|courtesy|file|foto|provided|submitted|screenshot|screengrab|source)\b[^)]{0,80}|[\p{Lu}][\p{L}\d&.'’ /-]{1,40}(?:\/[\p{L} .]{2,40})?)\)$/iu,
  },
  {
    rule: 'caption.slash',
    kind: 'caption',
    pattern:
      /^(?=.{15,400}$).*[.\p{L}]\s+(?:[|/–—-]\s*)?(?:photo(?:graph)?s?|image|picture|credit|source|foto):\s*.{2,80}$/iu,
  },
  {
    rule: 'caption.label',
    kind: 'caption',
    pattern:
      /^(?:caption|image caption|media caption|image source|pictured|above|below|pie de foto|file)\s*[:,]\s*.{3,}$/i,
  },
  {
    rule: 'copyright',
    kind: 'copyright',
    pattern:
      /(?:©|\(c\)\s*\d{4}|^™|\bcopyright\b.{0,60}\d{4}|\ball rights reserved\b|may not be (?:published|reproduced)|todos los derechos reservados|prohibida (?:su|la) reproducción|^copyright\b|terms (?:of (?:use|service)|and conditions).{0,40}$|^privacy (?:policy|notice).{0,80}$|cookie policy|^\W*(?:do not sell).{0,40}$)/i,
  },
  {
    rule: 'notice.contributed',
    kind: 'credit',
    pattern:
      /^\(?(?:\p{Lu}[\p{L}.'’ -]+ (?:writers?|reporters?|correspondents?|journalists?|producers?) .{0,120}contributed.{0,80}|.{0,160}\bcontributed to this (?:report|story|article)\b.{0,40}|.{0,80}\breported from \p{Lu}.{0,60}|(?:additional )?reporting by .{3,120}|editing by .{3,80}|edited by .{3,80}|con información de .{3,80}|.{0,60}contribuyó a este (?:reporte|informe).*)$/iu,
  },
  {
    rule: 'notice.story',
    kind: 'notice',
    pattern:
      /^(?:\*?\s*)?(?:(?:editor['’]s note|correction|clarification|nota del editor)\b.{0,300}|this (?:story|article|report|post|page|explainer|blog|live blog|list|timeline|guide|file) (?:has been|was|will be|is being|may be|may have been|originally|first|contains)\b.{0,200}|(?:check back|stay (?:tuned|with)|refresh) .{0,120}|(?:warning|content warning|viewer discretion).{0,200}(?:graphic|disturbing|distressing|discretion|upsetting).{0,80}|esta (?:historia|nota|noticia) (?:ha sido|fue|está|será)\b.{0,160}|the views expressed.{0,200}|story (?:updated|corrected).{0,80}|transcript (?:provided|by|of|has been).{0,200}|(?:rush )?transcripts? (?:are|is|may|were) .{0,240}|npr transcripts.{0,300}|for immediate release|para publicación inmediata|\*{3,}|[-–—]\s*30\s*[-–—]|#{2,3}|ends?|\(?more\)?|notes to editors?:?|about (?:the )?\p{Lu}.{2,60}:?|-{3,}|_{3,}|={3,}|page \d+(?: of \d+)?|\d+ ?\/ ?\d+|translated from .{3,80}|traducido .{3,80}|continued on .{1,60}|breaking(?: news)?:?|(?:news )?exclusive:?|topics?:.{2,200}|tag(?:s|ged)?(?: as| in| with)?:.{2,200}|filed under:?.{0,200}|keywords:.{2,200}|etiquetas:.{2,200}|categor(?:y|ies):.{2,100})$/iu,
  },

  {
    rule: 'valediction',
    kind: 'notice',
    pattern:
      /^(?:(?:yours )?(?:sincerely|respectfully|truly|faithfully)(?: (?:submitted|yours))?|(?:kind|best|warm) regards|regards|with (?:gratitude|respect|sympathy|sorrow)|in (?:community|partnership|solidarity)|thank you|atentamente|cordialmente|respetuosamente)[,.]?$/i,
  },
  {
    rule: 'comments',
    kind: 'share',
    pattern: /^(?:comentarios?|comments?|respuestas|replies) ?[([]\d+[)\]]$/i,
  },
  {
    rule: 'page.controls',
    kind: 'navigation',
    pattern:
      /^(?:(?:show |hide )?key (?:events|moments|points)(?: only)?|please (?:turn on|enable) javascript.{0,60}|(?:oldest|newest|latest) first|live (?:feed|updates|reporting|blog)|(?:show|load|see) (?:more|less|older|newer)(?: \p{L}+)?|back to top|jump to .{2,30}|pinned|filters?|auto-?refresh.{0,20}|play video|tap to unmute|listen to (?:this )?(?:article|story).{0,30}|ver más|cargar más|volver arriba)$/iu,
  },
  {
    rule: 'support',
    kind: 'share',
    pattern:
      /^(?:support|subscribe|become a|donate|help (?:us|fund)|fund|join|apoya|suscr[íi]be\p{L}*)\b.{0,70}\b(?:journalism|newsroom|reporting|member|supporter|periodismo|[£$€] ?\d|a month|al mes)\b.{0,40}$/iu,
  },
  {
    rule: 'associated',
    kind: 'link',
    pattern:
      /^(?:associated|related|attached|accompanying) (?:video|photo|graphic|audio|image|file)s?\s*[:–-].{2,120}$/i,
  },
  {
    rule: 'link.head',
    kind: 'link',
    pattern:
      /^(?:suggest a correction|report an? (?:error|typo|correction)|top stories|latest (?:news|stories|videos|headlines)|trending(?: now)?|popular(?: now)?|editors?['’]? picks?|don['’]t miss|in case you missed it|more from .{2,40}|lo más (?:leído|visto)|últimas noticias|más noticias|temas)$/iu,
  },
  {
    rule: 'disclaimer',
    kind: 'notice',
    pattern:
      /^.{0,140}(?:\b(?:does not|doesn['’]t|not) (?:provide|constitute|intended as)\b.{0,20}\b(?:legal|medical) advice|\btranscripts? (?:was|were|is|are|may be|has been)\b.{0,60}\b(?:deadline|errors|contractor|software|automat\p{L}+|verbatim)).{0,120}$/iu,
  },
  {
    rule: 'notes.editors',
    kind: 'notice',
    // What it says of the matter itself is told: "Notes to editors: we do not comment on individual prisoners."
    pattern:
      /^notes? (?:to|for) (?:news )?editors?\s*[:–-]?\s*(?:(?:for|images?|photos?|pictures?|footage|video|b-roll|interviews?|spokes\p{L}+|please|embargo\p{L}*|contact|see|the following|attached|an?|copies|high-res\p{L}*)\b.{0,180})?$/iu,
  },
  {
    rule: 'number.title',
    kind: 'notice',
    pattern:
      /^(?:(?:members['’]?|staff|public|press|media|news|safety|incident|community|case|complaint|investigation|executive|final|interim)\s)+(?:notice|bulletin|circular|statement|release|update|summary|report|file|memo)\s*(?:no\.?\s*)?#?\d[\d/-]*$/i,
  },
  {
    rule: 'contact',
    kind: 'contact',
    pattern:
      /^(?:(?:media |press |news )?(?:contacts?|inquiries|enquiries|office|queries)\b\s*[:–-].{0,160}|contacto(?: de prensa)?\s*:.{0,120}|(?:phone|tel|telephone|e-?mail|fax|teléfono|correo)\s*[:.].{3,80}|[^\s@]+@[^\s@]+\.[a-z]{2,}|(?:reach|contact|email|write to|call) (?:the )?(?:reporter|author|writer|newsroom|us|\p{Lu}[\p{L}]+ \p{Lu}[\p{L}]+) (?:at|on|via|by).{3,120}|https?:\/\/\S+|www\.\S+|\(?\+?\d[\d ()-]{7,20})$/iu,
  },
  {
    rule: 'date.clock',
    kind: 'date',
    pattern:
      /^(?:posted at |at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s(?:gmt|bst|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|et|ct|pt|cet))?$/i,
  },
  {
    rule: 'date.spanish',
    kind: 'date',
    pattern:
      /^(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),?\s+)?\d{1,2} de \p{L}+ (?:de|del) \d{4}.{0,24}$/iu,
  },
  {
    rule: 'number.line',
    kind: 'notice',
    pattern:
      /^(?:bulletin|circular|press notice|notice|report|statement|update|issue|no\.?)\s*(?:no\.?\s*|#\s*)?\d[\d/ .-]*$/i,
  },
  {
    rule: 'newsletter',
    kind: 'notice',
    pattern: /^from (?:the|our) [\p{L} ’'-]{2,50},? (?:no\.?|issue|vol\.?|edition|number)\s*\d+.{0,30}$/iu,
  },
  {
    rule: 'handle',
    kind: 'contact',
    pattern: /^@[\w.]{2,40}$/,
  },
  {
    rule: 'tip',
    kind: 'contact',
    pattern:
      /^(?:(?:if you (?:have|know|were|saw)|got|have) .{0,60}(?:tip|story|footage|video|photo).{0,120}(?:@|call us|email|newsroom|send).{0,80}|(?:get in touch|contact us|email us|call us|send us|whatsapp)\b.{0,100}|comparte (?:esta|este).{0,40}|más noticias.{0,80}|redacción\b.{0,60})$/iu,
  },
  {
    rule: 'field',
    kind: 'notice',
    pattern:
      /^(?:(?:press|news|media|information) (?:release|statement|bulletin)|comunicado(?: de prensa)?|nota de prensa|(?:date|ref(?:erence)?|our ref|case (?:no\.?|number|#)|incident (?:no\.?|number|#)|report (?:no\.?|number)|release (?:no\.?|number|date)|for release|embargo(?:ed)?(?: until)?|fecha|ref\.?)\s*[:#].{1,60})$/i,
  },
  {
    rule: 'field.number',
    kind: 'notice',
    pattern:
      /^(?:(?:case|incident|report|file|claim|ref(?:erence)?|(?:news|press|media) (?:release|notice|statement)|release|notice|bulletin|exhibit|docket|badge|log|event|complaint|control|cad|informe|expediente|folio|boletín)\s+(?:no\.?|number|num\.?|nº|n\.º|#|id)\.?:?\s*[#\w./-]{2,24}|(?:news|press|media) (?:release|notice|bulletin)\s+\d[\w./-]{0,16})$/iu,
  },
  {
    rule: 'field.clerk',
    kind: 'notice',
    pattern:
      /^(?:reporting (?:officer|deputy|person)|occupation|(?:prepared|submitted|approved|reviewed|typed|dictated|compiled|authored|written|edited|produced) by|supervisor|badge(?: number)?|interview(?: by)?|words|pictures|words and pictures|attn|attention|cc|via|slug|anchor|producer|editor|newscast|page|pages|sent via|delivered by|date of (?:report|issue|statement|release|publication)|report date|reported|signed|signature|dated|fuente|entrevista|texto|fotos)\s*:\s*[^.!?“"]{2,70}$/i,
  },
  {
    rule: 'service',
    kind: 'notice',
    pattern:
      /^(?:via (?:certified|first[- ]class|registered|overnight|e-?mail|electronic|hand|fax|us)\b.{0,40}|by (?:hand|email|fax|certified mail)|(?:preliminary|draft|confidential|unclassified|privileged)(?: (?:information|report|and confidential))?(?:\s*[—–-]\s*subject to change)?|subject to change|end of (?:report|statement|transcript|document|release|narrative)|fin(?: del (?:comunicado|informe))?|page intentionally left blank)$/i,
  },
  {
    rule: 'heard',
    kind: 'notice',
    pattern:
      /^(?:heard on .{3,60}|aired on .{3,60}|as (?:heard|seen) on .{3,60}|\d{1,3}[- ]minute (?:listen|read|watch)|transcript of .{3,120}|full transcript\b.{0,80}|view gallery|open gallery|\+\d{1,3}|enlarge(?: image)?|toggle caption|hide caption|\d+ (?:photos|images|videos)|staff writer|staff report(?:s|er)?|special to .{3,60}|(?:crime|court|city|metro|senior|chief|local) (?:reporter|writer|correspondent))$/i,
  },
  {
    rule: 'call.to-action',
    kind: 'share',
    pattern:
      /^(?:sign|donate to|donate|join|chip in|pledge|firma|dona|únete)\s+(?:our|the|this|us|now|today|here|nuestra|la|a)\b.{0,60}$/i,
  },
  {
    rule: 'date.outlet',
    kind: 'date',
    pattern:
      /^[^.!?“"]{2,50}\s*[|•·–—]\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+(?:de\s+)?\p{L}{3,10}\s+(?:de\s+)?\d{4})(?:[\s,|at•·–—-]*\d{1,2}[:.]\d{2}.{0,16})?$/iu,
  },
  {
    rule: 'posted.by',
    kind: 'byline',
    pattern:
      /^(?:posted|published|written|submitted|shared|uploaded) by\s+[\w@.’' -]{2,40}(?:\s+(?:on|at)\s+.{3,40})?$/i,
  },
  {
    rule: 'amended',
    kind: 'notice',
    pattern:
      /^(?:this (?:article|story|report|page|post) (?:has been|was) (?:amended|corrected|updated|edited|revised)\b.{0,200}|(?:refresh|reload) (?:for|this page).{0,60}|last updated\b.{0,60}|latest first)$/i,
  },
  {
    rule: 'cue.capitals',
    kind: 'cue',
    pattern: /^[([][\p{Lu}\d][\p{Lu}\d /:,.'’-]{2,40}[)\]]$/u,
  },
  {
    rule: 'cue.script',
    kind: 'cue',
    pattern: /^(?:SLUG|[\p{Lu}\d -]{2,30}\s\/\s[\p{Lu}\d -]{2,30}(?:\s\/\s[\p{Lu}\d -]{2,30})*)(?::.*)?$/u,
  },
  {
    rule: 'cue',
    kind: 'cue',
    pattern:
      /^[([](?:sound ?bite|music|applause|laughter|crosstalk|cross talk|begin|end|inaudible|video (?:clip|begins|ends)|audio (?:clip|begins|ends)|voice-?over|on camera|commercial|break|música|aplausos|unidentified|recording|sirens?|archiv)[^)\]]{0,80}[)\]]\.?$/i,
  },
]

/** A dateline at the start of a paragraph: only it is folded, the sentence behind it stays. */
export const datelinePatterns: readonly RegExp[] = [
  // "VERRIN, November 8. /Balta-Press/." and "TILBROOK/PARIS — ".
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}(?:,? (?:\d{1,2}(?: de)? \p{L}+|\p{L}+\.? \d{1,2})(?:,? (?:de )?\d{4})?)?[.,]? ?[/|][^/|\n]{2,30}[/|][.,]? ?(?:[-–—]\s*|(?=\s))\s*/u,
  /^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,2}(?: ?[/&] ?\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,2}){1,2}(?: \([^()\n]{2,30}\))? (?:--|—|–|-) /u,
  /^(?:From (?:our|a) (?:own |special )?correspondent in \p{Lu}[\p{L} .'’-]{2,30}|De nuestr[oa] (?:corresponsal|enviad[oa] especial) en \p{Lu}[\p{L} .'’-]{2,30}): /u,
  // "Villa Aromo.- ", as Spanish papers print it.
  /^\p{Lu}[\p{L}'’-]+(?: (?:de|del|la|el|\p{Lu}[\p{L}'’-]+)){0,4}(?:, \d{1,2}(?: de)? \p{L}+)?(?: ?\([^()\n]{2,30}\))?\. ?[-–—]\s*/u,
  /^(?:\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3},?\s*(?:\p{Lu}[\p{L}.]*\.?(?: \p{Lu}[\p{L}.]*)?,?\s*)?(?:\p{L}+\.? \d{1,2}(?:, \d{4})?,?\s*)?)?\([^()\n]{2,50}\)\s*(?:--|—|–|-|\.-|:)\s*/u,
  /^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,3}(?:,\s*\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?)?(?:,\s*\p{L}+\.? \d{1,2}(?:, \d{4})?)?,?\s*(?:\([^()\n]{2,50}\)\s*)?(?:--|—|–|\s-|\.-|\.—)\s*/u,
  /^\p{Lu}[\p{L}.'’]+(?: \p{Lu}[\p{L}.'’]+){0,2},\s*(?:\d{1,2}(?: de)? \p{L}+|\p{L}+\.? \d{1,2})(?:,? (?:de )?\d{4})?\s*(?:\([^()\n]{2,50}\)\s*)?(?:--|—|–|\s-|\.-)\s*/u,
]

/** Words before a colon that are a field or a label and not a speaker. */
export const notSpeakers =
  /^(?:watch|update|updated|note|notes?|related|photo|photos|video|videos|image|correction|clarification|location|date|time|when|where|what|who|why|how|case(?: number)?|incident(?: number| type)?|subject|re|from|to|cc|source|sources|credit|read more|more|see also|breaking|exclusive|warning|analysis|opinion|explainer|live|listen|tags?|topics?|filed under|contact|media contact|phone|email|fax|tel|summary|background|timeline|facts?|key points?|headline|by|published|posted|map|weather|traffic|translation|transcript|example|page|address|status|nature|type|reference|ref|age|name|charges?|victims?|suspects?|fecha|lugar|asunto|nota|foto|contacto|for release|release|report|attachments?|disposition|narrative|date of (?:incident|report|birth)|q&a|https?|editor['’]s note|media|press|number|total|injuries|synopsis|next steps|findings?|recommendations?|current status|involved (?:officers?|parties)|for more information)$/i
