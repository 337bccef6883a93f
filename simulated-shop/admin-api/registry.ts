import type { TypeResolvers } from "./field-resolver.ts";
import { appUninstall } from "./mutations/app-uninstall.ts";
import { bulkOperationCancel } from "./mutations/bulk-operation-cancel.ts";
import { bulkOperationRunMutation } from "./mutations/bulk-operation-run-mutation.ts";
import { bulkOperationRunQuery } from "./mutations/bulk-operation-run-query.ts";
import { customerSegmentMembersQueryCreate } from "./mutations/segments/customer-segment-members-query-create.ts";
import { discountAutomaticActivate } from "./mutations/discounts/discount-automatic-activate.ts";
import { discountAutomaticBasicCreate } from "./mutations/discounts/discount-automatic-basic-create.ts";
import { discountAutomaticBasicUpdate } from "./mutations/discounts/discount-automatic-basic-update.ts";
import { discountAutomaticBulkDelete } from "./mutations/discounts/discount-automatic-bulk-delete.ts";
import { discountAutomaticBxgyCreate } from "./mutations/discounts/discount-automatic-bxgy-create.ts";
import { discountAutomaticBxgyUpdate } from "./mutations/discounts/discount-automatic-bxgy-update.ts";
import { discountAutomaticDeactivate } from "./mutations/discounts/discount-automatic-deactivate.ts";
import { discountAutomaticDelete } from "./mutations/discounts/discount-automatic-delete.ts";
import { discountAutomaticFreeShippingCreate } from "./mutations/discounts/discount-automatic-free-shipping-create.ts";
import { discountAutomaticFreeShippingUpdate } from "./mutations/discounts/discount-automatic-free-shipping-update.ts";
import { discountCodeActivate } from "./mutations/discounts/discount-code-activate.ts";
import { discountCodeBasicCreate } from "./mutations/discounts/discount-code-basic-create.ts";
import { discountCodeBasicUpdate } from "./mutations/discounts/discount-code-basic-update.ts";
import { discountCodeBulkActivate } from "./mutations/discounts/discount-code-bulk-activate.ts";
import { discountCodeBulkDeactivate } from "./mutations/discounts/discount-code-bulk-deactivate.ts";
import { discountCodeBulkDelete } from "./mutations/discounts/discount-code-bulk-delete.ts";
import { discountCodeBxgyCreate } from "./mutations/discounts/discount-code-bxgy-create.ts";
import { discountCodeBxgyUpdate } from "./mutations/discounts/discount-code-bxgy-update.ts";
import { discountCodeDeactivate } from "./mutations/discounts/discount-code-deactivate.ts";
import { discountCodeDelete } from "./mutations/discounts/discount-code-delete.ts";
import { discountCodeFreeShippingCreate } from "./mutations/discounts/discount-code-free-shipping-create.ts";
import { discountCodeFreeShippingUpdate } from "./mutations/discounts/discount-code-free-shipping-update.ts";
import { discountCodeRedeemCodeBulkDelete } from "./mutations/discounts/discount-code-redeem-code-bulk-delete.ts";
import { discountRedeemCodeBulkAdd } from "./mutations/discounts/discount-redeem-code-bulk-add.ts";
import {
  bulkCreationQueries,
  bulkCreationResolvers,
} from "./mutations/discounts/redeem-code-bulk-creation.ts";
import { metafieldDefinitionCreate } from "./mutations/metafields/metafield-definition-create.ts";
import { metafieldDefinitionDelete } from "./mutations/metafields/metafield-definition-delete.ts";
import { metafieldDefinitionPin } from "./mutations/metafields/metafield-definition-pin.ts";
import { metafieldDefinitionUnpin } from "./mutations/metafields/metafield-definition-unpin.ts";
import { metafieldDefinitionUpdate } from "./mutations/metafields/metafield-definition-update.ts";
import { metafieldsDelete } from "./mutations/metafields/metafields-delete.ts";
import { metafieldsSet } from "./mutations/metafields/metafields-set.ts";
import { segmentCreate } from "./mutations/segments/segment-create.ts";
import { segmentDelete } from "./mutations/segments/segment-delete.ts";
import { segmentUpdate } from "./mutations/segments/segment-update.ts";
import { stagedUploadsCreate } from "./mutations/staged-uploads-create.ts";
import { tagsAdd } from "./mutations/tags/tags-add.ts";
import { tagsRemove } from "./mutations/tags/tags-remove.ts";
import {
  webPixelCreate,
  webPixelDelete,
  webPixelQueries,
  webPixelResolvers,
  webPixelUpdate,
} from "./mutations/web-pixel.ts";
import { webhookSubscriptionCreate } from "./mutations/webhook-subscriptions/webhook-subscription-create.ts";
import { webhookSubscriptionDelete } from "./mutations/webhook-subscriptions/webhook-subscription-delete.ts";
import { webhookSubscriptionUpdate } from "./mutations/webhook-subscriptions/webhook-subscription-update.ts";
import { orderCancel } from "./mutations/orders/order-cancel.ts";
import { orderClose } from "./mutations/orders/order-close.ts";
import { orderCreate } from "./mutations/orders/order-create.ts";
import { orderDelete } from "./mutations/orders/order-delete.ts";
import { orderEditAddCustomItem } from "./mutations/orders/order-edit-add-custom-item.ts";
import { orderEditAddLineItemDiscount } from "./mutations/orders/order-edit-add-line-item-discount.ts";
import { orderEditAddVariant } from "./mutations/orders/order-edit-add-variant.ts";
import { orderEditBegin } from "./mutations/orders/order-edit-begin.ts";
import { orderEditCommit } from "./mutations/orders/order-edit-commit.ts";
import { orderEditSetQuantity } from "./mutations/orders/order-edit-set-quantity.ts";
import { orderMarkAsPaid } from "./mutations/orders/order-mark-as-paid.ts";
import { orderOpen } from "./mutations/orders/order-open.ts";
import { orderUpdate } from "./mutations/orders/order-update.ts";
import { refundCreate } from "./mutations/orders/refund-create.ts";
import { customerCancelDataErasure } from "./mutations/customers/customer-cancel-data-erasure.ts";
import { customerCreate } from "./mutations/customers/customer-create.ts";
import { customerDelete } from "./mutations/customers/customer-delete.ts";
import { customerEmailMarketingConsentUpdate } from "./mutations/customers/customer-email-marketing-consent-update.ts";
import { customerMerge } from "./mutations/customers/customer-merge.ts";
import { customerRequestDataErasure } from "./mutations/customers/customer-request-data-erasure.ts";
import { customerSet } from "./mutations/customers/customer-set.ts";
import { customerUpdate } from "./mutations/customers/customer-update.ts";
import { flowTriggerReceive } from "./mutations/flow/flow-trigger-receive.ts";
import { abandonedCheckoutQueries } from "./queries/abandoned-checkouts.ts";
import { bulkOperationQueries } from "./queries/bulk-operations.ts";
import { collectionQueries } from "./queries/collections.ts";
import { customerSegmentMemberQueries } from "./queries/customer-segment-members.ts";
import { customerMergeQueries } from "./queries/customer-merges.ts";
import { customerQueries } from "./queries/customers.ts";
import { discountQueries } from "./queries/discounts.ts";
import { jobQueries, jobResolvers } from "./queries/jobs.ts";
import { metafieldDefinitionQueries } from "./queries/metafield-definitions.ts";
import { nodeQueries } from "./queries/nodes.ts";
import { orderQueries } from "./queries/orders.ts";
import { segmentFilterQueries } from "./queries/segment-filters.ts";
import { productQueries } from "./queries/products.ts";
import { segmentQueries } from "./queries/segments.ts";
import { shopQueries } from "./queries/shop.ts";
import { webhookSubscriptionQueries } from "./queries/webhook-subscriptions.ts";
import {
  abandonedCheckoutLineItemResolvers,
  abandonedCheckoutResolvers,
} from "./resolvers/abandoned-checkout.ts";
import { bulkOperationResolvers } from "./resolvers/bulk-operation.ts";
import {
  calculatedLineItemResolvers,
  calculatedOrderResolvers,
} from "./resolvers/calculated-order.ts";
import { collectionResolvers } from "./resolvers/collection.ts";
import { customerSegmentMemberResolvers } from "./resolvers/customer-segment-member.ts";
import { customerResolvers, customerStatisticsResolvers } from "./resolvers/customer.ts";
import {
  discountAutomaticNodeResolvers,
  discountCodeNodeResolvers,
  discountNodeResolvers,
  discountTypeResolvers,
  redeemCodeResolvers,
} from "./resolvers/discount.ts";
import {
  discountCollectionsResolvers,
  discountProductsResolvers,
} from "./resolvers/discount-parts.ts";
import { lineItemResolvers } from "./resolvers/line-item.ts";
import { metafieldDefinitionResolvers } from "./resolvers/metafield-definition.ts";
import { metafieldResolvers } from "./resolvers/metafield.ts";
import { orderResolvers } from "./resolvers/order.ts";
import { productResolvers, productVariantResolvers } from "./resolvers/product.ts";
import { orderTransactionResolvers } from "./resolvers/order-transaction.ts";
import { refundLineItemResolvers, refundResolvers } from "./resolvers/refund.ts";
import { segmentStatisticsResolvers } from "./resolvers/segment-statistics.ts";
import { segmentResolvers } from "./resolvers/segment.ts";
import { shopResolvers } from "./resolvers/shop.ts";
import { webhookSubscriptionResolvers } from "./resolvers/webhook-subscription.ts";

