/**
 * What takes time, happens at an hour or is done so many times. Two numbers of one kind are of one thing when both stand with one of
 * these classes, whatever verb an account chooses. Words in lower case without accents; `*` stands for any ending, `_` for a blank.
 * English first, Spanish in the same lists. Editable.
 */
export const lastingClasses: Readonly<Record<string, string>> = {
  restraint:
    'restrain* held_(him|her|them)_down held_down pinn* pin kne(lt|el*|e) on_top_of held_face_down handcuff* cuff* shackl* hog-tied zip-tie* strapp* tied chok* chokehold neck prone face_down compress* sujet* inmoviliz* espos* rodilla restraint_chair remained_so sat_on in_(the|a|that)_chair in_cuffs in_restraints facedown on_(his|her)_(stomach|belly|neck|back) pressed_(down|into) weight',
  lockdown:
    'lockdown lock*_down locked_in shelter* barricad* lifted resumed normal_classes all_clear confinamiento encerrad*',
  waiting:
    'ambulance* medic* paramedic* help_arriv* arriv* wait* bled bleeding no_one_went nobody_(came|helped|went) before_(help|anyone|medics) response_time responded took*_to_(arrive|reach|respond) tard(o|aron) reach*_(him|her|them|the_scene) lay_there ambulancia llegar',
  pursuit:
    'chas* pursu* follow* event entire collision crash fled flee* dispatch_recording persecuc* first_call',
  under:
    'under_water underwater submerg* beneath_the_surface under_the_(water|surface|ice) was_under surfaced bajo_el_agua',
  shock: 'tas(er|ed|ers|ing) cycle* shock* stun* trigger electr* discharg* descarga*',
  bite: 'bit bite biting bitten dog canine k-9 k9 latch* let_go release mord*',
  entry:
    'knock* announc* door wait*_(for|before) ram rammed forc* answer open*_the_door puerta closer_to strikes_the_door',
  staying:
    'remain* stay* left_(the_apartment|the_house|immediately|at_once) after_(they|the_error|discover*) kept_them error mistake',
  gap: 'before_(firing|he_fired|she_fired|shooting|shots|they_fired|opening) between_(the|his|her)_(order|command|warning|first) from_the_(order|command|first) gave_(him|her|them|people)',
  film: 'clip footage recording video long_video grabacion',
  talk: 'negotiat* talk*_to_(him|her|them) standoff stand-off conversation spoke_with dialog* talks negotiations negotiating talk*_(him|her)_(down|out) tried_to_(calm|persuade|reason) spoken_to speaking_(to|with)',
  fire: 'burn* blaze flames extinguish* under_control incendio',
  power: 'power electric* current third_rail cut_off shut_off switched_off corriente',
  advance: 'advanc* moved_(in|forward) charge* push*_forward line_moved began_to_(clear|move) avanz*',
  late: 'late delay* behind_(schedule|time) took_off departed sailed set_off retras* minutes_behind hours_behind overdue',
  treatment: 'cpr compressions resuscitat* work*_on_(him|her|them) surgery operat* reanimac*',
  notice:
    'notif* told_(the|his|her|their)_(family|mother|father|parents|wife|husband) parents informed text_message heard_nothing learned_of',
  stopped:
    'parked stationary idling stood_still standing_still stopped_for at_a_standstill (does|did)_not_move did_n_t_move estacionad*',
  alone: 'unattended alone unsupervised unchecked unwatched out_of_sight',
  unconscious:
    'unconscious unresponsive not_breathing stopped_breathing no_pulse without_a_pulse without_oxygen inconsciente',
  answer: 'answer* picked_up intercom call_button call_bell panic_button on_hold buzzer',
  detention:
    'detained detention held_for held_without locked_room holding_(cell|room) in_custody retenid* detenid*',
}

/** Years, months and weeks are told of who serves somewhere, and else of what is no part of the incident. */
export const serviceClasses: Readonly<Record<string, string>> = {
  service:
    'veteran service on_the_(force|job) with_the_(department|force|company|agency|district|team) worked employed hired joined experience career tenure antiguedad veterano',
}

