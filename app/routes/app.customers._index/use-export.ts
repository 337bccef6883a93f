import { useDownload, type Download } from "../../components/use-download.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { CustomerListQuery } from "../../use-cases/pages/customer-list.ts";
import { addressOf } from "./list-query.ts";

/** Downloads every customer of the view, not only the page on screen. */
export function useExport(query: CustomerListQuery): Download {
  const text = useText();
  return useDownload({
    address: `/app/customers/export?${addressOf({ ...query, cursor: null })}`,
    fileName: text("customers.export.file"),
    done: text("customers.export.done"),
  });
}
