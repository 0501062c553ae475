import type { ReleaseDocument } from '@sightline/core/release'
import { aside, escaped } from './html.ts'
import { type PageLanguage, pageWords } from './page-words.ts'

/** `START-HERE.html`: what this folder is, for whoever opens it first. It needs neither scripts nor the rest of the folder. */
export function startHereHtml(document: ReleaseDocument): string {
  const [first = 'en'] = document.languages
  const told = document.languages.map(
    (language, at) => `<section lang="${language}">
${at === 0 ? `<h1>${escaped(document.title)}</h1>` : '<hr>'}
${said(document, language)}
</section>`,
  )
  return `<!DOCTYPE html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(document.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${told.join('\n')}
</main>
</body>
</html>
`
}

function said(document: ReleaseDocument, language: PageLanguage): string {
  const w = pageWords[language]
  const { start } = w
  const { organization, version, asOf, audience, signer } = document
  const rows = start.lies.map(
    ([name, what]) => `<div><dt><code>${escaped(name)}</code></dt><dd>${escaped(what)}</dd></div>`,
  )
  return `${aside([organization, w.version(version, asOf), w.audience[audience]])}
<p><a class="open" href="data/index.html">${escaped(start.open)}</a></p>
<p>${escaped(start.opens)}</p>
<p><a href="VERIFY.txt">${escaped(start.check)}</a></p>
<p>${escaped(start.checks)}<br><code>${escaped(signer?.fingerprint ?? start.noKey)}</code></p>
<h2>${escaped(start.holds)}</h2>
<dl>${rows.join('\n')}</dl>`
}

const style = `
:root { color-scheme: light dark; color: light-dark(#1d1f22, #e9e6df); background: light-dark(#f6f4ef, #15171a) }
body { font: 16px/1.5 "IBM Plex Sans", system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h1 { font-size: 24px; line-height: 1.25; font-weight: 500; margin: 0 }
h2 { font-size: 16px; font-weight: 500; margin: 1.5rem 0 .5rem }
a { color: inherit }
.open { font-size: 19px }
.aside, dt { color: light-dark(#5f646a, #9aa0a6) }
.aside { margin: .25rem 0 1.5rem }
code { font-family: "IBM Plex Mono", ui-monospace, monospace; font-size: 14px }
dl { margin: 0 }
dl > div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1rem; padding: .25rem 0 }
dd { margin: 0 }
hr { border: 0; border-top: 1px solid light-dark(#d9d4c8, #32373d); margin: 2rem 0 }
@media (max-width: 30rem) { dl > div { display: block } }
@media print {
  :root { color-scheme: light; background: #fff; color: #000; font-size: 11pt }
  body { margin: 0; max-width: none; padding: 0 }
  a::after { content: ' (' attr(href) ')' }
  dl > div { break-inside: avoid-page }
}
`
