import { userError, type UserError } from "../user-error.ts";

/** Collects what is wrong with a discount input; fields are told from the input's argument on. */
export class ProblemList {
  readonly #root: string;
  readonly userErrors: UserError[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  /** @param path below the input's argument, "customerGets.value.percentage". */
  add(path: string, message: string, code: string): void {
    this.userErrors.push(
      userError([this.#root, ...(path === "" ? [] : path.split("."))], message, code),
    );
  }

  get isEmpty(): boolean {
    return this.userErrors.length === 0;
  }
}

export const MAX_INT = 2_147_483_647;
