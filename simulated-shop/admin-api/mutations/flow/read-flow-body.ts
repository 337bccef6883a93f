import { z } from "zod";

type ReadBody =
  | { readonly problems: readonly string[] }
  | {
      readonly trigger: { by: "trigger_id" | "trigger_title"; value: string };
      readonly properties: Readonly<Record<string, unknown>>;
    };

const objectSchema = z.record(z.string(), z.unknown());
const ROOT_FIELDS: ReadonlySet<string> = new Set([
  "trigger_id",
  "trigger_title",
  "resources",
  "properties",
]);

/** The deprecated `body`: JSON with `trigger_id` or `trigger_title`, `resources` and `properties`. */
export function readFlowBody(body: string): ReadBody {
  const parsed = objectSchema.safeParse(parseJson(body));
  if (!parsed.success) return { problems: [unexpectedToken(body)] };
  const root = parsed.data;
  const properties = objectSchema.safeParse(root["properties"] ?? {});
  const problems = [
    ...Object.keys(root)
      .filter((field) => !ROOT_FIELDS.has(field))
      .map((field) => `Invalid field: '${field}'.`),
    ...problemsWithResources(root["resources"]),
    ...(properties.success
      ? []
      : [`Type error for field 'properties': ${String(root["properties"])} is not an Object.`]),
  ];
  if (problems.length > 0 || !properties.success) return { problems };
  if (!("trigger_id" in root || "trigger_title" in root))
    return { problems: ["Required field missing: 'trigger_id'."] };
  const by = "trigger_id" in root ? "trigger_id" : "trigger_title";
  return { trigger: { by, value: String(root[by]) }, properties: properties.data };
}

function problemsWithResources(resources: unknown): string[] {
  const listed = z.array(objectSchema).safeParse(resources ?? []);
  if (!listed.success) return ["Type error for field 'resources': it is not an Array."];
  return listed.data.flatMap((resource) => [
    ...["name", "url"]
      .filter((field) => !(field in resource))
      .map((field) => `Required field missing: '${field}'.`),
    ...("url" in resource && !URL.canParse(String(resource["url"]))
      ? [`Type error for field 'url': ${String(resource["url"])} is not an absolute URL.`]
      : []),
  ]);
}

function unexpectedToken(body: string): string {
  return `unexpected token '${/\S+/.exec(body)?.[0] ?? ""}' at line 1 column 1`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
