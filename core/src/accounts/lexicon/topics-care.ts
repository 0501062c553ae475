/** Topics of bodies, care, custody and death; how they are written stands in `topics.ts`. */
export const careTopics: Readonly<Record<string, string>> = {
  injury:
    'injur* hurt wound* bruis* bleed* bled blood* gash* lacerat* fractur* broken_(arm|leg|wrist|jaw|nose|ribs|bone*|collarbone|hip|ankle|finger*|neck|back) broke_(his|her|their|a) concuss* sprain* scrape* scratch* cut cuts burns burned swollen swelling unhurt uninjured unharmed bandage* sling collarbone collar_bone skull rib ribs pain pains painful* harm herid* lesion* golpe* sangr* dolor quebr* rotura hip life-threatening life_threatening no_feeling lost_a_tooth crushed_vertebra* seriously_(hurt|injured) staples | head arm leg face eye back shoulder wrist complain* knee* sustain* suffer* minor serious* critical* snapped torn lost feeling tooth no_one_was nobody_was',
  'head or face':
    'skull head forehead face facial temple scalp eye eyes eyeball jaw teeth tooth nose cheek concuss* brain ear lip cabeza craneo cara frente ojo ojos diente* nariz mandibula | fractur* bandage* blind sight vision',
  'arm or leg':
    'arm arms forearm wrist* elbow shoulder collarbone hand finger fingers thumb leg legs knee ankle thigh hip foot toe* femur brazo* muneca hombro mano dedo* pierna* rodilla tobillo cadera pie clavicula | left right fractur* broken snapped',
  body: 'rib ribs chest spine neck vertebra* spleen liver kidney* lung* abdomen stomach torso pelvis costilla* pecho espalda cuello columna bazo higado vertebra* vertebras | back internal fractur* bruis* crush*',
  broken:
    'fractur* broken_(arm|leg|wrist|jaw|nose|ribs|rib|bone*|collarbone|hip|ankle|finger*|neck|back) broke_(his|her|an|two|three) snapped shatter* crack* dislocat* x-ray* fractur* quebr* roto rota rotura | bone* skull rib* jaw arm leg wrist collarbone',
  eye: 'eye eyes blind* vision sight retina ojo ojos ceg* vision vista | lost face',
  hospital:
    'hospital* infirmary clinic emergency_room er icu intensive_care ambulance* admitted admission ward trauma_center stretcher gurney in_a_coma ventilator kept_(him|her|overnight) overnight two_nights discharged_(from|after|on|home|and|the_next) taken_to_(the|a|st) transport*+(hospital|center|centre) evaluated hospitaliz* clinica ambulancia ingres* urgencias terapia_intensiva intensive_care critical_condition stable_condition stable expected_to_survive condition_(was|is) life-threatening life_threatening medically_cleared cleared_by fuera_de_peligro estado_(grave|critico|estable) | doctor* surgeon* treat* transport* night released taken checked center survive condition',
  'treated where':
    'treated_(at|on|by|and|for) treated_at_the_scene on_scene at_the_scene looked_after patched_up checked_(by|over|out) evaluated refused_(treatment|medical|transport) declined_(treatment|medical|transport) sent_home released_to walked_away atendid* en_el_lugar dado_de_alta | scene treat* medic* home hospital fire_department',
  surgery:
    'surger* surgeon* operated_on operat*_on operation operating_room amputat* reattach* plate screws pins cirug* operad* cirujan* quirofano amput* | hours doctors repair*',
  aid: 'first_aid aid cpr cardiopulmonary compressions resuscitat* tourniquet chest_seal defibrillat* lifesaving life-saving render* rescue_breath* oxygen treated attend*_to help*+(him|her|victim) nobody_helped no_one_helped stood_(by|around|there|over) did_nothing socorr* auxili* primeros_auxilios reanim* rcp ayud* atendi* maniobras stood_by stood_and_watched nobody_moved goes_down_to knelt_beside checked_on check_on provided+assistance medical_assistance immediate_medical | medic* paramedic* ambulance nurse doctor help* bleeding bandage towel pressure kit nobody helped assistance',
  'wait for help':
    'ambulance+(minutes|arrived|called|came|late|wait*) (minutes|hour|long)+ambulance paramedic* medics emts waited+(minutes|for|hour*) how_long response_time delay* before+(ambulance|medic*|help|aid|paramedic*) minutes_(before|passed|later|elapsed|after) called_for+(ambulance|medic*) ambulancia paramedic* tard* demor* minutos | arriv* wait* called came late help minutes',
  nurse:
    'nurse* medical_staff infirm* doctor* physician medic medics medical_(team|worker*) clinician health_worker healthcare enfermer* medico medica doctor doctora | evaluat* saw_(him|her) look*_at checked examin* sling screening',
  'asked for help':
    'ask*+(help|nurse|doctor|medical|ambulance|water|medic*) begg* plead* pleas cried_out call*_out crying_for scream*_for cries yelled_for+help request*+(medical|help|nurse) complain*_of told+(sick|pain|hurt*|breathe) bang*+(door|wall|glass|window|cell) hammer*+(on|the) pound*+(on|the) knocked_on+(wall|glass|door) kick*+door rapped intercom emergency_button call_button pid*+(ayuda|agua|medico|auxilio) suplic* rogo rogar* rogab* rogand* grit*+ayuda golpe*+(puerta|pared|vidrio|reja) | help asked wall shoe* sound noise heard ignored answered medical nunca',
  ill: 'vomit* throwing_up threw_up sick nause* fever* seizure* convuls* faint* dizz* shak* shiver* sweat* pale delirious pain chest_(hurt|pain*) chest+hurt unwell complain*_of weak disorient* confus* enfermo enferma enfermos enfermedad enfermar fiebre desmay* mareo maread* mareos temblan* dolor | ill illness symptom* stomach heart cold',
  'medical condition':
    'heart_(condition|disease|attack|problem*|failure) cardiac heart asthma* inhaler diabet* insulin epilep* pregnan* disab* wheelchair cane medical_(condition|history|problem*|emergency) pre-existing preexisting condition schizophren* bipolar autis* dementia alzheimer* hearing_aid* deaf blind_in sickle allerg* known+condition cardiac* asma diabet* insulina epilep* embaraz* discapac* silla_de_ruedas enfermedad sord* autis* | chronic medication medicine pills suffer* stroke history',
  medication:
    'medicat* medicine* pill pills insulin inhaler prescription* dose doses pharmacy withheld_(his|her) medicament* pastilla* insulina inhalador receta* | withheld drug given nurse',
  'state of mind':
    'mental* psychiatr* crisis breakdown suicid* distress* disturbed depress* schizophren* bipolar psychosis psychotic paranoi* voices autis* erratic* counsel* counselor clinician welfare_check wellness_check mental_health off_(his|her)_(meds|medication) manic salud_mental psiquiatr* crisis esquizofren* autis* suicid* depresi* they_know_him | behav* therap* help calm* confus* upset',
  deaf: 'deaf hear*_impair* hearing_aid* hard_of_hearing sign_language sign_(to|for) signing asl lip-read* lipread* read_lips sord* lengua_de_senas hearing_impaired pointed_to_my_ear my_ear ear could_not_hear interpreter | hear hearing interpret* shook',
  language:
    'interpret* translat* english spanish speak_(no|little|any|english|spanish) spoke_(no|little|only) language* accent interprete* traduc* ingles espanol idioma habla speaks_(no|only|little) in_spanish in_english spanish-speaking non-english | understand understood words',
  conscious:
    'unconscious* unrespons* conscious* responsive* awake alert woke wake_(up|him|her) passed_out pass_out blacked_out knocked_out limp motionless not_moving lifeless collapsed slumped talking no_pulse pulse inconsciente* consciente* desmay* despiert* desvaneci* sin_vida pulso opened_his_eyes opened_her_eyes eyes_(open|closed|were|rolled) stopped_talking was_talking was_breathing lips_were unresponsive | cold found moving asleep spoke talk* eyes talking lips',
  asleep:
    'asleep sleep* slept awake woke awoke wakened awakened bed nap napping dozing dormid* dormi* durmi* despert* cama falling_asleep head_kept eyes_(closed|were) nodding nodded resting rested hours_of_rest | kitchen up nightgown pajamas pyjamas night rest eyes',
  death:
    'died dead death die dies dying killed kill fatal* deceased decedent lifeless lost_(his|her)_life loss_of_life perished passed_away body_was pronounced declared_dead murio muert* murieron fallec* mato mataron perdio_la_vida deceso cadaver sin_vida fatalities mourn passed_away should_be_alive would_have_turned killing | found body lost coroner victim alive',
  'died when and where':
    'pronounced declared_dead time_of_death died_(at|in|on|an|two|three|later|hours|days|shortly|before) dead_(at|on|in) dead_on_arrival declarad* declaro fallecio_en murio_en among_the_dead fatalities | hospital scene later hour hours days minutes',
  'cause of death':
    'autops* medical_examiner coroner* examiner* post-mortem postmortem pathologist cause_of_death manner_of_death homicide ruled ruling accidental natural_causes undetermined toxicolog* asphyxia preliminary_findings forense* autopsia causa_de_muerte homicidio | died death heart drug* findings report',
  found:
    'found_(dead|unresponsive|unconscious|him|her|lying|in|cold|hanging|not) discover* body_(was|of) lifeless hall*+(muert*|sin_vida|cuerpo) encontr*+(muert*|sin_vida|cuerpo) | cell floor breakfast check*',
  suicide:
    'suicid* hang* hanged noose ligature took_(his|her)_own self-harm self-inflicted bedsheet shoelace* ahorc* suicid* sabana soga | cell watch bunk',
  checks:
    'rounds round check*_on checks look*_in peer* every_(half|15|30|thirty|fifteen|hour|minutes|ten|two) welfare_checks observation+(log|round*|check*) twice_an_hour logged logbook log_book rondas ronda cada_(media|hora|treinta|quince|#) revis* bitacora checks_were conducted_every checked_on as_the_policy | minutes log window hourly last cell inspect* supervis* guard* jailer* half_an_hour twice once',
  'alone or not':
    'cellmate* cell-mate* alone single-occupancy single_cell solitary shared+(cell|room) fellow_(inmate*|prisoner*|detainee*) other_(inmate*|prisoner*|detainee*) another_(inmate|prisoner|detainee|woman|man) only_person only_(one|occupant|passenger) two_(inmates|detainees|prisoners) companero*_de_celda sola solas a_solas estaba_solo aislad* reclus* presos presas internos internas detenid* remained_in_the_room left_alone in_the_hallway standing_in_the | cell together compartment women held opposite housed rear room hallway',
  booked:
    'booked booking intake processed received_(at|into|in) screening jailed lock*_up admitted_to brought_to_(the|jail) ficha* ingres* | jail custody arrest* property',
  'what was owed':
    'a_fine the_fine fined fines owed unpaid bail bond bounced debt fee fees fianza multa* deuda debe deben debia* deuda* without_a_ticket valid_pass valid_ticket | ticket* citation warrant pay* court money',
  'locked up':
    'cell cells locked_in locked_up cage isolation hold_room holding_(cell|room|area|tank) compartment locked_steel van_was kept_in confined segregation restraint_chair celda* encerr* aislam* jaula | inmate* detainee* prison* jail locked wing unit block guards',
  heat: 'hot heat heated heating temperature* degrees fahrenheit celsius air_conditioning air_conditioner aircon cooling ac_(was|unit) a/c baked baking cooked boil* swelter* sweat* heatstroke heat_stroke sun shade fan fans vent vents ventilation windows_(up|down|closed|open) stifling calor temperatura grados aire_acondicionado ventilador* insolacion sol thermometer read_# ac_has been_dead_since | engine on off inside van summer july august air failed',
  engine:
    'engine engines ignition idling turned_off+engine shut+engine motor running keys_in encendido apagado | van car vehicle off on cooling computer',
  cold: 'cold freez* frozen hypotherm* ice icy snow* frost* blanket* shiver* winter below_zero frio helad* hielo nieve manta* hipoterm* | temperature degrees coat water',
  water:
    'water thirst* dehydrat* sip bottle_of glass_of fluids cup agua sed beber deshidrat* | given fountain bottle*',
  food: 'food lunch eat* ate meal* burger* sandwich* breakfast dinner hungry hunger starv* restaurant coffee comida comer almuerz* hambre desayuno | break tray* diner returned',
  'left alone':
    'left_(them|him|her|us|me|alone|unattended) unattended alone unsupervised nobody_(stayed|there|came) no_one_(was|stayed|came) departed came_back come_back was_back were_back gone_for walked_away abandon* unguarded dej*+sol* sin_vigilancia regres* volvi* | left back hours minutes lunch away returned break',
  'how long':
    'for_(a|an|about|nearly|almost|more|at|some|over|less|up|the|hours|minutes|#|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)+(seconds|minutes|hours|hour|minute|days|weeks) (lasted|took|lasting|spent|stayed|remained|kept|waited)+(seconds|minutes|hours|hour|minute|days) (seconds|minutes|hours)_(passed|elapsed|later|long|went) half_an_hour an_hour how_long durante+(segundos|minutos|horas) durante duro duraron durar duration | seconds minutes hours until minute hour segundos minutos horas',
  'clothes off':
    'naked nude undress* strip* clothes clothing nightgown underwear bare barefoot shirtless towel robe t-shirt desnud* ropa descalz* camis* | wearing wore covered cover',
  wearing:
    'wearing wore dressed hoodie jacket coat hat cap mask* shirt sweater jeans vest reflective clothing dark_clothes backpack vestia vestid* llevaba_(un|una) chaqueta chaleco mochila gorra capucha camisa | red black white dark grey',
  'face covered':
    'hood hooded spit spits spitting spitted mask bag_over covered_(his|her)_(face|head|mouth) capucha mascarilla face_was_covered faces_were_covered faces_covered covered_faces masked masks balaclava* cara_tapada encapuchad* pasamontanas | head face faces covered',
  baby: 'baby infant newborn pregnan* toddler stroller pram crib labor bebe embaraz* recien_nacid* cochecito | mother months weeks',
}
