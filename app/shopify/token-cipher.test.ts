import { expect, test } from "vitest";
import { createTokenCipher } from "./token-cipher.ts";

const cipher = createTokenCipher("a-secret");

test("what was encrypted is read back, by another process with the same secret too", () => {
  expect(createTokenCipher("a-secret").decrypt(cipher.encrypt("shpat_1"))).toBe("shpat_1");
});

test("the same text never looks the same twice", () => {
  expect(cipher.encrypt("shpat_1")).not.toBe(cipher.encrypt("shpat_1"));
});

test("after a change of the secret what was encrypted before is still read, and known to be of before", () => {
  const changed = createTokenCipher("another-secret", ["a-secret"]);
  const former = cipher.encrypt("shpat_1");
  expect(changed.decrypt(former)).toBe("shpat_1");
  expect(changed.isCurrent(former)).toBe(false);
  expect(changed.isCurrent(changed.encrypt("shpat_1"))).toBe(true);
  expect(createTokenCipher("another-secret").decrypt(former)).toBeNull();
});

test.each(["", "shpat_plain", Buffer.alloc(40).toString("base64")])(
  "%j was not encrypted here and is no token",
  (text) => {
    expect(cipher.decrypt(text)).toBeNull();
  },
);
