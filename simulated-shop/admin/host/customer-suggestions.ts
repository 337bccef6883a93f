import { createElement } from "./create-element.ts";

/** Offers the shop's customers while an e-mail is typed into a field with `data-suggest="<address>"`. */
export function startCustomerSuggestions(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) {
    const list = field.list;
    if (list === null) continue;
    let asked = "";
    field.addEventListener("input", () => {
      const query = field.value.trim();
      if (query.length < 2 || query === asked) return;
      asked = query;
      void suggest(field.dataset["suggest"] ?? "", query).then((customers) => {
        if (query === asked)
          list.replaceChildren(
            ...customers.map(({ email, name }) => createElement("option", { value: email }, name)),
          );
      });
    });
  }
}

async function suggest(
  address: string,
  query: string,
): Promise<readonly { email: string; name: string }[]> {
  const response = await fetch(`${address}?${new URLSearchParams({ query }).toString()}`);
  const { customers } = (await response.json()) as {
    customers: readonly { email: string; name: string }[];
  };
  return customers;
}
