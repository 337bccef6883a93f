import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { openSampleLibrary, sampleSecret } from "./testing/sample-library.ts";
import { verifyFlowCall } from "./verify-flow-call.ts";

const library = openSampleLibrary("http://127.0.0.1:1"); // an address nobody answers: verifying asks nobody

function verdictOn(body: string, { secret = sampleSecret, signature = "" } = {}) {
  const signed = createHmac("sha256", secret).update(body).digest("base64");
  const headers = { "X-Shopify-Hmac-Sha256": signature === "" ? signed : signature };
  const request = new Request("http://127.0.0.1:3000/flow/actions", { method: "POST", headers });
  return verifyFlowCall(library, request, body);
}

test("a signed call is taken as it is, letters beyond ASCII too", async () => {
  expect(await verdictOn('{"reason":"Zoë 😀"}')).toEqual({
    kind: "verified",
    body: { reason: "Zoë 😀" },
  });
});

test.each([
  ["signed with another secret", '{"a":1}', { secret: "another" }],
  ["with an invented signature", '{"a":1}', { signature: "AAAA" }],
  ["that is empty, which nobody can have signed", "", {}],
])("a call %s is refused", async (_what, body, options) => {
  expect(await verdictOn(body, options)).toEqual({ kind: "bad-signature" });
});

test("a call changed on its way is refused, and one without a signature", async () => {
  const signature = createHmac("sha256", sampleSecret).update('{"a":1}').digest("base64");
  expect(await verdictOn('{"a":2}', { signature })).toEqual({ kind: "bad-signature" });
  const bare = new Request("http://127.0.0.1:3000/flow/actions", { method: "POST" });
  expect(await verifyFlowCall(library, bare, '{"a":1}')).toEqual({ kind: "bad-signature" });
});

test("signed and no JSON", async () => {
  expect(await verdictOn('{"a":')).toEqual({ kind: "malformed" });
});
