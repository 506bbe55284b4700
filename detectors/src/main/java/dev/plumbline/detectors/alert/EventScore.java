package dev.plumbline.detectors.alert;

/**
 * How odd one event is.
 *
 * @param eventId the provider's own
 * @param score in (0, 1); for ranking: rarity of the event, oddness of its window and event rules together
 * @param pValue share of all events at least as odd, in (0, 1]
 */
public record EventScore(String eventId, double score, double pValue) {}
