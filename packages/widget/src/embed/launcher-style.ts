/** At this width and below the panel covers the screen. */
export const fullScreenQuery = '(max-width:479.98px)';

/** The style of what stands in the host's page. */
export const launcherStyle = `
button,iframe{position:fixed;border:0;inset-block-end:20px}
div>*{inset-inline-end:20px}
.start>*{inset-inline:20px auto}
button{inline-size:56px;block-size:56px;padding:16px;border-radius:28px;background:oklch(.53 .11 200);box-shadow:0 4px 16px #0005;cursor:pointer;forced-color-adjust:none}
button:hover{background:oklch(.47 .1 200)}
button:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px oklch(.53 .11 200)}
i{display:block;block-size:24px;background:#fff;border-radius:12px 12px 12px 2px}
[open] i{clip-path:path("M5 4 4 5l7 7-7 7 1 1 7-7 7 7 1-1-7-7 7-7-1-1-7 7z")}
b{position:absolute;inset:-4px -4px auto auto;min-inline-size:12px;padding:0 6px;border:2px solid #fff;border-radius:13px;background:oklch(.55 .2 25);color:#fff;font:600 13px/20px system-ui}
b:empty{display:none}
iframe{inset-block-end:88px;inline-size:min(400px,100vw - 40px);block-size:min(720px,100dvh - 108px);border-radius:12px;background:canvas;box-shadow:0 0 0 1px #8884,0 12px 40px #0005}
div:not([open]) iframe{visibility:hidden}
@media ${fullScreenQuery}{iframe{inset:0!important;inline-size:100%;block-size:100dvh;border-radius:0}[open] button{display:none}}`;
