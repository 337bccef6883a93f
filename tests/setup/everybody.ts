import type { CustomerListQuery } from "../../app/use-cases/pages/customer-list.ts";

/** The customers list as it opens: everybody, the highest value first. */
export const everybody = {
  ...{ tier: null, group: null, risk: null, trait: null, interest: null, moved: null },
  ...{ view: null, search: "", cursor: null },
  ...{ sort: "value", direction: "descending" },
} as const satisfies CustomerListQuery;
