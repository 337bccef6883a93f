import { createHmac, randomUUID } from "node:crypto";

const BUCKET = "shopify-staged-uploads";
const CREDENTIAL_OWNER = "merchant-assets@shopify-tiers.iam.gserviceaccount.com";
const KEPT_SECONDS = 604_800;

type FormField = { readonly name: string; readonly value: string };

/** A place an app may upload one file to, by a form or by PUT. Both are signed and valid for a week of real time. */
export type StagedTarget = {
  readonly key: string;
  readonly expiresAtMs: number;
  /** What a POST form carries before its file. */
  readonly formFields: readonly FormField[];
  /** What a PUT address carries behind its "?". */
  readonly putQuery: URLSearchParams;
};

/** Makes a target in the shape of Google Cloud Storage's signed policies and signed URLs. */
export function offerTarget(filename: string, mimeType: string, secret: string): StagedTarget {
  const key = `tmp/60000000001/bulk/${randomUUID()}/${filename}`;
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const credential = `${CREDENTIAL_OWNER}/${date.slice(0, 8)}/auto/storage/goog4_request`;
  const expiresAtMs = Date.now() + KEPT_SECONDS * 1000;
  const ownFields = [
    { name: "Content-Type", value: mimeType },
    { name: "success_action_status", value: "201" },
    { name: "acl", value: "private" },
  ];
  const signedFields = [
    { name: "key", value: key },
    { name: "x-goog-date", value: date },
    { name: "x-goog-credential", value: credential },
    { name: "x-goog-algorithm", value: "GOOG4-RSA-SHA256" },
  ];
  const policy = Buffer.from(
    JSON.stringify({
      conditions: [
        ...ownFields.map(asCondition),
        ["content-length-range", 1, 104_857_600],
        { bucket: BUCKET },
        ...signedFields.map(asCondition),
      ],
      expiration: new Date(expiresAtMs).toISOString().replace(/\.\d+/, ""),
    }),
  ).toString("base64");
  return {
    key,
    expiresAtMs,
    formFields: [
      ...ownFields,
      ...signedFields,
      { name: "x-goog-signature", value: sign(policy, secret) },
      { name: "policy", value: policy },
    ],
    putQuery: new URLSearchParams({
      "X-Goog-Algorithm": "GOOG4-RSA-SHA256",
      "X-Goog-Credential": credential,
      "X-Goog-Date": date,
      "X-Goog-Expires": String(KEPT_SECONDS),
      "X-Goog-SignedHeaders": "host",
      "X-Goog-Signature": sign(`${key} ${date}`, secret),
    }),
  };
}

function asCondition({ name, value }: FormField): Record<string, string> {
  return { [name]: value };
}

/** Long enough to look like the 2,048 bits of a real signature. */
function sign(text: string, secret: string): string {
  return createHmac("sha512", secret).update(text).digest("hex").repeat(4);
}
