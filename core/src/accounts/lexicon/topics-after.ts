/** Topics of what comes after: inquiry, discipline, recordings, rules, families, courts; how they are written stands in `topics.ts`. */
export const afterTopics: Readonly<Record<string, string>> = {
  duty: 'suspend* suspension administrative_leave on_leave paid_leave unpaid leave_with desk_duty desk reassigned reassign* was_fired were_fired been_fired be_fired got_fired fired_(him|her|them|after|for|from|last|in|the_officer|two_officers) firing_(of|the_officer) sacked terminat*+employ* dismissed_from dismissal dismiss_(the|him|her) resign* placed_on removed_from off_campus full_duty active_duty back_(at|on)_(work|duty|patrol|the_street*) returned_to_(duty|work) still_on_(the_job|duty|patrol|force) remain*_(on|employed) would_not_return stripped_of badge_and relieved_of demot* disciplin* stand_(with|by|behind) supports_the_officer suspend* suspension despedid* licencia apartad* separad* baja destitu* renunci* reasignad* sancion* on_leave they_are_on_leave | leave duty officer job pay mob judged decision union vacation',
  'earlier record':
    'complaint* (previous|prior|earlier|past)_(complaint*|incident*|use*|discipline*|shooting*|arrest*|conviction*|record|lawsuit*|reprimand*) first_complaint not_the_first second_time third_time history_of disciplin*_(record|history|file) reprimand* sustained lawsuit*_against record_(of|shows) clean_record no_(prior|history|record|previous) criminal_(record|history) same_(officer|dog|deputy|guard|jail|corner|intersection) other_(bites|deaths|incidents|people) year_before years_ago since_# antecedentes historial quejas queja expediente anterior* had_been_to_the_house once_before been_there_before | before earlier other years record files times previously same known twice',
  service:
    'year_veteran -year_veteran years_(on|with|of_service|in_the|as) veteran_of joined_the+(force|department) hired rookie probation* field_training seniority anos_de_servicio veteran* ingreso_a | years training joined academy experience officer',
  training:
    'train* academy certif* recertif* taught course* instructor* de-escalat* curriculum capacit* entrena* academia curso | policy hours refresh*',
  policy:
    'policy policies rule rules guideline* procedure* protocol* regulation* manual directive* allowed_(to|only|under) permit*_(only|officers|pursuit) prohibit* ban banned forbid* forbidden violat*+(policy|rules|policies|protocol|procedure) within_policy out_of_policy against_policy by_the_book code_of required_to state_law law_(requires|says|allows|bars) authorized_by authorised_by reglament* norma normas normativ* procedim* prohib* politica_de | require* should must may allow* only standards',
  camera:
    'body_camera* bodycam* body-worn body_worn dash_cam* dashcam* dashboard_camera camera* recorded recording recordings not_recording was_recording activat* switched_(on|off) turned_(on|off)+camera muted memory_card card_was footage video_(exists|from|of) surveillance cctv battery_(died|was|dead|had) no_video no_footage no_recording camara* grab* grabacion* video* | video film filmed captured off on minutes hour clip image*',
  'recording or not':
    'camera*+(off|on|not|dead|died|broken|malfunction*|working|activated|covered|turned|muted|recording) (off|turned|switched|activated|failed|muted)+camera* not_recording was_not_recording did_not_record was_recording battery_died no_(footage|video|recording)_(exists|of|was) blinking red_light_on camara*+(apagad*|encend*|desactiv*|funcion*|activ*) no_grab* | camera* off recording audio card sound video',
  'what became of footage':
    'delet* erased overwritten missing_(footage|video|minutes) lost_footage gap_in preserved retained taken_down took+down posted edited redact* blurred cut_(out|from) complete_video full_video unedited raw_footage borrar* borraron borrad* borro perdid* editad* difundi* publicaron publicar* publicad* | footage video clip minutes page second tape',
  'footage made public':
    'releas*+(video|footage|recording|tape|bodycam) (video|footage|recording|tape)+(released|made_public|published|obtained|posted|shared|leaked|withheld) made_public make_public posted_online leaked obtained_by went_viral viral withh* public_records_request difund*+video public*+video | video footage public release* show* days',
  'what footage shows':
    '(video|footage|recording|clip|film|tape|camera|recordings)_(shows|show|showed|shot|does|captures|captured|appears|begins|ends|starts) can_be_(seen|heard) is_seen is_heard seen_on_(video|camera) heard_on watched_the_(video|recording) viewed_the seconds_of (video|grabacion|imagenes)_(muestra*|se_ve*) se_(ve|oye|escucha|aprecia) | video clip film recording footage frame',
  "somebody else's footage":
    '(bystander|neighbor|neighbour|classmate|witness|passenger|student|customer|cellphone|phone)+(video|filmed|recorded|recording|clip) filmed_by recorded_by filmed_(on|from|with) on_(his|her|their|my)_phone filming livestream* told+stop_filming phone_was_(taken|knocked|seized) grab*+(celular|telefono|vecin*) celular | phone video clip record* film*',
  apology:
    'apolog* sorry regret* condolence* sympath* thoughts_are our_hearts heartfelt disculp* lament* pesame condolencia* perdon | family mistake said',
  'mistake owned':
    'admit* acknowledg* conced* mistake* accept* responsib* our_fault took_responsibility error_was fell_short should_have should_not_have should_never reconoc* admit* error* responsab* | wrong failed',
  'family told':
    'notif*+(family|mother|father|parent*|guardian|kin|wife|husband|next) (mother|father|family|parents|guardian|wife|husband|sister)_(was|were)_(told|notified|called|informed|not) next_of_kin phoned_(her|him|the_family|the_mother) (called|phoned|told|informed|contacted)+(family|mother|father|parents|wife|husband|sister|relatives) learned_(of|from|about|that) found_out nobody_(told|called|from) no_one_(told|called|has_told) knock_on_the_door avis*+(familia|madre|padre) enter*+(por|de) llam*+(familia|madre|padre) nobody_called no_one_called found_out i_found_out when_i_(came|picked) parents_were families_(of|were) contacted me_llamaron nadie_me_llamo nos_llamaron | told called family mother phone hours notified hear school call* contacted right_away immediately parents families',
  explained:
    'explan* has_not_said have_not_said nobody+has_told no_one+has_(told|explained|said) would_not_(say|explain) did_not_explain declin*_to_(say|explain|comment) why_(they|he|she|it|the) no_answers want_answers questions_remain unclear_(why|whether|how) explico explican explicar* explicaron explicac* respuestas por_que would_not_say never_told why_(he|she|they)_was | why family answers reason say',
  'what was believed':
    'thought_(that|he|she|they|the|it) believed_(that|he|she|they|the|it|to) mistook mistaken_for assumed feared_(that|for|he|she) in_fear perceiv* appeared_to_be looked_like_a thought_it_was crey* penso pensaron pensar* pensaba* pensando confund* temi* | belie* feel felt safe life',
  attitude:
    ' said_to_the_other shrug* not_my_problem laughing did_not_care indifferen* callous careless neglig* reckless* cruel* indifer* neglig* | joke* attitude',
  investigation:
    'investigat* inquiry inquest probe probing review* reviewing looking_into look_into looks_into independent state_police state_(bureau|investigators) internal_affairs oversight auditor* audit ombudsman watchdog outside_agency outside_review district_attorney inspector_general turned_over_to handed+over investig* indag* pesquis* fiscal* revis* asuntos_internos auditor* comision has_taken_over taken_over | cooperat* findings report* examine* ongoing prosecutor* panel body taking',
  findings:
    'sustained not_sustained unfounded exonerat* concluded conclusion* found_(that|no|the|officers) findings cleared_of justified unjustified ruled report_(found|says|said|finds|concluded) determin* conclu* hallazg* informe justificad* | report review policy panel',
  prosecution:
    'prosecutor* district_attorney grand_jury no_charges+(filed|against) criminal_charges charged_with_(murder|manslaughter|assault) manslaughter indict* will_not_be_charged decide_whether attorney_general+charges trial jury acquit* verdict fiscal* acusacion juicio jurado imput* | charge* officer court crime murder',
  lawsuit:
    'lawsuit* sued sue suing suit claim_(filed|against|notice) filed_a notice_of_claim settle* settlement damages civil_rights federal_court complaint_(says|alleges|filed) million demand* demanda* indemn* compensaci* acuerdo tribunal juzgado abogad* | attorney* lawyer* court city filed legal',
  demands:
    'demand* call*_for+(firing|resign*|release|justice|independent|change|investigation|ban) want+(fired|justice|answers|accountab*|charged|released|out) resign* accountab* justice be_fired fired+(officer|deputy|guard|chief) should_be_(fired|charged|banned) ask_the_council will_ask urged urge vote ban out_of_(it|schools|our) exig* justicia reclam* pid*+(justicia|renuncia|destituci*) | council petition protest* want* police',
  'gatherings after':
    'vigil vigils funeral memorial march*_(to|on|from) meeting hearing forum town_hall council_meeting board_meeting gymnasium packed come_(on|to) rally press_conference candle* mourners gathered_outside buried vigilia funeral velorio reunion marcha_(por|de) misa audiencia | monday tuesday wednesday thursday friday night gym crowd parents residents speak',
  union:
    'union* benevolent federation association fraternal_order representative_of_the guild lodge sindicat* federacion asociacion gremio | member* officers president stand support*',
  'earlier version':
    'initial* (first|earlier|previous|original)_(statement|account|version|report|release|story) correct corrected correcting correction corrections revis* retract* changed_(its|his|her|their)_(story|account) contradict* inconsisten* at_first originally_said walked_back earlier_said false* lie lied lying untrue not_true cover-up cover_up fabricat* desminti* rectific* version_inicial contrad* mentir* mintio falso | statement account report version police said',
  'in a report':
    'report_(says|said|states|does|did|written|filed|makes|lists) wrote_in incident_report police_report use-of-force_report paperwork logged log_(shows|says|was) written_in record_(has|shows|says) records_(show|list) parte_policial informe_policial escrib* acta | report wrote records document* page signed',
  evidence:
    'evidence proof forensic* dna ballistic* fingerprint* lab tested laboratory casings collected preserved prueba* evidencia* peritaje* balistic* | test found collected',
  witness:
    'witness* neighbor neighbors neighbour neighbours bystander* passer-by passerby onlooker* who_saw saw_(the|it|him|her|them|everything|what) heard_(the|a|him|her|shots|screams|nothing|him) watched_(from|the|as) from_(his|her|my|the|a)_(window|porch|balcony|car) testig* vecin* vio vieron oyo oyeron oye oyen presenci* | saw heard window',
  'no comment':
    'declin*_to_(comment|say|answer|speak|be) no_comment could_not_be_reached did_not_(respond|return|reply|answer) not_respond messages_left message_left would_not_comment refus*_to_(comment|answer|say) request_for_comment no_quiso neg*_a_(comentar|declarar) no_respondi* declin* | comment reach* message union spokes*',
  'names withheld':
    'not_named not_been_named unnamed has_not_been_(named|identified) names_have_not released_the_names did_not_name identified_as name_was identity nombre* no_(ha_sido|fue)_identific* identidad | name* officers',
  'let go home':
    'released_(from|without|on|after|to|later) let_go freed sent_home went_home discharged bail bond back_home returned_home libero liberar* liberad* liberaron liberacion puest*_en_libertad dej*_ir volvio_a_casa | home hours later charges',
  age: '#-year-old years_old aged age_# anos de_edad | year-old age',
  staffing:
    'understaffed short-staffed staffing shortage vacancies overtime only_(one|two|three)_(officers|guards|deputies) on_shift falta_de_personal turno | staff shift guards officers duty',
  'hours worked':
    'double_shift hours_(straight|on_duty|of_overtime) overtime tired fatigue* exhaust* end_of_(his|her|the)_shift turno cansad* | shift hours',
  cost: 'dollars paid_(for|out) cost* budget* million thousand_dollars price worth dolares pesos cuesta* costo* precio dinero | money pay*',
  changes:
    'new_(policy|rule|rules|training|cameras|chief|law) will_(now|be|require|change) change_(its|the|policy) reform* recommend* improve* install* replac* cambi*+(politica|norma*|reglas) recomend* reform* | future plan changes',
}
