import { effect, signal } from '@preact/signals'
import { type Language, language, languageFrom, languages, speak } from './strings/index.ts'

export const themes = ['system', 'dark', 'light'] as const
export type Theme = (typeof themes)[number]

/** The theme that was asked for, and (`isLight`) the one in force. */
export const theme = signal<Theme>('system')
export const isLight = signal(false)

/** True where the page is as narrow as a phone: `style/phone.css` draws the same line. */
export const isNarrow = signal(false)
const narrow = '(width <= 820px)'

/**
 * Takes up the choices kept in this browser, keeps later ones, and has the page's root show them. Resolves when the reader's
 * language is spoken; it stays English when its words cannot be fetched.
 */
export function keepPreferences(root: HTMLElement): Promise<void> {
  const light = matchMedia('(prefers-color-scheme: light)')
  theme.value = themes.find(each => each === recalled('theme')) ?? 'system'
  effect(() => {
    root.lang = language.value
  })
  const show = () => {
    isLight.value = theme.peek() === 'light' || (theme.peek() === 'system' && light.matches)
    root.dataset['theme'] = isLight.peek() ? 'light' : 'dark'
  }
  light.addEventListener('change', show)
  const phone = matchMedia(narrow)
  isNarrow.value = phone.matches
  phone.addEventListener('change', () => {
    isNarrow.value = phone.matches
  })
  effect(() => {
    if (theme.value) show()
  })
  const kept = languages.find(each => each === recalled('language'))
  return speak(kept ?? languageFrom(navigator.languages)).catch(() => speak('en'))
}

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen
  remember('theme', chosen)
}

/** Rejects when the words of the language cannot be fetched; the page then goes on in the one it speaks. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  await speak(chosen)
  remember('language', chosen)
}

/** Storage may be shut off or full; a choice then holds for this page. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`sightline.${name}`, value)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

/** What this browser kept, or null. */
export function recalled(name: string): string | null {
  try {
    return localStorage.getItem(`sightline.${name}`)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
