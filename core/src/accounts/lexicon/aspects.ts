/** What one thing was like, of a few that exclude each other. */
export interface Aspect {
  /** Any of these has to stand in a statement for its words to be of this; where it is left out, the words say enough. */
  readonly about?: string
  /** Whose it is matters: of an officer and of somebody else it is two things. */
  readonly isOfSomebody?: true
  /** Values with the words that give them; written as the cues of `topics.ts`. What is denied says the other of two, and of more only that it was not so. */
  readonly values: Readonly<Record<string, string>>
}

const no =
  "(no|not|never|nobody|none|nothing|without|neither|nor|didn't|wasn't|weren't|don't|doesn't|hadn't|isn't|sin|nunca|nadie|ningun|ninguna)"
const him = '(him|her|them|me|us|people|anyone|anybody|residents|students|everyone|passengers)'

const prompt =
  'at_once immediately right_away straight_away promptly instantly without_delay within_(seconds|moments|a_minute|one_minute|two_minutes|minutes|three_minutes|fifteen_minutes|the_minute|an_hour) within_#_(seconds|minutes) seconds_later de_inmediato inmediatamente enseguida al_instante in_seconds started_cpr_immediately'
const late = `${no}+until (half_an|an|one)_hour (two|three|four|five|six|seven|eight|nine|ten|several)_hours #_(hours) (ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|nine|eight|eleven|several|many)_minutes_(before|later|after|passed|to_arrive|went) #_minutes_(before|later|passed|elapsed) (minutes|hours)_(before|later|passed|went_by|after) too_late delay* late only_after waited tard* demor* media_hora took_(more|over|almost|nearly|about)+(minutes|hour|hours) never_(called|told|notified|contacted|came) nobody_(called|told|came) after_(he|she|they)_(had_|)stopped_(moving|breathing) not_called`

/**
 * What two accounts of one event may say otherwise of one thing, whatever their subject. Here the words of a value say by themselves what it
 * is of, or stand with words that do. Nothing here may be about one incident. English first, Spanish in the same lists. Editable.
 */
