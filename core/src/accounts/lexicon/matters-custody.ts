import { denied, type Matter, re } from './matter-patterns.ts'

/** Aid, injury and death, custody, school, and what is told afterwards. */
export const custodyMatters = {
  aid: {
    cues: 'attended arms folded aid stood watched everything help cpr compressions tourniquet medic medics treatment resuscitate lifesaving rescue touched finger bled bleeding care bandage scarf tended auxilio auxilios ayuda ayudó reanimación medical pulse defibrillator naloxone narcan',
    about:
      /\b(?:first aid|medical aid|(?:render|gave|giv|provid|offer|administ)\p{L}* (?:\p{L}+ ){0,3}(?:aid|help|care|cpr|treatment)|cpr|compressions|tourniquet|life-?saving|resuscitat\p{L}*|bandag\p{L}*|lift\p{L}* a finger|(?:nobody|no one|no officer|none)\b.{0,24}\b(?:help\p{L}*|touched|came|checked|aid)|anyone (?:touched|helped|checked|came|goes|went|reached|did)|medical (?:assistance|attention)|(?:on|around) (?:his|her|the) (?:leg|wound|arm|neck)|scarf|bled|bleeding|call(?:ed|ing) (?:for )?(?:an ambulance|a medic|paramedics)|screamed for a medic|primeros auxilios|auxili\p{L}+|reanimaci\p{L}+|ayud\p{L}+|stood (?:around|by|and watched)|everything (?:they|we|he|she) could|attend(?:ed|ing) to (?:him|her|them)|arms folded)\b/u,
    answers: {
      none: re(
        denied(
          String.raw`help\p{L}*|aid|touch\p{L}*|cpr|care|treat\p{L}*|lift\p{L}* a finger|first aid|ayud\p{L}+|auxili\p{L}+|came|did anything`,
          5,
        ),
        'stood (?:around|by|there|and watched)|just (?:looked|watched|stood)|arms folded|did nothing|before anyone',
      ),
      given: re(
        'attend|everything (?:they|we|he|she) could|assistance|attention|aid|cpr|compressions|tourniquet|life-?saving|resuscitat|bandag|scarf|help|care|treatment|auxili|reanimaci|ayud',
      ),
    },
  },
  'aid.when': {
    cues: 'immediately minutes promptly delay seconds aid cpr ambulance medics late eventually arrived inmediatamente minutos tardó tardaron',
    about:
      /\b(?:immediate(?:ly)?|right away|at once|promptly|within (?:seconds|moments|a minute)|without delay|instantly|minutes|late|delay\p{L}*|inmediat\p{L}+|tard\p{L}+)\b.{0,60}\b(?:aid|cpr|help|ambulance|ems|medics?|paramedics?|treat\p{L}*|touched|anyone|rescue|arriv\p{L}*|auxili\p{L}+|ambulancia|dive team|called|requested|fire crew|fire colleagues|fire engine|on scene|launched|pulled (?:him|her|them) out|bomberos|engine was there)\b|\b(?:aid|cpr|help|ambulance|ems|medics?|paramedics?|treat\p{L}*|rescue|dive team|ambulancia|called|requested|fire crew|fire colleagues|fire engine|fire service|on scene|launched|bomberos|engine)\b.{0,60}\b(?:immediate(?:ly)?|right away|at once|promptly|within (?:seconds|moments|a minute)|without delay|instantly|minutes|late|delay\p{L}*|tard\p{L}+)\b/u,
    answers: {
      prompt: re(
        'immediate|right away|at once|promptly|within (?:seconds|moments|a minute)|without delay|instantly|inmediat',
      ),
      late: re(
        String.raw`minutes (?:went|passed|later|late|after|before)|late\b|(?<!without )delay|tard|for (?:\p{L}+|\d+) minutes|after (?:the )?first`,
      ),
    },
  },
  ambulance: {
    cues: 'ambulance paramedics ems 911 called call arrived arrive ambulancia medics dispatched radioed summoned requested',
    about:
      /\b(?:ambulances?|paramedics?|ems|medics?|dive team|ambulancia|fire crews?)\b.{0,40}\b(?:arriv\p{L}*|called|summon\p{L}*|came|dispatch\p{L}*|request\p{L}*|minutes|reach\p{L}*|lleg\p{L}+)\b|\b(?:called|summon\p{L}*|request\p{L}*|radioed|asked) (?:for )?(?:an? |the )?(?:ambulance|paramedics|ems|medics?|dive team)|call\p{L}* 911/u,
  },
  injury: {
    cues: 'expected walk spine spinal vertebrae columna paralyzed injured injury injuries hurt unhurt wound wounded concussion fracture fractured broken stitches staples sutures surgery operation bruise puntos sutura conmoción fractura lesión lesiones herido herida heridas blinded blind sight eye wrist knocked unconscious ojo puncture intensive skull coma bleeding cerebral',
    about:
      /\b(?:injur\p{L}*|unhurt|uninjured|(?:was|were|not|badly|been|got) hurt|wound\p{L}*|concuss\p{L}*|fractur\p{L}*|broken(?! (?:off|up|down|into|out|in|through)\b)|broke (?:his|her)|stitches|staples|sutur\p{L}*|surger\p{L}*|(?:had|undergone|undergo|two|three|four|\d+) operations?|operated on|bruis\p{L}*|lacerat\p{L}*|blinded|lost (?:the )?(?:sight|an eye|a tooth)|lose (?:his|her) (?:sight|eye)|eye|knocked (?:out|unconscious)|puncture|puntos|conmoción|fractura\p{L}*|lesion\p{L}*|herid[oa]s?|ojo|intensive care|skull|coma|bleeding|not expected to (?:walk|survive|live)|spin(?:e|al)|vertebra\p{L}*|columna|paraly\p{L}+)\b/u,
    answers: {
      'light:none': re(
        denied(String.raw`injur\p{L}*|hurt|wound\p{L}*|lesion\p{L}*|marks?|herid\p{L}+`, 3),
        'unhurt|uninjured|unharmed',
      ),
      'light:minor': re(
        '(?:not|non)[- ](?:considered |believed to be )?life-threatening',
        String.raw`minor (?:\p{L}+ )?(?:injur|wound|cut|scrape|puncture|bruis)|minor-|slight|superficial|puncture|scrape|not serious|leves?\b`,
      ),
      serious: re(
        String.raw`concuss|fractur|brok(?:e|en)\b(?! (?:off|up|down|into|out|in|through)\b)|stitches|staples|sutur|surger|operation|blinded|sight|lost|serious|critical|severe|knocked out|unconscious|puntos|conmoción|grave`,
      ),
    },
  },
  'injury.side': {
    cues: 'left right izquierda izquierdo derecha derecho leg arm eye hand foot knee shoulder thigh',
    about:
      /^(?=.*\b(?:injur|wound|hit|struck|shot|bit\b|bitten|bite|lost|fractur|broke|bandag|tourniquet|bleed|bled|blind|sight|surg|cut|stitch|herid|perdi|fractura|mord|golpe|took hold|grabb))(?=.*(?:\b(?:left|right|izquierd[oa]|derech[oa])\b.{0,16}\b(?:leg|arm|eye|hand|foot|knee|shoulder|thigh|wrist|ankle|side|ear|calf)\b|\b(?:pierna|brazo|ojo|mano|pie|rodilla|hombro)\b.{0,4}\b(?:izquierd[oa]|derech[oa])\b))/u,
    answers: { left: re('left|izquierd'), right: re(String.raw`\bright\b|derech`) },
  },
  condition: {
    cues: 'condition stable critical serious hospital intensive crítico crítica estable grave estado',
    about:
      /\b(?:(?:in|to) (?:\p{L}+ ){0,2}(?:stable|critical|serious|fair|good|grave) condition|condition|intensive care|fighting for (?:his|her) life|estado (?:crítico|estable|grave)|expected to (?:recover|survive|live))\b/u,
    answers: {
      critical: re('critical|intensive|fighting|crític|life-threatening|grave'),
      stable: re('stable|fair|good|expected|estable'),
    },
  },
  death: {
    cues: 'die died dead death killed pronounced deceased drowned drowning loss lost alive murió muerte muere falleció fallecido ahogó muerto fatal fatally body',
    about:
      /\b(?:died|dies|dead|death|killed|kills|pronounced|deceased|drown\p{L}*|(?:share|mourn) the loss|lost (?:his|her|their) life|fatal\p{L}*|should be alive|muri\p{L}+|muere\p{L}*|muert\p{L}+|falleci\p{L}+|ahog\p{L}+|unresponsive)\b/u,
  },
  'death.place': {
    cues: 'died pronounced dead scene hospital home murió lugar spot declared courtyard ambulance way',
    about:
      /\b(?:died|dead|pronounced|declared|muri\p{L}+|falleci\p{L}+|deceased)\b.{0,50}\b(?:scene|hospital|home|spot|lugar|ambulance|way to|there|courtyard|medical center|regional|general|infirmary|street|roadside)\b/u,
    answers: {
      scene: re('scene|spot|lugar|there|courtyard|roadside|street'),
      hospital: re('hospital|medical center|regional|general|infirmary|clinic'),
      home: re(String.raw`\bhome\b`),
    },
  },
  'death.cause': {
    cues: 'cause ruled autopsy examiner coroner pathologist overdose heart asphyxia suffocated breathe homicide drowned natural suicide accident murió autopsia forense drugs concluded attributed cardiac',
    about:
      /\b(?:caus\p{L}*|rul(?:ed|es|ing)|autopsy|examiner|coroner|pathologist|died (?:of|from|because|by)|death (?:was|a|by|to)|attribut\p{L}*|atribuy\p{L}+|conclud\p{L}*|autopsia|forense|killed by|homicide|overdose|manner)\b/u,
    answers: {
      heart: re('heart|cardiac|corazón|cardí?ac'),
      breath: re('breath|asphyxia|suffocat|neck compression|restraint|respirar|asfixia|positional'),
      drugs: re('overdose|drug|fentanyl|meth|cocaine|toxic|sobredosis'),
      homicide: re('homicide|homicidio'),
      natural: re('natural causes'),
      suicide: re('suicid|hang|by (?:his|her) own'),
      accident: re('accident'),
      gunshot: re('gunshot|bullet'),
    },
  },
  'heart.disease': { cues: 'heart cardiac corazón' },
  fell: {
    cues: 'fall fell falling jump jumped leap climb climbed push pushed shove slip slipped trip over cayó cae caer saltó empujaron empujó lanzó balcony roof window railing stairs ledge bridge',
    about:
      /\b(?:fell|fall(?:s|ing|en)?|jump\p{L}*|leap\p{L}*|leapt|climb\p{L}*|slipp?\p{L}*|tripp?\p{L}*|(?:went|goes?) (?:over|off|through|backwards?)|push\p{L}*|shov\p{L}*|cay\p{L}+|caer|cae|salt(?:ó|ar)|empuj\p{L}+)\b/u,
    answers: {
      notJumped: re(denied(String.raw`jump\p{L}*|salt\p{L}+|climb\p{L}*`, 3)),
      pushed: re(
        String.raw`\bpush|shov|empuj|threw (?:him|her|them) (?:off|over|down|from)|thrown (?:off|over|from)|hand on (?:his|her|\p{L}+(?: \p{L}+)?'s) (?:chest|back)`,
      ),
      jumped: re(
        String.raw`jump|leap|leapt|salt(?:ó|ar)|one leg over|climb\p{L}* (?:over|onto|on to) the (?:rail|ledge|balcony|wall|edge)`,
      ),
      slipped: re(
        String.raw`(?:fled|ran|running|fleeing|corrió|huyó)\b.{0,60}\b(?:fell|fall|cay)`,
        'slip|trip|lost (?:his|her) (?:balance|footing)|resbal|tropez',
      ),
    },
  },
  checks: {
    cues: 'check checked checks checking round rounds looked log logs observed monitor cell revisó revisaron revisión inspection visited',
    about:
      /\b(?:check(?:s|ed|ing)? (?:on|were|was|every|him|her|them|the|in|the cell)|checks|look(?:ed|s)? in(?:to| on)?|(?:did|to) check|monitor\p{L}*|welfare checks?|rounds|went (?:in|by|to the)|going to the|revis\p{L}+)\b/u,
    answers: {
      none: re(
        denied(String.raw`check\p{L}*|look\p{L}*|going|went|monitor\p{L}*|came|visit\p{L}*|revis\p{L}+`, 5),
        'no one (?:going|went|came|checked|looked)',
      ),
      done: re('check|look|monitor|round|went|revis'),
    },
  },
  'medical.staff': {
    cues: 'nurse nurses doctor medical staff clinician enfermera enfermero médico doctor physician infirmary paramedic lifeguard',
    about:
      /\b(?:nurses?|doctors?|physicians?|medical (?:staff|personnel)|clinicians?|enfermer[oa]s?|médic[oa]s?|lifeguards?)\b.{0,50}\b(?:on duty|on site|present|evaluat\p{L}*|saw|seen|check\p{L}*|examin\p{L}*|in the building|there|available|was|were|hasn't|since|esa noche|found|called)\b|\b(?:no|not|without|never|there was an?|had an?|hab[ií]a)\b.{0,20}\b(?:nurses?|doctors?|physicians?|medical staff|enfermer[oa]s?|médic[oa]s?|clinicians?|lifeguards?)\b/u,
    answers: {
      no: re(
        denied(
          String.raw`nurses?|doctors?|physicians?|medical|enfermer\p{L}+|médic\p{L}+|clinicians?|lifeguards?|(?:been )?a? ?night nurse`,
          5,
        ),
      ),
      yes: re('nurse|doctor|physician|medical|enfermer|médic|clinician|lifeguard'),
    },
  },
  asked: {
    cues: 'ask asked asking beg begged plead pleaded pedía pidió water insulin medicine medication inhaler help doctor agua rogó request requested crying',
    about:
      /\b(?:ask(?:s|ed|ing)?|begg?(?:ed|ing|s)?|plead\p{L}*|request\p{L}*|demand\p{L}*|cr(?:y|ied|ying)|ped[íi]a|pidi\p{L}+|rog\p{L}+)\b.{0,24}\b(?:for|agua|ayuda)\b.{0,24}\b(?:water|insulin|medicine|medication|inhaler|help|doctor|food|blanket|bathroom|ambulance|agua|ayuda)?|(?:pedía|pidió) (?:agua|ayuda|un médico)/u,
  },
  given: {
    cues: 'water insulin medicine medication inhaler food pills agua medicina medicinas insulina comida offered denied refused gave given brought drop glass vaso',
    about:
      /\b(?:insulin|medicines?|medications?|inhaler|pills|medicinas?|insulina)\b|\b(?:g[ai]ve|given|giving|brought|bring|offer\p{L}*|den(?:y|ied)|refus\p{L}*|drop of|glass of|cups? of|jug|drink|vaso|dieron|dio|ofreci\p{L}+)\b.{0,30}\b(?:water|food|agua|comida|vaso)\b|\b(?:water|food|agua)\b.{0,30}\b(?:given|offered|brought|denied|refused|withheld|times|dieron)\b/u,
    answers: {
      refused: re(
        String.raw`\b(?:he|she|they|who|and|inmate|prisoner|\p{L}+) (?:refus\p{L}*|declin\p{L}*|turn\p{L}* (?:it|them|down)|rechaz\p{L}+)\b`,
      ),
      denied: re(
        denied(
          String.raw`water|insulin|medicine|medication|food|give\p{L}*|gave|drop|glass|agua|vaso|dieron|dio|medicina`,
          5,
        ),
        'was denied|were denied|den(?:y|ied|ying) (?:him|her|them)|le negaron|withheld',
      ),
      given: re('offer|gave|given|brought|provid|receiv|had|le dieron|ofreci'),
    },
  },
  alone: {
    cues: 'alone cellmate sole solitary companion solo sola another second together accompanied',
    about:
      /\b(?:alone|by (?:him|her)self|cellmates?|sol[oa] en|solitary|(?:another|second|other) (?:man|woman|inmate|prisoner|person)|accompanied|together with)\b/u,
    answers: {
      no: re(denied('alone', 2), 'cellmate|another|second|other|accompanied|together'),
      yes: re('alone|self|sol[oa]'),
    },
  },
  notified: {
    cues: 'notify notified contact contacted parents parent family told call called informed heard learned avisaron avisó llamaron notificó message hours',
    about:
      /\b(?:notif\p{L}*|contact\p{L}*|call(?:ed|s)?|inform\p{L}*|messag\p{L}*|told|avis\p{L}+|llam\p{L}+)\b.{0,40}\b(?:parents?|famil\p{L}+|mother|father|him|her|me|padres?|hours|immediately|dos horas)\b|\b(?:parents?|famil\p{L}+|mother|father)\b.{0,40}\b(?:notif\p{L}*|contact\p{L}*|called|inform\p{L}*|were told|heard (?:nothing|from)|learn\p{L}*|found out)\b|me llam\p{L}+/u,
    answers: {
      prompt: re(
        String.raw`immediate|right away|at once|promptly|within (?:\d+|\p{L}+) minutes|straight away|inmediat`,
      ),
      late: re(
        'hours|heard nothing|not until|days|never|nobody|(?:60|90|45|sixty|ninety) minutes|a las (?:dos|tres|cuatro)',
      ),
    },
  },
  'came.in': {
    cues: 'walked presented arrived arrive came admitted brought booked checked entered hospital emergency clinic jail llegó ingresó',
    about:
      /\b(?:walked in(?:to)?|presented (?:at|to|himself|herself)|arriv\p{L}+ at|came (?:in|to|into)|admitted|brought (?:in|to|into)|booked in(?:to)?|checked in(?:to)?|llegó|ingresó)\b.{0,50}\b(?:hospital|emergency|er|clinic|jail|prison|station|general|infirmary|department|ward|cárcel)\b/u,
  },
  laughed: {
    cues: 'laugh laughed laughing joke joked joking smiling rieron reían mocked cheered',
    answers: {
      no: re(denied(String.raw`laugh\p{L}*|jok\p{L}*|ri\p{L}+`, 3), 'crying'),
      yes: re('laugh|jok|smil|ri|mock|cheer'),
    },
  },
  investigated: {
    cues: 'investigate investigating investigation inquiry inquiries probe review prosecutor attorney independent investiga investigación',
    about:
      /\b(?:is|are|was|be|been|opened|launched|under|taken over|take over|state|independent|internal|federal|two)\b.{0,34}\b(?:investigat\p{L}*|inquir\p{L}*|probe|review(?:ing|ed)?)\b|\binvestiga\p{L}*\b|complete their work/u,
  },
  water: {
    cues: 'swim swam swimmer swimming water rope line buoy pool lake river deep drowned ahogado nadar nadaba dove lifeguard shore boots',
    about:
      /\b(?:sw[aiu]m\p{L}*|rope|life ?(?:ring|buoy|line|jacket)|nad(?:ar|aba|ó)|afraid of (?:the )?water|deep-?water)\b/u,
  },
  'could.swim': {
    cues: 'swim swam swimmer swimming water nadar nadaba deep-water deep',
    about:
      /\b(?:(?:could|can|couldn't|can't|could not|learn\p{L}* to|knew how to|able to|strong|confident|good|poor|weak|didn't) (?:not )?(?:sw[ai]m\p{L}*|swimmer)|swam (?:well|badly|like)|confident swimmer|afraid of (?:the )?water|deep-?water test|sab[íi]a nadar)\b/u,
    answers: {
      no: re(
        denied(String.raw`swim\p{L}*|swam|nadar`, 6),
        "couldn't swim|could not swim|can't swim|afraid of|poor|weak",
      ),
      yes: re('swim|swam|deep|nadar'),
    },
  },
  'went.in': {
    cues: 'water entered enter dove jumped swam boots shore wade waded river lake pool canal sea watched stood',
    about:
      /\b(?:enter\p{L}*|went|dove|dived|jump\p{L}*|leapt|swam|wad\p{L}*|got|go|in|into) (?:in(?:to)? )?(?:the |a )?(?:water|lake|river|pool|canal|sea|pond)\b|took (?:his|her|their) (?:boots|shoes) off|(?:watched|stood)\b.{0,30}\b(?:shore|bank|hands on|there|watched)|swam (?:out|to)|in the water/u,
    answers: {
      no: re(
        denied(String.raw`enter\p{L}*|went|jump\p{L}*|dove|swam|boots|water|took`, 6),
        String.raw`(?:watched|stood)\b.{0,30}(?:shore|bank|there|hands on|watched)`,
      ),
      yes: re('enter|went|dove|dived|jump|leapt|swam|wad'),
    },
  },
  rope: {
    cues: 'rope line buoy ring lifebuoy lifeline cuerda salvavidas pole throw threw bag',
    about: /\b(?:rope|life ?(?:ring|buoy|line)|throw (?:bag|line)|cuerda|salvavidas)\b/u,
    answers: {
      no: re(
        denied(String.raw`rope|thr\p{L}+|line|ring|buoy|deployed`, 4),
        'still in (?:its|the) (?:bag|case|truck)',
      ),
      late: re('late|short|too'),
      yes: re('threw|throw|thrown|deploy|tossed|cast|within'),
    },
  },
  'school.device': {
    cues: 'phone device phones',
    about:
      /\b(?:hand over|give up|surrender|take|took|put away|over) (?:a |the |his |her |their )?(?:cell ?)?phones?\b|for the phone|over a phone|asked for .{0,12}phone/u,
  },
  clip: {
    cues: 'clip video footage film seconds recorded',
    about:
      /\b(?:short |\d+-second |second )?(?:clip|video)\b.{0,50}\b(?:shared|online|posted|seconds|lasts|does not show|doesn't show|sound off|watched|longer)\b/u,
  },
} as const satisfies Readonly<Record<string, Matter>>
