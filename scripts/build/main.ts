// npm run build: the app as it is served in production, in build/.
import { buildApp } from "./build-app.ts";

await buildApp();
