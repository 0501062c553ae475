/** Topics of stops, force and weapons; how they are written stands in `topics.ts`. */
export const forceTopics: Readonly<Record<string, string>> = {
  warning:
    'warn* warning* bullhorn megaphone loudspeaker loudhailer announced_that gave_notice without_notice advirt* advert(ia|ir|ido|ida|encia*) aviso avisar avisaron altavoz megafono | announce* announcement* heads-up shouted_that dispersal heard+order',
  orders:
    'order* command* instruct* told_(him|her|them)_to told_to asked+to_(leave|stop|move|step|get|drop|show|separate) drop_(it|the|that) comply complied compliance disobey* obey* one_word a_word orden* obedec* acat* | told shout* yell* scream* repeat* refus* ignor* respond* pidio grit*',
  identified:
    'identif*+(himself|herself|themselves|police) who_(they|he|she)_(was|were) said+police announc*+(police|presence) badge plain_clothes plainclothes uniform* unmarked marked_(car|vehicle|cruiser) se_identific* | polic* announc*',
  knock: 'knock* no-knock bang*+door pound*+door rang+bell doorbell toc*+puerta toquido | door pound* bang*',
  entry:
    'ram rammed battering breach* broke*+door break*+door kick*+door forc*+door door_(was|came|flew|down) off_its_hinges burst_in smashed+door forc*+entry forced_entry let_(them|us|him|her)_in opened+door unlocked entr*+(casa|apartamento|piso) tumb*+puerta derrib*+puerta | door doorway enter* entry entered inside puerta key hinges went_in came_in',
  address:
    'wrong_(house|door|address|apartment|home|unit|flat|room|person|man|woman|floor|car) address* apartment_(number|#) mistake* mistaken error discrepancy mix-up next_door misread transposed direccion equivocad* | unit number* house apartment rear correct',
  warrant:
    'warrant* search_order judge_signed signed_by_a_judge no-knock orden_judicial orden_de_(registro|allanamiento) orden_de_cateo una_orden orden_judicial orden_de la_orden papers paper_to | judge signed raid* authori* shown',
  searched:
    'search* rummag* ransack* turned_over contraband drugs_(were|was) narcotics_were seized seize* evidence_(was|were) nothing_was_found found_nothing recovered confiscat* registr* incaut* catear* cateo* catean* hallaron encontraron | found drug* narcotic* cocaine fentanyl cannabis marijuana bag scale* cash',
  'thing held':
    'in_(his|her|the|one|a)+(hand|hands|fist|pocket) held_(a|an|the|up|out) holding hold_(a|an|the) carried carrying gripping gripped clutch* brandish* wield* waving waved pulled_(a|an|out|the) drew_(a|an|the) weapon* unarmed armed empty-handed knife knives gun handgun pistol blade machete scissors screwdriver wrench hammer bat pipe stick rod broom crowbar metal_object shiny object replica toy bb_gun airsoft cellphone phone_in wallet keys carton arma* desarmad* pistola cuchillo navaja objeto empunaba sostenia llevaba garden_(shears|hoe|hose) hoe shears nozzle hose hook shovel rake sandwich stick nothing_in_(his|her|their)_hands cane flashlight pen lighter vape | hand hands fist phone bottle rock tool had_(a|an) armed weapon mano held object',
  'weapon found':
    '(gun|knife|weapon|firearm|handgun|pistol)+(found|recovered|located|seized) (found|recovered|located|seized)+(gun|knife|weapon|firearm|handgun|pistol) no_(gun|knife|weapon|firearm)* loaded_(gun|handgun|pistol|weapon) weapon_was | found recovered gun knife weapon firearm unarmed loaded floorboard arma',
  pointed:
    'point* aim* muzzle trained_on leveled levelled at_gunpoint gunpoint raised+(gun|rifle|weapon|arm) lowered drew+(gun|weapon|pistol|sidearm) unholster* holster* apunt* encanon* desenfund* | rifle* gun* weapon drew raised barrel',
  shots:
    'shot* fired firing fire_(at|on|upon) opened_fire gunfire gunshot* bullet bullets rounds a_round round_(fired|was|of|from|into|in|struck|hit) volley* burst casing* trigger disparo* disparo disparos dispararon disparar* dispara disparan disparaba* disparad* disparando tiro* tiros balazo* bala balas casquillo* | shoot* gun bang bangs pops',
  'shot where':
    'shot+(back|chest|head|neck|leg|arm|side|shoulder) (bullet|round|wound*)+(back|chest|head|neck|leg|arm|side) entered+(back|chest|head|side) gunshot_wound* entry_wound* | shot bullet* wound* back chest torso',
  distance:
    "(feet|foot|yards|meters|metres|paces|inches|steps|metros|pies|pasos)_(away|apart|from|of) arm's_length close_range point-blank point_blank how_(far|close) distance range car_lengths lengths_back (feet|yards|meters|metres|metros|pies|paces) a+metros distancia | away close near far feet foot yards meters metres cerca",
  threat:
    'threat* lung* charg*_(at|toward*|him|her|them) came_at coming_at kept_coming advanced advancing approach* rush*+(at|toward*) aggress* violen* combative agitat* hostil* menac* attack* assault* swung swing* fear* feared afraid in_danger danger* posed amenaz* agred* agresi* abalanz* atac* peligro* raised_a_hand raise_a_hand never_raised levant*+mano threaten* amenaza* aggressive violent | toward towards moved step* calm peaceful* safe harmless close calm still',
  hands:
    'hands_(up|raised|were|in|out|at|behind|on|where|visible|empty) (raised|raising|lifted|put|held|had|show|showed|threw|began)+(hands|arms) (his|her|their|both|with)_(hands|arms|palms) arms_(up|raised|out|crossed|folded) palms surrender* gave_(himself|herself|up) reach*_(for|into|toward|towards|in|under|behind) waistband pocket* glove console fist* clenched manos_(en|arriba|levant*|a_la) manos brazos rindi* cintura bolsillo | hands arms air sides reach*',
  posture:
    'on_(the|a|his|her|their|my)_(ground|floor|knees|stomach|back|belly|face|side|pavement|grass|asphalt|sidewalk|hood) face_down facedown face-down prone lying lay kneel* knelt knees stomach standing stood sat sitting seated crouch* curled upright got_up down_on bocabajo boca_abajo de_rodillas arrodill* tirad* tendid* sentad* de_pie acostad* | ground floor pavement down asphalt sidewalk suelo piso',
  'out of the car':
    '(got|get|getting|stepped|step|stepping|climbed|came|come|ordered|pulled|dragged|asked|told|let|taken)+out_of step*_out get_out got_out out_of_(the|his|her|their|my)_(car|vehicle|truck|van|suv|seat) stepped_from exit*+(vehicle|car|truck) (left|leave)_(the|his|her)_(car|vehicle|truck) (baj*|salir|salio)+(coche|carro|vehiculo|auto) | exited stepped out car door',
  'reason for the stop':
    'pull*+over traffic_stop stopped+(for|because|over) taillight tail_light headlight* brake_light broken_light burned-out expired registration tags plate plates sticker inspection tint* windows_tinted speeding swerv* drift* weav* center_line lane_change turn_signal failed_to_signal rolling_stop seat_belt seatbelt infraction traffic_violation moving_violation violation* reason_for_the_stop no_reason why_(he|she|they|it)_(was|were)_stopped matched+description suspicious* loiter* jaywalk* detuvo*+por infraccion placa* luz_trasera matricula wanted_to_(talk|speak) no_lights too_slow driving_at licence_plate license_plate no_(licence|license)_plate smoking after_closing climbing_a_fence why+stopped por_que+detuvo | stopped stop light because pulled car violat* minor routine parada observed reason for',
  'who was sought':
    'fit+description match*+description description suspect* looking_for searching_for looked_for wanted_(man|woman|person|suspect|for|in_connection|on_a) mistaken_for robbery robber* burglar* burglary sought person_of_interest sospechos* buscaban buscaba | report* matching search*',
  theft:
    'shoplift* stole stolen steal* theft* thief robbed robbery robberies robber* robbing burglar* stuffed_in unpaid_for paid+for not_paid pay_for receipt* the_till cashier merchandise goods robo hurto hurtaron ladron robado robaron | store shop money bag item* paid pay* clerk tienda',
  alcohol:
    'alcohol* drunk* drink* drank sober* beer* wine whiskey vodka liquor intoxicat* inebriat* breath_test breathalyz* breathalys* blood_alcohol slurred smell*_of smelled tipsy impaired bac touched_a_drop a_drop dui dwi over_the_limit borrach* ebri* alcohol* cerveza* bebi* bebido copas aliento | test* bottle bar party glassy stumbl*',
  drugs:
    'drug* overdos* narcotic* fentanyl opioid* heroin methamphetamine meth cocaine marijuana cannabis toxicolog* intoxicat* high_on needle* droga* sobredosis toxicol* | pill* substance* test* stimul* influence',
  'overdose antidote': 'naloxone narcan antidote doses overdose_reversal naloxona | dose nasal',
  charges:
    'charg*_with charge* charged cited citation* summons* ticket* ticketed indict* prosecut* misdemeanor* felony felonies obstruct* disorderly resisting_arrest resisting accus*_of pleaded_(guilty|not|no) pleaded arraign* dismissed+(case|charge*|citation) dropped+(case|charge*|citation) withdrawn convicted released_without cargos imput* acus* multa* denunci* fiscal* procesad* has_admitted admitted_(causing|to) recognised_the_facts guilty pled charged withdrawn prosecutors | crime* offense* offence* court citat* withdr* jail delito* charge',
  arrested:
    'arrest* detain* in_custody taken_into_custody custody apprehend* booked caught captured led_away placed_under arrest* detuv* deten* captur* esposad* | handcuff* jail* held station caught cell',
  handcuffs:
    'handcuff* cuff* cuffed shackl* zip_tie* zip-tie* zip_ties restrained_with manacle* chain* in_irons hands_behind behind_(his|her)_back behind_(his|her)+back espos* | restrain* wrists tied bound',
  restraint:
    'restrain* pinned pin held_(him|her|them)_down hold*_down held_down knee_(on|in|into|to|against) knelt_on kneeling_on kneel*_on sat_on sitting_on lay_on on_(his|her|top|the)_(back|neck|chest|of) weight+(on|of) pressed pressing pressure prone spit_hood spit_mask hood hogtie* straps strapped subdu* immobili* body_weight inmovili* rodilla* sujet* presion* aplast* | held hold back neck shoulder* knee grip* wrestl* struggl* force*',
  choke:
    'chok* neck strangl* headlock carotid throat windpipe airway cuello estrangul* asfixi* garganta | squeez* grip* arm_around',
  breathing:
    "breath breathe* breathing can't_breathe asphyxi* suffocat* gasp* airway oxygen turned_blue lips turning_blue respir* asfixi* ahogo_me me_ahogo se_ahogaba ahogando stopped_breathing his_lips blue_lips | chest lungs air* inhal*",
  resistance:
    'resist* struggl* fought+(officer*|back|them|police|deput*) fight_back kick*ed_at flail* thrash* pulled_away pull_away broke_free break_free wrench* stiffen* tens*_up passive* cooperat* complied comply complying complies went_limp limp calm* resisti* forceje* oponi* coopero cooper(aba|ar|ando) combative fought kick_at calm sitting_still very_still standing_still patada* | fought fight kick* push* quiet* still fought staff',
  'taken down':
    'slam* tackl* takedown take-down takeback threw_(him|her|them|me) thrown_(to|down|on|against) thr*+to_the_ground to_the_(ground|floor|pavement) knock*+(down|over) shov* push* pushed body-slam* body_slam* lifted lifts+drop* drops_(her|him) flung hurled_(him|her) swept escort*+ground brought_down took_(him|her|them)_down fell_backward* lost_(his|her)_balance pulled_(him|her|them)_down derrib* empuj* tir*+suelo tumbar* tumbo tumbaron lanz*+suelo azot* hoist* picked_(her|him|me|them)_up dump* pick*_up_and body_slam laid_a_hand laid_hands physical_contact touched touch never_touched push_(her|him|bar) empujon* levant* | ground floor fell fall* hit_the pull* table wall down force contact grab* hand',
  grabbed:
    'grab* seize seized seizes seizing yank* snatch* tug* clutch* wrapped_(his|her|their)_arms arm_around from_behind from_the_back by_the_(arm|wrist|hair|collar|shirt|neck|shoulder*|jacket) took_hold took_(him|her)_by twisted bent+arm put_hands_on laid_hands drag drags dragged dragging hauled agarr* jalo jalon jalaron jalar jaloneo jalan tom*+del_brazo por_detras por_la_espalda arrastr* laid_a_hand physical_contact touch* hand_on hands_on puso_la_mano toc*+lo | arm wrist behind pull* hold* contact push*',
  blows:
    'punch* kick* struck strike strikes striking beat beaten beating hit hits hitting slap* elbow* fist* blow blows baton* club* nightstick* truncheon stomp* pummel* headbutt* knee_strike* swung_at assaulted golpe* golpea* pego pegaron pegar* pegab* pegand* porra* macana* tolete punet* patad* bofetad* | face head fight attack* assault* threw+punch',
  'stun gun':
    'taser* tase tased stun_gun* stun-gun* stun_device* electric* conducted_energy prong* probe* volt* cycle* shock* shocked drive-stun drive_stun zapped jolt* electroshock descarga* pistola_electrica paralizante | five_seconds second* pulse*',
  spray:
    'pepper* pepper-spray* oc_spray mace sprayed spray* chemical_irritant gas_pimienta gas-pimienta rociar* roci* | eyes burning irritant*',
  projectile:
    "tear_gas teargas gas gassed canister* grenade* flash-bang* flashbang* flash_bang* stun_grenade* rubber_bullet* foam* beanbag* bean_bag* projectile* less-lethal less_lethal 40-millimeter launcher* pepper_ball* plastic_bullet* water_cannon smoke gas_lacrimogeno lacrimogen* proyectil* balas_de_goma postas granada* chemical_agent* agentes_quimicos eyes_burned burning_eyes flash | round* smoke fired eye* couldn't_see eyes threw smoke",
  'dog let loose':
    '(let|set|sent|turned|released|releasing|unleash*|loos*|deploy*|command*)+(dog|animal|k-9|k9|canine) (dog|animal|k-9|canine)+(loose|released|sent|deployed|leash|lead) leash* unleash* off_leash muzzle* harness sic sicced siccing perro+(suelt*|solt*) solt*+perro correa bozal | dog k-9 k9 canine animal handler perro',
  bite: 'bit_(him|her|me|his|the|a|my|into|them|down) bite bites biting bitten maul* latched+ latch* teeth jaws fangs tore torn ripped_(into|her|his) clamped seizes_(her|his) dog_attack attacked_by mord* muerd* mordid* dentellada* | dog animal tear arm leg skin flesh puncture*',
  'dog called off':
    'let*_go release_(command|her|him|its|the_bite) (pry|pried|prise*|pull*|tear|get|come)+(off|loose|free) call*_off call*_(him|it|the_dog)_off recall* off_command on_command first_command would_not_release does_not_release hold_on held_on solt* | grip loose command* off release* dog german',
  stitches: 'stitch* sutur* staple* closed_the_wound sewn sewed skin_graft* puntos graps* | wound* gash cut',
  'earlier bites':
    'other_(bites|people|person|victims|dogs) bitten+(other|before|people|others) previous_bite* same_dog bite_history | bites dog',
  animal: 'dog dogs pet pets puppy cat animal* hound perro perros mascota | leash bark*',
  mounted:
    'horse* mounted rider* rode reins saddle hoof hooves rear* trampl* trot* gallop* bolted spook* stirrup* bridle stable* mount caballo* montad* jinete* pisote* | animal ridden knocked',
  fled: 'fled flee* fleeing ran ran_off ran_away running run_(away|off|from|into) took_off escap* sprint* bolt* got_away made_off drove_(off|away) sped_(off|away) on_foot jumped+fence hid hiding hide huy* hui* corrio corria* corrian corriendo corrieron correr escond* a_pie | chase* foot away left leave gone',
  chase:
    'chase chased chasing chases pursu* pursued pursuit followed_(him|her|them|the) followed+(car|vehicle|van|on_foot) following_(him|her|them|the_car) follows tailed tailing gave_chase behind_(him|her|them) on_(his|her)_tail persecuc* persigu* persegu* seguia* | cruiser lights siren speed behind',
  'called off':
    'call*_off called_it_off terminat* broke_off break_off broken_off gave_up+chase stop*_chas* end*_the_(chase|pursuit) order*_to_(end|stop) disengag* abandon* discontinu* cancel* suspend*_the_(search|chase|pursuit) abandon* shut_it_down terminating stopped_the_chase | end ended stopped slow* chase pursuit terminat* deactivat*',
  siren:
    'siren* lights_(and|on|off|flashing|going) flashing blue_lights emergency_(lights|equipment) lights_and blaring sirena* luces torreta | lights horn on off cruiser',
  speed:
    'mph kph km/h miles_per_hour kilometers_per_hour kilometres_per_hour miles_an_hour speed* fast* sped accelerat* how_fast limit crawl* doing_(at|about|#) velocidad kilometros_por_hora rapido aceler* exceso | slow* limit braked fast',
  'traffic signal':
    'red_light red_signal green_light yellow_light on_red on_green traffic_light* traffic_signal stop_sign ran_the_light ran_a ran+light through+light right_of_way semaforo luz_(roja|verde) en_(rojo|verde) | light signal intersection crossing',
  crash:
    'crash* collid* collision* slam*_into hit_(a|the|an|her|his|another)+(car|vehicle|pole|tree|wall|truck|pedestrian|cyclist) struck_(a|the|by) ran_over run_over rear-end* t-boned wreck* overturn* rolled plow* plough* swerved_into knock*+(off|over|down) impact* chocar* chocaron choco chocan chocad* choque* atropell* colisi* estrell* volc* contact_between scrape paint push_bar pushed_the empujon | hit struck car truck bike pole curb door contact vehicles',
  direction:
    'north* south* east eastern eastbound eastward* west* northbound southbound westbound wrong_way toward_(the|downtown) left_turn right_turn turned_(left|right|onto|around) u-turn direction hacia norte sur este oeste sentido_contrario crossed_the crosswalk sidewalk lane middle_of | headed along toward lane road avenue street left right center',
  brake:
    'brak* skid* swerv* stopped_in_time tire_marks skid_marks slowed freno frenos frenar* frenaz* frenaron | stop* slow* steer*',
  'driver distracted':
    'texting on_(his|her|the)_phone distract* asleep_at fell_asleep_at looking_at_(his|her) screen dozed | phone attention',
  bicycle:
    'bicycl* bike* cyclist* rode riding pedal* handlebar* bike_lane sidewalk helmet wheels e-bike scooter biciclet* ciclista* ciclovia casco | rider ride lane sidewalk path',
  helmet:
    'helmet* seat_belt* seatbelt* belted buckled car_seat booster strapped_in unbelted casco cinturon lap_belt belts lap_and seat_belts hi-vis high-visibility hard_hat cinturones | wearing wore vest vests belt',
  'things thrown':
    'threw* throw* thrown hurl* toss* lob lobbed lobbing pelt* bottle* rocks stone* brick* firework* flare* barrage projectiles_at molotov egg* arroj* lanz* botella* piedra* cohete* | cans ice water crowd missiles',
  'kind of gun':
    'toy replica bb_gun pellet airsoft imitation fake real_gun semiautomatic caliber calibre revolver rifle shotgun de_juguete juguete replica | gun pistol orange_tip',
  'who shot first':
    'shot_first fired_first who_(shot|fired) first_shot returned_fire return_fire exchang* shot_back fired_back crossfire friendly_fire primer_disparo | first before after',
  'driving at somebody':
    '(drove|driving|drive|accelerat*|reversed|backed|rolled|steer*)+(at|toward*|into)+(officer*|deput*|him|them|agent*) tried_to_run ran_down ram rams rammed ramming run_(him|her|them)_over reverse* backing | car vehicle toward wheel* drove',
  'how they spoke':
    'laugh* jok* mock* smil* grin* taunt* swore swear* curs* insult* slur* called_(him|her|me|them)_a racist racial* profan* expletive* foul rude polite* burl* risa* reia* reir* riero* riendo groser* | said words language tone name',
}
