// Generated from the message catalog. Change it there.
import type { AnalyticsCollectionRequestMessage } from './messages/analytics-collection-request.js';
import type { BackendLoggingEventMessage } from './messages/backend-logging-event.js';
import type { EkgEdgeBatchCreateCompletedMessage } from './messages/ekg-edge-batch-create-completed.js';
import type { EkgEdgeBatchCreateRequestMessage } from './messages/ekg-edge-batch-create-request.js';
import type { EtsyAnalyticsSyncCompletedMessage } from './messages/etsy-analytics-sync-completed.js';
import type { EtsyAnalyticsSyncRequestMessage } from './messages/etsy-analytics-sync-request.js';
import type { EtsyPublishListingCompletedMessage } from './messages/etsy-publish-listing-completed.js';
import type { EtsyPublishListingRequestMessage } from './messages/etsy-publish-listing-request.js';
import type { FileDownloadCompletedMessage } from './messages/file-download-completed.js';
import type { FileDownloadRequestMessage } from './messages/file-download-request.js';
import type { FileVectorizeCompletedMessage } from './messages/file-vectorize-completed.js';
import type { FileVectorizeRequestMessage } from './messages/file-vectorize-request.js';
import type { MarketplaceAnalyticsSyncCompletedMessage } from './messages/marketplace-analytics-sync-completed.js';
import type { MarketplaceAnalyticsSyncRequestMessage } from './messages/marketplace-analytics-sync-request.js';
import type { MarketplaceConnectionSyncCompletedMessage } from './messages/marketplace-connection-sync-completed.js';
import type { MarketplaceConnectionSyncRequestMessage } from './messages/marketplace-connection-sync-request.js';
import type { MarketplaceCredentialRotationCompletedMessage } from './messages/marketplace-credential-rotation-completed.js';
import type { MarketplaceCredentialRotationRequestMessage } from './messages/marketplace-credential-rotation-request.js';
import type { MarketplaceIntelligenceEventMessage } from './messages/marketplace-intelligence-event.js';
import type { MarketplaceListingDescriptionGenerationCompletedMessage } from './messages/marketplace-listing-description-generation-completed.js';
import type { MarketplaceListingDescriptionGenerationRequestMessage } from './messages/marketplace-listing-description-generation-request.js';
import type { MarketplaceListingSyncCompletedMessage } from './messages/marketplace-listing-sync-completed.js';
import type { MarketplaceListingSyncRequestMessage } from './messages/marketplace-listing-sync-request.js';
import type { MarketplaceListingTagsGenerationCompletedMessage } from './messages/marketplace-listing-tags-generation-completed.js';
import type { MarketplaceListingTagsGenerationRequestMessage } from './messages/marketplace-listing-tags-generation-request.js';
import type { MarketplaceListingTitleGenerationCompletedMessage } from './messages/marketplace-listing-title-generation-completed.js';
import type { MarketplaceListingTitleGenerationRequestMessage } from './messages/marketplace-listing-title-generation-request.js';
import type { MarketplaceListingUpdateCompletedMessage } from './messages/marketplace-listing-update-completed.js';
import type { MarketplaceListingUpdateRequestMessage } from './messages/marketplace-listing-update-request.js';
import type { MarketplacePublishListingCompletedMessage } from './messages/marketplace-publish-listing-completed.js';
import type { MarketplacePublishListingRequestMessage } from './messages/marketplace-publish-listing-request.js';
import type { MediaBatchDownloadCompletedMessage } from './messages/media-batch-download-completed.js';
import type { MediaBatchDownloadRequestMessage } from './messages/media-batch-download-request.js';
import type { MetamodelMetadataGenerationCompletedMessage } from './messages/metamodel-metadata-generation-completed.js';
import type { MetamodelMetadataGenerationRequestMessage } from './messages/metamodel-metadata-generation-request.js';
import type { ModelAnalyticsCollectionRequestMessage } from './messages/model-analytics-collection-request.js';
import type { ModelDiscoveryFolderProcessedEventMessage } from './messages/model-discovery-folder-processed-event.js';
import type { ModelDiscoveryScanFoundEventMessage } from './messages/model-discovery-scan-found-event.js';
import type { ModelDiscoveryScanProgressEventMessage } from './messages/model-discovery-scan-progress-event.js';
import type { ModelDiscoveryScanRequestMessage } from './messages/model-discovery-scan-request.js';
import type { ModelFinderIndexRequestMessage } from './messages/model-finder-index-request.js';
import type { ModelFinderResponseMessage } from './messages/model-finder-response.js';
import type { ModelFinderSearchRequestMessage } from './messages/model-finder-search-request.js';
import type { ModelMetadataGenerationCompletedMessage } from './messages/model-metadata-generation-completed.js';
import type { ModelMetadataGenerationRequestMessage } from './messages/model-metadata-generation-request.js';
import type { ModelMetamodelDetectionFoundMessage } from './messages/model-metamodel-detection-found.js';
import type { ModelMetamodelDetectionRequestMessage } from './messages/model-metamodel-detection-request.js';
import type { ModelSellabilityAnalysisCompletedMessage } from './messages/model-sellability-analysis-completed.js';
import type { ModelSellabilityAnalysisRequestMessage } from './messages/model-sellability-analysis-request.js';
import type { ModelSemanticAnalysisCompletedMessage } from './messages/model-semantic-analysis-completed.js';
import type { ModelSemanticAnalysisRequestMessage } from './messages/model-semantic-analysis-request.js';
import type { ModelTechnicalMetadataCompletedMessage } from './messages/model-technical-metadata-completed.js';
import type { ModelTechnicalMetadataRequestMessage } from './messages/model-technical-metadata-request.js';
import type { ThumbnailGenerationCompletedMessage } from './messages/thumbnail-generation-completed.js';
import type { ThumbnailGenerationRequestMessage } from './messages/thumbnail-generation-request.js';
import type { UserEngagementEventMessage } from './messages/user-engagement-event.js';
import type { WorkerAnalyticsEventMessage } from './messages/worker-analytics-event.js';
import type { WorkerMetricsEnrichedEventMessage } from './messages/worker-metrics-enriched-event.js';
import type { JobSnapshot } from './runtime/job.js';
import type { StatusData } from './runtime/client/sending-client.js';
import type { ResultOf } from './runtime/client/waiting-client.js';

