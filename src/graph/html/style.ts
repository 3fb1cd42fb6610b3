/** The style of the page around a picture; the colors are those of the picture. */
export const PAGE_STYLE = `
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:flex;flex-direction:column;background:var(--canvas);color:var(--text);font:14px/1.45 system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif}
[hidden]{display:none!important}
h1{font-size:15px;margin:0}
h2{font-size:14px;margin:0 0 6px;overflow-wrap:anywhere}
h3{font-size:12px;margin:12px 0 2px;color:var(--muted)}
header{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;padding:8px 14px;border-bottom:1px solid var(--box-line);background:var(--box)}
.counts{color:var(--muted)}
.counts .bad,.bad-text{color:var(--bad)}
.tools{display:none;flex-wrap:wrap;gap:6px;align-items:center;margin-left:auto}
.live .tools{display:flex}
button,input[type=search],summary{font:inherit;color:var(--text);background:var(--node);border:1px solid var(--node-line);border-radius:6px;padding:3px 9px;min-height:28px}
button,summary{cursor:pointer}
button[aria-pressed=true]{background:var(--focus);border-color:var(--focus);color:var(--canvas)}
input[type=search]{width:15em}
summary{list-style:none}
summary::-webkit-details-marker{display:none}
summary::after{content:" ▾"/""}
.menu{position:relative}
.menu fieldset{position:absolute;right:0;z-index:3;margin:4px 0 0;padding:8px 12px;max-height:60vh;overflow:auto;background:var(--node);border:1px solid var(--node-line);border-radius:6px;min-width:13em}
.menu label{display:block;white-space:nowrap;padding:2px 0}
.menu .keys{white-space:nowrap}
kbd{font:12px ui-monospace,"DejaVu Sans Mono",monospace;border:1px solid var(--node-line);border-radius:4px;padding:0 4px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:8px;top:8px;z-index:4;background:var(--canvas);padding:6px}
main{flex:1;min-height:0}
.views{display:flex;flex-direction:column}
.live .views{height:100%}
.live.picture-view .tables,.live.table-view .stage{display:none}
.stage{display:flex;flex-direction:column;min-height:0;overflow:auto}
.live .stage{height:100%;flex-direction:row;overflow:hidden}
.canvas{flex:1;min-width:0;overflow:auto}
.live .canvas{overflow:hidden;cursor:grab;touch-action:none}
.live .canvas.moving{cursor:grabbing}
@media screen{.live .canvas svg{display:block;width:100%;height:100%}}
.side{display:none;width:25rem;max-width:42vw;overflow:auto;padding:12px 14px;border-left:1px solid var(--box-line);background:var(--box)}
.live .side{display:block}
.side ul,td ul{margin:0;padding:0;list-style:none}
.side li,td li{overflow-wrap:anywhere;margin:0 0 3px}
.side code,td code{font:12px/1.4 ui-monospace,"DejaVu Sans Mono",monospace}
.side button.link,td button.link{border:0;background:none;padding:0;min-height:0;color:var(--selection);text-align:left;text-decoration:underline;overflow-wrap:anywhere}
.muted{color:var(--muted)}
.findings li{color:var(--bad)}
.node{cursor:pointer}
.node:focus{outline:none}
.node:focus-visible .card,.node.picked .card{stroke:var(--focus);stroke-width:2.5}
.edge.on .line{stroke-width:2.75}
.picking .node:not(.on),.picking .edge:not(.on){opacity:.16}
.searching .node:not(.found){opacity:.16}
.tables{padding:14px;overflow:auto}
.live .tables{height:100%}
table{border-collapse:collapse;table-layout:fixed;width:100%;min-width:60rem;margin:0 0 22px}
.objects .c0{width:18%}.objects .c1{width:12%}.objects .c2{width:18%}.objects .c3{width:20%}
.references .c0,.references .c2{width:16%}.references .c1{width:11%}.references .c3{width:30%}
caption{text-align:left;font-weight:600;padding:4px 0}
th,td{border-bottom:1px solid var(--box-line);padding:5px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{position:sticky;top:-14px;background:var(--canvas)}
.legend{order:1;display:flex;flex-wrap:wrap;gap:4px 14px;padding:6px 14px;border-top:1px solid var(--box-line);background:var(--box);color:var(--muted);font-size:12px}
.legend svg{vertical-align:middle;margin-right:4px}
@media screen and (max-width:60rem){
html,body,.live .views,.live .stage,.live .tables{height:auto}
main{flex:none}
.tools{position:relative;margin:0}
.menu{position:static}
.menu fieldset{left:0;right:0;top:100%}
.menu label,.menu .keys{white-space:normal;overflow-wrap:anywhere}
.live .stage{flex-direction:column}
.live .canvas{flex:none;height:60vh}
.side{width:auto;max-width:none;border-left:0;border-top:1px solid var(--box-line)}
}
@media print{
html,body,.live .views,.live .stage,.live .tables{height:auto}
body,.live .views,.live .stage,.live.picture-view .tables,.live.table-view .stage{display:block}
.tools,.side,#status{display:none!important}
.live .canvas,.live .stage,.tables{overflow:visible}
.canvas svg{max-width:100%;max-height:92vh;height:auto}
.legend,header{border:0}
table{min-width:0;font-size:11px}
thead th{position:static}
tr{break-inside:avoid}
}
`.trim();
