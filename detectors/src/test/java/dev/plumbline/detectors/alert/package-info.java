/** Tests of event rules and of detection on planted anomalies. */
@NullMarked
package dev.plumbline.detectors.alert;

import org.jspecify.annotations.NullMarked;
