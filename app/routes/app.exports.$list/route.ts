import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { Readable } from "node:stream";
import { labelFromAddress } from "../../components/insights/label-choice.ts";
import { placeDimensions } from "../../components/place-names.ts";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { exportList, exportNames } from "../../use-cases/exports/export-list.ts";
import { queryFromAddress } from "../app.movement.runs._index/runs-query.ts";

/** A list as CSV, written while it is read, so that its size does not matter. */
export async function loader({ request, params: { list } }: LoaderFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const name = exportNames.find((each) => each === list);
  if (name === undefined) throw new Response("There is no such list.", { status: 404 });
  const params = new URL(request.url).searchParams;
  const lines = exportList(app, session.shop, name, {
    id: params.get("id") ?? "",
    of: labelFromAddress(params),
    by: placeDimensions.find((dimension) => dimension === params.get("by")) ?? "country",
    next: params.get("of") === "types" ? "types" : "products",
    runs: queryFromAddress(params),
    reader: sessionToken.sub,
  });
  return new Response(createReadableStreamFromReadable(Readable.from(lines)), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" },
  });
}
