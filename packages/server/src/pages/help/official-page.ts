import {
  type Locale,
  maximumOfficialText,
  type OfficialCheck,
  type OfficialFinding,
  type OfficialForm,
  type OfficialLetterCheck,
  officialForms,
  officialPlatformIds,
  officialPlatforms,
} from '@fairlead/contract';
import { helpAddress } from '../../modules/helpcenter/index.ts';
import { nameOfFinding, sayAdvice, sayFinding, sayReasons } from '../../modules/official/index.ts';
import { contactOptions } from './contact-options.ts';
import { type HelpText, helpText } from './help-text.ts';
import { type Html, html } from './html.ts';
import { layout, type Site } from './layout.ts';

export const officialAddress = (locale: Locale): string => `${helpAddress(locale)}official`;

/** What the page has to say beside its forms. */
export type OfficialOutcome =
  | {
      readonly kind: 'checked';
      readonly check: OfficialCheck;
      readonly text: string;
      readonly form: OfficialForm | undefined;
    }
  | { readonly kind: 'letter'; readonly check: OfficialLetterCheck }
  | { readonly kind: 'problem'; readonly text: string }
  /** Whether anything of it was new to us. */
  | { readonly kind: 'reported'; readonly taken: boolean };

/** Asks what contacted the reader, and answers whether it is ours. Works without scripts; what was asked stands in no address. */
export function officialPage(site: Site, locale: Locale, outcome: OfficialOutcome | null): string {
  const text = helpText(locale);
  const asked = outcome?.kind === 'checked' ? outcome : null;
  return layout(site, {
    locale,
    title: text('official.title'),
    description: text('official.lead'),
    address: officialAddress,
    unlisted: outcome !== null,
    crumbs: [{ name: text('title'), address: helpAddress(locale) }],
    body: html`<div class="official">
<h1>${text('official.title')}</h1>
<p class="lead">${text('official.lead')}</p>
${outcome && result(outcome, locale, text)}
<form class="ask" method="post" action="${officialAddress(locale)}#result">
<label for="official-text">${text('official.label')}</label>
<textarea id="official-text" name="text" rows="2" maxlength="${maximumOfficialText}" required dir="auto" autocomplete="off" autocapitalize="off" spellcheck="false">${asked?.text}</textarea>
<label for="official-form">${text('official.form')}</label>
<select id="official-form" name="form">
<option value="">${text('official.form.auto')}</option>
${officialForms.map((it) => html`<option value="${it}"${asked?.form === it ? html` selected` : null}>${nameOfForm(it, text)}</option>`)}
</select>
<button>${text('official.submit')}</button>
</form>
<form class="ask" method="post" action="${officialAddress(locale)}/letter#result" enctype="multipart/form-data">
<h2>${text('official.letter')}</h2>
<p class="quiet" id="letter-hint">${text('official.letter.hint')}</p>
<label for="letter-file">${text('official.letter.file')}</label>
<input id="letter-file" name="file" type="file" accept=".eml,.txt,message/rfc822,text/plain" aria-describedby="letter-hint">
<label for="letter-source">${text('official.letter.source')}</label>
<textarea id="letter-source" name="source" rows="3" dir="ltr" autocomplete="off" spellcheck="false"></textarea>
<button>${text('official.letter.submit')}</button>
</form>
${contactOptions(site, text, { category: 'account_security.phishing_report' })}
</div>`,
  });
}

const nameOfForm = (form: OfficialForm, text: HelpText): string => {
  const platform = officialPlatformIds.find((it) => it === form);
  return platform ? officialPlatforms[platform] : text(`official.form.${form}`);
};

