import { computed, signal } from '@preact/signals'
import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'

export type { Catalogue } from './catalogue.ts'

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** Each language in its own words, known before its catalogue is. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' }

// English is part of the script, so that there are always words; every other language comes when it is asked for.
const spoken = signal<{ readonly language: Language; readonly catalogue: Catalogue }>({
  language: 'en',
  catalogue: en,
})
let lastWanted: Language = 'en'

/** The language in force; components that read `words` follow it. */
export const language = computed(() => spoken.value.language)
export const words = computed<Catalogue>(() => spoken.value.catalogue)

/** Has the page speak a language, once its catalogue is here. The last one asked for wins. */
export async function speak(wanted: Language): Promise<void> {
  lastWanted = wanted
  const catalogue = await catalogueOf(wanted)
  if (lastWanted === wanted) spoken.value = { language: wanted, catalogue }
}

async function catalogueOf(wanted: Language): Promise<Catalogue> {
  switch (wanted) {
    case 'en':
      return en
    case 'es':
      return (await import('./es.ts')).es
  }
}

/** The first of the wanted languages (as `navigator.languages` lists them) that there is a catalogue for. */
export function languageFrom(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find(each => tag.toLowerCase().split('-')[0] === each)
    if (found) return found
  }
  return 'en'
}
