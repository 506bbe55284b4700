package dev.plumbline.scanner.aws;

/** A thing that AWS lists only within another one, such as a vault's recovery point. */
record Nested<P, T>(P parent, T item) {}
