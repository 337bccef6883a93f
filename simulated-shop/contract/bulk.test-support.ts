import { setTimeout } from "node:timers/promises";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { askFor } from "./api-client.test-support.ts";

export type Operation = {
  id: string;
  status: string;
  errorCode: string | null;
  objectCount: string;
  rootObjectCount: string;
  fileSize: string | null;
  url: string | null;
  partialDataUrl: string | null;
};

type Started = {
  bulkOperation: Operation | null;
  userErrors: { field: string[] | null; message: string; code: string | null }[];
};

const FIELDS =
  "id status errorCode objectCount rootObjectCount fileSize url partialDataUrl query type createdAt completedAt";

export async function runQuery(
  shop: SimulatedShop,
  query: string,
  groupObjects = false,
): Promise<Started> {
  const text = `mutation ($query: String!, $g: Boolean!) { bulkOperationRunQuery(query: $query, groupObjects: $g) { bulkOperation { ${FIELDS} } userErrors { field message code } } }`;
  return (await askFor(shop, text, { query, g: groupObjects })) as Started;
}

export async function runMutation(
  shop: SimulatedShop,
  mutation: string,
  stagedUploadPath: string,
): Promise<Started> {
  const text = `mutation ($m: String!, $p: String!) { bulkOperationRunMutation(mutation: $m, stagedUploadPath: $p) { bulkOperation { ${FIELDS} } userErrors { field message code } } }`;
  return (await askFor(shop, text, { m: mutation, p: stagedUploadPath })) as Started;
}

export async function readOperation(shop: SimulatedShop, id: string): Promise<Operation> {
  return (await askFor(shop, `query ($id: ID!) { bulkOperation(id: $id) { ${FIELDS} } }`, {
    id,
  })) as Operation;
}

/** Polls until the operation has ended. */
export async function finished(
  shop: SimulatedShop,
  { bulkOperation, userErrors }: Started,
): Promise<Operation> {
  if (bulkOperation === null) throw new Error(JSON.stringify(userErrors));
  for (;;) {
    const operation = await readOperation(shop, bulkOperation.id);
    if (!["CREATED", "RUNNING", "CANCELING"].includes(operation.status)) return operation;
    await setTimeout(5);
  }
}

/** The lines of a result. */
export function linesOf({ url }: Operation): Promise<Record<string, unknown>[]> {
  return linesAt(url);
}

/** The lines an operation got to before it failed or was cancelled. */
export function partialLinesOf({ partialDataUrl }: Operation): Promise<Record<string, unknown>[]> {
  return linesAt(partialDataUrl);
}

async function linesAt(url: string | null): Promise<Record<string, unknown>[]> {
  if (url === null) return [];
  const text = await (await fetch(url)).text();
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Uploads variables as an app does: a form with the file last. Returns the staged path. */
export async function upload(shop: SimulatedShop, jsonl: string): Promise<string> {
  const created = (await askFor(
    shop,
    `mutation { stagedUploadsCreate(input: [{ resource: BULK_MUTATION_VARIABLES, filename: "vars.jsonl", mimeType: "text/jsonl", httpMethod: POST }]) {
      stagedTargets { url parameters { name value } } userErrors { message } } }`,
  )) as { stagedTargets: { url: string; parameters: { name: string; value: string }[] }[] };
  const [target] = created.stagedTargets;
  if (target === undefined) throw new Error("no target");
  const form = new FormData();
  for (const { name, value } of target.parameters) form.append(name, value);
  form.append("file", new Blob([jsonl]), "vars.jsonl");
  const response = await fetch(target.url, { method: "POST", body: form });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return target.parameters.find(({ name }) => name === "key")?.value ?? "";
}