/** The type of every message, by constant. */
export const MessageTypes = {
  /** Scrapes the listings that a marketplace search finds, once and on demand. */
  ANALYTICS_COLLECTION_REQUEST: 'analytics-collection-request',
  /**
   * Ships one warning, error or failure from the Mesh-Sync backend's logs to central monitoring.
   */
  BACKEND_LOGGING_EVENT: 'backend-logging-event',
  /** Reports what became of a batch of EKG edges, and what its evidence changed in the graph. */
  EKG_EDGE_BATCH_CREATE_COMPLETED: 'ekg-edge-batch-create-completed',
  /** Adds a batch of edges to the EKG, each with a mass function for how strong its evidence is. */
  EKG_EDGE_BATCH_CREATE_REQUEST: 'ekg-edge-batch-create-request',
  /** Delivers the analytics that were fetched for Etsy listings. */
  ETSY_ANALYTICS_SYNC_COMPLETED: 'etsy-analytics-sync-completed',
  /** Brings the view, sales and traffic figures of Etsy listings up to date. */
  ETSY_ANALYTICS_SYNC_REQUEST: 'etsy-analytics-sync-request',
  /** Reports that a listing is on Etsy, or why it could not be published. */
  ETSY_PUBLISH_LISTING_COMPLETED: 'etsy-publish-listing-completed',
  /** Publishes a metamodel on Etsy as the listing of one material variant. */
  ETSY_PUBLISH_LISTING_REQUEST: 'etsy-publish-listing-request',
  /** Reports that a model file has reached MinIO, or why it has not. */
  FILE_DOWNLOAD_COMPLETED: 'file-download-completed',
  /**
   * Copies one model file from the owner's storage to MinIO, where the rest of the pipeline reads
   * it.
   */
  FILE_DOWNLOAD_REQUEST: 'file-download-request',
  /** Delivers the embedding vector computed for one image file. */
  FILE_VECTORIZE_COMPLETED: 'file-vectorize-completed',
  /** Computes the CLIP embedding of one image, so that images can be compared by what they show. */
  FILE_VECTORIZE_REQUEST: 'file-vectorize-request',
  /** Delivers the analytics that were fetched for listings on a marketplace. */
  MARKETPLACE_ANALYTICS_SYNC_COMPLETED: 'marketplace-analytics-sync-completed',
  /**
   * Brings the view, sales and traffic figures of listings up to date, on any marketplace with
   * analytics.
   */
  MARKETPLACE_ANALYTICS_SYNC_REQUEST: 'marketplace-analytics-sync-request',
  /**
   * Delivers a marketplace account's profile, permissions, rate limit and categories after a sync.
   */
  MARKETPLACE_CONNECTION_SYNC_COMPLETED: 'marketplace-connection-sync-completed',
  /**
   * Fetches what a marketplace says about a user's account there, as opposed to the account's
   * listings.
   */
  MARKETPLACE_CONNECTION_SYNC_REQUEST: 'marketplace-connection-sync-request',
  /**
   * Reports whether a marketplace connection has new credentials, and what became of the old ones.
   */
  MARKETPLACE_CREDENTIAL_ROTATION_COMPLETED: 'marketplace-credential-rotation-completed',
  /** Replaces the credentials of a marketplace connection by new ones. */
  MARKETPLACE_CREDENTIAL_ROTATION_REQUEST: 'marketplace-credential-rotation-request',
  /** Publishes the public data of one listing scraped from a marketplace. */
  MARKETPLACE_INTELLIGENCE_EVENT: 'marketplace-intelligence-event',
  /** Delivers the sales text that an LLM wrote for a listing, and a suggested price. */
  MARKETPLACE_LISTING_DESCRIPTION_GENERATION_COMPLETED: 'marketplace-listing-description-generation-completed',
  /** Has a vision LLM write the sales text of a listing. */
  MARKETPLACE_LISTING_DESCRIPTION_GENERATION_REQUEST: 'marketplace-listing-description-generation-request',
  /** Reports which listings a sync created, updated or failed on, one by one and in numbers. */
  MARKETPLACE_LISTING_SYNC_COMPLETED: 'marketplace-listing-sync-completed',
  /** Brings the listings in Mesh-Sync and those on a marketplace into line with each other. */
  MARKETPLACE_LISTING_SYNC_REQUEST: 'marketplace-listing-sync-request',
  /** Delivers the search tags that an LLM chose for a listing. */
  MARKETPLACE_LISTING_TAGS_GENERATION_COMPLETED: 'marketplace-listing-tags-generation-completed',
  /** Has an LLM choose the search tags under which buyers find a listing. */
  MARKETPLACE_LISTING_TAGS_GENERATION_REQUEST: 'marketplace-listing-tags-generation-request',
  /** Delivers the listing title that an LLM wrote for a model or metamodel. */
  MARKETPLACE_LISTING_TITLE_GENERATION_COMPLETED: 'marketplace-listing-title-generation-completed',
  /** Has an LLM write a search-friendly listing title for a model or metamodel. */
  MARKETPLACE_LISTING_TITLE_GENERATION_REQUEST: 'marketplace-listing-title-generation-request',
  /** Reports whether the marketplace accepted the changes to a listing. */
  MARKETPLACE_LISTING_UPDATE_COMPLETED: 'marketplace-listing-update-completed',
  /** Changes the price, quantity or texts of one listing that is already on a marketplace. */
  MARKETPLACE_LISTING_UPDATE_REQUEST: 'marketplace-listing-update-request',
  /** Reports that a listing is on a marketplace, or why it could not be published. */
  MARKETPLACE_PUBLISH_LISTING_COMPLETED: 'marketplace-publish-listing-completed',
  /** Publishes a metamodel on a marketplace as the listing of one material variant. */
  MARKETPLACE_PUBLISH_LISTING_REQUEST: 'marketplace-publish-listing-request',
  /** Reports which files of a media batch were stored and which were not. */
  MEDIA_BATCH_DOWNLOAD_COMPLETED: 'media-batch-download-completed',
  /** Downloads a batch of images and documents, prepares them for use and stores them in MinIO. */
  MEDIA_BATCH_DOWNLOAD_REQUEST: 'media-batch-download-request',
  /**
   * Delivers what an LLM wrote about a metamodel, and the technical data of all its parts together.
   */
  METAMODEL_METADATA_GENERATION_COMPLETED: 'metamodel-metadata-generation-completed',
  /** Has an LLM describe, classify and tag a metamodel from the models it is made of. */
  METAMODEL_METADATA_GENERATION_REQUEST: 'metamodel-metadata-generation-request',
  /** Collects market data about listings that are comparable to one metamodel. */
  MODEL_ANALYTICS_COLLECTION_REQUEST: 'model-analytics-collection-request',
  /** Announces that a scan has finished with one folder, and lists what the folder contains. */
  MODEL_DISCOVERY_FOLDER_PROCESSED_EVENT: 'model-discovery-folder-processed-event',
  /** Announces one 3D model that a scan has found in a user's storage. */
  MODEL_DISCOVERY_SCAN_FOUND_EVENT: 'model-discovery-scan-found-event',
  /** Tells how far a running storage scan has come. */
  MODEL_DISCOVERY_SCAN_PROGRESS_EVENT: 'model-discovery-scan-progress-event',
  /** Scans a storage connection for 3D models that belong in a library. */
  MODEL_DISCOVERY_SCAN_REQUEST: 'model-discovery-scan-request',
  /**
   * Adds a 3D model to the index of the model finder, so that searches for similar models can find
   * it.
   */
  MODEL_FINDER_INDEX_REQUEST: 'model-finder-index-request',
  /** Delivers the models that a similarity search has found. */
  MODEL_FINDER_RESPONSE: 'model-finder-response',
  /** Searches for 3D models that are similar to a given model or to what a picture shows. */
  MODEL_FINDER_SEARCH_REQUEST: 'model-finder-search-request',
  /** Delivers the marketplace description, tags and categories that an LLM wrote for a model. */
  MODEL_METADATA_GENERATION_COMPLETED: 'model-metadata-generation-completed',
  /**
   * Has an LLM look at a model's renderings and write its description, tags and categories for
   * marketplaces.
   */
  MODEL_METADATA_GENERATION_REQUEST: 'model-metadata-generation-request',
  /** Reports the metamodels that were detected in a folder, and how they are nested. */
  MODEL_METAMODEL_DETECTION_FOUND: 'model-metamodel-detection-found',
  /**
   * Groups the files of one folder into metamodels, that is, into products made of several models.
   */
  MODEL_METAMODEL_DETECTION_REQUEST: 'model-metamodel-detection-request',
  /**
   * Delivers a metamodel's sellability score with recommended prices, marketplaces and
   * improvements.
   */
  MODEL_SELLABILITY_ANALYSIS_COMPLETED: 'model-sellability-analysis-completed',
  /** Rates how well a metamodel would sell, at what price and on which marketplaces. */
  MODEL_SELLABILITY_ANALYSIS_REQUEST: 'model-sellability-analysis-request',
  /**
   * Delivers the tags, shape embedding and similar models that semantic analysis found for a model.
   */
  MODEL_SEMANTIC_ANALYSIS_COMPLETED: 'model-semantic-analysis-completed',
  /** Finds out what a 3D model depicts: tags it, embeds its shape and looks up similar models. */
  MODEL_SEMANTIC_ANALYSIS_REQUEST: 'model-semantic-analysis-request',
  /** Delivers a model's geometry, mesh defects, quality scores and estimates for printing it. */
  MODEL_TECHNICAL_METADATA_COMPLETED: 'model-technical-metadata-completed',
  /** Measures a model's mesh, checks it for defects and assesses how well it will print. */
  MODEL_TECHNICAL_METADATA_REQUEST: 'model-technical-metadata-request',
  /** Reports where a model's rendered previews are stored, or why rendering failed. */
  THUMBNAIL_GENERATION_COMPLETED: 'thumbnail-generation-completed',
  /** Renders preview images of a model, and on demand 16 views from all around it. */
  THUMBNAIL_GENERATION_REQUEST: 'thumbnail-generation-request',
  /** Records one thing a user did, for product analytics. */
  USER_ENGAGEMENT_EVENT: 'user-engagement-event',
  /** Reports how one job went at a worker: outcome, timing and the worker's own metrics. */
  WORKER_ANALYTICS_EVENT: 'worker-analytics-event',
  /** Reports what one job cost: time by stage, LLM tokens, CPU, memory, disk and network. */
  WORKER_METRICS_ENRICHED_EVENT: 'worker-metrics-enriched-event',
} as const;
// A changed constant would send a payload to another queue, for the whole program.
Object.freeze(MessageTypes);

