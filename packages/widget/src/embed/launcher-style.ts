/** At this width and below the panel covers the screen. */
export const fullScreenQuery = '(max-width:479.98px)';

/**
 * The style of what stands in the host's page. On a small screen the button gives way to the panel, which has one of its own to close it, only
 * once the frame has a title: it gets that when it first says something, and one that stays silent must not be a trap.
 */
export const launcherStyle =
  'div>*{position:fixed;border:0;bottom:20px;inset-inline-end:20px}' +
  '.start>*{inset-inline:20px auto}' +
  'button{width:56px;height:56px;padding:16px;border-radius:28px;background:#007e85;box-shadow:0 4px 16px #0005;cursor:pointer;forced-color-adjust:none}' +
  'button:hover{background:#006b71}' +
  'button:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #007e85}' +
  'i{display:block;height:24px;background:#fff;border-radius:12px 12px 12px 2px}' +
  '[open] i{clip-path:path("M5 4 4 5l7 7-7 7 1 1 7-7 7 7 1-1-7-7 7-7-1-1-7 7z")}' +
  'b{position:absolute;top:-4px;right:-4px;min-width:12px;padding:0 6px;border:2px solid #fff;border-radius:12px;background:#c9252c;color:#fff;font:600 13px/20px system-ui}' +
  'b:empty{display:none}' +
  'iframe{bottom:88px;width:min(400px,100vw - 40px);height:min(720px,100dvh - 108px);border-radius:12px;background:canvas;box-shadow:0 0 0 1px #8884,0 12px 40px #0005}' +
  ':not([open])>iframe{visibility:hidden}' +
  `@media ${fullScreenQuery}{[open] iframe{width:100%;height:100dvh;inset:0;border-radius:0}[open] [title]~button{display:none}}`;
