// The script of the small page that other pages take in: one recording, or a span of it, in the browser's own player.
import { EmbedList } from '@sightline/core/release'
import * as z from 'zod/mini'
import { enEmbed } from '../strings/en-embed.ts'
import { esEmbed } from '../strings/es-embed.ts'
import { type Embedded, playerSeconds, readEmbedHash } from './embed-link.ts'
import { isSparing } from './slow-line.ts'

// A strict content policy forbids what zod would otherwise try out.
z.config({ jitless: true })

const list = EmbedList.parse(JSON.parse(document.getElementById('recordings')?.textContent ?? ''))
const isSpanish = navigator.languages.find(each => /^(en|es)\b/.test(each))?.startsWith('es') === true
const w = isSpanish ? esEmbed : enEmbed
document.documentElement.lang = isSpanish ? 'es' : 'en'

/** An element with its properties and what it holds. */
function made<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...held: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...held)
  return element
}

function show(): void {
  const page = document.getElementById('embed')
  if (!page) throw new Error('the page has no element for the recording')
  const asked = readEmbedHash(location.hash, list.recordings)
  const title = asked?.recording.title ?? list.title
  document.title = `${title} · ${list.title}`
  const foot = made('footer', {}, w.release(list.title, list.version), ' · ', roomLink(asked))
  if (!asked) page.replaceChildren(made('p', {}, w.none), foot)
  else page.replaceChildren(made('h1', {}, title, stretch(asked)), cover(asked), foot)
}

/** Nothing of a recording is seen or fetched before somebody asks for it. */
function cover(asked: Embedded): HTMLElement {
  const { recording } = asked
  const warnings = [...new Set([list.warning, recording.warning])].filter(
    each => each !== null && each !== '',
  )
  const button = made('button', { type: 'button', className: 'show' }, w.show(recording.title))
  const box = made(
    'div',
    { className: 'cover' },
    ...(warnings.length === 0
      ? []
      : [made('h2', {}, w.warned), ...warnings.map(each => made('p', {}, each ?? ''))]),
    button,
  )
  button.addEventListener('click', () => {
    const [element, note] = player(asked)
    box.replaceWith(element, note)
    element.focus()
  })
  return box
}

function player({ recording, from, to }: Embedded): readonly [HTMLMediaElement, HTMLElement] {
  const { small, media, captions, isSound } = recording
  const isSmall = small !== null && isSparing(navigator)
  const element = isSound ? made('audio', {}) : made('video', { playsInline: true })
  element.controls = true
  element.preload = 'metadata'
  element.src = isSmall ? small : media
  element.setAttribute('aria-label', recording.title)
  // A page opened from a disk may not read captions.
  if (captions && location.protocol !== 'file:')
    element.append(
      made('track', {
        ...{ kind: 'captions', src: captions.file, srclang: captions.language ?? 'und', label: w.captions },
        default: true,
      }),
    )
  const at = (micros: number) => playerSeconds(recording, micros, element.duration)
  const begin = () => {
    if (from !== null) element.currentTime = at(from)
  }
  element.addEventListener('loadedmetadata', begin)
  // Over a server without ranges a player cannot go to where it has not been: then the whole file is fetched.
  const isStuck = () => from !== null && Math.abs(element.currentTime - at(from)) > 0.01
  element.addEventListener('seeked', () => isStuck() && fetchWhole(element), { once: true })
  if (to !== null) {
    element.addEventListener('timeupdate', () => {
      if (!element.paused && element.currentTime >= at(to)) {
        element.pause()
        element.currentTime = at(to)
      }
    })
    element.addEventListener('play', () => {
      if (element.currentTime >= at(to) - 0.05) element.currentTime = at(from ?? recording.start)
    })
  }
  return [element, made('p', { className: 'note' }, isSmall ? w.small : '')]
}

function fetchWhole(element: HTMLMediaElement): void {
  fetch(element.src)
    .then(answer => answer.blob())
    .then(
      whole => {
        element.src = URL.createObjectURL(whole)
      },
      () => undefined, // it plays from its beginning then
    )
}

function stretch({ recording, from, to }: Embedded): Node {
  if (from === null && to === null) return document.createTextNode('')
  const asked = new URLSearchParams(location.hash.slice(1))
  const ends = [asked.get('from'), asked.get('to')].map(each => each ?? '…')
  const clock = recording.clock ? w.onCase : w.own
  return made('small', {}, ` ${w.stretch(ends[0] ?? '', ends[1] ?? '')} ${clock}`)
}

function roomLink(asked: Embedded | null): HTMLAnchorElement {
  const from = new URLSearchParams(location.hash.slice(1)).get('from')
  const at = asked?.recording.clock && from !== null ? [`t=${from}`] : []
  const angle = asked ? [`angle=${encodeURIComponent(asked.recording.title)}`] : []
  const hash = [...at, ...angle].join('&')
  return made('a', { href: `index.html${hash === '' ? '' : `#${hash}`}`, target: '_top' }, w.room)
}

addEventListener('hashchange', show)
show()
