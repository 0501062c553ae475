import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'

export type { Catalogue } from './catalogue.ts'

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** Each language in its own words, to choose it by. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' }

/** English stands in the script; another language is fetched when it is wanted. */
const catalogues: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: () => Promise.resolve(en),
  es: async () => (await import('./es.ts')).es,
}

const chosen = signal<Language>('en')
const catalogue = signal<Catalogue>(en)

/** The language in force; components that read `words` follow it. */
export const language: ReadonlySignal<Language> = chosen
export const words: ReadonlySignal<Catalogue> = catalogue

/** Puts a language in force once its words are there. Rejects, and changes nothing, where they cannot be fetched. */
export async function speak(wanted: Language): Promise<void> {
  const found = await catalogues[wanted]()
  batch(() => {
    chosen.value = wanted
    catalogue.value = found
  })
}

/** The first of the wanted languages (as `navigator.languages` lists them) that there is a catalogue for. */
export function languageFrom(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find(each => tag.toLowerCase().split('-')[0] === each)
    if (found) return found
  }
  return 'en'
}
