import { expect, test } from "vitest";
import { readFormFields } from "./read-form-fields.ts";

function read(text: string) {
  return readFormFields(new URLSearchParams(text));
}

test("numbered names become a list of objects, without empty fields", () => {
  expect(read("lines.0.id=7&lines.0.quantity=2&lines.3.id=9&lines.3.quantity=&note=late")).toEqual({
    lines: [{ id: "7", quantity: "2" }, { id: "9" }],
    note: "late",
  });
});

test("a name that comes more than once is a list", () => {
  expect(read("code=A&code=&code=B&code=C")).toEqual({ code: ["A", "B", "C"] });
});
