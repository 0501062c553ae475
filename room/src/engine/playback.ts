// What plays recordings, as one part of the room's script: engine and decoder are needed together, once the case is there.
export { createEngine } from './engine.ts'
export { mediaOpener } from './open-media.ts'
