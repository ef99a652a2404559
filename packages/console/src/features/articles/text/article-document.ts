import type { Locale } from '@fairlead/contract';

export type PreviewTheme = 'light' | 'dark';

interface ArticleDocument {
  title: string;
  summary: string;
  /** As the server renders it: safe. */
  html: string;
  locale: Locale;
  direction: 'ltr' | 'rtl';
  theme: PreviewTheme;
}

/** The tokens of the help center's pages. */
const tokens: Record<PreviewTheme, string> = {
  light:
    'color-scheme:light;--ground:oklch(1 0 0);--sunken:oklch(.968 .004 220);--ink:oklch(.23 .015 230);--ink-2:oklch(.44 .015 230);--line:oklch(.905 .005 220);--accent:oklch(.5 .1 200);--accent-ink:oklch(.46 .095 200);--accent-soft:oklch(.955 .022 200);--warning-ink:oklch(.45 .1 65);--warning-soft:oklch(.965 .035 85);--danger-ink:oklch(.5 .19 25);--danger-soft:oklch(.962 .018 25)',
  dark: 'color-scheme:dark;--ground:oklch(.208 .009 230);--sunken:oklch(.25 .011 230);--ink:oklch(.94 .005 220);--ink-2:oklch(.77 .008 225);--line:oklch(.33 .011 230);--accent:oklch(.545 .108 200);--accent-ink:oklch(.81 .1 200);--accent-soft:oklch(.29 .042 203);--warning-ink:oklch(.85 .11 82);--warning-soft:oklch(.295 .045 78);--danger-ink:oklch(.79 .115 25);--danger-soft:oklch(.285 .06 25)',
};

/** How articles look there. */
const style = `
body{margin:0;padding:1.25rem;background:var(--ground);color:var(--ink);overflow-wrap:break-word;font:16px/1.65 Inter,system-ui,"PingFang SC","Noto Sans CJK SC","Hiragino Sans","Malgun Gothic",sans-serif}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .5rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.35;margin:2rem 0 .75rem}h3{font-size:1.08rem;margin:1.5rem 0 .5rem}
.lead{color:var(--ink-2);margin:0 0 1.25rem}a{color:var(--accent-ink);text-underline-offset:.2em}
ul,ol{padding-inline-start:1.6rem}li{margin-block:.4rem}
.prose>ol{counter-reset:step;list-style:none;padding:0}
.prose>ol>li{counter-increment:step;position:relative;padding-inline-start:2.6rem;margin-block:.9rem}
.prose>ol>li::before{content:counter(step);position:absolute;inset-inline-start:0;inline-size:1.75rem;block-size:1.75rem;display:grid;place-items:center;border-radius:50%;background:var(--accent-soft);color:var(--accent-ink);font-size:.9rem;font-weight:600}
code{font:.9em ui-monospace,"SF Mono",Menlo,Consolas,monospace;background:var(--sunken);border-radius:4px;padding:.1em .35em}
.prose img{max-inline-size:100%;block-size:auto;border:1px solid var(--line);border-radius:8px;background:#fff}
pre{overflow-x:auto;padding:1rem;border-radius:8px;background:var(--sunken)}pre code{padding:0}
.table{overflow-x:auto;margin-block:1rem}table{border-collapse:collapse;inline-size:100%;font-variant-numeric:tabular-nums}
th,td{padding:.55rem .75rem;border-block-end:1px solid var(--line);text-align:start;vertical-align:top}th{color:var(--ink-2);font-weight:600}
.fact{font-variant-numeric:tabular-nums;white-space:nowrap;border-block-end:1px dotted var(--accent-ink)}
.callout{margin-block:1.25rem;padding:.75rem 1rem;border-inline-start:3px solid var(--accent);border-radius:4px;background:var(--accent-soft)}
.callout p{margin-block:.35rem}.callout-title{font-weight:600;color:var(--accent-ink)}
.callout.warning,.callout.important{border-color:var(--warning-ink);background:var(--warning-soft)}
:is(.callout.warning,.callout.important) .callout-title{color:var(--warning-ink)}
.callout.caution{border-color:var(--danger-ink);background:var(--danger-soft)}.callout.caution .callout-title{color:var(--danger-ink)}`;

const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** A page for a frame in which nothing runs: the article as it would look to readers. */
export function articleDocument({ title, summary, html, locale, direction, theme }: ArticleDocument): string {
  const head = `<meta charset="utf-8"><style>:root{${tokens[theme]}}${style}</style>`;
  const lead = summary ? `<p class="lead">${escaped(summary)}</p>` : '';
  return `<!doctype html><html lang="${locale}" dir="${direction}"><head>${head}</head><body><h1>${escaped(title)}</h1>${lead}<div class="prose">${html}</div></body></html>`;
}
