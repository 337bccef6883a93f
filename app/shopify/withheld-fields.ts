import { visit, type DocumentNode } from "graphql";
import { ProbeOrderFieldsDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";

/** What Shopify withholds of an order without an approval or a scope; the rest is as good as ever. */
const mayBeWithheld = [
  "shippingAddress",
  "customerJourneySummary",
  "purchasingEntity",
  "product",
] as const;
type WithheldField = (typeof mayBeWithheld)[number];

/** Which field that may be withheld a refusal is about; null for any other. */
export function withheldFieldAt(path: readonly (string | number)[]): WithheldField | null {
  return mayBeWithheld.find((field) => path.includes(field)) ?? null;
}

/** What Shopify withholds of this shop's orders now, by a look at a few of them: no list tells it. */
export async function findWithheldFields(admin: AdminClient): Promise<Set<WithheldField>> {
  const { fieldErrors } = await admin.requestPartly(ProbeOrderFieldsDocument, {});
  const fields = fieldErrors.map(({ path }) => withheldFieldAt(path));
  return new Set(fields.filter((field) => field !== null));
}

/** The document without these fields: a bulk query that asks for one of them ends with nothing at all. */
export function withoutFields(
  document: DocumentNode,
  fields: ReadonlySet<WithheldField>,
): DocumentNode {
  const names: ReadonlySet<string> = fields;
  return visit(document, { Field: ({ name }) => (names.has(name.value) ? null : undefined) });
}
