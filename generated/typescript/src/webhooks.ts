// Generated from the message catalog. Change it there.
import type { MessagePayloads, ReceivedPayloads } from './message-types.js';
import { AnalyticsCollectionRequestMessageSchema } from './validators/analytics-collection-request.js';
import { BackendLoggingEventMessageSchema } from './validators/backend-logging-event.js';
import { EkgEdgeBatchCreateCompletedMessageSchema } from './validators/ekg-edge-batch-create-completed.js';
import { EkgEdgeBatchCreateRequestMessageSchema } from './validators/ekg-edge-batch-create-request.js';
import { EtsyAnalyticsSyncCompletedMessageSchema } from './validators/etsy-analytics-sync-completed.js';
import { EtsyAnalyticsSyncRequestMessageSchema } from './validators/etsy-analytics-sync-request.js';
import { EtsyPublishListingCompletedMessageSchema } from './validators/etsy-publish-listing-completed.js';
import { EtsyPublishListingRequestMessageSchema } from './validators/etsy-publish-listing-request.js';
import { FileDownloadCompletedMessageSchema } from './validators/file-download-completed.js';
import { FileDownloadRequestMessageSchema } from './validators/file-download-request.js';
import { FileVectorizeCompletedMessageSchema } from './validators/file-vectorize-completed.js';
import { FileVectorizeRequestMessageSchema } from './validators/file-vectorize-request.js';
import { MarketplaceAnalyticsSyncCompletedMessageSchema } from './validators/marketplace-analytics-sync-completed.js';
import { MarketplaceAnalyticsSyncRequestMessageSchema } from './validators/marketplace-analytics-sync-request.js';
import { MarketplaceConnectionSyncCompletedMessageSchema } from './validators/marketplace-connection-sync-completed.js';
import { MarketplaceConnectionSyncRequestMessageSchema } from './validators/marketplace-connection-sync-request.js';
import { MarketplaceCredentialRotationCompletedMessageSchema } from './validators/marketplace-credential-rotation-completed.js';
import { MarketplaceCredentialRotationRequestMessageSchema } from './validators/marketplace-credential-rotation-request.js';
import { MarketplaceIntelligenceEventMessageSchema } from './validators/marketplace-intelligence-event.js';
import { MarketplaceListingDescriptionGenerationCompletedMessageSchema } from './validators/marketplace-listing-description-generation-completed.js';
import { MarketplaceListingDescriptionGenerationRequestMessageSchema } from './validators/marketplace-listing-description-generation-request.js';
import { MarketplaceListingSyncCompletedMessageSchema } from './validators/marketplace-listing-sync-completed.js';
import { MarketplaceListingSyncRequestMessageSchema } from './validators/marketplace-listing-sync-request.js';
import { MarketplaceListingTagsGenerationCompletedMessageSchema } from './validators/marketplace-listing-tags-generation-completed.js';
import { MarketplaceListingTagsGenerationRequestMessageSchema } from './validators/marketplace-listing-tags-generation-request.js';
import { MarketplaceListingTitleGenerationCompletedMessageSchema } from './validators/marketplace-listing-title-generation-completed.js';
import { MarketplaceListingTitleGenerationRequestMessageSchema } from './validators/marketplace-listing-title-generation-request.js';
import { MarketplaceListingUpdateCompletedMessageSchema } from './validators/marketplace-listing-update-completed.js';
import { MarketplaceListingUpdateRequestMessageSchema } from './validators/marketplace-listing-update-request.js';
import { MarketplacePublishListingCompletedMessageSchema } from './validators/marketplace-publish-listing-completed.js';
import { MarketplacePublishListingRequestMessageSchema } from './validators/marketplace-publish-listing-request.js';
import { MediaBatchDownloadCompletedMessageSchema } from './validators/media-batch-download-completed.js';
import { MediaBatchDownloadRequestMessageSchema } from './validators/media-batch-download-request.js';
import { MetamodelMetadataGenerationCompletedMessageSchema } from './validators/metamodel-metadata-generation-completed.js';
import { MetamodelMetadataGenerationRequestMessageSchema } from './validators/metamodel-metadata-generation-request.js';
import { ModelAnalyticsCollectionRequestMessageSchema } from './validators/model-analytics-collection-request.js';
import { ModelDiscoveryFolderProcessedEventMessageSchema } from './validators/model-discovery-folder-processed-event.js';
import { ModelDiscoveryScanFoundEventMessageSchema } from './validators/model-discovery-scan-found-event.js';
import { ModelDiscoveryScanProgressEventMessageSchema } from './validators/model-discovery-scan-progress-event.js';
import { ModelDiscoveryScanRequestMessageSchema } from './validators/model-discovery-scan-request.js';
import { ModelFinderIndexRequestMessageSchema } from './validators/model-finder-index-request.js';
import { ModelFinderResponseMessageSchema } from './validators/model-finder-response.js';
import { ModelFinderSearchRequestMessageSchema } from './validators/model-finder-search-request.js';
import { ModelMetadataGenerationCompletedMessageSchema } from './validators/model-metadata-generation-completed.js';
import { ModelMetadataGenerationRequestMessageSchema } from './validators/model-metadata-generation-request.js';
import { ModelMetamodelDetectionFoundMessageSchema } from './validators/model-metamodel-detection-found.js';
import { ModelMetamodelDetectionRequestMessageSchema } from './validators/model-metamodel-detection-request.js';
import { ModelSellabilityAnalysisCompletedMessageSchema } from './validators/model-sellability-analysis-completed.js';
import { ModelSellabilityAnalysisRequestMessageSchema } from './validators/model-sellability-analysis-request.js';
import { ModelSemanticAnalysisCompletedMessageSchema } from './validators/model-semantic-analysis-completed.js';
import { ModelSemanticAnalysisRequestMessageSchema } from './validators/model-semantic-analysis-request.js';
import { ModelTechnicalMetadataCompletedMessageSchema } from './validators/model-technical-metadata-completed.js';
import { ModelTechnicalMetadataRequestMessageSchema } from './validators/model-technical-metadata-request.js';
import { ThumbnailGenerationCompletedMessageSchema } from './validators/thumbnail-generation-completed.js';
import { ThumbnailGenerationRequestMessageSchema } from './validators/thumbnail-generation-request.js';
import { UserEngagementEventMessageSchema } from './validators/user-engagement-event.js';
import { WorkerAnalyticsEventMessageSchema } from './validators/worker-analytics-event.js';
import { WorkerMetricsEnrichedEventMessageSchema } from './validators/worker-metrics-enriched-event.js';
import type { WebhookEventOf } from './webhooks/event.js';
import { createWebhookParser } from './webhooks/parse-webhook.js';
import { signEvent, type SignWebhook } from './webhooks/sign-webhook.js';

