import { describe, expect, test } from "vitest";
import { MemberFileError, readMemberFile, type FileMember } from "./read-member-file.ts";

async function* cut(text: string, at: number): AsyncGenerator<string> {
  await Promise.resolve();
  for (let start = 0; start < text.length; start += at) yield text.slice(start, start + at);
}

async function read(text: string, at = 1_000): Promise<FileMember[]> {
  const members: FileMember[] = [];
  for await (const batch of readMemberFile(cut(text, at))) members.push(...batch);
  return members;
}

async function refusalOf(text: string): Promise<unknown> {
  try {
    return await read(text);
  } catch (error) {
    return error instanceof MemberFileError ? [error.line, error.reason] : error;
  }
}

describe("a file of customers", () => {
  test("is read by its column, wherever it stands and however the file is cut", async () => {
    const text = `\uFEFFFirst Name,Customer ID,Email\r\n"Ada, ""A""",'8871,ada@example.org\r\nBob,8872,\r\n`;
    const expected = [
      { line: 2, id: 8871n },
      { line: 3, id: 8872n },
    ];
    for (const at of [1, 2, 7, 1_000]) expect(await read(text, at)).toEqual(expected);
  });

  test("may have no head, and rows that name nobody", async () => {
    expect(await read("8871\n\n8872\n")).toEqual([
      { line: 1, id: 8871n },
      { line: 3, id: 8872n },
    ]);
    expect(await read("email\nada@example.org\n")).toEqual([{ line: 2, email: "ada@example.org" }]);
  });

  test.each([
    ["a column that is not there", "name,city\nAda,London\n", [1, "no-column"]],
    ["a number that is none", "customer_id\n8871\n88x1\n", [3, "no-number"]],
    ["an e-mail that is none", "email\nada@example.org\nada\n", [3, "no-email"]],
    ["a quote that stays open", 'customer_id\n8871\n"88', [3, "open-quote"]],
  ])("is refused for %s, with the line", async (_, text, refusal) => {
    expect(await refusalOf(text)).toEqual(refusal);
  });
});
