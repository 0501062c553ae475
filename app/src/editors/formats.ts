import type { Arrangement } from './arrangement.ts'
import { csvTable } from './csv-table.ts'
import { editList } from './edl.ts'
import { fcpxmlText } from './fcpxml.ts'
import type { About } from './notes.ts'
import { otioText } from './otio.ts'
import { xmemlText } from './xmeml.ts'

/** A file of a format. `tag` stands in its name before the ending; the main file's is empty. */
export interface EditorFile {
  readonly tag: string
  readonly text: string
  /** What a person has to know of this file beyond its name: a sentence each. */
  readonly warnings: readonly string[]
}

interface EditorFormat {
  readonly name: string
  readonly files: (arrangement: Arrangement, about: About) => readonly EditorFile[]
}

const oneFile = (text: string): readonly EditorFile[] => [{ tag: '', text, warnings: [] }]

/** What can be written for editors, by the ending of the file's name. */
export const editorFormats = {
  otio: { name: 'OpenTimelineIO', files: (arrangement, about) => oneFile(otioText(arrangement, about)) },
  fcpxml: {
    name: 'FCPXML for Final Cut Pro',
    files: (arrangement, about) => oneFile(fcpxmlText(arrangement, about)),
  },
  xml: {
    name: 'xmeml for Premiere',
    files: (arrangement, about) => oneFile(xmemlText(arrangement, about)),
  },
  edl: { name: 'CMX 3600 list', files: editLists },
  csv: { name: 'table', files: arrangement => oneFile(csvTable(arrangement)) },
} as const satisfies Record<string, EditorFormat>
export type EditorEnding = keyof typeof editorFormats

/** The ending that a file's name has, in any case of letters; null where it is none of ours. */
export function editorEnding(path: string): EditorEnding | null {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(editorFormats, ending) ? (ending as EditorEnding) : null
}

/** One list of everything and, where there are several tracks, one for each, since the format has only one. */
function editLists(arrangement: Arrangement, about: About): readonly EditorFile[] {
  const whole = editList(arrangement, about)
  const warnings = whole.beyondTimeCode.map(
    name => `${name} is not in the list: it reaches beyond the 24 hours that time code can name`,
  )
  const alone =
    arrangement.tracks.length < 2
      ? []
      : arrangement.tracks.map((track, index) => ({
          tag: `.track-${index + 1}`,
          text: editList(arrangement, about, track).text,
          warnings: [],
        }))
  return [{ tag: '', text: whole.text, warnings }, ...alone]
}
