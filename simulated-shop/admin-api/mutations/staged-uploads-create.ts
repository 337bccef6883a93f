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
    const target = bulk.uploads.offer(filename, mimeType);
    const base = `${shop.config.url}/staged-uploads/`;
    if (httpMethod === "POST")
      return { url: base, resourceUrl: base, parameters: target.formFields };
    const resourceUrl = base + target.key.split("/").map(encodeURIComponent).join("/");
    const parameters = [
      { name: "content_type", value: mimeType },
      { name: "acl", value: "private" },
    ];
    return { url: `${resourceUrl}?${target.putQuery.toString()}`, resourceUrl, parameters };
  });
  return { stagedTargets, userErrors: [] };
}
