/** Who has done what a workflow did. Members of the staff are numbers. */
export const flowActor = "shopify-flow";
