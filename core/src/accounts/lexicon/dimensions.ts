/**
 * Matters on which two accounts can differ by a word: at most one value of a dimension holds of one thing. `of` says what has
 * to be shared for two values to be about one thing: the next noun ("the white van"), or the statement as a whole.
 */
export interface Dimension {
  readonly of: 'noun' | 'statement'
  /** At least one of these concepts has to stand in both statements; empty for any. */
  readonly needs: string
  readonly values: Readonly<Record<string, string>>
  /** True where speaking of it at all makes two statements speak of one matter. */
  readonly isMatter?: boolean
  /** Values that take more than one word to say. */
  readonly phrases?: Readonly<Record<string, RegExp>>
}

export const dimensions: Readonly<Record<string, Dimension>> = {
  colour: {
    of: 'noun',
    needs: '',
    values: {
      red: 'red crimson maroon rojo roja',
      blue: 'blue navy azul',
      green: 'green verde',
      white: 'white blanco blanca',
      black: 'black negro negra',
      grey: 'gray grey silver gris plateado',
      yellow: 'yellow amarillo amarilla amber',
      brown: 'brown tan marrón café',
      orange: 'orange naranja',
      purple: 'purple morado',
    },
  },
  side: {
    of: 'noun',
    needs: '',
    values: { left: 'left izquierda izquierdo', right: 'right derecha derecho' },
  },
  signal: {
    of: 'statement',
    needs: 'signal light lights crash junction',
    values: { red: 'red rojo', green: 'green verde', yellow: 'yellow amber amarillo' },
  },
  compass: {
    of: 'statement',
    needs:
      'flee car truck crash street driver chase crowd bike bus man officer gate exit door push walk drive vehicle boat train wind',
    values: {
      north: 'north northbound northward norte',
      south: 'south southbound southward sur',
      east: 'east eastbound eastward este oriente',
      west: 'west westbound westward oeste poniente',
    },
  },
  end: {
    of: 'noun',
    needs: '',
    values: { front: 'front frontal delantera', back: 'back rear trasera trasero', side: 'side lateral' },
  },
  within: {
    of: 'statement',
    needs: 'shoot find die fall begin officer man boy woman crash blaze',
    values: { inside: 'inside indoors interior dentro', outside: 'outside outdoors fuera afuera' },
    phrases: {
      outside:
        /\b(?:got|stepped|climbed) out of\b|\bin (?:the|a|an|his|her|their) (?:parking lot|car park|street|yard|driveway|alley|road|garden|backyard|lot)\b/iu,
    },
  },
  armed: {
    isMatter: true,
    of: 'statement',
    needs: '',
    values: { armed: 'armed armado', unarmed: 'unarmed desarmado' },
  },
  lock: {
    of: 'statement',
    needs: 'door gate exit window',
    values: {
      locked: 'locked chained padlocked cerrada cerradas blocked shut closed bolted',
      open: 'unlocked open opened abierta abiertas clear',
    },
  },
  working: {
    of: 'statement',
    needs:
      'alarm lights signal camera video radio phone brake spray sprinkler taser light cooling heat siren battery gate door elevator generator pump lock',
    values: {
      working:
        'working works work worked recording recorded switched-on functioning sounded sounding activated rang wailed blared on functional operational sonó sonaron sonaba funcionaba funcionaban',
      failed:
        'failed broken disabled silent off faulty fault deactivated flat dañada averiada apagada inoperative malfunctioned disconnected dark inactive',
    },
  },
  consciousness: {
    of: 'statement',
    needs: '',
    values: {
      conscious: 'conscious alert awake responsive talking consciente',
      unconscious: 'unconscious unresponsive inconsciente',
    },
  },
  condition: {
    of: 'statement',
    needs: 'injure hospital condition',
    values: {
      critical: 'critical critically grave crítico',
      serious: 'serious seriously grave',
      stable: 'stable good fair minor estable',
    },
  },
  posture: {
    of: 'statement',
    needs: '',
    values: {
      standing: 'standing stood upright',
      sitting: 'sitting seated sat',
      kneeling: 'kneeling knelt knees',
      lying: 'lying prone facedown',
    },
  },
  lying: {
    of: 'statement',
    needs: '',
    values: {},
    phrases: {
      front:
        /\bon (?:his|her|their|the) (?:front|stomach|belly|chest|tummy)\b|\bface[- ]?down\b|\bfacedown\b|\bprone\b|\bboca abajo\b/iu,
      side: /\b(?:lying|lay|laid|roll\p{L}*|turn\p{L}*|put|plac\p{L}*|held|kept|was|were|moved?)(?: \p{L}+){0,3}? (?:on|onto|on to) (?:his|her|their) (?:(?:left|right) )?side\b(?! of)|\brecovery position\b|\bde (?:costado|lado)\b/iu,
      back: /\b(?:lying|lay|laid|flat|rolled|turned|fell|landed|lands|falls) (?:(?:him|her|them|over|flat) )?(?:on|onto) (?:his|her|their) back\b|\bface[- ]?up\b|\bsupine\b|\bboca arriba\b/iu,
    },
  },
  kneeOn: {
    of: 'statement',
    needs: '',
    values: {},
    phrases: {
      neck: /\b(?:knee\p{L}*|knelt|kneel\p{L}*|rodilla)\b[^.;]{0,40}\b(?:neck|throat|cuello)\b/iu,
      back: /\b(?:knee\p{L}*|knelt|kneel\p{L}*|rodilla)\b[^.;]{0,40}\b(?:back|shoulders?|shoulder blades?|spine|espalda)\b/iu,
      legs: /\b(?:knee\p{L}*|knelt|kneel\p{L}*|rodilla)\b[^.;]{0,40}\b(?:legs?|thighs?|calf|calves|buttocks?|hips?|piernas?)\b/iu,
    },
  },
  onWheel: {
    of: 'statement',
    needs: '',
    values: {},
    phrases: {
      on: /\bhands? (?:\p{Ll}+ ){0,3}?on (?:the |her |his )?(?:steering )?wheel\b|\bmanos en el volante\b/iu,
      off: /\bhands? (?:\p{Ll}+ ){0,2}?(?:off|from) (?:the |her |his )?(?:steering )?wheel\b|\b(?:let go of|released) the (?:steering )?wheel\b/iu,
    },
  },
  gait: {
    of: 'statement',
    needs: '',
    values: { walking: 'walking walked strolled caminaba', running: 'running ran sprinted corría jogging' },
  },
  toward: { of: 'statement', needs: '', values: { toward: 'toward towards hacia', away: 'away' } },
  sex: {
    of: 'statement',
    needs: 'year-old driver passenger pedestrian student inmate victim witness',
    values: { man: 'man boy male hombre niño', woman: 'woman girl female mujer niña' },
  },
  weapon: {
    of: 'statement',
    needs: 'hold point find drop armed weapon swing carry lunge hand',
    values: {
      stick: 'stick pole cane rod branch plank hook hoe rake palo bastón',
      scissors: 'scissors shears tijeras',
      bag: 'bag sack purse bolsa',
      wallet: 'wallet cartera',
      keys: 'keys llaves',
      hose: 'hose nozzle manguera',
      remote: 'remote controller',
      bottle: 'bottle botella',
      rock: 'rock stone brick piedra',
      gun: 'gun handgun pistol firearm rifle revolver shotgun pistola',
      knife: 'knife machete blade dagger cuchillo navaja',
      replica: 'replica bb toy airsoft pellet réplica juguete',
      phone: 'phone cellphone',
      tool: 'wrench hammer screwdriver crowbar pipe bat martillo',
    },
  },
  force: {
    of: 'statement',
    needs: 'officer police protester crowd inmate',
    values: {
      baton: 'baton batons truncheon',
      spray: 'pepper spray gas teargas',
      taser: 'taser tased stun',
      dog: 'dog canine',
    },
  },
  bodyPart: {
    of: 'statement',
    needs: 'shoot injure hit wound',
    phrases: { back: /\bin the (?:lower |upper )?back\b(?! (?:seat|of|yard|door|room))/iu },
    values: {
      head: 'head face neck cabeza',
      torso: 'chest torso abdomen stomach pecho',
      back: 'espalda',
      leg: 'leg legs thigh knee ankle pierna',
      arm: 'arm shoulder wrist brazo',
    },
  },
  vehicle: {
    of: 'statement',
    needs: 'hit crash drive driver stop flee',
    values: {
      car: 'car sedan hatchback coche',
      van: 'van minivan furgoneta',
      suv: 'suv',
      truck: 'truck lorry pickup camión',
      bus: 'bus minibus autobús',
      motorcycle: 'motorcycle motorbike scooter moto',
    },
  },
  kin: {
    of: 'statement',
    needs: '',
    values: {
      mother: 'mother mum mom madre',
      father: 'father dad padre',
      sister: 'sister hermana',
      brother: 'brother hermano',
      uncle: 'uncle tío',
      aunt: 'aunt tía',
      cousin: 'cousin primo prima',
      grandmother: 'grandmother abuela',
      wife: 'wife esposa',
      husband: 'husband esposo',
      son: 'son hijo',
      daughter: 'daughter hija',
      stepfather: 'stepfather',
    },
  },
  storey: {
    of: 'noun',
    needs: 'blaze begin shoot fall find jump',
    values: {
      first: 'first ground primer',
      second: 'second segundo',
      third: 'third tercer',
      fourth: 'fourth cuarto',
      fifth: 'fifth quinto',
      top: 'top',
      basement: 'basement sótano',
      sixth: 'sixth',
    },
  },
  sobriety: {
    isMatter: true,
    of: 'statement',
    needs: '',
    values: { drunk: 'drunk drinking intoxicated impaired ebrio bebido', sober: 'sober sobrio' },
  },
  survival: {
    of: 'statement',
    needs: '',
    values: { died: 'died dead killed murió', survived: 'survived alive survive sobrevivió vivo' },
  },
  direction: {
    of: 'statement',
    needs: '',
    values: { entering: 'entered entering entró', leaving: 'leaving exited exiting salió' },
  },
  fire: {
    of: 'statement',
    needs: 'blaze begin cause',
    values: {
      electrical: 'electrical wiring eléctrico heater',
      cooking: 'cooking stove kitchen cocina',
      arson: 'arson deliberate deliberately intentional intentionally',
      cigarette: 'cigarette smoking candle',
    },
  },
  surface: {
    of: 'statement',
    needs: 'street crash car truck bus bike driver',
    values: { wet: 'wet rain rainy icy slick mojada', dry: 'dry clear seca' },
  },
  aloneness: {
    isMatter: true,
    of: 'statement',
    needs: '',
    values: { alone: 'alone sola solo unaccompanied', together: 'together cellmate companion accompanied' },
    phrases: {
      together:
        /\b(?:with (?:him|her|them) in\b|(?:another|a second|a third) (?:man|woman|inmate|person|passenger|prisoner|detainee) (?:was|were|had been|sat|shared)|shared (?:a|the|his|her) cell)\b/iu,
      alone: /\b(?:by (?:himself|herself)|on (?:his|her) own|nobody else|no one else)\b/iu,
    },
  },
  promptness: {
    of: 'statement',
    needs: 'aid arrive call ambulance medic firefighter notify evacuate',
    values: {
      immediate: 'immediately promptly instantly seconds once inmediatamente',
      delayed: 'minutes hours delayed late eventually tardaron',
    },
  },
  wind: {
    of: 'statement',
    needs: 'wind',
    values: { strong: 'gusts gust strong hard high blowing gale', light: 'light calm still mild' },
  },
  running: {
    of: 'statement',
    needs: '',
    values: { on: 'on running operating operational', off: 'off stopped idle' },
  },
  barrier: {
    of: 'statement',
    needs: 'barrier gate',
    values: { up: 'up raised', down: 'down lowered' },
  },
  inspection: {
    of: 'statement',
    needs: 'check boiler licence belt brake',
    values: { valid: 'passed valid current', lapsed: 'failed overdue expired lapsed' },
  },
  helmet: {
    of: 'statement',
    needs: '',
    values: { helmeted: 'helmeted belted', bareheaded: 'bareheaded unbelted unrestrained' },
  },
  sound: {
    of: 'statement',
    needs: 'alarm shoot explode crowd',
    values: { loud: 'loud loudly', silent: 'silent silently quiet quietly' },
  },
  weather: {
    of: 'statement',
    needs: 'crash concert boat crowd rain',
    values: { raining: 'rain raining rainy', clear: 'clear sunny dry' },
  },
  comingDown: {
    isMatter: true,
    of: 'statement',
    needs: '',
    values: {
      fell: 'fell slipped tripped stumbled cayó resbaló tropezó footing',
      jumped: 'jumped leapt leaped dived dove plunged saltó',
      pushed: 'pushed shoved empujó empujaron',
    },
  },
  motion: {
    of: 'statement',
    needs: '',
    values: {
      still: 'still motionless stationary quieto inmóvil',
      moving: 'charged lunged rushed advanced approached charging lunging avanzó abalanzó',
    },
  },
  leashed: {
    isMatter: true,
    of: 'statement',
    needs: '',
    values: { leashed: 'leashed', loose: 'unleashed' },
    phrases: {
      leashed: /\bon (?:an? |its |the |his |her )?(?:[\p{L}-]+ ){0,2}(?:leash|lead)\b|\bcon correa\b/iu,
      loose:
        /\b(?:off|without|slipped) (?:an? |its |the |his |her )?(?:leash|lead)\b|\bno (?:leash|lead)\b|\boff-(?:leash|lead)\b|\b(?:sin|no llevaba) correa\b|\b(?:leash|lead) (?:trailing|dragging)\b/iu,
    },
  },
  departure: {
    isMatter: true,
    of: 'statement',
    needs: 'driver scene officer man woman suspect car flee',
    values: { left: 'fled escaped huyó huyeron', stayed: 'stayed remained permaneció' },
    phrases: {
      left: /\b(?:drove|ran|took) off\b|\bleft the scene\b|\bse dio a la fuga\b/iu,
      stayed: /\bwaited for (?:police|officers|help)\b|\bdid not (?:leave|flee)\b/iu,
    },
  },
  diedWhere: {
    of: 'statement',
    needs: 'die pronounce',
    values: { scene: '', hospital: 'hospital infirmary' },
    phrases: {
      scene: /\b(?:at|on) the (?:scene|spot|roadside)\b|\ben el lugar\b/iu,
      home: /\bat (?:his |her |their )?home\b/iu,
    },
  },
  dress: {
    isMatter: true,
    of: 'statement',
    needs: '',
    values: {
      uniform: 'uniform uniforms uniformed uniformado uniformados',
      plain: 'plainclothes plain-clothes undercover',
    },
    phrases: { plain: /\b(?:in|wearing) (?:plain|street) ?clothes\b|\bunmarked clothing\b|\bde civil\b/iu },
  },
  room: {
    of: 'statement',
    needs: 'blaze begin shoot fall find hit die stab attack drown',
    values: {
      kitchen: 'kitchen cocina',
      bedroom: 'bedroom dormitorio recámara',
      bathroom: 'bathroom restroom toilet shower baño',
      basement: 'basement cellar sótano',
      hallway: 'hallway corridor pasillo',
      garage: 'garage cochera',
      stairs: 'stairwell staircase stairs escaleras',
      roof: 'roof rooftop azotea',
      porch: 'porch doorstep porche',
      lobby: 'lobby foyer reception',
      classroom: 'classroom aula',
    },
    phrases: { living: /\bliving room\b|\bsala\b/iu },
  },
  compliance: {
    of: 'statement',
    isMatter: true,
    needs: '',
    values: {
      complied: 'surrendered complied cooperated obeyed compliant cooperative obedeció cooperó',
      resisted: 'resisted resisting struggled combative uncooperative resistió forcejeó',
    },
    phrases: { resisted: /\bfought (?:with|back|off)\b|\brefused (?:to comply|to obey|orders|commands)\b/iu },
  },
  intent: {
    of: 'statement',
    isMatter: true,
    needs: '',
    values: {
      accident: 'accidentally accidental unintentionally unintentional inadvertently accidente',
      purpose: 'deliberately intentionally purposely deliberate intentional intencional',
    },
    phrases: {
      purpose: /\bon purpose\b|\ba propósito\b/iu,
      accident: /\bby (?:accident|mistake)\b|\bsin querer\b/iu,
    },
  },
  dutyState: {
    of: 'statement',
    needs: '',
    values: {},
    phrases: { on: /\bon[- ]duty\b/iu, off: /\boff[- ]duty\b/iu },
  },
  facing: {
    of: 'statement',
    needs: '',
    values: {},
    phrases: {
      away: /\b(?:running|ran|run|walking|walked|turned|facing|moving|moved|backing|backed) away\b|\bback (?:was )?(?:turned )?to (?:the|him|her|them|police|officers?)\b|\bfleeing\b/iu,
      facing:
        /\bfac(?:ed|ing) (?:the|him|her|them|officers?|police)\b|\bturn(?:ed|ing) (?:toward|towards|to face|and faced)\b|\b(?:lunged|charged|rushed|ran|came|advanced|running|charging) (?:at|toward|towards)\b|\btowards? (?:the |an )?(?:officers?|police|deput(?:y|ies))\b/iu,
    },
  },
  touching: {
    of: 'statement',
    needs: '',
    values: { inGrip: 'restrained handcuffed cuffed esposado sujetado', free: 'unrestrained uncuffed' },
  },
}
