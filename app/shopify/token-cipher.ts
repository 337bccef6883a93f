import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts what is stored, with a key made from a secret that is not stored beside it. */
export interface TokenCipher {
  encrypt(text: string): string;
  /** Null when it was encrypted under a secret we do not have, or altered. */
  decrypt(encrypted: string): string | null;
  /** Whether it was encrypted under the secret that is used now. */
  isCurrent(encrypted: string): boolean;
}

/**
 * AES-256-GCM under keys derived from secrets; base64 of nonce, tag and text. Former secrets decrypt only: they stay
 * until nothing is encrypted under them any more. Each purpose has keys of its own.
 */
export function createTokenCipher(
  secret: string,
  formerSecrets: readonly string[] = [],
  purpose = "echelon access tokens",
): TokenCipher {
  const current = keyOf(secret, purpose);
  const former = formerSecrets.map((each) => keyOf(each, purpose));
  return {
    encrypt(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", current, nonce);
      const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString("base64");
    },
    decrypt(encrypted) {
      for (const key of [current, ...former]) {
        const text = decryptUnder(key, encrypted);
        if (text !== null) return text;
      }
      return null;
    },
    isCurrent: (encrypted) => decryptUnder(current, encrypted) !== null,
  };
}

function keyOf(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
}

function decryptUnder(key: Buffer, encrypted: string): string | null {
  const bytes = Buffer.from(encrypted, "base64");
  if (bytes.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return (
      decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, "utf8") +
      decipher.final("utf8")
    );
  } catch {
    return null;
  }
}
