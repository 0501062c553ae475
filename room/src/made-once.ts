/** What belongs to a room or to a page of it: made when first asked for, the same from then on, and let go with what it belongs to. */
export function madeOnce<Owner extends object, Made>(make: (owner: Owner) => Made): (owner: Owner) => Made {
  const made = new WeakMap<Owner, { readonly it: Made }>()
  return owner => {
    const known = made.get(owner)
    if (known) return known.it
    const it = make(owner)
    made.set(owner, { it })
    return it
  }
}