/**
 * Everything the simulated Admin API answers, by GraphQL type. A new mutation is one file and one line here. Types that
 * are not listed (payloads, money, page infos) are read off the plain objects that resolvers return.
 */
export const RESOLVERS: Readonly<Record<string, TypeResolvers>> = {
  QueryRoot: {
    ...abandonedCheckoutQueries,
    ...bulkCreationQueries,
    ...bulkOperationQueries,
    ...collectionQueries,
    ...customerMergeQueries,
    ...customerQueries,
    ...customerSegmentMemberQueries,
    ...discountQueries,
    ...jobQueries,
    ...metafieldDefinitionQueries,
    ...nodeQueries,
    ...orderQueries,
    ...productQueries,
    ...segmentFilterQueries,
    ...segmentQueries,
    ...shopQueries,
    ...webPixelQueries,
    ...webhookSubscriptionQueries,
  },
  Mutation: {
    customerCancelDataErasure,
    customerCreate,
    customerDelete,
    customerEmailMarketingConsentUpdate,
    customerMerge,
    customerRequestDataErasure,
    customerSet,
    customerUpdate,
    flowTriggerReceive,
    orderCancel,
    orderClose,
    orderCreate,
    orderDelete,
    orderEditAddCustomItem,
    orderEditAddLineItemDiscount,
    orderEditAddVariant,
    orderEditBegin,
    orderEditCommit,
    orderEditSetQuantity,
    orderMarkAsPaid,
    orderOpen,
    orderUpdate,
    refundCreate,
    appUninstall,
    bulkOperationCancel,
    bulkOperationRunMutation,
    bulkOperationRunQuery,
    customerSegmentMembersQueryCreate,
    discountAutomaticActivate,
    discountAutomaticBasicCreate,
    discountAutomaticBasicUpdate,
    discountAutomaticBulkDelete,
    discountAutomaticBxgyCreate,
    discountAutomaticBxgyUpdate,
    discountAutomaticDeactivate,
    discountAutomaticDelete,
    discountAutomaticFreeShippingCreate,
    discountAutomaticFreeShippingUpdate,
    discountCodeActivate,
    discountCodeBasicCreate,
    discountCodeBasicUpdate,
    discountCodeBulkActivate,
    discountCodeBulkDeactivate,
    discountCodeBulkDelete,
    discountCodeBxgyCreate,
    discountCodeBxgyUpdate,
    discountCodeDeactivate,
    discountCodeDelete,
    discountCodeFreeShippingCreate,
    discountCodeFreeShippingUpdate,
    discountCodeRedeemCodeBulkDelete,
    discountRedeemCodeBulkAdd,
    metafieldDefinitionCreate,
    metafieldDefinitionDelete,
    metafieldDefinitionPin,
    metafieldDefinitionUnpin,
    metafieldDefinitionUpdate,
    metafieldsDelete,
    metafieldsSet,
    segmentCreate,
    segmentDelete,
    segmentUpdate,
    stagedUploadsCreate,
    tagsAdd,
    tagsRemove,
    webPixelCreate,
    webPixelDelete,
    webPixelUpdate,
    webhookSubscriptionCreate,
    webhookSubscriptionDelete,
    webhookSubscriptionUpdate,
  },
  ...discountTypeResolvers,
  AbandonedCheckout: abandonedCheckoutResolvers,
  AbandonedCheckoutLineItem: abandonedCheckoutLineItemResolvers,
  BulkOperation: bulkOperationResolvers,
  CalculatedLineItem: calculatedLineItemResolvers,
  CalculatedOrder: calculatedOrderResolvers,
  Collection: collectionResolvers,
  Customer: customerResolvers,
  CustomerSegmentMember: customerSegmentMemberResolvers,
  CustomerStatistics: customerStatisticsResolvers,
  DiscountAutomaticNode: discountAutomaticNodeResolvers,
  DiscountCodeNode: discountCodeNodeResolvers,
  DiscountCollections: discountCollectionsResolvers,
  DiscountNode: discountNodeResolvers,
  DiscountProducts: discountProductsResolvers,
  DiscountRedeemCode: redeemCodeResolvers,
  DiscountRedeemCodeBulkCreation: bulkCreationResolvers,
  Job: jobResolvers,
  LineItem: lineItemResolvers,
  Metafield: metafieldResolvers,
  MetafieldDefinition: metafieldDefinitionResolvers,
  Order: orderResolvers,
  Product: productResolvers,
  ProductVariant: productVariantResolvers,
  OrderTransaction: orderTransactionResolvers,
  Refund: refundResolvers,
  RefundLineItem: refundLineItemResolvers,
  Segment: segmentResolvers,
  SegmentStatistics: segmentStatisticsResolvers,
  Shop: shopResolvers,
  WebPixel: webPixelResolvers,
  WebhookSubscription: webhookSubscriptionResolvers,
};