export const aspects: Readonly<Record<string, Aspect>> = {
  'warned or not': {
    values: {
      warned: `called_out_(a_|)(warning|warnings) (loud|verbal|repeated|several|multiple|three|four|two|five|clear)+(announcements|warnings|orders|commands) (warning|order|announcement|orders|warnings)+(given|read|made|repeated|issued|broadcast)+(times|twice|minutes) warned+(times|twice|repeatedly|before|several) shouted+(stop|police|warning|commands|orders|drop) yelled+(stop|police|warning|drop) (leyo|leyeron)+orden heard_(the_|an_|a_|one_)(order|warning|announcement) ordered+to_(stop|leave|drop|show|get|exit|disperse) (gave|issued|read|made|repeated|broadcast|gives|given|shouted|declared|announced|sounded)+(warning|warnings|order|orders|announcement|announcements|command|commands|instructions|assembly) (warning|warnings|order|orders|announcement|announcements|command|commands)_(was|were|had_been)_(given|issued|read|made|broadcast|repeated|announced|posted) warned_${him} were_warned was_warned had_warned (verbal|repeated|multiple|lawful|clear)_(verbal_|)(commands|warnings|orders|instructions) (told|ordered|instructed|directed|asked|advised|commanded)_${him}_to (was|were)_(told|ordered|instructed|directed|commanded|advised)_(to|by|repeatedly|several|three|four|five|twice|again) advirti* (dio|dieron)+(aviso|orden|ordenes) "drop_it" loudhailer+(told|warned|order) there_was_an_(announcement|order)`,
      not: `without_(any_|a_|)(warning|order|announcement) (heard|hear)_(no|nothing) (no|without)+warning ${no}_(heard|hear)+(warning|order|orders|announcement|anything|say|command|commands|yell|shout) would_have_heard_it never_heard_(a|any|an) sin_previo_aviso no_(escuch*|oy*)+(orden|aviso|nada) sin_decir_nada ${no}+(warning|warnings|warn|warned|announcement|announce|announced) (no|without)_(order|orders|command|commands|instruction|instructions) ${no}_(said|say|saying|told|hollered|shouted|yelled|spoke|give|gave|given|issued|issue|ordered|asked)+(word|anything|thing|us|him|her|them|order|orders|command|commands|first) not_a_word not_one_word one_word+before without_a_word no_(officer|one|deputy|guard)+(said|told|warned|spoke|shouted) out_of_nowhere said_nothing just_(grabbed|started|walked_up|opened_fire|fired|began) sin_(aviso|avisar|advert*|decir) nadie+(dijo|aviso|advirtio)`,
    },
  },
  'knocked or announced': {
    values: {
      yes: `knocked+(times|twice|announced|door|loudly) (announced|identified)+(police|themselves|presence|officers) (said|say)_they_(knocked|announced) did_knock knocked_and toc*+puerta knocked pounded_on+door banged_on+door announced_(themselves|himself|herself|their|his|her) identified_(themselves|himself|herself)_as shouted+police+before yelled+police tocaron+puerta se_identific*`,
      no: `(no|never_a|without_a)_knock (nobody|no_one|never|didn't|not)_(knock|knocked|rang|announced) ${no}+(knock|knocked|announce|announced|identify|identified|identifying|knocking) no-knock without_(knocking|announcing|identifying) burst_in ${no}_(said|say|shouted|heard|hear)+(police|sheriff|who) sin_(tocar|llamar|identificarse)`,
    },
  },
  'chase over or not': {
    values: {
      over: `(ended|stopped|terminated|called_off|gave_up|broke_off)_(the_|their_|his_|her_|its_|)(chase|pursuit) had_(stopped|ceased|given_up|fallen_back|dropped_back|pulled_back|backed_off) lost_sight lost_(him|her|it|them) ceased+(pursuit|chase) pulled_back fell_back+ (terminat*|ended|ending|called_off|broke_off|abandon*|discontinu*|stopped|backed_off|dropped|gave_up|suspend*|disengag*)+(chase|pursuit|pursuing|chasing|persecucion) (chase|pursuit|persecucion)+(over|terminat*|ended|called_off|abandoned|discontinued|broken_off|terminada|terminado|suspend*) called_it_off backed_off no_longer_(chasing|pursuing|following|in_pursuit) were_not_(chasing|pursuing|following) was_not_(chasing|pursuing|following) dropped_back shut_(down|off)_(his|her|their|the)_(lights|emergency) turned_off_(his|her|their|the)_(lights|emergency|siren) deactivat*+(lights|equipment|siren)`,
      going: `(chased|pursued|followed)_(him|her|it|them)_(until|into|right|all_the_way|to_the|through) (right|close|just|inches|feet|yards|directly|immediately)_behind (chase|pursuit|chasing|pursuing)+(until|when|at_the_time|still|continued) never_let_up was_still_(behind|following|going|chasing|pursuing) in_pursuit+when tailing at_full_speed_behind still_(chasing|pursuing|following|behind|in_pursuit|after) (on|off)_(his|her|its|their|the)_(bumper|tail) right_(behind|on)_(him|her|it|them|the) seconds_behind close_behind glued_to never_(stopped|slowed|backed|broke|let_up) (chase|pursuit)+${no}_(over|ended|terminated|called) was_not_over would_not_(discontinue|stop|terminate) continued+(pursuit|chase|pursuing|chasing) kept_(chasing|following|pursuing|going) pegada_a (cars|car|cruiser|cruisers|patrol)_(lengths|length)_behind`,
    },
  },
  'siren or lights': {
    about: 'siren sirens lights emergency_equipment sirena sirenas luces',
    values: {
      on: '(siren|sirens|lights|sirena)+(on|blaring|wailing|sounding|flashing|activated|going|encendida|prendida) lights_and_siren* blue_lights+siren activated+(lights|siren|equipment) blaring wailing heard+siren*',
      off: `(siren|sirens|lights|equipment)+(off|deactivated|quit|died) ${no}_(siren|sirens|lights|emergency_lights) without+(siren|sirens|lights) (turned|switched|shut|turning|switching|shutting)_(off|down)+(lights|siren|sirens|equipment) deactivat*+(lights|siren|equipment) silently`,
    },
  },
  'what was held': {
    isOfSomebody: true,
    values: {
      gun: 'pointed_(a|the|his|her)_(gun|rifle|weapon|pistol|handgun) armed+(gun|handgun|rifle|pistol|firearm) gunman (gun|handgun|pistol|rifle)_in_(his|her)_(hand|hands|waistband) (had|holding|held|carrying|carried|armed_with|pointing|pointed|raised|produced|pulled|with|drew|brandish*|wielding|grabbed)+(gun|handgun|pistol|firearm|rifle|shotgun|revolver|arma_de_fuego|pistola)',
      blade:
        '(knife|blade|machete|box_cutter)_in_(his|her)_(hand|hands) armed+(knife|blade|machete) (lunged|came|advanced|charged)+with_a_(knife|blade) (had|holding|held|carrying|carried|armed_with|with|brandish*|wielding|raised|swinging|waving|drop|tenia|llevaba|portaba)+(knife|knives|blade|machete|edged_weapon|sword|razor|dagger|cuchillo|navaja) edged_weapon man_with_(a_|)knife',
      tool: 'screwdriver wrench hammer pliers crowbar pry_bar pipe spanner handle hoe rake shovel broom stick cane crutch walking_stick umbrella bat pole nozzle hanger tray remote flashlight destornillador martillo palo baston',
      phone:
        '(phone|cellphone|wallet|cigarette|bottle|sandwich|remote|keys|can|cup|book|bag|hairbrush|lighter|vape|toy)_in_(his|her)_(hand|hands) (had|holding|held|carrying|raised|with|reach*|grabbed|only)+(phone|cellphone|mobile|telefono|celular|wallet|keys|cartera|llaves|bottle|cup|book|papers|bag|sandwich|toy)',
      nothing: `(hand|hands)+empty empty-handed nothing_in_(his|her|their|my|either) (holding|had|held|carrying)_nothing unarmed ${no}_(armed|weapon|gun|knife) (had|was_carrying)_no_(weapon|gun|knife) desarmado desarmada`,
    },
  },
  'toward or away': {
    isOfSomebody: true,
    values: {
      toward:
        'running_(at|toward*|straight) headed_(for|toward*|straight_at) bore_down (drove|steered|swerved)_(at|into|toward*) advanc*_(on|toward*|at) advanc* lung* charg*_(at|toward*|officers|deputies|him|her|them|the) (came|come|coming|ran|run|running|moved|moving|walked|walking|rushed|rushing|stepped|drove|driving|accelerat*|sped|walked_up)_(straight_|right_|directly_|quickly_|)(at|toward*|on|into)_(an_|the_|two_|)(him|her|them|me|us|officer*|deput*|police|agent*|guard*|trooper*|group) closing_(on|to|the_distance) kept_coming se_abalanz* avanz*+hacia arremeti* aceler*+(hacia|direccion)',
      still: `hands_on_(his|her)_(knees|lap) (sitting|seated|sat)_on_(his|her|the|a)_(bunk|bed|bench|curb|couch|porch|steps|floor|ground|chair) was_(sitting|standing|kneeling|lying)_+ never_took standing_(a_few|several|#)_(feet|metres|meters|yards)+from (stood|standing|stand|sat|sitting)_(perfectly_|very_|quite_|completely_|)still (stood|standing)_(there|on|by|in_the|with|at|where|his_ground|her_ground) never_(took_a_step|moved|advanced|lunged|charged|approached|came) ${no}_(move|moved|moving|advance|lunge|charge|approach|approached|take_a_step|step) motionless wasn't_(going|moving) stationary frozen quieto quieta parado parada sin_moverse`,
      away: '(backed|backing|stepped|stepping|walked|walking|ran|running|moved|moving|turned|turning|drove|driving|crawled|pulled)_(away|back|backward*|off) back_(was_|)turned (his|her|their)_back_(to|was|turned) backs_were_turned fleeing retreat* (turned|turning)_(around|to_leave|to_go) trying_to_(leave|get_away|run|flee) de_espaldas retroced* se_alej*',
    },
  },
  'how somebody lay': {
    isOfSomebody: true,
    values: {
      prone:
        '(on|onto)_(his|her|their|its)_(face|stomach|belly|front|chest) face-down chest_down belly_down face_down facedown prone on_(his|her|their)_(stomach|belly|front|chest|stomachs) boca_abajo face_first+(ground|floor|pavement)',
      side: '(on|onto)_(his|her)_(left_|right_|)side rolled+side in_recovery on_(his|her|their)_side onto_(his|her|their)_side recovery_position de_lado de_costado',
      back: 'on_(his|her)_back onto_(his|her)_back face_up faceup boca_arriba',
      upright:
        'seated sitting_up sat_up upright (sitting|seated)_position sitting+(chair|floor|curb|ground|bench) on_(his|her)_feet sentado sentada de_pie',
    },
  },
  'fell or made to fall': {
    isOfSomebody: true,
    values: {
      made: 'push* shov* slam* threw_(him|her|them|me|my|the) thrown_to thrown_down flung hurl*_(him|her) tackl* flipped body-slam* knocked_(him|her|them|me|down|to|over) yank* dragged takedown took_(him|her)_(down|to) taken_(down|to_the_ground) grabbed+(before|and|down|over|off|jacket|neck) forced_(him|her|to_the) empuj* derrib* tumb* hit_(him|her) struck_(by|on|him|her) kicked beaten',
      fell: '(fell|falls|fallen|tripped|trips|trip|slipped|slips|stumbled|stumbles|tumbled|toppled) lost_(his|her|their)_(balance|footing) lost_balance missed_a_step se_cayo tropez* resbal* cayo',
      jumped: 'jumped jump leapt leaped leap dived dove_into+(water|river|lake) salto se_lanzo+(agua|rio)',
    },
  },
  'did what was asked': {
    isOfSomebody: true,
    values: {
      refused: `refused+(to|order*|command*|instruction*|lawful) ignored defied disobey* failed_to_(comply|obey|stop|follow) ${no}+(comply|complied|obey|obeyed|follow_orders|listen) non-compliant noncompliant noncompliance uncooperative wouldn't_(comply|get|listen|stop|drop|move) se_neg* desobedec* hizo_caso_omiso`,
      did: 'complied complying obeyed followed+(order*|instruction*|command*) did_(as|what|everything)+(told|asked|said|ordered) cooperated cooperating was_doing_what (got|stepped)_out_(when|as)_(asked|told) obedeci* colabor*',
    },
  },
  'could not breathe told or not': {
    about:
      'breathe breath breathing air respirar respira complain complained complaint chest_pain distress discomfort',
    values: {
      told: "(says|said|told|screams|shouts|repeats|repeated)+(breathe|see) cannot_breathe can_not_breathe i_can't_breathe (can't|cannot|couldn't|could_not|can_not)+breathe (said|told|begged|cried|yelled|screamed|gasped|pleaded|heard)+(breathe|breath|breathing) let_(her|him|me)_breathe struggl*+breath* trouble_breathing difficulty_breathing complained_of no_(puedo|podia)_respirar gasping",
      not: `${no}+(complain|complained|complaint|say|said|indicate|indicated|report|reported)+(breath*|difficulty|distress|pain|trouble|discomfort) ${no}_(complaint|complaints|signs_of_distress) breathing_(normally|and_talking|and_responsive|fine) was_breathing`,
    },
  },
  'asked for help or not': {
    isOfSomebody: true,
    values: {
      asked:
        'said_(he|she)_(needed|wanted)_(help|a_doctor|water|his|her|an_ambulance) (asked|begged|pleaded|called|cried)_(repeatedly_|twice_|officers_|deputies_|guards_|them_|)(for|to_be|to_go|to_see) help_me in_pain+(said|told) (asked|asks|asking|begged|begging|pleaded|pleading|requested|cried|called|calling|crying|screamed|screaming|banged|pressed|rang|pounded|shouted)_(out_|again_|repeatedly_|twice_|in_vain_|several_times_|)(for|to_see|to_go)_(help|a_doctor|a_nurse|an_ambulance|water|medical|medicine|his|her|air|insulin|treatment|the_nurse|attention) (intercom|call_button|buzzer|bell)+(pressed|times|rang|asked) pidi*+(ayuda|agua|auxilio|medico|ambulancia) suplic*',
      not: `${no}_(ask|asked|request|requested|complain|complained|call_for|called_for|seek|sought|cry|cried)+(help|medical|attention|anything|doctor|nurse|insulin|treatment|water|medication|deputy|it) ${no}+(request|requests|complaint|complaints|shouting|screams)_(for|from|of|at) (declined|refused|turned_down)+(medical|treatment|help|attention|ambulance|water|care) no_pidi* nunca_pidi*`,
    },
  },
  'helped or not': {
    values: {
      helped:
        '(began|started|performed|gave|administered|did)_(cpr|first_aid|chest_compressions) provided+(aid|care|treatment|first_aid) (officers|deputies|agents|guards|staff)+(treated|helped|aided|splinted|bandaged|tended|assisted)+(him|her|the|them|man|woman|wound*) came_to_(his|her)_aid rushed_to_help attended_to_(him|her) (rendered|provided|gave|giving|began|started|administered|performed|received|rendering|providing)_(immediate_|emergency_|first_|medical_|prompt_|some_|)(aid|cpr|assistance|care|compressions|first_aid|medical_aid|medical_assistance|chest_compressions|lifesaving|life-saving) (began|started|performing|doing)_(cpr|chest_compressions) helped_(him|her|the|them) applied_(a_|)(tourniquet|pressure) held_(her|his)_hand tended_to (prestaron|presto|dio|dieron|brind*)+(auxilio|auxilios|ayuda|asistencia) stayed_with_(him|her|the) remained_with',
      not: `just_(stood|watched|stared|walked) stood_(over|around|back|by|there|and) left_to_(die|bleed) left_(bleeding|lying) nobody_(helped|came|touched|went|moved|did) no_one_(helped|came|touched|went|starts|started|began|moved|did|gave) (not|never)_(helped|attended|treated|given_aid) by_(bystanders|neighbors|neighbours|passers-by|strangers|a_nurse_from) did_nothing+help before_anyone_(helped|touched|came|did) no_(officer|deputy|guard|agent)+(helped|aid|came) ${no}+(aid|cpr|assistance|first_aid|help|helped|compressions|resuscitate|auxilio|ayuda|auxilios) ${no}_(render*|give|gave|given|provide*|attempt*|begin|began|receive*)+(aid|cpr|help|assistance) stood_(there|by|around|and_watched|over_(him|her|them)|with) standing_around walked_(right_|)past ${no}_(go|went|came|come|goes|checked|moved)+(him|her|them|down|aid|help|near) looked_on left_(him|her|them)_(lying|there|on_the) (minutes|hours)_(pass|passed|before|went_by)+(anyone|help|aid|cpr|medics|goes|went) refused_to_help nadie+(ayudo|auxilio) stayed_in_(his|her|the)_car`,
    },
  },
  'ambulance called when': {
    about:
      '(ambulance|medics|paramedics|ems|911|dive_team|divers|help)+(called|requested|summoned|rung|sent|dispatched|contacted|dialed) (called|requested|summoned|rung|rang|dialed|dialled|dialing|calling|radioed)+(ambulance|medics|paramedics|ems|911|dive|help) ambulancia',
    values: { prompt, late },
  },
  'aid begun when': {
    about:
      'cpr compressions first_aid lifesaving life-saving resuscitat* medical_(aid|attention|assistance|help) render*_aid treat* tourniquet attended seen_by auxilio',
    values: { prompt, late },
  },
  'family told when': {
    about:
      '(family|mother|father|parents|wife|husband|sister|brother|kin|relatives|parent|families|familia|madre|me)+(told|called|notified|contacted|informed|phoned|avis*) (told|called|notified|contacted|informed|phoned|call|avis*)+(family|mother|father|parents|wife|husband|sister|brother|kin|relatives|parent|families|me|her|familia|madre) nobody_(called|told)_me',
    values: { prompt, late },
  },
  'treated where': {
    isOfSomebody: true,
    values: {
      scene: `(treated|checked|evaluated|assessed|examined|cleared|seen)+(at_the_scene|on_scene|on_site|at_the_park|there|by_paramedics_at|en_el_lugar) refused_(medical|treatment|transport) declined_(medical|treatment|transport) no_treatment ${no}_hospital`,
      hospital:
        '(taken|rushed|transported|brought|airlifted|flown|driven|admitted|went|taken_by_ambulance)+(hospital|emergency_room|emergency_department|trauma_center|medical_center|clinic) hospitalized hospitalised spent+(hospital|intensive_care) kept+overnight (night|nights|days)+hospital intensive_care underwent_surgery trasladad*+hospital ingres*+hospital',
    },
  },
  'died where': {
    about: 'died die dies dead death pronounced declared murio fallecio muerte passed_away killed body',
    values: {
      hospital: 'hospital infirmary emergency_room medical_center intensive_care operating_table clinic',
      scene:
        'at_the_scene on_scene on_the_(street|sidewalk|pavement|floor|spot|ground|road) there_and_then en_el_lugar',
      cell: 'in_(a_|his_|her_|the_|)(cell|jail_cell|holding_cell|lockup|jail|chair) celda',
      vehicle:
        'in_(a_|the_|)(van|ambulance|police_car|cruiser|patrol_car|prison_van|car|vehicle|bus) en_route on_the_way',
    },
  },
  'drugs or none': {
    about:
      'drug* narcotic* overdose substance fentanyl heroin meth methamphetamine cocaine marijuana toxicology pills droga drogas blood toxicolog* contraband',
    values: {
      some: '(found|discover*|recover*|seized|tested_positive|positive|conceal*|possess*|swallow*|showed|under_the_influence|used|took|taken|carrying|hidden|hid)+(drug*|narcotic*|substance*|fentanyl|heroin|meth*|cocaine|marijuana|pills|overdose|contraband|bundles) (drug*|narcotic*|fentanyl|meth*|cocaine|heroin)+(found|factor|in_(his|her)_(blood|system|pocket)|overdose|conceal*|discover*) overdos* under_the_influence high_on sobredosis tested_positive narcotics_may drug_paraphernalia',
      none: `(tests|test|screen|results|report|toxicology)+(no|negative|clean|clear) drug-free clean_(toxicology|test|screen) ${no}_(drug|drugs|narcotics|illegal|controlled|trace|substance*|fentanyl)+ (found|were|was|there_was|detected)_no_(drugs|drug|narcotics|trace|substances|alcohol) no_(drugs|drug|narcotics|contraband|illegal|controlled) tested_negative screen+negative came_back_(clean|negative) nothing_in_(his|her)_(blood|system) not+overdose never_(used|took|touched)_(drugs|them) negative_for no_(llevaba|tenia|habia)+droga negativo`,
    },
  },
  'drunk or sober': {
    about:
      'alcohol drunk drinking drink intoxicat* sober breath_test breathalyzer alcoholemia borracho ebri* beer liquor whiskey blood_test impaired test limit result',
    values: {
      drunk:
        'appeared_(to_be_|)(drunk|intoxicated|impaired|under) public_intoxication drunken under_the_influence unsteady smelled_like (smell*|odor|odour|stank|reek*)+(alcohol|beer|liquor|drink) intoxicated drunk inebriated impaired over_the_(legal_|drink-drive_|)limit (times|twice)_(over|the_legal|the_limit) slurred had_been_drinking suspected_(the_driver_was_|he_was_|of_|)drunk alcohol_is_suspected borracho borracha ebri* slurring failed+sobriety',
      sober: `sober ${no}+(alcohol|drink|drunk|drinking|intoxicated|impaired) nothing_to_drink below_the_(legal_|)limit under_the_(legal_|)limit (read|was|came_back|blew|result)_(a_|)(zero|negative|clean) tested_negative negative_for does_not_drink doesn't_drink never_drank`,
    },
  },
  'armed or not': {
    isOfSomebody: true,
    values: {
      armed:
        'armed armed_with had_a_(gun|knife|weapon|firearm|pistol|handgun|rifle) carrying_a_(gun|knife|weapon|firearm|pistol|handgun|rifle) armado armada (pulled|drew|produced)_a_(gun|knife|weapon|firearm|pistol|handgun)',
      unarmed: `unarmed ${no}+(armed|weapon|weapons|gun|firearm|knife) desarmad* sin_armas ${no}_(have|had|carry|carrying|own|hold|holding)+(gun|weapon|knife|firearm)`,
    },
  },
  'found or not': {
    about:
      'gun weapon weapons knife firearm pistol handgun drugs ammunition casing casings contraband narcotics arma cuchillo blade screwdriver',
    values: {
      found:
        '(found|recovered|located|seized|discovered|collected|retrieved|hallaron|encontraron|recuperaron)+(gun|weapon|knife|firearm|pistol|handgun|drugs|rifle|blade|casing|casings|ammunition) (gun|weapon|knife|firearm|pistol|handgun|rifle|blade)+(was|were)_(found|recovered|located|seized|collected)',
      none: `no_(gun|weapon|weapons|knife|firearm|pistol|handgun|drugs|blade)+(found|recovered|located|seized|there|scene|turned_up) ${no}+(find|found|recover|recovered|located)+(gun|weapon|knife|firearm|drugs|anything) found_no_(gun|weapon|knife|weapons|firearm|drugs) ningun*+arma`,
    },
  },
  'camera running or not': {
    about:
      'camera cameras bodycam body-cam dashcam footage video recording recorded grabacion camara camaras cctv',
    values: {
      on: `wearing_(body_|)(cameras|camera) all_(cameras|body)+(on|activated|recording|running) (camera|cameras|bodycam|bodycams)+(on|recording|activated|working|rolling|running|functioning|operational|captured|recorded) (was|were)_(recording|recorded|activated|running|rolling) activated+(camera|cameras) (recorded|captured|filmed)+(camera|cameras|incident|encounter|all|whole|entire)`,
      off: `(camera|cameras|bodycam*)+(turned_off|muted|unplugged|not_on|failed|were_off|was_off) no_(body_camera|bodycam|dashcam|recording|footage|video)_(exists|exist|of) (wasn't|weren't|was_not|were_not)_(recording|wearing|activated|turned_on|on)+(camera|cameras|) (camera|cameras|bodycam|bodycams)+(off|disabled|deactivated|not_recording|not_working|broken|malfunction*|failed|dead|covered|blocked|down|out_of_order|not_activated|switched_off|apagada|apagadas) ${no}+(recording|activated|activate|turned_on|turn_on|switched_on|working|recorded) no_(footage|video|recording|camera) (turned|switched)_off_(his|her|their|the)_(camera|bodycam|body) malfunction*`,
      gone: 'erased deleted overwritten lost wiped destroyed missing borrad* taped_over',
      kept: 'preserved retained secured handed_(over|to)+(video|footage|recording|) turned_over saved backed_up',
    },
  },
  'door locked or open': {
    about:
      'leave exits way ways plaza bridge street ramp route routes clear left out north south east west side salir door doors gate gates exit exits ramp turnstile* hatch puerta puertas salida salidas room way_out stairwell stairs escape',
    values: {
      shut: 'closed_(off|the) (could|can|would)_not_(leave|get_out|go|get_through) nobody_could_(leave|get) no_one_could_(leave|get) no_way_(out|to_leave) nowhere_to_go trapped penned kettled boxed_in surrounded hemmed let_(them|us|people)_go+not not_let_go encerr* no_habia+salir told_me_i_could_not line_of_officers+across standing_across sealed_off turned_back blocking locked bolted chained padlocked closed shut blocked barricaded sealed jammed stuck taped_shut cerrad* bloquead* con_llave fenced_off cut_off obstructed at_both_ends barred (would|did)_not_open',
      open: 'free_to_leave could_(leave|have_left) (were|was)_allowed_to_leave left_open stood_open way_out_was way_was_clear routes_were kept_open unobstructed exits+open unlocked open opened_at unblocked ajar propped abiert* wide_open remained_open was_open were_open accessible available',
    },
  },
  'how they came in': {
    about: 'door doors gate entrance entered entry apartment house home room puerta',
    values: {
      forced:
        'ram rammed battering forced_(open|the|their|entry|his|her) kicked_(in|down|open|the) broke_(down|open|in|the|through) broken_(down|open|in) smashed breached burst splinter* crowbar off_its_hinges blew came_(in|down|off) derrib* forz* tumb*',
      opened:
        '(was|were)_opened_by opened_(the|by|it|his|her|and) opened_up let_(them|us|him|her|officers|deputies|police)_in invited unlocked with_a_key had_a_key passkey master_key answered_the_door abri* buzzed_(them|him|us)_in consent*',
    },
  },
  'asleep or awake': {
    isOfSomebody: true,
    values: {
      asleep:
        'asleep sleeping in_(his_|her_|their_|)bed slept dozing napping woken woke_(up|him|her) dormid* durmiendo snoring',
      awake: `awake ${no}_(asleep|sleeping) wide_awake watching_(television|tv|a_film) was_up making_(coffee|breakfast|tea|dinner) got_up despiert* standing_in+(kitchen|hall|doorway)`,
    },
  },
  'of free will or not': {
    about:
      'admitted admission clinic hospital hold commitment committed checked ward custody came walked patient psychiatric left leave search entry searched blood interview station',
    values: {
      free: 'voluntary voluntarily checked_(himself|herself)_in checked_in walked_in+(asked|himself|herself|help|own) on_(his|her)_own by_(himself|herself)+asked consented consent_was_given gave_(consent|permission) agreed_to asked_for_help',
      forced:
        'involuntary involuntarily court_order committed against_(his|her)_will ordered_(held|detained) brought_in_by_(police|officers|deputies) under_(a_|)(hold|order|section) without_(consent|permission|a_warrant) refused_consent',
    },
  },
  'at work or not': {
    about:
      'officer officers deputy deputies trooper troopers guard guards agent agents sergeant employee driver pilot teacher captain agente oficial policia nurse operator he she constable',
    values: {
      leave:
        '(paid|administrative|unpaid|medical)_(administrative_|)leave placed_on_leave put_on_leave on_leave de_licencia suspended_with_pay suspended+pay suspended stood_down suspendid*',
      desk: 'desk_duty desk_duties desk administrative_duties modified_duty restricted_duty light_duty other_duties other_tasks reassigned transferred moved_to escritorio otras_funciones',
      working: `back_(on|at|to)_(duty|work|patrol|the_street|the_streets) still_(on|at|working)_(duty|work|patrol|the_job|the_force|shift) remains_on_(duty|patrol|active|the_force|the_job|full) returned_to_(duty|work|patrol) full_duty active_duty has_not_been_(suspended|disciplined|placed) sigue_en_(servicio|activo) continues_to_(work|serve) ${no}_(leave|suspended|disciplined)`,
      gone: 'fired_(from|by|him|her)+(department|force|job) was_fired+(department|force) dismissed sacked resigned terminated_(from|his|her|the_officer) no_longer_(employed|works|with_the) removed_from_(duty|the_force|his_post) despedid* renunci* quit',
    },
  },
  'charged or not': {
    isOfSomebody: true,
    values: {
      charged:
        'charged_with (faces|face|facing)+(charge|charges|count|counts) cited_for booked_on indicted due_in_court will_appear was_charged were_charged charges_were_filed imputad* acusad*',
      not: `not_charged ${no}+(charge|charges|charged|cited|citation|prosecuted|indicted) without_charge* released_without charges+(dropped|withdrawn|dismissed) sin_cargos (dropped|withdrew|dismissed)+(charge|charges|case) cleared_of`,
    },
  },
  'used or not': {
    about:
      'gas tear_gas foam round rounds munition munitions rubber projectile* baton batons taser stun spray pepper shot shots fired weapon gun device force bullets canister* grenade* horses horse dog dogs drone gases balas bala porra irritant chemical beanbag launcher* water_cannon whip',
    values: {
      used: '(fired|fires|firing|used|uses|deployed|discharged|launched|shot|swung|hit_with|struck_by|struck_with|sprayed|released|drew|threw)_+(gas|tear_gas|cs_gas|foam|rounds|round|munitions|rubber|projectile*|baton|batons|taser|spray|bullets|shots|canisters|grenades|horses|dogs|device|launcher*|cannon|whip) (gas|foam|rounds|round|munitions|rubber|projectile*|baton|batons|taser|spray|bullets|shots|canisters|grenades|device)+(fired|used|deployed|discharged|launched|out|drawn|sprayed) dispar*+(gas|proyectil*|balas|goma) hit+(foam|rubber|baton|bullet|canister) (with|had)+(baton|batons|launcher*)+(out|drawn|)',
      not: `never_(used|fired|deployed|drew) was_not_used were_not_used ${no}_(gas|tear_gas|pepper|baton|taser)_ ${no}+(gas|foam|munition*|round|rounds|rubber|projectile*|baton|batons|taser|spray|shots|device|agents|whip|crop|dogs|horses)+(used|fired|deployed|discharged|drawn|type|kind|thrown|) ${no}_(fired|used|deployed|discharged|drawn|fire|use|deploy|discharge) (remained|stayed|kept)_holstered not_one+(round|shot) in_(his|her|their)_holster*`,
    },
  },
  'pointed or not': {
    about:
      'gun guns weapon weapons firearm pistol rifle handgun taser launcher* hand hands fist stick knife pole cane arma pistola',
    values: {
      pointed:
        '(pointed|pointing|points|aimed|aiming|raised|raising|raises|levelled|leveled|swung|drew|drawn|brandish*)_(a_|an_|the_|his_|her_|their_|it_|at_|his_gun_|)+(gun|weapon|firearm|pistol|rifle|handgun|taser|knife|at_officers|at_the|at_him|at_her|at_them|stick|pole|launcher*|arm|it) with_(his|her|their)_(gun|guns|weapon|weapons)_(out|drawn|raised) guns_(out|drawn) apunt*',
      not: `${no}+(point|pointed|pointing|aim|aimed|aims|raise|raised|raising|drew|drawn|draw|brandish|brandished|swing|swung|swinging|reach|reached) at_(his|her)_side holstered pointed_(down|at_the_ground|at_the_floor) toward_the_ground leaning_on`,
    },
  },
  'thrown or not': {
    about:
      'crowd protester* demonstrator* marcher* people officers police members bottle bottles rock rocks stone stones brick bricks object objects rebar firework* missile* thrown threw throw throwing hurled pelted lanz* piedra* botella* anyone anything',
    values: {
      thrown:
        '(threw|throw|throwing|thrown|throws|hurled|hurling|pelted|pelting|lobbed|tossed|flung|lanz*|arroj*)+(bottle|bottles|rock|rocks|stone|stones|brick|bricks|object|objects|firework*|debris|missile*|rebar|projectile*|officers|police|device|botella*|piedra*|at_them|cans) (bottle|bottles|rock|rocks|stone|stones|brick|bricks|object|objects|firework*|missile*|rebar)+(thrown|hurled|flying|flew|lobbed|rained) (had|were)_(rocks|bottles|stones) pelted attacked_with',
      not: `${no}+(throw|threw|thrown|throwing|hurled|rock|rocks|bottle|bottles|stone|stones)+(thrown|all|) peaceful peacefully sitting singing candles sat_down kneeling chanting not_one_(rock|bottle|stone) pacific*`,
    },
  },
  'dark or lit': {
    about:
      'fog foggy visibility night dark light lights lit lamp lamps streetlight* clear sun daylight niebla view moon unlit',
    values: {
      poor: 'fog foggy dense_fog thick_fog dark darkness pitch_black unlit poor_visibility no_(lights|light|moon|lamps) (lights|light|lamp|lamps|streetlight*)+(out|off|broken|not_working) dimly niebla oscur*',
      good: `no_fog streetlight*+(on|working) clear_(night|morning|day|weather|sky) well_lit well-lit brightly_lit daylight broad_daylight good_visibility visibility_was_good ${no}_(fog|foggy|dark) iluminad*`,
    },
  },
  'fast or slow': {
    about:
      'car truck van vehicle bus bicycle bike scooter pickup train tram horse horses boat driver driving drove rider cruiser suv ferry motorcycle moving camioneta carro auto coche vehiculo officers mounted',
    values: {
      fast: 'sped speeding accelerat* at_(high|full|great|top)_speed high_rate_of_speed too_fast very_fast flew_(down|past|through) roared gunned floored galop* canter cantered raced racing hurtl* tore_(down|through|off) aceler* exceso_de_velocidad toda_velocidad',
      slow: `slowly crept creeping crawled crawling rolled rolling inched inching walking_pace walking_speed at_a_walk barely_moving at_low_speed low_rate slow_speed slowed slowing (less_than|under|below)+(five|ten|walking)_(miles|mph|kilomet*) despacio lentamente within_the_(speed_|)limit at_the_(speed_|posted_|)limit ${no}_(speeding|fast) parked`,
    },
  },
  'stopped or went on': {
    about:
      'car truck van vehicle bus driver pickup train tram boat bike bicycle ferry motorcycle camioneta carro auto coche vehiculo chofer conductor tranvia suv',
    values: {
      stopped:
        '(stopped|stops|pulled_over|braked|halted|came_to_a_(stop|halt)|standing_still|se_detuvo|freno|paro|stationary|parked|remained_at_the_scene)',
      on: `${no}_(stop|stopped|brake|braked|slow|slowed|pull_over|halt|make_stops|freno|paro|detuvo) kept_(going|driving|rolling|moving) drove_(on|off|away) failed_to_(stop|yield) without_(stopping|braking|slowing) left_the_scene fled_the_scene siguio_de_largo never_(stopped|braked|slowed) did_not_even_(stop|slow|brake) no_hizo_paradas`,
    },
  },
  'horn or bell': {
    about: 'horn horns bell whistle bocina klaxon alarm alarms siren detector* sprinkler* intercom alarma',
    values: {
      sounded:
        '(sounded|blew|blow|honked|rang|ringing|leaned_on|went_off|blared|sounding|worked|triggered|activated|sono|was_on|were_on)',
      silent: `${no}+(sound|sounded|horn|bell|whistle|alarm|ring|rang|go_off|went_off|work|worked|working|blew|honked|heard) silent disabled switched_off turned_off disconnected muted broken failed out_of_order no_sono`,
    },
  },
  'working or broken': {
    about:
      'brake brakes radar cooling air_conditioning air conditioner intercom elevator lift radio engine alarm extinguisher* sprinkler* pump lock steering heater unit camera valve hydrant gate sensor detector* equipment turnstile* machine frenos aire',
    values: {
      working:
        'working worked operational functioning functional fine in_(good|working)_order good_(order|condition) passed+(inspection|test) in_place maintained serviced inspected (ran|running)_(normally|properly) funcionaba funcionando en_buen_estado was_on were_on',
      broken: `broken failed fail failing inop inoperative out_of_(order|service|action) faulty defective malfunction* seized ${no}+(work|worked|working|function*|operational|repaired|fixed|inspected) switched_off disabled dead removed missing stuck broke_down descompuest* averiad* fall*`,
    },
  },
  'ticket paid or not': {
    about:
      'ticket tickets fare fares rent bill pass unpaid owed owes licence license permit permits registration insurance boleto pasaje renta alquiler invoice receipt',
    values: {
      yes: `(paid|valid|prepaid|monthly)_(ticket|fare|pass) had_(a_|his_|her_|their_|)(valid_|paid_|)(ticket|pass|permit|licence|license) ticket+(found|jacket|pocket|wallet|hand|shows) paid_(his|her|the|their|for)_(fare|ticket|rent|it) (had|held|valid|with|bought|showed|sent|holding)+(ticket|tickets|pass|permit|licence|license|receipt) (had_paid|paid|up_to_date|current|valid|pagado|pagada|pagaba|al_corriente|in_order) rent_was_paid`,
      no: `(had|has|did)_not_(paid|pay) hadn't_paid didn't_pay no_(valid_|)(ticket|fare|permit|licence|license) jumped+(fare|turnstile|gate) fare_(evasion|evader|dodg*) behind+without_paying dodged without+(ticket|tickets|paying|permit|licence|license|pass|fare) ticketless ${no}+(ticket|tickets|pay|paid|permit|licence|license|valid|fare) unpaid owed owes behind_on expired lapsed evad* arrears vencid* out-of-date fail*_to_pay sin_pagar`,
    },
  },
  'why stopped': {
    about:
      'pulled_(him|her|them|over) pull_over traffic_stop pulling_over detuvo detener (tried|attempted|wanted|quiso)_to_stop stopped_(him|her|them|the_car|for|because|over) to_be_stopped stop_began it_started_with',
    values: {
      speed: 'speeding excessive_speed too_fast over_the_(speed_|)limit exceso_de_velocidad traveling_#',
      papers:
        'expired_(tag|tags|registration|plate|plates|license|sticker) expired+(tag|tags|registration|sticker) tag+out_of_date registration_sticker out-of-date_(registration|sticker|tag) lapsed no_registration placa_vencida placa missing_plate no_plate unregistered',
      stolen: 'stolen reported_stolen robad*',
      lamp: 'taillight* tail_light* headlight* brake_light* broken_light light_out no_lights burned-out burned_out',
      drunk: 'drunk suspected_of_driving weaving swerv* drift* impaired intoxicated erratic* crossed_the',
      belt: 'seat_belt seatbelt no_belt',
      signal: 'failed_to_signal without_signal* stop_sign red_light rolling_stop turn_signal ran_a',
      phone: 'on_(his|her|the)_phone texting using_a_phone',
      description: 'matched+description fit+description fitting_the matching+description mistaken resembled',
    },
  },
  'alone or not': {
    isOfSomebody: true,
    values: {
      alone:
        'alone by_(himself|herself|themselves) only_(one_|)(officer|deputy|guard|person|nurse|agent|staff|medic)_(on|was|there|in|present) single_(officer|deputy|guard|nurse) no_(backup|partner|other_officers) nobody_else no_one_else on_(his|her)_own solo sola',
      others: `(two|three|four|five|six|seven|eight|several|other|both|more)_(officers|deputies|guards|agents|police|troopers|nurses) ${no}_alone with_(a|his|her|another)_(partner|colleague|officer|deputy|friend|cellmate) (officer|deputy|guard)_and_(a|his|her|another) second_(officer|deputy|guard) backup_arrived fully_staffed`,
    },
  },
  language: {
    about: 'english spanish language interpreter translat* ingles espanol idioma interprete bilingual',
    values: {
      both: '(english|spanish)_and_(in_|)(spanish|english) both_languages bilingual ingles_y_(en_|)espanol (in|an)_(interpreter|two_languages)',
      english: `only_(in_|)english english_only in_english solo_en_ingles ${no}+(spanish|interpreter|translat*|espanol|interprete)`,
    },
  },
  'checked or not': {
    about:
      'monitored monitor supervised alone unattended room cell chair inmate patient vigil* check checks checked checking rounds round log logs logged watch monitored looked observed observation welfare inspected inspections supervised rondas',
    values: {
      regular:
        'never_left_(alone|unattended) (monitored|watched|supervised|observed|checked)_(continuously|constantly|closely|at_all_times|throughout|around_the_clock) under_(constant|close|continuous|direct)_(watch|observation|supervision|monitoring) (constantly|continuously|closely|regularly)_(monitored|watched|observed|checked|supervised) round-the-clock looked_in_on+every was_supervised+throughout with_(him|her)_(the_whole|at_all|throughout) eyes_on_(him|her) every_(fifteen|thirty|ten|twenty|half|hour|15|30|10|20|60|two|few) every+(minutes|hour) regular_(checks|intervals|rounds|basis) at_regular (checked|monitored|observed)_(regularly|continuously|closely|constantly|routinely) continuous* constant_(watch|observation) checks_are_made checks_were_(made|done|completed) as_required cada_(quince|treinta|15|30)',
      missed: `(no_one|nobody)_(is|was|else_was)_in_the_(room|cell|ward) (no_one|nobody)_(came|comes|goes|went|entered|looked|looks|checked|checks|visited|was_watching) (checked|checks|looked|looks|visited|seen)+once was_checked_once (checked|seen|visited)_only left_(him|her|them)_(alone|unattended) left_alone long_stretches for_hours went_unchecked not_checked gaps_in missed skipped gap ${no}+(check|checks|checked|looked|rounds|recorded|entered|came|monitored|observed|inspected) made_up falsif* fabricat* invented never_made only_(once|twice) pencil* back-dated backdated no_employee (more_than|over|nearly|almost)+hours left_alone left_unattended unattended unmonitored`,
    },
  },
  'given or denied': {
    about:
      'water food medicine medication insulin medical pills inhaler phone blanket lawyer doctor nurse treatment agua comida medicina medicamento shot injection interpreter break drink meal bathroom toilet',
    values: {
      given:
        '(given|gave|offered|provided|brought|received|had|got|administered|handed|allowed|supplied)_+(water|food|medicine|medication|insulin|pills|inhaler|blanket|lawyer|doctor|treatment|meal|drink|break|bathroom|call|protocol) (water|food|medicine|medication|insulin|meals|treatment|breaks)+(given|offered|provided|available|brought|administered|refused_by_him) le_dieron placed_on_a',
      denied: `${no}+(given|offered|provided|water|food|medicine|medication|insulin|inhaler|doctor|nurse|lawyer|treatment|drink|break|protocol) denied refused_(him|her|them|his|her|water|medical) withheld without_(water|food|insulin|medicine|medication|treatment) was_given_none never_(given|got|received|offered|saw) nunca+(dieron|agua) only_once begg*_for+(water|insulin|medicine)`,
    },
  },
  'trained or not': {
    about: 'train* certif* qualif* course licensed refresher experienc* capacit*',
    values: {
      yes: '(was|is|are|were|all|fully|been|properly|recently|have|had)_(all_|both_|fully_|properly_|)(trained|certified|qualified|licensed) completed+(training|course) trained_every up_to_date received+training current_certification',
      no: `${no}+(trained|training|certified|certification|qualified|licensed|completed|course) untrained expired lapsed overdue uncertified unqualified without_training sin_capacit*`,
    },
  },
  'family told or not': {
    about:
      'family mother father parents wife husband sister brother relatives parent families son daughter familia madre padre me us',
    values: {
      told: '(was|were|had_been|been)_(told|informed|notified|contacted|alerted|called) (called|told|notified|contacted|informed)_(the_|his_|her_|)(family|mother|father|parents|wife|husband|families|parent|relatives) avisaron+(familia|madre)',
      not: `${no}_(told|tell|informed|inform|notified|notify|contacted|contact|called)+(family|mother|father|parents|wife|husband|me|us|her|them|) (not|never)_(told|informed|notified|contacted|called) nobody_(called|told|contacted) no_one_(called|told|contacted) heard_nothing learned+(from|news|facebook|television|stranger|online) found_out nadie+(aviso|llamo|dijo)`,
    },
  },
  'where weight was': {
    about:
      'knee knees knelt kneel* weight pinned pressure sat pressed rodilla arm forearm foot boot standing',
    values: {
      neck: '(on|to|around|across|against|onto|of|en|sobre)_(his|her|their|the|el|su)_(neck|throat|cuello) chokehold neck',
      back: '(on|to|across|against|onto|into|between|en|sobre)_(his|her|their|the|la|su)_(upper_|lower_|)(back|shoulders|shoulder|shoulder_blade*|espalda|hombro*)',
      legs: '(on|to|across|onto)_(his|her|their|the)_(leg|legs|thigh|hip|arm|buttocks)',
    },
  },
  'held or let go': {
    isOfSomebody: true,
    values: {
      held: '(in|remains_in|remained_in|still_in)_(custody|jail|the_cells|detention) (was|were|been|has_been|have_been|is)_(detained|arrested|held|jailed|remanded) taken_into_custody under_arrest detenid*',
      free: `${no}_(detained|arrested|held|jailed|in_custody|under_arrest) (was|were|been)_(released|freed|let_go) released_(to|on|by|from|without|the) at_(his|her)_(mum's|home|mother's) back_home free_to_go went_home no_arrests liberad* en_libertad`,
    },
  },
  'in the water or not': {
    about:
      'water river lake sea marina canal pool pond dock pier agua rio rope ring line buoy lifejacket boat swim*',
    values: {
      in: 'pulled_(him|her|them)_(out|from|up|to) lifted_(him|her|them)_(out|up) (threw|tossed|lanzo)+(rescue_line|cuerda|line|rope|ring) (went|jumped|dived|dove|waded|swam|goes|gone|jumps|entered|got)_(in|into|after)+(water|him|her|river|them|lake|) (threw|throw|thrown|tossed|deployed|launched)+(rope|ring|line|buoy|preserver)',
      out: `(threw|throw|thrown|tiraron|lanzaron)+nothing no+(tiraron|lanzaron) watched_(him|her|them)_(drown|go_under|sink|die) ${no}+(enter|entered|went|go|jump|jumped|wade|waded|swim|swam|throw|threw|thrown|tossed)+(water|in|after|rope|ring|line|buoy|) stood_(there|and_watched|by|on)+ (still_|)(hanging|hung)_on never_threw`,
    },
  },
  'accident or meant': {
    about:
      'fire blaze began started start cause shot shooting crash discharge death fell incendio kettle lighter spark',
    values: {
      accident:
        'accident accidental accidentally unintentional* by_mistake unintended electrical faulty kettle heater wiring short_circuit mishap accidente cortocircuito repaired_with',
      meant:
        'deliberate deliberately intentional* on_purpose arson set_(it|the|a|fire|his|her)+(fire|alight|lighter|himself|herself|) lit_(it|the|a) murder homicide execut* a_proposito provocad*',
    },
  },
  'briefly or long': {
    about:
      'detained held handcuffed cuffed stayed remained left leave gone recognized recognised realized error mistake kept restrained knelt pinned waited cuffs',
    values: {
      brief:
        'briefly quickly_(recogni*|reali*|left|released) within_(minutes|moments|seconds) within_(ten|five|a_few|#)_minutes (a_few|two|three|several|five)_(minutes|seconds) momentarily less_than_a_minute short_time immediately_(left|released) at_once',
      long: '(twenty|thirty|forty|fifty|sixty|ninety)_minutes (twenty|thirty|forty|fifty)_(one|two|three|four|five|six|seven|eight|nine)_minutes (half_an|an|nearly_an|over_an|almost_an)_hour (hours|two_hours|three_hours|four_hours) (twenty|thirty|forty)-(one|two|three|four|five|six|seven|eight|nine)_minutes closer_to_(20|30|40|an|forty|thirty) (20|25|30|35|38|40|45|50|60|90)_minutes media_hora',
    },
  },
  'struck or no contact': {
    about:
      'boat car truck van vehicle bus raft cruiser horse bicycle bike suv drone canoe patrol pickup train tram contact',
    values: {
      struck:
        '(struck|hit|rammed|bumped|clipped|ran_over|ran_into|knocked_over|collided|crashed_into|capsiz*|overturned|flipped|swamped|tipped|sank|turned_over|volc*|atropell*|choc*)',
      none: `${no}_(contact|touch|touched|hit|struck|strike) no_(contact|collision|impact) ${no}+(make|made)+contact ${no}+(touched|came_near|came_close|came_into_contact)`,
    },
  },
  'ran or stayed': {
    isOfSomebody: true,
    values: {
      ran: 'hiding hid_(under|behind|in) found_hiding attempted_to_(flee|run|escape) took_flight ran_(away|off|from|as|when|into|down|toward) fled took_off bolted sprinted running_from tried_to_(flee|escape|run) made_a_run escaped huyo huyeron corri* jumped_the',
      stayed: `was_(walking|standing|sitting|waiting|carrying|taking)_+ did_not_(run|flee|move) had_not_(run|moved) carrying+(trash|bag|groceries) ${no}_(run|ran|running|flee|fled|fleeing|escape) walking_(home|toward|along|to|down|slowly) was_walking stood_(still|there) remained_(there|at|seated|in_place) stayed_(put|where|there|seated) caminaba caminando did_nothing_but never_(ran|fled|left)`,
    },
  },
  signal: {
    about: 'light signal intersection traffic crossing junction semaforo cruce stop_sign',
    values: {
      red: 'red red_light against_a_red stop_signal rojo en_rojo',
      green: 'green green_light verde en_verde',
      yellow: 'yellow amber amarillo',
      sign: 'stop_sign senal_de_alto',
    },
  },
  'here or elsewhere': {
    isOfSomebody: true,
    values: {
      there:
        '(chief|commander|supervisor|sergeant|captain|lieutenant|mayor|manager|nurse|medic|doctor|first-aider|lifeguard)_(was|were)_(present|there|on_scene|at_the_scene|on_duty|on_site) oversaw (was|were)_(present|on_scene|at_the_scene)',
      away: `(out_of_town|not_there|not_present|absent|away_that|off_duty|off_that|on_holiday|on_vacation|elsewhere) ${no}_(present|on_scene|at_the_scene|on_site|nurse|supervisor|medic|doctor|lifeguard|sergeant) there_was_no_(nurse|supervisor|medic|doctor|lifeguard|sergeant) hasn't_been_a`,
    },
  },
  'apologized or not': {
    about: 'mistake mistakes apologies perdon own error errors apolog* sorry regret disculp*',
    values: {
      yes: 'we_(made|own)+(mistake|it) own_(it|this|the) make_it_right (our|my)_(sincere|deepest)_apolog* deeply_(sorry|regret) pidio_perdon apologized apologised apologize_for (offered|issued|gave)+apolog* said+sorry we_are_sorry pidio_disculpas',
      no: `${no}+(apolog*|sorry) without+apolog* refused_to_apolog*`,
    },
  },
  noise: {
    about:
      'shout* yell* scream* silent silence quiet heard voice voices loud called calling cried grit* music',
    values: {
      loud: '(shouting|shouted|yelling|yelled|screaming|screamed|hollering|hollered|calling_for|called_for|called_out|cried_out|calling_out|gritaba|gritaban|grito)',
      quiet: `(silent|silently|quiet|quietly|in_silence|never_(raised|said|shouted|yelled|screamed)|said_nothing) ${no}+(shout|shouted|shouting|yell|yelled|yelling|scream|screamed|screaming|sound|cry|raised_(his|her)_voice)`,
    },
  },
}
