import { createElement } from "./create-element.ts";
import { confirmInDialog } from "./dialog.ts";

/**
 * Sends the forms that change the shop without leaving the page, so that a refusal stands beside the fields as they
 * were filled in. Without this script the page comes back with the same words at its top.
 */
export function enhanceForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.action.includes("/simulate/")) return;
    event.preventDefault();
    void send(form, event.submitter);
  });
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const { confirm } = form.dataset;
  if (form.ariaBusy === "true") return;
  if (confirm !== undefined && !(await confirmInDialog(questionOf(confirm)))) return;
  form.ariaBusy = "true";
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter))
    if (typeof value === "string") fields.append(name, value);
  const outcome = await post(form.action, fields);
  form.ariaBusy = null;
  if ("address" in outcome) location.assign(outcome.address);
  else showProblem(form, outcome.error);
}

function questionOf(title: string) {
  return { title, text: "This cannot be undone.", yes: "Yes", no: "No" };
}

async function post(
  address: string,
  body: URLSearchParams,
): Promise<{ address: string } | { error: string }> {
  try {
    const response = await fetch(address, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
    });
    return (await response.json()) as { address: string } | { error: string };
  } catch {
    return { error: "The simulated shop does not answer. Is it still running?" };
  }
}

function showProblem(form: HTMLFormElement, words: string): void {
  form.querySelector(".form-problem")?.remove();
  form.append(createElement("p", { class: "form-problem", role: "alert" }, words));
}
