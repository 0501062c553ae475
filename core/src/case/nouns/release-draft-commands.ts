import { command, enter, Rev } from '../command.ts'
import { Line } from '../ids.ts'
import { restoring, withdrawing } from '../standing-commands.ts'
import { StoredOutput } from './recording.ts'
import { StopOverrideId, stopOverrideSaid } from './release-draft.ts'

export const releaseDraftCommands = {
  /** `rev` is that of the draft that the person began from, 0 where there was none. */
  'draft-release': command(
    { rev: Rev, draft: StoredOutput },
    ({ releaseDraft }, { rev, draft }) =>
      rev === (releaseDraft?.rev ?? 0)
        ? enter('release-drafted', { v: 1, draft })
        : { kind: 'stale', noun: 'release draft', rev: releaseDraft?.rev ?? 0 },
    ({ releaseDraft }, _asked, rev) =>
      releaseDraft && { do: 'draft-release', rev, draft: releaseDraft.draft },
  ),
  /** Makes the draft what goes out: `sightline release` and the room seal no other. */
  'compose-release': command({ rev: Rev, reason: Line }, ({ releaseDraft, composed }, { rev, reason }) => {
    if (!releaseDraft) return { kind: 'impossible', message: 'there is no draft of a release to approve' }
    if (releaseDraft.rev !== rev) return { kind: 'stale', noun: 'release draft', rev: releaseDraft.rev }
    if (composed?.composition.sha256 === releaseDraft.draft.sha256)
      return { kind: 'impossible', message: 'this very draft is approved already' }
    return enter('release-composed', { v: 1, composition: releaseDraft.draft, reason })
  }),
  'override-stop': command(
    stopOverrideSaid,
    ({ seq, sealedReleases, stopOverrides }, { version, stop, what, about, reason }) => {
      const next = sealedReleases.length + 1
      if (version !== next)
        return { kind: 'impossible', message: `version ${next} is the next to be sealed, not ${version}` }
      const stands = [...stopOverrides.values()].some(
        each =>
          each.withdrawn === null &&
          each.version === version &&
          each.stop === stop &&
          each.what === what &&
          each.about === about,
      )
      if (stands) return { kind: 'impossible', message: 'somebody went past this stop already' }
      return enter('stop-overridden', { v: 1, id: `so${seq + 1}`, version, stop, what, about, reason })
    },
    (_before, _asked, rev, seq) => ({ do: 'withdraw-stop-override', id: `so${seq}`, rev, reason: 'undone' }),
  ),
  'withdraw-stop-override': withdrawing(
    'stopOverrides',
    StopOverrideId,
    'stop-override-withdrawn',
    'restore-stop-override',
  ),
  'restore-stop-override': restoring(
    'stopOverrides',
    StopOverrideId,
    'stop-override-restored',
    'withdraw-stop-override',
  ),
}
