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
  cllr mp mep councilor member pte spc cst wpc lcpl hon msp concejal concejala ministro ministra subcomisario subcomisaria subinspector subinspectora cabo
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
  tía tío abuela abuelo primo prima sobrino sobrina esposa esposo viuda viudo joven niño niña cuñado cuñada suegra novia novio
  amiga amigo maestra maestro empleado empleada dueño dueña comerciante taxista trabajador trabajadora vocero vocera gobernador
  gobernadora juez jueza forense médico médica enfermera enfermero bombero alguacil comisario ministro ministra director directora
  gerente sobreviviente víctima sospechoso sospechosa residentes habitantes manifestantes activista sacerdote paciente pacientes
  guardia guardias custodio custodios estudiante estudiantes alumno alumna alumnos pasajero pasajera pasajeros ciclista peatón
  menor menores muchacho muchacha chico chica señora señor policías testigos vecinos organizadores sindicato
  subject subjects male males female females complainant undersigned claimant plaintiff plaintiffs defendant defendants decedent
  deceased juvenile juveniles individual individuals affiant informant offender offenders perpetrator detainee detainees patient
  patients deckhand grandson granddaughter nephew niece nephews nieces stepfather stepmother stepson fiancé fiancée girlfriend
  boyfriend widow widower roommate housemate classmate classmates teammate trainee recruit recruits lifeguard lifeguards
  janitor barista bartender waiter waitress cook chef trucker biker bikers hiker hikers camper campers swimmer swimmers teammate
  midwife pharmacist surgeon psychiatrist psychologist counselor counsellor therapist clinician custodian aide aides usher ushers
  pilot sailor fisherman fishermen engineer conductor inspector inspectors auditor monitor ombudsman watchdog regulator
  demonstrator bouncer bouncers doorman contractor contractors electrician plumber plasterer welder builder labourer laborer
  voice pal mate mates guy guys lady ladies gentleman kid kids youth youths youngster toddler baby infant pensioner granny
  cop cops copper policeman policewoman policemen trader traders stallholder stallholders seller sellers president leader leaders
  periodista periodistas reportero reportera funcionario funcionaria funcionarios mandatario mandataria uniformado uniformada
  uniformados efectivo efectivos vendedor vendedora chofer camionero camionera obrero obrera docente docentes presidente presidenta
  secretario secretaria concejal concejala intendente delegado delegada perito perita dirigente letrado letrada defensor defensora
  querellante imputado imputada denunciante deudos familiares parientes compañero compañera compañeros suegro yerno nuera padres
  hermana hermano familia hombre mujer portavoz alcalde alcaldesa abogado abogada conductor conductora bomberos profesor
  profesora hijo hija jefe jefa sargento
  supporter supporters orderly orderlies consultant consultants cashier customer customers shoppers rider riders copilot technician
  technicians assistant assistants helper helpers porter porters prisoner prisoners cellmate warden wardens jailer jailers corporal
  colonel ranger rangers bailiff bailiffs juror jurors respondent petitioner appellant landlady villager villagers islander islanders
  coworker coworkers employer employers headteacher headmaster headmistress professor professors lecturer coach coaches player players
  referee spectator spectators organiser volunteer volunteers marcher striker strikers picketer picketers chaplain priest priests imam
  rabbi vicar nun nuns monk councilor councilors alderman alderwoman senator minister ministers secretary treasurer pathologist vet
  groomer handler handlers trainer trainers breeder keeper keepers expert experts analyst analysts scientist scientists researcher
  researchers historian author authors writer writers journalist journalists editor photographer photographers cameraman anchor
  presenter interviewer listener listeners viewer viewers tourist tourists visitor visitors guest guests stranger strangers godmother
  godfather orphan observer observers adviser advisers advisor advisors receptionist registrar concierge handyman carpenter painter
  mailman postman docker dockers stevedore longshoreman attendant attendants hostess crewman rescuer rescuers diver divers climber
  climbers skier skiers lodger lodgers squatter squatters refugee refugees migrant migrants immigrant immigrants firewoman policewomen
  twin twins companion companions bystander counselor counsellor undergraduate undergraduates linguist
  drummer singer musician musicians artist dancer gardener cleaner cleaners caretaker nanny babysitter seamstress tailor butcher
  fisher crofter rancher miner miners machinist welder welders roofer forklift loader packer packers picker pickers warehouseman
  warehouseworker rep reps organiser lobbyist spokesmen alderman magistrate clerk arborist surveyor surveyors architect skipper
  bosun purser ferryman bargee lockkeeper signalman stationmaster ticketholder goer churchgoer concertgoer moviegoer partygoer
  partygoers concertgoers theatregoer clubber clubbers reveller revellers drinker drinkers diner diners regular regulars
  repartidor repartidora repartidores cliente clienta clientes vigilante vigilantes portero portera encargado encargada camarero
  camarera celador celadora vecinas jóvenes trabajadores usuario usuaria usuarios viajero viajera viajeros manifestante preso presa
  presos recluso reclusa interno socorrista sanitario sanitaria sanitarios anciano anciana jubilado jubilada nieto nieta cuñada
  inquilino inquilina inquilinos casero tendero tendera panadero obrera albañil marinero marinera capitán capitana piloto revisor
  consejero consejera consejeros edil ediles comisionado comisionada procurador procuradora magistrado magistrada tutor tutora cocinero cocinera
  maquinista enfermeros médicos psicóloga psicólogo párroco cura monja concejales diputado diputada ministra experto experta
