import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { app, previewer } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readShadowPage } from "../../use-cases/pages/shadow-page.ts";
import { adoptShadow, startShadow, stopShadow } from "../../use-cases/shadow/shadow-program.ts";
import { NoShadow } from "./no-shadow.tsx";
import { ShadowCard } from "./shadow-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("tiers.shadow.title");

const POLL_MS = 3000;

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const page = await readShadowPage(app, previewer, session.shop);
  return { page, now: new Date().toISOString() };
}

const shadowRequest = z.object({ intent: z.enum(["start", "adopt", "stop"]) });

export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const form = await request.formData().catch(() => new FormData());
  const asked = shadowRequest.safeParse(Object.fromEntries(form));
  if (!asked.success) throw new Response("intent: start, adopt or stop", { status: 400 });
  switch (asked.data.intent) {
    case "start":
      return await startShadow(app, session.shop);
    case "stop":
      await stopShadow(app, session.shop);
      return { kind: "stopped" } as const;
    case "adopt": {
      const isThere = await adoptShadow(app, session.shop, sessionToken.sub);
      return isThere ? redirect("/app/tiers/edit?draft=continue") : ({ kind: "no-draft" } as const);
    }
  }
}

/** Who would have been elsewhere by other rules, and what did they really spend? */
export default function ShadowRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const { comparison } = page;
  useRevalidateWhileVisible(comparison !== null && !comparison.isEvaluated ? POLL_MS : null);
  return (
    <PageFrame
      title={text("tiers.shadow.title")}
      shop={page.shop}
      now={now}
      backTo={{ content: text("tiers.title"), url: "/app/tiers" }}
    >
      {comparison === null ? (
        <NoShadow hasDraft={page.hasDraft} />
      ) : (
        <ShadowCard comparison={comparison} />
      )}
    </PageFrame>
  );
}
