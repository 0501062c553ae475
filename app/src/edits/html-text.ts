/** Text as it may stand in a page and in its attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, mark => `&#${mark.charCodeAt(0)};`)
}

/** A table that scrolls by itself where it is wider than the page; `name` is for who hears it, cells are HTML. */
export function table(name: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '<p>None found.</p>'
  return `<div class="wide" role="region" tabindex="0" aria-label="${escaped(name)}"><table><thead><tr>${head.map(each => `<th scope="col">${each}</th>`).join('')}</tr></thead><tbody>${rows.map(row => `<tr>${row.map(each => `<td>${each}</td>`).join('')}</tr>`).join('')}</tbody></table></div>`
}

/** Hues that stay apart for colour-blind eyes, with numbers beside them: colour is never the only sign. */
export const hues = 6

export const style = `
:root{color-scheme:light dark;--ground:#f6f4ef;--surface:#fffdf9;--raised:#ece8df;--line:#d9d4c8;--text:#1d1f22;--muted:#5f646a;--mark:#9a5b00;--r0:#1e77a7;--r1:#904700;--r2:#4d7457;--r3:#503370;--r4:#7e0d25;--r5:#545a66}
@media(prefers-color-scheme:dark){:root{--ground:#15171a;--surface:#1c1f23;--raised:#24282d;--line:#32373d;--text:#e9e6df;--muted:#9aa0a6;--mark:#f2b84b;--r0:#3d92d0;--r1:#b86212;--r2:#6fae7c;--r3:#9666be;--r4:#ad6079;--r5:#8b909a}}
*{box-sizing:border-box}body{margin:0;padding:28px 16px 72px;background:var(--ground);color:var(--text);font:15px/1.55 "IBM Plex Sans",system-ui,sans-serif}
header,section,footer{max-width:1040px;margin:0 auto 28px}h1{font-size:24px;line-height:1.25;margin:0 0 10px;overflow-wrap:anywhere}h1 span{font-weight:400;color:var(--muted)}h2{font-size:17px;margin:28px 0 8px;padding-bottom:4px;border-bottom:1px solid var(--line)}
.lead{max-width:78ch;font-size:17px;margin:0 0 10px}.more{max-width:88ch;margin:0 0 8px}.made,.note{color:var(--muted);font-size:13px;max-width:88ch}code,.n{font-family:"IBM Plex Mono",ui-monospace,monospace;font-variant-numeric:tabular-nums;font-size:.88em}code{overflow-wrap:anywhere}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;background:var(--surface);font-size:14px}th,td{border-bottom:1px solid var(--line);padding:6px 10px;text-align:left;vertical-align:top}th{color:var(--muted);font-weight:500}
.conform{width:100%;min-width:720px;height:auto;display:block;background:var(--surface);border:1px solid var(--line)}.conform text{fill:var(--text);font:11px "IBM Plex Sans",system-ui,sans-serif}.conform .quiet{fill:var(--muted)}.conform .lane{fill:var(--raised)}.conform .ribbon{fill-opacity:.26;stroke-width:.7}
${Array.from({ length: hues }, (_, n) => `.r${n}{fill:var(--r${n});stroke:var(--r${n});--own:var(--r${n})}`).join('')}
.key{list-style:none;padding:0;margin:8px 0;display:flex;flex-wrap:wrap;gap:4px 18px;font-size:14px}.key i{display:inline-block;width:12px;height:12px;margin-right:6px;vertical-align:-1px;background:var(--own,transparent);border:1px solid var(--line)}
.lines{list-style:none;margin:0;padding:0}.lines>li{padding:10px 0 10px 14px;border-top:1px solid var(--line);border-left:3px solid var(--own,var(--line));fill:none;stroke:none}.lines p{margin:2px 0}
.tag{display:inline-block;margin:0 4px 2px 0;padding:0 7px;border:1px solid var(--line);border-radius:3px;background:var(--raised);font-size:13px}.range{border-bottom:2px solid var(--mark)}
summary{cursor:pointer;padding:6px 0;font-size:14px}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(260px,100%),1fr));gap:8px;max-width:860px}figure{margin:0}img{width:100%;display:block;background:#000}figcaption{font-size:13px;color:var(--muted)}
.curve{width:100%;height:110px;display:block;background:var(--surface);border:1px solid var(--line)}.curve path{fill:var(--text);fill-opacity:.72}.curve rect{fill:var(--raised);shape-rendering:crispEdges}
.conform .mark{fill:var(--raised);stroke:var(--muted);stroke-width:.7}td .n{white-space:nowrap}
/* On a phone a table scrolls: squeezed, a hash would stand four letters to the line. */
@media screen and (max-width:640px){table{min-width:620px}}
@media print{:root{color-scheme:light;--ground:#fff;--surface:#fff;--raised:#eee;--line:#bbb;--text:#000;--muted:#444;--mark:#9a5b00;--r0:#1e77a7;--r1:#904700;--r2:#4d7457;--r3:#503370;--r4:#7e0d25;--r5:#545a66}body{padding:0;font-size:10.5pt;print-color-adjust:exact}details:not([open]){display:none}h2{break-after:avoid}.lines>li,tr,figure,svg{break-inside:avoid}.wide{overflow:visible}.conform{min-width:0}.lead,.more,.note,.made{max-width:none}}`
