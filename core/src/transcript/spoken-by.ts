/** A name before a colon at the head of a text, as scripts and SubRip files give it: "OFFICER A: Stop.", or as recognisers number voices: "spk_0: Stop." */
const head =
  /^\s*(?:[-–—]\s*)?(?:\[([^\]\n:]{1,60})\]|([\p{Lu}\d][^\n:.!?,;()[\]]{0,59}|(?:spk|speaker|channel|ch)[ _-]?\d{1,3})):\s+(?=\S)/u

/** Who a text says is speaking, and what is said. A clock ("10:30") is no speaker, nor is a sentence that happens to hold a colon. */
export function splitSpeaker(text: string): { readonly speaker: string | null; readonly text: string } {
  const match = head.exec(text)
  const name = (match?.[1] ?? match?.[2])?.trim().replace(/\s+/g, ' ') ?? ''
  const isName = name !== '' && name.split(' ').length <= 5 && !/^\d+$/.test(name)
  return match && isName ? { speaker: name, text: text.slice(match[0].length) } : { speaker: null, text }
}
