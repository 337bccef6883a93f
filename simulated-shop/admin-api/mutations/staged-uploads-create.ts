import { createHash } from "node:crypto";
import type { RequestContext } from "../field-resolver.ts";
import { unansweredError } from "../schema/unanswered.ts";

type StagedUploadInput = {
  filename: string;
  mimeType: string;
  resource: string;
  httpMethod?: "POST" | "PUT" | null;
};

/** `stagedUploadsCreate`, for bulk mutation variables: a POST form with parameters, or a PUT address. */
export function stagedUploadsCreate(
  _root: unknown,
  { input }: { input: readonly StagedUploadInput[] },
  { shop, bulk }: RequestContext,
) {
  const stagedTargets = input.map(({ filename, mimeType, resource, httpMethod }) => {
    if (resource !== "BULK_MUTATION_VARIABLES")
      throw unansweredError("StagedUploadInput.resource", resource);
    const key = bulk.uploads.offer(filename);
    const base = `${shop.config.url}/staged-uploads`;
    const signature = createHash("sha256").update(key).digest("hex");
    if (httpMethod !== "POST") {
      const parameters = [parameter("content_type", mimeType), parameter("acl", "private")];
      return {
        url: `${base}/${key}?X-Goog-Signature=${signature}`,
        resourceUrl: `${base}/${key}`,
        parameters,
      };
    }
    const parameters = [
      parameter("Content-Type", mimeType),
      parameter("success_action_status", "201"),
      parameter("acl", "private"),
      parameter("key", key),
      parameter("x-goog-signature", signature),
    ];
    return { url: base, resourceUrl: base, parameters };
  });
  return { stagedTargets, userErrors: [] };
}

function parameter(name: string, value: string): { name: string; value: string } {
  return { name, value };
}
