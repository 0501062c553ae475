import { reasonInSpanish } from '../strings/es-reasons.ts'
import { language } from '../strings/index.ts'

/** A reason of the machine in the reader's language; where there are no words for it yet, in its own, and marked so. */
export function Why({ why }: { readonly why: string }) {
  const { text, lang } = whyText(why)
  return <span lang={lang ?? undefined}>{text}</span>
}

export function whyText(why: string): { readonly text: string; readonly lang: 'en' | null } {
  switch (language.value) {
    case 'en':
      return { text: why, lang: null }
    case 'es': {
      const spanish = reasonInSpanish(why)
      return spanish === null ? { text: why, lang: 'en' } : { text: spanish, lang: null }
    }
  }
}
