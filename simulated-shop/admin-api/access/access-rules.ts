import { z } from "zod";

/** What a field or type asks of the app, as Shopify's schema states it. */
export type AccessRule = {
  /** "`read_customers` access scope." */
  readonly requiredAccess: string;
  /** One of these must be granted. */
  readonly anyOfScopes: readonly string[];
};

/** Who may read what: from the marks in Shopify's introspection result that are no part of GraphQL. */
export type AccessRules = {
  /** By "Type" and by "Type.field". */
  readonly scopeRules: ReadonlyMap<string, AccessRule>;
  /** "Customer.email", …: names, addresses, e-mail and phone, which need approval for level 2. */
  readonly protectedFields: ReadonlySet<string>;
};

const marks = { requiredAccess: z.string().nullish(), isProtected: z.boolean().nullish() };
const typeSchema = z.object({
  name: z.string(),
  ...marks,
  fields: z.array(z.object({ name: z.string(), ...marks })).nullish(),
});

/** Reads the marks of every type and field. */
export function readAccessRules(types: readonly unknown[]): AccessRules {
  const scopeRules = new Map<string, AccessRule>();
  const protectedFields = new Set<string>();
  for (const { name, requiredAccess, fields } of z.array(typeSchema).parse(types)) {
    addRule(name, requiredAccess);
    for (const field of fields ?? []) {
      addRule(`${name}.${field.name}`, field.requiredAccess);
      if (field.isProtected === true) protectedFields.add(`${name}.${field.name}`);
    }
  }
  return { scopeRules, protectedFields };

  function addRule(key: string, requiredAccess: string | null | undefined): void {
    if (!requiredAccess) return;
    // What follows "Also:" is about the merchant's staff and plan, not about scopes.
    const [scopesPart = ""] = requiredAccess.split("Also:");
    const anyOfScopes = Array.from(scopesPart.matchAll(/`((?:read|write)_\w+)`/g), ([, scope]) =>
      String(scope),
    );
    if (anyOfScopes.length > 0) scopeRules.set(key, { requiredAccess, anyOfScopes });
  }
}

/** Is a scope granted? Writing implies reading. */
export function isGranted(granted: readonly string[], scope: string): boolean {
  return granted.includes(scope) || granted.includes(scope.replace(/^read_/, "write_"));
}