export { ConfigurationError } from './runtime/errors/configuration-error.js';
export { InvalidArgumentError } from './runtime/errors/invalid-argument-error.js';
export type { ValidationProblem } from './runtime/validation.js';
export * from './webhooks/errors/index.js';
export type { ParseWebhookOptions } from './webhooks/parse-webhook.js';
export type {
  FetchWebhookRequest,
  NodeWebhookRequest,
  RawBodyWebhookRequest,
  RawWebhookRequest,
  WebhookHeaders,
  WebhookRequest,
} from './webhooks/request.js';
export type { SignedWebhook, SignWebhookOptions } from './webhooks/sign-webhook.js';

/** A verified webhook: `type` tells the message, and with it the type of `data`. */
export type WebhookEvent = WebhookEventOf<ReceivedPayloads>;

/**
 * Verifies a webhook of the worker backend and reads it. A webhook may be delivered more than once: keep its `id` where
 * acting on it twice would hurt.
 *
 * @param request - A Fetch `Request`, an `IncomingMessage` of `node:http`, or what a framework makes of one: `{ headers, body }`
 * or `{ headers, rawBody }` with the body as text or bytes.
 * @param options - The secret, which is required, and limits.
 * @returns The event.
 * @throws {@link WebhookVerificationError} if it is not certain that the backend sent it just now: answer 401.
 * @throws {@link WebhookPayloadError} if the body is of no use; its `status` says what to answer.
 * @throws {@link ConfigurationError} if there is no usable secret.
 * @throws {@link InvalidArgumentError} if an option cannot be used.
 */
