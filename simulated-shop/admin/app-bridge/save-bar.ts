import type { HostConnection } from "./host-connection.ts";
import type { SaveBarView } from "./protocol.ts";

/** Whatever has unsaved changes: a form with data-save-bar, or a `<ui-save-bar>`. */
export type UnsavedChanges = {
  view(): SaveBarView;
  save(): void;
  discard(): void;
  /** The merchant left the page without saving. */
  abandon(): void;
};

/** The admin's save bar. It shows one source of unsaved changes at a time. */
export class SaveBar {
  readonly #host: HostConnection;
  #shown: UnsavedChanges | null = null;

  constructor(host: HostConnection) {
    this.#host = host;
    host.on((message) => {
      if (message.kind !== "save-bar-pressed") return;
      if (message.button === "save") this.#shown?.save();
      else this.#shown?.discard();
    });
  }

  get isShown(): boolean {
    return this.#shown !== null;
  }

  isShowing(changes: UnsavedChanges): boolean {
    return this.#shown === changes;
  }

  show(changes: UnsavedChanges): void {
    this.#shown = changes;
    this.#tell();
  }

  /** Hides it, unless it shows something else by now. */
  hide(changes: UnsavedChanges): void {
    if (this.#shown !== changes) return;
    this.#shown = null;
    this.#tell();
  }

  /** Tells the admin that the view changed, e.g. that saving is under way. */
  refresh(changes: UnsavedChanges): void {
    if (this.#shown === changes) this.#tell();
  }

  /** Resolves true when nothing is unsaved or the merchant agrees to lose it, false when they stay. */
  async mayLeave(): Promise<boolean> {
    const changes = this.#shown;
    if (changes === null) return true;
    const isAgreed = (await this.#host.ask({ kind: "leave" })) === true;
    if (isAgreed) {
      this.hide(changes);
      changes.abandon();
    }
    return isAgreed;
  }

  #tell(): void {
    this.#host.tell({ kind: "save-bar", view: this.#shown?.view() ?? null });
  }
}
