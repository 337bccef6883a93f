import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/** How long a session token lives. */
export const SESSION_TOKEN_LIFETIME_SECONDS = 60;

/** The app and the shop a session token speaks of. */
export type SessionTokenParties = {
  readonly clientId: string;
  readonly clientSecret: string;
  /** "echelon-demo.myshopify.com" */
  readonly shopDomain: string;
};

const claimsSchema = z.object({
  iss: z.string(),
  dest: z.string(),
  aud: z.string(),
  sub: z.string(),
  exp: z.number(),
  nbf: z.number(),
  iat: z.number(),
  jti: z.string(),
  sid: z.string(),
});

export type SessionTokenClaims = z.infer<typeof claimsSchema>;

export type SessionTokenCheck =
  | { readonly kind: "valid"; readonly claims: SessionTokenClaims }
  | { readonly kind: "invalid"; readonly reason: string };

/** Signs a session token (HS256 with the client secret) for a staff member, as App Bridge hands out. */
export function signSessionToken(
  parties: SessionTokenParties,
  { userId, sessionId, nowMs }: { userId: number; sessionId: string; nowMs: number },
): string {
  const issuedAtSeconds = Math.floor(nowMs / 1000);
  const claims: SessionTokenClaims = {
    iss: `https://${parties.shopDomain}/admin`,
    dest: `https://${parties.shopDomain}`,
    aud: parties.clientId,
    sub: String(userId),
    exp: issuedAtSeconds + SESSION_TOKEN_LIFETIME_SECONDS,
    nbf: issuedAtSeconds,
    iat: issuedAtSeconds,
    jti: randomUUID(),
    sid: sessionId,
  };
  const signed = `${encodePart({ alg: "HS256", typ: "JWT" })}.${encodePart(claims)}`;
  return `${signed}.${signatureOf(signed, parties.clientSecret).toString("base64url")}`;
}

/** Checks algorithm, signature, times, audience and shop. No tolerance: what has expired is refused. */
export function checkSessionToken(
  token: string,
  parties: SessionTokenParties,
  nowMs: number,
): SessionTokenCheck {
  const [header, payload, signature, ...rest] = token.split(".");
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) {
    return invalid("not a JSON Web Token");
  }
  const headerClaims = z.object({ alg: z.string() }).safeParse(decodePart(header));
  if (!headerClaims.success || headerClaims.data.alg !== "HS256")
    return invalid("not signed with HS256");
  if (
    !sameBytes(
      Buffer.from(signature, "base64url"),
      signatureOf(`${header}.${payload}`, parties.clientSecret),
    )
  ) {
    return invalid("wrong signature");
  }
  const parsed = claimsSchema.safeParse(decodePart(payload));
  if (!parsed.success) return invalid("missing claims");
  const claims = parsed.data;
  const nowSeconds = nowMs / 1000;
  if (claims.exp <= nowSeconds) return invalid("expired");
  if (claims.nbf > nowSeconds + 1) return invalid("not yet valid");
  if (claims.aud !== parties.clientId) return invalid("made for another app");
  if (claims.dest !== `https://${parties.shopDomain}`) return invalid("made for another shop");
  if (claims.iss !== `${claims.dest}/admin`) return invalid("issued by somebody else");
  return { kind: "valid", claims };
}

function invalid(reason: string): SessionTokenCheck {
  return { kind: "invalid", reason };
}

function signatureOf(signed: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(signed).digest();
}

function sameBytes(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

function encodePart(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function decodePart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
