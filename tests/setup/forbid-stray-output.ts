import { format } from "node:util";
import { afterAll, afterEach, expect } from "vitest";

// An error or a warning that nobody expects is a finding, not noise: it fails the test that caused it.

const stray: string[] = [];

for (const method of ["error", "warn"] as const) {
  console[method] = (...args: unknown[]) => {
    stray.push(`console.${method}: ${format(...args)}`);
  };
}

function failOnStrayOutput() {
  expect(stray.splice(0), "unexpected console output").toEqual([]);
}

afterEach(failOnStrayOutput);
afterAll(failOnStrayOutput);
