/**
 * Something that cannot be taken back once it is done, and so waits for a moment in which it still can. Leaving the page does it at
 * once: what was ordered is not lost.
 */
export class HeldStep {
  readonly #run: () => void;
  readonly #timer: ReturnType<typeof setTimeout>;
  #done = false;

  constructor(run: () => void, wait: number) {
    this.#run = run;
    this.#timer = setTimeout(this.#go, wait);
    globalThis.addEventListener?.('pagehide', this.#go);
  }

  /** Takes it back; answers whether there was still time. */
  cancel(): boolean {
    if (this.#done) return false;
    this.#end();
    return true;
  }

  #go = () => {
    if (this.#done) return;
    this.#end();
    this.#run();
  };

  #end() {
    this.#done = true;
    clearTimeout(this.#timer);
    globalThis.removeEventListener?.('pagehide', this.#go);
  }
}