export const parseWebhook = /* @__PURE__ */ createWebhookParser<ReceivedPayloads>({
  'analytics-collection-request': AnalyticsCollectionRequestMessageSchema,
  'backend-logging-event': BackendLoggingEventMessageSchema,
  'ekg-edge-batch-create-completed': EkgEdgeBatchCreateCompletedMessageSchema,
  'ekg-edge-batch-create-request': EkgEdgeBatchCreateRequestMessageSchema,
  'etsy-analytics-sync-completed': EtsyAnalyticsSyncCompletedMessageSchema,
  'etsy-analytics-sync-request': EtsyAnalyticsSyncRequestMessageSchema,
  'etsy-publish-listing-completed': EtsyPublishListingCompletedMessageSchema,
  'etsy-publish-listing-request': EtsyPublishListingRequestMessageSchema,
  'file-download-completed': FileDownloadCompletedMessageSchema,
  'file-download-request': FileDownloadRequestMessageSchema,
  'file-vectorize-completed': FileVectorizeCompletedMessageSchema,
  'file-vectorize-request': FileVectorizeRequestMessageSchema,
  'marketplace-analytics-sync-completed': MarketplaceAnalyticsSyncCompletedMessageSchema,
  'marketplace-analytics-sync-request': MarketplaceAnalyticsSyncRequestMessageSchema,
  'marketplace-connection-sync-completed': MarketplaceConnectionSyncCompletedMessageSchema,
  'marketplace-connection-sync-request': MarketplaceConnectionSyncRequestMessageSchema,
  'marketplace-credential-rotation-completed': MarketplaceCredentialRotationCompletedMessageSchema,
  'marketplace-credential-rotation-request': MarketplaceCredentialRotationRequestMessageSchema,
  'marketplace-intelligence-event': MarketplaceIntelligenceEventMessageSchema,
  'marketplace-listing-description-generation-completed': MarketplaceListingDescriptionGenerationCompletedMessageSchema,
  'marketplace-listing-description-generation-request': MarketplaceListingDescriptionGenerationRequestMessageSchema,
  'marketplace-listing-sync-completed': MarketplaceListingSyncCompletedMessageSchema,
  'marketplace-listing-sync-request': MarketplaceListingSyncRequestMessageSchema,
  'marketplace-listing-tags-generation-completed': MarketplaceListingTagsGenerationCompletedMessageSchema,
  'marketplace-listing-tags-generation-request': MarketplaceListingTagsGenerationRequestMessageSchema,
  'marketplace-listing-title-generation-completed': MarketplaceListingTitleGenerationCompletedMessageSchema,
  'marketplace-listing-title-generation-request': MarketplaceListingTitleGenerationRequestMessageSchema,
  'marketplace-listing-update-completed': MarketplaceListingUpdateCompletedMessageSchema,
  'marketplace-listing-update-request': MarketplaceListingUpdateRequestMessageSchema,
  'marketplace-publish-listing-completed': MarketplacePublishListingCompletedMessageSchema,
  'marketplace-publish-listing-request': MarketplacePublishListingRequestMessageSchema,
  'media-batch-download-completed': MediaBatchDownloadCompletedMessageSchema,
  'media-batch-download-request': MediaBatchDownloadRequestMessageSchema,
  'metamodel-metadata-generation-completed': MetamodelMetadataGenerationCompletedMessageSchema,
  'metamodel-metadata-generation-request': MetamodelMetadataGenerationRequestMessageSchema,
  'model-analytics-collection-request': ModelAnalyticsCollectionRequestMessageSchema,
  'model-discovery-folder-processed-event': ModelDiscoveryFolderProcessedEventMessageSchema,
  'model-discovery-scan-found-event': ModelDiscoveryScanFoundEventMessageSchema,
  'model-discovery-scan-progress-event': ModelDiscoveryScanProgressEventMessageSchema,
  'model-discovery-scan-request': ModelDiscoveryScanRequestMessageSchema,
  'model-finder-index-request': ModelFinderIndexRequestMessageSchema,
  'model-finder-response': ModelFinderResponseMessageSchema,
  'model-finder-search-request': ModelFinderSearchRequestMessageSchema,
  'model-metadata-generation-completed': ModelMetadataGenerationCompletedMessageSchema,
  'model-metadata-generation-request': ModelMetadataGenerationRequestMessageSchema,
  'model-metamodel-detection-found': ModelMetamodelDetectionFoundMessageSchema,
  'model-metamodel-detection-request': ModelMetamodelDetectionRequestMessageSchema,
  'model-sellability-analysis-completed': ModelSellabilityAnalysisCompletedMessageSchema,
  'model-sellability-analysis-request': ModelSellabilityAnalysisRequestMessageSchema,
  'model-semantic-analysis-completed': ModelSemanticAnalysisCompletedMessageSchema,
  'model-semantic-analysis-request': ModelSemanticAnalysisRequestMessageSchema,
  'model-technical-metadata-completed': ModelTechnicalMetadataCompletedMessageSchema,
  'model-technical-metadata-request': ModelTechnicalMetadataRequestMessageSchema,
  'thumbnail-generation-completed': ThumbnailGenerationCompletedMessageSchema,
  'thumbnail-generation-request': ThumbnailGenerationRequestMessageSchema,
  'user-engagement-event': UserEngagementEventMessageSchema,
  'worker-analytics-event': WorkerAnalyticsEventMessageSchema,
  'worker-metrics-enriched-event': WorkerMetricsEnrichedEventMessageSchema,
});

/**
 * Signs a webhook, for those who send them.
 *
 * @param event - What is sent: `type`, `data`, and where they apply `timestamp` and `jobId`.
 * @param options - The secret; `id` and `timestamp` have defaults.
 * @returns The header fields and the body to send as they are.
 * @throws {@link ConfigurationError} if there is no usable secret.
 * @throws {@link InvalidArgumentError} if the data is no JSON, or the id or timestamp cannot be used.
 */
export const signWebhook: SignWebhook<MessagePayloads> = signEvent;
