import { useEffect, useRef } from 'preact/hooks'
import { language } from '../strings/index.ts'

/** What the page without scripts says of the release, and no other page of the room does: its chapters by their names. */
const chapters = ['changes', 'withheld', 'gone', 'gone-past', 'recordings', 'documents', 'files'] as const

interface Props {
  readonly of: 'whole' | 'head'
}

/**
 * What a release says of itself: who made it for whom, or what is withheld and why, and every file in it. It stands in the page already,
 * for whoever reads without scripts; a copy of it is shown, in the language of the room where the release speaks it.
 */
export function SaidOfIt({ of }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const { value: spoken } = language
  useEffect(() => {
    const plain = document.querySelector('main.plain-release')
    const article = plain?.querySelector(`article[lang="${spoken}"]`) ?? plain?.querySelector('article')
    if (!article || !box.current) return
    const wanted = of === 'head' ? ['.aside'] : chapters.map(name => `#${article.id}-${name}`)
    const told = wanted.flatMap(each => article.querySelector(each)?.cloneNode(true) ?? [])
    for (const each of told) if (each instanceof Element) each.removeAttribute('id')
    box.current.replaceChildren(...told)
    // The players of a page without scripts have nothing to do where the room plays.
    box.current.querySelector('.players')?.remove()
    box.current.lang = article.getAttribute('lang') ?? ''
  }, [of, spoken])
  return <div class="plain-release in-room" ref={box} />
}
