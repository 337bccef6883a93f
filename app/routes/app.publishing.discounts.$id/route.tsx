import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DiscountStatusBadge } from "../../components/discounts/discount-status.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readDiscountPage } from "../../use-cases/pages/discount-page.ts";
import { saveDiscount } from "../../use-cases/publishing/discounts/save-discount.ts";
import { steerDiscount } from "../../use-cases/publishing/discounts/steer-discount.ts";
import { DiscountEditor } from "./discount-editor.tsx";
import { StateCard } from "./state-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("discounts.title");

/** The address of a discount that is yet to be. */
const newDiscount = "new";

export async function loader({ request, params: { id = "" } }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const page = await readDiscountPage(app, session.shop, id === newDiscount ? null : id);
  if (page === null) throw new Response("no such discount", { status: 404 });
  return { page, now: new Date().toISOString() };
}

const request = z.union([z.object({ save: z.unknown() }), z.object({ step: z.unknown() })]);

export async function action({ request: asked, params: { id = "" } }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(asked);
  const sent = request.safeParse(await asked.json().catch(() => null));
  if (!sent.success)
    throw new Response("a discount to save or a step was expected", { status: 400 });
  if ("save" in sent.data) return await saveDiscount(app, session.shop, sent.data.save);
  const { step } = sent.data;
  const result = await steerDiscount(app, session.shop, id, step);
  // What was deleted has no page any more.
  return step === "delete" && result.kind === "done" ? redirect("/app/publishing") : result;
}

/** What do these customers get, and when? */
export default function DiscountRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const { discount } = page;

  return (
    <PageFrame
      title={discount?.terms.title ?? text("discounts.new.title")}
      {...(discount && { titleMetadata: <DiscountStatusBadge status={discount.status} /> })}
      shop={page.shop}
      now={now}
      backTo={{ content: text("publishing.title"), url: "/app/publishing" }}
    >
      {discount ? <StateCard discount={discount} steps={page.steps} /> : null}
      <DiscountEditor key={page.id} page={page} />
    </PageFrame>
  );
}
