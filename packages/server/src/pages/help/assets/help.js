// What the pages do better where scripts run: suggestions as one types, votes without a new page, the chat behind a button.
// Everything works without it.

const input = document.querySelector('.search input');
if (input) suggest(input);
for (const form of document.querySelectorAll('form[data-vote]')) quietVote(form);
openChat();

function suggest(field) {
  const { locale, suggestions } = field.dataset;
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.role = 'listbox';
  list.hidden = true;
  list.setAttribute('aria-label', suggestions);
  field.closest('form').append(list);
  field.role = 'combobox';
  field.setAttribute('aria-expanded', 'false');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-autocomplete', 'list');
  let at = -1;
  let asked = 0;
  let pause;

  const show = (open) => {
    list.hidden = !open;
    field.setAttribute('aria-expanded', String(open));
    if (!open) choose(-1);
  };
  const choose = (next) => {
    list.children[at]?.setAttribute('aria-selected', 'false');
    at = next;
    const chosen = list.children[at];
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) field.setAttribute('aria-activedescendant', chosen.id);
    else field.removeAttribute('aria-activedescendant');
  };
  const marked = (fragments) =>
    fragments.map(({ text, hit }) => {
      if (!hit) return document.createTextNode(text);
      const mark = document.createElement('mark');
      mark.textContent = text;
      return mark;
    });
  const ask = async () => {
    const text = field.value.trim();
    const mine = ++asked;
    if (!text) return show(false);
    const query = new URLSearchParams({ text, locale, limit: '6', place: 'pages' });
    const answer = await fetch(`/api/help/search?${query}`).catch(() => undefined);
    // The form still works; a suggestion that does not come is none.
    if (!answer?.ok || mine !== asked) return;
    const { items } = await answer.json();
    if (mine !== asked) return;
    list.replaceChildren(
      ...items.map((item, index) => {
        const option = document.createElement('li');
        option.id = `suggestion-${index}`;
        option.role = 'option';
        option.setAttribute('aria-selected', 'false');
        const link = document.createElement('a');
        link.href = item.url;
        link.tabIndex = -1;
        link.lang = item.locale;
        link.append(...marked(item.titleFragments));
        option.append(link);
        return option;
      }),
    );
    choose(-1);
    show(items.length > 0);
  };

  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 80);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return;
    const count = list.children.length;
    if (event.key === 'ArrowDown') choose(at + 1 < count ? at + 1 : -1);
    else if (event.key === 'ArrowUp') choose(at < 0 ? count - 1 : at - 1);
    else if (event.key === 'Escape') show(false);
    else if (event.key === 'Enter' && at >= 0) list.children[at].querySelector('a').click();
    else return;
    event.preventDefault();
  });
  field.addEventListener('blur', () => setTimeout(() => show(false), 150));
  field.addEventListener('focus', () => list.children.length > 0 && field.value && show(true));
  // Pointers: keep the focus in the field, so that the list stays until the click.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
}

function quietVote(form) {
  form.addEventListener(
    'submit',
    async (event) => {
      event.preventDefault();
      const data = new URLSearchParams(new FormData(form, event.submitter));
      const section = form.closest('.vote');
      for (const button of form.querySelectorAll('button')) button.disabled = true;
      const answer = await fetch(form.action, { method: 'POST', body: data }).catch(() => undefined);
      if (!answer?.ok) {
        // As a browser without scripts would: its own page says what went wrong.
        for (const button of form.querySelectorAll('button')) button.disabled = false;
        form.removeAttribute('data-vote');
        form.requestSubmit(event.submitter);
        return;
      }
      const thanks = section.dataset.thanks ?? form.dataset.thanks;
      if (thanks) section.dataset.thanks = thanks;
      const template = section.querySelector('template');
      if (data.get('helpful') === 'no' && template) {
        section.replaceChildren(template.content.cloneNode(true));
        const why = section.querySelector('form');
        quietVote(why);
        why.querySelector('input[type="radio"]').focus();
        return;
      }
      const line = document.createElement('p');
      line.role = 'status';
      line.textContent = section.dataset.thanks ?? '';
      section.replaceChildren(line);
    },
    { once: true },
  );
}

function openChat() {
  const button = document.querySelector('[data-chat]');
  const loader = document.querySelector('script[data-inbox]');
  if (!button || !loader) return;
  const ready = () => {
    button.hidden = false;
    button.addEventListener('click', () => window.Fairlead?.open());
  };
  if (window.Fairlead) ready();
  else loader.addEventListener('load', ready);
}
