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
    cues: 'calle carretera cruce crosswalk crossing zebra jaywalking road roadway middle sidewalk pavement lane wrong side',
    about:
      /\b(?:crosswalk|zebra crossing|pedestrian crossing|jaywalk\p{L}*|(?:in|into) the (?:middle of the )?(?:road|roadway|street|traffic)|on the (?:sidewalk|pavement|shoulder)|wrong (?:side|way|lane)|(?:en )?medio de la (?:calle|carretera)|cruce peatonal|paso de cebra|acera)\b/u,
    answers: {
      out: re('jaywalk|middle of|into (?:the )?(?:road|traffic|street)|outside (?:the|a) crosswalk|wrong'),
      crossing: re('crosswalk|crossing|zebra|cruce|cebra'),
      aside: re('sidewalk|pavement|shoulder'),
    },
  },
  lit: {
    cues: 'bulb bulbs lighting dimly pitch dark lit streetlight streetlights light lights bright flashlight oscuro darkness illuminated',
    about:
      /\b(?:was|were|is|it's|in the|too|so|completely|poorly|well|brightly) (?:dark|darkness|lit|bright|illuminated)\b|street ?lights?\b|oscur[oa]|\b(?:bulbs?|lights|lighting)\b.{0,30}\b(?:out|working|on|off|broken|burned)|dimly|pitch/u,
    answers: {
      dark: re(String.raw`dark|dimly|poorly|oscur|(?:lights?|bulbs?)\b.{0,24}\b(?:out|off|broken|burned)`),
      lit: re('well|bright|lit|illuminated|working'),
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
    cues: 'breathe breathing breath pulse respirar respiraba gasping gasped lips blue eyes opened responsive unresponsive talking conscious unconscious snoring awake alert consciente inconsciente limp',
    about:
      /\b(?:breath(?:e|ing)?(?! (?:apparatus|equipment|gear|masks?|smoke|fumes))|gasp\p{L}*|pulse|respir\p{L}+|responsive|unresponsive|conscious|unconscious|snoring|(?:in)?consciente)\b|lips (?:were|was|turned|had turned) blue|open(?:ed)? (?:his|her) eyes|(?:was|were) (?:still )?(?:talking|awake|alert)/u,
    answers: {
      no: re(
        denied(String.raw`breath\p{L}*|pulse|respir\p{L}+`, 3),
        "stopped breathing|can't breathe|couldn't breathe|gasp|blue|unresponsive|unconscious|inconsciente|snoring|(?:never|not|didn't) open",
      ),
      yes: re('breath|pulse|respir|responsive|conscious|talking|awake|alert|open'),
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
  interpreter: {
    cues: 'interpreter interpreters translator translators intérprete traductor',
    answers: {
      no: re(denied('interpreters?|translators?|intérprete|traductor', 4), 'not right away'),
      yes: re('interpreter|translator|intérprete|traductor'),
    },
  },
  knew: {
    cues: 'know knew knowing known aware unaware realized realised sabía',
    about:
      /\b(?:no way (?:of knowing|to know)|(?:did not|didn't|could not|couldn't) (?:know|have known)|(?:knew|know|aware|unaware|realized|realised|sab[íi]a) (?:that|of|about|he|she|there|que)\b|should have known)/u,
    answers: {
      no: re('unaware|no way', denied(String.raw`know\p{L}*|aware|reali[sz]ed|sab[íi]a`, 3)),
      yes: re('knew|aware|should have known|realized|realised|sab[íi]a'),
    },
  },
  'vehicle.stopped': {
    cues: 'pulled over stop stopped remained slow kept rolling going drove siguió frenó brake halted braked waited',
    about:
      /\b(?:driver|truck|car|van|bus|motorist|chofer|conductor|vehicle|it|he|she)\b.{0,24}\b(?:stopp(?:ed|ing)|brak\p{L}+|slow(?:ed)?|halted|kept (?:rolling|going|driving)|drove (?:on|off|away)|pulled over|sigui[óo]|fren[óo])/u,
    answers: {
      no: re(
        denied(String.raw`stop\p{L}*|brak\p{L}*|slow\p{L}*|fren\p{L}+`, 3),
        'kept (?:rolling|going|driving)|drove (?:on|off|away)|sigui[óo]',
      ),
      yes: re('stopp|brak|halted|remained|slow|pulled over|fren'),
    },
  },
  naloxone: {
    cues: 'naloxone narcan naloxona',
    answers: {
      no: re(denied('administered|given|used|gave|carry|carried|indicated|naloxone|narcan|naloxona', 4)),
      yes: re('given|administered|used|gave|carr|had|belts'),
    },
  },
  'left.alone': {
    cues: 'left alone remained stayed room side hallway door outside',
    about:
      /\bleft (?:\p{L}+ ){1,3}alone\b|(?:remained|stayed) (?:in the room|with (?:him|her|them))|(?:at|by) (?:his|her) side|standing in the (?:hall|hallway|corridor)|waited outside/u,
    answers: { yes: re('alone|hall|corridor|outside'), no: re('remained|stayed|side') },
  },
  questioned: {
    cues: 'question questioned questioning interrogated free leave asked interrogado',
    about:
      /\b(?:question(?:ed|ing)|interrogat\p{L}+|free to (?:leave|go)|asked (?:\p{L}+ ){0,4}about|interrog\p{L}+)\b/u,
    answers: {
      no: re('free to', denied('question|questioned|interrogat', 3)),
      yes: re('question|interrog|asked'),
    },
  },
  'was.told': {
    cues: 'told tell informed warned mentioned',
    about:
      /\b(?:told|inform(?:ed)?|warned) (?:them|him|her|police|(?:the )?(?:officers?|deput(?:y|ies)|dispatcher|guards?|staff|nurses?|operator)) (?:that|he|she|it|about|there)\b|(?:nobody|no one|never) (?:told|informed|warned|mentioned)/u,
    answers: { no: re(denied('tell|told|inform(?:ed)?|warned|mentioned', 4)), yes: re('told|inform|warned') },
  },
  'response.time': {
    cues: 'arrived arrive minutes seconds response came reached took',
    about:
      /\b(?:arriv\p{L}+|came through|reached the|got there|on scene|responded|took)\b.{0,40}\bminutes?\b|\bminutes?\b.{0,24}\b(?:to arrive|after the (?:first )?call|to respond|to get there|en llegar)/u,
  },
  'could.walk': {
    cues: 'walk walked walking stand standing barefoot cane wheelchair crutches hold frail caminar',
    about:
      /\b(?:could (?:hardly|barely|not)|couldn't|unable to|able to|hardly|barely|on (?:his|her) own|by (?:himself|herself)|wall to)\b.{0,24}\b(?:walk|stand|move|hold)\p{L}*|\bwalk(?:ed|ing)\b.{0,24}\b(?:on (?:his|her) own|by (?:himself|herself)|unaided|without help|fine)\b|hold (?:himself|herself) up|barefoot|crutches|frail/u,
    answers: {
      no: re(
        'hardly|barely|unable|wall to|hold (?:himself|herself) up|barefoot|crutches|frail',
        denied('walk|stand|move', 3),
      ),
      yes: re('on (?:his|her) own|by (?:himself|herself)|unaided|without help|fine|able to'),
    },
  },
  'let.go': {
    cues: 'hold held grip arm let go dropped pulled away hand released holding broke free',
    about:
      /\blet go of\b|\b(?:had|have|lost|kept) (?:a )?(?:hold|grip)\b|\bdropp\p{L}* (?:his|her) (?:arm|hand)|pull(?:ed|ing) away|broke (?:free|loose)|(?:holding|held|by) (?:his|her|onto|on to) (?:\p{L}+ )?(?:arm|hand|wrist|sleeve)/u,
    answers: {
      dropped: re('let go|dropp'),
      never: re(denied('hold|held|touch', 3)),
      away: re('pull(?:ed|ing) away|broke (?:free|loose)'),
      held: re('hold|held|grip|by'),
    },
  },
  notice: {
    cues: 'notice notices served posted informed advance aviso notificación',
    about:
      /\b(?:notices?|aviso|notificación)\b.{0,30}\b(?:posted|served|given|sent|delivered|received)|\b(?:got|gave|given|received|without|no|any|served|posted|sent)\b.{0,16}\bnotice\b/u,
    answers: {
      no: re(denied('notice|aviso|notificación|served|posted', 4)),
      yes: re('posted|served|given|gave|sent|delivered|received|got'),
    },
  },
  owed: {
    cues: 'rent owed owes paid payment payments behind debt bill bills fare missed renta debía',
    about:
      /\b(?:rent|payments?|bills?|fare|fees?|renta)\b.{0,30}\b(?:owe[ds]?|paid|missed|behind|late|overdue)|\b(?:owe[ds]?|paid|missed|behind on|debía)\b.{0,24}\b(?:rent|payments?|bills?|months|fare|fees?|renta)/u,
    answers: {
      paid: re(
        String.raw`never (?:missed|owed)|paid (?:\p{L}+ )?(?:in full|on time|every)|always paid|up to date`,
      ),
      owed: re('owe|missed|behind|late|overdue|debía'),
    },
  },
  signs: {
    cues: 'sign signs cones barrier barriers arrow boards flares warning marked unmarked posted señales',
    about:
      /\b(?:signs?|cones|flares|arrow boards?|warning (?:signs?|lights?)|lighted|señales|barricades?)\b.{0,40}\b(?:place|posted|there|lit|working|marked|missing|up|out|broken)|\b(?:no|without|any|were) (?:warning )?(?:signs?|cones|flares|señales)|(?:dimly|poorly|badly) (?:lit|marked)|unmarked/u,
    answers: {
      no: re(
        'dimly|poorly|badly|unmarked|missing|broken',
        denied('signs?|cones|flares|lights?|señales|marked', 3),
      ),
      yes: re('place|posted|lit|working|marked|there|up'),
    },
  },
  'police.there': {
    cues: 'police trooper cruiser patrol deputy officer site stationed present posted guard security',
    about:
      /\b(?:police|troopers?|cruiser|patrol car|deput(?:y|ies)|security|guards?)\b.{0,30}\b(?:stationed|posted|present|at the (?:site|scene|gate|door|entrance)|on (?:site|hand)|parked|there)\b|\bno (?:police|trooper|cruiser|security|guards?)\b/u,
    answers: {
      no: re(denied('police|troopers?|cruiser|patrol|deput(?:y|ies)|security|guards?', 3)),
      yes: re('stationed|posted|present|site|scene|gate|door|entrance|hand|parked|there'),
    },
  },
  trained: {
    cues: 'trained training certified certification qualified untrained licensed experience week',
    about:
      /\b(?:trained|training|certif\p{L}+|qualified|untrained|inexperienced|first (?:day|week|shift))\b/u,
    answers: {
      no: re('untrained|inexperienced', denied('trained|training|certif\\p{L}+|qualified', 5)),
      yes: re('trained|training|certif|qualified|completed'),
    },
  },
  tenure: {
    cues: 'lived years worked employed resident been',
    about:
      /\b(?:lived|worked|been|employed|resident|served)\b.{0,40}\bfor (?:nearly |almost |about |more than |over )?(?:\d+|\p{L}+)(?:-\p{L}+)? years\b/u,
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
