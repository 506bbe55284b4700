package dev.plumbline.detectors.log;

import java.util.List;

/**
 * The kept fields of one event in the provider's own words, as event rules see them. It lives only while the event is
 * being read: whoever is handed one must not keep it, for it holds names and full addresses.
 */
public interface NativeFields {
    /** The values of a field by its {@link KeptFields#slot slot}, in the order of the log; none if it was absent or null. */
    List<String> values(int slot);
}
