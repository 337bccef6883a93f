import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts what is stored, with a key made from a secret that is not stored beside it. */
export interface TokenCipher {
  encrypt(text: string): string;
  /** Null when it was encrypted under another secret, or altered. */
  decrypt(encrypted: string): string | null;
}

/** AES-256-GCM under a key derived from the app's client secret; base64 of nonce, tag and text. */
export function createTokenCipher(secret: string): TokenCipher {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "echelon access tokens", 32));
  return {
    encrypt(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const encrypted = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]).toString("base64");
    },
    decrypt(encrypted) {
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
    },
  };
}
