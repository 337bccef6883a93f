import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { PassThrough } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { app } from "./composition.server.ts";
import { addDocumentResponseHeaders } from "./shopify/shopify.server.ts";

/** After this, a document that is still not whole is given up. */
const renderTimeoutMs = 5_000;

/** Renders a document: to people as soon as there is something to see, to robots when all is there. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
): Promise<Response> {
  addDocumentResponseHeaders(request, headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  const ready = isbot(request.headers.get("User-Agent") ?? "") ? "onAllReady" : "onShellReady";

  return new Promise((resolve, reject) => {
    let statusNow = status;
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} />,
      {
        [ready]() {
          const body = new PassThrough();
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: statusNow }),
          );
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          statusNow = 500;
          app.log.error({ err: error }, "rendering failed");
        },
      },
    );
    setTimeout(abort, renderTimeoutMs).unref();
  });
}

/** Errors of loaders and actions: to the log, unless the reader has gone away. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted)
    app.log.error({ err: error, path: new URL(request.url).pathname }, "request failed");
}
