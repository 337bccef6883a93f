import { z } from "zod";

export interface Environment {
  databaseUrl: string;
  shopifyApiKey: string;
  shopifyApiSecret: string;
  /** Where Shopify reaches this app. */
  shopifyAppUrl: string;
  /** What stored tokens are encrypted under: the first encrypts, the others are former ones. */
  tokenSecrets: readonly string[];
  /** Stands in for Shopify in the demo, tests and benchmarks; null in production. */
  simulatedShopUrl: string | null;
}

const httpUrl = z.url({ protocol: /^https?$/ });

const variables = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  SHOPIFY_APP_URL: httpUrl,
  ECHELON_TOKEN_SECRETS: z
    .string()
    .default("")
    .transform((text) => text.split(",").filter((secret) => secret !== ""))
    .pipe(z.array(z.string().min(32))),
  ECHELON_SIMULATED_SHOP: z.union([z.literal(""), httpUrl]).optional(),
});

const expectations: Record<string, string> = {
  DATABASE_URL:
    "the address of a PostgreSQL database, like postgresql://user:password@host:5432/echelon",
  SHOPIFY_API_KEY: "the app's client id, from its page in the Shopify Dev Dashboard",
  SHOPIFY_API_SECRET: "the app's client secret, from the same page",
  SHOPIFY_APP_URL:
    "the address at which Shopify reaches this app, like https://echelon.example.com",
  ECHELON_TOKEN_SECRETS:
    "secrets of at least 32 characters each, separated by commas, the newest first (openssl rand -hex 32 makes one), or leave it unset",
  ECHELON_SIMULATED_SHOP:
    "the simulated shop's address, like http://127.0.0.1:4000, or leave it unset",
};

/** The app's settings. What is missing or malformed is named in one error, with what to set. */
export function readEnvironment(environment: Record<string, string | undefined>): Environment {
  const parsed = variables.safeParse(environment);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    const sentences = [...names].map(
      (name) => `Set ${name} to ${expectations[name] ?? "a value"}.`,
    );
    throw new Error(`The environment is not complete. ${sentences.join(" ")}`);
  }
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    shopifyApiKey: data.SHOPIFY_API_KEY,
    shopifyApiSecret: data.SHOPIFY_API_SECRET,
    shopifyAppUrl: data.SHOPIFY_APP_URL,
    tokenSecrets: data.ECHELON_TOKEN_SECRETS,
    simulatedShopUrl: data.ECHELON_SIMULATED_SHOP || null,
  };
}
