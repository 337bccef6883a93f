import type { StagedTarget } from "./staged-target.ts";
import { policyViolated, STORAGE_ERRORS, type StorageError } from "./storage-errors.ts";

export type CheckedForm =
  | { readonly kind: "upload"; readonly target: StagedTarget; readonly file: File }
  | { readonly kind: "refused"; readonly error: StorageError };

/** Checks an upload form as the storage does: fields in their order up to the file, then the policy they carry. */
export function checkForm(
  form: FormData,
  findTarget: (key: string) => StagedTarget | undefined,
  nowMs: number,
): CheckedForm {
  const sent = new Map<string, string>();
  let file: File | null = null;
  for (const [name, value] of form) {
    if (typeof value !== "string") {
      if (name === "file") file = value;
      break;
    }
    sent.set(name.toLowerCase(), value);
  }
  const key = sent.get("key");
  if (key === undefined) return refused(STORAGE_ERRORS.noKey);
  if (file === null) return refused(STORAGE_ERRORS.noFile);
  const target = findTarget(key);
  const [policy, signature] = [sent.get("policy"), sent.get("x-goog-signature")];
  if (target === undefined || policy === undefined || signature === undefined)
    return refused(STORAGE_ERRORS.noCredentials);
  for (const { name, value } of target.formFields) {
    if (sent.get(name.toLowerCase()) === value) continue;
    const isAboutSignature = name === "policy" || name === "x-goog-signature";
    return refused(isAboutSignature ? STORAGE_ERRORS.wrongSignature : policyViolated(name));
  }
  if (target.expiresAtMs < nowMs) return refused(STORAGE_ERRORS.expired);
  return { kind: "upload", target, file };
}

/** Checks the address of a PUT; null when it may go ahead. */
export function refusalOfPut(
  target: StagedTarget | undefined,
  query: URLSearchParams,
  nowMs: number,
): StorageError | null {
  const signature = query.get("X-Goog-Signature");
  if (target === undefined || signature === null) return STORAGE_ERRORS.noCredentials;
  for (const [name, value] of target.putQuery)
    if (query.get(name) !== value) return STORAGE_ERRORS.wrongSignature;
  return target.expiresAtMs < nowMs ? STORAGE_ERRORS.expired : null;
}

function refused(error: StorageError): CheckedForm {
  return { kind: "refused", error };
}
