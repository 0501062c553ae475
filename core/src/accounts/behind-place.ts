import type { SourceWords } from './noun-phrases.ts'

/** "On that recording a voice says", "from the back seat a tiny voice can be heard": of a place and who is there, who is there. */
export function behindPlace(frame: string, span: SourceWords, until: number): SourceWords {
  const words = frame.slice(span.start, Math.max(span.end, until)).trimEnd()
  const lead = leading.exec(words)
  if (!lead?.[0] || !lead[1]) return span
  const start = span.start + lead[0].length - lead[1].length
  return { start, end: start + lead[1].length }
}

const leading =
  /^(?:on|in|from|at|by|behind|near|inside|outside|across|over|under|within|throughout|beside) (?:the|that|this|a|an|its|his|her|their|one|another) (?:[\p{L}’'-]+ ){1,3}?((?:an?|one|another|someone|somebody|no|two|three|several) ?(?:[\p{L}-]+ ){0,3}?[\p{L}-]+)(?= (?:says?|said|yells?|shouts?|calls?|asks?|tells?|cries|screams?|replies|answers|warns|orders|repeats|pleads|begs|can be|could be|is|are|was|were)\b|$)/iu
