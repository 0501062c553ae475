import { denied, type Matter, re } from './matter-patterns.ts'

/** Crashes, fires, crowds, work and water: what happened without anybody's meaning it, or nobody knows. */
export const accidentMatters = {
  'emergency.lights': {
    cues: 'lights siren sirens emergency equipment luces sirena sirenas flashing activated blue',
    about:
      /\b(?:sirens?|emergency (?:lights?|equipment)|lights and sirens?|flashing lights|blue lights|luces|sirenas?|(?:lights|headlights)\b.{0,20}\b(?:on|off|flashing|activated))\b/u,
    answers: {
      off: re(
        denied(String.raw`sirens?|lights?|equipment|luces|sirenas?|on|activat\p{L}*`, 4),
        String.raw`\b(?:lights?|sirens?)\b.{0,16}\boff\b|\boff (?:his |her |their |the |its |all )?(?:emergency )?(?:lights?|sirens?)|deactivat|switched off|turned off|dark|apagad`,
      ),
      on: re('heard|siren|lights|equipment|luces|activat|flashing'),
    },
  },
  helmet: {
    cues: 'vests helmet helmets seatbelt seat-belt belt harness lifejacket life jacket vest mask hard goggles casco cinturón chaleco',
    about:
      /\b(?:helmets?|seat ?-?belts?|belted|harness\p{L}*|life ?(?:jackets?|vests?)|(?:visibility|safety|bulletproof|ballistic|reflective|of|no|a|any) vests?|hard hats?|goggles|(?:lap|shoulder|no|any|the) belts?|belts|casco|cinturón|chaleco)\b|never ride without/u,
    answers: {
      no: re(
        denied(
          String.raw`helmets?|seat ?-?belts?|belts?|belted|harness\p{L}*|life ?jackets?|vests?|hard hats?|wear\p{L}*|worn|wore|casco|cinturón`,
          4,
        ),
        'out of vests|locked (?:in|away|up)|would not open|not (?:given|issued)|unbelted|unrestrained|sin casco|bare-?headed',
      ),
      yes: re(
        String.raw`wear|wore|worn|equipped|fitted|every seat|had (?:his|her|their|a)|\bon\b|fastened|buckled|handed (?:his|her|the)|split|llevaba|never ride without|puesto`,
      ),
    },
  },
  speed: {
    cues: 'flying doing mph speed speeding kph km/h fast slow velocidad kilómetros limit accelerated miles',
    about:
      /\bflying\b|\bdoing \d+\b|\b(?:mph|kph|km\/h|speed(?:s|ing)?|miles an hour|kilometers? (?:an|per) hour|velocidad|too fast|accelerat\p{L}*)\b/u,
  },
  equipment: {
    cues: 'air conditioning ac cooling heating system machine generator pump elevator lift radio engine boiler fan detector sprinkler wave waves power electricity phone phones intercom button broken working worked aire',
    about:
      /\b(?:air(?: conditioning| conditioner)?|ac|a\/c|cooling|heating|system|machine|generator|pump|elevator|lift|radios?|engine|boiler|fans?|sprinklers?|waves?|power|electricity|intercom|button|brakes?|aire)\b.{0,40}\b(?:off|on|work\p{L}*|dead|broken|out|fail\p{L}*|runn?\p{L}*|switched|designed|down|faulty?|malfunction\p{L}*|stopped|serviced|descompuest\p{L}+|funcion\p{L}+)\b/u,
    answers: {
      not: re(
        String.raw`\boff\b|dead|broken|fail|\bout\b|\bdown\b|fault|malfunction|stopped|descompuest`,
        denied(String.raw`work\p{L}*|runn?\p{L}*|on|funcion\p{L}+`, 3),
      ),
      working: re(String.raw`work|runn|designed|\bon\b|serviced|funcion`),
    },
  },
  wind: {
    cues: 'wind winds windy gust gusts blowing breeze viento',
    answers: {
      calm: re('light|calm|still|mild|gentle|little|breeze'),
      strong: re('strong|hard|gust|gale|high|blowing|storm|fuerte'),
    },
  },
  temperature: {
    cues: 'degrees thermometer temperature fahrenheit celsius grados temperatura',
    about: /\bdegrees|thermomet|temperatur|fahrenheit|celsius|grados/u,
  },
  arrested: {
    cues: 'arrest arrested detained custody handcuffs led detenido detenida arrestado',
    about: /\b(?:arrest\p{L}*|detain\p{L}*|custody|led away|taken away in|detenid[oa]s?|arrestad[oa]s?)\b/u,
    answers: {
      no: re(denied(String.raw`arrest\p{L}*|detain\p{L}*|custody|detenid\p{L}+`, 4)),
      yes: re('arrest|detain|custody|led|away|detenid'),
    },
  },
  'officers.number': {
    cues: 'guardias officers cops deputies troopers guards agents inspectors rangers policemen agentes policías guys of',
    about:
      /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens|dos|tres|cuatro|cinco|seis|un|una)\b (?:\p{L}+ ){0,2}?(?:officers?|cops?|deputies|deputy|troopers?|guards?|agents?|inspectors?|rangers?|policemen|agentes?|policias?|policías?|guardias?|guys with|men with|of them)\b/u,
  },
  'pulled.out': {
    cues: 'pulled brought lifted dragged got carried water rescued out',
    about: /\b(?:pull|brought|lift|drag|carri|rescu|fish)\p{L}*\b.{0,30}\b(?:out|up|from|ashore)\b/u,
    answers: {
      staff: re(
        String.raw`by (?:one of )?(?:our|the|an?) (?:lifeguards?|staff|team|firefighters?|officers?|divers?|crew)|\b(?:lifeguards?|staff|firefighters?|officers?|divers?|crew)\b.{0,12}\b(?:pull|brought|lift|drag|carri|rescu)`,
      ),
      others: re(
        String.raw`\b(?:i|we|father|mother|bystanders?|strangers?|neighbou?rs?|swimmers?|friends?) (?:had )?(?:pull|brought|lift|drag|carri|rescu)|myself|ourselves`,
      ),
    },
  },
  signal: {
    cues: 'signal light lights red green amber yellow semáforo rojo verde traffic',
    about:
      /\b(?:red|green|amber|yellow)\b.{0,16}\b(?:light|signal|lights)\b|\b(?:light|lights|signal|semáforo)\b.{0,24}\b(?:red|green|amber|yellow|rojo|verde)\b|ran (?:a|the) (?:red|light)/u,
    answers: { red: re('red|rojo|ran'), green: re('green|verde'), yellow: re('amber|yellow|amarill') },
  },
  brakes: { cues: 'brake brakes braked braking frenos frenó skid' },
  alarm: {
    cues: 'alarm alarms sounded alarma alarmas detector detectors',
    about: /\b(?:alarms?|detectors?|alarmas?)\b/u,
    answers: {
      silent: re(
        denied(
          String.raw`alarms?|detectors?|sound\p{L}*|work\p{L}*|went off|hear\p{L}*|rang|sonaron|sonó|alarmas?`,
          5,
        ),
        'silent|failed|broken|disabled|dead',
      ),
      sounded: re('sound|work|went off|rang|blared|heard|activat|sonaron|sonó'),
    },
  },
  'exit.state': {
    cues: 'door doors exit exits gate gates locked chained blocked open unlocked cerrada cerradas abierta abiertas puerta salida puertas',
    about:
      /\b(?:doors?|exits?|gates?|puertas?|salidas?)\b.{0,40}\b(?:lock\p{L}*|chain\p{L}*|padlock\p{L}*|block\p{L}*|open\p{L}*|unlock\p{L}*|shut|closed|clear|cerrad[oa]s?|abiert[oa]s?)\b|\b(?:locked|chained|blocked|unlocked|open|closed)\b.{0,16}\b(?:doors?|exits?|gates?)\b/u,
    answers: {
      locked: re(String.raw`\block|chain|padlock|block|shut|closed|cerrad`, denied('open', 2)),
      open: re('open|unlock|clear|abiert'),
    },
  },
  began: {
    cues: 'started start began begin cause caused origin ignited kitchen electrical heater stove wiring comenzó inició empezó arson deliberately candle cigarette fire spark',
    about:
      /\b(?:fire|blaze|flames|explosion|incendio|fuego)\b.{0,50}\b(?:start\p{L}*|began|caus\p{L}*|origin\p{L}*|ignit\p{L}*|set|comenz\p{L}+|empez\p{L}+|inici\p{L}+|by)\b|\b(?:started|began|caused|ignited|set)\b.{0,40}\b(?:fire|kitchen|stove|heater|wiring|battery|candle|cigarette|calentador|cocina)\b/u,
    answers: {
      kitchen: re('kitchen|stove|cooking|oil|cocina|pan'),
      heater: re('heater|calentador|radiator'),
      wiring: re('wiring|electric|cable|fuse|eléctric|battery'),
      arson: re('arson|deliberat|set by|intentional|petrol|gasoline'),
      smoking: re('cigarette|smoking|candle'),
    },
  },
  dead: {
    cues: 'dead died fatalities killing lives killed die victims muertos murieron mueren fallecidos deaths toll',
    about:
      /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|several|una?|dos|tres|cuatro|cinco)\b.{0,24}\b(?:people|persons|residents|workers|children|passengers|fans|others|personas|men|women)?.{0,12}\b(?:dead|died|killed|murieron|mueren|muertos)\b|death toll|\bfatalit|\bkill(?:ed|ing|s)\b.{0,16}(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)|(?:three|two|four|five|six|\d+) people who (?:lost|died)/u,
  },
  crowd: {
    cues: 'crowd people attended attendance protesters marchers demonstrators personas manifestantes asistentes gathered turnout participated individuals capacity',
    about:
      /\b(?:\d{2,}|dozens|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?) (?:people (?:were|had|took|gathered|stood|blocked|in|on)|of us\b)|\b(?:hundreds?|thousands?|\d[\d,.]{2,}|several hundred|a few hundred)\b.{0,40}\b(?:people|persons|individuals|protesters|marchers|demonstrators|fans|personas|manifestantes|asistentes|took part|participa\p{L}+)\b|\b(?:crowd|turnout|attendance|multitud)\b.{0,30}\b(?:at|of|estimated|put|closer)\b|closer to \d/u,
  },
  arrests: {
    cues: 'arrest took taken arrested arrests detained detenidas detenidos arrestados custody booked',
    about:
      /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty\S*|thirty\S*|no|una?|dos|tres|treinta.{0,8}|veint\S*)\b.{0,30}\b(?:arrest\p{L}*|detained|detenid[oa]s|custody|booked)\b|\barrested \d+|number of arrests/u,
  },
  distance: {
    cues: 'feet foot yards yard meters metres meter metre miles mile blocks metros distance away inches',
    about:
      /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|a few|several)\b.{0,8}\b(?:feet|foot|yards?|met(?:er|re)s?|miles?|blocks?|inches|metros|pies)\b/u,
  },
  inspected: {
    cues: 'cited defects defect violations violation worn inspection inspected inspect licence license permit certificate certified passed expired overdue maintenance serviced inspección permiso licencia',
    about:
      /\b(?:inspect\p{L}*|licen[cs]e|permits?|certificat\p{L}*|certified|maintenance|servic(?:ed|ing)|overdue|inspecci\p{L}+|inspector)\b.{0,50}\b(?:defects?|violations?|pass\p{L}*|expir\p{L}*|overdue|lapsed|valid|current|fail\p{L}*|year|months?|no|not|without|had|up to date|vencid\p{L}+)\b|\b(?:passed|failed|without|no|expired)\b.{0,20}\b(?:inspection|licen[cs]e|permit|certificate)\b|\bcited\b.{0,30}\bfor\b|(?:no|any|found) (?:\p{L}+ )?(?:defects|violations)|worn (?:brakes|tires|cable|rope)/u,
    answers: {
      'valid:clean': re(String.raw`no (?:\p{L}+ )?(?:defects?|violations?|faults?)`),
      lapsed: re(
        'expir|overdue|lapsed|fail|cited|worn|defect|violation|vencid',
        denied(
          String.raw`inspect\p{L}*|licen[cs]e\p{L}*|permit|certificate|valid|pass\p{L}*|servic\p{L}+`,
          3,
        ),
      ),
      valid: re('pass|valid|current|up to date'),
    },
  },
  'warned.before': {
    cues: 'foreman supervisor manager boss landlord management concern complained complaint complaints warned warning reported beforehand months weeks before earlier knew aware quejas denuncias advirtieron concerns',
    about:
      /\b(?:complain\p{L}*|concerns?|(?:told|warned|asked|begged) (?:the|our|a|his|her|their) (?:foreman|supervisors?|managers?|boss|landlord|company|council|owner|operator|district|principal|bosses|management)|had (?:been )?(?:warn|report|raise|ask|told)\p{L}*|knew (?:about|of|that)|no (?:complaints?|reports?|warnings?)|quejas|denunciad\p{L}+)\b/u,
    answers: {
      no: re(denied(String.raw`complain\p{L}*|complaints?|reports?|concerns?|warn\p{L}*|knew|quejas`, 4)),
      yes: re('complain|concern|told|warned|asked|begged|had|knew|aware|queja|denunciad'),
    },
  },
  direction: {
    cues: 'north south east west northbound southbound eastbound westbound norte sur este oeste left right',
    about: /\b(?:north|south|east|west)(?:bound|ward|wards)?\b|\b(?:al|hacia el) (?:norte|sur|este|oeste)\b/u,
  },
  colour: {
    cues: 'red blue green white black grey gray silver yellow brown maroon orange rojo azul verde blanco negro gris',
    about:
      /\b(?:red|blue|green|white|black|gr[ae]y|silver|yellow|brown|maroon|dark|rojo|azul|verde|blanco|negro|gris)\b.{0,14}\b(?:car|sedan|van|truck|suv|pickup|motorcycle|bike|jacket|hoodie|shirt|vehicle|coat|hat|hatchback|coupe|sedán|carro|camioneta|auto|bag)\b|\b(?:car|sedan|van|truck|suv|motorcycle|bike|jacket|vehicle|carro)\b.{0,8}\b(?:was|is|era) (?:red|blue|green|white|black|gr[ae]y|silver|yellow|brown|maroon)\b/u,
  },
  'first.there': {
    cues: 'first reach reached arrive arrived came',
    about:
      /\b(?:first (?:to|on|one|at)|got (?:to|there)\b.{0,24}\bfirst|reached (?:him|her|them|the) .{0,12}first|was the first)\b/u,
  },
  seat: {
    cues: 'seat front back passenger rear backseat driver asiento',
    about: /\b(?:front|back|rear|passenger)\b.{0,12}\bseat\b|back ?seat|asiento (?:trasero|delantero)/u,
    answers: { front: re('front|passenger|delantero'), back: re('back|rear|trasero') },
  },
  floor: {
    cues: 'floor story storey balcony piso roof first-floor second-floor third-floor fourth-floor fifth-floor',
    about:
      /(?:fell|fall|jump|start|began|fire|balcony|window|cay|caer|comenz|shot|threw|cae)\p{L}*\b.{0,60}\b(?:first|second|third|fourth|fifth|sixth|seventh|top|ground|primer|segundo|tercer|cuarto|quinto)[- ](?:floor|story|storey|piso)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh)[- ](?:floor|story|storey) (?:balcony|window|kitchen|roof)/u,
    answers: {
      first: re('first[- ](?:f|s)|ground|primer piso'),
      second: re('second[- ](?:f|s)|segundo'),
      third: re('third[- ](?:f|s)|tercer'),
      fourth: re('fourth[- ](?:f|s)|cuarto piso'),
      fifth: re('fifth[- ](?:f|s)|quinto'),
      sixth: re('sixth[- ](?:f|s)'),
      top: re('top[- ](?:f|s)'),
    },
  },
} as const satisfies Readonly<Record<string, Matter>>
