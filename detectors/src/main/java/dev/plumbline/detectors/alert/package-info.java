/** What the detector tells: anomalies with reasons, and hits of event rules. */
@NullMarked
package dev.plumbline.detectors.alert;

import org.jspecify.annotations.NullMarked;
