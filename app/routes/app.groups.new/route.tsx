import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { createGroup } from "../../use-cases/groups/create-group.ts";
import { readNewGroupPage } from "../../use-cases/pages/new-group-page.ts";
import { NewGroupForm } from "./new-group-form.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("groups.new.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return {
    page: await readNewGroupPage(app, session.shop),
    /** A snapshot is taken of this group. */
    snapshotOf: new URL(request.url).searchParams.get("of"),
    now: new Date().toISOString(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const form: unknown = await request.json().catch(() => null);
  return await createGroup(app, session.shop, form, sessionToken.sub);
}

/** Whom do I want to keep together? */
export default function NewGroupRoute() {
  const { page, snapshotOf, now } = useLoaderData<typeof loader>();
  const text = useText();
  return (
    <PageFrame
      title={text("groups.new.title")}
      shop={page.shop}
      now={now}
      backTo={{ content: text("groups.title"), url: "/app/groups/all" }}
    >
      <LeadSentence>{text("groups.new.sentence")}</LeadSentence>
      <NewGroupForm page={page} snapshotOf={snapshotOf} />
    </PageFrame>
  );
}