/** The type of a message. */
export type MessageType = (typeof MessageTypes)[keyof typeof MessageTypes];

/** What a caller writes: the payload of each message, by message type. */
export interface MessagePayloads {
  'analytics-collection-request': AnalyticsCollectionRequestMessage;
  'backend-logging-event': BackendLoggingEventMessage;
  'ekg-edge-batch-create-completed': EkgEdgeBatchCreateCompletedMessage;
  'ekg-edge-batch-create-request': EkgEdgeBatchCreateRequestMessage;
  'etsy-analytics-sync-completed': EtsyAnalyticsSyncCompletedMessage;
  'etsy-analytics-sync-request': EtsyAnalyticsSyncRequestMessage;
  'etsy-publish-listing-completed': EtsyPublishListingCompletedMessage;
  'etsy-publish-listing-request': EtsyPublishListingRequestMessage;
  'file-download-completed': FileDownloadCompletedMessage;
  'file-download-request': FileDownloadRequestMessage;
  'file-vectorize-completed': FileVectorizeCompletedMessage;
  'file-vectorize-request': FileVectorizeRequestMessage;
  'marketplace-analytics-sync-completed': MarketplaceAnalyticsSyncCompletedMessage;
  'marketplace-analytics-sync-request': MarketplaceAnalyticsSyncRequestMessage;
  'marketplace-connection-sync-completed': MarketplaceConnectionSyncCompletedMessage;
  'marketplace-connection-sync-request': MarketplaceConnectionSyncRequestMessage;
  'marketplace-credential-rotation-completed': MarketplaceCredentialRotationCompletedMessage;
  'marketplace-credential-rotation-request': MarketplaceCredentialRotationRequestMessage;
  'marketplace-intelligence-event': MarketplaceIntelligenceEventMessage;
  'marketplace-listing-description-generation-completed': MarketplaceListingDescriptionGenerationCompletedMessage;
  'marketplace-listing-description-generation-request': MarketplaceListingDescriptionGenerationRequestMessage;
  'marketplace-listing-sync-completed': MarketplaceListingSyncCompletedMessage;
  'marketplace-listing-sync-request': MarketplaceListingSyncRequestMessage;
  'marketplace-listing-tags-generation-completed': MarketplaceListingTagsGenerationCompletedMessage;
  'marketplace-listing-tags-generation-request': MarketplaceListingTagsGenerationRequestMessage;
  'marketplace-listing-title-generation-completed': MarketplaceListingTitleGenerationCompletedMessage;
  'marketplace-listing-title-generation-request': MarketplaceListingTitleGenerationRequestMessage;
  'marketplace-listing-update-completed': MarketplaceListingUpdateCompletedMessage;
  'marketplace-listing-update-request': MarketplaceListingUpdateRequestMessage;
  'marketplace-publish-listing-completed': MarketplacePublishListingCompletedMessage;
  'marketplace-publish-listing-request': MarketplacePublishListingRequestMessage;
  'media-batch-download-completed': MediaBatchDownloadCompletedMessage;
  'media-batch-download-request': MediaBatchDownloadRequestMessage;
  'metamodel-metadata-generation-completed': MetamodelMetadataGenerationCompletedMessage;
  'metamodel-metadata-generation-request': MetamodelMetadataGenerationRequestMessage;
  'model-analytics-collection-request': ModelAnalyticsCollectionRequestMessage;
  'model-discovery-folder-processed-event': ModelDiscoveryFolderProcessedEventMessage;
  'model-discovery-scan-found-event': ModelDiscoveryScanFoundEventMessage;
  'model-discovery-scan-progress-event': ModelDiscoveryScanProgressEventMessage;
  'model-discovery-scan-request': ModelDiscoveryScanRequestMessage;
  'model-finder-index-request': ModelFinderIndexRequestMessage;
  'model-finder-response': ModelFinderResponseMessage;
  'model-finder-search-request': ModelFinderSearchRequestMessage;
  'model-metadata-generation-completed': ModelMetadataGenerationCompletedMessage;
  'model-metadata-generation-request': ModelMetadataGenerationRequestMessage;
  'model-metamodel-detection-found': ModelMetamodelDetectionFoundMessage;
  'model-metamodel-detection-request': ModelMetamodelDetectionRequestMessage;
  'model-sellability-analysis-completed': ModelSellabilityAnalysisCompletedMessage;
  'model-sellability-analysis-request': ModelSellabilityAnalysisRequestMessage;
  'model-semantic-analysis-completed': ModelSemanticAnalysisCompletedMessage;
  'model-semantic-analysis-request': ModelSemanticAnalysisRequestMessage;
  'model-technical-metadata-completed': ModelTechnicalMetadataCompletedMessage;
  'model-technical-metadata-request': ModelTechnicalMetadataRequestMessage;
  'thumbnail-generation-completed': ThumbnailGenerationCompletedMessage;
  'thumbnail-generation-request': ThumbnailGenerationRequestMessage;
  'user-engagement-event': UserEngagementEventMessage;
  'worker-analytics-event': WorkerAnalyticsEventMessage;
  'worker-metrics-enriched-event': WorkerMetricsEnrichedEventMessage;
}

