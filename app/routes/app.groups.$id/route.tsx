import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge, Button } from "@shopify/polaris";
import { kindInWords } from "../../components/groups/kind-words.ts";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { changeGroup } from "../../use-cases/groups/change-group.ts";
import { readCustomGroupPage } from "../../use-cases/pages/custom-group-page.ts";
import { ChangesCard } from "./changes-card.tsx";
import { GroupForm } from "./group-form.tsx";
import { GroupSentence } from "./group-sentence.tsx";
import { MembersCard } from "./members-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("groups.title");

const NOT_FOUND = 404;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const after = new URL(request.url).searchParams.get("after");
  const page = await readCustomGroupPage(app, session.shop, params["id"] ?? "", after);
  if (page.kind === "unknown") throw new Response(null, { status: NOT_FOUND });
  return { page, now: new Date().toISOString() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const form: unknown = await request.json().catch(() => null);
  return await changeGroup(app, session.shop, params["id"] ?? "", form);
}

/** Who is in this group, and why? */
export default function CustomGroupRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  return (
    <PageFrame
      title={page.name}
      titleMetadata={<Badge>{kindInWords(page.groupKind, text)}</Badge>}
      shop={page.shop}
      now={now}
      backTo={{ content: text("groups.title"), url: "/app/groups/all" }}
      secondaryActions={
        <Button url={`/app/groups/new?of=group:${page.id}`}>{text("groups.snapshot")}</Button>
      }
    >
      <GroupSentence page={page} />
      <GroupForm key={page.id} page={page} />
      <ChangesCard page={page} />
      <MembersCard page={page} />
    </PageFrame>
  );
}
