import type { SaveBar, UnsavedChanges } from "./save-bar.ts";

const SELECTOR = "form[data-save-bar]";

/**
 * `<form data-save-bar>`: the save bar shows while the form's values differ from those it started with. Save submits
 * the form, Discard resets it; both hide the bar, as does submitting or resetting it in any other way.
 */
export function watchSaveBarForms(saveBar: SaveBar): void {
  const watched = new Map<HTMLFormElement, WatchedForm>();

  function watch(form: HTMLFormElement): WatchedForm {
    const known = watched.get(form);
    if (known !== undefined) return known;
    const started = new WatchedForm(form, saveBar);
    watched.set(form, started);
    return started;
  }

  function findForms(): void {
    for (const form of document.querySelectorAll<HTMLFormElement>(SELECTOR)) watch(form);
    for (const [form, entry] of watched) {
      if (form.isConnected && form.matches(SELECTOR)) continue;
      saveBar.hide(entry);
      watched.delete(form);
    }
  }

  for (const type of ["input", "change"]) {
    document.addEventListener(type, (event) => {
      const form = formOf(event.target);
      if (form !== null) watch(form).compare();
    });
  }
  document.addEventListener("submit", (event) => {
    const form = formOf(event.target);
    if (form !== null) watch(form).settle();
  });
  document.addEventListener("reset", (event) => {
    const form = formOf(event.target);
    // The values change after the event.
    if (form !== null) queueMicrotask(() => setTimeout(() => watch(form).settle()));
  });
  // Frameworks set a hidden input's value without an event; what they do change is the attribute.
  new MutationObserver((mutations) => {
    for (const { type, target } of mutations) {
      const form = type === "attributes" ? formOf(target) : null;
      if (form !== null) watch(form).compare();
    }
    findForms();
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["value", "data-save-bar"],
  });
  findForms();
}

class WatchedForm implements UnsavedChanges {
  readonly #form: HTMLFormElement;
  readonly #saveBar: SaveBar;
  #settledValues: string;

  constructor(form: HTMLFormElement, saveBar: SaveBar) {
    this.#form = form;
    this.#saveBar = saveBar;
    this.#settledValues = valuesOf(form);
  }

  compare(): void {
    const isChanged = valuesOf(this.#form) !== this.#settledValues;
    if (isChanged && !this.#saveBar.isShowing(this)) this.#saveBar.show(this);
    if (!isChanged) this.#saveBar.hide(this);
  }

  /** What the form says now is what is saved. */
  settle(): void {
    this.#settledValues = valuesOf(this.#form);
    this.#saveBar.hide(this);
  }

  view(): ReturnType<UnsavedChanges["view"]> {
    return {
      isSaving: false,
      canSave: true,
      confirmsDiscard: this.#form.hasAttribute("data-discard-confirmation"),
    };
  }

  save(): void {
    this.#form.requestSubmit();
  }

  discard(): void {
    this.#form.reset();
  }

  abandon(): void {
    this.settle();
  }
}

function formOf(target: EventTarget | null): HTMLFormElement | null {
  if (!(target instanceof Element)) return null;
  const form = target instanceof HTMLFormElement ? target : formControlOf(target);
  return form?.matches(SELECTOR) === true ? form : null;
}

/** A control may stand outside its form and name it by the `form` attribute. */
function formControlOf(target: Element): HTMLFormElement | null {
  return "form" in target && target.form instanceof HTMLFormElement
    ? target.form
    : target.closest("form");
}

function valuesOf(form: HTMLFormElement): string {
  return JSON.stringify(
    [...new FormData(form)].map(([name, value]) => [
      name,
      typeof value === "string" ? value : value.name,
    ]),
  );
}
