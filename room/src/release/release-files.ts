/** How a release's page gives files of the case to the room: `loader.ts` makes it, the rest of the room reads it. */
export interface ReleaseLoader {
  /** What was put under a name: a text, or what JSON holds. Rejects where the file does not come. */
  file(name: string): Promise<unknown>
  /** Takes one file: the scripts that hold them call this. */
  take(name: string, value: unknown): void
  /** The exports of a part of the room, with all that it needs. */
  part(name: string): Promise<unknown>
  /** Takes one packed part: names of what it needs first, and its text, gzip in base64. */
  pack(name: string, needs: readonly string[], text: string): void
  /** Takes the unpacked part: called by the text of the part itself. */
  run(name: string, body: (require: (name: string) => unknown, exports: object, load: unknown) => void): void
}

declare global {
  interface Window {
    sightline?: ReleaseLoader
  }
}
