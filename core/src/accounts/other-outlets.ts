/**
 * Which outlets an account hands on from: "Ortega told the Lakeshore Courier", in a story by somebody else. `told` is whom a source spoke
 * to, `around` is what stands around the text (masthead, byline, dateline), by which an outlet is known to be the account's own.
 */
export function otherOutlet(told: string | null, text: string, around: string): string | null {
  if (told === null || own.test(told)) return null
  const name = told.replace(/^(?:the|el|la) /i, '')
  const last = name.split(' ').at(-1) ?? ''
  if (
    !outlet.test(last) &&
    !/^\p{Lu}[\p{Lu}\d]{1,5}$/u.test(name) &&
    !/^(?:daily|weekly|newspaper|station|agency|site|diario) \p{Lu}/u.test(name)
  )
    return null
  if (offices.test(name)) return null
  const isOwn = around.toLowerCase().includes(last.toLowerCase()) || !/^\p{Lu}/u.test(last)
  // Of itself an outlet does not say that it reports something.
  const isQuoted = new RegExp(
    `(?<![\\p{L}\\d])${last.replace(/[^\p{L}\d]/gu, '.')},? (?:(?:also|first|later) )?(?:reports?|reported|writes|wrote|quoted|says|said|which|citing)\\b`,
    'u',
  ).test(text)
  if (isQuoted) return told
  const isNamedSo = /^the (?:daily|weekly|newspaper|station|agency|site) \p{Lu}/iu.test(told)
  return !isOwn && (isNamedSo || names.test(around)) ? told : null
}

const own = /^(?:us|me|reporters?|jurors)$|\b(?:this|our|my|este|esta|nuestro)\b/iu
const outlet =
  /(?:^|news|\s)(?:times|post|courier|herald|tribune|gazette|chronicle|journal|news|star|sun|mail|telegraph|mirror|echo|argus|observer|register|dispatch|press|radio|tv|television|fm|daily|weekly|sentinel|ledger|bulletin|examiner|standard|globe|mercury|beacon|islander|independent|paper|newspaper|station|magazine|broadcaster|network|correo|diario|periódico|prensa|noticias)$/iu
/** What a masthead, a dateline or a line of rights gives of the account's own outlet. */
const names =
  /\b(?:Times|Post|Courier|Herald|Tribune|Gazette|Chronicle|Journal|News|Star|Sun|Mail|Telegraph|Mirror|Echo|Argus|Observer|Register|Dispatch|Press|Radio|TV|Television|FM|Sentinel|Ledger|Bulletin|Examiner|Standard|Globe|Mercury|Beacon|Media|Agency|Wire|Diario|Correo|Noticias)\b|\([\p{Lu}\d ]{2,8}\)|©|copyright/iu
/** Letters that mean no outlet. */
const offices = /^(?:FBI|DA|ATF|DEA|EMS|ICE|US|UK|EU|UN|CEO|MP|MPs|PC|DOJ|ACLU|NAACP)$/
