import type { Region } from '../case/index.ts'
import { decimalFromMicros } from '../time/index.ts'
import { inOrderOfTime, type ToldMoment } from './told.ts'

/**
 * Moments as W3C Web Annotations (Recommendation of 23 February 2017): an annotation collection page, each target the
 * recording by its hash with a media fragment (W3C Media Fragments: `t` in seconds of the file's own time, `xywh` in
 * pixels) and, for an ellipse or arrow, an SVG selector that refines it. A moment of the whole case targets what was seen,
 * and says its case time in words. `generator` is the program's name and version.
 */
export function momentsAnnotations(
  told: readonly ToldMoment[],
  by: { readonly generator: string; readonly at: string },
): string {
  const items = inOrderOfTime(told)
    .filter(({ moment }) => moment.withdrawn === null)
    .map(annotationOf)
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:sightline:moments',
    type: 'AnnotationCollection',
    label: 'Moments',
    generator: { type: 'Software', name: by.generator },
    modified: by.at,
    total: items.length,
    first: { id: 'urn:sightline:moments:page-1', type: 'AnnotationPage', startIndex: 0, items },
  }
  return `${JSON.stringify(page, null, 2)}\n`
}

function annotationOf(told: ToldMoment): object {
  const { moment, by } = told
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:sightline:moment:${moment.id}`,
    type: 'Annotation',
    motivation: moment.region ? 'highlighting' : 'bookmarking',
    creator: { type: 'Person', name: by },
    created: moment.at,
    body: [
      textual(moment.name, 'identifying'),
      ...(moment.description ? [textual(moment.description, 'describing')] : []),
      ...moment.tags.map(tag => textual(tag, 'tagging')),
    ],
    target: targetOf(told),
  }
}

function textual(value: string, purpose: 'identifying' | 'describing' | 'tagging'): object {
  return { type: 'TextualBody', value, format: 'text/plain', purpose }
}

function targetOf({ moment, on, recording }: ToldMoment): object {
  const { when, region } = moment
  const onCase = on && {
    'sightline:caseTime': { from: decimalFromMicros(on.from), to: decimalFromMicros(on.to) },
  }
  if (recording === null) return { id: 'urn:sightline:case', type: 'SpecificResource', ...onCase }
  const from = when.on === 'recording' ? when.from : (when.seen?.media ?? null)
  const end = when.on === 'recording' ? when.to : null
  const time =
    from === null ? [] : [`t=${decimalFromMicros(from)}${end === null ? '' : `,${decimalFromMicros(end)}`}`]
  const box = region ? [`xywh=pixel:${boxOf(region).join(',')}`] : []
  const shape = region && shapeOf(region)
  const selector = {
    type: 'FragmentSelector',
    conformsTo: 'http://www.w3.org/TR/media-frags/',
    value: [...time, ...box].join('&'),
    ...(shape && { refinedBy: { type: 'SvgSelector', value: svgOf(shape, recording.size) } }),
  }
  return {
    type: 'SpecificResource',
    source: { id: `urn:sha256:${recording.sha256}`, type: 'Video', 'schema:name': recording.name },
    selector,
    ...onCase,
  }
}

/** The smallest upright box around a region: x, y, width, height. */
function boxOf(region: Region): readonly [number, number, number, number] {
  if (region.kind !== 'arrow') return [region.x, region.y, region.width, region.height]
  const [x, y] = [Math.min(region.fromX, region.toX), Math.min(region.fromY, region.toY)]
  return [
    x,
    y,
    Math.max(1, Math.abs(region.toX - region.fromX)),
    Math.max(1, Math.abs(region.toY - region.fromY)),
  ]
}

/** What a box cannot say, as an SVG element; null for a rectangle. */
function shapeOf(region: Region): string | null {
  switch (region.kind) {
    case 'rectangle':
      return null
    case 'ellipse': {
      const [rx, ry] = [region.width / 2, region.height / 2]
      return `<ellipse cx="${region.x + rx}" cy="${region.y + ry}" rx="${rx}" ry="${ry}"/>`
    }
    case 'arrow':
      return `<line x1="${region.fromX}" y1="${region.fromY}" x2="${region.toX}" y2="${region.toY}"/>`
  }
}

function svgOf(shape: string, size: { readonly width: number; readonly height: number } | null): string {
  const box = size ? ` viewBox="0 0 ${size.width} ${size.height}"` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg"${box}>${shape}</svg>`
}
