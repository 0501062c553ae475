import type { ReleaseDocument } from '@sightline/core/release'
import { escaped } from './page-html.ts'

/** `START-HERE.html`: what this folder is, for whoever opens it first. It needs neither scripts nor the rest of the folder. */
export function startHereHtml({ title, version, asOf, signer }: ReleaseDocument): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
body { font: 17px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1d1f22; background: #f6f4ef }
a { color: #7a4700 }
code { overflow-wrap: anywhere }
@media (prefers-color-scheme: dark) { body { color: #e9e6df; background: #15171a } a { color: #f2b84b } }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>Version ${version}, from the custody log as of ${escaped(asOf)}.</p>
<p><a href="data/index.html">Open the release</a>. It works from this folder, from a stick or from a web server; in a current
Chromium, Chrome or Edge it shows every frame exactly. It asks nobody else for anything.</p>
<p><a href="VERIFY.txt">How to check</a> that nothing was changed since it was sealed, with what your computer already has.
The fingerprint of the key that sealed it is <code>${escaped(signer?.fingerprint ?? 'none')}</code>: compare it with the one that
those who released this published elsewhere.</p>
<p lang="es"><a href="data/index.html">Abrir la publicación</a>. Funciona desde esta carpeta, desde una memoria o desde un servidor web.
<a href="VERIFY.txt">Cómo comprobar</a> que nada se cambió desde que se selló.</p>
</main>
</body>
</html>
`
}
