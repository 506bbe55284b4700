/** AWS policy documents as data, and what they grant in effect: to anyone, to other accounts, to administrators. */
@NullMarked
package dev.plumbline.rules.iam;

import org.jspecify.annotations.NullMarked;
