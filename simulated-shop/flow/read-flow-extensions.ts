import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";

const fieldSchema = z.object({
  type: z.string(),
  key: z.string().optional(),
  required: z.boolean().optional(),
});
const settingsSchema = z.object({ fields: z.array(fieldSchema).default([]) });
const extensionSchema = z.object({
  type: z.string(),
  name: z.string().default(""),
  handle: z.string().optional(),
  uid: z.string().optional(),
  runtime_url: z.string().optional(),
  settings: z.unknown().optional(),
});
/** Settings of other kinds of extensions have another form. */
const fileSchema = z.object({
  extensions: z.array(extensionSchema).default([]),
  settings: z.unknown().optional(),
});

/** One field of a trigger's or action's payload, by the key the payload has for it: "customer_id", "New tier". */
export type FlowField = {
  readonly key: string;
  readonly type: string;
  readonly isRequired: boolean;
};

export type FlowExtension = {
  readonly handle: string;
  readonly uid: string | null;
  readonly name: string;
  readonly fields: readonly FlowField[];
  /** Of actions: where Flow calls, a path of the app or a full URL. */
  readonly runtimeUrl: string | null;
};

export type FlowExtensions = {
  readonly triggers: readonly FlowExtension[];
  readonly actions: readonly FlowExtension[];
};

export const NO_FLOW_EXTENSIONS: FlowExtensions = { triggers: [], actions: [] };

/** Every Flow trigger and action below an extensions folder. Errors: a file that is not what the name promises. */
export function readFlowExtensions(folder: string): FlowExtensions {
  if (!existsSync(folder)) throw new RangeError(`There is no extensions folder ${folder}.`);
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name, "shopify.extension.toml"))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFile(file));
  return {
    triggers: found.filter(({ type }) => type === "flow_trigger"),
    actions: found.filter(({ type }) => type === "flow_action"),
  };
}

function readFile(file: string): (FlowExtension & { readonly type: string })[] {
  try {
    const { extensions, settings } = fileSchema.parse(parse(readFileSync(file, "utf8")));
    return extensions
      .filter(({ type }) => type.startsWith("flow_"))
      .map((extension) => ({
        type: extension.type,
        handle: extension.handle ?? path.basename(path.dirname(file)),
        uid: extension.uid ?? null,
        name: extension.name,
        runtimeUrl: extension.runtime_url ?? null,
        fields: fieldsOf(extension.settings ?? settings),
      }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RangeError(`The extension ${file} cannot be read: ${reason}`, { cause: error });
  }
}

function fieldsOf(settings: unknown): FlowField[] {
  return settingsSchema.parse(settings ?? {}).fields.map(fieldOf);
}

/** References have no key of their own: "customer_reference" arrives as "customer_id". */
function fieldOf({ type, key, required }: z.infer<typeof fieldSchema>): FlowField {
  const reference = /^(\w+)_reference$/.exec(type)?.[1];
  return {
    key: reference === undefined ? (key ?? type) : `${reference}_id`,
    type,
    isRequired: required ?? true,
  };
}
