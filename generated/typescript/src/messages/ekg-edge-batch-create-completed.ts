// Generated from messages/ekg/ekg-edge-batch-create-completed.yaml of the message catalog. Change it there.

/**
 * Reports what became of a batch of EKG edges, and what its evidence changed in the graph.
 *
 * Workers send it at the end of an `ekg-edge-batch-create-request`; `requestId` tells which one.
 * Look at `conflicts` even after a success: those edges were processed, but their evidence
 * contradicts itself and a person should decide. `errors` lists what could not be processed.
 */
export interface EkgEdgeBatchCreateCompletedMessage {
  /** Batch that this message reports on, as given in `ekg-edge-batch-create-request`. */
  requestId: string;
  /**
   * True when the batch as a whole succeeded. When false, `errors` says why as far as it is known.
   */
  success: boolean;
  /**
   * What was done, in numbers. The object itself is always there; each number in it is optional
   * detail.
   */
  statistics: {
    /** How many edges the request contained. Integer. */
    edgesRequested?: number | undefined;
    /** How many edges are new in the graph. Integer. */
    edgesCreated?: number | undefined;
    /** How many edges existed already and got new evidence. Integer. */
    edgesUpdated?: number | undefined;
    /** How many edges could be neither created nor updated; see `errors`. Integer. */
    edgesFailed?: number | undefined;
    /**
     * How many further edges changed because evidence was propagated to them, as asked for by
     * `propagationOptions` in the request. Integer.
     */
    edgesPropagated?: number | undefined;
    /** How long the worker took for the batch, in ms. */
    durationMs?: number | undefined;
  };
  /**
   * Edges with contradictory evidence. A person should review them. Optional detail: absent when
   * the worker does not report conflicts.
   */
  conflicts?: Array<{
    /** Metamodel that the conflicting edge starts from. */
    sourceMetamodelId?: string | undefined;
    /** Node that the conflicting edge leads to. */
    targetId?: string | undefined;
    /** Kind of thing that `targetId` identifies, as given in the request. */
    targetType?: string | undefined;
    /**
     * Conflict mass (Dempster-Shafer's K) found when the evidence was combined, from 0 (full
     * agreement) to 1 (complete contradiction).
     */
    conflict?: number | undefined;
    /** Which evidence is at odds, in words for the person who reviews the edge. */
    reason?: string | undefined;
  }> | undefined;
  /**
   * Problems met on the way, one entry each. Optional detail: absent or empty when there were none.
   */
  errors?: Array<{
    /**
     * Metamodel that the affected edge starts from. Absent when the problem is not about a single
     * edge.
     */
    sourceMetamodelId?: string | undefined;
    /** Node that the affected edge leads to. Absent when the problem is not about a single edge. */
    targetId?: string | undefined;
    /** Machine-readable code of the kind of problem. */
    code?: string | undefined;
    /** What went wrong, in words for people. */
    message?: string | undefined;
  }> | undefined;
  /**
   * State of the whole graph afterwards, to watch how it grows. Optional detail, like each figure
   * in it.
   */
  graphMetrics?: {
    /** How many nodes the graph has. Integer. */
    totalNodes?: number | undefined;
    /** How many edges the graph has. Integer. */
    totalEdges?: number | undefined;
    /** How many edges a node has on average. */
    averageDegree?: number | undefined;
    /** Share of all possible edges that exist, from 0 (no edges) to 1 (everything is connected). */
    density?: number | undefined;
  } | undefined;
}
