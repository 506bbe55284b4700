/** Google Cloud's buckets, as the JSON interface tells them. */
@NullMarked
package dev.plumbline.scanner.gcp;

import org.jspecify.annotations.NullMarked;
