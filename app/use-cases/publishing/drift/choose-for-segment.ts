import { z } from "zod";
import {
  deletePublishedSegment,
  listPublishedSegments,
  noteSegment,
} from "../../../persistence/published-objects.ts";
import type { App } from "../../app.ts";
import { requireShop } from "../../require-shop.ts";

const requestSchema = z.strictObject({
  family: z.enum(["tier", "group", "list"]),
  labelKey: z.string(),
  choice: z.enum(["keep-name", "use-ours", "create-again", "leave"]),
});

export type SegmentChoice = z.infer<typeof requestSchema>["choice"];
export type ChooseForSegmentResult = { kind: "chosen" } | { kind: "refused" };

/** The merchant's answer to a segment that was renamed or deleted in Shopify. */
export async function chooseForSegment(
  app: App,
  shop: string,
  input: unknown,
): Promise<ChooseForSegmentResult> {
  await requireShop(app, shop);
  const parsed = requestSchema.safeParse(input);
  if (!parsed.success) return { kind: "refused" };
  const { family, labelKey, choice } = parsed.data;
  const held = (await listPublishedSegments(app.db, shop)).find(
    (each) => each.family === family && each.labelKey === labelKey,
  );
  if (held === undefined) return { kind: "refused" };
  const { foundName, goneAt } = held;
  const isAboutName = choice === "keep-name" || choice === "use-ours";
  if (isAboutName ? foundName === null : goneAt === null) return { kind: "refused" };
  await app.db.$transaction(async (tx) => {
    if (choice === "create-again") await deletePublishedSegment(tx, held);
    else if (choice === "leave") await noteSegment(tx, held, { isLeft: true });
    else if (foundName !== null)
      await noteSegment(tx, held, {
        name: foundName,
        foundName: null,
        foundAt: null,
        keepsName: choice === "keep-name",
      });
    await app.enqueue(tx, "publish", { shop });
  });
  return { kind: "chosen" };
}
