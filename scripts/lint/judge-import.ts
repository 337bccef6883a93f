import { posix } from "node:path";
import { areas, packageHomes, type Area } from "./areas.ts";

/**
 * Why a file may not import something; null when it may. Both paths are relative to the project, with "/";
 * `specifier` is the import as written.
 */
export function judgeImport(file: string, specifier: string): string | null {
  return specifier.startsWith(".")
    ? judgeOwnImport(file, posix.join(posix.dirname(file), specifier))
    : judgePackageImport(file, specifier);
}

function judgeOwnImport(file: string, target: string): string | null {
  const area = areaOf(file);
  const allowed = [area.path, ...area.mayImport];
  if (allowed.some((path) => path === "*" || contains(path, target))) return null;
  return `${area.path} may not import ${target}. ${area.why}`;
}

function judgePackageImport(file: string, specifier: string): string | null {
  const home = packageHomes.find(({ name }) => name.test(specifier));
  // Scripts, benchmarks, tests and the simulated shop use packages as they need them.
  if (home === undefined || !contains("app", file) || isTest(file)) return null;
  if (home.areas.some((path) => contains(path, file))) return null;
  return `${file} may not import ${specifier}. ${home.why}`;
}

function areaOf(file: string): Area {
  const candidates = areas.filter(({ path }) => contains(path, file));
  return candidates.reduce((best, area) => (area.path.length > best.path.length ? area : best));
}

function contains(path: string, file: string): boolean {
  return path === "" || file === path || file.startsWith(`${path}/`);
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
