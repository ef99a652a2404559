import type { CDPSession, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** A box on screen, in pixels. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * What the chat puts into the host's page. It stands in a closed shadow root, which locators cannot enter, so it is found as assistive
 * technology finds it: in the accessibility tree.
 */
export class Launcher {
  readonly #page: Page;
  #session: CDPSession | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The accessible name of the button: it says how much is unread. */
  async name(): Promise<string> {
    return (await this.#find('button')).name;
  }

  /** Where the button is. */
  buttonBox(): Promise<Box> {
    return this.#box('button');
  }

  /** Where the frame is; it fails while the chat is closed. */
  frameBox(): Promise<Box> {
    return this.#box('Iframe');
  }

  /** Clicks the button as it is drawn. */
  async click(): Promise<void> {
    const { x, y, width, height } = await this.buttonBox();
    await this.#page.mouse.click(x + width / 2, y + height / 2);
  }

  /** The computed value of a property of the button or the frame. */
  async style(role: 'button' | 'Iframe', property: string): Promise<string> {
    const session = await this.#cdp();
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { backendNodeId } = await this.#find(role);
    await session.send('DOM.getDocument');
    const { nodeIds } = await session.send('DOM.pushNodesByBackendIdsToFrontend', {
      backendNodeIds: [backendNodeId],
    });
    const { computedStyle } = await session.send('CSS.getComputedStyleForNode', { nodeId: nodeIds[0] ?? 0 });
    return computedStyle.find(({ name }) => name === property)?.value ?? '';
  }

  async #box(role: 'button' | 'Iframe'): Promise<Box> {
    const session = await this.#cdp();
    const { backendNodeId } = await this.#find(role);
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
    const [x = 0, y = 0] = model.border;
    return { x, y, width: model.width, height: model.height };
  }

  /** Waits for the part of that role inside the chat's own element. */
  async #find(role: 'button' | 'Iframe'): Promise<{ backendNodeId: number; name: string }> {
    const session = await this.#cdp();
    let found: { backendNodeId: number; name: string } | undefined;
    await expect(async () => {
      const { root } = await session.send('DOM.getDocument');
      const { nodeId } = await session.send('DOM.querySelector', {
        nodeId: root.nodeId,
        selector: 'fairlead-chat',
      });
      const { nodes } = await session.send('Accessibility.queryAXTree', { nodeId, role });
      const node = nodes.find(({ ignored }) => !ignored);
      expect(node?.backendDOMNodeId, `the chat's ${role}`).toBeDefined();
      found = { backendNodeId: node?.backendDOMNodeId ?? 0, name: String(node?.name?.value ?? '') };
    }).toPass({ timeout: 15_000 });
    if (!found) throw new Error(`the chat shows no ${role}`);
    return found;
  }

  async #cdp(): Promise<CDPSession> {
    this.#session ??= await this.#page.context().newCDPSession(this.#page);
    return this.#session;
  }
}
