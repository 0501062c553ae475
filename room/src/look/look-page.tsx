// The page of the look test: the room as it ships, over a fictional case and drawn pictures. Not part of the build.
import * as z from 'zod/mini'
import { createEngine } from '../engine/engine.ts'
import { keepPreferences } from '../preferences.ts'
import type { Room } from '../room-model.ts'
import { startRoom } from '../start-room.tsx'
import type { OpenUrl } from '../watch/watch.ts'
import { drawing, drawnMedia } from './drawn-media.ts'
import { recordings } from './fictional-case.ts'
import { fictionalSource } from './fictional-source.ts'

/** What the test may reach: the room itself. */
export interface LookWindow extends Window {
  room: Room
  drawing: typeof drawing
}

z.config({ jitless: true })
const spoken = keepPreferences(document.documentElement)
const page = document.getElementById('room')
if (!page) throw new Error('the page has no element for the room')
const openDrawn: OpenUrl = url => () => {
  const position = recordings.findIndex(each => each.id === url)
  const recording = recordings[position]
  if (!recording) return Promise.reject(new Error('no such recording'))
  return Promise.resolve(drawnMedia(recording, position))
}
spoken.then(() =>
  Object.assign(window, { drawing, room: startRoom(page, fictionalSource(), createEngine, openDrawn) }),
)
