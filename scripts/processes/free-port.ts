import { createServer } from "node:net";

/** A port of 127.0.0.1 that nothing listens on: the wanted one if it is free, else any. */
export async function findFreePort(wantedPort = 0): Promise<number> {
  const port = await tryPort(wantedPort);
  return port ?? findFreePort();
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const found = address !== null && typeof address === "object" ? address.port : null;
      server.close(() => resolve(found));
    });
  });
}
