import type { Question } from './questions.ts'

const hands =
  'in_(his|her|their)_hands? carry* held hold* brandish* wield* point* pull* drew draw* reach* armed'

/** What was done, by whom, and why. */
export const conductQuestions = {
  'asked.help': {
    about: [
      'beg begg* plea pleas plead* pled implor* suplic* rog(o|aba|aron) pedia_ayuda pidio_ayuda',
      'ask* request* call*_out cried cry* complain* bang* pound* hammer* press*_the scream* shout* pid* ped* told + help nurse* doctor* medic* medical* attention ambulance medicine medication inhaler insulin water sick ill pain breathe air lawyer bathroom agua medico ayuda',
    ],
    answers: {
      yes: 'beg begg* plea pleas plead* pled implor* ask* request* call*_out cried cry* complain* bang* pound* hammer* scream* press*_the suplic* rog* pid* ped*',
    },
    denied: { yes: 'no' },
    counts: ['times'],
  },
  'took.air': {
    about: [
      "can't_breathe couldn't_breathe cannot_breathe could_not_breathe get_air get_any_air no_air gasp* short_of_breath breath* no_puedo_respirar",
    ],
  },
  checked: {
    about: [
      'check* round rounds look*_in peer* observ* monitor* welfare supervis* ronda* revis* + cell every interval* hour minutes log logged logs inmate* him her on_him on_her through_the_night celda',
      'last_check* last_round not_one_entry no_entr* unmonitored left_unattended',
    ],
    answers: {
      none: 'not_one_entry no_entr* unmonitored unattended no_check* falsif* missed',
      done: 'check* round rounds look*_in peer* monitor* observ*',
    },
    denied: { done: 'none' },
    counts: ['time'],
  },
  declined: {
    about: [
      'declin* refus* turn*_down turned_(it|him|her|them|the_nurse|the_offer)_(down|away) reject* rechaz* + evaluation nurse* doctor* treatment medical medic* medication help transport hospital aid offer*',
    ],
    answers: { yes: 'declin* refus* turn* reject* rechaz*' },
    denied: { yes: 'no' },
  },
  'with.whom': {
    about: [
      'alone by_himself by_herself single-occupancy single_occupancy single_cell own_cell solitary shar*_the shar*_a shar*_his shar*_her cellmate* roommate* one_other another_(man|woman|inmate|prisoner|person|passenger|detainee) unaccompanied solo_en sola_en',
    ],
    answers: {
      alone:
        'alone by_himself by_herself single-occupancy single_occupancy single_cell own_cell solitary unaccompanied nobody_else no_one_else sol(a|o)_en',
      together:
        'shar* cellmate* roommate* one_other another_* accompanied with_(his|her)_(brother|sister|friend|son|daughter|mother|cousin)',
    },
    denied: { alone: 'together' },
  },
  aggression: {
    about: [
      'combative aggressive* violent* belligerent lash*_out struck_out lunge* attack* assault* punch* headbutt* spat spit* resist* struggl* fought fight* refus*_to did_not_comply comply* complied compliant cooperat* obey* calm* polite* raised_a_hand hands_up (his|her|their)_hands_(up|raised) threw_the_first first_punch never_hit never_touched never_struck did_everything surrender* agresiv* resist* forceje* tranquil* obedec* colabor*',
    ],
    answers: {
      yes: 'combative aggressive* violent* belligerent lash*_out struck_out lunge* attack*_(an|the|a|one)_* assault* punch* headbutt* spat spit* resist* struggl* fought refus*_to disobey* agresiv* forceje* threw_the_first first_punch hit_(an|a|the)_(officer|deputy|guard|constable|agent|inspector|sergeant) struck_(an|a|the)_(officer|deputy|guard|constable|agent|inspector|sergeant)',
      no: 'compliant compl(y|ied)_with cooperat* obey* calm* polite* did_everything surrender* hands_up (his|her|their)_hands_(up|raised) peaceful* tranquil* obedec* colabor*',
    },
    denied: { yes: 'no', no: 'yes' },
  },
  'raised.hand': {
    about: [
      'never_(hit|touched|struck|laid|raised|swung|pushed) raised_a_hand laid_a_(hand|finger) first_punch threw_the_first hit_first struck_first started_it struck_(an|a|the)_(officer|deputy|guard|constable|agent|inspector) hit_(an|a|the)_(officer|deputy|guard|constable|agent) struck_out_at swung_at punched_(an|a|the)_(officer|deputy|guard|constable|agent)',
    ],
    answers: {
      yes: 'raised_a_hand laid_a_(hand|finger) first_punch threw_the_first hit_first struck_first started_it struck_* hit_(an|a|the)_* swung_at punched_*',
    },
    denied: { yes: 'no' },
  },
  spoke: {
    about: [
      'order* command* told tell* instruct* shout* yell* wav*_(him|her|them)_(through|on) said_a_word a_word direct* ask*_(him|her|them|the)_* orden* grit* dij* + to stop drop halt leave get_out hands word anything into inside through show turn_off step move come suelt* pare apag*',
    ],
    answers: {
      ordered:
        'order*_(him|her|them|the|to|a)_* command* told_(him|her|them|the|us)_* instruct* shout* yell* direct* orden* grit*',
      none: 'said_nothing without_a_word nobody_(told|said|asked) no_one_(told|said|asked) wav*_(him|her|them)_(through|on)',
    },
    denied: { ordered: 'none' },
  },
  announced: {
    about: [
      'knock* announc* identif*_(himself|herself|themselves) said_who who_they_were said_they_were shouted_police show*_(a|his|her|their)_badge toc*_la_puerta anunci* se_identific*',
    ],
    answers: {
      yes: 'knock* announc* identif* said_(who|they) who_they_were shouted_police badge anunci* toc*',
    },
    denied: { yes: 'no' },
  },
  'gave.warning': {
    about: [
      'warn* aviso avisos avis(o|aron|aba) adverten* advirti* loudspeaker* bullhorn* megaphone* altavoz* order_to_(leave|disperse|clear) dispersal_order told_to_(leave|disperse|clear)',
    ],
    answers: { given: 'warn* avis* adverten* advirti* order_to_* dispersal_order told_to_*' },
    denied: { given: 'none' },
    counts: ['times', 'things'],
  },
  'warned.heard': {
    about: [
      'hear heard make_out audible inaudible drown*_out oy(o|eron|eran) escuch* + warn* announce* loudspeaker* order* aviso* altavoz* words speaker* siren* command*',
    ],
  },
  'shots.fired': {
    about: [
      'fir* shot shots discharg* gunshot* gunfire round rounds bullet* dispar* balazo* balas tiro tiros pop pops + once twice times three four five six seven eight nine ten several dozen multiple dos tres cuatro cinco seis siete ocho nueve veces single one_shot',
    ],
    counts: ['times'],
  },
  'shots.entry': {
    about: [
      'shot shots bullet* round rounds hit struck gunshot* wound* balazo* disparo* impact* + windshield windscreen back_of rear_window back_window from_behind behind in_the_back in_the_(chest|front|head|side|leg|arm|neck|face|thigh|shoulder) chest front side_window cristal parabrisas espalda trasero',
      'windshield rear_window back_window cristal_trasero parabrisas luneta',
    ],
    answers: {
      front:
        'windshield windscreen from_the_front in_the_(chest|front|face|stomach|abdomen) parabrisas de_frente pecho',
      back: 'back_of_(the|his|her) from_behind behind rear_window back_window in_the_back rear cristal_trasero por_la_espalda espalda luneta',
      side: "side_window passenger_window driver's_window",
    },
  },
  'moved.how': {
    about: [
      'accelerat* rolling rolled crept inched sped speeding rammed charg*_at drove_(at|toward|towards|into) slowly stopped parked stationary idling engine_off revers* backing backed detenid* apag* aceler* embisti* brake_lights + car truck pickup suv van vehicle driver sedan camioneta carro coche auto motor bus agent* officer* deput* booth',
      'apag*_el_motor engine_was_off turned_off_the_engine',
    ],
    answers: {
      fast: 'accelerat*_(toward|towards|at|into|past|away) sped speeding rammed charg*_at drove_(at|toward|towards|into) aceler* embisti*',
      slow: 'rolling rolled crept inched slowly stopped parked stationary idling engine_off detenid* apag* turned_off_the_engine brake_lights engine_was_off',
    },
    denied: { fast: 'slow' },
  },
  'in.front': {
    about: [
      `in_front_of in_the_path in_its_path out_of_the_way toward_(an|the|a|him|her|them|officers|agents|deputies) towards_(an|the|a|him|her|them|officers|agents|deputies) toward_officers charg*_(at|toward)_* run*_over leaving driving_away turn*_away away_from hacia_(un|el|los)_* + car truck pickup suv van vehicle driver drove accelerat* camioneta him it he she`,
    ],
    answers: {
      toward: 'toward_* towards_* in_the_path in_its_path charg*_at run_over in_front_of hacia_*',
      away: 'leaving driving_away away_from turn*_away out_of_the_way nobody_in_front',
    },
    denied: { toward: 'away' },
  },
  'why.stopped': {
    about: [
      `stopp* approach* pull*_over contact* spoke_to detain* encounter* called respond* saw chas* question* tried_to_stop want* notic* confront* detuv* par(o|aron) + fare ticket steal* stole* stolen shoplift* theft rob* burglar* suspicious* erratic* tags registration plate plates sticker speeding phone light lights taillight headlight belt description warrant trespass* noise smoking drunk intoxicated weaving nothing_wrong no_reason curfew jaywalk* loiter* graffiti fight disturb* knife gun drugs vending permit`,
      'over_(a|an)_*(ticket|fare|sticker|cigarette|phone|bike|bicycle) nothing_wrong no_reason done_nothing minding_(his|her|their) no_habia_hecho_nada',
    ],
    answers: {
      fare: 'fare ticket',
      theft: 'steal* stole* stolen shoplift* theft rob* burglar* taken_a bike bicycle',
      suspicious: 'suspicious* erratic* strange* loiter*',
      papers: 'tags registration plate plates sticker',
      speed: 'speeding mph',
      phone: 'on_(his|her|a)_phone using_(his|her|a)_phone',
      lights: 'light lights taillight headlight',
      belt: 'belt seatbelt',
      suspect: 'description warrant wanted_for',
      trespass: 'trespass* fence',
      noise: 'noise disturb* fight',
      smoking: 'smok* cigarette',
      drunk: 'drunk intoxicated weaving',
      weapon: 'knife gun weapon',
      drugs: 'drugs drug',
      nothing: 'nothing_wrong no_reason done_nothing minding_* no_habia_hecho_nada',
    },
  },
  'pursuit.ended': {
    about: [
      'end ended ends ending terminat* abandon* discontinu* call*_off broke_off broken_off gave_up giv*_up stopp* back*_off still continu* kept right_behind fell_back + chas* pursu* persecuc* following',
      'broke_off backed_off gave_up_the',
    ],
    answers: {
      ended:
        'end ended ending terminat* abandon* discontinu* call*_off broke_off broken_off gave_up stopp* backed_off fell_back',
      'went on':
        'still_(chasing|behind|following|pursuing|going) continu* kept_(chasing|going|following|on) right_behind',
    },
    denied: { ended: 'went on' },
  },
  aimed: {
    about: [
      'target* aim aimed aiming deliberate* intentional* on_purpose singl*_out apunt* blanco a_proposito accident* ricochet* stray mistook mistaken + photograph* press journalist* reporter* head crowd me her him them legs ground protest* shot fired officer* agent* constable* prensa gente cabeza piernas projectile* round* bullet* oficio who_they_are what_they_do',
    ],
    answers: {
      yes: 'target* aim*_at_(me|her|him|us|them|the_crowd|the_press|people|(his|her|their)_(head|face)) deliberate* intentional* on_purpose singl*_out apunto_a blanco a_proposito',
      no: 'aim*_at_the_(legs|ground|floor|man|men|suspect) accident* ricochet* stray mistook',
    },
    denied: { yes: 'no' },
  },
  'let.through': {
    about: [
      'medic medics paramedic* first-aider* first_aider* ambulance* doctor* nurse* help sanitari* medicos ambulancia + block* kept_(back|from|away|out) wav*_back wav*_the waved turn*_(back|away) let_(through|in|them) allow* prevent* held_back deni* impid* cordon stopped_from access',
    ],
    answers: {
      blocked:
        'block* kept_(back|from|away|out) wav*_back waved_the turn*_(back|away) prevent* held_back impid* not_allowed not_let stopped_from',
      allowed: 'let_(through|in|them) allowed opened escort*',
    },
    denied: { blocked: 'allowed', allowed: 'blocked' },
  },
  'rifle.pointed': {
    about: [
      `point* aim* at_gunpoint train*_on level* apunt* + gun guns rifle* weapon* pistol* firearm* muzzle* taser launcher* arma armas`,
      'at_gunpoint',
    ],
    answers: { yes: 'point* aim* at_gunpoint apunt*' },
    denied: { yes: 'no' },
  },
  'held.what': {
    about: [
      `${hands} + gun guns handgun* pistol* rifle* knife knives blade machete phone cellphone wallet hammer screwdriver stick bat pole bottle rock stone brick toy replica umbrella cane scissors tool nothing object arma pistola cuchillo navaja celular telefono palo`,
    ],
    answers: {
      gun: '(hand)?gun guns pistol* rifle* firearm* pistola',
      knife: 'knife knives blade machete cuchillo navaja',
      phone: 'phone cellphone celular telefono',
      nothing: 'nothing empty-handed unarmed',
    },
  },
  'weapon.there': {
    about: [
      'weapon weapons gun guns handgun* pistol* firearm* knife knives blade machete arma armas pistola cuchillo navaja + found recover* seiz* locat* book* discover* carr* had_a had_no there_was no hall* encontr* tenia llevaba',
      'unarmed desarmad*',
    ],
    answers: {
      yes: 'recover* seiz* locat* book* discover* found carr* had_a llevaba encontr* hallar*',
      no: 'no_(weapon|gun|knife|firearm|handgun|arma)* unarmed desarmad* nothing_was_found',
    },
    denied: { yes: 'no' },
  },
  'went.after': {
    about: [
      'went_in jump*_in div*_in dove wad*_in swam enter*_the_water got_wet reach* rescue* save went_after attempt* pull*_(him|her|them)_out rope line stood_on watched tir*_al_agua + water canal lake river pool sea bank shore drown* swim* towpath pier him her them life agua',
      'got_wet went_in_after stood_on_the_(bank|shore|edge|pier)',
    ],
    answers: {
      yes: 'went_in_after jump*_in_(after|to) div*_in dove_in wad*_in swam_(out|to|after) enter*_the_water went_after attempt*_to_(save|rescue|reach)',
      no: 'stood_on stood_by watched_from nobody_got_wet no_one_went nobody_went nobody_got',
    },
    denied: { yes: 'no' },
  },
  'got.in': {
    about: [
      'jump* leap* leapt fell slip* push* shov* thrown threw enter* went_into climb* of_(his|her)_own_accord salt* cayo empuj* + water canal lake river pool sea rail* balcony bridge edge window roof ledge track* platform agua barandilla balcon him her',
    ],
    answers: {
      self: 'jump* leap* leapt enter*_the went_into_the of_(his|her)_own_accord salt*',
      pushed: 'push* shov* thrown threw_(him|her|them) empuj*',
      fell: 'fell slip* tripp* lost_(his|her)_(balance|footing) cayo',
    },
  },
} as const satisfies Readonly<Record<string, Question>>
