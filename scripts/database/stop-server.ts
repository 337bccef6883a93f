import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { findRunningServer } from "./running-server.ts";
import { serverAccount } from "./server-account.ts";
import type { ServerFolder } from "./server-folder.ts";
import type { ServerPrograms } from "./server-programs.ts";

/** Ends the server cleanly, disconnecting whoever is still connected. Nothing happens when none runs. */
export async function stopServer(programs: ServerPrograms, folder: ServerFolder): Promise<void> {
  if ((await findRunningServer(folder.data)) === null) return;
  const options = ["stop", "-D", folder.data, "--mode=fast", "--wait", "--silent"];
  try {
    await promisify(execFile)(programs.pgCtl, options, { ...serverAccount(), cwd: "/" });
  } catch (error) {
    // Somebody else may have ended it meanwhile.
    if ((await findRunningServer(folder.data)) !== null) throw error;
  }
}
