import { GraphQLError } from "graphql";
import type { AccessRule } from "./access-rules.ts";

const PROTECTED_DATA_HELP = "https://shopify.dev/docs/apps/launch/protected-customer-data";

/** A scope is missing. Shopify names what is required for objects and lists, but not for connections. */
export function scopeMissing(fieldName: string, rule: AccessRule | null): GraphQLError {
  const requiredAccess = rule?.requiredAccess;
  return new GraphQLError(
    `Access denied for ${fieldName} field.${requiredAccess === undefined ? "" : ` Required access: ${requiredAccess}`}`,
    {
      extensions: {
        code: "ACCESS_DENIED",
        documentation: "https://shopify.dev/api/usage/access-scopes",
        ...(requiredAccess !== undefined && { requiredAccess }),
      },
    },
  );
}

/** The app is not approved for customer data; `what` is "Customer object" or "email field". */
export function notApproved(what: string): GraphQLError {
  return new GraphQLError(
    `This app is not approved to access the ${what}. See ${PROTECTED_DATA_HELP} for more details.`,
    { extensions: { code: "ACCESS_DENIED", documentation: PROTECTED_DATA_HELP } },
  );
}