`)

/** Groups: "they said" may go back to one of these. */
export const groupNouns = wordSet(`
  police officers deputies troopers authorities officials investigators prosecutors witnesses bystanders neighbors neighbours
  residents relatives parents family students department office agency company union association protesters fans organizers
  organisers attorneys lawyers firefighters paramedics marshals stewards tenants workers friends
  supporters guards nurses passengers riders customers volunteers observers marchers protestors demonstrators strikers teachers parents
  inmates prisoners jurors rescuers villagers councillors councilors commuters onlookers experts organizers members managers directors
  bouncers orderlies medics doctors councillors detectives agents vecinos testigos agentes policías trabajadores manifestantes familiares
`)

export const femaleWords = wordSet(`
  she her hers herself woman women girl mother sister daughter wife aunt grandmother councilwoman spokeswoman congresswoman
  mrs ms miss lady dame actress businesswoman waitress chairwoman grandma mum mom niece girlfriend widow señora sra madre hermana mujer hija
  vecina ella alcaldesa abogada conductora portavoza abuela tía profesora doctora directora
  gal lass lassie schoolgirl landlady headmistress alderwoman policewoman hostess nun granddaughter godmother stepmother stepsister schoolgirl granny nanny seamstress
  señorita chica muchacha niña nieta sobrina prima suegra cuñada viuda anciana enfermera camarera clienta pasajera usuaria viajera presa
  dueña celadora trabajadora empleada funcionaria maestra jefa jueza concejala presidenta vendedora amiga novia esposa monja
`)

export const maleWords = wordSet(`
  he him his himself man men boy father brother son husband uncle grandfather councilman spokesman congressman mr sir lord
  chairman grandpa dad nephew boyfriend señor sr padre hermano hombre hijo vecino él alcalde abogado abuelo tío profesor
  landlord headmaster alderman policeman handyman mailman postman cameraman crewman monk imam vicar doorman fisherman foreman grandson
  guy lad bloke fellow chap gent sonny schoolboy laddie godfather stepfather stepson stepbrother schoolboy granddad widower bloke caballero chico muchacho niño nieto sobrino primo suegro cuñado
  viudo anciano enfermero camarero pasajero usuario viajero preso dueño celador trabajador empleado funcionario maestro juez concejal
  vendedor amigo novio esposo portero cura
`)

/** Common given names, to tell persons from places and "he" from "she". Not needed for a name to be found. */
/** Given names of women and men alike: they say of nobody whether she or he is meant. */
export const eitherNames = wordSet(`
  alex alexis ariel ash avery billie blair brook cameron casey dana devon drew emerson finley frankie hayden inge jackie jaime jamie
  jessie jody jordan kelsey kendall kerry lane lindsay marion morgan noor pat paris parker peyton quinn reese remy riley robin rory
  rowan sandy sasha shannon shawn shelby skyler stacy stevie sydney taylor terry tracy val wei yael andrea
