import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { z } from "zod";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { saveProgram } from "../../use-cases/scoring/save-program.ts";
import { readTiersPage } from "../../use-cases/pages/tiers-page.ts";
import { TierEditor } from "./tier-editor.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("tiers.edit.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readTiersPage(app, session.shop), now: new Date().toISOString() };
}

/** The form itself is judged by the use case; here only that there is one. */
const saveRequest = z.object({ form: z.unknown(), basedOn: z.int().positive() });

export async function action({ request }: ActionFunctionArgs) {
  const { session } = await authenticate.admin(request);
  const sent = saveRequest.safeParse(await request.json().catch(() => null));
  if (!sent.success)
    throw new Response("a program and the version it is based on were expected", { status: 400 });
  return await saveProgram(app, session.shop, sent.data.form, sent.data.basedOn);
}

/** What would change if I changed the rules? */
export default function EditTiersRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  // The form keeps what was typed, also when the page's data is read again; loading another version starts a new form.
  const [opened, setOpened] = useState({ program: page.program, times: 1 });

  return (
    <PageFrame
      title={text("tiers.edit.title")}
      shop={page.shop}
      now={now}
      backTo={{ content: text("tiers.title"), url: "/app/tiers" }}
    >
      <TierEditor
        key={opened.times}
        program={opened.program}
        rankedCustomers={page.rankedCustomers}
        onLoadLive={() => setOpened({ program: page.program, times: opened.times + 1 })}
      />
    </PageFrame>
  );
}
