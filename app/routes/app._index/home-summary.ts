import type { HomePage } from "../../use-cases/pages/home-page.ts";

/** What the page knows once the base was scored. */
export type HomeSummary = NonNullable<HomePage["summary"]>;
