import { meanings } from './faults.ts'
import type { ReleaseReport } from './verify-release.ts'

/** The answer as one JSON document. */
export function reportJson(report: ReleaseReport, tool: string): unknown {
  const { document, faults, ...rest } = report
  return {
    v: 1,
    tool,
    ok: faults.length === 0,
    release: document && {
      title: document.title,
      version: document.version,
      audience: document.audience,
      asOf: document.asOf,
    },
    ...rest,
    faults: faults.map(each => ({ ...each, means: meanings[each.code] })),
  }
}

/** The answer for a person: what was found, what each fault means, what was checked and what was not. */
export function reportText({
  faults,
  notChecked,
  checked,
  document,
  sealed,
  log,
  signature,
  stamp,
}: ReleaseReport): string {
  const shown = faults.slice(0, 200)
  const lines = [
    ...(document ? [`${document.title}, version ${document.version}, as of ${document.asOf}`] : []),
    faults.length === 0
      ? 'Everything that was checked holds.'
      : `${faults.length} ${faults.length === 1 ? 'fault was' : 'faults were'} found:`,
    ...shown.flatMap(({ code, where, message }) => [
      `  ${code}  ${where}`,
      `      ${message}`,
      `      ${meanings[code]}`,
    ]),
    ...(shown.length < faults.length ? [`  and ${faults.length - shown.length} more`] : []),
    `checked: ${checked.files} files, ${checked.bytes} bytes; the custody log${log ? ` of ${log.length} entries, head ${log.head}` : ' could not be read'}`,
    `checked: ${checked.bodies} bodies of entries`,
    ...(sealed ? [`signed file: SHA-256 ${sealed}`] : []),
    ...(signature
      ? [`sealed by the key ${signature.fingerprint}${signature.isTrusted ? ', which you trust' : ''}`]
      : []),
    ...(stamp
      ? [
          `stamped ${stamp.at} by ${stamp.authority ?? 'an authority that is not named'}${stamp.isTrusted ? ', which you trust' : ''}`,
        ]
      : []),
    ...notChecked.map(each => `not checked: ${each}`),
  ]
  return `${lines.join('\n')}\n`
}
