// Loaded into the demo's programs before their own code: when the demo is killed their standard input ends, and
// they end too. Otherwise they would go on working beside the next demo.
import { Socket } from "node:net";

process.stdin.on("end", () => {
  process.kill(process.pid, "SIGTERM");
});
process.stdin.resume();
if (process.stdin instanceof Socket) process.stdin.unref();
