import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, Hono } from "hono";
import type { BulkOperations } from "./bulk-operations.ts";
import { checkForm, refusalOfPut } from "./check-upload.ts";
import type { Keeping } from "./staged-uploads.ts";
import { escapeXml, STORAGE_ERRORS, storageErrorXml, type StorageError } from "./storage-errors.ts";

const XML = { "content-type": "application/xml; charset=UTF-8" };
const READ_BYTES = 1024 * 1024;

/**
 * Serves what Google Cloud Storage serves for Shopify: staged uploads (multipart POST with the file last, or PUT) and
 * the results of bulk operations. Neither asks for a token: the addresses are secret.
 */
export function registerBulkRoutes(app: Hono, bulk: BulkOperations): void {
  const { uploads, results } = bulk;

  app.on("POST", ["/staged-uploads", "/staged-uploads/"], async (c) => {
    const form = await readForm(c.req.raw);
    if (form === null) return refuse(c, STORAGE_ERRORS.notMultipart);
    const checked = checkForm(form, (key) => uploads.findTarget(key), Date.now());
    if (checked.kind === "refused") return refuse(c, checked.error);
    const { key } = checked.target;
    const keeping = await uploads.keep(key, checked.file.stream());
    if (keeping.kind !== "kept") return refuse(c, errorOf(keeping));
    const location = `${new URL(c.req.url).origin}/staged-uploads/${key}`;
    return c.body(
      `<?xml version='1.0' encoding='UTF-8'?><PostResponse><Location>${escapeXml(location)}</Location><Bucket>shopify-staged-uploads</Bucket><Key>${escapeXml(key)}</Key><ETag>"${keeping.file.md5}"</ETag></PostResponse>`,
      201,
      XML,
    );
  });

  app.put("/staged-uploads/:key{.+}", async (c) => {
    const key = c.req.param("key");
    const { searchParams } = new URL(c.req.url);
    const refusal = refusalOfPut(uploads.findTarget(key), searchParams, Date.now());
    if (refusal !== null) return refuse(c, refusal);
    const keeping = await uploads.keep(key, c.req.raw.body ?? new Blob([]).stream());
    return keeping.kind === "kept" ? c.body(null, 200) : refuse(c, errorOf(keeping));
  });

  app.get("/bulk/:name", async (c: Context<{ Bindings: HttpBindings }, "/bulk/:name">) => {
    const result = results.find(c.req.param("name"));
    if (result.kind === "expired") return refuse(c, STORAGE_ERRORS.expired);
    const found = result.kind === "file" ? await stat(result.path).catch(() => null) : null;
    if (result.kind === "none" || found === null) return refuse(c, STORAGE_ERRORS.noSuchKey);
    const start = startOfRange(c.req.header("range"));
    if (start >= found.size && start > 0) return refuse(c, STORAGE_ERRORS.notSatisfiable);
    // Straight from the disk to the socket: through web streams it takes several times the processor time.
    const { outgoing } = c.env;
    outgoing.writeHead(start > 0 ? 206 : 200, {
      "content-type": "application/jsonl",
      "content-length": found.size - start,
      ...(start > 0 && { "content-range": `bytes ${start}-${found.size - 1}/${found.size}` }),
    });
    const file = createReadStream(result.path, { start, highWaterMark: READ_BYTES });
    await pipeline(file, outgoing).catch(() => outgoing.destroy());
    return RESPONSE_ALREADY_SENT;
  });
}

/** Of `bytes=N-`, the one form that is understood; anything else is answered with the whole, as HTTP allows. */
function startOfRange(header: string | undefined): number {
  return Number(/^bytes=(\d+)-$/.exec(header ?? "")?.[1] ?? "0");
}

function refuse(c: Context, error: StorageError): Response {
  return c.body(storageErrorXml(error), error.status, XML);
}

function errorOf(keeping: Exclude<Keeping, { kind: "kept" }>): StorageError {
  return keeping.kind === "too-large" ? STORAGE_ERRORS.tooLarge : STORAGE_ERRORS.brokenOff;
}

/** The form of a body; null when it is none, or broke off. */
async function readForm(request: Request): Promise<FormData | null> {
  try {
    return await request.formData();
  } catch {
    return null;
  }
}
