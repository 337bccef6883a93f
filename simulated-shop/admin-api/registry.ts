import type { TypeResolvers } from "./field-resolver.ts";
import { bulkOperationCancel } from "./mutations/bulk-operation-cancel.ts";
import { bulkOperationRunMutation } from "./mutations/bulk-operation-run-mutation.ts";
import { bulkOperationRunQuery } from "./mutations/bulk-operation-run-query.ts";
import { customerUpdate } from "./mutations/customer-update.ts";
import { discountAutomaticActivate } from "./mutations/discount-automatic-activate.ts";
import { discountAutomaticBasicCreate } from "./mutations/discount-automatic-basic-create.ts";
import { discountAutomaticBasicUpdate } from "./mutations/discount-automatic-basic-update.ts";
import { discountAutomaticDeactivate } from "./mutations/discount-automatic-deactivate.ts";
import { discountAutomaticDelete } from "./mutations/discount-automatic-delete.ts";
import { metafieldsDelete } from "./mutations/metafields-delete.ts";
import { metafieldsSet } from "./mutations/metafields-set.ts";
import { segmentCreate } from "./mutations/segment-create.ts";
import { segmentDelete } from "./mutations/segment-delete.ts";
import { segmentUpdate } from "./mutations/segment-update.ts";
import { stagedUploadsCreate } from "./mutations/staged-uploads-create.ts";
import { tagsAdd } from "./mutations/tags-add.ts";
import { tagsRemove } from "./mutations/tags-remove.ts";
import { bulkOperationQueries } from "./queries/bulk-operations.ts";
import { customerSegmentMemberQueries } from "./queries/customer-segment-members.ts";
import { customerQueries } from "./queries/customers.ts";
import { discountQueries } from "./queries/discounts.ts";
import { nodeQueries } from "./queries/nodes.ts";
import { orderQueries } from "./queries/orders.ts";
import { segmentQueries } from "./queries/segments.ts";
import { shopQueries } from "./queries/shop.ts";
import { bulkOperationResolvers } from "./resolvers/bulk-operation.ts";
import { customerSegmentMemberResolvers } from "./resolvers/customer-segment-member.ts";
import { customerResolvers } from "./resolvers/customer.ts";
import { discountAutomaticNodeResolvers, discountNodeResolvers } from "./resolvers/discount.ts";
import { lineItemResolvers } from "./resolvers/line-item.ts";
import { metafieldResolvers } from "./resolvers/metafield.ts";
import { orderResolvers } from "./resolvers/order.ts";
import { productResolvers, productVariantResolvers } from "./resolvers/product.ts";
import { refundResolvers } from "./resolvers/refund.ts";
import { segmentResolvers } from "./resolvers/segment.ts";
import { shopResolvers } from "./resolvers/shop.ts";

/**
 * Everything the simulated Admin API answers, by GraphQL type. A new mutation is one file and one line here. Types that
 * are not listed (payloads, money, page infos) are read off the plain objects that resolvers return.
 */
export const RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  QueryRoot: {
    ...bulkOperationQueries,
    ...customerQueries,
    ...customerSegmentMemberQueries,
    ...discountQueries,
    ...nodeQueries,
    ...orderQueries,
    ...segmentQueries,
    ...shopQueries,
  },
  Mutation: {
    bulkOperationCancel,
    bulkOperationRunMutation,
    bulkOperationRunQuery,
    customerUpdate,
    discountAutomaticActivate,
    discountAutomaticBasicCreate,
    discountAutomaticBasicUpdate,
    discountAutomaticDeactivate,
    discountAutomaticDelete,
    metafieldsDelete,
    metafieldsSet,
    segmentCreate,
    segmentDelete,
    segmentUpdate,
    stagedUploadsCreate,
    tagsAdd,
    tagsRemove,
  },
  BulkOperation: bulkOperationResolvers,
  Customer: customerResolvers,
  CustomerSegmentMember: customerSegmentMemberResolvers,
  DiscountAutomaticNode: discountAutomaticNodeResolvers,
  DiscountNode: discountNodeResolvers,
  LineItem: lineItemResolvers,
  Metafield: metafieldResolvers,
  Order: orderResolvers,
  Product: productResolvers,
  ProductVariant: productVariantResolvers,
  Refund: refundResolvers,
  Segment: segmentResolvers,
  Shop: shopResolvers,
};
