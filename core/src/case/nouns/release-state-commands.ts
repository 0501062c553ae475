import * as z from 'zod/mini'
import { lackOf, nextStages } from '../cards/readiness.ts'
import { command, enter, Rev } from '../command.ts'
import { Line } from '../ids.ts'
import { moved } from './release-state.ts'

export const releaseStateCommands = {
  /** `asOf` is the instant that an embargo is held against, as the one who asks has it. */
  'move-release': command(
    { rev: Rev, ...moved, override: z.nullable(Line), asOf: z.iso.datetime({ precision: 3 }) },
    (state, { rev, to, sealed, reason, override, asOf }) => {
      const { release } = state
      if (release.rev !== rev) return { kind: 'stale', noun: 'release', rev: release.rev }
      if (!nextStages[release.stage].includes(to))
        return { kind: 'impossible', message: `a release that is ${release.stage} cannot become ${to}` }
      if ((to === 'sealed') !== (sealed !== null))
        return {
          kind: 'impossible',
          message: 'sealing names the hash of what is sealed, and nothing else does',
        }
      const lacked = lackOf(state, to, asOf).map(({ code, card }) =>
        card === null ? code : `${code} ${card}`,
      )
      if (lacked.length > 0 && override === null)
        return { kind: 'impossible', message: `what is missing for ${to}: ${lacked.join(', ')}` }
      return enter('release-moved', {
        v: 1,
        ...{
          to,
          sealed,
          reason,
          lacked: lacked.slice(0, 500),
          override: lacked.length > 0 ? override : null,
        },
      })
    },
  ),
}
