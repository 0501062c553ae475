/** A pure reading, kept with what it is read of for as long as that lives: a statement is asked for each that it is compared with. */
export function readOnce<Of extends WeakKey, Read>(read: (of: Of) => Read): (of: Of) => Read {
  const kept = new WeakMap<Of, { readonly read: Read }>()
  return of => {
    const known = kept.get(of)
    if (known) return known.read
    const found = read(of)
    kept.set(of, { read: found })
    return found
  }
}
