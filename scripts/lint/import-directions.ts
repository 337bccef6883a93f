import { relative, sep } from "node:path";
import type { Rule } from "eslint";
import { projectFolder } from "../project-folder.ts";
import { judgeImport } from "./judge-import.ts";

type ImportingNode = Extract<
  Rule.Node,
  {
    type:
      "ImportDeclaration" | "ImportExpression" | "ExportNamedDeclaration" | "ExportAllDeclaration";
  }
>;

/** ESLint rule: imports go one way through the house, and the message says why. */
export const importDirections: Rule.RuleModule = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const file = relative(projectFolder, context.filename).split(sep).join("/");

    function check(node: ImportingNode) {
      const specifier = node.source?.type === "Literal" ? node.source.value : null;
      if (typeof specifier !== "string") return;
      const message = judgeImport(file, specifier);
      if (message !== null) context.report({ node, message });
    }

    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
