import { laterWords } from '../strings/later-words.ts'

/** What is odd, in words; a code that this version has no words for is shown as it is. */
export function oddityWords(code: string): string {
  const known: Readonly<Record<string, string>> = laterWords.value.oddities
  return known[code] ?? code
}

export function Oddities({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul class="oddities">
      {codes.map(code => (
        <li key={code}>
          <span>{oddityWords(code)}</span>
        </li>
      ))}
    </ul>
  )
}
