import { wordSet } from '../words.ts'

/** Last words of the names of those who issue papers and news. */
export const organisationHeads = wordSet(`
  department school schools inspectorate directorate secretariat collective cooperative co-operative society club league forum campaign watch institute church parish diocese borough brigade corps registry museum library port harbour harbor airport ferries ferry buses trains metro tram housing homes properties security foods rail railways works workers riders residents tenants neighbours neighbors parents families nurses teachers drivers office district service services police safety sheriff patrol logistics industries corporation corp holdings hospital airlines railway transit stores enterprises agency authority bureau commission committee council board university
  college academy schools company group llp llc pllc inc ltd pc law lawyers attorneys counselors counsellors solicitors transportation corrections barristers chambers firm associates partners
  union federation lodge brotherhood association guild coalition alliance project foundation institute centre center clinic defenders times post herald courier
  sentinel chronicle gazette tribune news noticias radio media press network affairs relations information superintendent
  communications communication journal beacon ledger bulletin observer examiner reporter review daily weekly register record standard
  auditor ombudsman ombudsperson watchdog tribunal panel trust executive division squad unit team embassy consulate ministry argus telegraph independent advocate inquirer globe monitor echo mercury dispatch tv constabulary force guardia policía
  diario periódico redacción gaceta prensa sheriffs mayor coroner commissioner prosecutor county
`)

/** Of these, the last words of the names of those who publish news. */
export const outletHeads = wordSet(`
  times post herald courier sentinel chronicle gazette tribune news noticias radio journal beacon ledger bulletin observer examiner
  daily weekly register argus telegraph inquirer globe monitor echo mercury dispatch tv gaceta prensa
`)

/** A street address or a post box, alone on its line. */
export const addressLine =
  /^(?:\d{1,5}[A-Za-z]?,?\s[\p{L} .'’-]{2,40}(?:,\s[\p{L} .'’-]{2,30}){0,3},?\s[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d{1,5}\s+[\p{L}\d .'’-]{2,40}\s(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|way|court|ct|square|place|plaza|highway|hwy|parkway|pkwy|terrace|suite)\b\.?[\p{L}\d ,.#-]{0,60}|p\.?\s?o\.? box \d+.{0,60}|[\p{L} .'’-]{2,30},\s[A-Z]{2}\s\d{5}(?:-\d{4})?)$/iu

/** Labels that stand alone above or below a text and tell nothing of the event. */
export const sectionLabels =
  /^(?:for release|letters? to the editor|est(?:ablished|\.)?(?: in)? \d{4}|(?:timely|public|community|safety) (?:notice|warning|alert|advisory)(?:, issued .{3,24})?|incident summary|case summary|arrest summary|summary of incident|guest (?:essay|column|opinion)|transcript|full transcript|rough transcript|partial transcript|media advisory(?: [#\d].{0,20})?|public statement|frequently asked questions|faqs?|q ?& ?a|questions and answers|comunicado|comunicado de prensa|transcripción|preguntas y respuestas|opinion|commentary|exclusive|analysis|developing|update \d*|confidential|draft|confidential draft|(?:an? )?(?:essay|letter|column|comment|testimony|eyewitness(?: account)?|first[- ]person))$/i
