/** How the page of a comparison looks: light and dark, from a phone to paper. */
export const pageStyle = `
:root{color-scheme:light dark;--ground:#f6f4ef;--surface:#fffdf9;--line:#d9d4c8;--text:#1d1f22;--muted:#5f646a;--mark:#9a5b00}
@media(prefers-color-scheme:dark){:root{--ground:#15171a;--surface:#1c1f23;--line:#32373d;--text:#e9e6df;--muted:#9aa0a6;--mark:#f2b84b}}
body{margin:0;padding:24px 16px 64px;background:var(--ground);color:var(--text);font:15px/1.5 "IBM Plex Sans",system-ui,sans-serif}
header,main{max-width:1200px;margin:0 auto}
h1{font-size:22px;margin:0 0 8px}h2{font-size:17px;margin:32px 0 12px;padding-bottom:4px;border-bottom:1px solid var(--line)}h3{font-size:15px;font-weight:600;margin:0 0 8px}
h4{font-size:13px;font-weight:600;margin:0 0 4px;color:var(--muted);overflow-wrap:anywhere}
.made,small,.source,.none,.why{color:var(--muted);font-size:13px}code{font-size:12px;overflow-wrap:anywhere}.internal{border:1px solid var(--text);padding:8px}
.accounts{padding-left:24px}
article{margin:0 0 12px;padding:12px 14px;border:1px solid var(--line);border-radius:4px;background:var(--surface);break-inside:avoid}
.cells{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(230px,100%),1fr));gap:12px 0}
.cell{padding:0 14px;border-left:1px solid var(--line)}
.source{margin:4px 0 0}blockquote{margin:0}.why{margin:10px 0 0;padding:8px 0 0 14px;border-top:1px solid var(--line);list-style:none}.why b{font-weight:500}
u{text-decoration-color:var(--mark);text-decoration-thickness:2px;text-underline-offset:3px}li{margin:2px 0}.alone{padding-left:18px}.alone li{margin:0 0 8px}
@media print{:root{--ground:#fff;--surface:#fff;--line:#bbb;--text:#000;--muted:#444;--mark:#000}body{padding:0;font-size:11pt}}`
