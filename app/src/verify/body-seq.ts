/** The number of the entry whose body has a name, or null where it is no name of a body. */
export function bodySeq(name: string): number | null {
  const seq = bodyName.test(name) ? Number.parseInt(name, 10) : 0
  return seq > 0 ? seq : null
}

const bodyName = /^(?:\d{6}|[1-9]\d{6,14})\.json$/
