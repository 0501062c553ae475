/**
 * Of some topics, answers that exclude each other, with the words that give them; written as the cues of `topics.ts`. Two statements on
 * one topic that give one answer each, and not the same, may be a conflict. Editable; nothing here may be about one incident.
 */
export const topicAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  duty: {
    leave: 'leave suspended suspension suspend suspends apartad* suspendid*',
    desk: 'desk_duty desk reassigned administrative_duties modified_duty other_duties non-patrol escritorio otras_(funciones|tareas)',
    ended: 'fired sacked dismissed terminated resigned quit despedid* renunci* destituid*',
    full: 'full_duty active_duty back_on_(duty|patrol|the_street) still_on_(duty|patrol|the_job|the_force) remains_on returned_to_(duty|work) sigue_en_servicio',
    removed: 'removed_from would_not_return will_not_return off_campus barred_from',
  },
  engine: {
    off: 'shut_off turned_off switched_off engine_off shut+engine turned+engine cut_the_engine off apagad*',
    on: 'engine_(on|running|idling|was_running) idling remained_on was_on left_running left_on stayed_on still_running running encendid*',
  },
  'treated where': {
    scene: 'at_the_scene on_scene on_the_scene at_the_site right_there there_and_then en_el_lugar',
    hospital: 'hospital* emergency_room intensive_care general overnight surgery urgencias',
  },
  hospital: {
    scene: 'at_the_scene on_scene on_the_scene sent_home refused_treatment declined_treatment en_el_lugar',
    hospital:
      'taken_to+hospital rushed+hospital admitted kept+(night|nights|overnight) spent_the_night at+hospital intensive_care surgery trasladad*+hospital ingresad*',
  },
  'died when and where': {
    scene: 'at_the_scene on_scene on_the_scene on_the_(street|sidewalk|floor) en_el_lugar',
    hospital: 'hospital* medical_center',
    cell: 'cell jail lockup celda carcel',
    ambulance: 'ambulance en_route on_the_way ambulancia',
  },
  'alone or not': {
    alone:
      'alone only_person only_one only_occupant single-occupancy single_occupancy by_(himself|herself) no_one_else nobody_else sola solo',
    others:
      'cellmate* fellow_(inmate|prisoner|detainee|passenger) other_(inmate*|prisoner*|detainee*|people|woman|man) another_(inmate|prisoner|detainee|woman|man|person) two_(inmates|detainees|prisoners|people) shared with_(two|three|four|another) companer*',
  },
  siren: {
    on: 'siren_(going|on|was_on|blaring|wailing|wailed|sounding) sirens_(on|blaring|going|wailing) lights_(going|on|flashing|and_siren*) flashing blaring wailing activated encendid*',
    off: 'siren_off siren_was_off without+(siren|sirens|lights) no_(siren|sirens|lights) turned_off switched_off deactivated shut_off lights_off off apagad*',
  },
  'traffic signal': {
    red: 'red rojo roja',
    green: 'green verde',
    yellow: 'yellow amber amarill*',
  },
  'reason for the stop': {
    lamp: 'taillight* tail_light* headlight* brake_light* burned-out burned_out broken_light light_out no_lights luz_trasera',
    lane: 'drift* swerv* weav* center_line crossed_the lane_change lane carril',
    papers:
      'expired registration tags plate plates licence_plate license_plate sticker inspection insurance placa* matricula',
    speed: 'speeding too_fast over_the_limit mph exceso_de_velocidad',
    belt: 'seat_belt seatbelt belt cinturon',
    phone: 'on_(his|her|the)_phone texting cellphone celular',
    signal: 'failed_to_signal turn_signal without_signal* stop_sign red_light rolling_stop',
    tint: 'tint* windows_tinted polariz*',
    suspect: 'matched+description fit+description robbery stolen burglary assault wanted sospechos*',
  },
  'thing held': {
    gun: 'gun handgun pistol firearm rifle revolver pistola arma_de_fuego',
    blade: 'knife knives blade machete scissors sword razor dagger box_cutter cuchillo navaja tijeras',
    club: 'bat stick pipe pole rod hammer wrench crowbar hoe shovel shears palo martillo tubo',
    phone: 'phone cellphone celular telefono',
    keys: 'keys llaves',
    wallet: 'wallet purse cartera',
    toy: 'toy replica bb_gun pellet airsoft juguete',
    drink: 'bottle carton (a|the|his|her|beer|soda|tin|drink)_can can_of cup sandwich botella',
    stone: 'stone rock brick piedra',
    nothing: 'empty-handed empty_handed nothing_in_(his|her|their)_(hand|hands) unarmed desarmad*',
  },
  hands: {
    up: 'hands_up raised+hands hands_raised hands_were_(up|raised) hands_in_the_air arms_up raised_(his|her|their) manos_(en_alto|arriba) palms surrender* rind*',
    hidden: 'waistband pocket* reach*_(for|into|under|behind|toward) bolsillo cintura',
    sides: 'at_(his|her|their)_sides by_(his|her)_sides lap crossed folded',
    fist: 'fist* clenched puno*',
    wheel: 'wheel steering dashboard volante',
    behind: 'behind_(his|her|their)_back',
  },
  threat: {
    toward:
      'lung* charg*_(at|toward) came_at coming_at kept_coming rushed_(at|toward) advanc* swung_at ran_at walked_toward abalanz*',
    away: 'backed_away backing_away walked_away ran_away turned_away turned_(his|her)_back moving_away walking_away retreat* retroced* alej*',
    still:
      'stood_still standing_still not_moving motionless did_not_move never_moved just_standing sitting_still frozen quiet*',
  },
  fled: {
    ran: 'fled ran_(from|away|off) running_(from|away) took_off sprint* bolted huy* corr*',
    stayed: 'walk* stood_still stayed did_not_run never_ran standing_still caminaba caminando no_corri*',
  },
  'called off': {
    ended:
      'called_off called_it_off terminat* broke_off gave_up ended_the abandon* backed_off discontinu* disengag* shut_it_down suspendi*',
    going:
      'right_on_(him|her|them) still_(chasing|pursuing|following|behind) on_(his|her|its)_(tail|bumper) kept_(chasing|following) never_(stopped|slowed|ended)',
  },
  'taken down': {
    thrown:
      'slam* threw_(him|her|them|me|my) thrown flung hurled body_slam* drops_(her|him) dropped_(her|him) dump* tackl* shov* push* azot* empuj* derrib*',
    guided:
      'escort* guided controlled_manner controlled lowered assisted_to helped_to placed_(him|her)_on took_(him|her)_to_the_ground eased',
    fell: 'fell slipped tripped lost_(his|her|their)_balance stumbl* cayo tropez* resbal*',
  },
  fall: {
    pushed: 'push* shov* thrown threw empuj*',
    jumped: 'jump* leap* leapt salt*',
    slipped: 'slip* trip* tripped lost_(his|her)_(balance|footing) resbal* tropez*',
  },
  'dog called off': {
    first: 'first_command on_command at_once immediately right_away on_the_first',
    late: 'would_not_(release|let) does_not_(release|let) did_not_(release|let) pry pried seconds minute minutes several_commands third_command repeated had_to_be',
  },
  'what became of footage': {
    kept: 'preserved retained turned_over secured saved backed_up intact guardad*',
    gone: 'delet* erased overwritten lost missing destroyed taken_down borr* perdid*',
  },
  'recording or not': {
    on: 'was_on camera_on activated was_recording recorded turned_on working hour_of minutes_of encendid* grababa',
    off: 'off not_recording was_not_recording did_not_record died dead failed malfunction* deactivated muted covered no_video no_footage no_recording apagad*',
  },
  entry: {
    forced:
      'ram rammed broke+door kicked+door forced breach* burst_in smashed off_its_hinges derrib* forz* tumb*',
    opened:
      'opened_the_door opened+door let_(them|us|him|her)_in invited unlocked with_a_key door_was_open abri*',
  },
  asleep: {
    asleep: 'asleep sleeping in_bed from_bed was_in_bed dormid* dormia en_la_cama',
    awake: 'awake got_up had_got_up standing kitchen making_coffee watching despiert* de_pie',
  },
  conscious: {
    conscious: 'talking spoke awake alert conscious responsive walked breathing consciente hablaba',
    unconscious:
      'unconscious unresponsive passed_out not_moving motionless limp no_pulse never_opened blue inconsciente',
  },
  'cause of death': {
    heart: 'heart cardiac arrhythmia natural_causes natural corazon cardiac*',
    drugs: 'overdose drug* fentanyl methamphetamine toxic* intoxicat* sobredosis droga*',
    breath: 'asphyxia* suffocat* restraint compression neck asfixia',
    gunshot: 'gunshot* shot bullet* balazo*',
    drowning: 'drown* ahogamiento',
    suicide: 'suicide hang* suicidio ahorc*',
    injuries: 'blunt trauma injuries head_injury fall golpe* traumatismo',
  },
  charges: {
    charged:
      'charged cited arrested+for issued_a_(citation|ticket|summons) faces faces_charges citation_for indicted booked_on imputad* acusad*',
    none: 'not_charged no_charges no_citation never_charged not_cited without_charge* released_without sin_cargos',
    dropped: 'withdrawn dropped dismissed thrown_out retirad* desestimad*',
  },
  'who began': {
    suspect:
      'threw_the_first first_punch swung_first hit_first pushed_first started_it struck_the_officer attacked+officer',
    officer:
      'never_(touched|hit|swung|pushed) did_not_(hit|punch|touch|push) officer_(pushed|hit|swung|grabbed)_(him|her|first)',
  },
  'how they spoke': {
    hostile: 'swor* curs* shout* yell* scream* insult* slur* racist aggressive rude grit* insult*',
    calm: 'calm calmly polite politely quiet quietly softly tranquil* amable*',
  },
  weather: {
    wet: 'rain* wet storm* slick slippery lluvia mojad*',
    dry: 'dry clear sunny sec* despejad*',
    windy: 'blowing gust* strong_wind* blew high_winds',
    still: 'winds_(were|was)_light light_wind* no_wind no_breeze',
  },
  dark: {
    dark: 'dark unlit no_(light|lights) streetlight*_(out|off|were_out) lights_were_out pitch oscur* a_oscuras',
    lit: 'well_lit well-lit brightly lit daylight light_enough streetlight_(on|was_on) iluminad*',
  },
  blocked: {
    shut: 'locked closed shut chained padlocked blocked barricaded cerrad* bloquead* con_candado',
    open: 'open opened unlocked clear unblocked abiert* despejad*',
  },
  notice: {
    none: 'no_notice never_(received|got|saw) without_notice no_warning nobody_told sin_aviso nunca_recib*',
    given: 'posted served mailed delivered hand-delivered was_given sent_a notificad*',
  },
  helmet: {
    worn: 'wearing wore was_wearing belted strapped buckled had_(his|her|a)_helmet llevaba puesto',
    bare: 'not_wearing no_helmet unbelted without_helmet without_a_helmet no_seat no_belts had_no sin_casco sin_cinturon',
  },
  resistance: {
    resisted:
      'resisted resisting fought struggled kicked combative pulled_away flailed thrashed refused resisti* forceje*',
    complied:
      'complied cooperat* did_not_resist never_resisted no_resistance limp calm quiet sitting_still very_still obedec* tranquil*',
  },
  'asked for help': {
    asked:
      'asked begged pleaded pleas cried_out called_out requested complained banged pounded hammered screamed pidi* suplic* rog*',
    none: 'never_(asked|requested|complained) did_not_(ask|request|complain) no_(request|sound|complaint) at_no_time nunca_pidi* no_pidi*',
  },
  alarm: {
    sounded: 'sounded rang went_off alarm_(was|began) worked working sono',
    silent: 'did_not_sound never_(sounded|went|rang) no_alarm silent failed disabled dead no_sono',
  },
  'mistake owned': {
    owned: 'apologi* acknowledg* admitted conced* sorry regret* error mistake reconoc* disculp*',
    not: 'did_nothing_wrong no_apology make_no followed_(policy|protocol|procedure|the) acted_(properly|correctly|within) by_the_book',
  },
  animal: {
    held: 'on_a_leash leashed on_leash tied muzzled con_correa amarrad*',
    loose: 'off_leash off_its_leash unleashed loose without_a_leash no_leash suelt* sin_correa',
  },
}
