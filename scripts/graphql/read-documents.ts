import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { type DocumentNode, parse, Source } from "graphql";

export interface OperationDocument {
  /** Path from the project's root, with forward slashes. */
  location: string;
  text: string;
  document: DocumentNode;
}

export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** Every GraphQL document the app sends, in the order of their paths. A syntax error names the file and the line. */
export async function readDocuments(): Promise<OperationDocument[]> {
  const documents: OperationDocument[] = [];
  for await (const file of glob("app/shopify/operations/**/*.graphql", { cwd: projectRoot })) {
    const location = file.replaceAll("\\", "/");
    const text = await readFile(path.join(projectRoot, file), "utf8");
    documents.push({ location, text, document: parse(new Source(text, location)) });
  }
  return documents.sort((a, b) => (a.location < b.location ? -1 : 1));
}
