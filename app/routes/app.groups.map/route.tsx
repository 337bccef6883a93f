import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readMapEditorPage } from "../../use-cases/pages/map-editor-page.ts";
import { saveProgram } from "../../use-cases/scoring/save-program.ts";
import { MapEditor } from "./map-editor.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("groups.edit.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticate.admin(request);
  return { page: await readMapEditorPage(app, session.shop), now: new Date().toISOString() };
}

/** The map itself is judged by the use case; here only that there is one. */
const saveRequest = z.object({
  form: z.object({ groups: z.unknown() }),
  basedOn: z.int().positive(),
});

export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const sent = saveRequest.safeParse(await request.json().catch(() => null));
  if (!sent.success)
    throw new Response("a map and the version it is based on were expected", { status: 400 });
  const { form, basedOn } = sent.data;
  return await saveProgram(app, session.shop, form, basedOn, { actor: sessionToken.sub });
}

/** Which squares belong to which group? */
export default function EditMapRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const start = page.live ?? page.presets[0]?.map ?? null;
  return (
    <PageFrame
      title={text("groups.edit.title")}
      shop={page.shop}
      now={now}
      backTo={{ content: text("groups.title"), url: "/app/groups" }}
    >
      <LeadSentence>
        {text(page.isMap ? "groups.edit.sentence" : "groups.edit.sentence.first")}
      </LeadSentence>
      {start === null ? null : <MapEditor page={page} start={start} />}
    </PageFrame>
  );
}