/** What a caller reads: the payload of each message, by message type, open to values that are not listed yet. */
export interface ReceivedPayloads {
  'analytics-collection-request': AnalyticsCollectionRequestMessage;
  'backend-logging-event': BackendLoggingEventMessage;
  'ekg-edge-batch-create-completed': EkgEdgeBatchCreateCompletedMessage;
  'ekg-edge-batch-create-request': EkgEdgeBatchCreateRequestMessage;
  'etsy-analytics-sync-completed': EtsyAnalyticsSyncCompletedMessage;
  'etsy-analytics-sync-request': EtsyAnalyticsSyncRequestMessage;
  'etsy-publish-listing-completed': EtsyPublishListingCompletedMessage;
  'etsy-publish-listing-request': EtsyPublishListingRequestMessage;
  'file-download-completed': FileDownloadCompletedMessage;
  'file-download-request': FileDownloadRequestMessage;
  'file-vectorize-completed': FileVectorizeCompletedMessage;
  'file-vectorize-request': FileVectorizeRequestMessage;
  'marketplace-analytics-sync-completed': MarketplaceAnalyticsSyncCompletedMessage;
  'marketplace-analytics-sync-request': MarketplaceAnalyticsSyncRequestMessage;
  'marketplace-connection-sync-completed': MarketplaceConnectionSyncCompletedMessage;
  'marketplace-connection-sync-request': MarketplaceConnectionSyncRequestMessage;
  'marketplace-credential-rotation-completed': MarketplaceCredentialRotationCompletedMessage;
  'marketplace-credential-rotation-request': MarketplaceCredentialRotationRequestMessage;
  'marketplace-intelligence-event': MarketplaceIntelligenceEventMessage;
  'marketplace-listing-description-generation-completed': MarketplaceListingDescriptionGenerationCompletedMessage;
  'marketplace-listing-description-generation-request': MarketplaceListingDescriptionGenerationRequestMessage;
  'marketplace-listing-sync-completed': MarketplaceListingSyncCompletedMessage;
  'marketplace-listing-sync-request': MarketplaceListingSyncRequestMessage;
  'marketplace-listing-tags-generation-completed': MarketplaceListingTagsGenerationCompletedMessage;
  'marketplace-listing-tags-generation-request': MarketplaceListingTagsGenerationRequestMessage;
  'marketplace-listing-title-generation-completed': MarketplaceListingTitleGenerationCompletedMessage;
  'marketplace-listing-title-generation-request': MarketplaceListingTitleGenerationRequestMessage;
  'marketplace-listing-update-completed': MarketplaceListingUpdateCompletedMessage;
  'marketplace-listing-update-request': MarketplaceListingUpdateRequestMessage;
  'marketplace-publish-listing-completed': MarketplacePublishListingCompletedMessage;
  'marketplace-publish-listing-request': MarketplacePublishListingRequestMessage;
  'media-batch-download-completed': MediaBatchDownloadCompletedMessage;
  'media-batch-download-request': MediaBatchDownloadRequestMessage;
  'metamodel-metadata-generation-completed': MetamodelMetadataGenerationCompletedMessage;
  'metamodel-metadata-generation-request': MetamodelMetadataGenerationRequestMessage;
  'model-analytics-collection-request': ModelAnalyticsCollectionRequestMessage;
  'model-discovery-folder-processed-event': ModelDiscoveryFolderProcessedEventMessage;
  'model-discovery-scan-found-event': ModelDiscoveryScanFoundEventMessage;
  'model-discovery-scan-progress-event': ModelDiscoveryScanProgressEventMessage;
  'model-discovery-scan-request': ModelDiscoveryScanRequestMessage;
  'model-finder-index-request': ModelFinderIndexRequestMessage;
  'model-finder-response': ModelFinderResponseMessage;
  'model-finder-search-request': ModelFinderSearchRequestMessage;
  'model-metadata-generation-completed': ModelMetadataGenerationCompletedMessage;
  'model-metadata-generation-request': ModelMetadataGenerationRequestMessage;
  'model-metamodel-detection-found': ModelMetamodelDetectionFoundMessage;
  'model-metamodel-detection-request': ModelMetamodelDetectionRequestMessage;
  'model-sellability-analysis-completed': ModelSellabilityAnalysisCompletedMessage;
  'model-sellability-analysis-request': ModelSellabilityAnalysisRequestMessage;
  'model-semantic-analysis-completed': ModelSemanticAnalysisCompletedMessage;
  'model-semantic-analysis-request': ModelSemanticAnalysisRequestMessage;
  'model-technical-metadata-completed': ModelTechnicalMetadataCompletedMessage;
  'model-technical-metadata-request': ModelTechnicalMetadataRequestMessage;
  'thumbnail-generation-completed': ThumbnailGenerationCompletedMessage;
  'thumbnail-generation-request': ThumbnailGenerationRequestMessage;
  'user-engagement-event': UserEngagementEventMessage;
  'worker-analytics-event': WorkerAnalyticsEventMessage;
  'worker-metrics-enriched-event': WorkerMetricsEnrichedEventMessage;
}

