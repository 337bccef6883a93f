import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";

// Words and shapes as captured from a real shop.

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const CREATE = `mutation ($definition: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $definition) {
  createdDefinition { id name namespace key ownerType description pinnedPosition validationStatus
    type { name category } validations { name value } access { admin storefront customerAccount }
    capabilities { adminFilterable { enabled eligible status } uniqueValues { enabled eligible } smartCollectionCondition { enabled eligible } } }
  userErrors { field message code } } }`;

type Created = {
  createdDefinition: { id: string; namespace: string } | null;
  userErrors: unknown[];
};

const tier = {
  name: "Tier",
  namespace: "loyalty",
  key: "tier",
  ownerType: "CUSTOMER",
  type: "single_line_text_field",
};

async function create(change: object = {}): Promise<Created> {
  return (await askFor(shop, CREATE, { definition: { ...tier, ...change } })) as Created;
}

async function setTier(value: string, change: object = {}) {
  const { namespace, key } = tier;
  const m = [{ ownerId: customerGid(shop, 1), namespace, key, value, ...change }];
  return askFor(
    shop,
    `mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { type value definition { name } } userErrors { field message code } } }`,
    { m },
  );
}

describe("creating", () => {
  test("a definition gives metafields their type and limits their values", async () => {
    expect(await create({ validations: [{ name: "choices", value: '["core","vip"]' }] })).toEqual({
      createdDefinition: {
        ...tier,
        id: expect.stringMatching(/^gid:\/\/shopify\/MetafieldDefinition\/\d+$/) as unknown,
        type: { name: "single_line_text_field", category: "TEXT" },
        description: null,
        pinnedPosition: null,
        validationStatus: "ALL_VALID",
        validations: [{ name: "choices", value: '["core","vip"]' }],
        access: { admin: "PUBLIC_READ_WRITE", storefront: "NONE", customerAccount: "NONE" },
        capabilities: {
          adminFilterable: { enabled: false, eligible: true, status: "NOT_FILTERABLE" },
          uniqueValues: { enabled: false, eligible: true },
          smartCollectionCondition: { enabled: false, eligible: false },
        },
      },
      userErrors: [],
    });
    expect(await setTier("core")).toEqual({
      metafields: [{ type: "single_line_text_field", value: "core", definition: { name: "Tier" } }],
      userErrors: [],
    });
    expect(await setTier("base")).toMatchObject({
      metafields: [],
      userErrors: [
        {
          message: 'Value does not exist in provided choices: ["core", "vip"].',
          code: "INVALID_VALUE",
        },
      ],
    });
    expect(await setTier("1", { type: "number_integer" })).toMatchObject({
      userErrors: [{ field: ["metafields", "0", "type"] }],
    });
  });

  test("one key has one definition for each kind of owner", async () => {
    expect(await create()).toMatchObject({
      createdDefinition: null,
      userErrors: [
        {
          field: ["definition", "key"],
          message: "Key is in use for Customer metafields on the 'loyalty' namespace.",
          code: "TAKEN",
        },
      ],
    });
    expect((await create({ ownerType: "ORDER" })).userErrors).toEqual([]);
  });

  test.each([
    [
      { namespace: "ab", key: "x" },
      [
        ["namespace", "Namespace is too short (minimum is 3 characters)", "TOO_SHORT"],
        ["key", "Key is too short (minimum is 2 characters)", "TOO_SHORT"],
      ],
    ],
    [
      { namespace: "my space" },
      [["namespace", "Namespace contains one or more invalid characters.", "INVALID_CHARACTER"]],
    ],
    [
      { key: "bad.key!" },
      [["key", "Key contains one or more invalid characters.", "INVALID_CHARACTER"]],
    ],
    [
      { name: "N".repeat(256) },
      [["name", "Name is too long (maximum is 255 characters)", "TOO_LONG"]],
    ],
    [
      { key: "v1", validations: [{ name: "scale_max", value: "1" }] },
      [
        [
          "validations",
          "Validations value for option scale_max contains an invalid value: 'scale_max' isn't supported for single_line_text_field.",
          "INVALID_OPTION",
        ],
      ],
    ],
    [
      {
        key: "v2",
        validations: [
          { name: "min", value: "5" },
          { name: "max", value: "1" },
        ],
      },
      [
        [
          "validations",
          "Validations contains an invalid value: 'min' must be less than 'max'.",
          "INVALID_OPTION",
        ],
      ],
    ],
    [
      { key: "v3", type: "rating" },
      [
        ["validations", "Validations requires 'scale_max' to be provided.", "INVALID_OPTION"],
        ["validations", "Validations requires 'scale_min' to be provided.", "INVALID_OPTION"],
      ],
    ],
  ])("%o is refused in Shopify's words", async (change, errors) => {
    expect((await create(change)).userErrors).toEqual(
      errors.map(([field, message, code]) => ({ field: ["definition", field], message, code })),
    );
  });

  test.each([
    [
      { key: "c1", type: "json", capabilities: { uniqueValues: { enabled: true } } },
      "The capability unique_values is not valid for this definition.",
      "INVALID_CAPABILITY",
    ],
    [
      { key: "c2", capabilities: { smartCollectionCondition: { enabled: true } } },
      "The capability smart_collection_condition is not valid for this definition.",
      "INVALID_CAPABILITY",
    ],
    [
      { key: "c3", access: { admin: "MERCHANT_READ" } },
      'Setting this access control is not permitted. It must be one of ["public_read_write"].',
      "INVALID",
    ],
  ])("%o is more than the definition can have", async (change, message, code) => {
    expect((await create(change)).userErrors).toEqual([{ field: ["definition"], message, code }]);
  });

  test("an unknown type is told with all there are", async () => {
    expect((await create({ key: "t1", type: "totally_made_up_type" })).userErrors).toMatchObject([
      {
        field: ["definition", "type"],
        message: expect.stringMatching(
          /^Type name totally_made_up_type is not a valid type\. Valid types are: antenna_gain, .*list\.order_reference\.$/,
        ) as unknown,
        code: "INCLUSION",
      },
    ]);
  });

  test("another app's namespace, and Shopify's, is denied", async () => {
    for (const namespace of ["app--999999999999--x", "shopify"]) {
      const { data, errors } = await ask(shop, CREATE, { definition: { ...tier, namespace } });
      expect(data).toEqual({ metafieldDefinitionCreate: null });
      expect(errors).toMatchObject([
        {
          message:
            "Access denied for metafieldDefinitionCreate field. Required access: API client to have access to the namespace and the resource type associated with the metafield definition.\n",
          path: ["metafieldDefinitionCreate"],
          extensions: { code: "ACCESS_DENIED" },
        },
      ]);
    }
  });
});

