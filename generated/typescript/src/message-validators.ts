// Generated from the message catalog. Change it there.
import { validateAnalyticsCollectionRequest } from './validators/analytics-collection-request.js';
import { validateBackendLoggingEvent } from './validators/backend-logging-event.js';
import { validateEkgEdgeBatchCreateCompleted } from './validators/ekg-edge-batch-create-completed.js';
import { validateEkgEdgeBatchCreateRequest } from './validators/ekg-edge-batch-create-request.js';
import { validateEtsyAnalyticsSyncCompleted } from './validators/etsy-analytics-sync-completed.js';
import { validateEtsyAnalyticsSyncRequest } from './validators/etsy-analytics-sync-request.js';
import { validateEtsyPublishListingCompleted } from './validators/etsy-publish-listing-completed.js';
import { validateEtsyPublishListingRequest } from './validators/etsy-publish-listing-request.js';
import { validateFileDownloadCompleted } from './validators/file-download-completed.js';
import { validateFileDownloadRequest } from './validators/file-download-request.js';
import { validateFileVectorizeCompleted } from './validators/file-vectorize-completed.js';
import { validateFileVectorizeRequest } from './validators/file-vectorize-request.js';
import { validateMarketplaceAnalyticsSyncCompleted } from './validators/marketplace-analytics-sync-completed.js';
import { validateMarketplaceAnalyticsSyncRequest } from './validators/marketplace-analytics-sync-request.js';
import { validateMarketplaceConnectionSyncCompleted } from './validators/marketplace-connection-sync-completed.js';
import { validateMarketplaceConnectionSyncRequest } from './validators/marketplace-connection-sync-request.js';
import { validateMarketplaceCredentialRotationCompleted } from './validators/marketplace-credential-rotation-completed.js';
import { validateMarketplaceCredentialRotationRequest } from './validators/marketplace-credential-rotation-request.js';
import { validateMarketplaceIntelligenceEvent } from './validators/marketplace-intelligence-event.js';
import { validateMarketplaceListingDescriptionGenerationCompleted } from './validators/marketplace-listing-description-generation-completed.js';
import { validateMarketplaceListingDescriptionGenerationRequest } from './validators/marketplace-listing-description-generation-request.js';
import { validateMarketplaceListingSyncCompleted } from './validators/marketplace-listing-sync-completed.js';
import { validateMarketplaceListingSyncRequest } from './validators/marketplace-listing-sync-request.js';
import { validateMarketplaceListingTagsGenerationCompleted } from './validators/marketplace-listing-tags-generation-completed.js';
import { validateMarketplaceListingTagsGenerationRequest } from './validators/marketplace-listing-tags-generation-request.js';
import { validateMarketplaceListingTitleGenerationCompleted } from './validators/marketplace-listing-title-generation-completed.js';
import { validateMarketplaceListingTitleGenerationRequest } from './validators/marketplace-listing-title-generation-request.js';
import { validateMarketplaceListingUpdateCompleted } from './validators/marketplace-listing-update-completed.js';
import { validateMarketplaceListingUpdateRequest } from './validators/marketplace-listing-update-request.js';
import { validateMarketplacePublishListingCompleted } from './validators/marketplace-publish-listing-completed.js';
import { validateMarketplacePublishListingRequest } from './validators/marketplace-publish-listing-request.js';
import { validateMediaBatchDownloadCompleted } from './validators/media-batch-download-completed.js';
import { validateMediaBatchDownloadRequest } from './validators/media-batch-download-request.js';
import { validateMetamodelMetadataGenerationCompleted } from './validators/metamodel-metadata-generation-completed.js';
import { validateMetamodelMetadataGenerationRequest } from './validators/metamodel-metadata-generation-request.js';
import { validateModelAnalyticsCollectionRequest } from './validators/model-analytics-collection-request.js';
import { validateModelDiscoveryFolderProcessedEvent } from './validators/model-discovery-folder-processed-event.js';
import { validateModelDiscoveryScanFoundEvent } from './validators/model-discovery-scan-found-event.js';
import { validateModelDiscoveryScanProgressEvent } from './validators/model-discovery-scan-progress-event.js';
import { validateModelDiscoveryScanRequest } from './validators/model-discovery-scan-request.js';
import { validateModelFinderIndexRequest } from './validators/model-finder-index-request.js';
import { validateModelFinderResponse } from './validators/model-finder-response.js';
import { validateModelFinderSearchRequest } from './validators/model-finder-search-request.js';
import { validateModelMetadataGenerationCompleted } from './validators/model-metadata-generation-completed.js';
import { validateModelMetadataGenerationRequest } from './validators/model-metadata-generation-request.js';
import { validateModelMetamodelDetectionFound } from './validators/model-metamodel-detection-found.js';
import { validateModelMetamodelDetectionRequest } from './validators/model-metamodel-detection-request.js';
import { validateModelSellabilityAnalysisCompleted } from './validators/model-sellability-analysis-completed.js';
import { validateModelSellabilityAnalysisRequest } from './validators/model-sellability-analysis-request.js';
import { validateModelSemanticAnalysisCompleted } from './validators/model-semantic-analysis-completed.js';
import { validateModelSemanticAnalysisRequest } from './validators/model-semantic-analysis-request.js';
import { validateModelTechnicalMetadataCompleted } from './validators/model-technical-metadata-completed.js';
import { validateModelTechnicalMetadataRequest } from './validators/model-technical-metadata-request.js';
import { validateThumbnailGenerationCompleted } from './validators/thumbnail-generation-completed.js';
import { validateThumbnailGenerationRequest } from './validators/thumbnail-generation-request.js';
import { validateUserEngagementEvent } from './validators/user-engagement-event.js';
import { validateWorkerAnalyticsEvent } from './validators/worker-analytics-event.js';
import { validateWorkerMetricsEnrichedEvent } from './validators/worker-metrics-enriched-event.js';
import { validateBy } from './validators/runtime/validate-by.js';

