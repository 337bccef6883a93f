import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { Hono } from "hono";
import type { BulkOperations } from "./bulk-operations.ts";

/**
 * Serves what Google Cloud Storage serves for Shopify: staged uploads (multipart POST with the file last, or PUT) and
 * the results of bulk operations. Neither asks for a token: the addresses are secret.
 */
export function registerBulkRoutes(app: Hono, bulk: BulkOperations): void {
  app.post("/staged-uploads", async (c) => {
    const form = await readForm(c.req.raw);
    if (form === null)
      return c.body(
        storageError(
          "MalformedPOSTRequest",
          "The body of your POST request is not well-formed multipart/form-data.",
        ),
        400,
        XML,
      );
    const fields = [...form.entries()];
    const [lastName, file] = fields.at(-1) ?? [];
    const key = form.get("key");
    if (lastName !== "file" || !(file instanceof File)) {
      return c.body(
        storageError(
          "InvalidArgument",
          "Cannot create object from POST without a field named 'file' as the last one.",
        ),
        400,
        XML,
      );
    }
    if (typeof key !== "string" || !bulk.uploads.isOffered(key))
      return c.body(storageError("AccessDenied", "Access denied."), 403, XML);
    await bulk.uploads.keep(key, file.stream());
    return c.body(
      `<?xml version="1.0" encoding="UTF-8"?><PostResponse><Key>${key}</Key></PostResponse>`,
      201,
      XML,
    );
  });

  app.put("/staged-uploads/:key{.+}", async (c) => {
    const key = c.req.param("key");
    if (!bulk.uploads.isOffered(key) || c.req.raw.body === null)
      return c.body(storageError("AccessDenied", "Access denied."), 403, XML);
    await bulk.uploads.keep(key, c.req.raw.body);
    return c.body(null, 200);
  });

  app.get("/bulk/:name", async (c) => {
    const file = bulk.resultFile(c.req.param("name"));
    const found = await stat(file).catch(() => null);
    if (found === null)
      return c.body(storageError("NoSuchKey", "The specified key does not exist."), 404, XML);
    const stream = Readable.toWeb(createReadStream(file, { highWaterMark: 256 * 1024 }));
    return c.body(stream as ReadableStream, 200, {
      "content-type": "application/jsonl",
      "content-length": String(found.size),
    });
  });
}

const XML = { "content-type": "application/xml; charset=UTF-8" };

function storageError(code: string, message: string): string {
  return `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
}

async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}
