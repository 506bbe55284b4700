/** Files that AWS writes about an account, read as if the account had been asked. */
@NullMarked
package dev.plumbline.scanner.aws.export;

import org.jspecify.annotations.NullMarked;