/** Hours of the day are of one moment. */
export const momentClasses: Readonly<Record<string, string>> = {
  start:
    'began begin* start* first_call call*_(came|in|received|to)_* was_called were_called dispatch* pull*_over stopp* stop encounter* approach* saw spotted respond* placed_in_(a_)?(precautionary_)?lockdown went_into_lockdown lockdown happened occurred took_place shooting_happened executed raid* spoke_to tried_to_stop attempted_to_stop when_the_ram ram_hit incident crash* collision comenzo empezo ocurr* sucedi* report*_of',
  found: 'found recover* discover* observed_that notic* not_responsive unresponsive hallad* encontr*',
  died: 'pronounc* declar*_dead died death muri* fallec*',
  arrival: 'arriv* on_scene reach*_the_scene got_there assumed_care llega*',
  booking: 'book* received admitted intake brought_in_to ingres*',
  check: 'check* round rounds look*_in logged last_seen last_time_(anyone|staff|she|he)',
  ending: 'lifted ended resumed released all_clear reopened termin*',
  shots: 'fired shots shot opened_fire gunfire struck_(by|on) was_struck was_hit dispar*',
  aid: 'ambulance medic* paramedic* aid cpr',
  order:
    'order* dispers* warn* curfew announc* aviso declar* unlawful_assembly told_to_(leave|disperse|go) evacuation',
  power: 'power electricity current cut_off shut_off went_(dark|out|off)',
  fall: 'fell falls collaps* slump* head_drops went_down plunged',
  alert: 'alert* text* message* notif* parents informed siren*',
  leaving: 'left departed walked_out drove_(off|away) returned went_back sent_home',
  entry: 'knock* breach* entered burst_in broke_(down|in) went_in ram rammed',
}

/** What is done a number of times, and to or by how many. */
export const repeatedClasses: Readonly<Record<string, string>> = {
  shooting:
    'fir(e|es|ed|ing) shot shots gunshot* round rounds bullet* discharg* dispar* balazo* tiro tiros balas shoot* bang bangs pop pops casing* gunfire opened_fire',
  spraying: 'spray* pepper* mace* irritant burst rocia*',
  shocking: 'tas(er|ed|ers|ing) shock* cycle* stun* zap* descarga*',
  striking: 'punch* hit struck strik* kick* blow* baton* golpe* patada* knee*_strikes',
  warning:
    'warn* announce* order* command* aviso* advert* advirti* avis(o|aron) told_(him|her|them)_to shout* told_to yell* called_out instruct* heard_(it|that) read',
  asking: 'ask* beg* plead* request* pedi* pidi* rog* call*_for_help',
  calling: '911 calls call* dial* llam*',
  biting: 'bit bite* bitten mord*',
  stabbing: 'stab* cut knife wound* punalada* apunal*',
  dosing: 'dose* naloxone narcan shots_of antidote inject* dosis',
  leaving: 'leave suspend* desk reassigned fired dismiss* relieved licencia suspendid* apartad*',
  hurting: 'hurt injur* wound* treat* hospital* herid* lesionad*',
  arresting: 'arrest* detain* custody booked jail jailed lockup (police|holding)_cells detenid* charged',
  dying: 'dead died killed fatal* muert* fallec* murier*',
  gathering:
    'crowd* attend* turnout gather* march* rally estimat* asist* manifest* protesters put_the protested',
  riding:
    'carrying aboard inside_the occupants passengers in_the_(car|truck|vehicle|van|pickup|boat) iban viajaba* ocupantes',
  restraining:
    'held_(him|her|them)?_?(down|face)* pinned knelt restrain* sat_on dogpil* tackl* on_top_of grabb* wrestl* pile',
  entering:
    'entered enter enters entry storm* burst_in came_in come_in comes_in went_in go_in rushed_in team came_through entraron entr(o|an)',
  checking: 'check* looked_in round rounds observ* log log* monitor* revis*',
  missing: 'missing unaccounted rescued evacuat* trapped desaparecid*',
  watering: 'water drink drinks jug bottle* fluids agua',
}