const DELETE = `mutation ($id: ID, $identifier: MetafieldDefinitionIdentifierInput, $all: Boolean = false) {
  metafieldDefinitionDelete(id: $id, identifier: $identifier, deleteAllAssociatedMetafields: $all) {
    deletedDefinitionId deletedDefinition { ownerType namespace key } userErrors { field message code } } }`;

describe("an app's own definition", () => {
  const own = { ...tier, namespace: "$app:program" };

  test("is found by $app and by its full namespace, and goes only with its metafields", async () => {
    const { createdDefinition } = await create({ namespace: "$app:program" });
    const full = createdDefinition?.namespace ?? "";
    expect(full).toMatch(/^app--\d+--program$/);
    const FIND = `query ($identifier: MetafieldDefinitionIdentifierInput) { metafieldDefinition(identifier: $identifier) { namespace metafieldsCount } }`;
    const identifier = { ownerType: own.ownerType, namespace: own.namespace, key: own.key };
    await setTier("anything", { namespace: "$app:program" });
    for (const namespace of ["$app:program", full])
      expect(await askFor(shop, FIND, { identifier: { ...identifier, namespace } })).toEqual({
        namespace: full,
        metafieldsCount: 1,
      });
    expect(await askFor(shop, DELETE, { identifier })).toEqual({
      deletedDefinitionId: null,
      deletedDefinition: null,
      userErrors: [
        {
          field: null,
          message:
            "Deleting a definition in a reserved namespace must have deleteAllAssociatedMetafields set to true.",
          code: "RESERVED_NAMESPACE_ORPHANED_METAFIELDS",
        },
      ],
    });
    expect(await askFor(shop, DELETE, { identifier, all: true })).toMatchObject({
      deletedDefinition: { namespace: full, key: "tier" },
      userErrors: [],
    });
    const READ = `query ($id: ID!, $n: String!) { customer(id: $id) { metafield(namespace: $n, key: "tier") { value } } }`;
    expect(await askFor(shop, READ, { id: customerGid(shop, 1), n: full })).toEqual({
      metafield: null,
    });
  });
});

