import { randomBytes } from "node:crypto";

/** What a code was given for: access in the name of a person, or of the app itself. */
export type AuthorizationCode = { readonly isOnline: boolean };

/** Codes that the merchant's consent gives an app. Each is good for one exchange. */
export class AuthorizationCodes {
  readonly #given = new Map<string, AuthorizationCode>();

  issue(authorization: AuthorizationCode): string {
    const code = randomBytes(16).toString("hex");
    this.#given.set(code, authorization);
    return code;
  }

  /** Undefined for a code that was never given or was used already. */
  redeem(code: string): AuthorizationCode | undefined {
    const authorization = this.#given.get(code);
    this.#given.delete(code);
    return authorization;
  }
}
