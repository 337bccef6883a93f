import type { Discount } from "../../../world/discount.ts";
import { findDiscountByCode } from "../../../world/discount-actions.ts";
import type { World } from "../../../world/world.ts";
import type { ProblemList } from "./problem-list.ts";

export const MAX_CODE_CHARACTERS = 255;

/** What is wrong with one code; null when nothing is. @param owner the discount that may have it already. */
export function problemWithCode(
  world: World,
  code: string | null | undefined,
  owner: Discount | null,
): { message: string; code: string } | null {
  if (code == null) return { message: "Code can't be blank", code: "BLANK" };
  if (code === "")
    return { message: "Code is too short (minimum is 1 character)", code: "TOO_SHORT" };
  if (/[\r\n]/.test(code))
    return { message: "Code cannot contain newline characters.", code: "INVALID" };
  if (code.length > MAX_CODE_CHARACTERS)
    return {
      message: `Code is too long (maximum is ${MAX_CODE_CHARACTERS} characters)`,
      code: "TOO_LONG",
    };
  const known = findDiscountByCode(world, code);
  return known === undefined || known === owner
    ? null
    : { message: "Code must be unique. Please try a different code.", code: "TAKEN" };
}

/** Notes what is wrong with an input's `code`. */
export function checkCode(
  world: World,
  code: string | null | undefined,
  owner: Discount | null,
  problems: ProblemList,
): void {
  const problem = problemWithCode(world, code, owner);
  if (problem !== null) problems.add("code", problem.message, problem.code);
}
