/** One entry of a mutation's `userErrors`. Types without `code`, such as UserError, ignore it. */
export type UserError = {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code: string | null;
  readonly elementIndex: null;
  readonly extraInfo: null;
};

export function userError(
  field: readonly string[] | null,
  message: string,
  code: string | null = null,
): UserError {
  return { field, message, code, elementIndex: null, extraInfo: null };
}
