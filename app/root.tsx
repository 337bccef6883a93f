import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { titledBy } from "./components/page-title.ts";
import { DEFAULT_LOCALE, loadLanguage, loadedLanguage } from "./i18n/languages.ts";
import { negotiateLocale } from "./i18n/negotiate-locale.ts";
import { textIn } from "./i18n/text.ts";
import { LanguageProvider } from "./i18n/use-text.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const locale = negotiateLocale(new URL(request.url).searchParams.get("locale"));
  await loadLanguage(locale);
  return { locale };
}

/** Only the first embedded request says which language the reader has, so what it said is kept. */
export function shouldRevalidate() {
  return false;
}

export const meta = titledBy("app.name");

export function Layout({ children }: { children: ReactNode }) {
  const locale = useRouteLoaderData<typeof loader>("root")?.locale ?? DEFAULT_LOCALE;
  const language = loadedLanguage(locale);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {/* Named, because the admin around the frame has a main of its own. */}
        <main aria-label="Echelon">
          {language ? (
            <LanguageProvider language={language}>{children}</LanguageProvider>
          ) : (
            children
          )}
        </main>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** The last resort, when not even the layout of the app could be drawn: no styles, only words. */
export function ErrorBoundary() {
  const error = useRouteError();
  const language = loadedLanguage(DEFAULT_LOCALE);
  if (!language) return <h1>Echelon</h1>;
  const text = textIn(language);
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <>
      <h1>{text(isMissing ? "error.not-found.title" : "error.page.title")}</h1>
      <p>{text(isMissing ? "error.not-found.sentence" : "error.page.sentence")}</p>
    </>
  );
}