function result(outcome: OfficialOutcome, locale: Locale, text: HelpText): Html {
  switch (outcome.kind) {
    case 'problem':
      return html`<p id="result" class="callout warning" role="alert">${outcome.text}</p>`;
    case 'reported':
      return html`<p id="result" class="callout" role="status">${text(outcome.taken ? 'official.report.thanks' : 'official.report.known')}</p>`;
    case 'checked': {
      const { check, text: asked, form } = outcome;
      return html`${verdict(check, text, html`${check.findings.map((it) => finding(it, locale, text))}<p class="advice">${sayAdvice(locale, check.verdict)}</p>`)}
${check.findings.some(isNews) ? reportForm(asked, form, locale, text) : null}`;
    }
    case 'letter': {
      const { check } = outcome;
      const bad = check.letter.foreignLinks.filter((it) => it.verdict === 'impostor').map((it) => it.input);
      const reported = [check.letter.from ?? '', ...bad].join('\n').trim().slice(0, maximumOfficialText);
      return html`${verdict(check, text, letterResult(check, locale, text))}
${check.verdict === 'official' || reported === '' ? null : reportForm(reported, undefined, locale, text)}`;
    }
  }
}

const verdict = ({ verdict: said }: OfficialCheck, text: HelpText, body: Html): Html =>
  html`<section id="result" class="verdict ${said}" role="status" aria-labelledby="verdict"><h2 id="verdict">${text(`official.result.${said}`)}</h2>${body}</section>`;

/** What may be worth a report: read, not ours, and not known already. */
const isNews = ({ readAs, verdict, reasons }: OfficialFinding): boolean =>
  readAs !== null && verdict !== 'official' && reasons.every(({ code }) => code !== 'known_impostor');

function finding(it: OfficialFinding, locale: Locale, text: HelpText): Html {
  const [first, ...reasons] = sayFinding(locale, it);
  const kind = it.readAs ? text(`official.form.${it.readAs.kind}`) : null;
  return html`<div class="finding">${kind && html`<p class="quiet">${kind}: <code dir="ltr">${nameOfFinding(it)}</code></p>`}<p>${first}</p>${reasons.length > 0 && html`<ul>${reasons.map((line) => html`<li>${line}</li>`)}</ul>`}</div>`;
}

function letterResult(check: OfficialLetterCheck, locale: Locale, text: HelpText): Html {
  const { letter } = check;
  const signed = letter.dmarc === 'pass' && letter.signedBy.length > 0;
  const address = (it: string) => html`<code dir="ltr">${it}</code>`;
  const links = letter.foreignLinks.map(
    (it) =>
      html`<li><code dir="ltr">${it.input}</code>${it.readAs && it.readAs.value !== it.input ? html` (${nameOfFinding(it)})` : null}: ${text(`official.result.${it.verdict}`)}</li>`,
  );
  return html`<ul>${sayReasons(locale, letter.reasons).map((line) => html`<li>${line}</li>`)}</ul>
<dl>
${letter.from && html`<dt>${text('official.letter.from')}</dt><dd>${address(letter.from)}</dd>`}
${letter.replyTo.length > 0 && html`<dt>${text('official.letter.reply_to')}</dt><dd>${letter.replyTo.map(address)}</dd>`}
<dt>${text('official.letter.signature')}</dt><dd>${signed ? text('official.letter.signed', { domain: letter.signedBy.join(', ') }) : text('official.letter.unsigned')}</dd>
</dl>
${links.length > 0 ? html`<h3>${text('official.letter.links')}</h3><ul>${links}</ul>` : html`<p>${text('official.letter.no_links')}</p>`}
<p class="advice">${sayAdvice(locale, check.verdict)}</p>`;
}

function reportForm(asked: string, form: OfficialForm | undefined, locale: Locale, text: HelpText): Html {
  return html`<form class="ask report" method="post" action="${officialAddress(locale)}/report#result">
<h2>${text('official.report')}</h2>
<p class="quiet">${text('official.report.text')}</p>
<input type="hidden" name="text" value="${asked}"><input type="hidden" name="form" value="${form}">
<label for="report-note">${text('official.report.note')}</label>
<textarea id="report-note" name="note" rows="2" maxlength="500" dir="auto"></textarea>
<button>${text('official.report.submit')}</button>
</form>`;
}
