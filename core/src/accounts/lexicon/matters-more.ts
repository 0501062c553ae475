import { denied, type Matter, re } from './matter-patterns.ts'

/** What else accounts differ on: papers and permission, who was there, who was watching, what somebody was before it. */
export const moreMatters = {
  masks: {
    cues: 'mask masks masked face faces covered balaclava balaclavas cara tapada encapuchados',
    about:
      /\bmask(?:s|ed)\b|\bfaces?\b.{0,16}\b(?:covered|hidden|concealed)|(?:cover|hid)\p{L}* (?:his|her|their) faces?|balaclava|cara (?:tapada|cubierta)|encapuchad/u,
    answers: {
      no: re(denied(String.raw`mask\p{L}*|face|covered|hidden|tapada`, 5)),
      yes: re('mask|cover|hid|conceal|balaclava|tapada|cubierta|encapuchad'),
    },
  },
  warrant: {
    cues: 'warrant warrants orden judicial consent permission',
    about:
      /\bwarrants?\b|\borden (?:judicial|de registro|de cateo)|una orden\b|\b(?:consent|permission) to (?:search|enter)/u,
    answers: {
      no: re(denied('warrants?|orden|consent|permission', 5)),
      yes: re('warrant|orden|consent|permission'),
    },
  },
  'legal.status': {
    cues: 'illegally undocumented papers legal legally visa citizen residency green card papeles ilegal residente status',
    about:
      /\b(?:illegally|undocumented|immigration papers|(?:has|had|have) papers|green card|work permit|legal (?:status|resident|residency)|legally|citizen|visa|papeles|ilegal(?:mente)?|residente legal|in the country)\b/u,
    answers: {
      no: re(
        'illegal|undocumented|overstay|sin papeles|ilegal',
        denied(String.raw`papers|status|visa|papeles|legal\p{L}*`, 3),
      ),
      yes: re('papers|green card|permit|legal|citizen|visa|papeles|residente'),
    },
  },
  'child.present': {
    cues: 'child children kid kids baby son daughter juvenile toddler niños niño hijo hija present inside asleep watched front',
    about:
      /\b(?:child|children|kids?|baby|toddler|juveniles?|son|daughter|niñ[oa]s?|hij[oa]s?)\b.{0,40}\b(?:present|inside|asleep|in the (?:room|house|office|car|home|back|apartment)|watch\p{L}*|saw|presentes?)\b|in front of (?:his|her|their|the) (?:\p{L}+ )?(?:child|children|kids|son|daughter|baby)/u,
    answers: {
      no: re(denied(String.raw`child|children|kids?|juveniles?|niñ\p{L}+`, 3)),
      yes: re('child|kid|baby|toddler|juvenile|son|daughter|niñ|hij'),
    },
  },
  record: {
    cues: 'record convicted arrested conviction convictions wanted outstanding gang antecedentes criminal known trouble',
    about:
      /\b(?:criminal|police|clean|spotless|arrest) record\b|never (?:been )?(?:arrested|convicted|in trouble)|\bconvictions?\b|(?:outstanding|active) warrant|wanted (?:for|on|in)|known to (?:police|officers|deputies)|antecedentes|gang member|no record\b/u,
    answers: {
      none: re(
        'clean|spotless|no record|never|sin antecedentes',
        denied(String.raw`record|convict\p{L}*|antecedentes|gang\p{L}*|wanted`, 4),
      ),
      some: re('record|convict|warrant|wanted|known|antecedentes|gang'),
    },
  },
  'officer.hurt': {
    cues: 'officer officers deputy deputies guard guards agent agents staff trooper agente agentes hurt injured treated hospital',
    about:
      /\b(?:officers?|deput(?:y|ies)|guards?|agents?|troopers?|staff|agentes?)\b.{0,24}\b(?:hurt|injur\p{L}*|treated (?:for|at)|taken to (?:a|the) hospital|sustained|bitten|suffered|lesionad\p{L}+|herid\p{L}+)\b/u,
    answers: {
      none: re(denied(String.raw`officers?|deput\p{L}+|guards?|agents?|staff|hurt|injur\p{L}*`, 4)),
      some: re('hurt|injur|treated|taken|sustained|bitten|suffered|lesionad|herid'),
    },
  },
  'disorder.start': {
    cues: 'start started began begin broke erupted sparked triggered provoked fight fighting brawl riot disturbance gangs melee rival trouble',
    about:
      /\b(?:start(?:ed|s)?|began|erupt\p{L}*|spark\p{L}*|trigger\p{L}*|provok\p{L}*)\b.{0,30}\b(?:when|after|by|with|as)\b|\b(?:fight|brawl|riot|disturbance|trouble|melee|confrontation)\b.{0,40}\b(?:start\p{L}*|broke out|began|erupt\p{L}*)|rival (?:gangs|groups|fans)|were fighting|fight between/u,
    answers: {
      force: re(
        String.raw`\b(?:officers?|guards?|deput(?:y|ies)|police|cops?|security|stewards?|agents?|bouncers?) (?:\p{L}+ )?(?:hit|struck|shov|push|punch|beat|grabb|charg|attack|fir|shot)\p{L}*`,
      ),
      others: re(
        'fight between|rival|gangs|were fighting|inmates? attack|protesters? (?:threw|attack)|fans (?:threw|attack)|groups?',
      ),
    },
  },
  awake: {
    cues: 'asleep awake sleep sleeping dozing nodding drowsy tired fatigue rest rested dropping alert dormido despierto slept',
    about:
      /\b(?:asleep|awake|dozing|dozed|nodd(?:ed|ing) off|drowsy|fatigue\p{L}*|exhausted|hours of (?:rest|sleep)|well[- ]rested|alert|head kept|eyes (?:were )?clos\p{L}*|dormid[oa]|despiert[oa])\b/u,
    answers: {
      asleep: re(
        'asleep|doz|nodd|drowsy|fatigue|exhausted|head kept|clos|dormid',
        denied('awake|rest|sleep|slept', 3),
      ),
      awake: re('awake|rest|alert|despiert|hours of'),
    },
  },
  weather: {
    cues: 'rain raining rained rainy wet dry ice icy snow fog foggy sunny clear lluvia llovía seca mojada slick',
    about:
      /\b(?:rain(?:ing|ed|y)?|wet|icy|snow\p{L}*|fogg?y?|slick|lluvia|llov\p{L}+|mojad[oa])\b|\b(?:road|roads|pavement|street|sky|weather|skies|surface|conditions?|visibility)\b.{0,20}\b(?:dry|clear|sunny|good|fine)\b|\bsec[oa]\b/u,
    answers: {
      wet: re(String.raw`(?<!not |n't |no )\b(?:rain|wet|icy|snow|fog|slick|lluvia|llov|mojad)`),
      dry: re(String.raw`\bdry\b|clear|sunny|good|fine|seca|no rain|not (?:rain|wet)`),
    },
  },
  braked: {
    cues: 'brake brakes braked braking skid slow slowed frenó frenos',
    about: /\bbrak(?:ed?|ing|es)\b|\bskid|\bslow(?:ed|ing)?(?: down)?\b|fren(?:ó|os|ar)/u,
    answers: {
      no: re(denied(String.raw`brak\p{L}*|skid\p{L}*|slow\p{L}*|fren\p{L}+|(?:felt|saw) the \p{L}+ slow`, 6)),
      yes: re('brak|skid|slow|fren'),
    },
  },
  'other.vehicle': {
    cues: 'second another other vehicle truck car crossed cut center centre line swerve swerved avoid',
    about:
      /\b(?:another|second|other|oncoming) (?:vehicle|car|truck|driver|bus|motorist)\b|crossed the cent(?:er|re) ?line|cut (?:him|her|them|the \p{L}+) off|swerv\p{L}* (?:to avoid|around)/u,
    answers: {
      no: re(denied('second|another|other|oncoming', 5)),
      yes: re('another|second|other|oncoming|crossed|cut|swerv'),
    },
  },
  'in.road': {
    cues: 'crosswalk crossing zebra jaywalking road roadway middle sidewalk pavement lane wrong side',
    about:
      /\b(?:crosswalk|zebra crossing|pedestrian crossing|jaywalk\p{L}*|(?:in|into) the (?:middle of the )?(?:road|roadway|street|traffic)|on the (?:sidewalk|pavement|shoulder)|wrong (?:side|way|lane))\b/u,
    answers: {
      out: re('jaywalk|middle of|into (?:the )?(?:road|traffic|street)|outside (?:the|a) crosswalk|wrong'),
      crossing: re('crosswalk|crossing|zebra'),
      aside: re('sidewalk|pavement|shoulder'),
    },
  },
  lit: {
    cues: 'dark lit streetlight streetlights light lights bright flashlight oscuro darkness illuminated',
    about:
      /\b(?:was|were|is|it's|in the|too|so|completely|poorly|well|brightly) (?:dark|darkness|lit|bright|illuminated)\b|street ?lights?\b|oscur[oa]/u,
    answers: {
      dark: re('dark|poorly|oscur|lights? (?:was|were) (?:out|off)'),
      lit: re('well|bright|lit|illuminated'),
    },
  },
  window: {
    cues: 'window windows rolled ventana ventanilla',
    about:
      /\bwindows?\b.{0,16}\b(?:up|down|open|closed|rolled|broken|smashed|shut)\b|rolled (?:down|up)\b.{0,16}\bwindow/u,
    answers: { down: re('down|open'), up: re(String.raw`\bup\b|closed|shut`), broken: re('broken|smashed') },
  },
  watched: {
    cues: 'unattended supervised supervision lifeguard lifeguards watching duty attendant teacher staff monitoring guard staffed',
    about:
      /\b(?:unattended|unsupervised|supervis\p{L}+|(?:lifeguards?|attendants?|teachers?|monitors?|stewards?|staff)\b.{0,24}\b(?:on duty|in place|watching|present|at (?:his|her|their) posts?|on (?:his|her|their) phone)|(?:no one|nobody) (?:was )?watching|looking at (?:his|her|their) phones?)\b/u,
    answers: {
      no: re(
        'unattended|unsupervised|on (?:his|her|their) phone|looking at (?:his|her|their) phone',
        denied(String.raw`watching|supervis\p{L}+|lifeguards?|attendants?|on duty|present`, 4),
      ),
      yes: re('supervis|on duty|in place|watching|present|post'),
    },
  },
  audible: {
    cues: 'hear heard audible inaudible make loud escuchar oyó order announcement warning',
    about:
      /\b(?:hear|heard|make out|made out|audible|inaudible|oy[óe]\p{L}*|escuch\p{L}+)\b.{0,40}\b(?:order|orders|announcement|warning|command|word|what they|siren|alarm|anything|orden|aviso)\b|\b(?:order|announcement|warning|command)s?\b.{0,30}\b(?:heard|audible|inaudible)/u,
    answers: {
      no: re(denied(String.raw`hear\p{L}*|make out|audible|oy\p{L}+|escuch\p{L}+`, 3), 'inaudible'),
      yes: re('hear|audible|make out|oy|escuch'),
    },
  },
  breathing: {
    cues: 'breathe breathing breath pulse respirar respiraba gasping',
    about: /\b(?:breath(?:e|ing)?|gasp\p{L}*|pulse|respir\p{L}+)\b/u,
    answers: {
      no: re(
        denied(String.raw`breath\p{L}*|pulse|respir\p{L}+`, 3),
        "stopped breathing|can't breathe|couldn't breathe|gasp",
      ),
      yes: re('breath|pulse|respir'),
    },
  },
  'shot.at': {
    cues: 'air heads crowd warning shot shots fired into over aire',
    about:
      /\b(?:in(?:to)? the air|over (?:their|our|the) heads?|warning shots?|(?:in)?to the crowd|at (?:us|them|the crowd|people|protesters)|al aire)\b/u,
    answers: {
      air: re('air|heads|warning shot|aire'),
      people: re('crowd|at us|at them|at people|at protesters'),
    },
  },
  'driver.phone': {
    cues: 'phone texting text texted glued cellphone celular driver',
    about:
      /\b(?:driver|he|she|motorist)\b.{0,30}\b(?:phone|texting|texted)\b|glued to (?:his|her) phone|\btexting\b/u,
    answers: { no: re(denied(String.raw`phone|text\p{L}*|using`, 5)), yes: re('phone|text|glued') },
  },
  rights: {
    cues: 'rights miranda lawyer attorney interpreter read asked abogado derechos',
    about:
      /\bmiranda\b|read (?:him|her|them|his|her|their) (?:his |her |their )?rights|(?:ask|request|demand|refus|den)\p{L}* (?:\p{L}+ ){0,3}(?:lawyer|attorney|interpreter|abogado)/u,
    answers: {
      no: re(denied('miranda|rights|lawyer|attorney|interpreter|abogado', 5), 'refus|den(?:y|ied)'),
      yes: re('miranda|rights|ask|request|demand'),
    },
  },
  seized: {
    cues: 'phone phones camera recording filming deleted seized took taken confiscated stop delete',
    about:
      /\b(?:seiz|confiscat|delet|eras|took|grabb)\p{L}*\b.{0,24}\b(?:phones?|cameras?|footage|video|recordings?)\b|stop (?:filming|recording)/u,
    answers: {
      no: re(denied(String.raw`seiz\p{L}*|confiscat\p{L}*|delet\p{L}*|eras\p{L}*|took`, 4)),
      yes: re('seiz|confiscat|delet|eras|took|grabb|stop'),
    },
  },
  transported: {
    cues: 'taken drove driven transported airlifted flown hospital ambulance cruiser patrol',
    about:
      /\b(?:taken|transported|airlifted|flown|drove|driven|rushed)\b.{0,30}\b(?:hospital|medical center|trauma center|clinic)\b/u,
  },
  armed: {
    cues: 'weapon weapons gun guns knife knives handgun handguns pistol firearm firearms armed unarmed arma armas desarmado armado',
    about:
      /\b(?:weapons?|guns?|knife|knives|handguns?|pistols?|firearms?|armed|unarmed|armas?|desarmad[oa]|armad[oa])\b/u,
    answers: {
      none: re(
        String.raw`\bunarmed|desarmad|no (?:\p{L}+ )?(?:weapons?|guns?|knife|knives|armas?)\b|(?:nobody|no one|none of (?:them|us)|never) had an? (?:\p{L}+ )?(?:weapon|gun|knife|pistol)`,
        denied('armed|weapons?|guns?|knife|pistol|armas?', 3),
      ),
      some: re(
        String.raw`recover|found|armed|\bhad\b|carr|hold|held|pull|draw|drew|with an?|point|brandish|ten[ií]a|armad`,
      ),
    },
  },
  'search.result': {
    cues: 'search searched found nothing drugs contraband registro',
    about:
      /\bsearch\p{L}*\b.{0,50}\b(?:found|turned up|nothing|no)\b|(?:nothing|no (?:drugs|contraband)) (?:was |were )?found/u,
    answers: {
      nothing: re('nothing|no (?:drugs|contraband|weapons)'),
      something: re('found|turned up'),
    },
  },
} as const satisfies Readonly<Record<string, Matter>>
