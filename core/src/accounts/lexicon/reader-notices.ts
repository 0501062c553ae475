import type { LineRule } from './boilerplate-rules.ts'

/** Where a printed story goes on, what a page asks of its reader, and what scripts, shows and filings put between lines, each a whole line. Read last of all. */
export const readerNotices: readonly LineRule[] = [
  {
    // "SEE CRUISER, B4", "Turn to BARN, page 8", "(See FERRY, Page A6)", "FROM B1"
    rule: 'paper.jump',
    kind: 'navigation',
    pattern:
      /^\(?(?:(?:[Pp]lease )?(?:[Ss]ee|SEE|[Tt]urn to|TURN TO|[Cc]ontinued on|CONTINUED ON) (?:\p{Lu}[\p{Lu}’' -]{1,30}, ?)?(?:[Pp]age |PAGE )?[A-Z]?-?\d{1,3}|(?:(?:[Cc]ontinued|CONTINUED) )?(?:[Ff]rom|FROM) (?:(?:[Pp]age|PAGE) [A-Z]?-?\d{1,3}|[A-Z]-?\d{1,3})|(?:[Cc]ontinúa|[Ss]igue|[Vv]iene|[Pp]asa) (?:en|de|a) (?:la )?(?:página|pág\.?) ?\d{1,3})\)?\.?$/u,
  },
  {
    rule: 'credit.paper',
    kind: 'credit',
    pattern:
      /^(?:\p{Lu}[\p{L}’'.]+ ){0,3}(?:(?:staff|file|courtesy|contributed) )?(?:photo(?:graph)?s?|images?|graphic|illustration) by \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u,
  },
  {
    // "Event #: 34-0091177   Pri: 1   Disp: K4"
    rule: 'record.row',
    kind: 'notice',
    pattern:
      /^(?:event|incident|case|call|cad|run|report) ?(?:no\.?|number|id|#)? ?[:#]{1,2} ?[\w-]*\d[\w-]*(?:[\s;|,]+(?:\p{L}+ ){0,1}\p{L}+ ?#?: ?[\w/.#-]{1,14}){1,6}$/iu,
  },
  {
    rule: 'court.stamp',
    kind: 'notice',
    pattern: /^case:? [\d:]*\d-\w{2}-\d+\S* .{0,30}\b(?:document|doc\.?|dkt\.?|filed|page)\b.{0,80}$/iu,
  },
  {
    rule: 'court.service',
    kind: 'notice',
    pattern:
      /^(?:demand for (?:a )?jury trial|jury trial demanded|certificate of service|proof of service|verification|prayer for relief|defendants?\.|plaintiffs?\.|I hereby certify that on\b.{3,40}\bserved\b.{3,160}|\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3},? \((?:SBN|Bar (?:No\.?|#)|State Bar (?:No\.?|#)) ?[\w-]{3,12}\))$/iu,
  },
  {
    rule: 'page.login',
    kind: 'share',
    pattern:
      /^(?:you must be (?:logged|signed) in\b.{0,60}|comments?: (?:our |see )?(?:rules|policy|guidelines)|(?:[«‹←<]+ ?(?:older|newer|previous|prev|next|back)(?: \p{L}+)?(?: ?[|·]? ?(?:older|newer|next|home)(?: \p{L}+)? ?[»›→>]*)?|(?:older|newer|previous|prev|next)(?: \p{L}+)? ?[»›→>]+))$/iu,
  },
  {
    rule: 'notice.redacted',
    kind: 'notice',
    pattern:
      /^this (?:summary|report|document|page|file|record|version|copy|release|transcript) (?:has been|was|is) (?:partly |partially )?(?:redacted|abridged|shortened)(?: (?:to protect|in accordance|pursuant|under|as required)\b[^“”]{0,80})?\.?$/iu,
  },
  {
    // "(SOT: IRMA COE, SHOPPER — 0:08)"
    rule: 'cue.script-line',
    kind: 'cue',
    pattern:
      /^[([](?:SOT|VO|SOT\/VO|VOSOT|NATSOT|NATS?|PKG|CG|SUPER|TAKE|ANCHOR|ROLL|GFX|BITE|TRT|ON CAM|OFF CAM|STANDUP)\b[^)\]“”]{0,80}[)\]]$/u,
  },
  {
    rule: 'letter.to-all',
    kind: 'notice',
    pattern:
      /^(?:to whom it may concern|to (?:all|our) (?:staff|members|employees|personnel|colleagues|residents|families|parents|students|sworn (?:staff|personnel))(?: (?:and|of|at) [^.!?:,]{2,40})?|from the (?:office|desk) of (?:the )?[\p{L} .’'-]{3,40}|a (?:todos|todo) (?:los|el) (?:empleados|miembros|personal|vecinos))$/iu,
  },
  {
    rule: 'newsletter.hello',
    kind: 'notice',
    pattern:
      /^(?:good (?:morning|afternoon|evening)|hello|hi there|happy \p{L}+day|buenos días)[^.!?]{0,20}[.!,] (?:here(?:['’]s| is| are)|welcome|let['’]s|esto es)\b[^.!?]{0,80}[.!]?$/iu,
  },
  {
    rule: 'show.notes',
    kind: 'notice',
    pattern:
      /^(?:(?:play|download|share|embed)(?: this| the)? (?:episode|latest|audio|podcast)(?: ?[·•|–-] ?\d.{0,14})?|(?:show|episode|liner|program|programme) notes|credits: (?=.*\b(?:written|mixed|produced|edited|music|hosted|reported|recorded)\b).{3,220}|\p{Lu}[\p{L}’' ]{2,40}, (?:season \d{1,2},? )?(?:episode|ep\.?|chapter) \d{1,4})$/iu,
  },
  {
    rule: 'byline.wires',
    kind: 'byline',
    pattern:
      /^(?:(?:from|by|via|compiled from|staff (?:and|&)|combined) )*(?:(?:staff|wire|news|agency|press|local)(?: and |, |[ /&]+)?){1,4}(?:reports?|services?|sources|dispatches|accounts)$|^(?:de |redacción (?:y|\/) ?)?agencias$/iu,
  },
  {
    // "Free consultation 24/7: 555-0199"
    rule: 'contact.line',
    kind: 'contact',
    pattern:
      /^(?:(?:free|general|media|press|news|tip|24[- ]hour|office|main|customer|public|after[- ]hours|oficina|línea|sala|prensa|atención)\s)(?:[\p{L}\d/-]+ ){0,4}?[\p{L}\d/-]+ ?[:–-] ?\(?\+?\d[\d() .-]{6,18}$/iu,
  },
  {
    rule: 'contact.domain',
    kind: 'contact',
    pattern: /^(?:[\w-]+\.)+(?:example|com|org|net|gov|edu|info|co\.uk|es|mx|us|tv|fm)(?:\/[\w./-]*)?$/iu,
  },
  {
    rule: 'contact.text-us',
    kind: 'contact',
    pattern:
      /^(?:reply (?:STOP|HELP|QUIT|END)\b.{0,160}|(?:for (?:\p{L}+ ){0,3}(?:alerts|updates|news|bulletins|information)[^.!?“”]{0,40}\b)?text (?:[A-Z]{3,12}|[\p{L}]+) to \d{4,6}\b.{0,80})$/iu,
  },
  {
    rule: 'paper.printed',
    kind: 'notice',
    pattern: /^(?:labou?r donated|union (?:made|printed)|printed in[- ]house(?: by .{3,40})?)\.?$/iu,
  },
  {
    // "KQDN-TV | First. Local. Live."
    rule: 'station.words',
    kind: 'navigation',
    pattern: /^(?:[\p{Lu}\d][\p{L}\d&’'-]* ?){1,4}[|·•] ?(?:\p{Lu}\p{L}+[.!] ?){2,4}$/u,
  },
  {
    // "This story is also available in Spanish.", "Este mensaje también se envió en español y hmong."
    rule: 'notice.language',
    kind: 'notice',
    pattern:
      /^(?:this (?:statement|message|letter|story|article|report|notice|release|page|document|update) (?:is|was|has been) (?:also )?(?:available|sent|published|posted) in|(?:read|see) (?:this|it|the (?:story|statement|article)) in|est[ea] (?:declaración|mensaje|carta|historia|artículo|informe|nota|página|comunicado|aviso|documento) (?:también )?(?:está disponible|se (?:envió|publicó|publica|puede leer)) (?:también )?en) (?:(?:, |,? and |,? y |,? e )?(?:english|spanish|french|hmong|somali|chinese|mandarin|cantonese|vietnamese|korean|arabic|russian|portuguese|haitian creole|tagalog|polish|karen|inglés|español|francés|chino|vietnamita|coreano|árabe|ruso|portugués|criollo haitiano|somalí|tagalo|polaco))+\.?$/iu,
  },
  {
    rule: 'notice.free',
    kind: 'notice',
    pattern:
      /^.{2,40}['’]s? (?:coverage|reporting|journalism)(?: (?:of|on) [^.!?“”]{2,60})? is free(?: (?:to (?:read|all|everyone|use)|for (?:all|everyone|readers)))?\.?$/iu,
  },
  {
    // "Transcript: media briefing, March 15, 10:00 a.m."
    rule: 'transcript.dated',
    kind: 'notice',
    pattern:
      /^(?:(?:full|partial|edited|rough|rush|official|certified) )?transcript ?[:,—–-] ?[^.!?“”"]{3,60}, (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*\.? \d{1,2}(?:, \d{4})?(?:,? (?:at )?\d{1,2}[:.]\d{2}[ apm.]{0,6})?$/iu,
  },
  {
    // "Prepared by the Public Affairs Unit. Not edited for grammar."
    rule: 'notice.unedited',
    kind: 'notice',
    pattern:
      /^(?:prepared|transcribed|produced|compiled|typed|recorded) by [^.!?“”"]{3,60}\. (?:not |un)(?:edited|corrected|proofread|proofed|certified)(?: for \p{L}+(?: (?:and|or) \p{L}+)?)?\.?$/iu,
  },
  {
    rule: 'credit.reporting',
    kind: 'credit',
    pattern:
      /^(?:associated|contributing|further|other|local|supplementary) reporting (?:by|from) [^.!?“”"]{3,80}\.?$/iu,
  },
  {
    // "Video editing by Lily Sung. Graphics by Omar Haddad."
    rule: 'credit.several',
    kind: 'credit',
    pattern:
      /^(?:\p{Lu}?\p{L}+(?: (?:and )?\p{L}+){0,2} [Bb]y \p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,2}(?:(?:, |,? and )\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,2})*[.;,|·]? ?)+(?<=\b(?:[Ee]diting|[Ee]dited|[Gg]raphics?|[Pp]hotography|[Pp]hotographs|[Dd]esign|[Rr]esearch|[Pp]roduction|[Aa]nimation|[Ii]llustrations?|[Tt]ranslation|[Dd]evelopment|[Vv]ideo) by [^.]{3,60}\.?)$/u,
  },
  {
    rule: 'record.adopted',
    kind: 'notice',
    pattern:
      /^(?:approved|adopted|ratified|accepted) (?:(?:by (?:the )?[\p{L} ]{3,40} )?at (?:the|its|an?) (?:[\p{L}]+ ){0,2}(?:meeting|session)(?: (?:of|on|held))*|on) (?:\p{L}+day,? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*\.? \d{1,2}(?:, \d{4})?\.?$/iu,
  },
  {
    rule: 'letter.for',
    kind: 'notice',
    pattern:
      /^for (?:(?:all|our|the) )?(?:members|media|press|staff|residents|subscribers)(?:(?:,? and |, | & )(?:the )?(?:members|media|press|public|staff|residents|families))+(?: only)?$/iu,
  },
  {
    rule: 'letter.warmly',
    kind: 'notice',
    pattern:
      /^(?:warmly|cordially|warm(?:est)? wishes|(?:with )?(?:warmest|kindest|best) (?:regards|wishes)|un cordial saludo|saludos cordiales),$/iu,
  },
  {
    // "county.example | 24-hour line 555-0102"
    rule: 'contact.site',
    kind: 'contact',
    pattern:
      /^(?:[\w-]+\.)+(?:example|com|org|net|gov|edu|info|co\.uk|es|mx|us|tv|fm)(?:\/[\w./-]*)? ?[|·•–—-] ?[^.!?“”]{0,30}\(?\+?\d[\d() .-]{6,18}$/iu,
  },
  {
    // "Beacon subscribers: renew by Nov. 30 and save"
    rule: 'support.subscribers',
    kind: 'share',
    pattern:
      /^(?:(?:\p{L}[\p{L}’'-]* ){0,3}subscribers|readers): (?:renew|log in|sign in|save|enjoy|manage|activate|read|get)\b[^“”]{0,80}$/iu,
  },
  {
    // "Corrections: The Beacon prints them on page 2."
    rule: 'notice.corrections',
    kind: 'notice',
    pattern:
      /^corrections(?: (?:and|&) clarifications)?: (?:(?:the \p{L}+(?: \p{L}+)?|we|our \p{L}+) (?:prints?|publish(?:es)?|runs?|appears?|corrects?)|see|appear|are (?:printed|published)|call|e-?mail|write|send|report)\b[^“”]{0,80}$/iu,
  },
  {
    rule: 'court.paper',
    kind: 'notice',
    pattern:
      /^(?:(?:criminal|civil|amended|verified|first amended|second amended) complaint|(?:probable cause|arrest|search warrant) affidavit|affidavit of probable cause|statement of probable cause|bill of indictment)$/iu,
  },
  {
    // "Tamarack County Circuit Court, Branch 2"
    rule: 'court.name',
    kind: 'notice',
    pattern:
      /^(?:\p{Lu}[\p{L}.’'-]+ ){1,3}(?:County|Parish|COUNTY|PARISH) (?:(?:Circuit|District|Superior|Municipal|Magistrate|Criminal|Probate|CIRCUIT|DISTRICT|SUPERIOR|MUNICIPAL) )?(?:Court|COURT)(?:, (?:Branch|Division|Part|Department|Dept\.|Room|BRANCH|DIVISION|PART) [\p{Lu}\d]{1,4})?$/u,
  },
  {
    // "Subscribe | Gift this article | Most popular: Fire station cook-off moves indoors"
    rule: 'page.row',
    kind: 'navigation',
    pattern:
      /^(?:subscribe|gift this article|log in|sign in|newsletters?|share|save|print)(?: ?[|·•] ?[^|·•“”]{2,90}){1,6}$/iu,
  },
  {
    rule: 'notice.how-made',
    kind: 'notice',
    pattern:
      /^how we (?:did|reported|made|got|investigated) (?:this|it|the|this story)(?: \p{L}+)?[:.] ?(?:read|see|learn|find out|more)\b[^“”]{0,60}$/iu,
  },
  {
    // "Approved as amended July 12"
    rule: 'minutes.approved',
    kind: 'notice',
    pattern:
      /^(?:draft ?[-–—:]? ?)?(?:approved|adopted|accepted) as (?:amended|corrected|presented|written|read)(?:,? (?:on |at )?\p{L}+\.? \d{1,2}(?:, \d{4})?)?$/iu,
  },
  {
    // "Ana Ortiz, Staff Writer"
    rule: 'byline.post',
    kind: 'credit',
    pattern:
      /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3},? (?:[Ss]enior |[Cc]hief |SENIOR )?(?:[Ss]taff|STAFF) (?:[Ww]riter|[Rr]eporter|[Pp]hotographer|[Cc]orrespondent|WRITER|REPORTER|PHOTOGRAPHER)$/u,
  },
  {
    // "Support for Shore Radio comes from our members."
    rule: 'page.support',
    kind: 'notice',
    pattern:
      /^(?:support for [\p{L}\d’' -]{3,40} comes from (?:(?:our|its|your) )?(?:members|listeners|donors|viewers|readers|sponsors|underwriters|contributions|gifts)\b[^“”]{0,60}|(?:our|independent|local|this) (?:journalism|reporting|newsroom|work) (?:needs|depends on|relies on|runs on) (?:your|our|reader|listener)[^“”]{3,80})$/iu,
  },
]
