/** AWS: collectors over the real SDK clients. Nothing outside this package knows the SDK. */
@NullMarked
package dev.plumbline.scanner.aws;

import org.jspecify.annotations.NullMarked;
