import { wordSet } from '../words.ts'

/** Titles that stand before a name. Those with a dot are written without it here. */
export const titles = wordSet(`
  mr mrs ms miss mx dr prof professor rev reverend father sister brother rabbi imam pastor bishop mayor councilman councilwoman
  councilmember councillor alderman commissioner governor gov senator sen representative rep congressman congresswoman president
  minister secretary judge justice magistrate attorney prosecutor sheriff undersheriff chief superintendent supt inspector insp
  detective det constable pc dc dci di ds sergeant sgt lieutenant lt captain capt major maj colonel col corporal cpl private pvt
  officer deputy trooper agent marshal warden principal coach coroner firefighter battalion director chairman chairwoman chair
  spokesman spokeswoman spokesperson sir lady lord dame nurse paramedic commander cmdr assistant district general
  alcalde alcaldesa alguacil sargento capitán capitana teniente oficial agente comisario comisaria jefe jefa señor señora sr sra
  doctor doctora juez jueza fiscal subdirector subdirectora director directora
`)

/** Words that name people by what they are or do; a head noun among these can speak. */
export const roleNouns = wordSet(`
  police officer officers deputy deputies trooper troopers sergeant lieutenant captain detective detectives chief sheriff
  constable superintendent inspector commander authorities authority official officials investigators investigator prosecutors
  prosecutor attorney attorneys lawyer lawyers solicitor barrister coroner examiner judge mayor governor councillor councilman
  councilwoman commissioner spokesman spokeswoman spokesperson spokespeople witness witnesses bystander bystanders neighbor
  neighbors neighbour neighbours resident residents driver drivers passenger passengers cyclist pedestrian man woman boy girl
  teenager teen child children men women boys girls victim victims suspect suspects mother father sister brother son daughter
  wife husband cousin aunt uncle grandmother grandfather parents parent family relatives relative friend friends
  student students teacher teachers principal superintendent pupil pupils inmate inmates guard guards nurse nurses doctor
  doctors paramedic paramedics firefighter firefighters medic medics department office agency company union association
  protester protesters marshal marshals steward stewards organizers organisers organizer fan fans crowd owner manager clerk
  worker workers employee employees tenant tenants landlord partner colleague dispatcher caller callers operator operators
  activist activists advocate advocates critics coalition board council district city county hospital school authorities
  member members worker workers foreman supervisor supervisors colleagues bricklayer electrician roofers
  carer carers caregiver aide executive baker farmer roofer mechanic resident tutor vendor shopper jogger motorist courier
  onlooker onlookers source sources passer passerby passersby eyewitness survivor survivors insider commuter commuters shopper patron
  locals campaigner campaigners marchers demonstrators medics mum dad grandmother grandfather chair chairman chairwoman staff steward crew
  operator reporter reporters team agents agent pastor counsel boss teenagers shopkeeper vendor
  policía agentes agente oficial oficiales autoridades fiscal fiscalía testigo testigos vecino vecina vecinos madre padre
  hermana hermano familia hombre mujer portavoz alcalde alcaldesa abogado abogada conductor conductora bomberos profesor
  profesora hijo hija jefe jefa sargento
`)

/** Groups: "they said" may go back to one of these. */
export const groupNouns = wordSet(`
  police officers deputies troopers authorities officials investigators prosecutors witnesses bystanders neighbors neighbours
  residents relatives parents family students department office agency company union association protesters fans organizers
  organisers attorneys lawyers firefighters paramedics marshals stewards tenants workers friends
`)

export const femaleWords = wordSet(`
  she her hers herself woman women girl mother sister daughter wife aunt grandmother councilwoman spokeswoman congresswoman
  mrs ms miss lady dame actress businesswoman waitress chairwoman grandma mum mom niece girlfriend widow señora sra madre hermana mujer hija
  vecina ella alcaldesa abogada conductora portavoza abuela tía profesora doctora directora
`)

export const maleWords = wordSet(`
  he him his himself man men boy father brother son husband uncle grandfather councilman spokesman congressman mr sir lord
  chairman grandpa dad nephew boyfriend señor sr padre hermano hombre hijo vecino él alcalde abogado conductor abuelo tío profesor
  doctor director
`)

