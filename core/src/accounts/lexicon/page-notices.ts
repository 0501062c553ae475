import type { LineRule } from './boilerplate-rules.ts'

/** What a page says of itself to its reader: of consent, accounts, letters by mail, comments, its writers and where else it was printed. */
export const pageNotices: readonly LineRule[] = [
  {
    rule: 'notice.consent',
    kind: 'notice',
    pattern:
      /^(?:(?:we|your) (?:value|respect|care about) your (?:privacy|data)|your (?:privacy|data)(?:,? your choice| choices| matters)?|we (?:and|use|process|share) (?:our )?(?:\d+ )?(?:(?:trusted |third[- ]party )?partners|cookies|your data)\b.{0,240}|this (?:site|website|page) uses (?:cookies|technologies)\b.{0,200}|by (?:clicking|continuing|using|signing up|subscribing|submitting)\b.{3,30}\b(?:you|cookies)\b.{0,200}|(?:accept|reject|allow|decline|agree to|manage|customi[sz]e)(?: and (?:close|continue))?(?: all| options| choices| preferences| settings)?|(?:cookie|privacy|consent|ad) (?:settings|preferences|options|choices|policy|center|centre)|got it!?|i (?:accept|agree)|no,? thanks|maybe later|valoramos (?:su|tu) privacidad|(?:aceptar|rechazar|configurar)(?: todo| todas)?|este sitio (?:web )?(?:usa|utiliza) cookies.{0,160})\.?$/i,
  },
  {
    rule: 'notice.account',
    kind: 'notice',
    pattern:
      /^(?:(?:gift|save|bookmark|share|print|listen to|translate|text|comment on) (?:this )?(?:article|story|page|post)(?: as a gift)?|(?:become|be|already) a (?:member|subscriber|supporter)\b.{0,80}|(?:to (?:read|see|hear) more(?: like this| stories)?,? .{5,80})|(?:log|sign) (?:in|out|up)(?: or .{3,30}| to .{3,60})?|create (?:a free |an )?account|(?:try|start) .{0,30}\b(?:free|trial|month|subscription)\b.{0,60}|cancel any ?time.{0,40}|(?:you have|you['’]ve) (?:reached|read|used|got)\b.{5,100}\b(?:articles?|stories|limit|month)\b.{0,60}|\d+ (?:free )?(?:articles?|stories) (?:left|remaining)\b.{0,40}|(?:today['’]s|the) (?:print )?(?:paper|edition|front page)|font size|text size|a\s?-\s?a\s?\+?|timer|\d+ ?min\.? read|inicia(?:r)? sesión|regístrate.{0,40}|hazte (?:socio|suscriptor).{0,60})\.?$/i,
  },
  {
    rule: 'newsletter.mail',
    kind: 'notice',
    pattern:
      /^(?:was this (?:e-?mail |newsletter )?forwarded to you\b.{0,80}|(?:view|open|read) (?:this |it )?(?:e-?mail |newsletter )?in (?:your |a |the )?browser|you(?:['’]re| are)? (?:received|receiving|got|getting) this (?:e-?mail|newsletter|message)\b.{3,160}|(?:unsubscribe|manage (?:your )?(?:subscription|preferences)|update (?:your )?preferences)\b.{0,80}|your (?:\p{L}+[- ])?(?:\d+|five|ten|three)[- ]minute (?:brief|read|guide|update|roundup|digest)\b.{0,60}|(?:the )?(?:morning|evening|daily|weekly|weekend) (?:brief|briefing|digest|roundup|newsletter|memo)|(?:ver|abrir) (?:este correo )?en (?:el|tu) navegador)\.?$/iu,
  },
  {
    rule: 'notes.readers',
    kind: 'share',
    pattern:
      /^(?:all comments are (?:moderated|reviewed|subject to).{0,100}|comments (?:are|have been|on this)\b.{3,100}|(?:the )?conversations?|anyone can read conversations\b.{0,140}|\d+ (?:thoughts?|responses?|replies|comments?) (?:on|to) .{3,120}|(?:leave|write|post|add|submit) (?:a|your) (?:reply|comment|thought|response)|your e-?mail (?:address )?will not be (?:published|shared)\b.{0,80}|required fields are marked.{0,10}|(?:have|any|got) (?:feedback|thoughts|a correction)\?.{0,80}|(?:send|submit|write) (?:us )?an? (?:letter|correction|tip|comment) to .{3,60}|(?:send|report|submit) (?:corrections?|errors?|tips?) to\b.{3,80}|(?:please )?keep (?:it|comments) civil.{0,80}|notify me of .{3,60}|save my name.{3,90}|sort by\b.{0,20}|newest|oldest|most (?:liked|recent|commented|relevant)|deja (?:un|tu) comentario.{0,40}|los comentarios .{3,100})\.?$/i,
  },
  {
    rule: 'byline.about',
    kind: 'byline',
    pattern:
      /^(?:About (?:the (?:author|writer|reporter)s?|(?:our|this) (?:reporter|author)).{0,200}|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2} (?:covers|reports on|writes (?:about|for|on)|is (?:an? |the )?(?:[\p{L}-]+(?:, | ))*?(?:reporter|writer|editor|correspondent|journalist|columnist|producer|author|photographer|contributor)|joined (?:the |our )?(?:(?:\p{Lu}[\p{L}’'-]*|[Nn]ews|[Ii]nvestigative|[Rr]eporting) ){0,4}?(?:[Ss]taff|[Nn]ewsroom|[A-Z]{3,5}|Times|Post|Herald|Courier|Sentinel|Chronicle|Gazette|Tribune|News|Journal|Beacon|Ledger|Observer|Examiner|Weekly|Register|Globe|Telegraph|Press|Radio|Star|Sun|Record|Call)|can be reached)\b[^“”]{3,240}|(?:Reach|Contact|Follow|E-?mail|Write to) (?:her|him|them|\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?) (?:at|on|via)\b[^“”]{3,120}|(?:Illustrations?|Photographs?|Photography|Additional (?:reporting|research)|Fact[- ]check(?:ing|ed)?|Translation|Translated|Research|Design|Graphics?) by\b[^“”]{3,80})$/u,
  },
  {
    rule: 'page.origin',
    kind: 'notice',
    pattern:
      /^(?:this (?:article|story|post|piece|report|text|content|column) (?:first |originally )?(?:appears|appeared|ran|is republished|was (?:first |originally )?(?:published|posted|printed|produced)|was (?:machine[- ])?translated)\b.{0,200}|(?:reposted|republished|reprinted|syndicated|shared|cross-?posted|reproduced) (?:by|from|with|under|courtesy)\b.{3,100}|(?:read|see|find) the (?:full|original|whole) (?:story|article|post|piece|report|text)\b.{0,80}|(?:an? |this )?(?:machine|automatic|automated)(?:ally)?[- ]translat(?:ion|ed)\b.{0,80}|our standards: .{3,80}|(?:this|the) (?:post|article|page) (?:may contain|contains) affiliate links.{0,80}|ads by .{2,40}|(?:article|story|text|video|post) (?:continues|resumes) (?:after|below|following|beneath)\b.{0,40}|(?:article|story|page) (?:was |is )?(?:updated|published|posted|modified)\b.{2,50}|show (?:more|all|older|newer) posts?|publicado originalmente en .{3,60})\.?$/i,
  },
  {
    rule: 'date.told',
    kind: 'date',
    pattern:
      /^(?:(?:today|yesterday|just now|this (?:morning|evening|afternoon))(?:,? (?:at )?\d{1,2}[:.]\d{2}.{0,14})?|\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s\p{L}{2,4})?,? (?:\p{L}{3,9}\.?,? )?\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.? \d{4}|(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?,? \p{L}{3,9}\.? \d{1,2},? \d{4}.{0,20}|\d{1,2} ?(?:m|h|d|w|min\.?|mins\.?|hr\.?|hrs\.?|sec\.?)(?: ago)?|(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter)(?:\/\p{L}+)? \d{4} issue|issue (?:no\.? ?)?\d{1,4}|vol\.? ?\d{1,4}.{0,20})$/iu,
  },
  {
    rule: 'paper.tagline',
    kind: 'notice',
    pattern:
      /^(?:(?:An?|The) (?:[\p{L}-]+ ){0,3}?)?(?:project|publication|newsletter|bulletin|journal|magazine|newspaper|voice|service|programme|program|podcast|blog|initiative|quarterly|weekly|monthly) (?:of|for|from|by|about) (?:the )?[\p{Lu}\p{Ll}][^.!?“”:;]{2,60}$/u,
  },
  {
    rule: 'statement.delivered',
    kind: 'notice',
    pattern:
      /^(?:Delivered|Read(?: out| aloud)?|Given|Spoken|Recorded|Broadcast|Circulated|Adopted|Handed out|Distributed) (?:on|at|in|by|to|from|outside)\b(?=[^.!?“”]*\d)[^.!?“”]{3,90}$/u,
  },
  {
    rule: 'number.bulletin',
    kind: 'notice',
    pattern:
      /^(?:Bulletin|Circular|Leaflet|Newsletter|Broadsheet) (?:[Nn]o\.?|[Nn]umber|#) ?\d{1,4}\b[^“”]{0,80}$/u,
  },
  {
    rule: 'station.line',
    kind: 'navigation',
    pattern:
      /^(?:[^.!?“”:]{3,40}, )?(?:\p{Lu}[\p{L}’'-]* ){0,2}Radio(?: \p{Lu}[\p{L}’'-]*){0,2} \d{2,3}(?:\.\d)?(?: ?[FA]M)?$/u,
  },
  {
    rule: 'stage.direction',
    kind: 'cue',
    pattern:
      /^[([](?:(?:Mr|Ms|Mrs|Dr|Sgt|Lt)\. )?(?:\p{L}[\p{L}’'-]* ){0,4}?(?:comes|steps|holds|points|turns|reads|plays|pauses|weeps|cries|nods|leaves|sits|stands|takes|hands|walks|gestures|laughs|sighs|shakes|returns|approaches|speaks)(?: [^()“”.]{2,50})?\.?[)\]]$/u,
  },
]
