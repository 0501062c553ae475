/** What `bag-info.txt` tells: for people and for tools that know BagIt. */
export interface BagInfo {
  readonly organization: string | null
  readonly title: string
  readonly version: number
  /** The day up to which the log of the case was taken in, ISO 8601. */
  readonly day: string
  readonly payload: { readonly bytes: number; readonly files: number }
}

/** The text of `bag-info.txt` (RFC 8493, section 2.2.2). Words of people are brought onto one line. */
export function bagInfoText({ organization, title, version, day, payload }: BagInfo): string {
  return [
    ...(organization === null ? [] : [`Source-Organization: ${oneLine(organization)}`]),
    `External-Description: ${oneLine(title)}`,
    `Bagging-Date: ${day}`,
    `External-Identifier: sightline-release-v${version}`,
    `Payload-Oxum: ${payload.bytes}.${payload.files}`,
    'Bag-Software-Agent: sightline',
    '',
  ].join('\n')
}

/** Bytes and number of files that a `bag-info.txt` promises; null where it says none. */
export function payloadOxum(text: string): BagInfo['payload'] | null {
  const match = /^Payload-Oxum: (\d{1,15})\.(\d{1,15})$/m.exec(text)
  return match ? { bytes: Number(match[1]), files: Number(match[2]) } : null
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
