// Generated from the message catalog. Change it there.
export { WorkerClient, type WorkerClientLike } from './client.js';
export { JobSender } from './job-sender.js';
export { MessageTypes } from './message-types.js';
export type {
  JobStatus,
  MessageOutcomes,
  MessagePayloads,
  MessageType,
  OutcomeOf,
  ReceivedPayloads,
} from './message-types.js';
export * from './runtime/index.js';
export type { AnalyticsCollectionRequestMessage } from './messages/analytics-collection-request.js';
export type { BackendLoggingEventMessage } from './messages/backend-logging-event.js';
export type { EkgEdgeBatchCreateCompletedMessage } from './messages/ekg-edge-batch-create-completed.js';
export type { EkgEdgeBatchCreateRequestMessage } from './messages/ekg-edge-batch-create-request.js';
export type { EtsyAnalyticsSyncCompletedMessage } from './messages/etsy-analytics-sync-completed.js';
export type { EtsyAnalyticsSyncRequestMessage } from './messages/etsy-analytics-sync-request.js';
export type { EtsyPublishListingCompletedMessage } from './messages/etsy-publish-listing-completed.js';
export type { EtsyPublishListingRequestMessage } from './messages/etsy-publish-listing-request.js';
export type { FileDownloadCompletedMessage } from './messages/file-download-completed.js';
export type { FileDownloadRequestMessage } from './messages/file-download-request.js';
export type { FileVectorizeCompletedMessage } from './messages/file-vectorize-completed.js';
export type { FileVectorizeRequestMessage } from './messages/file-vectorize-request.js';
export type { MarketplaceIntelligenceEventMessage } from './messages/marketplace-intelligence-event.js';
export type { MarketplaceListingDescriptionGenerationCompletedMessage } from './messages/marketplace-listing-description-generation-completed.js';
export type { MarketplaceListingDescriptionGenerationRequestMessage } from './messages/marketplace-listing-description-generation-request.js';
export type { MarketplaceListingTagsGenerationCompletedMessage } from './messages/marketplace-listing-tags-generation-completed.js';
export type { MarketplaceListingTagsGenerationRequestMessage } from './messages/marketplace-listing-tags-generation-request.js';
export type { MarketplaceListingTitleGenerationCompletedMessage } from './messages/marketplace-listing-title-generation-completed.js';
export type { MarketplaceListingTitleGenerationRequestMessage } from './messages/marketplace-listing-title-generation-request.js';
export type { MediaBatchDownloadCompletedMessage } from './messages/media-batch-download-completed.js';
export type { MediaBatchDownloadRequestMessage } from './messages/media-batch-download-request.js';
export type { MetamodelMetadataGenerationCompletedMessage } from './messages/metamodel-metadata-generation-completed.js';
export type { MetamodelMetadataGenerationRequestMessage } from './messages/metamodel-metadata-generation-request.js';
export type { ModelAnalyticsCollectionRequestMessage } from './messages/model-analytics-collection-request.js';
export type { ModelDiscoveryFolderProcessedEventMessage } from './messages/model-discovery-folder-processed-event.js';
export type { ModelDiscoveryScanFoundEventMessage } from './messages/model-discovery-scan-found-event.js';
export type { ModelDiscoveryScanProgressEventMessage } from './messages/model-discovery-scan-progress-event.js';
export type { ModelDiscoveryScanRequestMessage } from './messages/model-discovery-scan-request.js';
export type { ModelFinderIndexRequestMessage } from './messages/model-finder-index-request.js';
export type { ModelFinderResponseMessage } from './messages/model-finder-response.js';
export type { ModelFinderSearchRequestMessage } from './messages/model-finder-search-request.js';
export type { ModelMetadataGenerationCompletedMessage } from './messages/model-metadata-generation-completed.js';
export type { ModelMetadataGenerationRequestMessage } from './messages/model-metadata-generation-request.js';
export type { ModelMetamodelDetectionFoundMessage } from './messages/model-metamodel-detection-found.js';
export type { ModelMetamodelDetectionRequestMessage } from './messages/model-metamodel-detection-request.js';
export type { ModelSellabilityAnalysisCompletedMessage } from './messages/model-sellability-analysis-completed.js';
export type { ModelSellabilityAnalysisRequestMessage } from './messages/model-sellability-analysis-request.js';
export type { ModelSemanticAnalysisCompletedMessage } from './messages/model-semantic-analysis-completed.js';
export type { ModelSemanticAnalysisRequestMessage } from './messages/model-semantic-analysis-request.js';
export type { ModelTechnicalMetadataCompletedMessage } from './messages/model-technical-metadata-completed.js';
export type { ModelTechnicalMetadataRequestMessage } from './messages/model-technical-metadata-request.js';
export type { ThumbnailGenerationCompletedMessage } from './messages/thumbnail-generation-completed.js';
export type { ThumbnailGenerationRequestMessage } from './messages/thumbnail-generation-request.js';
export type { UserEngagementEventMessage } from './messages/user-engagement-event.js';
export type { WorkerAnalyticsEventMessage } from './messages/worker-analytics-event.js';
export type { WorkerMetricsEnrichedEventMessage } from './messages/worker-metrics-enriched-event.js';
export type { AnalyticsSyncOptions } from './types/analytics-sync-options.js';
export type { BaseListingData } from './types/base-listing-data.js';
export type { BoundingBox } from './types/bounding-box.js';
export type { ContentGenerationMetadata } from './types/content-generation-metadata.js';
export type { CredentialUpdate } from './types/credential-update.js';
export type { DiscoveredFile } from './types/discovered-file.js';
export type { EkgEdge } from './types/ekg-edge.js';
export type { ErrorDetails } from './types/error-details.js';
export type { EtsyCredentials } from './types/etsy-credentials.js';
export type { FolderSignature } from './types/folder-signature.js';
export type { FolderStatistics } from './types/folder-statistics.js';
export type { JobTiming } from './types/job-timing.js';
export type { ListingAnalytics } from './types/listing-analytics.js';
export type { ListingError } from './types/listing-error.js';
export type { ListingFile } from './types/listing-file.js';
export type { MaterialVariant } from './types/material-variant.js';
export type { MeshSummary } from './types/mesh-summary.js';
export type { RetryableError } from './types/retryable-error.js';
export type { S3Location } from './types/s3-location.js';
export type { StorageItem } from './types/storage-item.js';
export type { StorageLocation } from './types/storage-location.js';
export type { TimeRange } from './types/time-range.js';
