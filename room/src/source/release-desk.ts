import { StoredOutput } from '@sightline/core/case'
import { Composition } from '@sightline/core/release'
import { PreviewState, ReleaseCheck, ReleaseDeskInfo, releaseRoutes } from '@sightline/core/release-desk'
import { askJson, send } from './asking.ts'
import type { ReleaseDesk } from './case-source.ts'

/** Where a release is composed, previewed and published: the server of the case. Rejects with a `SourceError`. */
export const releaseDesk: ReleaseDesk = {
  info: async () => ReleaseDeskInfo.parse(await askJson(releaseRoutes.desk)),
  composition: async sha256 => Composition.parse(await askJson(releaseRoutes.composition(sha256))),
  keep: async composition => StoredOutput.parse(await send('POST', releaseRoutes.compositions, composition)),
  check: async composition => ReleaseCheck.parse(await send('POST', releaseRoutes.check, composition)),
  preview: async () => PreviewState.parse(await askJson(releaseRoutes.preview)),
  beginPreview: async composition =>
    PreviewState.parse(await send('POST', releaseRoutes.preview, { composition })),
  giveUpPreview: async () => PreviewState.parse(await send('DELETE', releaseRoutes.preview, {})),
  publish: async (sealed, name) =>
    PreviewState.parse(await send('POST', releaseRoutes.publish, { sealed, name })),
}
