import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { isRunId, readUndoAhead } from "../../use-cases/pages/run-page.ts";
import { undoRun, type UndoResult } from "../../use-cases/scoring/undo-run.ts";

/** What taking the run back would do now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return readUndoAhead(app, session.shop, params["id"] ?? "");
}

/** Takes it back. */
export async function action({ request, params }: ActionFunctionArgs): Promise<UndoResult> {
  const { session, sessionToken } = await authenticate.admin(request);
  const id = params["id"] ?? "";
  if (!isRunId(id)) return { kind: "unknown" };
  return undoRun(app, session.shop, id, sessionToken.sub);
}
