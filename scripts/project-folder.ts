import { fileURLToPath } from "node:url";

/** The checkout's root, without a trailing separator. */
export const projectFolder = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");
