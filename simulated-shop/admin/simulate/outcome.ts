/** What became of something the merchant, a customer or a test asked for. */
export type SimulationOutcome =
  | {
      readonly kind: "done";
      readonly body: Readonly<Record<string, unknown>>;
      /** In words, for a person. */ readonly notice: string;
    }
  | { readonly kind: "refused"; readonly status: 400 | 404 | 409; readonly message: string };

export function done(
  notice: string,
  body: Readonly<Record<string, unknown>> = {},
): SimulationOutcome {
  return { kind: "done", body, notice };
}

export function refused(status: 400 | 404 | 409, message: string): SimulationOutcome {
  return { kind: "refused", status, message };
}
