/** Azure's storage accounts and their blob containers, read from the data plane and told in ARM's words. */
@NullMarked
package dev.plumbline.scanner.azure;

import org.jspecify.annotations.NullMarked;
