import type { ActionFunctionArgs } from "@remix-run/node";
import { app } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";
import { discardDraft, draftRequest, saveDraft } from "../../use-cases/scoring/program-draft.ts";

/** Keeps what is being edited (POST), or forgets it (DELETE). */
export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  if (request.method === "DELETE") {
    await discardDraft(app, session.shop);
    return { kind: "discarded" } as const;
  }
  const sent = draftRequest.safeParse(await request.json().catch(() => null));
  if (!sent.success) throw new Response("a draft was expected", { status: 400 });
  await saveDraft(app, session.shop, sent.data, sessionToken.sub);
  return { kind: "kept" } as const;
}
