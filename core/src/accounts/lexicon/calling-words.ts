import { wordSet } from '../words.ts'

/**
 * Words by which somebody is called again who was brought in by another: the first of each line are wide, and call whoever bears any word
 * of the line; those behind the bar call nobody but their own. "The cop" may be a trooper, "the trooper" is no cop alone.
 */
export const wideWords: readonly string[] = [
  'officer cop copper policeman policewoman lawman bobby uniformado uniformada | deputy trooper constable pc wpc patrolman corporal cpl sergeant sgt detective det lieutenant lt captain inspector insp handler policía agente oficial sargento cabo',
  'lawyer attorney counsel solicitor barrister litigator letrado letrada abogado abogada defensor defensora defender',
  'doctor physician medic clinician consultant specialist médico médica facultativo facultativa galeno surgeon dr doctora cirujano cirujana psychiatrist | pathologist examiner forense',
  'politician lawmaker legislator político política | mayor councillor councilor councilman councilwoman councilmember alderman alderwoman cllr senator sen representative rep congressman congresswoman governor gov minister mp mep concejal concejala alcalde alcaldesa diputado diputada ministro ministra',
  'councillor councilor edil concejal concejala councilmember | councilman councilwoman cllr alderman alderwoman',
  'spokesman spokeswoman spokesperson portavoz vocero vocera',
  'academic scholar educator teacher lecturer professor docente | prof profesor profesora maestro maestra tutor',
  'preacher clergyman cleric pastor minister reverend priest vicar párroco cura sacerdote | rev rabbi imam chaplain bishop',
  'chief boss commander jefe jefa mando | superintendent supt commissioner comisario comisaria sheriff commandant',
  'motorist driver conductor conductora chofer automovilista | trucker taxista',
  'cyclist rider biker ciclista',
  'fan supporter hincha aficionado aficionada',
  'worker employee staffer empleado empleada trabajador trabajadora | cashier clerk janitor cleaner labourer laborer',
  'pupil student schoolboy schoolgirl youngster estudiante alumno alumna joven | teen teenager sophomore freshman senior junior',
  'inmate prisoner detainee convict preso presa recluso reclusa interno interna detenido detenida',
  'tenant renter lodger inquilino inquilina',
  'trader shopkeeper merchant proprietor businessman businesswoman dueño dueña comerciante | owner vendor seller stallholder',
  'cook chef cocinero cocinera',
  'journalist reporter correspondent periodista reportero reportera',
  'mother mum mom madre mamá',
  'father dad padre papá',
  'grandmother gran granny grandma abuela',
  'grandfather grandad grandpa abuelo',
  'activist campaigner organizer organiser protester demonstrator marcher activista manifestante',
  'eyewitness witness bystander onlooker testigo',
  'source insider informant',
  'witness complainant claimant',
  'defendant accused | suspect',
  'eldest elder oldest mayor',
  'youngest younger menor',
  'widow wife viuda esposa',
  'widower husband viudo esposo marido',
]

/**
 * Words that say of somebody who was named what else they are, and hardly bring in anybody new with "the" before them. Not here are those
 * whom every incident has one of: a driver, an owner, a caller, a judge.
 */
export const addedWords = wordSet(`
  youngster pensioner mecánico mecánica retiree teenager teen veteran grandmother grandfather gran granny mum mom dad widower newlywed graduate local expat carer
  builder plumber electrician roofer hairdresser barista trucker rancher labourer laborer accountant sophomore freshman youth septuagenarian octogenarian
  nonagenarian thirtysomething twentysomething fortysomething carpenter joiner bricklayer scaffolder plasterer painter baker butcher farmer chemist
  musician singer artist drummer guitarist dancer poet novelist actor actress model comedian waiter waitress bartender mechanic machinist miner sailor
  fisherman welder gardener student schoolboy schoolgirl undergraduate barber tailor florist librarian programmer designer architect
  blonde brunette redhead native londoner southerner northerner texan politician lawmaker academic campaigner entrepreneur businessman businesswoman
  chef cook holder winger striker goalkeeper defender midfielder forward quarterback skipper footballer boxer athlete runner swimmer grandparent
  courier farrier potter cobbler blacksmith bookseller bricklayer cabbie cobbler dressmaker fishmonger greengrocer handyman locksmith
  milkman postman weaver watchmaker busker comedian biologist translator campanologist beekeeper signwriter stonemason thatcher glazier tiler
  decorator groundsman greenkeeper zookeeper jeweller jeweler electrician technician programmer coder lecturer postgraduate intern trainee
  bachelor spinster divorcee churchgoer parishioner newcomer immigrant migrant asylum-seeker statistician economist biologist
  centre-half centre-back centre-forward full-back fly-half scrum-half front-row hooker prop flanker playmaker shot-stopper
  season-ticket-holder father-of-two mother-of-two officeholder incumbent ex-marine ex-soldier ex-con ex-officer lawwoman lawman
  funcionario funcionaria mandatario mandataria letrado letrada dirigente docente edil legislador legisladora jerarca uniformado uniformada galeno galena
  munícipe sexagenario sexagenaria septuagenario septuagenaria octogenario octogenaria jubilado jubilada anciano anciana joven estudiante albañil político política
`)

/** What somebody is by country, town or party, as capitals end: "the Italian", "the Republican". */
export const belonging =
  /^(?:\p{Lu}\p{Ll}+(?:ian|ican|ese|onian|ocrat|iard|woman|aner)|Swede|Dane|Finn|Scot|Scotsman|Pole|Turk|Greek|Briton|Spaniard|Frenchman|Englishman|Irishman|Welshman|Dutchman|Tory|Conservative|Liberal|Socialist|German|Mexican)$/u
