import {
  CreateSegmentDocument,
  DeleteSegmentDocument,
  ListRecentSegmentsDocument,
  ReadSegmentDocument,
  type SegmentFieldsFragment,
  UpdateSegmentDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import { refusalOf, type Refused, type UserError } from "./user-errors.ts";

export interface Segment {
  segmentId: bigint;
  /** As Shopify keeps it: a second segment of the same name becomes "… (2)". */
  name: string;
  query: string;
}

export type SegmentResult = { kind: "saved"; segment: Segment } | { kind: "gone" } | Refused;

/** Creates a segment. Not repeated when the answer is lost: look with `findRecentSegment` before trying again. */
export async function createSegment(
  admin: AdminClient,
  name: string,
  query: string,
): Promise<SegmentResult> {
  const { segmentCreate } = await admin.request(
    CreateSegmentDocument,
    { name, query },
    { repeatable: false },
  );
  return resultOf(segmentCreate);
}

export async function updateSegment(
  admin: AdminClient,
  segmentId: bigint,
  changes: { name?: string; query: string },
): Promise<SegmentResult> {
  const id = gidOf("Segment", segmentId);
  const { segmentUpdate } = await admin.request(UpdateSegmentDocument, { id, ...changes });
  return resultOf(segmentUpdate);
}

/** The segment as it is now; null when somebody deleted it, which Shopify answers with an error. */
export async function readSegment(admin: AdminClient, segmentId: bigint): Promise<Segment | null> {
  const { data } = await admin.requestPartly(ReadSegmentDocument, {
    id: gidOf("Segment", segmentId),
  });
  return data.segment === null ? null : segmentOf(data.segment);
}

/** Deletes a segment. One that is gone already is deleted. */
export async function deleteSegment(
  admin: AdminClient,
  segmentId: bigint,
): Promise<{ kind: "deleted" } | Refused> {
  const { segmentDelete } = await admin.request(DeleteSegmentDocument, {
    id: gidOf("Segment", segmentId),
  });
  if (isGone(segmentDelete?.userErrors)) return { kind: "deleted" };
  return refusalOf(segmentDelete?.userErrors) ?? { kind: "deleted" };
}

/** Among the 50 newest segments the one we would have created: what a publication that was cut off has left. */
export async function findRecentSegment(
  admin: AdminClient,
  name: string,
  query: string,
): Promise<Segment | null> {
  const { segments } = await admin.request(ListRecentSegmentsDocument, { first: 50 });
  const found = segments.nodes.find(
    (segment) =>
      segment.query === query && (segment.name === name || segment.name.startsWith(`${name} (`)),
  );
  return found === undefined ? null : segmentOf(found);
}

function resultOf(
  payload: { segment: SegmentFieldsFragment | null; userErrors: UserError[] } | null,
): SegmentResult {
  if (payload?.segment) return { kind: "saved", segment: segmentOf(payload.segment) };
  if (isGone(payload?.userErrors)) return { kind: "gone" };
  return refusalOf(payload?.userErrors) ?? { kind: "refused", message: "Shopify gave no segment" };
}

/** "Segment does not exist", and nothing else, is about the id. */
function isGone(userErrors: readonly UserError[] | undefined): boolean {
  return (
    userErrors?.some(
      ({ field, message }) => field?.[0] === "id" || /does not exist/i.test(message),
    ) ?? false
  );
}

function segmentOf({ id, name, query }: SegmentFieldsFragment): Segment {
  return { segmentId: idOfGid("Segment", id), name, query };
}
