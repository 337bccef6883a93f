import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { AdminClient } from "./admin-client.ts";
import { ShopifyCallFailed } from "./shopify-call-failed.ts";
import { withheldFieldAt } from "./withheld-fields.ts";

/** A request for orders, which may lack what we are not allowed to see. */
export async function requestOrders<Data, Variables extends object>(
  admin: AdminClient,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const { data, fieldErrors } = await admin.requestPartly(document, variables);
  const serious = fieldErrors.find(({ path }) => withheldFieldAt(path) === null);
  if (serious === undefined) return data;
  const detail = `${serious.code} at ${serious.path.join(".")}`;
  throw new ShopifyCallFailed("refused", admin.shop, "orders", detail);
}
