import { listeningWords } from '../strings/listening-words.ts'
import { numbers } from '../strings/numbers.ts'
import type { ImpulsesModel } from './impulses-model.ts'

/** What was measured of each recording's sound: where somebody may be speaking, how quiet it gets, where it is clipped. */
export function MeasuredView({ model }: { readonly model: ImpulsesModel }) {
  const w = listeningWords.value.measured
  const n = numbers.value
  const names = model.listening.room.session.names.value
  const results = [...(model.results.value ?? [])]
  if (results.length === 0) return null
  return (
    <details class="measured small">
      <summary>{w.title}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.recording}</th>
            <th scope="col">{w.speech}</th>
            <th scope="col">{w.floor}</th>
            <th scope="col">{w.clipped}</th>
          </tr>
        </thead>
        <tbody>
          {results.map(([id, { speech, noiseFloorDbfs, clipping, isCut }]) => {
            const seconds = speech.reduce((sum, { from, to }) => sum + (to - from), 0) / 1e6
            return (
              <tr key={id}>
                <td>{names.get(id)}</td>
                <td>{w.spans(speech.length, n.decimals(seconds, 1))}</td>
                <td>{noiseFloorDbfs === null ? w.nothingSounds : w.dbfs(n.decimals(noiseFloorDbfs, 1))}</td>
                <td>
                  {w.stretches(clipping.length)}
                  {isCut && `; ${w.cut}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
