import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { z } from "zod";
import { PageFrame } from "../../components/page-frame.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readProgramEditorPage } from "../../use-cases/pages/program-editor-page.ts";
import { discardDraft } from "../../use-cases/scoring/program-draft.ts";
import { saveProgram } from "../../use-cases/scoring/save-program.ts";
import { DraftBanner } from "./draft-banner.tsx";
import { formOf } from "./form-of-program.ts";
import { ProgramEditor } from "./program-editor.tsx";
import { programFormSchema, type ProgramForm } from "./program-form.ts";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("tiers.edit.title");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const page = await readProgramEditorPage(app, session.shop, sessionToken.sub);
  const form = programFormSchema.safeParse(page.draft?.form);
  const draft = page.draft !== null && form.success ? { ...page.draft, form: form.data } : null;
  return { page: { ...page, draft: null }, draft, now: new Date().toISOString() };
}

/** The form itself is judged by the use case; here only that there is one. */
const saveRequest = z.object({
  form: z.record(z.string(), z.unknown()),
  basedOn: z.int().positive(),
  part: z.enum(["all", "upgrades"]).default("all"),
});

export async function action({ request }: ActionFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const sent = saveRequest.safeParse(await request.json().catch(() => null));
  if (!sent.success)
    throw new Response("a program and the version it is based on were expected", { status: 400 });
  const { form, basedOn, part } = sent.data;
  const choices = { actor: sessionToken.sub, part };
  const result = await saveProgram(app, session.shop, form, basedOn, choices);
  if (result.kind === "saved") await discardDraft(app, session.shop);
  return result;
}

interface Opened {
  form: ProgramForm;
  basedOn: number;
  /** The form is made anew whenever another one is opened. */
  times: number;
}

/** What are the rules, and what would change if I changed them? */
export default function EditTiersRoute() {
  const { page, draft, now } = useLoaderData<typeof loader>();
  const text = useText();
  const [search] = useSearchParams();
  const [opened, setOpened] = useState<Opened>(() => {
    const isContinued = draft !== null && search.get("draft") === "continue";
    return isContinued ? { ...draft, times: 1 } : liveAt(1);
  });
  const [isOffered, setOffered] = useState(draft !== null && opened.form !== draft.form);

  return (
    <PageFrame
      title={text("tiers.edit.title")}
      shop={page.shop}
      now={now}
      backTo={{ content: text("tiers.title"), url: "/app/tiers" }}
    >
      {draft !== null && isOffered ? (
        <DraftBanner
          draft={draft}
          onContinue={() => {
            setOffered(false);
            setOpened({ ...draft, times: opened.times + 1 });
          }}
          onDiscard={() => {
            setOffered(false);
            void fetch("/app/tiers/draft", { method: "DELETE" });
          }}
        />
      ) : null}
      {page.isBeingScored ? <QuietLine>{text("tiers.edit.being-scored")}</QuietLine> : null}
      <ProgramEditor
        key={opened.times}
        page={page}
        opened={opened.form}
        basedOn={opened.basedOn}
        isDraftOffered={draft !== null && isOffered}
        onLoadLive={(keep) =>
          setOpened({ ...liveAt(opened.times + 1), ...(keep === null ? {} : { form: keep }) })
        }
      />
    </PageFrame>
  );

  function liveAt(times: number): Opened {
    return { form: formOf(page.program), basedOn: page.version, times };
  }
}
