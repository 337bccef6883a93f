import { FindCustomerByEmailDocument } from "../generated/admin/operations.ts";
import type { AdminClient, CallOptions } from "./admin-client.ts";
import { idOfGid } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";
import { sendRepeated } from "./repeat-mutation.ts";

const emailsPerRequest = 50;

/** Whose these e-mail addresses are, in their order; null = nobody's. Addresses are asked about and not kept. */
export async function findCustomersByEmail(
  admin: AdminClient,
  emails: readonly string[],
  options: CallOptions = {},
): Promise<(bigint | null)[]> {
  const found: (bigint | null)[] = [];
  for (const chunk of inChunks(emails, emailsPerRequest)) {
    const answers = await sendRepeated(
      admin,
      FindCustomerByEmailDocument,
      chunk.map((email) => ({ email })),
      options,
    );
    for (const { payload } of answers)
      found.push(payload === null ? null : idOfGid("Customer", payload.id));
  }
  return found;
}
