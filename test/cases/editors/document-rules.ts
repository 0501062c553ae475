// What FCPXML 1.9 and xmeml 5 let stand where, for the elements that are written here. Apple's document type definitions are
// not ours to ship, so this says in our own form what they ask: children in order, attributes, which of them must be there, and
// values. Sources: "FCPXML Document Type Definition" and "Final Cut Pro XML Interchange Format: Elements Catalog", developer.apple.com.
import type { Element } from './xml-reader.ts'

/** `children`: patterns of names, in order; `?` at most one, `*` any number, none exactly one. `anyOrder` for xmeml. */
interface Rule {
  readonly children?: readonly string[]
  readonly isInAnyOrder?: true
  readonly isText?: true
  readonly attributes?: Readonly<Record<string, RegExp>>
  readonly required?: readonly string[]
}
type Rules = Readonly<Record<string, Rule>>

const time = /^-?\d+(\/[1-9]\d{0,9})?s$/
const id = /^[A-Za-z_][\w-]*$/
const any = /^[^\n]*$/
const flag = /^[01]$/
const count = /^\d+$/
const tc = /^(DF|NDF)$/
const anchored = { lane: /^-?\d+$/, offset: time, name: any, start: time, duration: time, enabled: flag }

export const fcpxmlRules: Rules = {
  fcpxml: {
    children: ['resources?', 'library?'],
    attributes: { version: /^1\.9$/ },
    required: ['version'],
  },
  resources: { children: ['format|asset|effect|media*'] },
  format: {
    attributes: { id, name: any, frameDuration: time, fieldOrder: any, width: count, height: count },
    required: ['id'],
  },
  asset: {
    children: ['media-rep', 'metadata?'],
    attributes: {
      id,
      name: any,
      start: time,
      duration: time,
      hasVideo: flag,
      format: id,
      hasAudio: flag,
      videoSources: count,
      audioSources: count,
      audioChannels: count,
      audioRate: count,
    },
    required: ['id'],
  },
  'media-rep': {
    attributes: { kind: /^(original-media|proxy-media)$/, src: /^file:\/\/\/[\w\-.!~*'()%/]*$/ },
    required: ['src'],
  },
  library: { children: ['event|smart-collection*'] },
  event: { children: ['asset-clip|project*'], attributes: { name: any } },
  project: { children: ['sequence'], attributes: { name: any } },
  sequence: {
    children: ['note?', 'spine', 'metadata?'],
    attributes: {
      format: id,
      duration: time,
      tcStart: time,
      tcFormat: tc,
      audioLayout: /^(mono|stereo|surround)$/,
      audioRate: /^(32k|44\.1k|48k|88\.2k|96k|176\.4k|192k)$/,
    },
    required: ['format'],
  },
  spine: { children: ['gap|asset-clip*'] },
  gap: {
    children: ['note?', 'asset-clip*', 'marker*', 'metadata?'],
    attributes: { name: any, offset: time, start: time, duration: time, enabled: flag },
    required: ['duration'],
  },
  'asset-clip': {
    children: ['note?', 'conform-rate?', 'timeMap?', 'marker|keyword*'],
    attributes: { ...anchored, ref: id, format: id, tcFormat: tc, audioRole: any, videoRole: any },
    required: ['ref'],
  },
  note: { isText: true },
  'conform-rate': {
    attributes: {
      scaleEnabled: flag,
      srcFrameRate: /^(23\.98|24|25|29\.97|30|60|47\.95|48|50|59\.94)$/,
    },
  },
  timeMap: {
    children: ['timept*'],
    attributes: {
      frameSampling: /^(floor|nearest-neighbor|frame-blending|optical-flow-classic|optical-flow)$/,
      preservesPitch: flag,
    },
  },
  timept: {
    attributes: { time, value: time, interp: /^(smooth2|linear|smooth)$/ },
    required: ['time', 'value'],
  },
  marker: {
    attributes: { start: time, duration: time, value: any, note: any },
    required: ['start', 'value'],
  },
  keyword: { attributes: { value: any, note: any }, required: ['value'] },
}

const named = (children: readonly string[], attributes: Rule['attributes'] = {}): Rule => ({
  children,
  isInAnyOrder: true,
  attributes,
})
const text: Rule = { isText: true }
const leaves = [
  ...[
    'name',
    'duration',
    'timebase',
    'ntsc',
    'string',
    'frame',
    'displayformat',
    'source',
    'width',
    'height',
  ],
  ...['pixelaspectratio', 'fielddominance', 'depth', 'samplerate', 'channelcount', 'enabled', 'locked'],
  ...['start', 'end', 'in', 'out', 'pathurl', 'mediatype', 'trackindex', 'linkclipref', 'clipindex'],
  ...['comment', 'mastercomment1'],
]

export const xmemlRules: Rules = {
  ...Object.fromEntries(leaves.map(name => [name, text])),
  xmeml: { ...named(['project|bin|clip|sequence*'], { version: /^5$/ }), required: ['version'] },
  project: named(['name', 'children']),
  bin: named(['name', 'children']),
  children: named(['clip|sequence|bin*']),
  sequence: named(['name', 'duration', 'rate', 'timecode?', 'media', 'marker*'], { id }),
  media: named(['video?', 'audio?']),
  video: named(['format?', 'track*', 'samplecharacteristics?']),
  audio: named(['format?', 'track*', 'samplecharacteristics?', 'channelcount?']),
  format: named(['samplecharacteristics']),
  samplecharacteristics: named([
    ...['rate?', 'width?', 'height?', 'pixelaspectratio?', 'fielddominance?', 'depth?', 'samplerate?'],
  ]),
  track: named(['clipitem*', 'enabled?', 'locked?']),
  clip: named(['name', 'duration', 'rate', 'media', 'comments?'], { id }),
  clipitem: named(
    [
      ...['name', 'enabled?', 'duration', 'rate', 'start?', 'end?', 'in', 'out', 'file'],
      ...['sourcetrack?', 'link*', 'comments?'],
    ],
    { id },
  ),
  file: named(['name?', 'pathurl?', 'rate?', 'duration?', 'timecode?', 'media?'], { id }),
  rate: named(['timebase', 'ntsc']),
  timecode: named(['rate', 'string', 'frame', 'displayformat', 'source?']),
  sourcetrack: named(['mediatype', 'trackindex']),
  link: named(['linkclipref', 'mediatype', 'trackindex', 'clipindex']),
  marker: named(['name', 'comment', 'in', 'out']),
  comments: named(['mastercomment1']),
}

/** Every fault of a document against rules, in words. */
export function faultsIn(element: Element, rules: Rules): readonly string[] {
  const rule = rules[element.name]
  if (!rule) return [`${element.name} is not known`]
  const faults: string[] = []
  for (const [name, value] of element.attributes) {
    const form = rule.attributes?.[name]
    if (!form) faults.push(`${element.name} may not have ${name}`)
    else if (!form.test(value)) faults.push(`${element.name} has ${name}="${value}"`)
  }
  for (const name of rule.required ?? [])
    if (!element.attributes.has(name)) faults.push(`${element.name} lacks ${name}`)
  if (rule.isText) return element.children.length > 0 ? [...faults, `${element.name} is text alone`] : faults
  if (element.text.trim() !== '') faults.push(`${element.name} may not hold text`)
  const names = element.children.map(child => child.name)
  const patterns = (rule.children ?? []).map(partOf)
  const wrong = rule.isInAnyOrder ? wrongCounts(names, patterns) : wrongOrder(names, patterns)
  if (wrong !== null) faults.push(`${element.name} holds ${names.join(', ') || 'nothing'}: ${wrong}`)
  return [...faults, ...element.children.flatMap(child => faultsIn(child, rules))]
}

interface Part {
  readonly names: readonly string[]
  readonly least: number
  readonly most: number
}

function partOf(pattern: string): Part {
  const names = pattern.replace(/[?*]$/, '').split('|')
  if (pattern.endsWith('*')) return { names, least: 0, most: Number.POSITIVE_INFINITY }
  return { names, least: pattern.endsWith('?') ? 0 : 1, most: 1 }
}

function wrongCounts(names: readonly string[], parts: readonly Part[]): string | null {
  for (const part of parts) {
    const found = names.filter(name => part.names.includes(name)).length
    if (found < part.least || found > part.most) return `${found} of ${part.names.join(' or ')}`
  }
  const stranger = names.find(name => !parts.some(part => part.names.includes(name)))
  return stranger === undefined ? null : `${stranger} may not stand here`
}

function wrongOrder(names: readonly string[], parts: readonly Part[]): string | null {
  let at = 0
  for (const part of parts) {
    let found = 0
    while (found < part.most && part.names.includes(names[at] ?? '')) {
      found++
      at++
    }
    if (found < part.least) return `${part.names.join(' or ')} is missing`
  }
  return at === names.length ? null : `${names[at]} may not stand here`
}