describe("changing, pinning, deleting", () => {
  test("update leaves what it is not given, and never finds another identity", async () => {
    await create({ key: "standing", validations: [{ name: "max", value: "8" }] });
    const UPDATE = `mutation ($definition: MetafieldDefinitionUpdateInput!) { metafieldDefinitionUpdate(definition: $definition) {
      updatedDefinition { name description validations { name value } } validationJob { id } userErrors { field message code } } }`;
    const named = { ownerType: "CUSTOMER", namespace: "loyalty", key: "standing" };
    expect(await askFor(shop, UPDATE, { definition: { ...named, name: "Standing" } })).toEqual({
      updatedDefinition: {
        name: "Standing",
        description: null,
        validations: [{ name: "max", value: "8" }],
      },
      validationJob: null,
      userErrors: [],
    });
    expect(
      await askFor(shop, UPDATE, { definition: { ...named, key: "other", name: "x" } }),
    ).toEqual({
      updatedDefinition: null,
      validationJob: null,
      userErrors: [{ field: ["definition"], message: "Definition not found.", code: "NOT_FOUND" }],
    });
  });

  test("pins are counted, and a second pin is refused", async () => {
    const { createdDefinition } = await create({ key: "pinned", pin: true });
    const PIN = `mutation ($id: ID!) { metafieldDefinitionPin(definitionId: $id) { pinnedDefinition { pinnedPosition } userErrors { field message code } } }`;
    const UNPIN = PIN.replace("DefinitionPin", "DefinitionUnpin").replace(
      "pinnedDef",
      "unpinnedDef",
    );
    const { id } = createdDefinition ?? {};
    expect(await askFor(shop, PIN, { id })).toEqual({
      pinnedDefinition: null,
      userErrors: [{ field: null, message: "Definition already pinned.", code: "ALREADY_PINNED" }],
    });
    expect(await askFor(shop, UNPIN, { id })).toMatchObject({
      unpinnedDefinition: { pinnedPosition: null },
    });
    expect(await askFor(shop, UNPIN, { id })).toMatchObject({
      userErrors: [
        { message: expect.stringMatching(/^Definition \d+ isn't pinned\.$/) as unknown },
      ],
    });
  });

  test("definitions are listed by owner, namespace, key and pin", async () => {
    const LIST = `query ($n: String, $k: String) { metafieldDefinitions(ownerType: CUSTOMER, namespace: $n, key: $k, first: 5, pinnedStatus: UNPINNED, sortKey: NAME) { nodes { key ownerType } } }`;
    expect(await askFor(shop, LIST, { n: "loyalty", k: "standing" })).toEqual({
      nodes: [{ key: "standing", ownerType: "CUSTOMER" }],
    });
    expect(await askFor(shop, LIST, { n: "nothing" })).toEqual({ nodes: [] });
  });

  test("a deleted definition leaves its metafields, unless asked to take them", async () => {
    const identifier = { ownerType: "CUSTOMER", namespace: "loyalty", key: "tier" };
    expect(await askFor(shop, DELETE, { identifier })).toMatchObject({ userErrors: [] });
    const READ = `query ($id: ID!) { customer(id: $id) { metafield(namespace: "loyalty", key: "tier") { value definition { id } } } }`;
    expect(await askFor(shop, READ, { id: customerGid(shop, 1) })).toEqual({
      metafield: { value: "core", definition: null },
    });
  });

  test("a reference's definition cannot leave its metafields", async () => {
    await create({ key: "friend", type: "customer_reference" });
    const identifier = { ownerType: "CUSTOMER", namespace: "loyalty", key: "friend" };
    expect(await askFor(shop, DELETE, { identifier })).toMatchObject({
      userErrors: [
        {
          message:
            "Deleting a reference type metafield definition requires deletion of its associated metafields.",
          code: "REFERENCE_TYPE_DELETION_ERROR",
        },
      ],
    });
  });
});
