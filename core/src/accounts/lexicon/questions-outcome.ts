import type { Question } from './questions.ts'

/** What came of it: injury, help, death, custody, and what was said and done afterwards. */
export const outcomeQuestions = {
  'died.where': {
    about: [
      'die died dies dead death pronounc* declar* deceas* passed_away succumb* murio fallec* lost_(his|her)_life alive + hospital infirmary medical_center clinic emergency_room scene on_the_spot at_the on_the on_its in_the jail floor roadside street bank towpath platform home lugar way_to ambulance general cell',
    ],
    answers: {
      hospital:
        'hospital infirmary medical_center medical_centre clinic emergency_room intensive_care trauma_center (when|reached|at|to|in)_(\\p{L}+_){0,2}general',
      scene:
        'at_the_scene on_scene on_the_spot en_el_lugar on_(the|its|his|her|their)_(floor|towpath|platform|street|road|roadside|sidewalk|pavement|bank|ground|grass|lawn|beach|shore|track*|bridge|dock|pier|steps|sand) at_the_(jail|prison|station|house|home|school|club|park|pool|shelter|checkpoint|roadside) in_(his|her)_(cell|bed|room|car) in_the_(street|road|yard|hallway|courtyard|cell)',
      transit: 'en_route on_the_way in_the_ambulance in_an_ambulance camino_al',
    },
  },
  'found.when': {
    about: [
      'found discover* observ* notic* hallad* encontr* + unresponsive not_responsive not_breathing dead unconscious lying cold hanging slumped on_the_floor in_(his|her)_(cell|bed) muert* inconsciente sin_vida',
    ],
  },
  brought: {
    about: [
      'book* receiv* brought admit* process* arriv* intake lock*_up locked_up jailed ingres* + jail detention_center cell holding station prison custody inmate detainee warrant carcel',
    ],
  },
  antidote: {
    about: ['naloxone narcan antidote naloxona'],
    answers: { yes: 'gave given administer* used dose* spray* shot* suministr*' },
    denied: { yes: 'no' },
    counts: ['things', 'times'],
  },
  hurt: {
    about: [
      'student* girl boy man woman victim* suspect* she he her him pupil* teen* no_one nobody passenger* driver child* + injur* hospital* overnight medical_attention treated_(at|for|by) unhurt unharmed stitches concussion fractur* broken oxygen surgery checked_out bruis* ilesa ileso herid* lesion*',
    ],
    answers: {
      yes: 'hospitalized rushed_to taken_to_hospital kept_in overnight oxygen surgery stitches concussion fractur* broken bruis* injur* herid*',
      no: 'unhurt unharmed ileso ilesa no_injur* not_require* no_one_was_(hurt|injured) nobody_was_(hurt|injured) without_injur*',
    },
    denied: { yes: 'no' },
  },
  'staff.hurt': {
    about: [
      'officer* deput* agent* constable* guard* trooper* members police staff firefighter* agentes policias fourteen_of_them of_them + hurt injur* wound* needed_treatment treated hospital* fractur* bruis* bitten sustain* suffered unhurt unharmed heridos lesionad* walking_(around|normally)',
    ],
    answers: {
      yes: 'hurt injur* wound* needed_treatment treated fractur* bruis* bitten sustain* suffered herid* lesionad*',
      no: 'unhurt unharmed walking_(around|normally) only_person_who_was_(hurt|harmed|injured) ilesos',
    },
    denied: { yes: 'no' },
    counts: ['people'],
  },
  'off.duty': {
    about: [
      'leave suspend* reassign* desk fired dismiss* relieved taken_off removed_from still_at_work on_duty remain*_(on|at|assigned|in) back_at_work stay*_on no_longer_works licencia suspendid* apartad* + officer* deput* agent* constable* guard* jailer* staff trooper* members campus duty teacher* agentes officers_involved guardias',
      'paid_leave administrative_leave placed_on_leave',
    ],
    answers: {
      off: 'on_(paid|administrative|unpaid)*_leave leave_with_pay paid_leave administrative_leave suspend* reassign* fired dismiss* relieved taken_off removed_from no_longer_works suspendid* apartad*',
      on: 'still_at_work still_(on|working|at)_* on_duty remain*_(on_duty|at_work|assigned|in_*) back_at_work',
    },
    denied: { off: 'on' },
    counts: ['people'],
  },
  'number.held': {
    about: [
      'arrest* detain* detenid* custody booked + people protest* demonstr* number most police prosecutors fiscalia personas dozen* hubo were',
    ],
    counts: ['people'],
  },
  turnout: {
    about: [
      'crowd* turnout attendance asistencia gathered marched rally protesters demonstrators personas asistentes + hundred* thousand* put_the estimat* number cifr* rebaj* police organi* miles',
    ],
    counts: ['people'],
  },
  aboard: {
    about: [
      'carrying aboard on_board occupants passengers inside in_the_(car|truck|vehicle|van|apartment|house|back|pickup|suv|boat) iban viajaba* vehiculo ocupantes + people person* personas one two three four five six seven eight dos tres cuatro cinco niece nephew brother sister grandmother daughter son children baby nina nino',
    ],
    counts: ['people'],
  },
  apology: {
    about: [
      'apolog* apologiz* apologis* said_sorry say_sorry said_(he|she|they)_(was|were)_sorry disculp* perdon',
    ],
    answers: { yes: 'apolog* sorry disculp* perdon' },
    denied: { yes: 'no' },
  },
  'asleep.then': {
    about: [
      'asleep sleeping slept in_bed from_bed from_her_bed from_his_bed of_bed woke woken awake got_up had_got_up getting_up dormid* durmiendo despiert* + door raid officer* police ram when before shift night morning she he who coffee',
    ],
    answers: {
      asleep: 'asleep sleeping (from|in|of)_(his_|her_|their_)?bed dormid* durmiendo',
      awake: 'awake had_got_up got_up getting_up already_up despiert*',
    },
    denied: { asleep: 'awake', awake: 'asleep' },
  },
  'wrong.place': {
    about: [
      'wrong_(apartment|house|home|address|door|unit|flat|man|person) address_discrepancy address_error botched mistaken_(address|identity) rear_unit wrong direccion_equivocada domicilio_equivocado + raid* officer* team warrant door* police apartment house auditor',
    ],
  },
  'how.lay': {
    about: [
      'face_down facedown face-down prone on_(his|her|their|my)_(stomach|belly|chest|face|front|side|back|knees) kneel* knelt recovery_position boca_abajo de_rodillas',
    ],
    answers: {
      prone:
        'face_down facedown face-down prone on_(his|her|their|my)_(stomach|belly|chest|face|front) boca_abajo',
      side: 'on_(his|her|their|my)_side recovery_position de_lado',
      back: 'on_(his|her|their|my)_back boca_arriba',
      kneeling: 'kneel* knelt on_(his|her|their|my)_knees de_rodillas',
    },
  },
  'cuffed.when': {
    about: [
      'handcuff* cuff cuffed cuffs shackl* zip-tie* wrists_(were_)?behind hands_(were_)?(cuffed|tied|behind) espos*',
    ],
    answers: {
      yes: 'already_(in_)?(handcuff*|cuff*) in_handcuffs handcuff* cuffed wrists_(were_)?behind hands_(were_)?(cuffed|tied) espos*',
      no: 'not_(in_)?(handcuff*|cuff*) never_(handcuff*|cuff*) uncuffed',
    },
    denied: { yes: 'no' },
    counts: ['time'],
  },
  'sent.for': {
    about: [
      'ambulance* medic medics paramedic* ems 911 helicopter* medical_help aid ambulancia* auxilio* + call* summon* request* dial* immediate* at_once delay* late minutes tardo tardaron wait* until after before arriv* llegar inmediat*',
      'rendered_aid render*_aid first_aid',
    ],
    answers: {
      now: 'immediate* at_once right_away promptly without_delay within_seconds within_a_minute straight_away instantly inmediat* enseguida',
      late: 'not_(called|summoned)_until only_after delay* until_(he|she)_(had|was|stopped)* tard(o|aron) (for|after|waited)_(\\p{L}+_){1,2}minutes another_(rider|passenger|customer|neighbor|neighbour|inmate|witness)_who bystander_who',
    },
  },
  'went.to.him': {
    about: [
      'no_one_(went|helped|came|checked|touched|tried) nobody_(moved|went|helped|came|checked|touched|rinsed|tried) render*_aid gave_aid first_aid cpr compressions while_(he|she)_(bled|lay|was_dying) treated_by_the_school_nurse rins* primeros_auxilios + him her eyes aid officer* agent* deput* agents nurse within minutes at_once water',
    ],
    answers: {
      none: 'no_one_* nobody_* while_(he|she)_*',
      given: 'render*_aid gave_aid first_aid cpr compressions treated rins* primeros_auxilios',
    },
    denied: { given: 'none' },
  },
  'cameras.on': {
    about: [
      'camera* bodycam* body-cam* cctv dashcam* body-worn cameras video footage camara* + on off record* activ* preserv* battery dead switch* turn* captur* wear* wore equip* not no broken malfunction* grab* secured throughout installed has_had',
    ],
    answers: {
      on: 'recording record*_throughout activ* preserv* captur* were_on was_on has_had secured grabaron',
      off: 'off no_battery battery deactivat* broken malfunction* dead not_recording no_camera* not_equipped without_camera* switch*_off turn*_off apagad*',
    },
    denied: { on: 'off' },
  },
  drugs: {
    about: [
      'drug drugs narcotic* marijuana cannabis cocaine fentanyl meth methamphetamine pills heroin overdose* droga* marihuana cocaina',
    ],
    answers: {
      yes: 'found under_the reveal* package tested_positive in_(his|her)_(system|blood|bag|pocket) overdose* recover* seiz*',
    },
    denied: { yes: 'no' },
  },
  searched: {
    about: [
      'search* registr* cache* frisk* + vehicle car truck home apartment him her bag reveal* found nothing vehiculo',
      'nothing_in_(that|the|his|her)_* found_nothing',
    ],
    answers: {
      some: 'reveal* found turned_up',
      nothing: 'found_nothing nothing_(was_)?found nothing_in turned_up_nothing',
    },
    denied: { some: 'nothing' },
  },
  told: {
    about: [
      'parents parent mother father family relatives mom mum dad madre padre familia + contact* notif* told call* inform* learn* found_out heard_(from|nothing) right_away hours avis* llam*',
    ],
    answers: {
      now: 'right_away immediate* at_once promptly within_minutes straight_away inmediat*',
      late: 'hours_later heard_nothing not_until never_(called|told|contacted) nobody_(called|told|contacted)',
    },
  },
  ill: {
    about: [
      'vomit* threw_up throwing_up being_sick was_sick retch* convuls* seizure* collaps* sweat* shak*_uncontrollabl* vomit* desmay*',
    ],
  },
  fine: {
    about: [
      'fine ticket citation unpaid owed traffic_fine multa + unpaid insurance jail arrest* court lock* pay paid money over',
    ],
    counts: ['money'],
  },
  parenthood: {
    about: [
      'mother_of father_of mum-of-* dad-of-* mom_of dad_of young_mother young_mum was_a_mother was_a_father year-old_(son|daughter) (his|her)_(son|daughter|boy|girl|children|kids) leaves_behind madre_de padre_de',
    ],
  },
  'first.of.two': {
    about: [
      'ran_across ran_into stepped_into walked_into standing_still moved_into nobody_near no_one_near alone_on + her him line path way steps she he',
    ],
  },
  broke: {
    about: [
      'broke_(down|open|through) ram rammed battering forced kicked_in smash* door_(came|was) boom + door doors lock frame hinges apartment house',
    ],
    counts: ['money'],
  },
} as const satisfies Readonly<Record<string, Question>>
