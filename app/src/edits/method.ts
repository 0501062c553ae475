/** Of the way frames and sound are found; figures for it are in docs/measurements.md. A list of an older version is made again. */
export const editMethod = { method: 'sightline-edits', version: '41' } as const
