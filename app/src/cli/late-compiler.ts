import { setFlagsFromString } from 'node:v8'

/** After so many seconds of sound the code that V8's optimising compiler makes has saved what making it cost. */
const pays = 150

/**
 * Keeps V8's optimising compiler (TurboFan) out of short recordings: what it makes of some thirty loops in a minute of sound takes a seventh of what hearing that minute does, and
 * code of the quicker compiler answers the same. `heard` is told how many seconds of sound were heard, 0 once all is loaded: V8 refuses code that was kept under other flags than it
 * runs under. It keeps the compiler out then, and lets it in later.
 */
export function lateCompiler(setFlag: (flag: string) => void = setFlagsFromString): {
  readonly heard: (seconds: number) => void
} {
  let state: 'as it comes' | 'out' | 'in' = 'as it comes'
  return {
    heard: seconds => {
      if (state === 'as it comes') {
        state = 'out'
        // What the quicker compiler makes goes on counting how often it is called, so that it is replaced later.
        setFlag('--force-emit-interrupt-budget-checks')
        setFlag('--no-turbofan')
      }
      if (state === 'in' || seconds < pays) return
      state = 'in'
      setFlag('--turbofan')
    },
  }
}
