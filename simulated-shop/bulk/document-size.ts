/** The longest query or mutation a bulk operation keeps, in UTF-8. */
export const MAX_DOCUMENT_BYTES = 65_535;
