import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { projectFolder } from "../../scripts/project-folder.ts";

const routeSchema = z.object({
  id: z.string(),
  parentId: z.string().optional(),
  path: z.string().optional(),
  hasLoader: z.boolean(),
  hasAction: z.boolean(),
});

export interface AppRoute {
  /** "routes/app.customers.$id" */
  id: string;
  /** "/app/customers/:id" */
  path: string;
  hasLoader: boolean;
  hasAction: boolean;
}

/** The routes merchants use, as the build knows them, so that a new one is found by itself. */
export async function listAppRoutes(): Promise<AppRoute[]> {
  const folder = join(projectFolder, "build/client/assets");
  const name = (await readdir(folder)).find((file) => /^manifest-.*\.js$/.test(file));
  if (name === undefined) throw new Error(`no manifest in ${folder}: npm run build makes it`);
  const script = await readFile(join(folder, name), "utf8");
  const json = script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1);
  const { routes } = z
    .object({ routes: z.record(z.string(), routeSchema) })
    .parse(JSON.parse(json));
  return Object.values(routes)
    .filter(({ id }) => id.startsWith("routes/app"))
    .map(({ id, hasLoader, hasAction }) => ({ id, path: pathOf(id), hasLoader, hasAction }));

  function pathOf(id: string): string {
    const { parentId, path = "" } = routes[id] ?? {};
    const parent = parentId === undefined ? "" : pathOf(parentId);
    return path === "" ? parent : `${parent}/${path}`;
  }
}
