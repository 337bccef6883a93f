import { Link } from "@shopify/polaris";
import { Fragment } from "react";
import { useText } from "../../i18n/use-text.tsx";
import type { DiscountInUse } from "../../use-cases/groups/discounts-in-use.ts";

/** Which discounts stand against it, each with the way there. */
export function InUse({ discounts }: { discounts: readonly DiscountInUse[] }) {
  const text = useText();
  return (
    <>
      {text("groups.in-use", { discounts: discounts.length })}{" "}
      {discounts.map(({ id, title }, index) => (
        <Fragment key={id}>
          {index > 0 ? ", " : ""}
          <Link url={`/app/publishing/discounts/${id}`}>{title}</Link>
        </Fragment>
      ))}
    </>
  );
}
