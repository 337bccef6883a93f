import { join } from "node:path";
import { projectFolder } from "../project-folder.ts";

/** The server of tests and checks: nothing in it is worth keeping, and it is not the demo's. */
export const testDatabaseFolder = join(projectFolder, ".echelon", "test-postgres");
