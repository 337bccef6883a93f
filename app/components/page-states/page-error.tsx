import { isRouteErrorResponse, useRevalidator, useRouteError } from "@remix-run/react";
import { Card, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useText } from "../../i18n/use-text.tsx";
import { EmptyCard } from "./empty-card.tsx";

const NOT_FOUND = 404;

/**
 * The whole page when its loader failed. Shopify's library signs in by throwing responses (a page that fetches a new
 * session token); those must be shown as they are.
 */
export function PageError() {
  const error = useRouteError();
  const text = useText();
  const revalidator = useRevalidator();
  const isMissing = isRouteErrorResponse(error) && error.status === NOT_FOUND;
  if (isRouteErrorResponse(error) && !isMissing) return boundary.error(error);

  const title = text(isMissing ? "error.not-found.title" : "error.page.title");
  const action = isMissing
    ? { content: text("error.go-home"), url: "/app" }
    : {
        content: text("error.retry"),
        onAction: revalidator.revalidate,
        loading: revalidator.state === "loading",
      };
  return (
    <Page title={title}>
      <Card>
        <EmptyCard
          sentence={text(isMissing ? "error.not-found.sentence" : "error.page.sentence")}
          action={action}
        />
      </Card>
    </Page>
  );
}
