/**
 * Words by which a paper, a page or a programme speaks of itself, of who made it and of who reads it. They fold nothing alone: a line
 * of them stands on top or at the end, and has no word for anybody else (`../self-told.ts`).
 */
export const selfWords =
  /(?<!\p{L})(?:newsletters?|bulletins?|newsfeed|subscri\p{L}+|unsubscribe|donat(?:e|es|ions?)|chip in|readers?|listeners?|viewers?|supporters|copyright|licen[cs]ed? under|cc[- ]by\S*|creative commons|reuse|re-use|reproduc\p{L}+|republish\p{L}*|syndicat\p{L}+|(?:re)?print(?:s|ed|ing)?|photocop\p{L}+|typed|typeset|typos?|misprints?|transcri\p{L}+|translat\p{L}+|verbatim|proofread\p{L}*|edited|editors?|editorial|masthead|compiled|captioned|captions?|photographs?|photography|pictures|photos?|illustrat\p{L}+|artwork|layout|homepage|website|web ?page|web ?site|url|pdf|back issues?|next issue|special issue|editions?|e-?mails?|inbox|apps?|download\p{L}*|click|tap|scroll|swipe|hashtag|newsroom|news ?desk|podcasts?|episodes?|broadcast|programme notes|sponsor\p{L}*|advertis\p{L}+|adverts?|classifieds|mailing list|notice ?board|leaflets?|flyers?|handbill|pamphlet|circulat\p{L}+|confidential|notary|enclosures?|enc|encl|isbn|issn|acknowledge?ments?|comment policy|comments? (?:section|policy|are|is)|house rules|cookies?|privacy|terms|weather|traffic|sports?|horoscopes?|crossword|puzzles?|lottery|recipes?|more (?:news|stories|soon|at)|stay tuned|coming up|after (?:the|this) break|top of the hour|thanks? (?:you )?for (?:reading|watching|listening|following|joining|being)|follow (?:us|me|along)|find us|write (?:to us|in)|tips?|helpline|hotline|learn (?:more|why|how)|read (?:more|on|the)|see (?:also|contact|page|inside|below|more)|turn to page|page \w+|signed up|rate (?:us|this|and review)|see you (?:next|on|tomorrow|soon|\p{Lu}\p{L}+day)|you (?:get|got|are getting|received?) this|run (?:entirely |wholly )?by|printed|made in|funded by|supported by|made possible|made by|made with|produced (?:by|in|with)|hosted by|music by|run by volunteers|volunteer-run|reader-funded|registered (?:charity|office|company|in)|charity no|company (?:no|number)|is a (?:company|division|subsidiary|member|trademark|registered) of|all rights|(?:legal|medical) advice|prior results|similar outcome|general information|opt out|volunteer (?:project|group|effort)|(?:subject to|may) (?:change|revision)|(?:service|email|text) alerts|not for (?:sale|resale|publication|distribution|circulation)|free of charge|cover price|pass (?:it|this) on|pin (?:it|this) up|put (?:it|this) up|take one|do not (?:remove|bin|litter|reply)|not to be removed|best before|errors?|omissions|suscr\p{L}+|lector(?:es|as)?|donaci\p{L}+|donativos?|boletín|impres[oa]|imprenta|edición|redacción|transcripción|traducción|distribución|ejemplar(?:es)?|gratuit[oa]s?|derechos reservados|síg(?:anos|uenos)|comparta|comparte\p{L}*|página|fotos?|fotograf\p{L}+|sintonía|hasta (?:aquí|mañana|la próxima)|gracias por (?:leer|escuchar|vern?os|seguir)|envíe|escríb\p{L}+|más información|pase (?:a|esta)|clasificados|pronóstico|noticias|deportes)(?!\p{L})/iu

/** Who else a line is about: with one of these, or in the past, it tells something. */
export const othersTold =
  /(?<!\p{L})(?:shows?|kept|missing|secret|he|she|him|his|they|them|police|officers?|deput(?:y|ies)|sheriff|suspects?|victims?|witness(?:es)?|man|men|woman|women|boys?|girls?|famil(?:y|ies)|mother|father|drivers?|inmates?|said|says|told|asked|was|were|had|did|has been|have been|killed|died|hurt|injured|dead|not been|not (?:comment|discuss|confirm)|dijo|policía|fue|hombre|mujer)(?!\p{L})|n['’]t\b|[“”«»]/iu

/**
 * Whole sentences that a page, a programme, a firm or an office says of itself or to its readers: "Our
 * newsroom is independent.", "Call today." They count at the end alone.
 */
export const selfSentence = new RegExp(
  `^(?:${[
    '(?:this|the|our|these|your|all)(?: [\\p{L}-]+){0,3}? (?:newsroom|station|newspaper|coverage|reporting|journalism|journalists|story|article|page|site|website|newsletter|podcast|episode|programme|program|show|broadcast|interview|transcript|conversation|gift|donation|subscription|membership|apps?|message|alert|bulletin|comunicado|boletín)s?(?: [\\p{L}-]+){0,3}? (?:is|are|was|were|will be|may be|can be|has been|have been)(?: [\\p{L}-]+){0,2}? (?:updated|edited|produced|made|supported|funded|independent|committed|free|matched|possible|moderated|condensed|translated|corrected|checked|reviewed|distributed|sent|intended|automated|available|recorded|mixed|hosted|paid|sponsored|protected|monitored)\\b[^“”]*',
    '(?:our|the) (?:editors?|producers?|engineers?|hosts?|music|theme|artwork|mobile apps?) (?:is|are|was|were|works?)\\b[^“”]*',
    'we (?:represent|take no|accept no|are (?:an? )?(?:independent|committed|non-?profit|reader)|welcome|want to hear|strive|rely on|do not (?:give|offer|accept|take)|need your|answer to)\\b[^“”]*',
    '(?:past|prior) (?:results?|outcomes?|verdicts?)\\b[^“”]*\\b(?:guarantee|predict|indicat)[^“”]*',
    '(?:call|donate|subscribe|join us|sign up|upload (?:it|them)|tell us|let us know|learn more|apply|register) ?(?:today|now|here|below)?',
    'fact-?check(?:ing|ed) by [^“”]{3,60}',
    '(?:este|esta) (?:comunicado|boletín|nota|mensaje|correo) (?:se|fue|ha sido|es)\\b[^“”]*',
    'para (?:solicitar|más|mayor|recibir)\\b[^“”]*\\b(?:entrevistas?|información|avisos)\\b[^“”]*',
  ].join('|')})[.!]?$`,
  'iu',
)