/** Common given names, to tell persons from places and "he" from "she". Not needed for a name to be found. */
export const femaleNames = wordSet(`
  mary maria maría anna ana anne ann emma olivia sophia sofia sofía isabella mia amelia charlotte emily elizabeth grace hannah sarah
  sara laura julia lucia lucía elena helena carmen rosa teresa marta linda susan karen nancy lisa margaret sandra ashley kimberly
  donna michelle carol amanda melissa deborah stephanie rebecca sharon cynthia kathleen amy angela shirley brenda pamela nicole
  samantha katherine catherine christine debra rachel carolyn janet ruth heather diane virginia julie joyce victoria kelly
  lauren christina joan evelyn judith megan andrea cheryl jacqueline martha gloria ann janice jean alice abigail danielle
  denise doris tara tanya keisha latoya ebony imani nia priya aisha fatima yasmin leila mei ling ingrid freya astrid nora nadia
  natalia irina olga svetlana lori claire chloe jade erin siobhan niamh fiona gemma tessa marisol pilar dolores beatriz rocío
  joy bea priscilla marlene gabriela paula patricia mónica verónica yolanda alma inés noor zainab amara chidinma ngozi adaeze thandi wanjiru hana yuki
  clara eva ella ellen edna eve esther frances georgia gina holly ida iris isabel jenny jill jo kate katie lena lily lydia mabel
  maya molly nell nina paige penny polly rita rosie ruby sally selma stella sue sylvia tina una ursula vera wanda zoe ada ava june
  delia odette corinne marguerite bettina greta wilma edith josie maeve orla rhiannon petra ivana dana
`)
export const maleNames = wordSet(`
  james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven
  paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan
  stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose
  josé adam nathan henry douglas zachary peter kyle ethan walter noah jeremy christian keith roger terry austin sean gerald carl
  harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan elijah willie albert wayne randy mason
  vincent liam roy bobby caleb bradley russell lucas luis carlos miguel jorge pedro pablo javier diego manuel francisco antonio
  fernando rafael ricardo raúl sergio andrés mohammed muhammad ahmed ali hassan omar ibrahim yusuf tariq kwame kofi femi tunde
  marcus darnell jamal tyrone malik todd lewis owen callum ewan hamish gareth rhys nigel graham colin trevor derek clive barry
  ian neil stuart simon martin anders erik lars sven pavel dmitri ivan boris wei chen jin hiroshi kenji ravi arjun sanjay vikram
  leo theo felix oscar hugo emil otto silas ezra amos tobias hector hernán emilio rodrigo iván tomás desmond cedric reggie
`)

/** Words that make a run of capitals a body or a place and not a person. */
export const bodyWords = wordSet(`
  department office bureau agency county city state university college school academy hospital clinic center centre church
  police sheriff's station court courthouse commission committee council board union association federation alliance coalition
  company inc corp corporation llc ltd group club team league society institute foundation service services authority
  administration division unit force guard army navy network news times post herald tribune press radio television tv gazette
  journal chronicle magazine media museum library hotel motel inn mall plaza store market supermarket arena stadium airport
  prison jail facility institution fund trust bank ministry parliament congress senate house party ambulance fire rescue safety
  today tonight daily weekly morning evening sunday homes buses live media holdings partners energy rail railways trains airlines foods security logistics transit water gas electric
  power housing care systems solutions properties estates rights watch action legal law entertainment events productions motors
  street st road rd avenue ave boulevard blvd lane drive court way highway hwy route interstate bridge park square place terrace
  heights hills village town township borough district ward river lake bay beach island creek valley canyon mountain mount
  north south east west northern southern eastern western upper lower harbor harbour pier quay wharf crescent close row
  apartments tower towers building complex gardens green junction intersection crossing terminal depot
  act law bill amendment code policy plan project program programme initiative operation report review inquiry investigation
  examiner independent national federal royal american british mexican african european asian
  accountability oversight complaints conduct civilian citizens review task
  calle avenida plaza barrio policía departamento oficina hospital universidad escuela
`)

/** Capitals that begin a sentence or a greeting and are never a person's name. */
export const neverNames = wordSet(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec i i'm i've god lord english
  spanish french german arabic american americans british black white hispanic latino christmas easter thanksgiving internet
  facebook twitter instagram youtube tiktok whatsapp covid suv dna fbi cpr gps cctv ems emt usa us uk u.s u.k news read photo
  image video update breaking exclusive watch related transcript host anchor reporter narrator
  lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre
  noviembre diciembre
`)

/** Relations: "the boy's mother" is the mother, never the boy. */
export const relationNouns = wordSet(`
  mother father sister brother son daughter wife husband cousin aunt uncle grandmother grandfather parents family relatives
  relative friend friends lawyer lawyers attorney attorneys partner girlfriend boyfriend neighbor neighbour colleague boss
  widow niece nephew siblings stepfather stepmother solicitor spokesman spokeswoman spokesperson counsel team office department
  mum mom dad grandma grandson granddaughter roommate employer teacher coach union doctor madre padre hermana hermano hijo hija esposa esposo abogado
  abogada familia
`)
