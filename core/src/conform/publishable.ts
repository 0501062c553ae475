import type { StandingLine } from './laid-over.ts'

/** The lines that may leave the case: those that a person has accepted, corrected or added. Nothing else goes out. */
export function publishable(lines: readonly StandingLine[]): readonly StandingLine[] {
  return lines.filter(({ status }) => status === 'accepted' || status === 'corrected' || status === 'added')
}
