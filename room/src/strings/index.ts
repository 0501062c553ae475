import { computed, signal } from '@preact/signals'
import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'
import { es } from './es.ts'

export type { Catalogue } from './catalogue.ts'

export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

export const catalogues: Readonly<Record<Language, Catalogue>> = { en, es }

/** The language in force; components that read `words` follow it. */
export const language = signal<Language>('en')
export const words = computed<Catalogue>(() => catalogues[language.value])

/** The first of the wanted languages (as `navigator.languages` lists them) that there is a catalogue for. */
export function languageFrom(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find(each => tag.toLowerCase().split('-')[0] === each)
    if (found) return found
  }
  return 'en'
}
