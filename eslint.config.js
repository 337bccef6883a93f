import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { importDirections } from "./scripts/lint/import-directions.ts";

const typescript = ["**/*.{ts,tsx}"];
const tests = ["**/*.test.{ts,tsx}", "tests/**", "**/testing/**"];

const wholeOfPolaris = {
  selector: "ImportDeclaration[source.value='@shopify/polaris'] > ImportNamespaceSpecifier",
  message: "Import the components by name: the whole of Polaris would go to the browser.",
};
const readingTheClock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: "The engine has no clock: take asOf.",
};

export default defineConfig(
  globalIgnores([
    "node_modules/",
    "build/",
    ".echelon/",
    ".shopify/",
    "app/generated/",
    "extensions/*/dist/",
    // Written by Shopify's CLI when it builds.
    "extensions/*/shopify.d.ts",
    "public/",
  ]),
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers and ids in messages read well as they are.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      // `() => log(x)` is the usual way to write a callback.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Overflows the stack on graphql-js's recursive types (typescript-eslint 8.73).
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      // Remix answers by throwing a Response.
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: [{ from: "lib", name: "Response" }] },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ["**/*.{js,mjs,ts,tsx}"],
    plugins: { echelon: { rules: { "import-directions": importDirections } } },
    rules: {
      "echelon/import-directions": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-restricted-syntax": ["error", wholeOfPolaris],
    },
  },
  {
    files: ["app/scoring/**/*.ts"],
    ignores: tests,
    rules: {
      "no-restricted-syntax": ["error", wholeOfPolaris, readingTheClock],
      "no-restricted-properties": [
        "error",
        { object: "Date", property: "now", message: "The engine has no clock: take asOf." },
        { object: "Math", property: "random", message: "The engine must answer the same twice." },
      ],
      "no-restricted-globals": [
        "error",
        { name: "process", message: "The engine has no environment: take a setting." },
        { name: "fetch", message: "The engine has no network: take the data." },
      ],
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["node:*"], message: "The engine reads no file and no clock." }] },
      ],
    },
  },
  {
    files: tests,
    rules: {
      // `expect(object.method)` and half-typed answers of a fake are fine in a test.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
);
