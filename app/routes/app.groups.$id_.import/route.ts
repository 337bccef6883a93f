import type { ActionFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { importMembers } from "../../use-cases/groups/import-members.ts";

const BAD_REQUEST = 400;

/** A CSV as the body of the request, read while it arrives. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  if (request.body === null) throw new Response("a file was expected", { status: BAD_REQUEST });
  return await importMembers(app, session.shop, params["id"] ?? "", textOf(request.body));
}

async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    yield decoder.decode(value, { stream: true });
  }
  yield decoder.decode();
}
