// A strict reader of the part of XML that our writers use, written apart from them: it stops at whatever is not well-formed.

export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  readonly text: string
}

/** What XML 1.0 lets stand in a document at all. */
const allowed = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u
const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads a document and gives its root; throws at the first fault, with the place. */
export function readXml(text: string): { readonly type: string; readonly root: Element } {
  if (!allowed.test(text)) throw new Error('the document holds a character that XML does not allow')
  const reader = new Reader(text)
  reader.take(/<\?xml version="1\.0" encoding="UTF-8"\?>\s*/y, 'an XML declaration')
  const [, type = ''] = reader.take(/<!DOCTYPE ([\w-]+)>\s*/y, 'a document type')
  const root = reader.element()
  reader.take(/\s*$/y, 'nothing after the root')
  if (root.name !== type) throw new Error(`the root is ${root.name}, the type ${type}`)
  return { type, root }
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  take(pattern: RegExp, what: string): RegExpExecArray {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)
    if (!match)
      throw new Error(`expected ${what} at ${this.#at}: ${this.#text.slice(this.#at, this.#at + 40)}`)
    this.#at += match[0].length
    return match
  }

  #sees(start: string): boolean {
    return this.#text.startsWith(start, this.#at)
  }

  element(): Element {
    const [, name = ''] = this.take(/<([A-Za-z][\w-]*)/y, 'an element')
    const attributes = new Map<string, string>()
    while (!this.#sees('>') && !this.#sees('/>')) {
      const [, key = '', value = ''] = this.take(/ ([A-Za-z][\w-]*)="([^"<]*)"/y, 'an attribute')
      if (attributes.has(key)) throw new Error(`${name} has the attribute ${key} twice`)
      attributes.set(key, resolved(value))
    }
    if (this.#sees('/>')) {
      this.#at += 2
      return { name, attributes, children: [], text: '' }
    }
    this.#at += 1
    const children: Element[] = []
    let text = ''
    while (!this.#sees('</'))
      if (this.#sees('<')) children.push(this.element())
      else text += resolved(this.take(/[^<]+/y, 'text')[0])
    this.take(new RegExp(`</${name}>`, 'y'), `the end of ${name}`)
    if (children.length > 0 && text.trim() !== '') throw new Error(`${name} mixes text and elements`)
    return { name, attributes, children, text: children.length > 0 ? '' : text }
  }
}

function resolved(text: string): string {
  return text.replace(/&([^;]{0,8};)?/g, found => {
    const character = references[found.slice(1, -1)]
    if (character === undefined) throw new Error(`${found} is no reference that is used here`)
    return character
  })
}

export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter(child => child.name === name)
}

/** The one child of a name; throws where there is none or another. */
export function only(element: Element, name: string): Element {
  const found = childrenOf(element, name)
  if (found.length !== 1 || !found[0])
    throw new Error(`${element.name} has ${found.length} of ${name}, not one`)
  return found[0]
}

export function textIn(element: Element, name: string): string {
  return only(element, name).text
}

export function attribute(element: Element, name: string): string {
  const value = element.attributes.get(name)
  if (value === undefined) throw new Error(`${element.name} lacks ${name}`)
  return value
}

/** All elements of a name, at any depth. */
export function within(element: Element, name: string): readonly Element[] {
  return element.children.flatMap(child => [...(child.name === name ? [child] : []), ...within(child, name)])
}
