/** Whom a merchant has chosen: some by number, or everybody who matches a view of the list. */
export type ChosenCustomers =
  | { kind: "these"; customerIds: readonly string[] }
  /** `view`: the list's address; `customers`: how many match it. */
  | { kind: "all-that-match"; view: string; customers: number };

export function countChosen(chosen: ChosenCustomers): number {
  return chosen.kind === "these" ? chosen.customerIds.length : chosen.customers;
}

/** As a form says it. */
export function chosenFields(chosen: ChosenCustomers): Record<string, string> {
  return chosen.kind === "these" ? { ids: chosen.customerIds.join(",") } : { view: chosen.view };
}
