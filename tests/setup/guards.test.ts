import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";

test.fails("a stray console.error fails its test", () => {
  console.error("nobody expects this");
});

test.fails("a connection to another machine fails its test", async () => {
  const socket = connect(80, "192.0.2.1");
  const [error] = await once(socket, "error").catch((reason: unknown) => [reason]);
  expect(String(error)).toContain("192.0.2.1");
});

test.fails("so does one that fetch makes", async () => {
  await fetch("http://192.0.2.1/").catch(() => undefined);
});