/** Which message reports the end of a job, by message type; only types that have one are here. */
export interface MessageOutcomes {
  'ekg-edge-batch-create-request': 'ekg-edge-batch-create-completed';
  'etsy-analytics-sync-request': 'etsy-analytics-sync-completed';
  'etsy-publish-listing-request': 'etsy-publish-listing-completed';
  'file-download-request': 'file-download-completed';
  'file-vectorize-request': 'file-vectorize-completed';
  'marketplace-analytics-sync-request': 'marketplace-analytics-sync-completed';
  'marketplace-connection-sync-request': 'marketplace-connection-sync-completed';
  'marketplace-credential-rotation-request': 'marketplace-credential-rotation-completed';
  'marketplace-listing-description-generation-request': 'marketplace-listing-description-generation-completed';
  'marketplace-listing-sync-request': 'marketplace-listing-sync-completed';
  'marketplace-listing-tags-generation-request': 'marketplace-listing-tags-generation-completed';
  'marketplace-listing-title-generation-request': 'marketplace-listing-title-generation-completed';
  'marketplace-listing-update-request': 'marketplace-listing-update-completed';
  'marketplace-publish-listing-request': 'marketplace-publish-listing-completed';
  'media-batch-download-request': 'media-batch-download-completed';
  'metamodel-metadata-generation-request': 'metamodel-metadata-generation-completed';
  'model-finder-search-request': 'model-finder-response';
  'model-metadata-generation-request': 'model-metadata-generation-completed';
  'model-sellability-analysis-request': 'model-sellability-analysis-completed';
  'model-semantic-analysis-request': 'model-semantic-analysis-completed';
  'model-technical-metadata-request': 'model-technical-metadata-completed';
  'thumbnail-generation-request': 'thumbnail-generation-completed';
}

/** What a finished job of a message returns: the payload of its outcome; `unknown` where the catalog links none. */
export type OutcomeOf<Type extends MessageType> = ResultOf<ReceivedPayloads, MessageOutcomes, Type>;

/** What the backend knows of a job; `data` has the payload's type where `Type` names the message. */
export type JobStatus<Type extends MessageType = never> = JobSnapshot<StatusData<ReceivedPayloads, Type>>;
