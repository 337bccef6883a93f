/** What `extensions.search` says about one search whose filters were not all understood. */
export type SearchNotice = {
  readonly path: readonly string[];
  readonly query: string;
  readonly parsed: { readonly field: string; readonly match_all: string };
  readonly warnings: readonly {
    readonly field: string;
    readonly message: string;
    readonly code: string;
  }[];
};
