/** Whether the browser says that data are to be spared. Not every one tells. */
export function isSparing(browser: object): boolean {
  const { connection } = browser as {
    readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string }
  }
  return connection?.saveData === true || /^(slow-)?2g$|^3g$/.test(connection?.effectiveType ?? '')
}
