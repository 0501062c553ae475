/** What is wrong with a text that `JSON.parse` refused, for a person with an editor: the parser's own words speak of tokens. */
export function brokenJson(text: string, refused: unknown): string {
  const why = refused instanceof Error ? refused.message : ''
  const position = /position (\d+)/.exec(why)?.[1]
  const at = position === undefined ? null : Number(position)
  if (text.trim() === '') return 'an empty file'
  if (/end of JSON/.test(why) || (at !== null && at >= text.trimEnd().length))
    return 'JSON that ends before it is complete: take a whole copy of it'
  if (at === null) return 'text that is not JSON: look at its commas, quotes and brackets'
  const lines = text.slice(0, at).split('\n')
  return `what is not JSON in line ${lines.length}, at character ${(lines.at(-1)?.length ?? 0) + 1}: look at its commas, quotes and brackets`
}
