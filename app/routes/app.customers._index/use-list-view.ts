import { useNavigate, useNavigation } from "@remix-run/react";
import type { CustomerListQuery } from "../../use-cases/pages/customer-list.ts";
import { addressOf, queryFromAddress } from "./list-query.ts";

const LIST_PATH = "/app/customers";

export interface ListView {
  /** Shows the same list with something changed, from its first page. `replace` keeps single keystrokes out of the history. */
  show: (change: Partial<CustomerListQuery>, options?: { replace?: boolean }) => void;
  showAll: () => void;
  /** What the merchant chose: filters follow at once, rows when they have arrived. */
  chosen: CustomerListQuery;
  isLoading: boolean;
}

/** Changes the view by changing the address; the old rows stay until the new ones arrive. */
export function useListView(query: CustomerListQuery): ListView {
  const navigate = useNavigate();
  const { location } = useNavigation();
  const isLoading = location?.pathname === LIST_PATH;
  const chosen = isLoading ? queryFromAddress(new URLSearchParams(location.search)) : query;

  function open(next: CustomerListQuery, replace: boolean) {
    navigate(
      { pathname: LIST_PATH, search: addressOf(next).toString() },
      { replace, preventScrollReset: true },
    );
  }

  return {
    show: (change, options) =>
      open({ ...chosen, cursor: null, ...change }, options?.replace ?? false),
    showAll: () => open(queryFromAddress(new URLSearchParams()), false),
    chosen,
    isLoading,
  };
}
