import { useNavigate, useNavigation } from "@remix-run/react";
import type { CustomerListQuery } from "../../use-cases/customer-list.ts";
import { addressOf, queryFromAddress } from "./list-query.ts";

interface ListView {
  /** Shows the same list with something changed, from its first page. `replace` keeps single keystrokes out of the history. */
  show: (change: Partial<CustomerListQuery>, options?: { replace?: boolean }) => void;
  showAll: () => void;
  isLoading: boolean;
}

/** Changes the view by changing the address; the old rows stay until the new ones arrive. */
export function useListView(query: CustomerListQuery): ListView {
  const navigate = useNavigate();
  const navigation = useNavigation();

  function open(next: CustomerListQuery, replace: boolean) {
    navigate(
      { pathname: "/app/customers", search: addressOf(next).toString() },
      { replace, preventScrollReset: true },
    );
  }

  return {
    show: (change, options) => open({ ...query, cursor: null, ...change }, options?.replace ?? false),
    showAll: () => open(queryFromAddress(new URLSearchParams()), false),
    isLoading: navigation.state === "loading" && navigation.location.pathname === "/app/customers",
  };
}
