import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { app, previewer } from "../../composition.server.ts";
import { authenticate } from "../../shopify/shopify.server.ts";

/** The form itself is judged by the use case; here only that there is one. */
const previewRequest = z.object({
  form: z.record(z.string(), z.unknown()),
  part: z.enum(["all", "upgrades"]).default("all"),
});

/** What saving a form would do. */
export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const asked = previewRequest.safeParse(await request.json().catch(() => null));
  if (!asked.success) throw new Response("a program was expected", { status: 400 });
  const { form, part } = asked.data;
  return await previewer.preview(session.shop, form, await app.now(), part);
}
