/** One key that somebody trusts, as a line of an `allowed_signers` file of OpenSSH says it (ssh-keygen(1)). */
export interface AllowedSigner {
  readonly principals: string
  readonly key: Buffer
  /** Null where the line names no namespaces and so allows all. */
  readonly namespaces: readonly string[] | null
  readonly validAfter: Date | null
  readonly validBefore: Date | null
}

export interface AllowedSigners {
  readonly signers: readonly AllowedSigner[]
  readonly problems: readonly string[]
}

/** Reads an `allowed_signers` file. Lines of certificate authorities and of other kinds of keys are passed over. */
export function readAllowedSigners(text: string): AllowedSigners {
  const signers: AllowedSigner[] = []
  const problems: string[] = []
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) return
    const read = readLine(line)
    if (typeof read === 'string') problems.push(`line ${index + 1}: ${read}`)
    else if (read) signers.push(read)
  })
  return { signers, problems }
}

/** Whether a line allows this key for this use at this time. */
export function allows(signer: AllowedSigner, key: Buffer, namespace: string, at: Date): boolean {
  const { namespaces, validAfter, validBefore } = signer
  return (
    signer.key.equals(key) &&
    (namespaces === null || namespaces.some(pattern => matches(pattern, namespace))) &&
    (validAfter === null || at >= validAfter) &&
    (validBefore === null || at < validBefore)
  )
}

/** Whether an identity is among the principals of a line: patterns by comma, `!` takes one out. */
export function isPrincipal({ principals }: AllowedSigner, identity: string): boolean {
  const patterns = principals.split(',')
  if (patterns.some(each => each.startsWith('!') && matches(each.slice(1), identity))) return false
  return patterns.some(each => !each.startsWith('!') && matches(each, identity))
}

function readLine(line: string): AllowedSigner | string | null {
  const words = wordsOf(line)
  const kind = words.findIndex((word, index) => index > 0 && /^(ssh-|ecdsa-|sk-)/.test(word))
  const [principals] = words
  if (kind < 0 || principals === undefined) return 'expected principals, options, a kind of key and a key'
  if (words[kind] !== 'ssh-ed25519') return null
  const options = kind === 2 ? (words[1] ?? '') : ''
  if (kind > 2) return 'expected options without spaces between them'
  if (/(^|,)cert-authority(,|$)/i.test(options)) return null
  const validAfter = instant(optionOf(options, 'valid-after'))
  const validBefore = instant(optionOf(options, 'valid-before'))
  if (validAfter === 'unreadable' || validBefore === 'unreadable')
    return 'expected times as YYYYMMDD or YYYYMMDDHHMM[SS], with Z for UTC'
  return {
    principals: principals.replace(/^"(.*)"$/, '$1'),
    key: Buffer.from(words[kind + 1] ?? '', 'base64'),
    namespaces: optionOf(options, 'namespaces')?.split(',') ?? null,
    validAfter,
    validBefore,
  }
}

/** Words by blanks; blanks between double quotes do not part. */
function wordsOf(line: string): readonly string[] {
  return line.match(/(?:"[^"]*"|[^\s"])+/g) ?? []
}

function optionOf(options: string, name: string): string | null {
  const match = new RegExp(`(?:^|,)${name}=(?:"([^"]*)"|([^,]*))`, 'i').exec(options)
  return match ? (match[1] ?? match[2] ?? '') : null
}

/** Times without Z are local, as ssh-keygen takes them. */
function instant(text: string | null): Date | null | 'unreadable' {
  if (text === null) return null
  const match = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z?)$/.exec(text)
  if (!match) return 'unreadable'
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map(each => Number(each ?? 0))
  return match[7] === 'Z'
    ? new Date(Date.UTC(year, month - 1, day, hour, minute, second))
    : new Date(year, month - 1, day, hour, minute, second)
}

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.')
  return new RegExp(`^${source}$`).test(text)
}