/** The validator of every message, by message type. */
export const messageValidators = {
  'analytics-collection-request': validateAnalyticsCollectionRequest,
  'backend-logging-event': validateBackendLoggingEvent,
  'ekg-edge-batch-create-completed': validateEkgEdgeBatchCreateCompleted,
  'ekg-edge-batch-create-request': validateEkgEdgeBatchCreateRequest,
  'etsy-analytics-sync-completed': validateEtsyAnalyticsSyncCompleted,
  'etsy-analytics-sync-request': validateEtsyAnalyticsSyncRequest,
  'etsy-publish-listing-completed': validateEtsyPublishListingCompleted,
  'etsy-publish-listing-request': validateEtsyPublishListingRequest,
  'file-download-completed': validateFileDownloadCompleted,
  'file-download-request': validateFileDownloadRequest,
  'file-vectorize-completed': validateFileVectorizeCompleted,
  'file-vectorize-request': validateFileVectorizeRequest,
  'marketplace-analytics-sync-completed': validateMarketplaceAnalyticsSyncCompleted,
  'marketplace-analytics-sync-request': validateMarketplaceAnalyticsSyncRequest,
  'marketplace-connection-sync-completed': validateMarketplaceConnectionSyncCompleted,
  'marketplace-connection-sync-request': validateMarketplaceConnectionSyncRequest,
  'marketplace-credential-rotation-completed': validateMarketplaceCredentialRotationCompleted,
  'marketplace-credential-rotation-request': validateMarketplaceCredentialRotationRequest,
  'marketplace-intelligence-event': validateMarketplaceIntelligenceEvent,
  'marketplace-listing-description-generation-completed': validateMarketplaceListingDescriptionGenerationCompleted,
  'marketplace-listing-description-generation-request': validateMarketplaceListingDescriptionGenerationRequest,
  'marketplace-listing-sync-completed': validateMarketplaceListingSyncCompleted,
  'marketplace-listing-sync-request': validateMarketplaceListingSyncRequest,
  'marketplace-listing-tags-generation-completed': validateMarketplaceListingTagsGenerationCompleted,
  'marketplace-listing-tags-generation-request': validateMarketplaceListingTagsGenerationRequest,
  'marketplace-listing-title-generation-completed': validateMarketplaceListingTitleGenerationCompleted,
  'marketplace-listing-title-generation-request': validateMarketplaceListingTitleGenerationRequest,
  'marketplace-listing-update-completed': validateMarketplaceListingUpdateCompleted,
  'marketplace-listing-update-request': validateMarketplaceListingUpdateRequest,
  'marketplace-publish-listing-completed': validateMarketplacePublishListingCompleted,
  'marketplace-publish-listing-request': validateMarketplacePublishListingRequest,
  'media-batch-download-completed': validateMediaBatchDownloadCompleted,
  'media-batch-download-request': validateMediaBatchDownloadRequest,
  'metamodel-metadata-generation-completed': validateMetamodelMetadataGenerationCompleted,
  'metamodel-metadata-generation-request': validateMetamodelMetadataGenerationRequest,
  'model-analytics-collection-request': validateModelAnalyticsCollectionRequest,
  'model-discovery-folder-processed-event': validateModelDiscoveryFolderProcessedEvent,
  'model-discovery-scan-found-event': validateModelDiscoveryScanFoundEvent,
  'model-discovery-scan-progress-event': validateModelDiscoveryScanProgressEvent,
  'model-discovery-scan-request': validateModelDiscoveryScanRequest,
  'model-finder-index-request': validateModelFinderIndexRequest,
  'model-finder-response': validateModelFinderResponse,
  'model-finder-search-request': validateModelFinderSearchRequest,
  'model-metadata-generation-completed': validateModelMetadataGenerationCompleted,
  'model-metadata-generation-request': validateModelMetadataGenerationRequest,
  'model-metamodel-detection-found': validateModelMetamodelDetectionFound,
  'model-metamodel-detection-request': validateModelMetamodelDetectionRequest,
  'model-sellability-analysis-completed': validateModelSellabilityAnalysisCompleted,
  'model-sellability-analysis-request': validateModelSellabilityAnalysisRequest,
  'model-semantic-analysis-completed': validateModelSemanticAnalysisCompleted,
  'model-semantic-analysis-request': validateModelSemanticAnalysisRequest,
  'model-technical-metadata-completed': validateModelTechnicalMetadataCompleted,
  'model-technical-metadata-request': validateModelTechnicalMetadataRequest,
  'thumbnail-generation-completed': validateThumbnailGenerationCompleted,
  'thumbnail-generation-request': validateThumbnailGenerationRequest,
  'user-engagement-event': validateUserEngagementEvent,
  'worker-analytics-event': validateWorkerAnalyticsEvent,
  'worker-metrics-enriched-event': validateWorkerMetricsEnrichedEvent,
} as const;

/** Checks the payload of any message: `new WorkerClient({ validate: validateMessage })` checks each before it is sent. */
export const validateMessage = /* @__PURE__ */ validateBy(messageValidators);
