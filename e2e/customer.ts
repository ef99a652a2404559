import type { Locale } from '@fairlead/contract';
import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { Launcher } from './launcher.ts';
import type { pngFile } from './png.ts';
import { widgetText } from './widget-text.ts';

const marks = ['message.waiting', 'message.sending', 'message.sent', 'message.read'];

/** Somebody on the exchange's pages who uses the chat, in a language. */
export class Customer {
  readonly page: Page;
  readonly launcher: Launcher;
  readonly #locale: Locale;
  readonly #url: string;
  #frame: Frame | undefined;

  constructor(page: Page, url: string, locale: Locale) {
    this.page = page;
    this.launcher = new Launcher(page);
    this.#url = url;
    this.#locale = locale;
  }

  /** What the chat says for a key in the customer's language. */
  text(key: string, params: Record<string, string | number> = {}): string {
    return widgetText(this.#locale, key, params);
  }

  /** Comes to the trading page, signed in as a demo customer or as nobody. */
  async visit(who: string | null, theme: 'light' | 'dark' = 'light'): Promise<void> {
    const query = new URLSearchParams({ locale: this.#locale, theme, ...(who && { customer: who }) });
    await this.page.goto(`${this.#url}/playground/?${query}`);
  }

  /** Opens the chat by its button, and waits until it can be used. */
  async open(): Promise<void> {
    await this.launcher.click();
    await this.find();
    await expect(this.chat.getByRole('button', { name: this.text('launcher.close') })).toBeVisible();
  }

  /** Waits for the chat's frame, which is another one after each load of the page. */
  async find(): Promise<void> {
    const frame = () => this.page.frames().find((it) => it.url().includes('/widget/frame'));
    await expect.poll(frame, { message: 'the frame of the chat' }).toBeDefined();
    this.#frame = frame();
  }

  /** The inside of the chat. */
  get chat(): Frame {
    if (!this.#frame) throw new Error('the chat is not open');
    return this.#frame;
  }

  get composer(): Locator {
    return this.chat.getByRole('textbox', { name: this.text('composer.label') });
  }

  get log(): Locator {
    return this.chat.getByRole('log', { name: this.text('thread.messages') });
  }

  /** The texts of all messages, oldest first: what is written in a direction of its own. */
  get messages(): Locator {
    return this.log.locator('section [dir=auto]');
  }

  /** How far the message of that text has come: what stands below it and those that were written in one go with it. */
  mark(text: string): Locator {
    const group = this.log.locator('section').filter({ hasText: text });
    return group
      .getByText(/./)
      .filter({ hasText: new RegExp(`^(${marks.map((it) => this.text(it)).join('|')})$`) });
  }

  /** One of the customer's conversations in the overview, by its last line. */
  conversation(preview: string | RegExp): Locator {
    const heading = this.chat.getByRole('heading', { name: this.text('home.continue') });
    return this.chat.locator('section').filter({ has: heading }).getByRole('button', { name: preview });
  }

  async begin(): Promise<void> {
    await this.chat.getByRole('button', { name: this.text('home.new') }).click();
    await expect(this.composer).toBeVisible();
  }

  async write(text: string): Promise<void> {
    await this.composer.fill(text);
  }

  /** Presses the button that sends. */
  async send(): Promise<void> {
    await this.chat.getByRole('button', { name: this.text('composer.send'), exact: true }).click();
  }

  /** Writes and sends, and sees it in the thread. Whether it has arrived is another question. */
  async say(text: string): Promise<void> {
    await this.write(text);
    await this.send();
    await expect(this.messages.filter({ hasText: text })).toHaveCount(1);
  }

  /** Adds a file to what is being written, and waits until it is there. */
  async attach(file: ReturnType<typeof pngFile>): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.chat.getByRole('button', { name: this.text('composer.attach') }).click();
    await (await chooser).setFiles(file);
    const ready = this.text('upload.ready', { name: file.name });
    await expect(this.chat.getByRole('progressbar', { name: ready })).toBeVisible();
  }

  /** The picture of that name in the thread. */
  picture(name: string): Locator {
    return this.log.getByRole('button', { name: this.text('file.open', { name }) });
  }
}
