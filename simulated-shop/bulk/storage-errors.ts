/** A refusal of the file storage behind staged uploads and bulk results (Google's, at Shopify), as XML. */
export type StorageError = {
  readonly status: 400 | 403 | 404 | 413 | 416;
  readonly code: string;
  readonly message: string;
  readonly details?: string;
};

export const STORAGE_ERRORS = {
  notMultipart: {
    status: 400,
    code: "MalformedPOSTRequest",
    message: "The body of your POST request is not well-formed multipart/form-data.",
  },
  /** What the storage says when the file comes before the key: it reads no field behind the file. */
  noKey: {
    status: 400,
    code: "InvalidArgument",
    message: "Invalid argument.",
    details: "Cannot create buckets using a POST.",
  },
  noFile: {
    status: 400,
    code: "InvalidArgument",
    message: "Invalid argument.",
    details: "POST requires exactly one file upload per request.",
  },
  noCredentials: { status: 403, code: "AccessDenied", message: "Access denied." },
  wrongSignature: {
    status: 403,
    code: "SignatureDoesNotMatch",
    message:
      "The request signature we calculated does not match the signature you provided. Check your Google secret key and signing method.",
  },
  expired: {
    status: 400,
    code: "ExpiredToken",
    message: "The provided token has expired.",
  },
  tooLarge: {
    status: 400,
    code: "EntityTooLarge",
    message:
      "Your proposed upload is larger than the maximum object size specified in your Policy Document.",
  },
  brokenOff: {
    status: 400,
    code: "IncompleteBody",
    message: "You did not provide the number of bytes specified by the Content-Length HTTP header.",
  },
  notSatisfiable: {
    status: 416,
    code: "InvalidRange",
    message: "The requested range cannot be satisfied.",
  },
  noSuchKey: {
    status: 404,
    code: "NoSuchKey",
    message: "The specified key does not exist.",
  },
} as const satisfies Record<string, StorageError>;

/** A form that says something else than the policy it carries. */
export function policyViolated(fieldName: string): StorageError {
  return {
    status: 400,
    code: "InvalidPolicyDocument",
    message:
      "The content of the form does not meet the conditions specified in the policy document.",
    details: `Failed condition: ["eq", "$${fieldName}"]`,
  };
}

/** The body of the refusal. */
export function storageErrorXml({ code, message, details }: StorageError): string {
  const more = details === undefined ? "" : `<Details>${escapeXml(details)}</Details>`;
  return `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${message}</Message>${more}</Error>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
