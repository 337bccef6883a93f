/** "gid://shopify/Order/123" */
export function gidOf(type: string, id: number): string {
  return `gid://shopify/${type}/${id}`;
}

/** The gid of an object that carries its type. */
export function gidOfObject(object: { readonly gidType: string; readonly id: number }): string {
  return gidOf(object.gidType, object.id);
}

/** Type and number of a gid, or null when it is not one. */
export function parseGid(gid: string): { type: string; id: number } | null {
  const match = /^gid:\/\/shopify\/(\w+)\/(\d+)(?:\?.*)?$/.exec(gid);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { type: match[1], id: Number(match[2]) };
}