`)

export const femaleNames = wordSet(`
  mary kim maria maría anna ana anne ann emma olivia sophia sofia sofía isabella mia amelia charlotte emily elizabeth grace hannah sarah
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
  helen hillary hettie hortensia ingeborg isobel jeanne kerstin kirsty krista laverne lidia manuela mathilda millicent monica myrtle
  natasha nathalie ondine romy saskia sheryl sophie tallulah tania yasmeen zoraida brigid deirdre della evelina freda gabriella germaine
  guinevere anjali deepa divya usha fatou hafsa ximena itzel marisela nayeli eulalia encarnación nuria olalla begoña maite ainhoa
  abby adela adele adriana agatha agnes aileen alana alejandra alexa alexandra alexis alicia alina alisha allison alondra
  althea alyssa amber amparo anaïs anastasia angelica angelina angelique anita annabel annalise annette annie antonia araceli
  aretha ariana ariel arlene ashanti asha audrey aurora ayesha barbara beatrix becky belinda bella bernadette bernice bertha
  bessie beth bethany bethan bettie betty beulah beverly blanca blanche bonnie breanna brandy bree bria briana bridget brittany
  brooke caitlin camila camille candace candice cara carla carlotta carly carmela carrie cassandra cassie cecelia cecilia
  celeste celia chandra chanel chantal charity charlene cherie cherish chiara christa christy cindy clarissa claudia clementine
  colleen concepción connie constance consuelo cora cordelia corinna cornelia courtney cristina daisy damaris daniela danica
  daphne darcy daria darla darlene dawn deanna deja delilah delphine demi denice desiree dina dinah dolly dominique dora doreen
  dorothea dorothy dulce edwina eileen elaine eleanor eleanora elisa elise eliza elodie eloise elsa elsie elvira emilia
  emmeline enid erica erika ernestine esmeralda esperanza estelle estela estella ethel etta eudora eugenia eunice evangeline
  fabiola faith farah faye felicia felicity fernanda ffion flora florence francesca francine frida gail galina gayle gaynor
  geneva genevieve georgina geraldine gertrude gianna gilda gillian giselle gladys glenda glenna graciela gretchen guadalupe
  gwen gwendolyn gwyneth harriet hattie hazel heidi henrietta hilary hilda hilde hope imogen imelda inez irene irma isadora
  isla isolde ivy jacinta jackie jada jamila jamie jana jane janelle janine jasmin jasmine jayla jeanette jeannie jemima jenna
  jennifer jessica jessie jillian joanna joanne jocelyn jodie johanna jolene josephine josefina juana juanita judy juliana
  julieta juliet julianne justine kaitlyn kara karina karla kathryn kathy katrina kaye kayla kayleigh keira kelsey kendra kerry
  khadija kiara kimberley kirsten kirstie kristen kristin kristina krystal kylie lacey lana lara larissa latasha latisha
  latrice laurel laurie lavinia lea leah leanne leona leonor leslie leticia lila lilian liliana lilith lillian lillie lindsay
  lindsey liv liza lois lola loretta lorna lorraine lottie louisa louise lourdes lucille lucinda lucy luisa luna luz lynette
  lynn lynne mackenzie maddison madeleine madeline madison magdalena maggie mahalia maisie malia mandy mara marcela marcia
  margarita margery margie margot mariah mariam mariana marianne maribel maricela marie mariel marina marion marissa marjorie
  marla marlena martina marva matilda maude maura maureen mavis maxine mckenzie melanie melinda melody mercedes meredith
  micaela michaela mildred milena millie minerva minnie mira miranda mireille miriam moira mona monique montserrat morag morgan
  muriel myra myrna nadine naomi natalie nellie nerys nettie nicola nicolette nikki nita noelia noelle noemi noreen norma
  octavia odessa olive opal ophelia oriana ottilie pam pansy pat patrice patsy patti patty paulette pauline pearl peggy
  penelope perla petunia philippa phoebe phyllis pippa queenie quinn rachael rae ramona raquel raven reba rebekah regina reina
  rena renata renee rhea rhoda rhonda roberta robin robyn rochelle rocio rosalie rosalind rosalyn rosamund rosanna rosario rose
  roseanne rosemary rosetta rosalía roxanne rowena roya sabina sabrina sadie salma samira saoirse sarai sasha savannah scarlett
  selena serena shakira shanice shana shanna shannon shanta shaniqua shari sharlene shauna shayla sheena sheila shelby shelley
  shelly sherri sherry shirin shreya sierra silvia simone soledad sondra sonia sonja sonya soraya stacey stacy stefania
  stefanie stevie susana susanna susannah suzanne suzette sybil sylvie tabitha tamara tameka tamika tammy tamsin tanisha tasha
  tatiana taylor teri terri tess thelma theodora theresa therese tia tiana tiffany toni tonya tori tracey traci tracy tricia
  trina trisha trudy valentina valeria valerie vanessa velma verna veronica vicki vicky viola violet viviana vivian vivienne
  wendy whitney wilhelmina willow winifred winnie xiomara yadira yesenia yolonda yvette yvonne zaira zara zelda zena zoila zora
  zuleika zuri adwoa akua amaka ama amina aminata aoife ayodele bushra chiamaka dalia eilidh esi fatoumata folake funmi grainne
  halima ifeoma iman jyoti kamala kavita keziah khadijah lakshmi lalita latifa layla leïla linh lupita maha mariama meena meera
  meiling naima nasra nasrin neha nisha noura oluchi parveen pooja rabia radha rania rashida reem rekha roisin ruchi safiya
  sakura salome samiya sana sanaa shabnam shanthi shazia sinead sumaya sunita swati tamar thuy trang uzma xin yara yoko yun
  zahra zeinab
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
  helmut hasan hendrik hernan hiram horatio kasper laurence leander ludwig merle nils pascal rafe rowland rudolf samson sergei stefano
  travis tyrell ulrich woodrow arun dinesh naveen saleem sami wael youssef adebayo ikenna olumide segun anselmo braulio cayetano cipriano
  eleuterio eusebio evaristo faustino genaro heriberto isidro jacinto leandro macario nicanor onofre porfirio prudencio venancio
  abel abraham abram adan adrian adriel agustín aidan alaric albie alberto alden aldo alec alejandro alessandro alex alexei
  alexis alfie alfonso alfred alfredo allan allen alonso alonzo alphonse alvaro álvaro alvin ambrose amir anatole andre andré
  andreas andreu andy angel ángel angelo angus ansel anton antoine archie ari ariel armand armando arnold arnulfo aron art
  arturo asa asher ashton aubrey augustine augustus austen avery axel aziz barnaby bart bartholomew basil beau ben benedict
  benicio benito benny bernard bernardo bernie bert bertram bill billie bjorn blaine blair blake boyd brad braden bradford
  brady bram brandt brayden brendan brent brett brice bronson bruno bryant bryce bryn burt byron cade cal calvin cameron camilo
  carey carlo carlton carlyle carmelo carroll carson carter casey cassius cecil cesar césar chad chandler charlie chester chet
  chuck cian clarence clark claude claudio clay clayton clement cletus cliff clifford clifton clint clinton clyde cody cole
  colby coleman conor conrad cooper cordell corey cormac cory craig crispin cristian cristóbal curt curtis cyril cyrus dale
  dalton damian damien damon dan dana dane dante danny darcy darius darrell darren darryl daryl dave davis dawson dax dean
  declan demetrius denis denny derrick deshaun deshawn devin dewayne dewey dexter dick dillon dino dion dirk dmitry dominic
  dominik don donal donnell donnie donovan dorian doug duane dudley duncan dustin dwayne dwight earl ed eddie edgar edgardo
  edison edmund eduardo edwin efraín eli elias elliot elliott ellis elmer elton elvis elwood emanuel emerson emery emiliano
  emmanuel emmett enoch enrique enzo ephraim ernest ernesto ernie errol ervin esteban eugene evan everett ezekiel fabian fabio
  faisal farid federico felipe fergus fidel finlay finn fletcher floyd forrest francesco francis franco françois frankie
  franklin franz fraser fred freddie freddy frederick fritz gage galen garrett garry garth gaspar gavin gene geoff geoffrey
  gerard gerardo gerry gianni gideon gil gilbert gilberto giles gino giovanni glen glenn godfrey gonzalo gordon grady graeme
  grant greg gregor gregorio griffin grover guillermo gunnar gus gustav gustavo hal hank hans harlan harley harris harrison
  harry harvey hayden heinz henri herbert herman hilario holden hollis homer horace horacio howard hubert hudson hugh humberto
  humphrey hunter idris ignacio igor imran ira irving irwin isaac isaiah isaías ishmael ismael issac ivor jabari jackson
  jacques jaden jaime jake jakob jalen jamar jameson jamie jan jared jarrod jarvis jasper javon jay jayden jed jedidiah jeff
  jeffery jeremiah jermaine jerome jesús jethro jim jimmie jimmy joaquín jody joel joey johan johannes johnathan johnnie johnny
  jon jonah jonas jonathon jonny josef josiah juancarlos judah judd jude jules julian julián julien julio julius justus kai
  kane karim karl kareem keaton keegan keenan kelvin ken kendall kendrick kenny kermit kerry kev keyshawn khalid khalil kian
  kieran killian kip kirk kit klaus knox konrad kris kristian kurt kwesi lachlan lamar lamont lance landon lavar lawson
  lazaro lázaro lee leif leighton leland lemuel len lenny leon leonard leonardo leonel leopold leroy leslie lester levi lincoln
  linus lionel lloyd lonnie loren lorenz lorenzo lou louie louis lowell luca lucian luciano luka luke luther lyle lyndon mack
  maddox magnus malachi malcolm manny manu marc marcel marcelo marco marcos mariano mario marius marlon marshall martín marty
  marvin mat mateo mathew matías matt matteo maurice mauricio maverick max maximilian maximo maxwell melvin mervyn micah mick
  mickey miguelangel mike miles millard milo milton mitch mitchell mohamed mohammad moises moisés monty mordecai morris
  mortimer moses moshe muhammed murray myles myron nat nate nathaniel neal ned nelson nestor néstor neville newton nick nicky
  nico nicolás niels nikolai noel nolan norbert norman norris octavio odell olaf ole oleg oliver ollie omari orlando orson
  orville osbert oswald otis owain ozzie pat patricio percy perry pete phil philip philippe phillip pierce pierre preston
  quentin quincy quinn quinton rahul raj ralph ramón ramiro ramon randall randolph raphael rashad rashid ray reg reginald reid
  reinaldo remy rené reuben rex reynaldo rhett rich rick rickey ricky riley rob robbie rocco rod roderick rodney rodolfo
  rogelio roland rolando rolf roman rómulo ron ronan ronnie rory roscoe ross rowan royce ruben rubén rudolph rudy rufus rupert
  russ salim salvador salvatore sam samir sammy santiago santos saul saúl sawyer scot sebastian sebastián seth shane shaun
  shawn shea sheldon sherman sid sidney sigmund simeon skyler solomon sonny spencer stan stanley stefan stephan sterling steve
  stevie stewart sullivan sunil sylvester tad tavon taylor ted teddy terence terrance terrell terrence thad thaddeus thatcher
  theodore thiago tim timmy tito toby tod tom tommie tommy tony trent trenton trey tristan troy truman tucker tudor ty tyrese
  tyson ulises ulysses uriah uriel valentin valentín vaughn vern vernon vic víctor victor vince vinnie virgil vito vladimir
  wade wallace wally walt warren wayland weldon wendell wes wesley wilbur wilfred willard willis wilson winston wyatt xavier
  yosef yousef zac zach zachariah zack zain zander zane zeke abdi abdul abdullah abebe abu adeyemi aditya ajay akash akeem
  akira alain amadou amit anand anil anwar arif aryan ashok asif babak bilal chidi chinedu cheikh deepak emeka fahad fadi faraz
  farhan gaurav ghassan gopal habib hamid hamza hari haruto hieu hussein iqbal ismail jabril jae jamil javid jian jun kabir
  kamal karthik kazuo khaled kiran kumar kwabena lamin mahmoud mamadou manoj mansour masood mehdi minh mustafa nabil naveed
  nawaz nikhil nnamdi obinna olu oluwaseun osman pranav prakash quang rafiq rahim rajesh rakesh ramesh rami reza rohan rohit
  sadiq saeed sajid salman sandeep sanjeev sefu seun shahid siddharth suresh tae tahir tarek tendai thabo tomasz uche umar
  usman vijay vinod wale wasim xu yakub yang yaw yuri zaid zhang zubair andrzej bartosz bogdan dariusz dragan emre goran
  jaroslav jiri kacper krzysztof lukasz marek mateusz mehmet milan miroslav nikola ondrej pawel piotr radek stanislav stefanos
  tomas viktor vlad zoltan
`)

/** Words that make a run of capitals a body or a place and not a person. */
export const bodyWords = wordSet(`
  management leadership headquarters department office bureau agency county city state university college school academy hospital clinic center centre church
  baptist methodist lutheran presbyterian episcopal pentecostal
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
  project initiative network campaign collective coaches lines express tours trucking freight charter foods brewing bakery pharmacy
  hall memorial dormitory dorm residence regional general
  lanes bowl haven splash arms tavern diner grill cafe café bistro lounge gardens plaza dome theatre theater cinema gym speedway
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
  children women men patients veterans
  dear parents guardians sincerely regards truly yours respectfully neighbors colleagues
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
