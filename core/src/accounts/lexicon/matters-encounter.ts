import { denied, type Matter, re } from './matter-patterns.ts'

const him = String.raw`(?:him|her|them|me|us|the \p{L}+|an? \p{L}+|his \p{L}+|her \p{L}+)`
const aim = '(?:at|toward|towards|up to|on|upon|hacia)'

/** Stops, chases, force and what led to it. */
export const encounterMatters = {
  warning: {
    cues: 'warn warning announce announcement loudspeaker bullhorn megaphone disperse dispersal order advirtió advirtieron aviso avisar avisó advertencia altavoz altavoces',
    about:
      /\bwarn|\bannounc|dispers|loudspeaker|bullhorn|megaphone|\border(?:s|ed)? to (?:leave|clear|go|disperse|move)|told to (?:leave|disperse|clear|go home)|advi?rti|avis[oaó]|advertencia|altavo|there wasn't one/u,
    answers: {
      none: re(
        denied(
          String.raw`warn\p{L}*|announc\p{L}*|orders?|dispers\p{L}*|aviso|avisar|advi?rt\p{L}*|advertencia`,
          6,
        ),
        String.raw`fail\p{L}* to (?:warn|announce)`,
        "there wasn't one",
      ),
      after: re(
        '(?:warn|announc|order|aviso|advirti)\\p{L}*\\b.{0,30}\\b(?:only after|after the (?:first )?(?:shots?|bite)|too late)',
      ),
      given: re('warn|announc|order|dispers|told to|advi?rti|avis|altavo|loudspeaker|bullhorn'),
    },
  },
  commands: {
    cues: 'order advise advised say said word command tell direct instruct shout yell scream ask instruction directive told orden ordenó ordenaron gritó gritaron pidió drop',
    about:
      /\b(?:order(?:ed|ing)|orders?(?= (?:to|not|from))|gave (?:an )?orders?|no orders?|any orders?|command(?:ed|s|ing)?|direct(?:ed|ing)|advis(?:ed|ing) (?:the|him|her|them)|sa(?:y|id) (?:a|one) word|instruct\p{L}*|verbal|told (?:him|her|them|the \p{L}+|me) (?:\p{L}+ ){0,3}to|(?:told|asked) (?:him|her|them|the \p{L}+)|asked to|shout\p{L}*|yell\p{L}*|scream\p{L}*|drop (?:it|the)|show (?:his|her|your|their) hands|orden\p{L}*|gritó|comandos)\b/u,
    answers: {
      none: re(
        denied(
          String.raw`tell|told|ask(?:ed)?|order(?:ed|s)?|command\p{L}*|instruct\p{L}*|sa(?:y|id) (?:a word|one word|anything|a thing)|orden\p{L}*|pidi\p{L}+`,
          5,
        ),
        'without (?:a word|saying|giving)',
      ),
      given: re('order|command|direct|advis|instruct|told|asked|shout|yell|scream|drop|show|orden|grit'),
    },
  },
  identified: {
    cues: 'identify announce police badge uniform identificó identificaron policía who law',
    about:
      /\bidentif\p{L}+ (?:himself|herself|themselves|itself)|announc\p{L}+ (?:himself|herself|themselves|police|their presence|his presence)|said (?:he|she|they) (?:was|were) (?:a |the |an )?(?:police|officers?|cops?|deput)|\b(?:who|what) (?:he|she|they) (?:was|were)\b|se identific\p{L}+|era(?:n)? polic|(?:show|flash|display)\p{L}* (?:a|his|her|their) badge|say "?police|shout\p{L}* "?police/u,
    answers: {
      no: re(
        denied(
          String.raw`identif\p{L}*|announc\p{L}*|said? (?:he|she|they|who)|say|said|who|badge|era|dij\p{L}+`,
          4,
        ),
      ),
      yes: re('identif|announc|said|badge|dij|polic'),
    },
  },
  knock: {
    cues: 'knock bang pound toquido tocaron tocar tocó',
    about:
      /\bknock(?:s|ed|ing)?\b(?! (?:her|him|them|me|down|over|out|unconscious|off|an?\b|the \p{L}+ (?:down|over)))|\bno[- ]knock|(?:bang|pound)(?:ed|ing) on|toquido|toc(?:aron|ar|ó) (?:a |la )?puerta/u,
    answers: {
      no: re(denied(String.raw`knock\p{L}*|toc\p{L}+`, 4), 'no-knock', 'without (?:knocking|a knock)'),
      yes: re('knock|bang|pound|toc'),
    },
  },
  entry: {
    cues: 'door kick ram breach break broke force enter entry opened glass window puerta entraron forzaron unlocked key',
    about:
      /\b(?:kick\p{L}*|ramm\p{L}*|breach\p{L}*|forc\p{L}+|broke|break\p{L}*|smash\p{L}*|burst|entered|made entry|open(?:ed)?|let (?:them|us|the|him|her) in|blew|blown|knocked down|unlocked|pushed (?:open|past)|entr\p{L}+|forz\p{L}+|tumb\p{L}+)\b.{0,40}\b(?:door|in|inside|entry|apartment|house|home|flat|room|glass|window|puerta|casa|apartamento)\b|door (?:that )?(?:was|came|flew|stood)|(?:came|got|went) in through/u,
    answers: {
      forced: re(
        'kick|ramm?|breach|forced|broke (?:the|down|open|in|through)|smash|burst|blew|blown|knocked down|came down|forz|tumb|off its hinges',
      ),
      opened: re(
        String.raw`open(?:ed)? the door|let (?:them|us|the|him|her)\b|unlocked|was open|stood open|invited|with a key|consent|abri`,
      ),
      glass: re('glass'),
    },
  },
  approach: {
    cues: 'toward towards advance charge lunge rush approach walk run come came move step back away retreat still motionless parked roll drive drove backward backwards forward hacia avanzó abalanzó retrocedía retrocedió alejaba quieto quieta stationary park reverse inch',
    about: re(
      String.raw`\b(?:advanc|charg\p{L}* (?=at|toward)|lung|rush|approach|com(?:e|ing)|came|walk|run|ran|mov|step|head|roll|driv|drove|speed|sped|accelerat|stumbl|stagger|backed|backing|inch)\p{L}*\b.{0,28}\b(?:toward|towards|at|on|up|away|off|back|backwards?|forward|from)\b`,
      String.raw`\b(?:lunged|advanced|approached|retreat\p{L}*|backward|backwards|back(?:ing|ed) (?:up|away|off|out)|stood still|standing still|motionless|stationary|not moving|never moved|wasn't moving|didn't move|(?:car|vehicle|truck|was|still|it) in park|going anywhere|parked|engine off|stopped with|abalanz\p{L}+|avanz\p{L}+|retroced\p{L}+|alej\p{L}+|hacia|quiet[oa])\b`,
    ),
    answers: {
      away: re(
        String.raw`\bback(?:ing|ed)? (?:up|away|off|out)\b`,
        String.raw`\b(?:ran|run|running|walk\p{L}*|mov\p{L}*|turn\p{L}*|driv\p{L}*|drove|head\p{L}*|stepp?\p{L}*|inch\p{L}*|going|went)\b.{0,14}\b(?:away|backwards?|from)\b`,
        String.raw`\bretreat|\bbackwards?\b|retroced|alej`,
        String.raw`turn\p{L}* (?:to go|to leave|around to|away)`,
      ),
      still: re(
        String.raw`\bstood (?:still|there)|standing (?:still|there)|motionless|stationary|not moving|never moved|wasn't moving|didn't move|in park|going anywhere|\bparked\b|engine off|quiet[oa]|didn't (?:come|lunge|charge|rush|advance) (?:at|toward)|never (?:came|lunged|charged|rushed|advanced|approached) (?:at|toward|him|her|them|any)`,
        denied(String.raw`lung\p{L}*|charg\p{L}* at|rush\p{L}*|advanc\p{L}*|approach\p{L}*`, 3),
      ),
      toward: re(
        String.raw`\b(?:advanc|lung|rush)\p{L}*|charg\p{L}* (?:at|toward)`,
        String.raw`\b(?:com(?:e|ing)|came|walk|run|ran|mov|step|head|roll|driv|drove|speed|sped|accelerat)\p{L}*\b.{0,16}\b${aim}\b ?(?:${him})?`,
        'approach|abalanz|avanz|hacia',
      ),
    },
  },
  hands: {
    cues: 'movement console footwell glove hand arm palm reach waistband pocket manos mano brazos cintura bolsillo fist',
    about: re(
      String.raw`\b(?:hands?|arms?|palms?)\b.{0,34}\b(?:up|raised|air|above|out|outstretched|visible|wheel|dash\p{L}*|empty|open|stretched|down|behind|under|beneath|waistband|pockets?|inside|hidden|see|sight|where|coat|jacket|head|back|sides?|lap)\b`,
      String.raw`\b(?:rais\p{L}*|held|lift\p{L}*|put|show\p{L}*|threw|keep|kept|held up|hide|hid|hiding|remov\p{L}*|took)\b.{0,16}\b(?:hands?|arms?)\b`,
      String.raw`\breach(?:ed|ing|es)? (?:for|to|toward|towards|into|under|inside|beneath|behind|down|across|in)\b|waistband|empty-handed|(?:movement|moved|leaned|leant|lunged|reached) (?:suddenly )?(?:toward|towards|for|into) (?:the |his |her )?(?:\p{L}+ )?(?:console|glove|footwell|floorboard|seat|waist)`,
      String.raw`manos? (?:en alto|arriba|levantad|en el|vacías|a la vista)|levant\p{L}+ las manos|met(?:ió|er) la mano|llevó la mano`,
    ),
    answers: {
      hidden: re(
        String.raw`(?:movement|moved|leaned|leant|lunged) (?:suddenly )?(?:toward|towards|for|into) (?:the |his |her )?(?:\p{L}+ )?(?:console|glove|footwell|floorboard|seat|waist)`,
        String.raw`\breach(?:ed|ing|es)? (?:for|to|toward|towards|into|under|inside|beneath|behind|down|across|in)\b|waistband`,
        String.raw`(?:refus\p{L}+|fail\p{L}+|would not|wouldn't) to (?:show|raise|remove|put up)|hands?.{0,20}\b(?:under|beneath|hidden|inside|in (?:his|her|their) (?:pockets?|jacket|coat|waist\p{L}*))`,
        'met(?:ió|er) la mano|llevó la mano',
      ),
      shown: re(
        String.raw`\b(?:hands?|arms?|palms?)\b.{0,34}\b(?:up|raised|air|above|out|outstretched|visible|wheel|dash\p{L}*|empty|open|stretched|where)\b`,
        String.raw`\b(?:rais\p{L}*|held up|lift\p{L}*|put up|threw up|show(?:ed|ing)|began to raise)\b.{0,16}\b(?:hands?|arms?)\b|empty-handed`,
        String.raw`(?:hold|held|put|keep|kept)\p{L}* (?:up )?(?:his|her|their|both|my) (?:\p{L}+ )?(?:hands?|arms?) (?:up|out|in the air)|nothing in (?:his|her|their) hands?`,
        String.raw`manos? (?:en alto|arriba|levantad|en el|vacías|a la vista)|levant\p{L}+ las manos`,
      ),
    },
  },
  held: {
    cues: 'gun handgun pistol firearm rifle weapon armed unarmed knife blade machete hammer screwdriver wrench bat hook bag stick pole pipe scissors phone cellphone wallet hanger keys toy replica bottle rock brick razor sword axe hand hands arma pistola cuchillo desarmado desarmada armado armada teléfono celular navaja martillo palo gancho llaves juguete holding carrying something nothing anything tool object cane umbrella shears hoe rake shovel hose nozzle spoon broom book bible lighter vape cup remote flashlight torch',
    about: re(
      String.raw`\b(?:held|hold(?:s|ing)?|had|has|have|carr(?:y|ied|ying)|with|wav(?:ed|ing)|point(?:ed|ing)|brandish\p{L}*|swung|swinging|wield\p{L}*|armed|unarmed|produced|pulled|drew|grabbed|clutch\p{L}*|grip\p{L}*|was|were|is|there's|reach\p{L}*|saw|see|seen|in (?:his|her|their|the) (?:\p{L}+ )?hands?|tenía|llevaba|traía|portaba|sostenía|era|empuñ\p{L}*)\b.{0,44}\b(?:gun|handgun|pistol|firearm|rifle|shotgun|revolver|weapons?|knife|blade|machete|hammer|screwdriver|wrench|bat|hook|bag|stick|pole|pipe|scissors|phone|cellphone|wallet|hanger|toy|replica|razor|sword|axe|cane|umbrella|remote|flashlight|torch|shears|hoe|rake|shovel|hose|nozzle|spoon|broom|book|bible|lighter|vape|cup|arma|pistola|cuchillo|teléfono|celular|navaja|martillo|palo|gancho|juguete)\b`,
      String.raw`\b(?:hand|hands|hold\p{L}*|held)\b.{0,16}\b(?:keys|bottle|rock|brick)\b`,
      String.raw`\b(?:armed|unarmed|desarmad[oa]|armad[oa])\b`,
      String.raw`\b(?:object|something|nothing|anything)\b.{0,30}\b(?:hands?|holding|held)\b|\b(?:holding|hands?)\b.{0,24}\b(?:object|something|nothing|anything)\b`,
      String.raw`nothing in (?:his|her|their|either|my) hands?|empty-handed|hands? (?:was|were) empty|no (?:weapon|gun|knife)|(?:gun|knife|pistol|weapon|phone|hammer)\b.{0,20}\bin (?:his|her|their|one|the)\b`,
    ),
    answers: {
      nothing: re(
        String.raw`\bunarmed\b|desarmad[oa]|nothing in (?:his|her|their|either) hands?|empty-handed|hands? (?:was|were) empty|(?:no|without a|sin|ningún|ninguna|not have a|never had a|didn't have an?|wasn't holding an?|nunca tuvo un|no tenía un|no llevaba) (?:\p{L}+ )?(?:weapons?|armas?|gun|pistola|pistol|firearm|cuchillo|knife)(?!.{0,30}\bbut\b)|not armed|wasn't armed|weren't armed|no hab[íi]a (?:ningún )?arma`,
      ),
      gun: re(
        String.raw`(?<!(?:stun|not an?|no|pellet|bb|toy|replica|spray|water) )\b(?:gun|handgun|pistol|firearm|rifle|shotgun|revolver|pistola)\b`,
      ),
      knife: re(String.raw`(?<!(?:not an?|no|sin) )\b(?:knife|blade|machete|razor|cuchillo|navaja)\b`),
      tool: re(
        String.raw`(?<!(?:not an?|no) )\b(?:hammer|screwdriver|wrench|axe|martillo|crowbar|destornillador|shovel|hoe|rake|shears)\b`,
      ),
      hose: re(String.raw`\b(?:hose|nozzle|manguera)\b`),
      stick: re(
        String.raw`(?<!(?:not an?|no) )\b(?:stick|hook|pole|pipe|bat|cane|rod|branch|plank|palo|bastón|umbrella)\b`,
      ),
      phone: re(String.raw`(?<!(?:not an?|no) )\b(?:cell ?phone|phone|celular|teléfono)\b`),
      wallet: re(String.raw`\b(?:wallet|cartera|billetera)\b`),
      keys: re(String.raw`(?:hand|hands|hold\p{L}*|held)\b.{0,16}\bkeys\b`),
      hanger: re(String.raw`\b(?:hanger|gancho de ropa|percha)\b`),
      bag: re(String.raw`(?:carry\p{L}*|hold\p{L}*|held|only)\b.{0,16}\b(?:\p{L}+ )?bag\b|bolsa`),
      toy: re(String.raw`\b(?:toy|replica|bb gun|pellet|airsoft|juguete|réplica|water gun)\b`),
      light: re(String.raw`\b(?:flashlight|torch|linterna|remote)\b`),
    },
    isList: true,
  },
  pointed: {
    cues: 'point aim raise level apuntó apuntaba',
    about: re(
      String.raw`\b(?:point|aim|level|apunt)\p{L}*\b.{0,30}\b(?:gun|rifle|pistol|weapon|taser|it|knife|launcher|pistola|arma|officers?|police|deput\p{L}+|him|her|them|at)\b`,
    ),
    answers: {
      no: re(denied(String.raw`point\p{L}*|aim\p{L}*|rais\p{L}*|apunt\p{L}*`, 4)),
      yes: re('point|aim|level|apunt'),
    },
  },
  resisted: {
    cues: 'resist struggle fight fought violent combative aggressive calm comply cooperate compliant obey limp surrender quiet kick punch swing spit still crying resistió forcejeó opuso violento agresivo tranquilo obedeció uncooperative belligerent peaceful thrash flail refuse',
    about:
      /\b(?:resist\p{L}*|struggl\p{L}*|fought|fight\p{L}*|violen\p{L}+|combative|aggressive\p{L}*|belligerent|calm\p{L}*|compl(?:y|ied|ying|iant)|cooperat\p{L}*|uncooperative|obey\p{L}*|limp|surrender\p{L}*|peaceful\p{L}*|thrash\p{L}*|flail\p{L}*|(?:kick|swing|swung|punch|spat|spit)\p{L}* at|sitting very still|refus\p{L}+ (?:to )?(?:comply|obey|orders|commands|cooperate)|resisti\p{L}*|forceje\p{L}*|agresiv[oa]|tranquil[oa]|obedec\p{L}+)\b/u,
    answers: {
      no: re(
        denied(
          String.raw`resist\p{L}*|struggl\p{L}*|fought|fight\p{L}*|violen\p{L}*|combative|aggressive|resisti\p{L}*`,
          5,
        ),
        String.raw`(?<!not |n't |never |fail\p{L}* to |refus\p{L}* to |would not |wouldn't )\b(?:compl(?:y|ied|ying|iant)|cooperat\p{L}+|obey\p{L}*|surrender\p{L}*)\b|\b(?:calm|limp|peaceful|very still|tranquil[oa]|obedec)\p{L}*`,
      ),
      yes: re(
        'resist|struggl|fought|fight|violen|combative|aggressive|belligerent|uncooperative|thrash|flail|swung|kick|punch|spat|spit|compl|obey|refus|forceje|agresiv|cooperat',
      ),
    },
  },
  posture: {
    cues: 'ground floor stomach knees knelt face facedown prone lying lay sitting seated sat standing stood upright feet suelo piso tirado acostado sentado parado pie bocabajo boca',
    about: re(
      String.raw`\b(?:on|to|onto) (?:the|his|her|their) (?:ground|floor|stomach|belly|knees|pavement|couch|side|feet|bed|chair|sidewalk)\b`,
      String.raw`\b(?:face ?down|lying|lay|prone|sitting|seated|sat|standing|stood|upright|kneel\p{L}*|knelt|got down|crouch\p{L}*|tirad[oa]|acostad[oa]|sentad[oa]|de pie|boca abajo|en el suelo)\b`,
    ),
    answers: {
      down: re(
        String.raw`(?:already |got |lying |lay |laid |was |were |face ?)down|\b(?:lying|lay (?:on|there|in|still|down|face)|prone|on (?:the|his|her|their) (?:ground|floor|stomach|belly|pavement|sidewalk)|tirad[oa]|acostad[oa]|boca abajo|en el suelo)\b`,
      ),
      kneeling: re('kneel|knelt|on (?:his|her|their) knees|de rodillas'),
      sitting: re(String.raw`\b(?:sitting|seated|sat|sentad[oa])\b`),
      standing: re(String.raw`\b(?:standing|stood|upright|on (?:his|her|their) feet|de pie|parad[oa])\b`),
    },
  },
  fled: {
    cues: 'run ran running flee fled walk walked walking escape bolt sprint stay remain huyó corrió corría caminaba regresaba huir walked-off drive drove',
    about:
      /\b(?:ran|run|running|fled|flee\p{L}*|bolt(?:ed|ing)|sprint\p{L}*|took off|drove off|walk(?:ed|ing|s)?|escap\p{L}+|hu[iy]\p{L}+|corr(?:ió|ía|er|iendo)|camin\p{L}+|regresaba|volvía)\b/u,
    answers: {
      no: re(
        denied(String.raw`run|ran|running|fle[ed]\p{L}*|corr\p{L}+|hu[iy]\p{L}+`, 3),
        String.raw`\bwalk(?:ed|ing|s)?\b|camin\p{L}+|regresaba|volvía`,
      ),
      yes: re('ran|run|fled|flee|bolt|sprint|took off|drove off|escap|hu[iy]|corr'),
    },
  },
  chase: {
    cues: 'chase pursue pursuit follow persecución perseguía persiguió ran behind after tail',
    about:
      /^(?!.*\b(?:policy|policies|reform|política)\b).*\b(?:chas\p{L}+|pursu\p{L}+|ran after|running after|went after|right (?:on|behind) (?:him|her|them)|on (?:his|her) tail|gave chase|persegu\p{L}+|persigui\p{L}+|persecuci\p{L}+)\b/u,
    answers: {
      no: re(denied(String.raw`chas\p{L}+|pursu\p{L}+|follow\p{L}*|persegu\p{L}+|persigui\p{L}+`, 3)),
      'yes:ended': re(
        String.raw`\b(?:end|terminat|call|break|broke|stopp?|abandon|discontinu|shut|back)\p{L}*\b.{0,24}(?:chas|pursu|persecuci|off\b)`,
      ),
      yes: re('chas|pursu|after|right|tail|persegu|persigui|persecuci'),
    },
  },
  'chase.end': {
    cues: 'end terminate abandon discontinue call break stop chase pursuit deactivate shut order behind right',
    about:
      /\b(?:end|terminat|abandon|discontinu|call\p{L}* off|broke off|break off|back(?:ed|ing) off|shut\p{L}* (?:it|down))\p{L}*\b.{0,30}\b(?:chase|pursuit|it|equipment|lights)?|right (?:on|behind) (?:him|her|them|it)|\bterminating\b|still (?:chasing|behind|following)/u,
    answers: {
      late: re(
        '(?:seconds?|minutes?|moments?|only)? ?after the (?:crash|collision|impact)|right (?:on|behind)|still (?:chasing|behind|following)|never (?:stopped|ended|broke)',
      ),
      before: re('end|terminat|abandon|discontinu|off|shut'),
    },
  },
  'made.contact': {
    cues: 'contact touch hit strike struck bump ram push pushed collide scrape graze clip nudge golpeó chocó tocó empujó',
    about: re(
      String.raw`\b(?:contact|touch\p{L}*|bump\p{L}*|scrape\p{L}*|nudg\p{L}*|ramm\p{L}*|clipp\p{L}*|graz\p{L}*)\b`,
      String.raw`\b(?:hit|struck|strik\p{L}*|push\p{L}*|shov\p{L}*)\b.{0,24}\b(?:him|her|them|it|vehicle|car|truck|motorcycle|bike|officer|from behind|leg|door)\b`,
      String.raw`laid a (?:hand|finger)|empuj\p{L}+|golpe\p{L}+|chocó`,
    ),
    answers: {
      no: re(
        denied(
          String.raw`contact|touch\p{L}*|hit|hits|struck|strike\p{L}*|push\p{L}*|laid a (?:hand|finger)|empuj\p{L}+|golpe\p{L}+`,
          5,
        ),
        String.raw`nothing touch\p{L}*|missed`,
      ),
      yes: re(
        'contact|touch|bump|scrape|nudg|ramm|clipp|graz|hit|struck|strik|push|shov|laid|empuj|golpe|chocó',
      ),
    },
  },
  'began.it': {
    cues: 'first push shove swing swung punch hit grab touch started start provoke empujó primero',
    about:
      /\b(?:push|shov|sw[iu]ng|punch|hit|struck|slapp?|grabb?|empuj)\p{L}*\b.{0,20}\bfirst\b|\bfirst\b.{0,20}\b(?:push|shov|sw[iu]ng|punch|hit|struck|slapp?|grabb?)\p{L}*|(?:push|shov|punch|hit)(?:ed) the (?:officer|deputy|guard|teacher|inspector)|never touched (?:him|her|them)|shoved (?:him|her)|started it|empuj\p{L}+ primero/u,
    answers: {
      no: re(
        String.raw`never (?:touched|pushed|hit|shoved)|(?:didn't|did not|no) (?:touch|push|hit|shove|empuj)\p{L}*`,
      ),
      yes: re('push|shov|swung|swing|punch|hit|struck|slap|empuj|start'),
    },
  },
  takedown: {
    cues: 'slam throw threw lift hoist dump tackle body-slam slams guide guided lower assist place escort floor ground derribó derriba derribaron tumbó took takedown push drag',
    about:
      /\b(?:(?:body-?)?slam\p{L}*|thr(?:e|o)w\p{L}*|hoist\p{L}*|dump\p{L}*|tackl\p{L}*|lift\p{L}*|guid\p{L}*|lower\p{L}*|assist\p{L}*|escort\p{L}*|plac\p{L}*|push\p{L}*|took|taken|take|wrestl\p{L}*|drag\p{L}*|brought)\b.{0,36}\b(?:floor|ground|down|feet|back|pavement|concrete)\b|\b(?:body-?slam|slam)\p{L}*\b|derrib\p{L}+|tumb[óa]\p{L}*/u,
    answers: {
      gentle: re(String.raw`\b(?:guid|lower|assist|escort|plac)\p{L}*\b.{0,30}\b(?:floor|ground|down)`),
      rough: re('slam|threw|throw|hoist|dump|tackl|lift|derrib|tumb|push|wrestl|drag'),
    },
  },
  blows: {
    cues: 'punch kick strike struck hit beat knee baton elbow slap blow golpeó golpearon patadas puñetazos golpes pistol-whip club',
    about:
      /(?:\bno\b|never|not|n't)\b.{0,20}\b(?:strike|hit|punch|kick|beat)\b|\b(?:hit|struck|punched|kicked|hits|beat) (?:me|him|her)\b|\b(?:punch\p{L}*|kick\p{L}*|beat(?:en|ing|s)?|batons?|elbow\p{L}*|slapp?\p{L}*|blows?|pistol-whip\p{L}*|clubb\p{L}*|with (?:a |the |his |their )?clubs?|knee(?:d|ing) (?:him|her)|(?:struck|hit|strik\p{L}+) (?:him|her|them|the \p{L}+) (?:in|on|with|over|across)|golpe\p{L}+|patadas|puñetazos?)\b/u,
    answers: {
      no: re(
        denied(
          String.raw`punch\p{L}*|kick\p{L}*|strike|struck|hit|beat\p{L}*|blows?|batons?|golpe\p{L}+|used`,
          5,
        ),
      ),
      yes: re('punch|kick|beat|baton|elbow|slap|blow|whip|club|knee|struck|hit|strik|golpe|patad|puñetaz'),
    },
  },
  taser: {
    cues: 'taser tase tased zap zapped cycle cycles deployment stun conducted electronic electric electroshock shock táser eléctrica descargas descarga pistola',
    about:
      /\btas(?:er|ers|ed|e)\b|\bzapp(?:ed|ing)\b|stun gun|stunned|(?:conducted|electronic|electrical)[- ](?:\p{L}+ )?(?:weapon|device)|electric shock|táser|descargas? eléctricas?|pistola eléctrica/u,
    answers: {
      no: re(denied(String.raw`tas(?:er|ers|ed|e)|stun\p{L}*|weapon|device|descargas?|táser`, 5)),
      yes: re('tas|zap|stun|weapon|device|shock|táser|descarga|eléctric'),
    },
  },
  dog: {
    cues: 'dog k9 k-9 canine bite bit bitten mauled latch perro perra mordió mordido mordida muerde handler animal ajax leash',
    about:
      /\b(?:dogs?|k-?9|canine|perros?|perra|animal)\b.{0,60}\b(?:bit|bite|bites|biting|bitten|maul\p{L}*|latch\p{L}*|deploy\p{L}*|releas\p{L}*|let go|took hold|hold|held|contact|sent|loose|attack\p{L}*|lunged|mord\p{L}+|muerd\p{L}+|soltar|soltó)|\b(?:bit|bite|bites|bitten|mauled|mordid[oa]|mordió|attacked|releas\p{L}*|let go|let|sent|turn\p{L}*)\b.{0,40}\b(?:dogs?|k-?9|canine|perros?|perra)\b|k-?9 apprehension/u,
  },
  restrained: {
    cues: 'restraint restrain held mantuvieron mantuvo sujetaran sujetaron handcuff cuff shackle chair strap tied pinned pin knee neck chokehold headlock hold kneel choke esposado esposas esposaron silla atada atado rodilla cuello weight compress hog-tied zip',
    about:
      /\b(?:restrain\p{L}*|strapp?\p{L}*|tied|pinn\p{L}*|kneel\p{L}*|knelt|chok\p{L}*|headlock|neck|held down|held him|held her|was held|mantuv\p{L}+|body ?weight|on (?:his|her) back|atad[oa]|sujet\p{L}+|inmoviliz\p{L}+|rodilla|cuello|restraint chair)\b/u,
  },
  neck: {
    cues: 'neck throat choke chokehold headlock knee kneel cuello rodilla shoulder airway',
    about:
      /\b(?:neck|throat|chok\p{L}*|headlock|airway|cuello|knee (?:on|in|to|into)|kneel\p{L}* on|knelt on|rodilla)\b/u,
    answers: {
      no: re(
        denied(String.raw`neck|throat|chok\p{L}*|headlock|pressure|airway|cuello`, 6),
        '(?:shoulder|back|shoulder blade)s?,? not (?:on )?(?:the|his|her) neck',
      ),
      yes: re('neck|throat|chok|headlock|cuello'),
      back: re('shoulder|back|espalda'),
    },
  },
  cuffed: {
    cues: 'handcuff handcuffs cuffs cuff zip-tie zip-ties shackles esposado esposada esposas esposaron esposó',
    answers: {
      no: re(denied(String.raw`handcuff\p{L}*|cuffs?|cuffed|espos\p{L}+`, 4)),
      yes: re('cuff|zip|shackle|espos'),
    },
  },
  hood: {
    cues: 'hood mask covering spit mesh capucha bolsa cubrieron cubrió towel blindfold sack',
    about:
      /\b(?:spit (?:hood|mask|guard|sock)|mesh (?:hood|mask)|hood\b.{0,40}(?:head|face|over)|(?:hood|sack|bag|towel|something|covering)\b.{0,16}\b(?:over|on) (?:his|her|their) (?:head|face)|spit hood|capucha|blindfold\p{L}*)\b/u,
    answers: {
      no: re(denied('hood|mask|covering|capucha|usara|utilized|used', 6), 'at no time'),
      yes: re('hood|mask|sack|bag|towel|something|covering|capucha|blindfold'),
    },
  },
  shooting: {
    cues: 'shoot shot fire gunfire discharge disparó disparo disparos dispararon gunned blasted tiroteo baleado',
    about:
      /\b(?:shot|shots|shoots?|shooting|bullets?|opened fire|open fire|fired|discharg\p{L}*|gunned down|gunfire|blasted|dispar\p{L}+|balead[oa]|tiroteo)\b/u,
    answers: {
      no: re(denied(String.raw`shots?|shooting|gunfire|fired|shoot|dispar\p{L}+|tiroteo`, 4)),
      yes: re('shot|shoot|bullet|fire|discharg|gunned|blasted|dispar|balead|tiroteo'),
    },
  },
  'shots.number': {
    cues: 'shot round bullet fire fired times once twice disparos disparo tiros balas pop gunshot gunshots heard casings',
    about:
      /\b(?:\d+|one|once|twice|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|multiple|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b.{0,24}\b(?:shots?|rounds?|bullets?|gunshots?|casings?|disparos?|tiros?|balas?|balazos?)\b|\b(?:shot|shoot|fired?|opened fire|struck|hit|dispar\p{L}+)\b.{0,40}\b(?:times|once|twice|veces)\b|\bpop, pop/u,
  },
  'shot.place': {
    cues: 'shot hit struck bullet wound wounded head chest back leg thigh arm neck face hip abdomen stomach shoulder espalda pierna cabeza pecho brazo foot hand',
    about:
      /\b(?:shot|hit|struck|bullets?|wound\p{L}*|dispar\p{L}+|balazos?)\b.{0,40}\b(?:head|chest|back|leg|thigh|arm|neck|face|hip|abdomen|stomach|shoulder|side|foot|espalda|pierna|cabeza|pecho|brazo)\b/u,
    answers: {
      head: re(String.raw`\b(?:head|face|neck|cabeza|cara)\b`),
      chest: re(String.raw`\b(?:chest|abdomen|stomach|torso|pecho)\b`),
      back: re(String.raw`in the (?:lower |upper )?back\b|espalda`),
      leg: re(String.raw`\b(?:leg|thigh|knee|hip|foot|pierna)\b`),
      arm: re(String.raw`\b(?:arm|shoulder|brazo)\b`),
    },
  },
  projectiles: {
    cues: 'burned see chemical irritant foam rubber bean-bag beanbag less-lethal projectile pepper tear gas smoke spray burning coughing choking flashbang munitions launcher canister gas goma lacrimógeno pimienta water cannon bala pelota',
    about:
      /\b(?:foam|rubber|bean ?bag|less[- ]lethal|pepper|tear ?gas|flash-?bangs?|munitions?|gas canisters?|water cannon|smoke|eyes (?:were |was )?burn\p{L}*|burning eyes|burned (?:my|our|his|her) eyes|couldn't see|chemical agents?|irritants?|coughing|gas lacrimógeno|balas? de goma|gas pimienta|projectiles?|(?:pepper|gas) balls?)\b/u,
    answers: {
      no: re(denied('gas|spray|bullets?|munitions?|rounds?|projectiles?|used|deployed', 4)),
      yes: re(
        'foam|rubber|bean|lethal|pepper|gas|bang|munition|cannon|smoke|burn|see|chemical|irritant|cough|goma|pimienta|projectile',
      ),
    },
  },
  thrown: {
    cues: 'throw threw thrown hurl hurled toss tossed pelted lanzaron lanzó arrojaron tiró tiraron rocks bottles bricks stones ladrillos piedras botellas fireworks',
    about:
      /\b(?:thr(?:ow|ew|own)\p{L}*|hurl\p{L}*|toss\p{L}*|pelt\p{L}*|lob(?:bed|bing)|lanz\p{L}+|arroj\p{L}+|tir(?:ó|aron|aba))\b.{0,50}\b(?:rocks?|bottles?|bricks?|stones?|fireworks?|objects?|things|cans?|eggs|chairs?|ladrillos?|piedras?|botellas?|anything|something|it|them)\b|\b(?:with|by) (?:bricks|bottles|rocks|stones)|(?:bottles?|rocks?|bricks?|stones?|fireworks?|ladrillos|piedras)\b.{0,30}\b(?:thrown|hurled|tossed|at)\b|(?:any|no) (?:bricks|rocks|bottles|stones)/u,
    answers: {
      none: re(
        denied(
          String.raw`thr(?:ow|ew|own)\p{L}*|hurl\p{L}*|bricks?|rocks?|stones?|tir\p{L}+|lanz\p{L}+|piedras?`,
          5,
        ),
      ),
      bricks: re('brick|ladrillo'),
      rocks: re('rock|stone|piedra'),
      bottles: re('bottle|botella'),
    },
    isList: true,
  },
  'who.was.hit': {
    cues: 'throwing thrower target bystander standing nowhere aimed filming phone peaceful journalist',
    about:
      /(?:fired|shot|aimed|deployed|used)\b.{0,40}\b(?:people|individuals|those|persons|anyone|someone) (?:who|throwing|observed)|nobody near (?:him|her)|(?:just|only) (?:standing|filming|walking|watching)|hands in (?:her|his)|holding up a phone/u,
  },
  'stop.reason': {
    cues: 'want wanted spotted stop stopped pulled over detain detained stopping because reason why expired speeding plate plates tag tags registration light tail headlight lane weaving seatbelt phone matched description suspect trespass fence warrant paró detuvo detuvieron parada placa vencida sticker contacted contact approached',
    about: re(
      String.raw`\b(?:stopp?\p{L}*|pull\p{L}* over|detain\p{L}*|approach\p{L}*|contact\p{L}*|paró|detuv\p{L}+|try to stop|tried to stop)\b.{0,70}\b(?:for|because|after|on suspicion|as part|who|over|due to|when|since|por|porque|had)\b`,
      String.raw`\bwant\p{L}* to (?:speak|talk) (?:to|with) (?:him|her|them)|\bspotted (?:riding|driving|walking|selling)|\b(?:reason|why)\b.{0,30}\b(?:stop\p{L}*|pull\p{L}*|detain\p{L}*|detuv\p{L}+|over)\b|por qué lo detuv|(?:no|any) reason for the stop|(?:expired|over (?:an|a)) (?:\p{L}+ )?(?:registration|sticker|tags?|plates?)|no (?:license|licence) plate|tail ?light|broken headlight|weaving|failed to signal|matched (?:the|a) description|\bmph in a\b|pass at \d+`,
    ),
    answers: {
      none: re(
        String.raw`\b(?:no|never|not|without|didn't|any|nunca)\b.{0,24}\b(?:reason|why|por qué)|doing nothing|nothing (?:wrong|but)|sin motivo`,
      ),
      documents: re(String.raw`registration|\btags?\b|plates?|sticker|placas?|vencid|inspection`),
      light: re('tail ?light|head ?light|brake light|no lights|without lights|faro|luz'),
      speed: re(String.raw`speed|\bmph\b|too fast|exceso de velocidad`),
      phone: re('(?:using|on) (?:a|his|her) (?:cell ?)?phone|celular'),
      lane: re('weav|lane|signal|swerv|red light|stop sign|carril'),
      belt: re('seat ?belt|cinturón'),
      suspect: re('description|suspect|assault|burglar|robber|stolen|warrant|sospechos|shoplift'),
      trespass: re('fence|trespass|climb|closing|after hours'),
      smoking: re('smok|drink|drug|marijuana|fumando'),
    },
  },
  suspect: {
    cues: 'suspect burglary robbery description wrong matched mistaken individual looking search sospechoso robo identity fit burglar',
    about:
      /\b(?:burglary|robbery|suspect|wanted man|match\p{L}* (?:the|a) description|fit (?:the|a) description|looking for|searching for|mistaken|wrong (?:man|person|house|address|apartment)|not the (?:individual|man|person|suspect)|sospechos[oa]|robo)\b/u,
    answers: {
      other: re(String.raw`\b(?:not|n't|wasn't|no era|wrong|mistaken|second|another|different|other)\b`),
      same: re('match|fit'),
    },
  },
  theft: {
    cues: 'break broke breaking steal stole stealing burglary burglar rob locked keys own truck car forced force get robar robando llaves belonged his',
    about:
      /\b(?:br(?:eak|oke|oken|eaking) (?:in|into)|steal\p{L}*|stole|burglar\p{L}*|forc\p{L}+ (?:entry|open|his way|her way)|locked out|(?:his|her|my|their) own (?:truck|car|house|home|vehicle|bike|apartment|door|phone)|(?:left|lost|forgot|getting|get) (?:his|her|my|the) keys|las llaves|robar|robando|belonged to (?:him|her))\b/u,
    answers: {
      own: re('own|locked out|keys|llaves|belonged to (?:him|her)'),
      theft: re('break|broke|steal|stole|burglar|forc|rob'),
    },
  },
  threatened: {
    cues: 'raise raised levantó threaten threat threatening kill fear feared fearing danger amenazó amenazaba amenaza temió peligro lunge',
    about:
      /\b(?:threat\p{L}*|said (?:he|she) would (?:kill|shoot|hurt|stab)|fear\p{L}* for|feared|in fear|danger|menac\p{L}*|amenaz\p{L}+|temi\p{L}+|rais(?:ed|ing) (?:a|his|her) hand (?:to|against|at)|rais(?:ed|ing) (?:a|the|his|her) \p{L}+ (?:at|toward|towards)|levant\p{L}+ la mano)\b/u,
    answers: {
      no: re(
        denied(
          String.raw`threat\p{L}*|danger\p{L}*|menac\p{L}*|amenaz\p{L}+|rais\p{L}* a hand|levant\p{L}+`,
          4,
        ),
      ),
      yes: re('rais|threat|would|fear|danger|menac|amenaz|temi'),
    },
  },
  camera: {
    cues: 'camera cameras body-worn bodycam body-cam cam cams dashcam cámara cámaras recording activated video footage',
    about: re(
      String.raw`\b(?:camera|cameras|bodycam|cams?|dash-?cams?|body[- ]worn video|cámaras?)\b.{0,50}\b(?:on|off|activat\p{L}*|deactivat\p{L}*|operat\p{L}*|graba\p{L}*|record\p{L}*|work\p{L}*|broken|muted|battery|fail\p{L}*|malfunction\p{L}*|equipp?\p{L}*|issued|running|rolling|switched|turned|wear\p{L}*|wore|worn|required|encendid\p{L}+|apagad\p{L}+|funcion\p{L}+)\b`,
      String.raw`\b(?:wear\p{L}*|wore|had|have|without|no|not|activat\p{L}*|turn\p{L}* (?:on|off)|switch\p{L}* (?:on|off)|equipped with)\b.{0,24}\b(?:body[- ])?(?:cameras?|bodycams?|cams?|body[- ]worn|cámaras?)\b`,
      String.raw`no (?:hay )?video\b|is there video|no footage`,
    ),
    answers: {
      'not:none': re(
        String.raw`\b(?:not|n't|no|never|without|neither|none|isn't|wasn't|do not|does not|did not)\b.{0,14}\b(?:wear\p{L}*|wore|equipp?\p{L}*|have|had|carry\p{L}*|issued)\b`,
        String.raw`\bno (?:body |dash)?-?(?:cameras?|cam|video|footage|hay video|hay)\b|without (?:a )?(?:body )?cameras?`,
      ),
      'not:off': re(
        String.raw`\boff\b|deactivat|broken|flat|dead battery|fail|malfunction|muted|apagad|descompuest`,
        denied(
          String.raw`activat\p{L}*|operat\p{L}*|graba\p{L}*|record\p{L}*|work\p{L}*|turn\p{L}* on|switch\p{L}* on|running|funcion\p{L}+|on`,
          3,
        ),
      ),
      on: re(
        String.raw`\bon\b|activat|operat|graba|record|work|running|rolling|wear|wore|had|both|encendid|funcion`,
      ),
    },
  },
  released: {
    cues: 'release released withhold publish video footage within days public divulgar video difundir bodycam',
    about:
      /\b(?:releas\p{L}*|withh[oe]ld\p{L}*|made public|make public|publish\p{L}*|hand(?:ed|ing)? over|difund\p{L}+|divulg\p{L}+)\b.{0,50}\b(?:video|footage|recordings?|tape|names?|report|days)\b|\b(?:video|footage|recordings?)\b.{0,50}\b(?:releas\p{L}*|withh[oe]ld|made public|handed over|days|under review)\b/u,
    answers: {
      no: re(denied(String.raw`releas\p{L}*|made public|make public`, 4), 'withh[oe]ld|refus|declin'),
      yes: re('releas|public|hand|difund|divulg'),
    },
  },
  alcohol: {
    cues: 'alcohol drunk drinking drank beer beers brewery breath breathalyzer breathalyser intoxicated intoxication sober impaired liquor drink drinks smelled drunken bar ebrio borracho alcohol bebido cerveza tipsy breathalyzer',
    about:
      /\b(?:breath(?:alyzer|alyser)? test|sobriety|alcohol|drunk(?:en)?|drinking|drank|beers?|brewery|intoxicat\p{L}*|sober|impair\p{L}*|liquor|had a few|whiskey|vodka|wine|ebri[oa]|borrach[oa]|bebid[oa]|cervezas?)\b/u,
    answers: {
      no: re(
        denied(
          String.raw`alcohol|drunk\p{L}*|drinking|intoxicat\p{L}*|impair\p{L}*|beb\p{L}+|borrach\p{L}+`,
          5,
        ),
        String.raw`\bsober\b|passed an? (?:breath|field|sobriety)|test (?:was|came back) (?:negative|clean)`,
      ),
      yes: re(
        'alcohol|failed|drunk|drink|drank|beer|brewery|intoxicat|impair|liquor|ebri|borrach|bebid|cerveza|few',
      ),
    },
  },
  duty: {
    cues: 'leave suspended suspend reassigned desk fired dismissed duty job work administrative licencia suspendido suspendidos suspendida back returned remains patrol resigned terminated placed',
    about:
      /\b(?:(?:paid|unpaid|administrative|on|routine) (?:administrative )?leave|suspend\p{L}*|reassign\p{L}*|desk (?:duty|job)|fired (?:from|by|him|her|after)|was fired|dismiss\p{L}* (?:from|by)|terminated from|on (?:active )?duty|back (?:on duty|at work|on the job|to work)|still (?:on|in|at|working|employed|walking|patrolling)|resign\p{L}*|without pay|modified duty|licencia (?:administrativa)?|suspendid[oa]s?|siguen? (?:en servicio|trabajando))\b/u,
    answers: {
      on: re(
        String.raw`(?:remain\p{L}*|still|back|return\p{L}*|stay\p{L}*|siguen?)\b.{0,24}\b(?:duty|work\p{L}*|job|patrol|building|street|hall|school|servicio|trabajando)|on active duty`,
      ),
      off: re('leave|suspend|reassign|desk|fired|dismiss|terminat|resign|without pay|modified|licencia'),
    },
  },
  charges: {
    cues: 'booked case citado citada charge charged charges indicted indictment misdemeanor felony obstruction dropped withdrawn cited acusado cargos imputado prosecute booked counts',
    about:
      /\b(?:charg(?:e|es|ed) (?:with|has|have|was|were|against|in|is)|(?:was|were|been|be|is|are|face[sd]?|facing|no|any|with|not|criminal|obstruction|\p{L}+) charg(?:e|es|ed)|booked (?:for|on)|(?:dropp|dismiss)\p{L}* the (?:case|charges?)|fue citad[oa]|indict\p{L}*|cited for|misdemeanor|felony|cargos|imputad[oa]|acusad[oa] de)\b/u,
    answers: {
      dropped: re('dropp|withdraw|dismiss|retir'),
      none: re(denied(String.raw`charg\p{L}*|indict\p{L}*|cargos|cited`, 4)),
      charged: re('charg|booked|indict|cited|citad|misdemeanor|felony|cargos|imputad|acusad'),
    },
  },
  policy: {
    cues: 'policy policies trained training protocol procedure guidelines rules violated followed política protocolo reglamento',
    about:
      /\b(?:within|violat\p{L}*|follow\p{L}*|against|broke|breach\p{L}*|outside|consistent with|according to|complied with|contrary to)\b.{0,26}\b(?:policy|policies|protocols?|procedures?|guidelines|rules|training)\b|what they were trained|as (?:he|she|they) (?:was|were) trained|did (?:her|his|their) jobs?|as (?:the )?(?:policy|protocol) requires|(?:violó|siguió|conforme).{0,20}(?:protocolo|política)/u,
    answers: {
      broken: re(
        'violat|against|broke|breach|outside|contrary|violó',
        denied(String.raw`follow\p{L}*|consistent|within|complied`, 3),
      ),
      kept: re('within|follow|consistent|according|complied|trained|did|requires|siguió|conforme'),
    },
  },
  present: {
    cues: 'present horseback mounted horse clinician supervisor counselor interpreter witness child children passenger daughter son baby sergeant caballo',
    about:
      /\b(?:was|were|is|are|no|nobody|present|not)\b.{0,30}\b(?:mounted units?|horseback|horses?|clinicians?|supervisors?|counsel+ors?|interpreters?|caballos?|mental health (?:worker|professional|clinician|team))\b|\bon horseback\b|\b(?:clinician|counsel+or|interpreter|supervisor|mental health (?:worker|professional|team))\b.{0,30}\b(?:was|were|called|sent|consulted|there|present|along|went)\b/u,
    answers: {
      no: re(
        denied(
          String.raw`mounted|horse\p{L}*|clinicians?|supervisors?|counsel+ors?|interpreters?|mental health|caballos?|called|sent|present`,
          4,
        ),
      ),
      yes: re('mounted|horse|clinician|supervisor|counsel|interpreter|mental|caballo'),
    },
  },
  recovered: {
    cues: 'recovered found located weapon gun knife scene seized encontró encontraron hallaron hallado arma',
    about:
      /\b(?:recover\p{L}*|found|locat\p{L}*|seiz\p{L}*|discover\p{L}*|encontr\p{L}+|hall\p{L}+)\b.{0,50}\b(?:guns?|handguns?|pistols?|firearms?|weapons?|knife|knives|drugs|armas?|pistola|cuchillo|casings)\b|\b(?:guns?|handguns?|pistols?|firearms?|weapons?|knife|armas?|pistola|cuchillo)\b.{0,40}\b(?:recovered|found|located|seized|lying|encontr\p{L}+)\b/u,
    answers: {
      no: re(
        denied(
          String.raw`weapons?|guns?|handguns?|knife|knives|firearms?|recover\p{L}*|found|armas?|encontr\p{L}+`,
          4,
        ),
      ),
      yes: re('recover|found|locat|seiz|discover|encontr|hall|lying'),
    },
  },
  'mental.state': {
    cues: 'mental crisis suicidal disturbed depressed medication meds illness psychiatric schizophrenia slept emotionally breakdown psiquiátrica',
    about:
      /\b(?:mental(?:ly)? (?:health|illness|ill)|in crisis|suicidal|emotionally disturbed|off (?:his|her) (?:meds|medication)|psychiatric|schizophreni\p{L}+|bipolar|not slept|breakdown|crisis)\b/u,
  },
} as const satisfies Readonly<Record<string, Matter>>
