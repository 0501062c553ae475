import { plain } from './notes.ts'

/** An element of an XML document: its name, attributes, and text or further elements. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly content: string | number | readonly XmlElement[]
}

/** Makes an element. Attributes without a value are left out, and so are elements that are null. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  content: string | number | readonly (XmlElement | null)[] = [],
): XmlElement {
  const kept = Object.entries(attributes).filter(
    (entry): entry is [string, string | number] => entry[1] !== null,
  )
  return {
    name,
    attributes: Object.fromEntries(kept),
    content: typeof content === 'object' ? content.filter(each => each !== null) : content,
  }
}

/** A document with its type, indented by two spaces. What XML 1.0 cannot hold is replaced, never written. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${root.name}>\n${textOf(root, '')}`
}

function textOf({ name, attributes, content }: XmlElement, indent: string): string {
  const open = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(
    ' ',
  )
  if (typeof content !== 'object') return `${indent}<${open}>${escaped(content)}</${name}>\n`
  if (content.length === 0) return `${indent}<${open}/>\n`
  return `${indent}<${open}>\n${content.map(each => textOf(each, `${indent}  `)).join('')}${indent}</${name}>\n`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escaped(value: string | number): string {
  return plain(String(value)).replace(/[&<>"']/g, character => entities[character] ?? character)
}
