/** Topics of places and kinds of accident: crowds, schools, homes, water, heights, fire, machines; how they are written stands in `topics.ts`. */
export const placeTopics: Readonly<Record<string, string>> = {
  'size of the crowd':
    'crowd_(of|size|estimate*) (hundreds|thousands|dozens)_of (hundred|thousand|people|protesters|marchers|demonstrators|person*)+(people|attended|marched|gathered|crowd|protesters) attendance turnout organizers organisers estimat* packed filled numbered how_many asistencia asistent* miles_de cientos_de organizadores multitud personas tickets sold capacity licence_for licensed_for more_than_#_people fewer_than_# were_inside | crowd people gather* march* protest* rally hundred* thousand* guests audience inside capacity',
  crowd:
    'crowd* bystander* onlooker* protest* demonstrat* march* rally audience people_(were|had|gathered|in) spectators multitud manifest* protest* marcha gente publico | gather* people street square',
  disperse:
    'dispers* clear_the kettle* cordon* boxed_in surrounded encircl* penned unlawful_assembly curfew trapped advance advanced line_of_(police|officers) skirmish_line moved_in cargaron cargar acordonar rodear* encapsul* toque_de_queda on_the_sidewalk in_the_street middle_of_the crosswalk entrance en_medio_de | crowd line street blocked leave exit* police street sidewalk road',
  permit:
    'permit* permission authoriz* authoris* approved_route route license_to unauthori* illegal_(march|protest|gathering) notified_the_city permis* autoriz* ruta recorrido licence_for sold_# | march rally event city street closed close',
  blocked:
    'block* barricad* barrier* fence* gate gates gated chain* cordon* tape* locked padlock* exit* entrance* access road_closed wall barrera* valla* cerrad* bloque* candado salida* entrada* puerta* acceso cerc* | open door* road street path let_through',
  'medics kept away':
    'wav*+back kept_(from|away|back) turned_(away|back) blocked+(medic*|ambulance|nurse|doctor) prevent*+(from|medic*|help*) would_not_let let+through not_allowed stopped+(medic*|nurse|doctor|helping) no_first-aider first-aider* impid* no_dejaron no_dejaban | medic* nurse help ambulance doctor allow*',
  press:
    'journalist* photographer* reporter* cameraman press_(pass|card|badge|vest|corps) word_press marked_press press media credential* newspaper periodista* fotograf* prensa reporter* camarografo | helmet vest camera covering working',
  'aimed at somebody':
    'target* aimed_at singled_out deliberate* on_purpose intentional* because_of_who indiscriminate* random* apunt* blanco_de proposito deliberad* intencional* | aim* at_(me|him|her)',
  'who was hit':
    'struck_by hit_by (struck|hit)_(in|on|a|him|her|me|by|the) knocked_down went_down gone_down has_gone_down falls fell collapsed down_(at|on) was_(struck|hit) lands_on landed_on recibi*+impacto impact* alcanz* derrib* cayo struck+by hit+by in_surgery member_of_our | struck hit fall head crowd',
  'officers hurt':
    '(officers|deputies|constables|police|agents|agentes|policias)+(hurt|injured|wounded|treated|treatment|heridos|lesionados) (injured|hurt|wounded)+(officers|deputies|constables|police|agents) | injur* hurt officers treatment agentes heridos',
  'how many arrested':
    '(people|persons|protesters|demonstrators|adults|men|women)+(arrested|detained|booked|held) (arrested|detained|booked)+(people|protesters|demonstrators) arrests detenciones detenidos arrestos | arrest* detain* charged refusing',
  'how many officers':
    '(one|two|three|four|five|six|seven|eight|nine|ten|dozen|several|a_dozen|both|#)_(officers|deputies|guards|police|troopers|agents|agentes|policias|cops|constables|jailers|staff|men|oficiales) single_officer second_officer another_officer backup back-up alone_officer partner reinforcement* outnumber* lone dos_agentes tres_agentes cuatro_agentes compaero* refuerzo* eight_guys (two|three|four|five|six|seven|eight|nine|ten|twelve)_of_them six_officers how_many_officers | officers deputies other arrived responded joined guys them',
  supervisor:
    'supervisor* sergeant lieutenant commander in_charge shift_commander on-scene ranking_officer sargent* comandante jefe supervis* | ordered radio told approv*',
  call: '911 999 112 emergency_call called_(police|911|the_police|for|in|to_report|officers) caller* dispatch* call_(came|taker|for|about|to) reported_(a|that|seeing|by) phoned+police complaint_about complain* tip tipster summoned asked_police noise llam*+(policia|911|emergencia*) emergencia* denunci* avisaron reporto reportaron | call phone* report responded radio neighbour* neighbor* asked',
  'welfare check':
    'welfare_check wellness_check check_on check_the_welfare called+help asked+help to_help went_to_help | check help called family',
  arrived:
    'arriv* respond*_to got_(there|to_the) came_(to|upon|on|across) pulled_up showed_up reached+(scene|house|door) within+(seconds|minutes) lleg* acudi* within_seconds on_scene_(at|by) | scene came minutes first officers',
  when: "a.m p.m pm o'clock noon midnight shortly_(before|after) just_(before|after) clock_time hours_on took_place occurred happened began_at started_at at_about at_around de_la_(tarde|noche|manana|madrugada) horas ocurri* sucedi* mediodia medianoche | morning evening night afternoon sunday monday tuesday wednesday thursday friday saturday sept aug oct",
  dark: 'dark* night light lights lighting lit unlit streetlight* street_light* lamp lamps flashlight* torch visibility visibilidad daylight moonless fog* mist misty glare shadow* dim bright oscur* noche luz luces alumbr* farol* linterna niebla | see seen lights',
  weather:
    'rain* wet storm* wind winds windy snow* ice icy fog* weather gust* lightning sunny clear_skies slick slippery lluvia llov* mojad* viento* nieve hielo tormenta niebla clima gusts gust blowing blew_hard crane_had_been | slip* road cold hard mph',
  'could see':
    "could_not_see could_see couldn't_see could_not_see see+from view visible in_sight sight_of lost_sight blocked_(his|her|the|my)_view line_of_sight out_of_sight behind_the+(lights|wall|car|tree) saw_(it|him|her|them|everything|nothing) witness* ver veia vio vieron visible* a_la_vista testig* | saw seen watch* window camera",
  child:
    'child children kid kids boy girl son daughter toddler baby grandchild* granddaughter grandson little_(boy|girl) schoolchild* juvenile a_minor the_minor minors back_seat car_seat nino nina ninos ninas hij* niet* menor* bebe | mother father year-old age aged student teen* crying',
  family:
    'mother father sister brother wife husband widow parents uncle aunt grandmother grandfather cousin fiance* girlfriend boyfriend partner madre padre herman* esposo esposa viud* abuel* tio tia primo prima primos primas novi* | family relatives son daughter familia',
  'who they were':
    "worked_(as|at|for|nights) works_(as|at) worker employee cook nurse's aide teacher coach student mechanic veteran retired retiree sang choir volunteer* graduat* honor_student sophomore loved beloved father_of mother_of dad_of dad-of-three dad-of-two mum_of mum-of-one mother-of grandmother grandfather lived_(in|at|on|with|alone) grew_up remembered described_(him|her)_as funniest gentle hobby played job trabajaba maestr* estudiante jubilad* querid* padre_de madre_de vivia | known friends son family year-old years",
  named:
    'identified_(as|by|him|her|the) was_identified named_(as|by) victim_was name_of_the released_the_name names_of identificad* identific* llamad* de_nombre | victim name* year-old aged',
  school:
    'principal teacher* superintendent counsel* vice_principal monitor aide school_(officer|board|district|official*|nurse) classroom* hallway cafeteria gym gymnasium lunch lunches lunchtime recess locker* bus_driver directora maestr* profesor* escuela aula pasillo recreo | school student* class* district campus',
  argument:
    'argue argued argues arguing argument* quarrel* dispute disput* altercat* fight fights fighting fought brawl* scuffl* confront* shouting_match words_with shov* hitting yelling heated rina pelea* pele* discut* discus* altercado disputa grit* | phone started began between girls boys separate*',
  'who began':
    'provok* started_(it|the) threw_the_first first_punch struck_the swung_at spat spit bit_the_officer punch* hit_(the|an|a)_officer assaulted+(officer|deputy) kicked+officer lashed_out empez* golpeo_al escupi* provoc* | first officer face fist',
  home: 'home house apartment flat unit landlord* tenant* rent lease evict* eviction belongings furniture locks lock_changed possession marshals bailiff* casa apartamento piso departamento desaloj* desahuci* renta inquilin* casero mudanza muebles | move* door key street property court months',
  notice:
    'notice* notif*+(eviction|tenant) days_notice posted served letter_(was|sent|from) letter deadline deliver* aviso* notific* carta plazo | days mailed door sign* received',
  rent: 'rent paid+rent owed+rent months_(behind|of_rent|late) arrears behind_on debt overdue renta alquiler deb*+(meses|renta) atras* | pay* owe* landlord',
  possessions:
    'belongings possessions furniture tent tents mattress* backpack* bag bags cart medicine_(was|thrown) trash* dumpster garbage threw+(away|out) thrown_away destroy* pertenencias tienda* carpa* bolsas basura tiraron_(sus|las|la|el) | thrown property',
  camp: 'camp camps camped camping encamp* campament* encampment* tent tents homeless* unhoused shelter* underpass sleeping_(bag|rough|in) campamento carpa* tienda* sin_hogar indigente* refugio albergue | park sweep city',
  consent:
    'consent* permission let+in invited allowed_(them|him|the) refus*_(to_open|entry|to_leave|to_give|permission) denied_entry without_(permission|consent) told+leave asked+leave trespass* consinti* permiso autoriz* neg*_a | enter open door',
  papers:
    "gave+name give+name refus*+name show*+(id|identification|license|licence|papers) identification driver's_license license_and id_card papers passport documents no_identification documento* identificacion cedula licencia dio_su_nombre | name asked id",
  noise:
    'noise* loud music party complaint_about_noise quiet bang_(was|heard) ruido* musica fiesta alto bang explosion like_a_door | neighbors neighbours complain* heard',
  hotel:
    'motel hotel room_# room guest* lobby front_desk clerk checkout check-out housekeep* master_key key_card manager reservation hotel motel habitacion huesped* recepcion* | key door stay* pay* night',
  shopping:
    'store shop supermarket laundromat market mall counter cashier register customer* washer* dryer* clerk owner tienda lavander* supermercado mercado cliente* caja lavadora* secadora* duen* | coins quarters pay* bag aisle manager',
  security:
    'security_(guard*|officer*|staff|company) private_guard bouncer* guard_(was|had|said|who) door_staff guardia_de_seguridad vigilante* seguridad_privada guards_(were|had) security_personnel security_guard guard company_guard | guard* licens* contract* guard',
  'in the water':
    'drown* went_under swam swim* swimmer* in_the_(water|river|lake|pool|canal|sea|harbor|harbour|bay) into_the_(water|river|lake|pool|canal|sea|harbor|harbour) waded current currents shore bank tide surface* submerg* underwater river lake canal pond ahog* nadar nadaba* nado nadando nadador* rio lago agua corriente orilla hundi* walked_into went_into walked_in into_the_water entering_the_water entered_the_water waded_in went_in | water jump* fell boat deep boots beach',
  rescue:
    'rescue* life_ring life_buoy lifebuoy life_jacket* life_vest* rope throw_bag throw_line pole lifeguard* boat* diver divers diving dive_team jumped_in went_in pulled_(him|her|them|from|out) reach*_(him|her|them) haul*_out coast_guard rescat* salvavid* cuerda soga lancha buzo buzos buceo flotador* chaleco socorrista* sac*_del_agua deployed_a_rescue threw_a_line threw_a_rope stood_by stood_there stood_on watched_as did_nothing boots_off | water help swim shore save* fire_department line rope searched bank',
  depth:
    'deep depth* shallow feet_of_water waist-deep chest-deep bottom profund* hond* fondo | feet meters water cold temperature',
  fall: 'fell fall falling falls fallen plung* dropped drop drops descent descend* tumbl* jump* leapt leap slip* trip trips tripped tripping pushed_(off|from|over) went_over over_the_(railing|edge|side|wall) landed hit_the_ground crash*_(to|into|down) cayo caer cayeron caia* cayendo caida salt* resbal* tropez* precipit* caid* cayera fell_from | balcony roof stairs stairwell bridge ledge window ground down steps off',
  height:
    '(feet|foot|metres|meters|stories|storeys|floors|metros|pisos)_(up|above|below|down|high|tall|onto|to) #_(foot|feet|metre|meter|story|storey|floor*) altitude height storey* story_ stories floor second_floor third_floor fourth_floor fifth_floor hover* altura metros_de pisos piso | feet above up tall hundred',
  'above people':
    'above_(the|a|an|our|us|them|people|crowd) over_the_(crowd|audience|people|dance|stage|street|heads|fair|park) overhead hover* hung_over out_of_the_(sky|dark|air) into_the_crowd low_over circling sobre_la sobrevol* encima | crowd audience stage above air flew',
  railing:
    'rail rails railing* harness* guardrail* scaffold* ladder* ledge plank* tether* lanyard safety_(line|net|rope|gear|equipment) hard_hat anchor* barand* arnes* andami* escalera* cuerda casco | safety loose broken missing secured rotten tied',
  'machine failed':
    'malfunction* mechanical* failed_to_(work|start|open|close|stop) failure failures part_failed brakes_failed failed_(part|brake*|equipment) fault* defect* battery batteries power_loss loss_of_power propell* rotor* crack* engine_failure motor broke_down broken_part part_(was|had) maintenance inspect* serviced repair* worn manufactur* software glitch falla fallas fallo fallos fallaron averi* bateria* mantenimiento revis* hélice* | quit stopped charge lost power working design',
  drone:
    'drone* unmanned aircraft quadcopter flying flown flew flight* hover* airborne dron drones aeronave vuelo volaba volar | pilot operator fleet sky',
  operator:
    'operator pilot* driver_(was|had|is) license* licence* certif* qualif* trainee training_(was|hours) train* first_day second_week new_(to|at|driver|guard) experience* rookie probation* certificad* licencia* piloto* operador* capacit* entren* novat* | years hours weeks held course',
  purpose:
    'deployed_to sent_to was_(there|flying|used)_(to|for) assist_in help_(find|locate|search) looking_for missing lost_(child|girl|boy|man|woman) why_(it|they|he|she)_(was|were) in_order_to purpose reason_(for|was) para_(buscar|localizar|ayudar) | because search* find locate* asked',
  'use stopped':
    'ground*_(its|the|all|fleet) grounded suspend*+(flights|use|program*|service|operations) still_(flying|running|in_use|operating) halt* paus* pull*+from_service out_of_service taken_out stop_all resumed suspend* | pending review fleet use banned stop',
  fire: 'house_fire caught_fire on_fire the_fire a_fire fires blaze flames burning smoke smok* ignit* arson firefighter* sprinkler* alarm* extinguish* charred incendio fuego llamas humo bombero* alarma* quem* ard* | started kitchen heater floor',
  alarm:
    'alarm* smoke_detector* sprinkler* siren_sound* alert* went_off did_not_sound sounded rang alarma* detector* sonaba sonaron | working heard tested',
  train:
    'train trains platform* track tracks rail* station conductor* tram* subway metro carriage doors_closed third_rail tren andén anden vias estacion tranvia vagon | fare ticket gap doors',
  fare: 'fare* ticket_(inspector|gate)* turnstile* paid_(his|her|the)_fare valid_ticket unpaid_fare fare_evasion boleto billete pasaje torniquete valid_pass inspector* inspectors pass | ticket* paid pay transit pass',
  bus: 'bus buses coach passenger* busload aboard on_board autobus camion pasajer* a_bordo micro | driver seat stop route',
  gas: 'gas_leak gas_line smell*_gas smelled_gas pipe* explosion explod* blast blew_up fuga_de_gas explosion explot* olor_a_gas | utility leak evacuat*',
  evacuated:
    'evacuat* sheltered shelter_in lockdown locked_down lock*_down barricaded hid_(in|under) cleared_the_building evacu* confinamiento encierro | students staff building class* inside',
  exits:
    'exit* emergency_(door|exit)* gates_(were|was|closed|open*) crush* stamped* surge surged surges surging trampled salida* estampida aplast* avalancha | crowd open locked narrow door*',
  'left or right':
    'left_(arm|hand|eye|leg|side|knee|wrist|shoulder|forearm|ear|foot) right_(arm|hand|eye|leg|side|knee|wrist|shoulder|forearm|ear|foot) (ojo|brazo|pierna|mano|lado)_(derech*|izquierd*) | left right',
}
