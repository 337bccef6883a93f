import { relative, sep } from "node:path";
import type { Rule } from "eslint";
import { projectFolder } from "../project-folder.ts";
import { judgeImport } from "./judge-import.ts";

/** ESLint rule: imports go one way through the house, and the message says why. */
export const importDirections: Rule.RuleModule = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const file = relative(projectFolder, context.filename).split(sep).join("/");

    function check(source: Rule.Node | { value?: unknown } | null | undefined, node: Rule.Node) {
      const specifier = source && "value" in source ? source.value : null;
      if (typeof specifier !== "string") return;
      const message = judgeImport(file, specifier);
      if (message !== null) context.report({ node, message });
    }

    return {
      ImportDeclaration: (node) => check(node.source, node),
      ImportExpression: (node) => check(node.source, node),
      ExportNamedDeclaration: (node) => check(node.source, node),
      ExportAllDeclaration: (node) => check(node.source, node),
    };
  },
};
