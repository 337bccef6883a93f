/** One entry of a mutation's `userErrors`. Types without `code`, such as UserError, ignore it. */
export type UserError = {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code: string | null;
  /** The element of a list value that is wrong; null in nearly all errors. */
  readonly elementIndex: number | null;
  readonly extraInfo: null;
};

export function userError(
  field: readonly string[] | null,
  message: string,
  code: string | null = null,
  elementIndex: number | null = null,
): UserError {
  return { field, message, code, elementIndex, extraInfo: null };
}
