/**
 * Who may import whom. The most specific area that contains a file is its own; an area may always import from
 * itself. This table is the architecture: change it together with the picture in the README.
 */
export interface Area {
  /** Folder or file, relative to the project. */
  path: string;
  /** Folders or files of ours. `"*"` means everything. */
  mayImport: readonly string[];
  why: string;
}

export const areas: readonly Area[] = [
  {
    path: "app/scoring",
    mayImport: ["order-export/currency-digits.ts"],
    why: "The engine is pure, so that the app, the preview and the offline command line all get the same scores from it. Hand in what it needs as an argument.",
  },
  {
    path: "app/shopify",
    mayImport: ["app/generated/admin", "order-export/currency-digits.ts"],
    why: "The gateway only speaks Shopify. What to say, and what to remember of the answer, is a use case's business.",
  },
  {
    // The library that signs merchants in keeps its sessions in our database.
    path: "app/shopify/shopify.server.ts",
    mayImport: ["app/shopify", "app/persistence", "app/use-cases", "app/composition.server.ts"],
    why: "Signing in may store sessions and start the installation, and nothing else.",
  },
  {
    path: "app/persistence",
    mayImport: ["app/generated/prisma"],
    why: "The database remembers and decides nothing. Let a use case compute what is to be stored.",
  },
  {
    path: "app/jobs",
    mayImport: ["app/use-cases", "app/persistence", "app/composition.server.ts"],
    why: "A job handler names a use case and no more, so that a route can start the same work.",
  },
  {
    path: "app/use-cases",
    mayImport: [
      "app/scoring/index.ts",
      "app/shopify",
      "app/persistence",
      "app/jobs/enqueue.ts",
      "app/jobs/catalog.ts",
      // What is written to Shopify in the merchant's language.
      "app/i18n/segment-names.ts",
      "app/i18n/flow-words.ts",
      "order-export/currency-digits.ts",
      "order-export/parse-money.ts",
      "order-export/read-csv-rows.ts",
      "order-export/order-export-error.ts",
    ],
    why: "A use case is called by routes and job handlers and knows neither; of the engine it sees the index.",
  },
  {
    path: "app/i18n",
    mayImport: ["order-export/currency-digits.ts"],
    why: "Words know nothing of the pages that show them.",
  },
  {
    path: "app/components",
    mayImport: ["app/i18n", "app/use-cases"],
    why: "A component shows what a page hands it. Load in the route, through a use case.",
  },
  {
    path: "app/routes",
    mayImport: [
      "app/use-cases",
      "app/components",
      "app/i18n",
      "app/composition.server.ts",
      "app/shopify/shopify.server.ts",
    ],
    why: "A route authenticates, calls one use case and renders. What it needs beyond that belongs into the use case.",
  },
  {
    path: "simulated-shop",
    mayImport: ["order-export", "scripts/graphql/packaged-schema.ts", "scripts/processes"],
    why: "The simulated shop stands in for Shopify, which knows nothing of the app either.",
  },
  {
    path: "order-export",
    mayImport: [],
    why: "The reader of order exports serves the simulated shop and the offline scoring, and belongs to neither.",
  },
  {
    path: "extensions",
    mayImport: [],
    why: "An extension runs inside Shopify, where the rest of the project does not exist.",
  },
  // The rest starts the parts or tests them together: entry points, scripts, benchmarks, tests.
  { path: "", mayImport: ["*"], why: "" },
];

/** Packages that only some areas may use. */
export interface PackageHome {
  name: RegExp;
  areas: readonly string[];
  why: string;
}

export const packageHomes: readonly PackageHome[] = [
  {
    name: /^(@prisma\/|pg$|pg-copy-streams$)/,
    areas: ["app/persistence"],
    why: "Only app/persistence speaks Prisma and SQL. Give it a function with a name that says what is wanted.",
  },
  {
    name: /^(@shopify\/(shopify-api|shopify-app-session-storage)|graphql-request)/,
    areas: ["app/shopify"],
    why: "Only app/shopify speaks Shopify. Give it a function with a name that says what is wanted.",
  },
  {
    name: /^pg-boss$/,
    areas: ["app/jobs"],
    why: "Only app/jobs knows the queue. Enqueue through app/jobs/enqueue.ts.",
  },
];
