import type { LineRule } from './boilerplate-rules.ts'

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|abr|ago|dic)'

/** What newsletters, briefings, transcripts, courts and threads put around a text, each a whole line. Read last. */
export const paperFurniture: readonly LineRule[] = [
  {
    rule: 'date.place',
    kind: 'date',
    pattern: new RegExp(
      `^\\p{Lu}[\\p{L} .'’-]{2,30}, (?:${month}\\.? \\d{1,2}|(?:a )?\\d{1,2}(?: de)? ${month}\\.?)(?:,?(?: de)? \\d{4})?(?:\\s*[-–—|·,]?\\s*\\d{1,2}[:.]\\d{2}.{0,8})?$`,
      'iu',
    ),
  },
  {
    rule: 'notice.what-follows',
    kind: 'notice',
    pattern:
      /^(?:the following|what follows|below|this|here) (?:is|are) (?:an? |the )?(?:[\p{L}-]+ ){0,3}(?:transcript|translation|verbatim record)s?(?: (?:of|from|by|as|made|taken|provided|prepared)\b.{0,240})?[.:]?$/iu,
  },
  {
    rule: 'paper.made-by',
    kind: 'credit',
    pattern:
      /^(?:transcribed|translated|typed|compiled|collated|adapted|excerpted|reprinted|abridged|transcripts? (?:prepared|produced|typed|made))(?: and (?:edited|translated|checked))? (?:by|from|for|with)\b.{2,140}$/i,
  },
  {
    rule: 'notice.withheld',
    kind: 'notice',
    pattern: /^(?:(?:some |all )?names|identities) (?:are|have been|were) (?:withheld|changed)\b.{0,60}$/i,
  },
  {
    rule: 'cue.session',
    kind: 'cue',
    pattern:
      /^(?:[[(][^\])“"]{0,60}\b(?:ends?|ended|begins?|began|starts?|started|paus\p{L}+|adjourn\p{L}*|conclud\p{L}+|resum\p{L}+|silence|break)\b[^\])“"]{0,60}[\])]\.?|(?:report|statement|transcript|recording|document|bulletin|interview|broadcast|tape|log|thread|briefing|announcement) (?:ends|ended|begins|starts|concludes|resumes)(?: (?:at )?\d[\d:. apm]{0,10})?\.?|end of (?:live |the )?\p{L}+\.?)$/iu,
  },
  {
    rule: 'support.plea',
    kind: 'share',
    pattern:
      /^(?:(?:(?:your|every|all) )?(?:donations?|gifts?|subscriptions?) (?:keeps?|helps?|supports?|makes?|funds?|goes|go|to|can|will)\b.{3,100}|subscribe (?:from|at|and)\b.{0,60}|unsubscribe\b.{0,60}|you(?:['’]re| are) receiving this\b.{0,160})$/i,
  },
  {
    rule: 'page.form',
    kind: 'share',
    pattern:
      /^(?:(?:please )?(?:enter|type in|type|add|provide|confirm|change) (?:a|your|the) (?:valid )?(?:e-?mail|postcode|post code|zip|location|password|phone)\b.{0,90}|(?:our|a|the) (?:free )?(?:daily|morning|evening|weekly|weekday|lunchtime|sunday) (?:e-?mail|newsletter|briefing|round-?up)s?\b.{0,80}|read our (?:full )?(?:guide|explainer|coverage|report|series)\b.{0,80}|(?:news|stories|headlines) (?:near you|from your area|in your area))$/i,
  },
  {
    rule: 'share.more',
    kind: 'link',
    pattern:
      /^(?:share your (?:own )?(?:story|view|photos?|videos?|memories)\b.{0,40}|(?:next|previous) (?:essay|story|article|episode|post|chapter|in this series)\b.{0,80}|(?:buy|order|shop|purchase) (?:our|this|the|prints?|photos?|a)\b.{0,40}|(?:read|watch|see|hear|listen to) (?:part \p{L}+|the (?:full|rest|first|whole)\b.{2,40}|more\b.{0,40})(?: here)?\.?|(?:questions|problems)\?.{3,80})$/iu,
  },
  {
    rule: 'notice.funded',
    kind: 'notice',
    pattern:
      /^(?:(?:support|funding) for this (?:project|story|series|reporting|episode)\b.{3,100}|(?:images?|photos?|photographs|footage|video|audio) (?:can be|are|is|may be) (?:downloaded|available)\b.{0,30}\b(?:download|media|press|request|website|library)\b.{0,60}|este (?:aviso|documento|comunicado) está disponible en\b.{2,60})$/i,
  },
  {
    rule: 'paper.slug',
    kind: 'notice',
    pattern:
      /^(?:eds?: .{3,240}|.{3,60}, \d(?:st|nd|rd|th) (?:ld|lead|add|writethru)\b.{0,20}|(?:full |rough |partial )?transcripts? \(.{3,80}\)|[^.!?“"]{3,50}\b(?:issue|vol\.?|volume|edition|núm\.?|nº) \d{1,5})$/i,
  },
  {
    rule: 'contact.information',
    kind: 'contact',
    pattern:
      /^(?:si (?:tienes|tiene|usted tiene) (?:información|alguna|más)|if you have (?:information|a tip|more|any information|photos?|video))\b.{3,160}$/i,
  },
  {
    rule: 'contact.stay',
    kind: 'contact',
    pattern:
      /^(?:stay connected|connect with us|find us (?:on|at)|keep up with us|get in touch|contact us|write to us|reach us|message us|(?:e-?mail|whatsapp|text|call) (?:us|the (?:newsdesk|newsroom|studio))\b)[^“"]{0,90}$/i,
  },
  {
    rule: 'notice.vary',
    kind: 'notice',
    pattern:
      /^(?:accuracy and availability\b.{0,120}|.{0,60}\bnot responsible for the content of\b.{0,80}|(?:some )?(?:questions|answers|exchanges|passages) (?:have been|were|are) (?:shortened|condensed|edited|omitted|paraphrased)\b.{0,100})$/i,
  },
  {
    rule: 'notice.piece',
    kind: 'notice',
    pattern:
      /^this (?:essay|column|piece|letter|op-ed|commentary|extract|excerpt|review|newsletter|email|message|live page|page|content|item|episode|interview|story|article|report|investigation|notice|document) (?:first|originally|previously|is available in|is (?:now )?closed|was (?:first|originally)|has been (?:edited|closed|updated|corrected|translated|condensed)|may not|is (?:provided|intended|part of))\b.{0,160}$/i,
  },
  {
    rule: 'notice.owner',
    kind: 'notice',
    pattern:
      /^(?:the )?\p{Lu}[\p{L}&’' ]{2,60} is (?:owned by|published by|a division of|a trading name of|a registered|registered in|part of (?:the )?(?:\p{Lu}[\p{L}&’']+ ){1,4}(?:Group|Media|Ltd|Limited|Inc|Network))\b.{0,160}$/u,
  },
  {
    rule: 'notice.writer',
    kind: 'byline',
    pattern:
      /^the (?:writer|author|columnist)s? (?:is|are|was|has|have|teaches|lives|works|can be)\b.{3,160}$/i,
  },
  {
    rule: 'paper.number',
    kind: 'notice',
    pattern:
      /^(?:(?:case|file|report|incident|claim|docket|field report|release|bulletin|circular|memo(?:randum)?|nota (?:informativa|de prensa)|boletín|parte|atestado|expediente|informe|comunicado)\s(?:n(?:o|um|úm)?[.º°]*\s*)?(?=\S*\d)[\dA-Z][\w./-]{0,18}|(?:case |cause |docket |petition |motion |claim |appeal )?n(?:o|º)\.? ?(?=\S*\d)[\w./-]{3,20}|(?:boletín|informativo|noticiero) de las? .{2,24})$/iu,
  },
  {
    rule: 'paper.field',
    kind: 'notice',
    pattern:
      /^(?:Sent|Received|Interviewer|Interviewee|Presenter|Presented by|Recorded|Recording|Duration|Language|Platform|Channel|Series|Episode|Participants|Attendees|Minutes taken by|Clerk|Stenographer|Court reporter|Judge|Courtroom|Claimant|Insurer|Copies to|Witness interview|Presenta|Conduce|Edita|Locución|Traducción|Transcribe)\s*:\s(?=.*[\p{Lu}\d])(?:[\p{Lu}\d#(][\p{L}\d.,:;’'()/-]*|of|and|the|de|del|y|at|on|a|[ap]\.?m\.?)(?: (?:[\p{Lu}\d#(–-][\p{L}\d.,:;’'()/-]*|of|and|the|de|del|y|at|on|a|[ap]\.?m\.?)){0,9}$/u,
  },
  {
    rule: 'court.parties',
    kind: 'notice',
    pattern:
      /^(?:(?:the )?(?:people|state|commonwealth|city|county|united states)\b.{0,40} (?:v|vs)\.? .{3,60}|(?:declaration|affidavit|complaint|notice) (?:of|in support of) (?:probable cause|arrest|charges|a (?:search|arrest) warrant)|for (?:the )?(?:plaintiff|defendant|claimant|petitioner|respondent)s?:? .{3,60})$/i,
  },
  {
    rule: 'thread',
    kind: 'share',
    pattern:
      /^(?:(?:shared|posted|reposted|forwarded) by [\p{L}.'’ -]{2,40}(?:\s*[·•|]\s*.{2,40})?|\(?\d{1,2}\s?\/\s?\d{0,2}\)?|thread|(?:r|u)\/\w{2,30}|@\w{2,30}|[\d.,]+\s?[km]?\s(?:points?|reposts?|retweets?|quotes?|bookmarks?|upvotes|followers|impressions))$/iu,
  },
  {
    rule: 'paper.part',
    kind: 'notice',
    pattern:
      /^(?:(?:regular|special|emergency|joint) (?:[\p{L}]+ ){0,2}(?:meeting|session)|(?:direct |cross |re-?direct |re-?cross |further )?[- ]?(?:cross-|direct-)?examination(?: by \p{L}.{2,40})?|by (?:mr|ms|mrs|miss)\.? \p{L}[\p{L}'’-]{1,30}:?|volume (?:\d{1,3}|[ivx]{1,5})(?:, page \d+.{0,20})?)$/iu,
  },
  {
    rule: 'court.party',
    kind: 'notice',
    pattern:
      /^(?:\p{Lu}[^.!?“”]{1,70}, (?:Plaintiffs?|Defendants?|Petitioners?|Respondents?|Appellants?|Claimants?|PLAINTIFFS?|DEFENDANTS?)[,.;]?)$/u,
  },
  {
    rule: 'letter.hello',
    kind: 'notice',
    pattern:
      /^(?:(?:good (?:morning|afternoon|evening)|welcome back|buenos días|buenas tardes|hello|hola),? (?:and welcome\b.{0,40}|[\p{L}’'-]+(?: [\p{L}’'-]+)?)[.!,]?|(?:hi|hey|hello),? (?:[\p{L}’'-]+ ){0,3}(?:all|everyone|everybody|folks|friends|neighbou?rs|team|members|parents|families|y['’]all|colleagues|readers|listeners|community)[,.!]?|happy \p{L}+day[.!,]?)$/iu,
  },
  {
    rule: 'letter.email',
    kind: 'share',
    pattern:
      /^(?:view (?:this (?:email|message|newsletter) )?(?:in (?:your )?(?:a )?browser|online)|(?:was this (?:email )?|were you )?forwarded this (?:email|newsletter|message)?\b.{0,80}|you(?:['’]re| are)? (?:received|receiving|getting|got|were sent) this\b.{0,160}|(?:manage|update|change) (?:your |my )?(?:email |subscription )?(?:preferences|subscriptions?|settings)\b.{0,40}|too many emails\?.{0,80}|thanks to our sponsors?\b.{0,60}|presented by .{2,60}|today['’]s (?:newsletter|edition|briefing) (?:is|was)\b.{2,80})$/iu,
  },
  {
    rule: 'blog.about',
    kind: 'navigation',
    pattern:
      /^an? (?:[\p{L}-]+ ){0,3}(?:blog|newsletter|podcast|zine|site|newspaper|weekly) (?:by|for|about|from|of)\b[^.!?]{2,60}[.]?$/iu,
  },
  {
    rule: 'comment.head',
    kind: 'byline',
    pattern:
      /^(?=\S*[\d_@])[\w@.-]{3,30}(?: (?:says|said|writes|wrote|replied|commented|posted|dice|escribió)(?: (?:on|at)? ?.{3,40})?)?:$/iu,
  },
  {
    rule: 'paper.more-information',
    kind: 'contact',
    pattern:
      /^(?:(?:para )?más información\b[^.!?“"«]{0,60}[.:]?|[-–—]+\s*30\s*[-–—]+|[^\p{L}\p{N}]{1,40})$/iu,
  },
]
