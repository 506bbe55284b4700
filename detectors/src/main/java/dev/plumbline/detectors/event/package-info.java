/** One access to a cloud, minimised and pseudonymised, whatever log it came from. */
@NullMarked
package dev.plumbline.detectors.event;

import org.jspecify.annotations.NullMarked;
