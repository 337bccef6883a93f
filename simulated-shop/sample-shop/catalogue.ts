import { addCollection } from "../world/collection.ts";
import { addProduct } from "../world/add-product.ts";
import type { Product } from "../world/product.ts";
import type { World } from "../world/world.ts";

type ProductLine = {
  readonly productType: string;
  readonly vendor: string;
  readonly items: Readonly<Record<string, number>>;
};

/** What the sample shop sells: product types, vendors, and items with their price in pence. */
const PRODUCT_LINES: readonly ProductLine[] = [
  {
    productType: "Candles",
    vendor: "Saltmarsh Wax",
    items: {
      "Sea Fog Candle": 2400,
      "Fig & Cedar Candle": 2600,
      "Beeswax Tapers, Pair": 1400,
      "Tealights, Box of 12": 900,
      "Winter Spice Candle": 2800,
    },
  },
  {
    productType: "Ceramics",
    vendor: "Tidepool Pottery",
    items: {
      "Speckled Mug": 1800,
      "Breakfast Bowl": 2200,
      "Serving Platter": 5800,
      "Egg Cup": 950,
      "Stoneware Jug": 4200,
      "Espresso Cup, Set of 2": 2600,
    },
  },
  {
    productType: "Textiles",
    vendor: "Loom & Ladder",
    items: {
      "Linen Tea Towel": 1350,
      "Wool Throw": 8900,
      "Cushion Cover": 3200,
      "Table Runner": 3800,
      "Waffle Bath Towel": 3400,
    },
  },
  {
    productType: "Stationery",
    vendor: "Pigeon Post",
    items: {
      "Dotted Notebook": 1250,
      "Letterpress Card": 450,
      "Brass Pen": 3600,
      "Weekly Planner": 1900,
      "Washi Tape": 500,
      "Wrapping Paper, 5 Sheets": 850,
    },
  },
  {
    productType: "Kitchen",
    vendor: "Copper Hearth",
    items: {
      "Olive Wood Board": 4500,
      "Pepper Mill": 5200,
      "Measuring Spoons": 1600,
      "Cast Iron Pan": 7600,
      Apron: 3300,
      "Salt Cellar": 2100,
    },
  },
  {
    productType: "Garden",
    vendor: "Hedge & Hollow",
    items: {
      "Terracotta Pot": 1500,
      "Herb Seeds, 6 Packets": 1200,
      "Garden Twine": 700,
      "Copper Watering Can": 6400,
      "Bird Feeder": 2300,
    },
  },
  {
    productType: "Prints",
    vendor: "Pigeon Post",
    items: {
      "Harbour Print A3": 3000,
      "Botanical Print A4": 2000,
      "Map Print A2": 4800,
      "Oak Frame A3": 3900,
    },
  },
  {
    productType: "Food",
    vendor: "Copper Hearth",
    items: {
      "Heather Honey": 850,
      "Sea Salt Caramels": 950,
      "Loose Leaf Tea": 1100,
      "Chutney, Set of 3": 1950,
      "Shortbread Tin": 1250,
    },
  },
];

/** Puts the sample shop's products into a world. */
export function addCatalogue(world: World): Product[] {
  return PRODUCT_LINES.flatMap(({ productType, vendor, items }) =>
    Object.entries(items).map(([title, priceMinor], index) =>
      addProduct(world, {
        title,
        productType,
        vendor,
        priceMinor,
        sku: `${productType.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(3, "0")}`,
      }),
    ),
  );
}

/** What the sample shop's pages put together: a collection for each kind of product, and some across. */
export function addCollections(world: World, products: readonly Product[]): void {
  const idsOf = (test: (product: Product) => boolean) => products.filter(test).map(({ id }) => id);
  for (const { productType } of PRODUCT_LINES)
    addCollection(world, {
      title: productType,
      productIds: idsOf((product) => product.productType === productType),
    });
  const tableware = ["Ceramics", "Kitchen", "Textiles"];
  addCollection(world, {
    title: "Set the table",
    productIds: idsOf((product) => tableware.includes(product.productType)),
  });
  addCollection(world, {
    title: "Gifts under £20",
    productIds: idsOf(({ priceMinor }) => priceMinor < 2_000),
  });
}

/** A gift card of any amount; not among the products that are drawn from. */
export function addGiftCard(world: World): Product {
  return addProduct(world, {
    title: "Gift Card",
    productType: "Gift Cards",
    vendor: world.shop.name,
    sku: "",
    priceMinor: 2500,
    isGiftCard: true,
  });
}
