// Generated from messages/ekg/ekg-edge-batch-create-request.yaml of the message catalog. Change it there.
import type { EkgEdge } from '../types/ekg-edge.js';

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
 */
export interface EkgEdgeBatchCreateRequestMessage {
  /**
   * Id of your choice to track the batch by, such as the id of the metamodel detection job that the
   * edges come from. The completed message repeats it.
   */
  requestId: string;
  /**
   * Where the edges come from, so that their evidence can be traced and weighed later. Known
   * values: `metamodel-heuristic`, `manual`, `taxonomy-import`; others are accepted.
   */
  source: 'metamodel-heuristic' | 'manual' | 'taxonomy-import' | (string & {});
  /**
   * Edges to create, or to update where they exist already. Each item: One edge with its evidence.
   * Only the source and the mass function are required; how the evidence came about is optional
   * detail.
   */
  edges: EkgEdge[];
  /**
   * How evidence spreads along the graph. The worker propagates it once the edges are created.
   * Optional detail: leave it out, or any option in it, to have the worker decide.
   */
  propagationOptions?: {
    /** Whether to propagate evidence from the new edges at all. */
    enabled?: boolean | undefined;
    /** How many edges away from a new edge the propagation may reach. Integer. */
    maxDepth?: number | undefined;
    /** Belief that an edge must have for evidence to be propagated across it, between 0 and 1. */
    minBelief?: number | undefined;
    /**
     * Factor between 0 and 1 by which evidence weakens with each edge it is passed across; what it
     * loses becomes uncertainty.
     */
    discountFactor?: number | undefined;
  } | undefined;
  /**
   * URL to be called at the end of the batch. When absent, no URL is called. Format: URI (RFC 3986),
   * absolute.
   */
  webhookUrl?: string | undefined;
}
