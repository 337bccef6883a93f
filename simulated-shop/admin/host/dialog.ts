import { createElement } from "./create-element.ts";

/** Shows a dialog until one of its buttons is pressed or it is closed. Resolves to the button's value, or null. */
export function askInDialog<Value>({
  title,
  body,
  buttons,
}: {
  title: string;
  body: Node;
  buttons: readonly { label: string; isPrimary?: boolean; value: () => Value }[];
}): Promise<Value | null> {
  return new Promise((resolve) => {
    let answer: Value | null = null;
    const headingId = "dialog-title";
    const dialog = createElement(
      "dialog",
      {
        class: "dialog",
        "aria-labelledby": headingId,
        close: () => {
          dialog.remove();
          resolve(answer);
        },
      },
      createElement("h2", { id: headingId }, title),
      createElement("div", { class: "dialog-body" }, body),
      createElement(
        "div",
        { class: "dialog-buttons" },
        ...buttons.map(({ label, isPrimary = false, value }) =>
          createElement(
            "button",
            {
              type: "button",
              class: isPrimary ? "button primary" : "button",
              click: () => {
                answer = value();
                dialog.close();
              },
            },
            label,
          ),
        ),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A question with two answers. Closing the dialog means no. */
export async function confirmInDialog(question: {
  title: string;
  text: string;
  yes: string;
  no: string;
}): Promise<boolean> {
  const answer = await askInDialog({
    title: question.title,
    body: createElement("p", {}, question.text),
    buttons: [
      { label: question.no, value: () => false },
      { label: question.yes, isPrimary: true, value: () => true },
    ],
  });
  return answer ?? false;
}
