import { wordSet } from '../words.ts'

/** Before a name or number: the dot behind these never ends a sentence. Lower case, without the dot. */
export const leadingAbbreviations = wordSet(`
  mr mrs ms dr prof rev fr hon sen rep gov pres gen lt col maj capt cmdr sgt cpl pvt pfc adm det insp supt asst assoc dep ofc off
  sr sra srta dra lic ing st ste mt ft no nos núm art sec fig vs v cf approx apt ave blvd rd hwy dept dist esq messrs mme
  sres ud uds pág tel ph.d
`)

/** May end a sentence: the next word decides. */
export const trailingAbbreviations = wordSet(`
  jr sr inc co corp ltd llc bros etc al u.s u.k u.n d.c p.m a.m pm am e.g i.e ee.uu st ave blvd rd dr mon tue wed thu fri sat sun
  jan feb mar apr jun jul aug sep sept oct nov dec ph.d m.d r.n esq cía
`)

/** Words in capitals that begin a new sentence even behind an abbreviation that often stands within one. */
export const sentenceStarters = wordSet(`
  the a an he she it they we i you his her their its this that these those there but and so in on at after before when while as
  if no not one two police officers officials authorities investigators witnesses both all some many most others another
  according however meanwhile later then el la los las un una él ella pero en según cuando
  for from with without by to about across among around behind below beneath beside between beyond despite during into inside outside
  over since through under until upon what who where why how which whose nobody someone everyone each every neither none several few
  my our because although though once nothing everything afterward afterwards earlier today yesterday tonight deputies troopers
  neighbors neighbours residents firefighters paramedics medics detectives prosecutors protesters guards agents nurses
`)

export const monthsAndDays = wordSet(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
  november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec est edt cst cdt pst pdt gmt bst
  et ct pt utc
`)
