import { endpoints, type Locale } from '@fairlead/contract';
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import type { pngFile } from './png.ts';

/** Every agent of the demo signs in with it; the start prints it. */
export const demoPassword = 'lines-and-harbours';

/** Requests that change something say with it that they come from the console. */
export const fromConsole = { 'x-fairlead-console': '1' };

/** Signs an agent of the demo in: whoever shares the cookies of `api` is that agent from then on. */
export async function signInBy(api: APIRequestContext, url: string, email: string): Promise<void> {
  const answer = await api.post(url + endpoints.access.signIn.path, {
    headers: fromConsole,
    data: { email, password: demoPassword },
  });
  await expect(answer, `the sign-in of ${email}`).toBeOK();
}

/** An agent at the console, in English. */
export class Agent {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  /** Goes to a place of the console, such as `/people`. */
  async visit(place: string): Promise<void> {
    await this.page.goto(`${this.#url}/console${place}`);
  }

  /** Goes on to another place of the console as its links do: without loading it anew. */
  async go(place: string): Promise<void> {
    await this.page.evaluate((it) => history.pushState(null, '', it), `/console${place}`);
  }

  /** Fills in the sign-in form and submits it. */
  async enterPassword(email: string, password = demoPassword): Promise<void> {
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** Signs in by the form and waits for the inbox. */
  async signIn(email: string, password = demoPassword): Promise<void> {
    await this.visit('/sign-in');
    await this.enterPassword(email, password);
    await this.expectSignedIn();
  }

  /** Signs in, and chooses the console's language: colleagues of the demo read it in their own. */
  async readIn(locale: Locale, email: string): Promise<void> {
    const { request } = this.page;
    await signInBy(request, this.#url, email);
    const { path } = endpoints.people.updateMe;
    const answer = await request.patch(this.#url + path, { headers: fromConsole, data: { locale } });
    await expect(answer, `${email} reads ${locale}`).toBeOK();
  }

  /** Comes to a place of the console already signed in, and waits for it: for journeys of which signing in is no part. */
  async comeIn(email: string, place = '/inbox/mine'): Promise<void> {
    await this.readIn('en', email);
    await this.visit(place);
    await this.expectSignedIn();
  }

  async expectSignedIn(): Promise<void> {
    await expect(this.menuButton).toBeVisible();
  }

  get menuButton(): Locator {
    return this.page.getByRole('button', { name: /: your menu$/ });
  }

  /** Chooses an entry of the agent's own menu. */
  async choose(name: string): Promise<void> {
    await this.menuButton.click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }

  async setPresence(presence: 'Online' | 'Away' | 'Offline'): Promise<void> {
    await this.menuButton.click();
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${presence}`) }).click();
    await expect(this.page.getByRole('button', { name: `, ${presence}: your menu` })).toBeVisible();
  }

  /** Opens a view of the inbox, such as Mine or a team's name. */
  async show(view: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
  }

  /** A conversation of the list on screen, by what its row says. */
  row(text: string | RegExp): Locator {
    return this.page.getByRole('list', { name: 'Conversations' }).getByRole('link', { name: text });
  }

  /** Opens a conversation of the list on screen. */
  async open(text: string | RegExp): Promise<void> {
    await this.row(text).click();
    await expect(this.log).toBeVisible();
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: 'Messages' });
  }

  /** The texts of all messages, oldest first: what is written in a direction of its own. Translations below them are none. */
  get messages(): Locator {
    return this.log.locator('[dir=auto]:not([data-index] section *)');
  }

  /** The entry of the thread that has that text, with who, when and how far it came. */
  entry(text: string): Locator {
    return this.log.locator('[data-index]').filter({ hasText: text });
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Reply to / });
  }

  /** Lets replies leave at once, without the moment in which they can be undone. */
  async sendAtOnce(): Promise<void> {
    await this.page.getByRole('button', { name: 'Writing preferences' }).click();
    await this.page.getByRole('menuitemradio', { name: 'Send at once' }).click();
  }

  /** Presses the button that sends. */
  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send', exact: true }).click();
  }

  /** Writes and sends, and sees it in the thread. */
  async reply(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.send();
    await expect(this.messages.filter({ hasText: text })).toHaveCount(1);
  }

  /** Adds a file to what is being written, and waits until it is there. */
  async attach(file: ReturnType<typeof pngFile>): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Attach files' }).click();
    await (await chooser).setFiles(file);
    await expect(this.page.getByRole('button', { name: `Remove ${file.name}` })).toBeVisible();
  }

  /** The picture of that name in the thread. */
  picture(name: string): Locator {
    return this.log.getByRole('button', { name: `Enlarge ${name}` });
  }

  /** Presses one of the buttons above the thread. */
  async act(name: string): Promise<void> {
    const actions = this.page.getByRole('group', { name: 'What can be done' });
    await actions.getByRole('button', { name, exact: true }).click();
  }
}
