/** Access logs read as a stream, minimised to an allow-list of fields and pseudonymised before anything else sees them. */
@NullMarked
package dev.plumbline.detectors.log;

import org.jspecify.annotations.NullMarked;
