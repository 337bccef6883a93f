import { buildApp } from "../../scripts/build/build-app.ts";

/** Before the browser tests: the app as it is served in production, built only after a change. */
export default buildApp;
