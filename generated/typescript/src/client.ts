// Generated from the message catalog. Change it there.
import { definition, messages } from './catalog.js';
import type { MessageOutcomes, MessagePayloads, ReceivedPayloads } from './message-types.js';
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
import type { ClientLike } from './runtime/client/client-like.js';
import type { JobCall } from './runtime/client/job-call.js';
import { defineMethods } from './runtime/client/message-methods.js';
import { WaitingClient } from './runtime/client/waiting-client.js';
import type { WorkerClientConfig } from './runtime/configuration.js';
import type { JobResponse } from './runtime/job.js';
import type { SendOptions } from './runtime/request-options.js';

/** A method for each message. */
export interface WorkerClient {
  /**
   * Scrapes the listings that a marketplace search finds, once and on demand.
   *
   * Send it for a one-off look at a market: the worker runs `query` as a search on the marketplace
   * and collects the public data of the listings it finds. For the market around one of your own
   * metamodels, send `model-analytics-collection-request` instead.
   *
   * There is no completed message. Each listing found is published as a
   * `marketplace-intelligence-event`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  analyticsCollectionRequest(
    data: AnalyticsCollectionRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'analytics-collection-request'>>;
  /**
   * Ships one warning, error or failure from the Mesh-Sync backend's logs to central monitoring.
   *
   * You rarely send it by hand. The backend's Pino logger interceptor does, on `logger.warn()`, on
   * `logger.error()`, on an uncaught exception and on a request answered with 4xx or 5xx. Events
   * end up in ELK, for alerting, debugging, spotting slow operations and auditing.
   *
   * Sanitize before sending: no secrets in any field, and nothing personal beyond `userId`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  backendLoggingEvent(
    data: BackendLoggingEventMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'backend-logging-event'>>;
  /**
   * Reports what became of a batch of EKG edges, and what its evidence changed in the graph.
   *
   * Workers send it at the end of an `ekg-edge-batch-create-request`; `requestId` tells which one.
   * Look at `conflicts` even after a success: those edges were processed, but their evidence
   * contradicts itself and a person should decide. `errors` lists what could not be processed.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  ekgEdgeBatchCreateCompleted(
    data: EkgEdgeBatchCreateCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'ekg-edge-batch-create-completed'>>;
  /**
   * Adds a batch of edges to the EKG, each with a mass function for how strong its evidence is.
   *
   * Send it when metamodel detection has completed, with the edges from
   * `model-metamodel-detection-found`, or with edges from another source, such as a person's
   * decision. Edges that exist already are updated. On request the worker then propagates the new
   * evidence along the graph.
   *
   * An edge's evidence is a Dempster-Shafer mass function: it tells apart "surely unrelated" and
   * "nobody knows". Counts, conflicts and errors come back in `ekg-edge-batch-create-completed`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with `ekg-edge-batch-create-completed`.
   */
  ekgEdgeBatchCreateRequest(
    data: EkgEdgeBatchCreateRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'ekg-edge-batch-create-request'>>;
  /**
   * Delivers the analytics that were fetched for Etsy listings.
   *
   * Workers send it at the end of an `etsy-analytics-sync-request`. Listings that worked are in
   * `results`, those that did not are in `errors`; one sync can have both. If `credentialUpdate` is
   * there, store its tokens before the next call to Etsy.
   *
   * The backend keeps the figures in its table `etsy_analytics_snapshots` and indexes them in ELK.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  etsyAnalyticsSyncCompleted(
    data: EtsyAnalyticsSyncCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'etsy-analytics-sync-completed'>>;
  /**
   * Brings the view, sales and traffic figures of Etsy listings up to date.
   *
   * Choose what to sync by the fields you fill in: certain listings by `listingIds`, all listings
   * of a user by `userId` with `listingIds` left empty, or a whole shop by `shopId`. The worker
   * asks the Etsy API for views, favorites, sales, revenue and traffic sources in the period that
   * `timeRange` gives.
   *
   * The figures come back in `etsy-analytics-sync-completed`, together with new tokens if the old
   * ones had to be refreshed. `marketplace-analytics-sync-request` does the same for any
   * marketplace.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with `etsy-analytics-sync-completed`.
   */
  etsyAnalyticsSyncRequest(
    data: EtsyAnalyticsSyncRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'etsy-analytics-sync-request'>>;
  /**
   * Reports that a listing is on Etsy, or why it could not be published.
   *
   * Workers send it once for each `etsy-publish-listing-request`, that is, once per material
   * variant. After `SUCCESS` it carries Etsy's id and the address of the listing; after `FAILED` it
   * carries `error` instead. If `credentialUpdate` is there, store its tokens before the next call
   * to Etsy.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  etsyPublishListingCompleted(
    data: EtsyPublishListingCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'etsy-publish-listing-completed'>>;
  /**
   * Publishes a metamodel on Etsy as the listing of one material variant.
   *
   * Send one for each material: a metamodel offered in PLA, resin and ABS takes three of these
   * jobs, with the same `baseListingData` and a different `materialVariant`. The worker creates the
   * listing on Etsy and uploads the digital file to it.
   *
   * `etsy-publish-listing-completed` reports the id and address of the new listing, or why there is
   * none. `marketplace-publish-listing-request` does the same for any marketplace.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with `etsy-publish-listing-completed`.
   */
  etsyPublishListingRequest(
    data: EtsyPublishListingRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'etsy-publish-listing-request'>>;
  /**
   * Reports that a model file has reached MinIO, or why it has not.
   *
   * Workers send it once for each `file-download-request`, whether the download succeeded or
   * failed. On success, `s3Location` says where the copy is; on failure, `errorMessage` says what
   * went wrong. Match it to the request by `originalJobId`, or to the model by `modelId`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  fileDownloadCompleted(
    data: FileDownloadCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'file-download-completed'>>;
  /**
   * Copies one model file from the owner's storage to MinIO, where the rest of the pipeline reads
   * it.
   *
   * Enqueue it for a model that has been discovered but not yet fetched. The worker reads the file
   * at `storageLocation`, writes it to `minioDestination` and reports the end, good or bad, in
   * `file-download-completed`; it also posts to `webhookUrl` when there is one.
   *
   * It is the parent job of thumbnail generation, technical metadata analysis and metadata
   * generation: with `autoEnqueueChildren` the worker enqueues those itself after the download.
   * Transient failures such as time-outs and refused connections are retried; wrong credentials, a
   * missing file and a denied permission are not.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with `file-download-completed`.
   */
  fileDownloadRequest(
    data: FileDownloadRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'file-download-request'>>;
  /**
   * Delivers the embedding vector computed for one image file.
   *
   * Workers send it when a `file-vectorize-request` is done. Store the vector together with
   * `modelName`: vectors are comparable only when they come from the same model.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  fileVectorizeCompleted(
    data: FileVectorizeCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'file-vectorize-completed'>>;
  /**
   * Computes the CLIP embedding of one image, so that images can be compared by what they show.
   *
   * Send it for an image file that is already stored, such as a rendered thumbnail. The worker
   * reads the image at `storageItem` and reports its vector in `file-vectorize-completed`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with `file-vectorize-completed`.
   */
  fileVectorizeRequest(
    data: FileVectorizeRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'file-vectorize-request'>>;
  /**
   * Delivers the analytics that were fetched for listings on a marketplace.
   *
   * Workers send it at the end of a `marketplace-analytics-sync-request`. Listings that worked are
   * in `results`, those that did not are in `errors`; one sync can have both.
   *
   * The backend keeps the figures in its table `marketplace_analytics_snapshots` and indexes them
   * in ELK.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  marketplaceAnalyticsSyncCompleted(
    data: MarketplaceAnalyticsSyncCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-analytics-sync-completed'>>;
  /**
   * Brings the view, sales and traffic figures of listings up to date, on any marketplace with
   * analytics.
   *
   * Choose what to sync by the fields you fill in: certain listings by `listingIds`, all listings
   * of a user by `userId` with `listingIds` left empty, or a whole shop by `externalShopId`. The
   * worker asks the marketplace for views, favorites, sales, revenue and traffic sources in the
   * period that `timeRange` gives.
   *
   * The figures come back in `marketplace-analytics-sync-completed`. For Etsy alone there is also
   * `etsy-analytics-sync-request`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `marketplace-analytics-sync-completed`.
   */
  marketplaceAnalyticsSyncRequest(
    data: MarketplaceAnalyticsSyncRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-analytics-sync-request'>>;
  /**
   * Delivers a marketplace account's profile, permissions, rate limit and categories after a sync.
   *
   * Workers send it at the end of a `marketplace-connection-sync-request`; `requestId` tells which
   * one. Replace what is stored about the connection by `connectionData` and `categories`. When the
   * sync failed, `error` says why; problems that it got over are in `statistics.errors`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  marketplaceConnectionSyncCompleted(
    data: MarketplaceConnectionSyncCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-connection-sync-completed'>>;
  /**
   * Fetches what a marketplace says about a user's account there, as opposed to the account's
   * listings.
   *
   * Send it after a marketplace has been connected for the first time, and now and then afterwards.
   * The worker reads the profile and shop details, the account's status and permissions, the
   * categories and shipping profiles that are available, and the rate limits and quotas of the API.
   *
   * What it found comes back in `marketplace-connection-sync-completed`. Listings have their own
   * message, `marketplace-listing-sync-request`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `marketplace-connection-sync-completed`.
   */
  marketplaceConnectionSyncRequest(
    data: MarketplaceConnectionSyncRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-connection-sync-request'>>;
  /**
   * Reports whether a marketplace connection has new credentials, and what became of the old ones.
   *
   * Workers send it at the end of a `marketplace-credential-rotation-request`; `requestId` tells
   * which one. The message describes credentials without containing them.
   *
   * Look at `newCredentials.testResult` and `connectionStatus` to learn whether the connection
   * works, and at `nextRotation` for when to rotate again. When the rotation failed, `error` says
   * why and whether to retry.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  marketplaceCredentialRotationCompleted(
    data: MarketplaceCredentialRotationCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-credential-rotation-completed'>>;
  /**
   * Replaces the credentials of a marketplace connection by new ones.
   *
   * Send it when OAuth tokens are about to expire, when an API key is to be changed for security,
   * when a connection reports errors and has to authenticate again, or on a schedule. The message
   * describes the current credentials but does not contain them: put no secret into any field.
   *
   * `marketplace-credential-rotation-completed` reports whether the new credentials work, what
   * became of the old ones and when the next rotation is due.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `marketplace-credential-rotation-completed`.
   */
  marketplaceCredentialRotationRequest(
    data: MarketplaceCredentialRotationRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-credential-rotation-request'>>;
  /**
   * Publishes the public data of one listing scraped from a marketplace.
   *
   * Workers emit it for each listing they find while they handle an `analytics-collection-request`
   * or a `model-analytics-collection-request`. It describes what any visitor of the marketplace can
   * see: the listing, its popularity, its shop, and the place it held in the search. Users' own
   * listings are the business of `marketplace-listing-sync-request`.
   *
   * worker-analytic-collector indexes the events in Elasticsearch, where they serve market
   * research, pricing and the detection of trends.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  marketplaceIntelligenceEvent(
    data: MarketplaceIntelligenceEventMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-intelligence-event'>>;
  /**
   * Delivers the sales text that an LLM wrote for a listing, and a suggested price.
   *
   * Workers send it to the backend at the end of a
   * `marketplace-listing-description-generation-request`. Check `error` first: `description` and
   * `metadata` are required also when the generation failed, and `description` is then of no use.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  marketplaceListingDescriptionGenerationCompleted(
    data: MarketplaceListingDescriptionGenerationCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-listing-description-generation-completed'>>;
  /**
   * Has a vision LLM write the sales text of a listing.
   *
   * Send it when a listing is prepared for a marketplace. The worker shows the thumbnails to the
   * LLM, along with the technical and other data in this message, and has it write a product
   * description that suits the marketplace and is found by search engines.
   *
   * The text comes back in `marketplace-listing-description-generation-completed`, with a suggested
   * price. Its siblings for the other texts are `marketplace-listing-title-generation-request` and
   * `marketplace-listing-tags-generation-request`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `marketplace-listing-description-generation-completed`.
   */
  marketplaceListingDescriptionGenerationRequest(
    data: MarketplaceListingDescriptionGenerationRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-listing-description-generation-request'>>;
  /**
   * Reports which listings a sync created, updated or failed on, one by one and in numbers.
   *
   * Workers send it at the end of a `marketplace-listing-sync-request`; `requestId` tells which
   * one. A sync can succeed in part: `failedListings` has the listings that did not make it, each
   * with the reason, and `errors` has the problems that belong to no single listing.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  marketplaceListingSyncCompleted(
    data: MarketplaceListingSyncCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-listing-sync-completed'>>;
  /**
   * Brings the listings in Mesh-Sync and those on a marketplace into line with each other.
   *
   * `syncDirection` says which side learns from which: `pull` fetches listings from the marketplace
   * and updates the local database, `push` updates the listings on the marketplace with local
   * changes, and `full` does both. Sync all listings of the connection, or certain ones by their
   * ids.
   *
   * What happened to which listing comes back in `marketplace-listing-sync-completed`. To change a
   * price or a text of one listing, `marketplace-listing-update-request` is enough.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `marketplace-listing-sync-completed`.
   */
  marketplaceListingSyncRequest(
    data: MarketplaceListingSyncRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-listing-sync-request'>>;
  /**
   * Delivers the search tags that an LLM chose for a listing.
   *
   * Workers send it to the backend at the end of a `marketplace-listing-tags-generation-request`.
   * Check `error` first: all other fields are required also when the generation failed, and `tags`
   * is then of no use.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  marketplaceListingTagsGenerationCompleted(
    data: MarketplaceListingTagsGenerationCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-listing-tags-generation-completed'>>;
  /**
   * Has an LLM choose the search tags under which buyers find a listing.
   *
   * Send it when a listing is prepared for a marketplace. The worker looks at the thumbnails and at
   * what this message says about the model, and picks keywords for style, technique and use, no
   * more than the marketplace permits.
   *
   * The tags come back in `marketplace-listing-tags-generation-completed`. Its siblings for the
   * other texts are `marketplace-listing-title-generation-request` and
   * `marketplace-listing-description-generation-request`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `marketplace-listing-tags-generation-completed`.
   */
  marketplaceListingTagsGenerationRequest(
    data: MarketplaceListingTagsGenerationRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-listing-tags-generation-request'>>;
  /**
   * Delivers the listing title that an LLM wrote for a model or metamodel.
   *
   * Workers send it to the backend at the end of a `marketplace-listing-title-generation-request`.
   * Check `error` first: all other fields are required also when the generation failed, and `title`
   * is then of no use.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  marketplaceListingTitleGenerationCompleted(
    data: MarketplaceListingTitleGenerationCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-listing-title-generation-completed'>>;
  /**
   * Has an LLM write a search-friendly listing title for a model or metamodel.
   *
   * Send it when a listing is prepared for a marketplace. The worker writes a short title from what
   * this message says about the model, within the marketplace's character limit. The more context
   * you give (tags, category, keywords), the more fitting the title.
   *
   * The title comes back in `marketplace-listing-title-generation-completed`. Its siblings for the
   * other texts are `marketplace-listing-description-generation-request` and
   * `marketplace-listing-tags-generation-request`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `marketplace-listing-title-generation-completed`.
   */
  marketplaceListingTitleGenerationRequest(
    data: MarketplaceListingTitleGenerationRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-listing-title-generation-request'>>;
  /**
   * Reports whether the marketplace accepted the changes to a listing.
   *
   * Workers send it at the end of a `marketplace-listing-update-request`. Match it to the request
   * by `marketplace` and `listingId`. When `status` is `failed`, `error` says why.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  marketplaceListingUpdateCompleted(
    data: MarketplaceListingUpdateCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-listing-update-completed'>>;
  /**
   * Changes the price, quantity or texts of one listing that is already on a marketplace.
   *
   * Put only what is to change into `updates`. The worker calls the marketplace with the
   * credentials in the payload, and `marketplace-listing-update-completed` reports the result. To
   * publish a new listing, send `marketplace-publish-listing-request`; to bring many into line,
   * `marketplace-listing-sync-request`.
   *
   * The message carries no id of its own; the completed message names the listing.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `marketplace-listing-update-completed`.
   */
  marketplaceListingUpdateRequest(
    data: MarketplaceListingUpdateRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-listing-update-request'>>;
  /**
   * Reports that a listing is on a marketplace, or why it could not be published.
   *
   * Workers send it once for each `marketplace-publish-listing-request`, that is, once per material
   * variant. After `SUCCESS` it carries the marketplace's id and the address of the listing; after
   * `FAILED` it carries `error` instead.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  marketplacePublishListingCompleted(
    data: MarketplacePublishListingCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-publish-listing-completed'>>;
  /**
   * Publishes a metamodel on a marketplace as the listing of one material variant.
   *
   * Send one for each material: a metamodel offered in PLA, resin and ABS takes three of these
   * jobs, with the same `baseListingData` and a different `materialVariant`. `marketplaceProvider`
   * decides which marketplace. The worker creates the listing there and uploads the digital file to
   * it.
   *
   * `marketplace-publish-listing-completed` reports the id and address of the new listing, or why
   * there is none. For Etsy alone there is also `etsy-publish-listing-request`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `marketplace-publish-listing-completed`.
   */
  marketplacePublishListingRequest(
    data: MarketplacePublishListingRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'marketplace-publish-listing-request'>>;
  /**
   * Reports which files of a media batch were stored and which were not.
   *
   * Workers send it once for each `media-batch-download-request`, when every file of the batch has
   * been dealt with. A batch can succeed in part, so read `failedFiles` as well as `status`: a file
   * that failed is listed there with its reason.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  mediaBatchDownloadCompleted(
    data: MediaBatchDownloadCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'media-batch-download-completed'>>;
  /**
   * Downloads a batch of images and documents, prepares them for use and stores them in MinIO.
   *
   * Send it for the media that accompany a model or metamodel. The worker fetches every file,
   * either through a storage connection or from public URLs as `downloadStrategy` says. It resizes
   * and compresses images and converts them to WebP; text files and documents are processed and
   * stored with their metadata.
   *
   * Everything is uploaded under `media/{batchId}/`. What worked and what did not is reported in
   * one `media-batch-download-completed` for the whole batch.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with `media-batch-download-completed`.
   */
  mediaBatchDownloadRequest(
    data: MediaBatchDownloadRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'media-batch-download-request'>>;
  /**
   * Delivers what an LLM wrote about a metamodel, and the technical data of all its parts together.
   *
   * Workers send it at the end of a `metamodel-metadata-generation-request`. `metadata` is
   * generated, so each statement in it is an estimate, many with a `confidence`;
   * `technicalMetadata` is calculated from the analysis of the constituent models.
   *
   * Before offering the product for sale, look at `technicalMetadata.validationStatus`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  metamodelMetadataGenerationCompleted(
    data: MetamodelMetadataGenerationCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'metamodel-metadata-generation-completed'>>;
  /**
   * Has an LLM describe, classify and tag a metamodel from the models it is made of.
   *
   * Send it when a metamodel's constituent models are known. The worker gathers the data of the
   * constituents and has Ollama generate the metadata of the product as a whole. A single model has
   * its own message, `model-metadata-generation-request`.
   *
   * The generated metadata and the technical data of all parts together come back in
   * `metamodel-metadata-generation-completed`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `metamodel-metadata-generation-completed`.
   */
  metamodelMetadataGenerationRequest(
    data: MetamodelMetadataGenerationRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'metamodel-metadata-generation-request'>>;
  /**
   * Collects market data about listings that are comparable to one metamodel.
   *
   * The backend's scheduler sends it every 6 hours for metamodels that are popular or tagged; it
   * can also be sent by hand. The worker derives its marketplace searches from the category, tags
   * and franchise given here, so the more of them you fill in, the closer the results come to the
   * metamodel. For a search of your own wording, send `analytics-collection-request` instead.
   *
   * There is no completed message. The listings found are published as
   * `marketplace-intelligence-event`s, and aggregated statistics are stored in Elasticsearch for
   * trend analysis.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelAnalyticsCollectionRequest(
    data: ModelAnalyticsCollectionRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-analytics-collection-request'>>;
  /**
   * Announces that a scan has finished with one folder, and lists what the folder contains.
   *
   * Workers emit it for each folder while a `model-discovery-scan-request` runs. It carries what
   * `model-metamodel-detection-request` takes to group the folder's files into metamodels, under
   * the same field names.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelDiscoveryFolderProcessedEvent(
    data: ModelDiscoveryFolderProcessedEventMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-discovery-folder-processed-event'>>;
  /**
   * Announces one 3D model that a scan has found in a user's storage.
   *
   * Workers emit it while a `model-discovery-scan-request` runs, one for each model. It describes
   * the model and says where it lies, but the file itself has not been fetched yet:
   * `file-download-request` does that, with the same connection and path.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelDiscoveryScanFoundEvent(
    data: ModelDiscoveryScanFoundEventMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-discovery-scan-found-event'>>;
  /**
   * Tells how far a running storage scan has come.
   *
   * Workers emit it while a `model-discovery-scan-request` runs, so that a user interface can show
   * that something is happening. What was found comes in `model-discovery-scan-found-event`. All
   * fields are inside one object, `payload`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelDiscoveryScanProgressEvent(
    data: ModelDiscoveryScanProgressEventMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-discovery-scan-progress-event'>>;
  /**
   * Scans a storage connection for 3D models that belong in a library.
   *
   * Enqueue it to fill a library, or to bring it up to date. The worker walks through the folders
   * at `path` with the credentials in the payload and sends events while it works:
   * `model-discovery-scan-progress-event` on how far it has come,
   * `model-discovery-scan-found-event` for a model it found, and
   * `model-discovery-folder-processed-event` for a folder it finished. No completed message
   * follows; listen to the events instead.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelDiscoveryScanRequest(
    data: ModelDiscoveryScanRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-discovery-scan-request'>>;
  /**
   * Adds a 3D model to the index of the model finder, so that searches for similar models can find
   * it.
   *
   * Send it for each model that `model-finder-search-request` is to find. The worker reads the file
   * at `storageItem` and files it in the index under `modelId`.
   *
   * No message reports the end of this job; follow it by its job status.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelFinderIndexRequest(
    data: ModelFinderIndexRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-finder-index-request'>>;
  /**
   * Delivers the models that a similarity search has found.
   *
   * Workers send it at the end of a `model-finder-search-request`. Each result names a model, how
   * similar it is to the reference, and the metamodels it belongs to, so that whole products can be
   * shown instead of parts.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelFinderResponse(
    data: ModelFinderResponseMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-finder-response'>>;
  /**
   * Searches for 3D models that are similar to a given model or to what a picture shows.
   *
   * Send it with one reference: a model that is already known, or an image that a user uploaded.
   * Only models that were added with `model-finder-index-request` can be found.
   *
   * The models found come back in `model-finder-response`, together with how similar they are.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with `model-finder-response`.
   */
  modelFinderSearchRequest(
    data: ModelFinderSearchRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-finder-search-request'>>;
  /**
   * Delivers the marketplace description, tags and categories that an LLM wrote for a model.
   *
   * Workers send it when a `model-metadata-generation-request` is done. The backend stores the
   * generated texts and the classification on the model, which it finds by `modelId`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelMetadataGenerationCompleted(
    data: ModelMetadataGenerationCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-metadata-generation-completed'>>;
  /**
   * Has an LLM look at a model's renderings and write its description, tags and categories for
   * marketplaces.
   *
   * Send it only after file download, technical metadata analysis and thumbnail generation have
   * completed for the model. The worker does not query the database: whatever the LLM is to know
   * must be in the payload.
   *
   * The result arrives in `model-metadata-generation-completed`. Products made of several models
   * have their own message, `metamodel-metadata-generation-request`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `model-metadata-generation-completed`.
   */
  modelMetadataGenerationRequest(
    data: ModelMetadataGenerationRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-metadata-generation-request'>>;
  /**
   * Reports the metamodels that were detected in a folder, and how they are nested.
   *
   * Workers emit it while a `model-metamodel-detection-request` runs. `metamodels` is a flat list
   * of nodes, roots and children alike; their `parentMetamodelId` and `childMetamodelIds` make it a
   * hierarchy.
   *
   * Where Louvain clustering has found relations between metamodels, they are in `ekgEdges`. Pass
   * them on with `ekg-edge-batch-create-request` to have them stored.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelMetamodelDetectionFound(
    data: ModelMetamodelDetectionFoundMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-metamodel-detection-found'>>;
  /**
   * Groups the files of one folder into metamodels, that is, into products made of several models.
   *
   * Send it when a scan has finished with a folder; most of the payload can be copied from
   * `model-discovery-folder-processed-event`. List the files in `discoveredFiles`, or, for a large
   * folder, in a JSON file at `manifestUrl`.
   *
   * The metamodels found are reported in `model-metamodel-detection-found`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelMetamodelDetectionRequest(
    data: ModelMetamodelDetectionRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-metamodel-detection-request'>>;
  /**
   * Delivers a metamodel's sellability score with recommended prices, marketplaces and
   * improvements.
   *
   * Workers send it when a `model-sellability-analysis-request` has ended, in success or failure.
   * Match it to the request by `metamodelId`. When the analysis failed, `error` says why.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelSellabilityAnalysisCompleted(
    data: ModelSellabilityAnalysisCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-sellability-analysis-completed'>>;
  /**
   * Rates how well a metamodel would sell, at what price and on which marketplaces.
   *
   * Send it before a product is offered for sale. The worker has no database access: put everything
   * known about the metamodel in `metamodelData`, or in a JSON file at `manifestUrl` when that is
   * too large for a message. For Etsy it can also look at competitor prices, category demand and
   * which materials suit.
   *
   * Score, prices and recommendations come back in `model-sellability-analysis-completed`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `model-sellability-analysis-completed`.
   */
  modelSellabilityAnalysisRequest(
    data: ModelSellabilityAnalysisRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-sellability-analysis-request'>>;
  /**
   * Delivers the tags, shape embedding and similar models that semantic analysis found for a model.
   *
   * Workers send it when a `model-semantic-analysis-request` has ended, in success or failure.
   * Match it to the request by `modelId`. Results are in `semanticMetadata`; when the analysis
   * failed, `error` says why and whether another try makes sense. The other objects tell how long
   * it took and how far to trust it.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelSemanticAnalysisCompleted(
    data: ModelSemanticAnalysisCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-semantic-analysis-completed'>>;
  /**
   * Finds out what a 3D model depicts: tags it, embeds its shape and looks up similar models.
   *
   * Send it for a model file in connected storage. The worker runs the ULIP-2 neural network on the
   * shape and searches its FAISS index for models with similar vectors; on demand it also checks
   * for duplicates.
   *
   * Tags, embedding and similar models come back in `model-semantic-analysis-completed`. Note that
   * the owner is `userId` in this message, where most model messages say `ownerId`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with `model-semantic-analysis-completed`.
   */
  modelSemanticAnalysisRequest(
    data: ModelSemanticAnalysisRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-semantic-analysis-request'>>;
  /**
   * Delivers a model's geometry, mesh defects, quality scores and estimates for printing it.
   *
   * Workers send it when a `model-technical-metadata-request` has ended, in success or failure.
   * Match it to the request by `originalJobId`, or to the model by `modelId`. When `status` is
   * `FAILED`, `errorMessage` and `errorCode` say why.
   *
   * `manifold`, `qualityScore` and `printabilityScore` answer whether the model can be printed; the
   * counts of defects tell what to repair if not. Lengths are in millimetres, whatever unit the
   * file was made in.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  modelTechnicalMetadataCompleted(
    data: ModelTechnicalMetadataCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-technical-metadata-completed'>>;
  /**
   * Measures a model's mesh, checks it for defects and assesses how well it will print.
   *
   * Usually a child of `file-download-request`, which enqueues it by itself when told to; send it
   * yourself to analyse a model again. The worker reads the file from `minioPath`, or downloads it
   * from `storageLocation` when there is no `minioPath`.
   *
   * All findings come back in `model-technical-metadata-completed`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with
   * `model-technical-metadata-completed`.
   */
  modelTechnicalMetadataRequest(
    data: ModelTechnicalMetadataRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'model-technical-metadata-request'>>;
  /**
   * Reports where a model's rendered previews are stored, or why rendering failed.
   *
   * Workers send it when a `thumbnail-generation-request` has ended, in success or failure. Match
   * it to the request by `originalJobId`, or to the model by `modelId`. Which previews it names
   * depends on the request: the 360° views are made only on demand.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  thumbnailGenerationCompleted(
    data: ThumbnailGenerationCompletedMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'thumbnail-generation-completed'>>;
  /**
   * Renders preview images of a model, and on demand 16 views from all around it.
   *
   * Usually a child of `file-download-request`, which enqueues it by itself when told to; send it
   * yourself to render again, for instance with another background. The worker reads the file from
   * `minioPath`, or downloads it from `storageLocation` when there is no `minioPath`.
   *
   * Paths of the rendered files come back in `thumbnail-generation-completed`. Ask for
   * `generate360Views` when `model-metadata-generation-request` is to follow: its LLM looks at
   * these views.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it. It ends with `thumbnail-generation-completed`.
   */
  thumbnailGenerationRequest(
    data: ThumbnailGenerationRequestMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'thumbnail-generation-request'>>;
  /**
   * Records one thing a user did, for product analytics.
   *
   * Send it when a user signs up, takes an onboarding step, uses a feature, manages models, works
   * with a marketplace or changes plan. It feeds onboarding funnels, feature adoption, retention,
   * A/B tests and personalization; no job result comes back.
   *
   * `eventType` is the broad category and `action` the precise step; `actionDetails` says what the
   * action was about. Fill in only the details that fit it.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  userEngagementEvent(
    data: UserEngagementEventMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'user-engagement-event'>>;
  /**
   * Reports how one job went at a worker: outcome, timing and the worker's own metrics.
   *
   * Every worker must emit it at the end of every job, whether the job succeeded or failed. The
   * `worker-analytic-collector` consumes it and forwards it to ELK. For token costs and resource
   * consumption there is `worker-metrics-enriched-event`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  workerAnalyticsEvent(
    data: WorkerAnalyticsEventMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'worker-analytics-event'>>;
  /**
   * Reports what one job cost: time by stage, LLM tokens, CPU, memory, disk and network.
   *
   * Workers emit it at the end of every job, beside the slimmer `worker-analytics-event`. It is
   * published to `backend.logging.events`, where costs are attributed to users and tenants and slow
   * or greedy jobs are found. Leave out what does not apply: a job that called no LLM has no
   * `llmUsage`.
   *
   * @param data - The message's payload.
   * @param options - What this call changes.
   * @returns The job that the backend made of it.
   */
  workerMetricsEnrichedEvent(
    data: WorkerMetricsEnrichedEventMessage,
    options?: SendOptions,
  ): JobCall<JobResponse<'worker-metrics-enriched-event'>>;
}

/**
 * Enqueues jobs of the worker backend, with a method for each message, waits for them, and tells
 * how they are doing.
 *
 * Whatever fails, every method rejects with a {@link WorkerClientError}: one of its subclasses,
 * which says what happened.
 */
export class WorkerClient extends WaitingClient<MessagePayloads, ReceivedPayloads, MessageOutcomes> {
  /**
   * @param config - How to reach the backend. What it leaves out comes from the environment variables
   * `WORKER_BACKEND_URL` and `WORKER_BACKEND_API_KEY`, then from defaults.
   * @throws {@link ConfigurationError} if there is no usable base URL, or another part cannot work.
   */
  constructor(config: WorkerClientConfig = {}) {
    super(config, { ...definition, outcomes: messages });
  }
}
// Declared above, and made of the list of messages: written out, they would be a sixth of the client.
defineMethods(WorkerClient.prototype, messages);

/**
 * What a {@link WorkerClient} can do: a test double that implements it stands in for one without a cast. What resolves with
 * an answer may be any promise here.
 */
export type WorkerClientLike = ClientLike<WorkerClient, MessagePayloads, ReceivedPayloads>;
